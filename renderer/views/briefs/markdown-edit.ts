// What the buttons of a text do to its Markdown: pure, from text and selection to text and selection.

/** Offsets are UTF-16 code units into `text`; start and end are equal for a caret. */
export type Edited = { text: string; start: number; end: number };

/** Puts marks around the selection ("**"), or takes them off when they are there. */
export function wrap({ text, start, end }: Edited, mark: string): Edited {
  const size = mark.length;
  if (text.slice(start - size, start) === mark && text.slice(end, end + size) === mark) {
    return { text: text.slice(0, start - size) + text.slice(start, end) + text.slice(end + size), start: start - size, end: end - size };
  }
  return { text: text.slice(0, start) + mark + text.slice(start, end) + mark + text.slice(end), start: start + size, end: end + size };
}

/** Puts a sign before each selected line ("- ", "> "), or takes it off when all have it. */
export function prefixLines({ text, start, end }: Edited, sign: string): Edited {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const found = text.indexOf('\n', end);
  const to = found < 0 ? text.length : found;
  const lines = text.slice(from, to).split('\n');
  const haveAll = lines.every((line) => line.startsWith(sign));
  const changed = lines.map((line) => (haveAll ? line.slice(sign.length) : sign + line)).join('\n');
  const first = haveAll ? -sign.length : sign.length;
  return { text: text.slice(0, from) + changed + text.slice(to), start: Math.max(from, start + first), end: Math.max(from, end + changed.length - (to - from)) };
}

/** Replaces the selection and stands behind what was put in. */
export function insert({ text, start, end }: Edited, added: string): Edited {
  const at = start + added.length;
  return { text: text.slice(0, start) + added + text.slice(end), start: at, end: at };
}

/** A citation at the selection, with a space before it unless one is there. */
export function cite(edited: Edited, reference: string): Edited {
  const before = edited.text.slice(0, edited.start);
  return insert(edited, before === '' || /[\s([]$/.test(before) ? reference : ` ${reference}`);
}

/** What was typed behind an "@" that begins a word before the caret, and where the "@" is; null when none is being typed. */
export function typedMention(text: string, caret: number): { from: number; words: string } | null {
  const match = /(?:^|[\s([])@([^\s@[\];][^@[\]\n;]{0,40})?$/.exec(text.slice(0, caret));
  if (!match) return null;
  const words = match[1] ?? '';
  return { from: caret - words.length - 1, words };
}
