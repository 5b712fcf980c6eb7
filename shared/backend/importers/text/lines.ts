// The lines of a plain text and the width to which it was broken. It knows nothing of passages.

/** One printed line, without the blanks at its end. Blank lines have an empty text. */
export type Line = { text: string; /** Columns of blanks before the text; a tab counts to the next multiple of four. */ indent: number };

export function readLines(source: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= source.length) {
    let end = source.indexOf('\n', start);
    if (end === -1) end = source.length;
    lines.push(readLine(source, start, end));
    start = end + 1;
  }
  return lines;
}

function readLine(source: string, start: number, end: number): Line {
  let indent = 0;
  let from = start;
  for (; from < end; from++) {
    const code = source.charCodeAt(from);
    if (code === 32 || code === 0xa0 || code === 0x3000) indent++;
    else if (code === 9) indent += 4 - (indent % 4);
    else break;
  }
  let to = end;
  while (to > from && isBlank(source.charCodeAt(to - 1))) to--;
  return { text: source.slice(from, to), indent };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0x3000;
}

/** Nobody breaks text narrower than this or wider than that, in characters; other lines were ended on purpose. */
export const narrowest = 40;
export const widest = 140;
/** Fewer lines than these show no habit. */
const enoughLines = 3;

/** The width in characters to which the text was broken, or null when its lines were not broken to a width. */
export function wrapWidth(lines: Line[]): number | null {
  const lengths: number[] = [];
  let long = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const length = (lines[i] as Line).text.length;
    if (length > widest * 1.5) long++;
    if (length >= narrowest && length <= widest && (lines[i + 1] as Line).text !== '') lengths.push(length);
  }
  if (lengths.length < enoughLines || long > lengths.length) return null;
  lengths.sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.98)] ?? null;
}
