// Paths of files inside archives and mails, made safe to show and to keep: they name a file, and never a place on a disk.

/** Windows device names and other parts that could mean more than a name get no meaning here: nothing is opened by name. */
const longestPath = 1_000;
const longestSegment = 200;

/** Folders with "/" between them; without drive, leading "/", "." and "..", control and direction characters. Never empty. */
export function cleanPath(path: string): string {
  const segments = path
    .toWellFormed()
    .replaceAll('\\', '/')
    .replace(/^[A-Za-z]:/, '')
    // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, '')
    .split('/')
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
    .map(shortened);
  while (segments.length > 1 && segments.join('/').length > longestPath) segments.shift();
  return segments.join('/') || 'unnamed';
}

/** A name of one file, without folders. */
export function cleanName(name: string): string {
  return cleanPath(name.replace(/[/\\]/g, '_'));
}

/** The end of a name says what the file is. */
function shortened(segment: string): string {
  return segment.length <= longestSegment ? segment : `${segment.slice(0, longestSegment - 40)}…${segment.slice(-39)}`.toWellFormed();
}

/** The path, with a number before its extension when it is taken; then it is taken too. */
export function uniquePath(path: string, taken: Map<string, number>): string {
  let name = path;
  let copy = taken.get(path) ?? 1;
  while (taken.has(name)) {
    copy++;
    name = path.replace(/(\.[^./]*)?$/, (extension) => ` (${copy})${extension}`);
  }
  // The next of that name need not try the numbers before.
  taken.set(path, copy);
  taken.set(name, taken.get(name) ?? 1);
  return name;
}

/** Files that systems and packing programs put beside documents. */
export function isSystemFile(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*|\.localized)$/i.test(path);
}
