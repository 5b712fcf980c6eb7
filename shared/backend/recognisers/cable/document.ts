// Arranges what was read of a cable as the document an analyst reads: title, header fields once, numbered paragraphs, signature; what the
// transmission and the web page added is left out with its reason.

import type { LeftOut, ParsedDocument, TextRange } from '../../../core/document.ts';
import type { CableParagraph } from '../../../core/recognition.ts';
import { columns, element, layOut, prose } from './layout.ts';
import type { Element, Layout, Omission, Piece } from './layout.ts';
import type { Header, HeaderField } from './header.ts';
import { pageValue } from './reading.ts';
import type { Reading } from './reading.ts';
import type { SpokenPart } from './roles.ts';
import { linesOf, oneLine, trimmed } from './source.ts';

export type CableDocument = {
  layout: Layout;
  /** Headings of the body with their place in the text. */
  headings: { part: SpokenPart; start: number; end: number }[];
  paragraphs: (CableParagraph & { part: SpokenPart })[];
  /** From the first line of the body to the last, without the signature; start equals end when there is none. */
  body: TextRange;
  titleIsTruncated: boolean;
};

const FIELD_NAMES = {
  identifier: 'Identifier',
  created: 'Created',
  released: 'Released',
  classification: 'Classification',
  origin: 'Origin',
  title: 'Title',
  tags: 'Tags',
  references: 'Referenced cables',
} as const;

/** True when the page's title is the beginning of the subject. */
function titleBeginsSubject(reading: Reading): boolean {
  const title = pageValue(reading.page, 'title');
  const subject = reading.copies.header.subject;
  if (title === null || subject === null) return false;
  const whole = oneLine(reading.work.slice(subject.whole.start, subject.whole.end));
  const words = oneLine(reading.work.slice(subject.words.start, subject.words.end));
  return title.value !== '' && (whole.startsWith(title.value) || words.startsWith(title.value));
}

function pageTagsAreTags(reading: Reading): boolean {
  const value = pageValue(reading.page, 'tags');
  if (value === null) return false;
  const printed = new Set(value.value.toUpperCase().split(/[\s,]+/));
  return reading.tags.length > 0 && reading.tags.every(({ tag }) => tag.split(/[\s,]+/).every((word) => printed.has(word)));
}

function titleElement(reading: Reading): Element | null {
  const { subject } = reading.copies.header;
  if (subject !== null && subject.words.start < subject.words.end) {
    const { label } = subject;
    const mark = trimmed(reading.work, { start: subject.whole.start, end: subject.words.start });
    const words = [label, mark].map((range) => oneLine(reading.work.slice(range.start, range.end)));
    return element('title', prose(reading.work, [subject.words]), { label: words.join(' ').trim(), labelRanges: [label, mark] });
  }
  const title = pageValue(reading.page, 'title');
  if (title === null) return null;
  const name = title.label === null ? null : oneLine(reading.work.slice(title.label.start, title.label.end));
  return element('title', prose(reading.work, [title]), { label: name, labelRanges: title.label === null ? [] : [title.label] });
}

function pageElements(reading: Reading, skipped: ReadonlySet<string>): Element[] {
  return reading.page.values
    .filter((value) => !skipped.has(value.field))
    .map((value) => {
      const label: Piece = value.label ?? { text: FIELD_NAMES[value.field] };
      return element('field', [label, { text: ': ' }, ...prose(reading.work, [value])]);
    });
}

/** Captions that say the same again inside one header ("SIPDIS" twice is normal). */
function repeatedCaptions(work: string, header: Header): HeaderField[] {
  const seen = new Set<string>();
  return header.fields.filter((field) => {
    const text = field.kind === 'caption' ? oneLine(field.ranges.map((range) => work.slice(range.start, range.end)).join(' ')) : '';
    const repeated = seen.has(text);
    if (field.kind === 'caption') seen.add(text);
    return field.kind === 'caption' && repeated;
  });
}

/** The header's fields; the subject of the copy that counts is the title. */
function headerElements(work: string, header: Header, subjectIsTitle: boolean): Element[] {
  const repeated = repeatedCaptions(work, header);
  return header.fields
    .filter((field) => !repeated.includes(field) && !(subjectIsTitle && field.kind === 'subject'))
    .map((field) => element('field', prose(work, field.ranges)));
}

type Draft = { elements: Element[]; headings: { part: SpokenPart; at: number }[]; paragraphs: { part: SpokenPart; n: number; from: number; to: number }[] };

function bodyElements(reading: Reading, draft: Draft): void {
  const { work } = reading;
  for (const part of reading.body.parts) {
    if (part.kind === 'heading') {
      draft.headings.push({ part, at: draft.elements.length });
      draft.elements.push(element('heading', prose(work, [part]), { level: 2 }));
      continue;
    }
    const from = draft.elements.length;
    const mark: Piece[] = part.mark === null ? [] : [part.mark];
    for (const [index, passage] of part.passages.entries()) {
      const pieces = passage.kind === 'table' ? columns(passage.ranges) : prose(work, passage.ranges);
      const opening = index === 0;
      if (pieces.length === 0) continue;
      draft.elements.push(
        element(
          passage.kind === 'table' ? 'code' : passage.kind === 'bullet' ? 'list-item' : 'paragraph',
          opening && mark.length > 0 ? [...mark, { text: ' ' }, ...pieces] : pieces,
          {
            level: passage.kind === 'bullet' ? 1 : 0,
            role: passage.role,
            ...(opening && part.number !== null ? { label: String(part.number), labelRanges: part.numberRange === null ? [] : [part.numberRange] } : {}),
          },
        ),
      );
    }
    if (draft.elements.length === from && part.number !== null) {
      draft.elements.push(
        element('paragraph', mark.length > 0 ? mark : part.numberRange === null ? [] : [part.numberRange], { label: String(part.number), role: 'report' }),
      );
    }
    if (part.number !== null) draft.paragraphs.push({ part, n: part.number, from, to: draft.elements.length });
  }
}

function omissionsOf(reading: Reading, skipped: ReadonlySet<string>): Omission[] {
  const { page, copies, body, signature } = reading;
  const valuesOf = (field: 'title' | 'tags') =>
    page.values.filter((value) => value.field === field && skipped.has(field)).flatMap((value) => (value.label === null ? [value] : [value.label, value]));
  return [
    { reason: 'Header printed a second time; the copy nearer the text is shown', ranges: copies.duplicates },
    { reason: 'Header repeated at the start of a section', ranges: copies.sectionHeads },
    {
      reason: 'Caption printed twice in one header',
      ranges: [copies.header, ...copies.others].flatMap((header) => repeatedCaptions(reading.work, header).flatMap((field) => field.ranges)),
    },
    { reason: 'Page banners of the transmission', ranges: reading.pageBanners },
    { reason: 'Words of the web site around the cable', ranges: page.noise },
    { reason: 'Labels of the table on the web page', ranges: page.labelRows },
    { reason: 'Title of the web page, which is the beginning of the subject', ranges: valuesOf('title') },
    { reason: 'Tags of the web page, which repeat the TAGS line', ranges: valuesOf('tags') },
    { reason: 'Classification or caption repeated between the paragraphs', ranges: body.markings },
    { reason: 'Markings that close the message', ranges: signature.closing },
    { reason: 'Ruled lines', ranges: body.rules },
  ];
}

/** Lays a cable out. carried is what its carrier left out. */
export function arrangeCable(reading: Reading, carried: readonly LeftOut[]): CableDocument {
  const { work } = reading;
  const title = titleElement(reading);
  const skipped = new Set<string>();
  if (titleBeginsSubject(reading)) skipped.add('title');
  if (pageTagsAreTags(reading)) skipped.add('tags');
  const { subject } = reading.copies.header;
  const usesPageTitle = title !== null && (subject === null || subject.words.start === subject.words.end);
  const draft: Draft = { elements: title === null ? [] : [title], headings: [], paragraphs: [] };
  draft.elements.push(...pageElements(reading, usesPageTitle ? new Set([...skipped, 'title']) : skipped));
  draft.elements.push(...reading.page.notes.map((range) => element('note', prose(work, [range]))));
  for (const line of linesOf(work, reading.routingRange.start, reading.routingRange.end))
    if (!line.blank) draft.elements.push(element('field', prose(work, [trimmed(work, line)])));
  for (const other of reading.copies.others) draft.elements.push(...headerElements(work, other, false));
  draft.elements.push(...headerElements(work, reading.copies.header, title !== null && !usesPageTitle));
  const bodyFrom = draft.elements.length;
  bodyElements(reading, draft);
  const bodyTo = draft.elements.length;
  for (const name of reading.signature.names) draft.elements.push(element('note', [name]));
  for (const note of reading.signature.notes) draft.elements.push(element('note', prose(work, [note])));
  const layout = layOut(reading.source, draft.elements, omissionsOf(reading, skipped));
  layout.leftOut.unshift(...carried);
  const rangeOf = (index: number): { start: number; end: number } => layout.ranges[index] ?? { start: 0, end: 0 };
  return {
    layout,
    body: bodyTo > bodyFrom ? { start: rangeOf(bodyFrom).start, end: rangeOf(bodyTo - 1).end } : { start: 0, end: 0 },
    titleIsTruncated: skipped.has('title') && subjectIsLonger(reading),
    headings: draft.headings.map(({ part, at }) => ({ part, ...rangeOf(at) })),
    paragraphs: draft.paragraphs.map(({ part, n, from, to }) => {
      const mark = part.kind === 'paragraph' ? part.mark : null;
      const first = rangeOf(from);
      const markEnd = mark === null ? null : layout.place(mark);
      const start = markEnd === null ? first.start : Math.min(markEnd.end + 1, rangeOf(to - 1).end);
      const end = rangeOf(to - 1).end;
      return { part, n, start, end, marking: mark?.text ?? null, text: layout.text.slice(start, end) };
    }),
  };
}

function subjectIsLonger(reading: Reading): boolean {
  const title = pageValue(reading.page, 'title')?.value ?? '';
  const subject = reading.copies.header.subject;
  return subject !== null && oneLine(reading.work.slice(subject.words.start, subject.words.end)).length > title.length;
}

/** The laid-out document in the form every importer yields; the importer's own properties stay. */
export function parsedDocument(document: CableDocument, parsed: ParsedDocument): ParsedDocument {
  const { text, blocks, leftOut } = document.layout;
  return { text, blocks, pages: [], properties: parsed.properties, warnings: parsed.warnings, leftOut: [...parsed.leftOut, ...leftOut] };
}
