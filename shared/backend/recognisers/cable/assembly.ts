// Puts what was read and laid out of a cable into the Cable record and its sections. Comparing the parts with each other is checks.ts's work.

import type { Cable, CableMention, CableReference, Section } from '../../../core/recognition.ts';
import type { CableDocument } from './document.ts';
import { mentionsIn } from './in-text-references.ts';
import { canonicalClassification, caveatOf, levelOf } from './marking.ts';
import { pageValue } from './reading.ts';
import type { Reading } from './reading.ts';
import type { SpokenPart } from './roles.ts';
import { oneLine } from './source.ts';
import { tagKind, tagMeaning } from './tags.ts';
import { dayOfYear, printedDate } from './time-group.ts';

function hasRole(part: SpokenPart, role: string): boolean {
  return part.kind === 'paragraph' && part.passages.some((passage) => passage.role === role);
}

function caveats(reading: Reading, classification: string | null): string[] {
  const words = [...(classification?.split('//').slice(1) ?? []), ...reading.copies.header.captions];
  return [...new Set(words.flatMap((word) => caveatOf(word) ?? []))];
}

function classificationOf(reading: Reading): string | null {
  const page = pageValue(reading.page, 'classification');
  if (page !== null) return canonicalClassification(page.value);
  const { banner } = reading.copies;
  return banner === null ? null : levelOf(banner.banner.classification);
}

/** The Cable record. Ranges of paragraphs are offsets into the laid-out text. */
export function assembleCable(reading: Reading, document: CableDocument): Cable {
  const { page, routing, copies, work } = reading;
  const { header } = copies;
  const classification = classificationOf(reading);
  const created = pageValue(page, 'created');
  const released = pageValue(page, 'released');
  const subject = header.subject === null ? null : oneLine(work.slice(header.subject.words.start, header.subject.words.end));
  const { paragraphs } = document;
  const references = reading.references.map(({ reference, start, end }): CableReference => {
    const place = document.layout.place({ start, end });
    return { ...reference, start: place?.start ?? null, end: place?.end ?? null };
  });
  const mentions = mentionsOf(reading, document, references);
  return {
    id: reading.identifier,
    publishedId: reading.publishedIdentifier,
    created: created === null ? null : printedDate(created.value),
    released: released === null ? null : printedDate(released.value),
    classification,
    caveats: caveats(reading, classification),
    origin: pageValue(page, 'origin')?.value ?? null,
    titleLabel: pageValue(page, 'title')?.value ?? null,
    titleIsTruncated: document.titleIsTruncated,
    transmissionId: routing.transmissionId,
    precedence: routing.precedence,
    relayedTo: routing.relayedTo,
    de: routing.de,
    deDate: routing.de === null || reading.year === null ? null : dayOfYear(reading.year, routing.de.julian, routing.de.time),
    zn: routing.zn,
    dtg: routing.dtg,
    from: routing.from,
    to: routing.to.map(({ addressee }) => addressee),
    info: routing.info.map(({ addressee }) => addressee),
    banner: copies.banner?.banner ?? null,
    captions: header.captions,
    attention: header.attention.map(({ office, for: whom }) => ({ office, for: whom })),
    eo: header.order?.eo ?? null,
    tags: reading.tags.map(({ tag }) => tag),
    tagMeanings: reading.tags.map(({ tag }) => ({ tag, kind: tagKind(tag), meaning: tagMeaning(tag) })),
    subject: subject === '' ? null : subject,
    references,
    headerBlocks: 1 + copies.duplicates.length + copies.others.length,
    paragraphs: paragraphs.map(({ n, marking, text, start, end }) => ({ n, marking, text, start, end })),
    summaryParagraphs: paragraphs.filter(({ part }) => hasRole(part, 'summary')).map(({ n }) => n),
    commentParagraphs: paragraphs.filter(({ part }) => hasRole(part, 'comment')).map(({ n }) => n),
    signature: reading.signature.names.map(({ name }) => name),
    classifiedBy:
      header.classifiedBy === null
        ? null
        : oneLine(work.slice(header.classifiedBy.start, header.classifiedBy.end)).replace(/^Class?i\w{0,4}ed\s+by\s*:?\s*/i, ''),
    inTextReftels: lettersByParagraph(mentions),
    mentions,
    siteNoise: page.noise.map((range) => work.slice(range.start, range.end)),
    checks: [],
  };
}

/** What the blocks of the body refer to, in reading order. */
function mentionsOf(reading: Reading, { layout, body, paragraphs }: CableDocument, references: readonly CableReference[]): CableMention[] {
  const context = { references, paragraphs: new Set(paragraphs.map(({ n }) => n)), referrer: { year: reading.year, identifier: reading.identifier } };
  let at = 0;
  return layout.blocks
    .filter((block) => block.start >= body.start && block.end <= body.end)
    .flatMap((block) => {
      while ((paragraphs[at]?.end ?? Infinity) < block.start) at += 1;
      const paragraph = paragraphs[at];
      const number = paragraph !== undefined && layout.ranges.length > 0 && block.end > paragraph.start && block.start < paragraph.end ? paragraph.n : null;
      return mentionsIn(layout.text.slice(block.start, block.end), number, context).map((mention) => ({ ...mention, start: mention.start + block.start, end: mention.end + block.start }));
    });
}

/** Letters of one list ("refs B, C and D") together. */
function lettersByParagraph(mentions: readonly CableMention[]): { paragraph: number; letters: string[] }[] {
  const found: { paragraph: number; letters: string[]; end: number }[] = [];
  for (const { paragraph, letters, start, end } of mentions) {
    if (paragraph === null || letters.length === 0) continue;
    const last = found.at(-1);
    if (last !== undefined && last.paragraph === paragraph && start - last.end < 12 && !last.letters.includes(letters[0] ?? '')) {
      last.letters.push(...letters);
      last.end = end;
    } else found.push({ paragraph, letters: [...letters], end });
  }
  return found.map(({ paragraph, letters }) => ({ paragraph, letters }));
}

/** First words of a paragraph as its title in an outline, cut at a word. */
function outlineTitle(text: string): string {
  const words = text.slice(0, 90).replace(/\n/g, ' ');
  const heading = /^([A-Z][^.:!?]{2,60}):\s/.exec(words)?.[1];
  if (heading !== undefined) return heading;
  if (text.length <= 64) return words;
  const cut = words.slice(0, 64);
  return `${cut.slice(0, Math.max(20, cut.lastIndexOf(' ')))}…`;
}

/**
 * Outline: summary and comments by role, headings as printed, and each numbered paragraph (one level deeper under a heading). A heading
 * reaches to the next heading.
 */
export function sectionsOf(document: CableDocument): Section[] {
  const sections: Section[] = [];
  const last = document.paragraphs.at(-1)?.end ?? 0;
  const entries = [
    ...document.headings.map((heading) => ({ heading, paragraph: null, start: heading.start })),
    ...document.paragraphs.map((paragraph) => ({ heading: null, paragraph, start: paragraph.start })),
  ].sort((left, right) => left.start - right.start);
  let depth = 1;
  for (const [index, entry] of entries.entries()) {
    if (entry.heading !== null) {
      const next = document.headings.find((other) => other.start > entry.start);
      const below = entries[index + 1]?.paragraph ?? null;
      const role = below === null ? null : roleOf(below.part);
      sections.push({
        number: null,
        title: document.layout.text.slice(entry.heading.start, entry.heading.end),
        level: 1,
        page: null,
        role,
        start: entry.heading.start,
        end: next === undefined ? Math.max(last, entry.heading.end) : next.start - 1,
      });
      depth = 2;
      continue;
    }
    const { paragraph } = entry;
    const role = roleOf(paragraph.part);
    const label = role === 'summary' ? 'Summary' : role === 'comment' ? 'Comment' : role === 'action-request' ? 'Action request' : null;
    sections.push({
      number: String(paragraph.n),
      title: label ?? outlineTitle(paragraph.text),
      level: depth,
      page: null,
      role,
      start: paragraph.start,
      end: paragraph.end,
    });
  }
  return sections;
}

/** The role a whole paragraph has: that of its first passage, unless that is reporting. */
function roleOf(part: SpokenPart): string | null {
  if (part.kind !== 'paragraph') return null;
  const role = part.passages[0]?.role ?? 'report';
  return role === 'report' ? null : role;
}
