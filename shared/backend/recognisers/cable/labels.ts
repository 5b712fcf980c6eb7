// Finds the labels of a cable's content header (E.O., TAGS, SUBJECT, REF, Classified By), at the start of a line or inside one: some copies
// lost their line breaks, some labels a letter, some are glued to the word before. What a label's value is, its own file reads.

import { editDistance } from './nearest.ts';
import { postOf } from './post.ts';
import { upper } from './source.ts';

export type LabelKind = 'order' | 'tags' | 'subject' | 'references' | 'classifiedBy';

/** A label: where it starts and where its value may begin. */
export type HeaderLabel = { kind: LabelKind; start: number; valueStart: number };

const ORDER_AT_START = /^ {0,80}(?:E\. ?O\.?|EO) {0,3}:?(?= {0,3}\d{3,5}\b)/i;
const ORDER_INSIDE = /\bE\. ?O\. {0,2}(?=\d{4,5} ?(?::|DECL|N\/A))/g;
const LABEL_AT_START = /^ {0,80}([A-Za-z]{3,8}) {0,3}([:;,]?)/;
const TAGS_INSIDE = /\bTAGS ?:/g;
const SUBJECT_INSIDE = /\b(?:SUBJECT|SUBJ|Subject|Subj) ?:/g;
const REFERENCES_AT_START = /^ {0,80}(?:PROGRAM )?REF(?:S|TELS?|TEL\(S\)|ERENCES?|\(S\))? {0,3}[:.;]/i;
const REFERENCES_UNMARKED = /^ {0,80}REF(?:S|TELS?)? {1,9}(?=\S)/;
const REFERENCES_AFTER_BULLET = /^ {0,80}\(?A[.)] ?REFS?(?:TELS?)? /;
const REFERENCES_INSIDE = /(?:REF(?:TEL)?S?|Refs?|REF\(S\)|Ref\(s\)) ?:/g;
const CLASSIFIED_BY = /Class?i[a-z]{0,4}ed {1,3}by\b/gi;
const BULLET = /^\s*[¶([]{0,2}[A-Za-z1][.)\]:]/;

function startsLikeReference(text: string): boolean {
  if (BULLET.test(text)) return true;
  const words = /^\s*(?:'?\d{2,4}\s+)?([A-Za-z.]+)(?:\s+([A-Za-z.]+))?(?:\s+([A-Za-z.]+))?/.exec(text);
  if (words === null) return false;
  const [, first = '', second = '', third = ''] = words;
  return [first, `${first} ${second}`, `${first} ${second} ${third}`].some((name) => postOf(name) !== null);
}

function labelAtStart(line: string, start: number): HeaderLabel | null {
  const order = ORDER_AT_START.exec(line);
  if (order !== null) return { kind: 'order', start, valueStart: start + order[0].length };
  const references = REFERENCES_AT_START.exec(line);
  if (references !== null) return { kind: 'references', start, valueStart: start + references[0].length };
  const unmarked = REFERENCES_UNMARKED.exec(line);
  if (unmarked !== null && startsLikeReference(line.slice(unmarked[0].length))) return { kind: 'references', start, valueStart: start + unmarked[0].length };
  if (REFERENCES_AFTER_BULLET.test(line)) return { kind: 'references', start, valueStart: start };
  const named = LABEL_AT_START.exec(line);
  if (named === null) return null;
  const word = named[1] ?? '';
  const sign = named[2] ?? '';
  const capitals = upper(word);
  const valueStart = start + named[0].length;
  if (capitals === 'TAGS' || (capitals === 'TAG' && (sign !== '' || word === 'TAG'))) return { kind: 'tags', start, valueStart };
  if (capitals === 'SUBJECT' || capitals === 'SUBJ') return sign !== '' || word === capitals ? { kind: 'subject', start, valueStart } : null;
  if (sign !== ':' && sign !== ';') return null;
  // A label that lost, gained or mistyped one letter.
  if (capitals.length <= 5 && editDistance(capitals, 'TAGS', 1) <= 1) return { kind: 'tags', start, valueStart };
  if (capitals.length >= 6 && editDistance(capitals, 'SUBJECT', 1) <= 1) return { kind: 'subject', start, valueStart };
  return null;
}

function* labelsInside(text: string, start: number): Generator<HeaderLabel> {
  for (const found of text.matchAll(ORDER_INSIDE)) {
    yield { kind: 'order', start: start + found.index, valueStart: start + found.index + found[0].length };
  }
  for (const found of text.matchAll(TAGS_INSIDE)) {
    yield { kind: 'tags', start: start + found.index, valueStart: start + found.index + found[0].length };
  }
  for (const found of text.matchAll(SUBJECT_INSIDE)) {
    yield { kind: 'subject', start: start + found.index, valueStart: start + found.index + found[0].length };
  }
  for (const found of text.matchAll(REFERENCES_INSIDE)) {
    const before = text[found.index - 1] ?? ' ';
    const valueStart = found.index + found[0].length;
    const glued = /[A-Za-z]/.test(before);
    if (/[^\sA-Z.]/.test(before)) continue;
    if (glued && !(found[0].startsWith('REF') && startsLikeReference(text.slice(valueStart, valueStart + 80)))) continue;
    yield { kind: 'references', start: start + found.index, valueStart: start + valueStart };
  }
  for (const found of text.matchAll(CLASSIFIED_BY)) {
    const lineStart = text.lastIndexOf('\n', found.index - 1) + 1;
    const before = text.slice(lineStart, found.index);
    if (/(?:de|un)$/i.test(before)) continue;
    const atStart = /^[\s¶]*(?:\d\.)? {0,3}(?:\([A-Za-z/]{1,5}\))? {0,3}$/.test(before.slice(0, 40)) && before.length <= 40;
    if (!atStart && !/^C[A-Za-z]+ +B/.test(found[0])) continue;
    const labelStart = atStart ? lineStart : found.index;
    const after = /^ {0,3}:?/.exec(text.slice(found.index + found[0].length, found.index + found[0].length + 6));
    yield { kind: 'classifiedBy', start: start + labelStart, valueStart: start + found.index + found[0].length + (after?.[0].length ?? 0) };
  }
}

/** All labels of a stretch of the working copy, in reading order. A label found both at a line's start and inside the line is given once. */
export function headerLabels(work: string, start: number, end: number): HeaderLabel[] {
  const text = work.slice(start, end);
  const labels: HeaderLabel[] = [];
  let at = 0;
  while (at <= text.length) {
    const newline = text.indexOf('\n', at);
    const stop = newline === -1 ? text.length : newline;
    // A label and the words that prove it lie within the first 200 characters of a line.
    const label = labelAtStart(text.slice(at, Math.min(stop, at + 200)), start + at);
    if (label !== null) labels.push(label);
    at = stop + 1;
  }
  // A label inside a line is known when one of its kind at the line's start covers it.
  const atStart = new Map(labels.map((label) => [label.start, label]));
  for (const label of labelsInside(text, start)) {
    const known = atStart.get(work.lastIndexOf('\n', label.start - 1) + 1) ?? atStart.get(start);
    if (known === undefined || known.kind !== label.kind || label.start >= known.valueStart) labels.push(label);
  }
  return labels.sort((left, right) => left.start - right.start || left.valueStart - right.valueStart);
}
