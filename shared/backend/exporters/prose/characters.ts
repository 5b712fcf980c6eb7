// What a character may do to a file: characters no file may hold are made visible, and the writing direction is found.

// Everything XML 1.0 (section 2.2) forbids, Unicode's noncharacters, and the line ends that only some programs know.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const lineEnds = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const forbidden = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

/** Text that every format can hold: one kind of line end, and U+FFFD for control characters and halves of surrogate pairs. */
export function printable(text: string): string {
  return text.replace(lineEnds, '\n').replace(forbidden, '\ufffd').toWellFormed();
}

const strong = /\p{L}/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mandaic}\p{Script=Samaritan}]/u;

/** Whether the first letter is of a script written from right to left (Unicode Bidirectional Algorithm, rules P2 and P3). */
export function isRightToLeft(text: string): boolean {
  const first = strong.exec(text)?.[0];
  return first !== undefined && rightToLeft.test(first);
}

const stretches = new RegExp(`${rightToLeft.source}(?:[^\\p{L}]*(?:${rightToLeft.source}))*`, 'gu');

/** The text in stretches of one direction each; signs and spaces between two letters of right-to-left script go with them. */
export function splitByDirection(text: string): { text: string; rightToLeft: boolean }[] {
  const parts: { text: string; rightToLeft: boolean }[] = [];
  let from = 0;
  for (const found of text.matchAll(stretches)) {
    if (found.index > from) parts.push({ text: text.slice(from, found.index), rightToLeft: false });
    parts.push({ text: found[0], rightToLeft: true });
    from = found.index + found[0].length;
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from), rightToLeft: false });
  return parts;
}
