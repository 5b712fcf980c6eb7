// Finds the REF part of a cable's header and divides it into its lettered or numbered items. What an item refers to, references.ts reads.

import type { TextRange } from '../../../core/document.ts';
import type { HeaderLabel } from './labels.ts';
import { CLASSIFICATION_WORDS, MARK } from './marking.ts';
import { postOf } from './post.ts';
import { linesOf, upper } from './source.ts';

/** One bullet's text; null before the first bullet or when there are none. Offsets into the working copy. */
export type ReferenceItem = TextRange & { bullet: string | null };

/** Longest REF part read, in characters; the longest known has some 40 references. */
const LONGEST_AREA = 8000;

const ENDS_REFERENCES = new RegExp(
  [
    '^\\s*[-=_*]{4,}',
    '^\\s*[-=* ]*(?:EXECUTIVE )?SUMM?A?RY\\b',
    '^\\s*C ?O ?R ?R ?E ?C ?T ?E ?D +COPY',
    '^\\s*(?:SIPDIS|NOFORN|SENSITIVE|NODIS|EXDIS)\\s*$',
    `^\\s*${CLASSIFICATION_WORDS}\\s*$`,
    '^\\s*(?:THIS (?:IS|CABLE|MESSAGE)|REASONS?:|INTRODUCTION)',
  ].join('|'),
  'i',
);
const FIRST_PARAGRAPH = new RegExp(`^\\s*¶?1(?: ?[.)]| ?(?=\\(${MARK}\\)))`, 'i');
const STOP_INSIDE = /\bSENSITIVE BUT|\bsensitive but|\bSensitive [Bb]ut/;
const BULLET_START = /^\s*¶?\s?(?:\(([A-Z]|\d{1,2})\)|\[([A-Z]|\d{1,2})\]|([A-Z])(?:\.\)|[.):]|\s-\s))/i;
const REFERENCE_START = /^\s*(?:'?\d{2,4}[ -]*)?((?:[A-Z][A-Z.'’-]* ?){1,4}?)[:,]?\s*#?\(?\d/i;
const CABLE_AND_NOTHING_ELSE = /^\s*¶?\d{1,2} ?[.)]\s*(?:'?\d{2,4}\s+)?((?:[A-Z][A-Z.'’-]* ?){1,4}?) *\d{1,7}\s*(?:$|[,;(]|NOTAL|AND\b)/i;

function startsReference(line: string): boolean {
  const found = REFERENCE_START.exec(line);
  return found !== null && postOf(found[1] ?? '') !== null;
}

/** An item broken off by the end of a line: a year or a post without its number, or a separator. */
function isIncomplete(text: string): boolean {
  const tail = text.slice(-60).trimEnd();
  if (/(?:[,;:&]|\band)$/i.test(tail)) return true;
  if (/(?:^|[\s)\].:])'?\d{2}$/.test(tail) && !/[A-Z]\s+'?\d{2}$/i.test(tail)) return true;
  if (/(?:^|[\s(])[A-Z][.):]+\)?$/i.test(tail)) return true;
  const words = /((?:[A-Z][A-Z.'’-]*\s+){0,3}[A-Z][A-Z.'’-]*)$/i.exec(tail)?.[1]?.split(/\s+/) ?? [];
  return words.some((_, index) => postOf(words.slice(index).join('')) !== null);
}

/** Where the REF part ends. Blank lines are normal inside it: it goes on while the next line begins with a bullet or a reference. */
export function referencesRange(work: string, label: HeaderLabel, labels: readonly HeaderLabel[], limit: number): TextRange {
  const next = labels.find(
    (other) => other.start >= label.valueStart && other.kind !== 'references' && (other.kind !== 'subject' || work[other.start - 1] === '\n'),
  );
  const stop = Math.min(limit, next?.start ?? limit, label.valueStart + LONGEST_AREA);
  let end = label.valueStart;
  let afterBlank = false;
  for (const line of linesOf(work, label.valueStart, stop)) {
    if (line.blank) {
      afterBlank = true;
      continue;
    }
    const head = line.text.slice(0, 200);
    const onLabelLine = line.start === label.valueStart;
    if (!onLabelLine) {
      if (ENDS_REFERENCES.test(head)) break;
      if (FIRST_PARAGRAPH.test(head) && postOf(CABLE_AND_NOTHING_ELSE.exec(head)?.[1] ?? '') === null) break;
      const empty = work.slice(label.valueStart, end).trim() === '';
      const goesOn = BULLET_START.test(head) || startsReference(head) || isIncomplete(work.slice(Math.max(label.valueStart, end - 80), end));
      if (afterBlank && !goesOn && !empty) break;
    }
    const stopInside = STOP_INSIDE.exec(line.text);
    if (stopInside !== null) return { start: label.valueStart, end: line.start + stopInside.index };
    end = line.end;
    afterBlank = false;
  }
  return { start: label.valueStart, end };
}

/** Capitals of the range with titles in brackets and quotation marks blanked; years and single letters in brackets stay. Same length. */
export function withoutTitles(text: string): string {
  const capitals = upper(text).replace(/["“][^"“”]{0,400}["”]/g, (title) => title.replace(/[^\n]/g, ' '));
  const parts: string[] = [];
  let depth = 0;
  let open = 0;
  let done = 0;
  for (let at = 0; at < capitals.length; at += 1) {
    const sign = capitals[at];
    if (sign === '(') {
      if (depth === 0) open = at;
      depth += 1;
    } else if (sign === ')' && depth > 0) {
      depth -= 1;
      if (depth > 0) continue;
      const inside = capitals.slice(open + 1, at);
      if (/^ ?(?:'?\d{2}|\d{4}|[A-Z]|\d{1,2}) ?$/.test(inside)) continue;
      parts.push(capitals.slice(done, open), capitals.slice(open, at + 1).replace(/[^\n]/g, ' '));
      done = at + 1;
    }
  }
  parts.push(capitals.slice(done));
  return parts.join('');
}

const BULLETS = /(?<=^|[\s,;:&])¶?[ ]?(?:\(([A-Z]|\d{1,2})\)|\[([A-Z]|\d{1,2})\]|([A-Z])(?:\.\)|[.):](?![A-Z][.])|[ ]-(?=[ ]))|(\d{1,2})(?:\.(?!\d)|\)))/g;

/** True when a bullet may follow another: the same again, the next, or a later one at the start of a line. */
function follows(bullet: string, current: string | null, onlyNoiseBefore: boolean, atLineStart: boolean, before: string): boolean {
  // B may be the first when A was left out before a reference.
  if (current === null)
    return (
      bullet === 'A' || bullet === '1' || (onlyNoiseBefore && /[A-Z]/.test(bullet)) || (bullet === 'B' && /[\d)]\s{0,9}[,;]?\s{0,9}$/.test(before.slice(-20)))
    );
  if (/\d/.test(bullet) !== /\d/.test(current)) return false;
  const step = /\d/.test(bullet) ? Number(bullet) - Number(current) : bullet.charCodeAt(0) - current.charCodeAt(0);
  return step === 0 || step === 1 || (step > 0 && atLineStart);
}

/** Divides titles-blanked text at its bullets, which must come in order; a letter out of order is an initial or a portion mark. */
export function referenceItems(masked: string, offset: number): ReferenceItem[] {
  const items: ReferenceItem[] = [];
  let current: string | null = null;
  let start = 0;
  for (const found of masked.matchAll(BULLETS)) {
    const bullet = found[1] ?? found[2] ?? found[3] ?? found[4] ?? '';
    const before = masked.slice(start, found.index);
    const lineStart = masked.lastIndexOf('\n', found.index - 1) + 1;
    const atLineStart = masked.slice(lineStart, Math.min(found.index, lineStart + 200)).trim() === '' && found.index - lineStart <= 200;
    if (found[4] !== undefined && !atLineStart && current === null && start + before.trim().length > 0) continue;
    const onlyNoise = before.length < 80 && /^[\s:.,;]*(?:REF(?:S|TELS?|ERENCES?)?[\s:.]*)?$/.test(before);
    if (!follows(bullet, current, current === null && onlyNoise, atLineStart, before)) continue;
    const end = found.index + found[0].length;
    // "A. A)", "A. REF A:": the same bullet twice with nothing between.
    if (!(bullet === current && onlyNoise) && before.trim() !== '' && !(current === null && onlyNoise))
      items.push({ bullet: current, start: offset + start, end: offset + found.index });
    current = bullet;
    start = end;
  }
  items.push({ bullet: current, start: offset + start, end: offset + masked.length });
  return items;
}
