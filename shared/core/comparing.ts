// From aligned texts to the rows of a comparison: one cell a document, what happened in each, with words and pages. Reports are aligned
// sentence by sentence; cables beside them are put to the rows that speak of the same things, and no rewording is claimed of them.

import { type AlignedPair, alignDifferent, alignMany, type EditionRow, type EditionRule, type EditionText, type OnShare, type SectionReference, type TopicGroup, type WordDifference, natures } from './alignment.ts';
import type { ComparisonCell, ComparisonRow, ComparisonStep, PlacedDifference } from './comparison.ts';
import type { Block, Page, TextRange } from './document.ts';
import { levelLineDifference } from './level-line.ts';
import { sentences } from './sentence.ts';

/** Documents of one family are editions of one another. */
export type Family = 'report' | 'cable';

export type ComparedEdition = { family: Family; text: EditionText; pages: Pick<Page, 'number' | 'start' | 'end'>[] };

/** Columns in the order given, oldest first; rules name editions by the key of their text. Rows are in reading order of the newest report (of the newest cable when there are only cables). */
export function compareEditions(editions: readonly ComparedEdition[], rules: readonly EditionRule[] = [], onShare?: OnShare): ComparisonRow[] {
  const columns = editions.map((edition, column) => ({ edition, column, cellOf: cellMaker(edition) }));
  const reports = columns.filter(({ edition }) => edition.family === 'report');
  const main = reports.length > 0 ? reports : columns;
  const aligned = alignMany(main.map(({ edition }) => edition.text), {}, rules, onShare);
  const drafts = aligned.map((row) => draftOf(row, main, columns.length));
  const newest = main.at(-1);
  if (newest) {
    for (const beside of columns.filter((column) => !main.includes(column))) {
      attach(drafts, alignDifferent(bySentence(beside.edition.text), bySentence(newest.edition.text)), beside.column, newest.column);
    }
  }
  const shown = reports.length === 1 && columns.length > 1 ? topicsFirst(drafts) : drafts;
  return shown.map(({ section, ranges, steps }) => ({
    section: section ? titleOf(section) : null,
    sectionRole: section?.role ?? null,
    cells: columns.map(({ column, cellOf }) => cellOf(ranges[column] ?? [])),
    steps: steps.slice(1),
  }));
}

type Draft = { section: SectionReference | null; ranges: TextRange[][]; steps: (ComparisonStep | null)[] };
type Column = { edition: ComparedEdition; column: number; cellOf: (ranges: readonly TextRange[]) => ComparisonCell | null };

function draftOf(row: EditionRow, main: readonly Column[], width: number): Draft {
  const draft: Draft = { section: row.section, ranges: Array.from({ length: width }, () => []), steps: Array.from({ length: width }, () => null) };
  main.forEach(({ column }, index) => {
    draft.ranges[column] = row.cells[index] ?? [];
    const step = index === 0 ? null : row.steps[index - 1];
    if (!step) return;
    const [before, after] = [main[index - 1]?.edition.text, main[index]?.edition.text];
    const parts = step.pairs.flatMap((pair) => (before && after ? differencesOf(pair, before, after) : []).map((each): PlacedDifference => partOf(each, before?.text ?? '')));
    const corrections = [...new Set(step.pairs.flatMap((pair) => pair.rules ?? []))];
    // Of several pairs in one row the change that says most; the list is in that order.
    const nature = natures.find((each) => step.pairs.some((pair) => pair.nature === each));
    draft.steps[column] = { class: step.class, confidence: step.confidence, numbersOnly: step.numbersOnly, parts, ...(nature ? { nature } : {}), ...(corrections.length > 0 ? { corrections } : {}) };
  });
  return draft;
}

/** Word by word, but of the line of the level as a whole. */
function differencesOf({ older, newer, differences }: AlignedPair, before: EditionText, after: EditionText): readonly WordDifference[] {
  const [from, to] = [older[0], newer[0]];
  if (differences.length === 0 || older.length + newer.length !== 2 || !from || !to || !isLevelLine(from, before) || !isLevelLine(to, after)) return differences;
  return levelLineDifference({ text: before.text, range: from }, { text: after.text, range: to });
}

/** True when the passage is the line of the level and not a paragraph that names it. */
function isLevelLine({ start, end }: TextRange, { landmarks }: EditionText): boolean {
  return landmarks?.some((landmark) => landmark.name === 'level' && landmark.start < end && start < landmark.end && (landmark.end - landmark.start) * 2 > end - start) ?? false;
}

function partOf({ kind, text, emphasis, older, newer }: WordDifference, olderText: string): PlacedDifference {
  const spelled = kind === 'same' && older ? olderText.slice(older.start, older.end) : text;
  return { kind, text, emphasis, olderAt: older, newerAt: newer, ...(spelled === text ? {} : { older: spelled }) };
}

const present: ComparisonStep = { class: 'present', confidence: 1, numbersOnly: false, parts: [] };

/** Puts the passages of a cable to the rows of the newest report that they share a topic with; the others get rows of their own at the end. */
function attach(drafts: Draft[], groups: readonly TopicGroup[], column: number, newest: number): void {
  const rowAt = new Map<number, Draft>();
  for (const draft of drafts) for (const range of draft.ranges[newest] ?? []) rowAt.set(range.start, draft);
  const starts = [...rowAt.keys()].toSorted((one, other) => one - other);
  const unmatched: Draft[] = [];
  for (const group of groups) {
    if (group.older.length === 0) continue;
    const [first] = group.newer;
    // A topic is a whole paragraph, a row one of its sentences: the first row inside the paragraph takes it.
    const start = first && starts.find((each) => each >= first.start && each < first.end);
    const row = start === undefined ? undefined : rowAt.get(start);
    if (row) {
      row.ranges[column] = inOrder([...(row.ranges[column] ?? []), ...group.older]);
      row.steps[column] = { ...present, confidence: group.similarity };
      if (row.steps[newest] === null) row.steps[newest] = { ...present, confidence: group.similarity };
    } else {
      const draft: Draft = { section: group.section, ranges: drafts[0]?.ranges.map(() => []) ?? [], steps: drafts[0]?.steps.map(() => null) ?? [] };
      draft.ranges[column] = inOrder(group.older);
      draft.steps[column] = present;
      unmatched.push(draft);
    }
  }
  drafts.push(...unmatched);
}

const shared: SectionReference = { role: 'shared', number: null, title: 'On the same topic' };
const alone: SectionReference = { role: 'alone', number: null, title: 'In one document only' };

/**
 * One report beside cables has no neighbour edition whose order counts: what both speak of comes first, and what only one of them
 * says stands below, each column in its own reading order so that both can be read on; no relation is claimed between those cells.
 */
function topicsFirst(drafts: readonly Draft[]): Draft[] {
  const isShared = (draft: Draft) => draft.ranges.filter((ranges) => ranges.length > 0).length > 1;
  const rest = drafts.filter((draft) => !isShared(draft));
  const width = drafts[0]?.ranges.length ?? 0;
  const byColumn = Array.from({ length: width }, (_, column) => rest.flatMap((draft) => (draft.ranges[column]?.length ? [draft.ranges[column]] : [])).toSorted((one, other) => (one[0]?.start ?? 0) - (other[0]?.start ?? 0)));
  const longest = Math.max(0, ...byColumn.map((cells) => cells.length));
  return [
    ...drafts.filter(isShared).map((draft) => ({ ...draft, section: shared })),
    ...Array.from({ length: longest }, (_, index) => ({ section: alone, ranges: byColumn.map((cells) => cells[index] ?? []), steps: Array.from({ length: width }, () => null) })),
  ];
}

/** A paragraph longer than this (characters) speaks of several things. */
const longParagraph = 500;

/** The edition with long paragraphs taken apart, so that a topic is found at its sentence and not at half a page. */
function bySentence(edition: EditionText): EditionText {
  const blocks = edition.blocks.flatMap((block): Block[] => {
    if (block.kind !== 'paragraph' || block.end - block.start <= longParagraph) return [block];
    return sentences(edition.text.slice(block.start, block.end)).map((range) => ({ ...block, start: block.start + range.start, end: block.start + range.end, runs: [] }));
  });
  return { ...edition, blocks };
}

function inOrder(ranges: readonly TextRange[]): TextRange[] {
  return ranges.toSorted((one, other) => one.start - other.start);
}

function titleOf({ number, title }: SectionReference): string {
  return number && !title.startsWith(number) ? `${number}. ${title}` : title;
}

/** Words, page and label of passages; null for none. */
function cellMaker({ text: { text, blocks }, pages }: ComparedEdition): Column['cellOf'] {
  const blockAt = finder(blocks);
  const pageAt = finder(pages);
  return (ranges) => {
    const [first] = ranges;
    const last = ranges.at(-1);
    if (!first || !last) return null;
    const block: Block | undefined = blockAt(first.start);
    return {
      start: first.start,
      end: last.end,
      ranges: [...ranges],
      text: ranges.map((range) => text.slice(range.start, range.end)).join('\n'),
      page: pageAt(first.start)?.number ?? block?.page ?? null,
      label: block?.label ?? null,
    };
  };
}

/** The last of the ascending ranges that begins at or before an offset. */
function finder<Range extends { start: number }>(ranges: readonly Range[]): (offset: number) => Range | undefined {
  return (offset) => {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return ranges[low - 1];
  };
}
