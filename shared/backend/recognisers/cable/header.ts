// Reads one copy of a cable's content header: banner, captions, passing instructions and the labelled fields, each with its place.
// Which copy counts when there are several is copies.ts's work.

import type { TextRange } from '../../../core/document.ts';
import type { PlacedBanner } from './banner.ts';
import { captionsOf, isPassingLine, readAttention } from './captions.ts';
import type { PlacedAttention } from './captions.ts';
import { readOrder } from './executive-order.ts';
import type { PlacedOrder } from './executive-order.ts';
import { headerLabels } from './labels.ts';
import type { HeaderLabel, LabelKind } from './labels.ts';
import { referencesRange } from './reference-area.ts';
import { linesOf, trimmed } from './source.ts';
import type { Line } from './source.ts';
import { subjectLabel, subjectRange, withoutMark } from './subject.ts';
import { tagsRange } from './tags.ts';

/** A line or lines of the header that form one field, and what they are. */
export type HeaderField = { kind: LabelKind | 'banner' | 'caption' | 'attention' | 'other'; ranges: TextRange[] };

export type Header = {
  range: TextRange;
  fields: HeaderField[];
  captions: string[];
  attention: PlacedAttention[];
  order: PlacedOrder | null;
  /** Where the values of these stand; null when the header has no such label. */
  tags: TextRange | null;
  /** words: without the portion mark. */
  subject: { label: TextRange; whole: TextRange; words: TextRange } | null;
  references: TextRange | null;
  classifiedBy: TextRange | null;
};

/** A content header is read in its first 20,000 characters; the longest known is about 6,000. */
const LONGEST_HEADER = 20_000;

/** The end of "Classified By": a blank line, the next label, or the limit. */
function classifiedByRange(work: string, label: HeaderLabel, labels: readonly HeaderLabel[], limit: number): TextRange {
  const next = labels.find((other) => other.start >= label.valueStart);
  const stop = Math.min(limit, next?.start ?? limit);
  let end = label.valueStart;
  for (const line of linesOf(work, label.valueStart, stop)) {
    if (line.blank && work.slice(label.valueStart, line.start).trim() !== '') break;
    if (!line.blank) end = line.end;
  }
  return trimmed(work, { start: label.valueStart, end });
}

/** Groups the lines that no label claims: captions, passing instructions with their wrapped lines, others. */
function unlabelledFields(work: string, lines: readonly Line[], header: Header): void {
  let passing: Line[] = [];
  const close = (): void => {
    if (passing.length === 0) return;
    header.fields.push({ kind: 'attention', ranges: passing.map((line) => trimmed(work, line)) });
    header.attention.push(...readAttention(work, passing));
    passing = [];
  };
  for (const line of lines) {
    if (line.blank) {
      close();
      continue;
    }
    const captions = captionsOf(line.text);
    if (captions.length > 0) {
      close();
      header.captions.push(...captions);
      header.fields.push({ kind: 'caption', ranges: [trimmed(work, line)] });
    } else if (isPassingLine(line.text)) {
      close();
      passing = [line];
    } else if (passing.length > 0) passing.push(line);
    else header.fields.push({ kind: 'other', ranges: [trimmed(work, line)] });
  }
  close();
}

/** The parts of [start, end) that no range covers, as lines. */
function linesBetween(work: string, start: number, end: number, claimed: readonly TextRange[]): Line[] {
  const lines: Line[] = [];
  let at = start;
  for (const range of [...claimed].sort((left, right) => left.start - right.start)) {
    if (range.start > at) lines.push(...linesOf(work, at, range.start));
    at = Math.max(at, range.end);
  }
  if (at < end) lines.push(...linesOf(work, at, end));
  return lines;
}

/**
 * Reads a header copy that starts at a banner (or at its first label when it has none). limit is where the next copy or the first
 * paragraph starts. range.end is the end of the last field, so what follows it belongs to the body.
 */
export function readHeader(work: string, start: number, limit: number, banner: PlacedBanner | null): Header {
  const stop = Math.min(limit, start + LONGEST_HEADER);
  const labels = headerLabels(work, banner?.end ?? start, stop);
  const header: Header = {
    range: { start, end: banner?.end ?? start },
    fields: [],
    captions: [...(banner?.captions ?? [])],
    attention: [],
    order: null,
    tags: null,
    subject: null,
    references: null,
    classifiedBy: null,
  };
  const claim = (kind: LabelKind, from: number, value: TextRange): TextRange => {
    const whole = trimmed(work, { start: from, end: Math.max(value.end, from) });
    header.fields.push({ kind, ranges: [whole] });
    return whole;
  };
  const first = (kind: LabelKind): HeaderLabel | null => labels.find((label) => label.kind === kind) ?? null;
  const claimed: TextRange[] = [];
  const order = first('order');
  if (order !== null) {
    header.order = readOrder(work, order, labels, stop);
    claimed.push(claim('order', order.start, header.order));
  }
  const subject = subjectLabel(work, labels);
  if (subject !== null) {
    const whole = subjectRange(work, subject, labels, stop);
    header.subject = { label: labelWords(work, subject), whole, words: withoutMark(work, whole) };
    claimed.push(claim('subject', subject.start, { start: subject.start, end: Math.max(whole.end, subject.valueStart) }));
  }
  const tags = first('tags');
  if (tags !== null) {
    header.tags = tagsRange(work, tags, labels, stop);
    claimed.push(claim('tags', tags.start, header.tags));
  }
  const references = labels.find((label) => label.kind === 'references' && label.start >= (subject?.valueStart ?? 0)) ?? first('references');
  if (references !== null) {
    header.references = referencesRange(work, references, labels, stop);
    claimed.push(claim('references', references.start, header.references));
  }
  const classified = first('classifiedBy');
  if (classified !== null) {
    header.classifiedBy = classifiedByRange(work, classified, labels, stop);
    claimed.push(claim('classifiedBy', classified.start, header.classifiedBy));
  }
  const end = Math.max(header.range.end, ...claimed.map((range) => range.end));
  // Without any label the header is the captions and passing lines under the banner.
  const bodyStart = claimed.length > 0 ? end : endOfCaptions(work, header.range.end, stop);
  unlabelledFields(work, linesBetween(work, banner?.end ?? start, bodyStart, claimed), header);
  if (banner !== null) header.fields.push({ kind: 'banner', ranges: [{ start: banner.start, end: banner.end }] });
  header.fields.sort((left, right) => (left.ranges[0]?.start ?? 0) - (right.ranges[0]?.start ?? 0));
  header.captions = [...new Set(header.captions)];
  header.range.end = Math.min(limit, bodyStart);
  return header;
}

/** A label without the sign after it. */
function labelWords(work: string, label: HeaderLabel): TextRange {
  const range = trimmed(work, { start: label.start, end: label.valueStart });
  return /[:;]/.test(work[range.end - 1] ?? '') ? trimmed(work, { start: range.start, end: range.end - 1 }) : range;
}

function endOfCaptions(work: string, start: number, stop: number): number {
  let end = start;
  let passing = false;
  for (const line of linesOf(work, start, stop)) {
    if (line.blank) {
      passing = false;
      continue;
    }
    passing ||= isPassingLine(line.text);
    if (!passing && captionsOf(line.text).length === 0) break;
    end = line.end;
  }
  return end;
}
