// Decides the reading order of a page: which lines and tables follow one another in one column. Pure geometry: a column
// exists where a strip of white runs down between text on both sides.

import { makeLine, type Line, type Word } from './lines.ts';
import type { PageTable } from './ruled-tables.ts';

export type Item = { kind: 'line'; line: Line } | { kind: 'table'; table: PageTable };
/** Items of one column from top to bottom. */
export type Flow = Item[];

type Placed = { item: Item; x0: number; x1: number; y0: number; y1: number; size: number };
type Interval = { from: number; to: number };
type Band = { items: Placed[]; free: Interval[]; y0: number; y1: number };

/** The narrowest white strip (points) between two columns. */
const gutter = 7;
const deepest = 6;

function place(item: Item): Placed {
  if (item.kind === 'table') return { item, x0: item.table.x0, x1: item.table.x1, y0: item.table.y0, y1: item.table.y1, size: 10 };
  const { x0, x1, baseline, size } = item.line;
  // Shrunk so that the lines of one paragraph do not overlap.
  return { item, x0, x1, y0: baseline - 0.62 * size, y1: baseline + 0.12 * size, size };
}

function freeIntervals(items: readonly Placed[], left: number, right: number): Interval[] {
  const free: Interval[] = [];
  let reach = left - 1000;
  for (const item of items.toSorted((a, b) => a.x0 - b.x0)) {
    if (item.x0 - reach >= gutter) free.push({ from: reach, to: item.x0 });
    reach = Math.max(reach, item.x1);
  }
  free.push({ from: reach, to: right + 1000 });
  return free;
}

function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const common: Interval[] = [];
  for (const one of a) {
    for (const other of b) {
      const from = Math.max(one.from, other.from);
      const to = Math.min(one.to, other.to);
      if (to - from >= gutter) common.push({ from, to });
    }
  }
  return common;
}

/** The intervals that have items on both sides. */
function separating(free: readonly Interval[], items: readonly Placed[]): Interval[] {
  return free.filter((interval) => items.some((item) => item.x1 <= interval.from + 0.5) && items.some((item) => item.x0 >= interval.to - 0.5));
}

function toBands(items: readonly Placed[], left: number, right: number): Band[] {
  const bands: Band[] = [];
  for (const item of items.toSorted((a, b) => a.y0 - b.y0)) {
    const last = bands.at(-1);
    if (last !== undefined && item.y0 < last.y1) {
      last.items.push(item);
      last.y1 = Math.max(last.y1, item.y1);
    } else bands.push({ items: [item], free: [], y0: item.y0, y1: item.y1 });
  }
  for (const band of bands) band.free = freeIntervals(band.items, left, right);
  return bands;
}

/** `columns` is empty for a part that runs in one column. */
type Group = { bands: Band[]; items: Placed[]; free: Interval[]; columns: Interval[] };

function groupBands(bands: readonly Band[]): Group[] {
  const groups: Group[] = [];
  for (const band of bands) {
    const group = groups.at(-1);
    const columnar = separating(band.free, band.items).length > 0;
    if (group !== undefined) {
      const items = [...group.items, ...band.items];
      const free = intersect(group.free, band.free);
      // Only text side by side makes columns; a line at the right above one at the left does not.
      const columns = group.columns.length > 0 ? separating(free, items) : [];
      const continues = group.columns.length > 0 ? columns.length > 0 : !columnar;
      if (continues) {
        group.bands.push(band);
        group.items = items;
        group.free = free;
        group.columns = columns;
        continue;
      }
    }
    groups.push({ bands: [band], items: [...band.items], free: band.free, columns: separating(band.free, band.items) });
  }
  return groups.flatMap(trimTail);
}

/** Text that stands below a side-by-side part on its left only, after a gap, is what follows it, not the end of its left column. */
function trimTail(group: Group): Group[] {
  const split = group.columns[0];
  if (split === undefined) return [group];
  const rightItems = group.items.filter((item) => item.x0 >= split.to - 0.5);
  const beside = group.items.some((item) => item.item.kind === 'table') || rightItems.length < 8;
  if (!beside) return [group];
  const last = Math.max(...rightItems.map((item) => item.y1));
  const at = group.bands.findIndex((band, index) => index > 0 && band.y0 >= last && band.y0 - (group.bands[index - 1] as Band).y1 > 0.9 * (band.items[0] as Placed).size);
  if (at < 0) return [group];
  const regroup = (bands: Band[]): Group => {
    const items = bands.flatMap((band) => band.items);
    const free = bands.map((band) => band.free).reduce(intersect);
    return { bands, items, free, columns: separating(free, items) };
  };
  return [regroup(group.bands.slice(0, at)), regroup(group.bands.slice(at))];
}

/** Whether a side-by-side group is more than an accidental wide gap in one line. */
function isStrong(group: Group): boolean {
  const columns = splitColumns(group);
  if (columns.some((column) => column.some((item) => item.item.kind === 'table'))) return true;
  if (group.bands.length >= 2 && columns.every((column) => column.length >= 2)) return true;
  return group.columns.some((interval) => interval.to - interval.from >= 3 * (group.items[0] as Placed).size);
}

function splitColumns(group: Group): Placed[][] {
  const edges = group.columns.map((interval) => (interval.from + interval.to) / 2).sort((a, b) => a - b);
  const columns: Placed[][] = Array.from({ length: edges.length + 1 }, () => []);
  for (const item of group.items) {
    const middle = (item.x0 + item.x1) / 2;
    columns[edges.filter((edge) => edge < middle).length]?.push(item);
  }
  // The numbers of a list, set apart from its text, are no column of their own.
  return columns.reduce<Placed[][]>((kept, column) => {
    const last = kept.at(-1);
    if (last !== undefined && isMarkerColumn(last, column)) last.push(...column);
    else if (column.length > 0) kept.push([...column]);
    return kept;
  }, []);
}

function isMarkerColumn(column: readonly Placed[], next: readonly Placed[]): boolean {
  if (column.length === 0 || next.length === 0) return false;
  const gap = Math.min(...next.map((item) => item.x0)) - Math.max(...column.map((item) => item.x1));
  return gap < 3 * (column[0] as Placed).size && column.every(({ item }) => item.kind === 'line' && item.line.words.length === 1 && /^\d{1,3}$/u.test((item.line.words[0] as Word).text));
}

/** One column: line segments on one baseline are one line again. */
function toFlow(items: readonly Placed[]): Flow {
  const flow: Flow = [];
  for (const { item } of items.toSorted((a, b) => a.y0 - b.y0 || a.x0 - b.x0)) {
    const last = flow.at(-1);
    if (item.kind === 'line' && last?.kind === 'line' && Math.abs(last.line.baseline - item.line.baseline) <= 0.3 * Math.max(item.line.size, last.line.size)) {
      last.line = makeLine([...last.line.words, ...item.line.words].sort((a, b) => a.x - b.x));
    } else flow.push(item.kind === 'line' ? { kind: 'line', line: item.line } : item);
  }
  return flow;
}

function arrange(items: readonly Placed[], depth: number, aligned: (columns: Line[][]) => PageTable | null): Flow[] {
  if (items.length === 0) return [];
  const left = Math.min(...items.map((item) => item.x0));
  const right = Math.max(...items.map((item) => item.x1));
  const flows: Flow[] = [];
  for (const group of groupBands(toBands(items, left, right))) {
    if (group.columns.length === 0 || depth >= deepest || !isStrong(group)) {
      flows.push(toFlow(group.items));
      continue;
    }
    const columns = splitColumns(group);
    const lines = columns.map((column) => column.flatMap(({ item }) => (item.kind === 'line' ? [item.line] : [])));
    const table = columns.some((column) => column.some(({ item }) => item.kind === 'table')) ? null : aligned(lines);
    if (table !== null) flows.push([{ kind: 'table', table }]);
    else if (columns.length === 1) flows.push(toFlow(group.items));
    else for (const column of columns) flows.push(...arrange(column, depth + 1, aligned));
  }
  return joinFlows(flows);
}

/** Two flows that continue each other downwards in the same column are one. */
function joinFlows(flows: Flow[]): Flow[] {
  const joined: Flow[] = [];
  for (const flow of flows) {
    const previous = joined.at(-1);
    const end = previous?.at(-1);
    const start = flow[0];
    if (previous !== undefined && end !== undefined && start !== undefined) {
      const a = place(end);
      const b = place(start);
      const overlap = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
      if (b.y0 >= a.y1 - 1 && overlap > 0.5 * Math.min(a.x1 - a.x0, b.x1 - b.x0)) {
        previous.push(...flow);
        continue;
      }
    }
    joined.push([...flow]);
  }
  return joined;
}

/** The flows of a page in reading order. `aligned` may recognise a side-by-side part as an unruled table. */
export function readingOrder(lines: readonly Line[], tables: readonly PageTable[], aligned: (columns: Line[][]) => PageTable | null): Flow[] {
  const items: Placed[] = [...lines.map((line) => place({ kind: 'line', line })), ...tables.map((table) => place({ kind: 'table', table }))];
  return arrange(items, 0, aligned);
}
