// Where each cable stands on the map: time from left to right, a row for each post or country, cables that would lie on one another in
// lanes of their row. Pure geometry in pixels; it draws nothing.

import { partsOfIdentifier, timeOf, type CableGraph, type CableNode } from '../../../shared/core/cable-graph.ts';
import { cableName } from '../../components/cable-words.ts';

export type RowsBy = 'post' | 'country';

/** x is the middle of the dot; the mark's box begins `dotCentre` before it. */
export type Mark = { node: CableNode; row: number; x: number; y: number; width: number; label: string | null };
export type TimelineRow = { name: string; top: number; height: number; count: number };
export type Tick = { x: number; label: string; isYear: boolean };
export type Timeline = { marks: Mark[]; rows: TimelineRow[]; ticks: Tick[]; width: number; height: number; axis: { from: number; to: number } };

/** Height of a lane; a mark in it is less high. */
export const laneHeight = 24;
export const markSize = 24;
/** Pixels from the left edge of a mark to the middle of its dot. */
export const dotCentre = 11;
const rowPadding = 6;
const gap = 4;
/** A character of a label, and the sign before it with the padding. */
const characterWidth = 7;
const signWidth = 26;
const edge = 24;
/** More lanes than this make a row too high to compare; its marks then go without labels. */
const mostLabelledLanes = 6;
const day = 86_400_000;
/** Ticks nearer than this would touch. */
const narrowestTick = 64;

const unknownRow = 'Unknown';

/** width: pixels of the axis at hand. Cables whose time is not known at all stand at its end. */
export function layOutTimeline({ nodes }: Pick<CableGraph, 'nodes'>, rowsBy: RowsBy, width: number): Timeline {
  const times = nodes.map((node) => Date.parse(timeOf(node))).filter((time) => !Number.isNaN(time));
  const first = Math.min(...times);
  const last = Math.max(...times);
  const spread = Math.max(last - first, 60 * day);
  const from = times.length === 0 ? Date.UTC(2000, 0, 1) : first - (spread - (last - first)) / 2;
  const to = from + spread;
  const widest = labelOf(nodes.toSorted((one, other) => labelOf(other, rowsBy).length - labelOf(one, rowsBy).length)[0], rowsBy).length * characterWidth + signWidth;
  const room = Math.max(80, width - 2 * edge - widest);
  const xOf = (time: number) => edge + ((time - from) / spread) * room;

  const byRow = [...Map.groupBy(nodes, (node) => rowOf(node, rowsBy))].toSorted(
    ([one, these], [other, those]) => Number(one === unknownRow) - Number(other === unknownRow) || those.length - these.length || one.localeCompare(other, 'en'),
  );
  const marks: Mark[] = [];
  const rows: TimelineRow[] = [];
  let top = 0;
  for (const [row, [name, own]] of byRow.entries()) {
    const placed = own
      .map((node) => ({ node, x: Math.round(Number.isNaN(Date.parse(timeOf(node))) ? edge + room : xOf(Date.parse(timeOf(node)))) }))
      .toSorted((one, other) => one.x - other.x);
    const wide = placed.map(({ node }) => labelOf(node, rowsBy).length * characterWidth + signWidth);
    let lanes = lanesOf(placed.map(({ x }, index) => ({ x, width: wide[index] ?? markSize })));
    const isLabelled = Math.max(0, ...lanes) < mostLabelledLanes;
    if (!isLabelled) lanes = lanesOf(placed.map(({ x }) => ({ x, width: markSize })));
    for (const [index, { node, x }] of placed.entries()) {
      const label = isLabelled ? labelOf(node, rowsBy) : null;
      marks.push({ node, row, x, y: top + rowPadding + (lanes[index] ?? 0) * laneHeight, width: isLabelled ? (wide[index] ?? markSize) : markSize, label });
    }
    const height = (Math.max(0, ...lanes) + 1) * laneHeight + 2 * rowPadding;
    rows.push({ name, top, height, count: own.length });
    top += height;
  }
  return { marks, rows, ticks: times.length === 0 ? [] : ticksOf(from, to, xOf), width: Math.max(width, room + 2 * edge + widest), height: top, axis: { from, to } };
}

function rowOf(node: CableNode, rowsBy: RowsBy): string {
  if (rowsBy === 'country') return node.country?.name ?? unknownRow;
  return node.post ?? partsOfIdentifier(node.id)?.post ?? unknownRow;
}

/** In a row of its post a cable needs only year and number. */
function labelOf(node: CableNode | undefined, rowsBy: RowsBy): string {
  if (!node) return '';
  const parts = node.identifier === null ? null : partsOfIdentifier(node.identifier);
  if (rowsBy === 'post' && parts && node.identifier !== null) return `${node.identifier.slice(0, 2)} ${String(parts.serial)}`;
  const name = cableName(node);
  return name.length > 24 ? `${name.slice(0, 23)}…` : name;
}

/** For each item in order of x the first lane in which it touches no other. */
function lanesOf(items: readonly { x: number; width: number }[]): number[] {
  const ends: number[] = [];
  return items.map(({ x, width }) => {
    const free = ends.findIndex((end) => end + gap <= x);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = x + width;
    return lane;
  });
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Years, and months between them where there is room; far years in steps. */
function ticksOf(from: number, to: number, xOf: (time: number) => number): Tick[] {
  const perMonth = xOf(from + 30 * day) - xOf(from);
  const step = [1, 3, 6, 12, 24, 60, 120].find((count) => count * perMonth >= narrowestTick) ?? 240;
  const start = new Date(from);
  const ticks: Tick[] = [];
  for (let month = start.getUTCFullYear() * 12; month <= new Date(to).getUTCFullYear() * 12 + 12; month += step) {
    const time = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (time < from - day || time > to) continue;
    const isYear = month % 12 === 0;
    ticks.push({ x: Math.round(xOf(time)), label: isYear ? String(Math.floor(month / 12)) : (months[month % 12] ?? ''), isYear });
  }
  // The first tick says its year, or the months after it would have none.
  const [first] = ticks;
  if (first && !first.isYear) first.label = `${first.label} ${String(new Date(from).getUTCFullYear())}`;
  return ticks;
}

export type Direction = 'left' | 'right' | 'up' | 'down' | 'home' | 'end';

/** The mark an arrow key goes to: along its row in time; up and down to the nearest of the next row. Null at the border. */
export function markBeside(marks: readonly Mark[], current: Mark, direction: Direction): Mark | null {
  const row = marks.filter((mark) => mark.row === current.row).toSorted((one, other) => one.x - other.x || one.y - other.y);
  switch (direction) {
    case 'left':
      return row[row.indexOf(current) - 1] ?? null;
    case 'right':
      return row[row.indexOf(current) + 1] ?? null;
    case 'home':
      return row[0] ?? null;
    case 'end':
      return row.at(-1) ?? null;
    case 'up':
    case 'down': {
      const side = direction === 'up' ? -1 : 1;
      const next = marks.filter((mark) => mark.row === current.row + side);
      return next.toSorted((one, other) => Math.abs(one.x - current.x) - Math.abs(other.x - current.x))[0] ?? null;
    }
  }
}
