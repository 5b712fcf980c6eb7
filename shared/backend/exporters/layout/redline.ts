// Two editions as one running text with everything that changed: paragraphs in the order of the later edition, and between them what only
// the earlier one has. Taking all removed parts out leaves the later edition, taking all added parts out the earlier one, each in its own
// order; a sentence that moved is therefore removed at its old place and added at its new one.

import type { ComparisonCell, ComparisonRow } from '../../../core/comparison.ts';
import type { Block, BlockKind } from '../../../core/document.ts';
import type { DifferencePart } from '../../../core/comparison.ts';
import { redlineOf } from './differences.ts';

export type RedlineSide = { text: string; blocks: readonly Block[] };

/** `moved`: the same sentence stands elsewhere in the other edition. */
export type RedlinePart = Pick<DifferencePart, 'kind' | 'text' | 'emphasis'> & { moved: boolean };

export type RedlineParagraph = {
  kind: BlockKind;
  /** Level of a heading from 1, depth of a list item from 1; else 0. */
  level: number;
  /** Which edition has the paragraph; the marks at its end follow it. */
  presence: 'both' | 'older' | 'newer';
  parts: RedlinePart[];
  /** Pages on which it begins; null where an edition lacks it or has no pages. */
  olderPage: number | null;
  newerPage: number | null;
};

type Entry = { older: ComparisonCell | null; newer: ComparisonCell | null; parts: DifferencePart[]; moved: boolean };

/** `rows` are those of a comparison of exactly these two documents, the earlier one first. */
export function redlineParagraphs(rows: readonly ComparisonRow[], older: RedlineSide, newer: RedlineSide): RedlineParagraph[] {
  const blockOf = { older: blockFinder(older.blocks), newer: blockFinder(newer.blocks) };
  const paragraphs: (RedlineParagraph & { olderBlock: number | null; newerBlock: number | null })[] = [];
  for (const entry of inReadingOrder(rows)) {
    const olderBlock = entry.older ? blockOf.older(entry.older.start) : null;
    const newerBlock = entry.newer ? blockOf.newer(entry.newer.start) : null;
    const last = paragraphs.at(-1);
    const joins = last && ((newerBlock !== null && last.newerBlock === newerBlock) || (olderBlock !== null && last.olderBlock === olderBlock && (newerBlock === null || last.newerBlock === null)));
    let paragraph = last;
    if (!joins || !paragraph) {
      const block = newerBlock !== null ? newer.blocks[newerBlock] : older.blocks[olderBlock ?? -1];
      paragraph = { kind: block?.kind ?? 'paragraph', level: block?.level ?? 0, presence: 'both', parts: [], olderPage: null, newerPage: null, olderBlock, newerBlock };
      paragraphs.push(paragraph);
    }
    paragraph.olderBlock ??= olderBlock;
    paragraph.newerBlock ??= newerBlock;
    paragraph.olderPage ??= entry.older?.page ?? null;
    paragraph.newerPage ??= entry.newer?.page ?? null;
    add(paragraph.parts, entry);
  }
  return paragraphs.map(({ olderBlock, newerBlock, ...paragraph }) => ({ ...paragraph, parts: joined(paragraph.parts), presence: newerBlock === null ? 'older' : olderBlock === null ? 'newer' : 'both' }));
}

/** True when anything in it changed. */
export function isChanged(paragraph: RedlineParagraph): boolean {
  return paragraph.parts.some(({ kind }) => kind !== 'same');
}

/**
 * What both editions have, in the order of the later one, is the frame; it stands in the same order in the earlier one, or else it counts
 * as moved. What only the later has stays where it is; what only the earlier has follows what it followed there.
 */
function inReadingOrder(rows: readonly ComparisonRow[]): Entry[] {
  const entries: Entry[] = [];
  const dropped: Entry[] = [];
  let reached = -1;
  for (const { cells, steps } of rows) {
    const [before = null, after = null] = cells;
    const step = steps[0] ?? null;
    if (before && after) {
      const moved = before.start < reached || step?.class === 'moved' || step?.class === 'moved-reworded';
      if (moved) {
        dropped.push({ older: before, newer: null, parts: [], moved: true });
        entries.push({ older: null, newer: after, parts: [], moved: true });
      } else {
        reached = before.end;
        entries.push({ older: before, newer: after, parts: step?.parts ?? [], moved: false });
      }
    } else if (after) entries.push({ older: null, newer: after, parts: [], moved: false });
    else if (before) dropped.push({ older: before, newer: null, parts: [], moved: false });
  }
  dropped.sort((one, other) => (one.older?.start ?? 0) - (other.older?.start ?? 0));
  const anchors = entries.flatMap(({ older }) => (older ? [older.start] : []));
  const ordered: Entry[] = [];
  let next = 0;
  const dropBefore = (offset: number) => {
    for (let entry = dropped[next]; entry && (entry.older?.start ?? 0) < offset; entry = dropped[++next]) ordered.push(entry);
  };
  let anchor = 0;
  dropBefore(anchors[anchor] ?? Number.POSITIVE_INFINITY);
  for (const entry of entries) {
    ordered.push(entry);
    if (entry.older) dropBefore(anchors[++anchor] ?? Number.POSITIVE_INFINITY);
  }
  return ordered;
}

function add(parts: RedlinePart[], { older, newer, parts: differences, moved }: Entry): void {
  const before = older && oneLine(older.text);
  const after = newer && oneLine(newer.text);
  const found: Pick<DifferencePart, 'kind' | 'text' | 'emphasis'>[] =
    before !== null && after !== null
      ? redlineOf(differences.map((part) => ({ ...part, text: oneLine(part.text), ...(part.older === undefined ? {} : { older: oneLine(part.older) }) })), before, after)
      : [{ kind: after !== null ? 'added' : 'removed', text: after ?? before ?? '', emphasis: null }];
  if (parts.length > 0) space(parts, before !== null, after !== null);
  parts.push(...found.map(({ kind, text, emphasis }) => ({ kind, text, emphasis, moved: moved && kind !== 'same' })));
}

/** Sentences of a paragraph are parted by a space in every edition that has something on both sides of it. */
function space(parts: RedlinePart[], inOlder: boolean, inNewer: boolean): void {
  const olderBefore = parts.some(({ kind }) => kind !== 'added');
  const newerBefore = parts.some(({ kind }) => kind !== 'removed');
  const older = inOlder && olderBefore;
  const newer = inNewer && newerBefore;
  if (older || newer) parts.push({ kind: older && newer ? 'same' : older ? 'removed' : 'added', text: ' ', emphasis: null, moved: false });
}

/** Neighbours of one kind are one part. */
function joined(parts: readonly RedlinePart[]): RedlinePart[] {
  const whole: RedlinePart[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last?.kind === part.kind && last.moved === part.moved && last.emphasis === part.emphasis) last.text += part.text;
    else whole.push({ ...part });
  }
  return whole;
}

/** Several passages of a cell are joined by a line break that is in neither document. */
function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}

/** The index of the block around an offset. */
function blockFinder(blocks: readonly Block[]): (offset: number) => number | null {
  return (offset) => {
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? null : low - 1;
  };
}
