// Follows passages over up to nine editions: chains the alignments of consecutive editions into rows with one cell an edition.
// It works on ranges alone, so alignments corrected by hand can be chained in the same way.

import type { TextRange } from '../document.ts';
import type { AlignedPair, Alignment, PairClass, SectionReference } from './pair.ts';

/** What happened from one edition to the next; several pairs when a sentence was split or joined on the way. */
export type RowStep = { class: PairClass; /** The least of the pairs. */ confidence: number; numbersOnly: boolean; pairs: AlignedPair[] };

export type EditionRow = {
  /** Of the newest edition that has the passage. */
  section: SectionReference | null;
  /** One an edition: offsets into its text, in order; null where the edition has no such passage. */
  cells: (TextRange[] | null)[];
  /** One fewer than editions; null where neither side has the passage. */
  steps: (RowStep | null)[];
  /** Indices of the editions in which the passage was first and last seen, and in which it came back after an absence. */
  first: number;
  last: number;
  returned: number[];
};

/** Passages of editions that are not consecutive and yet the same: gone and come back. By edition index and start of the range. */
export type Return = { from: { edition: number; start: number }; to: { edition: number; start: number } };

/** How much a class says about a step of several pairs. */
const weightOf: Record<PairClass, number> = { split: 7, joined: 6, 'moved-reworded': 5, reworded: 4, moved: 3, same: 2, new: 1, gone: 0 };

/**
 * Rows over all editions in reading order of the newest; what it no longer has stands behind what it followed.
 * `alignments[i]` compares edition i with edition i + 1.
 */
export function lineage(alignments: readonly Alignment[], returns: readonly Return[] = []): EditionRow[] {
  const editions = alignments.length + 1;
  const nodes = new Nodes(editions);
  alignments.forEach(({ pairs }, step) => {
    for (const pair of pairs) {
      const members = [...pair.older.map((range) => nodes.of(step, range)), ...pair.newer.map((range) => nodes.of(step + 1, range))];
      for (const member of members.slice(1)) nodes.join(members[0] ?? member, member);
    }
  });
  for (const { from, to } of returns) {
    const a = nodes.find(from.edition, from.start);
    const b = nodes.find(to.edition, to.start);
    if (a !== undefined && b !== undefined) nodes.join(a, b);
  }

  const rows = new Map<number, EditionRow>();
  for (const { edition, range, root } of nodes.inReadingOrder()) {
    let row = rows.get(root);
    if (!row) rows.set(root, (row = emptyRow(editions)));
    const cell = row.cells[edition];
    if (cell) cell.push(range);
    else row.cells[edition] = [range];
  }
  alignments.forEach(({ pairs }, step) => {
    for (const pair of pairs) {
      const range = pair.older[0] ?? pair.newer[0];
      const node = range && nodes.find(pair.older.length > 0 ? step : step + 1, range.start);
      const row = node === undefined ? undefined : rows.get(nodes.root(node));
      if (!row) continue;
      row.steps[step] = withPair(row.steps[step] ?? null, pair);
      row.section = pair.class === 'gone' && row.section ? row.section : pair.section;
    }
  });
  for (const row of rows.values()) describe(row);
  return readingOrder(nodes, rows, editions);
}

function emptyRow(editions: number): EditionRow {
  return { section: null, cells: Array.from({ length: editions }, () => null), steps: Array.from({ length: editions - 1 }, () => null), first: 0, last: 0, returned: [] };
}

function withPair(step: RowStep | null, pair: AlignedPair): RowStep {
  if (!step) return { class: pair.class, confidence: pair.confidence, numbersOnly: pair.numbersOnly, pairs: [pair] };
  return {
    class: weightOf[pair.class] > weightOf[step.class] ? pair.class : step.class,
    confidence: Math.min(step.confidence, pair.confidence),
    numbersOnly: step.numbersOnly && pair.numbersOnly,
    pairs: [...step.pairs, pair],
  };
}

function describe(row: EditionRow): void {
  const present = row.cells.flatMap((cell, edition) => (cell ? [edition] : []));
  row.first = present[0] ?? 0;
  row.last = present.at(-1) ?? 0;
  row.returned = present.filter((edition, at) => at > 0 && edition - (present[at - 1] ?? edition) > 1);
}

/** The newest edition gives the order; each older one puts its remaining rows behind the row before them. */
function readingOrder(nodes: Nodes, rows: ReadonlyMap<number, EditionRow>, editions: number): EditionRow[] {
  const next = new Map<number, number>();
  const head = -1;
  const placed = new Set<number>();
  for (let edition = editions - 1; edition >= 0; edition--) {
    let previous = head;
    for (const { root } of nodes.ofEdition(edition)) {
      if (!placed.has(root)) {
        placed.add(root);
        const follower = next.get(previous);
        if (follower !== undefined) next.set(root, follower);
        next.set(previous, root);
      }
      previous = root;
    }
  }
  const ordered: EditionRow[] = [];
  for (let root = next.get(head); root !== undefined; root = next.get(root)) {
    const row = rows.get(root);
    if (row) ordered.push(row);
  }
  return ordered;
}

type Node = { edition: number; range: TextRange };

/** The passages of all editions, joined into rows (union-find). */
class Nodes {
  readonly #nodes: Node[] = [];
  readonly #parents: number[] = [];
  readonly #byStart: Map<number, number>[];

  constructor(editions: number) {
    this.#byStart = Array.from({ length: editions }, () => new Map());
  }

  of(edition: number, range: TextRange): number {
    const known = this.find(edition, range.start);
    if (known !== undefined) return known;
    const node = this.#nodes.length;
    this.#nodes.push({ edition, range });
    this.#parents.push(node);
    this.#byStart[edition]?.set(range.start, node);
    return node;
  }

  find(edition: number, start: number): number | undefined {
    return this.#byStart[edition]?.get(start);
  }

  root(node: number): number {
    let at = node;
    while (this.#parents[at] !== at) {
      this.#parents[at] = this.#parents[this.#parents[at] ?? at] ?? at;
      at = this.#parents[at] ?? at;
    }
    return at;
  }

  join(a: number, b: number): void {
    this.#parents[this.root(b)] = this.root(a);
  }

  ofEdition(edition: number): { range: TextRange; root: number }[] {
    const found = [...(this.#byStart[edition]?.values() ?? [])].map((node) => ({ range: this.#nodes[node]?.range ?? { start: 0, end: 0 }, root: this.root(node) }));
    return found.sort((one, other) => one.range.start - other.range.start);
  }

  *inReadingOrder(): Generator<Node & { root: number }> {
    for (let edition = 0; edition < this.#byStart.length; edition++) for (const found of this.ofEdition(edition)) yield { edition, ...found };
  }
}
