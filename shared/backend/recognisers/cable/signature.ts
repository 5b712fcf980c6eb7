// Finds the signature of a cable: the name after the last paragraph. By custom it is the head of post's (or who acts), not the drafter's.

import type { TextRange } from '../../../core/document.ts';
import { CLASSIFICATION_WORDS } from './marking.ts';
import { isSigner } from './tables.ts';
import { linesOf, trimmed } from './source.ts';
import type { Line } from './source.ts';

export type Signature = {
  names: (TextRange & { name: string })[];
  /** Where the body ends: before the signature, or before what closes the message. */
  bodyEnd: number;
  /** Markings and signs that close the message, after the signature. */
  closing: TextRange[];
  /** Notes printed after the signature ("NOTE BY OC/T: ..."). */
  notes: TextRange[];
};

/** How far from the end of the text a signature is looked for, in characters. */
const TAIL = 6000;

const CLOSING = new RegExp(
  `^[\\s#*=_.|-]*(?:(?:${CLASSIFICATION_WORDS}|NNNN|BT|MINIMIZE CONSIDERED|SIPDIS|NOFORN|SENSITIVE|NODIS|EXDIS|LIMITED OFFICIAL USE|END (?:CABLE )?TEXT|END OF CABLE)[\\s#*=_.|/-]*){0,4}$`,
);
const NOTE = /^\s*(?:NOTE BY\b|NOTE:|Note by\b|Declassified|DECLASSIFIED|Released\b|Sanitized)/;
const NAME = /^[A-Z][A-Z'’.-]{0,24}(?: {1,2}[A-Z][A-Z'’.-]{0,24}){0,3}$/;
const PLAIN_NAME = /^[A-Z][a-z]{2,20}(?:[-'’ ][A-Z][a-z]{1,20})?$/;
const NAME_AFTER_SENTENCE = /(?:[.!?)"”\]]\s{1,6}|(?<=[a-z][.!?)]))([A-Z][A-Z'’-]{2,24}(?: [A-Z][A-Z'’-]{1,24})?)$/;
const NO_NAME =
  /^(?:END|BEGIN|COMMENT|SUMMARY|NOTE|TEXT|UNCLASSIFIED|CONFIDENTIAL|SECRET|PARA(?:GRAPH)?|REF(?:TEL)?|SUBJECT|TAGS|ACTION REQUEST|INTRODUCTION|CONCLUSION|BACKGROUND|BIO|MINIMIZE|DRAFTED|CLEARED|APPROVED|QUOTE|UNQUOTE|ENCLOSURE|ATTACHMENT|ANNEX)\b/i;

/** The signature at the end of a range of the working copy. Without one, names is empty and bodyEnd lies before the closing markings. */
export function readSignature(work: string, range: TextRange): Signature {
  const from = Math.max(range.start, range.end - TAIL);
  const lines = linesOf(work, from > range.start ? work.lastIndexOf('\n', from) + 1 : from, range.end);
  const closing: TextRange[] = [];
  const notes: TextRange[] = [];
  let last = lines.length - 1;
  const skipClosing = (): void => {
    for (; last >= 0; last -= 1) {
      const line = lines[last];
      if (line === undefined || !(line.blank || (line.text.length <= 120 && CLOSING.test(line.text)))) break;
      if (!line.blank) closing.push(trimmed(work, line));
    }
  };
  skipClosing();
  const noteAt = lines.findIndex((line, index) => index > 0 && index <= last && last - index < 14 && NOTE.test(line.text));
  if (noteAt > 0 && nameOf(work, lastFilled(lines, noteAt - 1)) !== null) {
    const first = lines[noteAt];
    const end = lines[last];
    if (first !== undefined && end !== undefined) notes.push({ start: first.start, end: end.end });
    last = noteAt - 1;
    skipClosing();
  }
  const line = lines[last];
  const name = nameOf(work, line);
  const bodyEnd = line === undefined ? range.start : line.end;
  if (name === null) return { names: [], bodyEnd, closing, notes };
  const names = [...nameAbove(work, lines, line), ...partsOf(work, name)];
  return { names: names.map((one) => ({ ...one, name: work.slice(one.start, one.end).replace(/\s+/g, ' ') })), bodyEnd: names[0]?.start ?? name.start, closing, notes };
}

/** Two known names that were glued together, else the name as it is. Both must be known: there are names that contain others. */
function partsOf(work: string, name: TextRange): TextRange[] {
  const letters = work.slice(name.start, name.end);
  if (!/^[A-Z]{8,}$/.test(letters) || isSigner(letters)) return [name];
  const cuts = Array.from({ length: letters.length - 7 }, (_, index) => index + 4).filter((cut) => isSigner(letters.slice(0, cut)) && isSigner(letters.slice(cut)));
  const [cut] = cuts;
  return cut !== undefined && cuts.length === 1 ? [{ start: name.start, end: name.start + cut }, { start: name.start + cut, end: name.end }] : [name];
}

/** A known name alone on the line before: the one who wrote, above the one who signs. */
function nameAbove(work: string, lines: readonly Line[], line: Line | undefined): TextRange[] {
  const before = line === undefined ? undefined : lines.slice(0, lines.indexOf(line)).findLast((one) => !one.blank);
  if (before === undefined) return [];
  const range = trimmed(work, before);
  return isSigner(work.slice(range.start, range.end)) ? [range] : [];
}

function lastFilled(lines: readonly Line[], from: number): Line | undefined {
  return lines.slice(0, from + 1).findLast((line) => !line.blank && !CLOSING.test(line.text.slice(0, 200)));
}

/** The name a line is, or ends with after a sentence. */
function nameOf(work: string, line: Line | undefined): TextRange | null {
  if (line === undefined) return null;
  const range = trimmed(work, line);
  let end = range.end;
  while (end > range.start && /[#.*\s]/.test(work[end - 1] ?? '')) end -= 1;
  const text = work.slice(Math.max(range.start, end - 120), end);
  if (NO_NAME.test(text)) return null;
  if (end - range.start <= 60 && text.replace(/[^A-Z]/gi, '').length >= 3 && (NAME.test(text) || PLAIN_NAME.test(text))) return { start: range.start, end };
  const inside = NAME_AFTER_SENTENCE.exec(text)?.[1];
  return inside === undefined || NO_NAME.test(inside) ? null : { start: end - inside.length, end };
}
