// The lines between "---" at the top of a Markdown file: "key: value" facts about the document. Not a YAML reader: values are
// taken as text, lists are joined by commas, and anything deeper is left alone.

const opening = /^---[ \t]*\n/;
const closing = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const entry = /^([A-Za-z][\w .-]{0,60}?)[ \t]*:[ \t]*(.*)$/;
const item = /^\s*-\s+(.*)$/;

/** Keys other programs use, and the property each stands for. */
const propertyNames: Record<string, string> = { date: 'created', lang: 'language', authors: 'author', creator: 'author', tags: 'keywords', summary: 'description' };

/** Longer than any real front matter, in characters; beyond it the "---" was a rule. */
const longest = 20_000;

export function frontMatter(source: string): { properties: Record<string, string>; body: string } {
  const start = opening.exec(source)?.[0].length;
  if (start === undefined) return { properties: {}, body: source };
  const end = closing.exec(source.slice(start - 1, start + longest));
  if (!end) return { properties: {}, body: source };
  const lines = source.slice(start, start - 1 + end.index).split('\n');
  const properties: Record<string, string> = {};
  let current: string | null = null;
  for (const line of lines) {
    const found = entry.exec(line);
    const listed = item.exec(line);
    if (found) {
      const key = (found[1] ?? '').toLowerCase();
      current = Object.hasOwn(propertyNames, key) ? (propertyNames[key] ?? key) : key;
      if (current !== '__proto__') add(properties, current, found[2] ?? '');
    } else if (listed && current && current !== '__proto__') add(properties, current, listed[1] ?? '');
    else if (/\S/.test(line) && !/^\s*#/.test(line) && current === null) return { properties: {}, body: source };
  }
  return { properties, body: source.slice(start - 1 + end.index + end[0].length) };
}

function add(properties: Record<string, string>, key: string, written: string): void {
  const bare = written.trim().replace(/^\[(.*)\]$/, '$1');
  const value = bare.replace(/^(["'])(.*)\1$/, '$2').trim();
  if (value === '') return;
  const before = properties[key];
  properties[key] = before ? `${before}, ${value}` : value;
}
