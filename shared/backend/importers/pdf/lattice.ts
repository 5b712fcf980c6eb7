// Finds the grids that rules and shaded boxes draw on a page: row edges, column edges, and which cells are merged.
// Works from drawn shapes only; the text is put into the cells elsewhere (ruled-tables.ts).

import type { Fill, Rule } from './page-content.ts';

/** Edges closer than this (points) are one edge. */
const snap = 2.2;
/** Rows of one table are never further apart than this (points): about half a page. */
const tallestRow = 420;
/** A narrower strip between two edges is two ends of one edge, not a column. */
const narrowestColumn = 8;
/** A rule counts as drawn under a column when it covers this share of it. */
const coverage = 0.6;

/** A horizontal edge: the stretches of it that are drawn. */
export type Level = { y: number; stretches: { x0: number; x1: number }[]; shaded: boolean };

export type Grid = {
  /** Column edges, left to right; n + 1 for n columns. */
  columns: number[];
  /** Row edges, top to bottom; n + 1 for n rows. */
  rows: number[];
  /** drawn[row][column]: the edge above this cell is drawn. */
  drawn: boolean[][];
  /** Rows at the top that are shaded: the header. */
  headerRows: number;
};

function levelsOf(rules: readonly Rule[], fills: readonly Fill[]): Level[] {
  const edges: { y: number; x0: number; x1: number; shaded: boolean }[] = [];
  for (const rule of rules) if (rule.y0 === rule.y1) edges.push({ y: rule.y0, x0: rule.x0, x1: rule.x1, shaded: false });
  for (const fill of fills) {
    const height = fill.y1 - fill.y0;
    if (height < 7 || height > 90 || fill.x1 - fill.x0 < 8) continue;
    edges.push({ y: fill.y0, x0: fill.x0, x1: fill.x1, shaded: true }, { y: fill.y1, x0: fill.x0, x1: fill.x1, shaded: false });
  }
  edges.sort((a, b) => a.y - b.y);
  const levels: Level[] = [];
  for (const edge of edges) {
    const last = levels.at(-1);
    if (last !== undefined && edge.y - last.y <= snap) {
      last.stretches.push({ x0: edge.x0, x1: edge.x1 });
      last.shaded ||= edge.shaded;
    } else levels.push({ y: edge.y, stretches: [{ x0: edge.x0, x1: edge.x1 }], shaded: edge.shaded });
  }
  return levels;
}

/** The x at which one stretch of a level ends and another begins, or where it begins or ends at all. */
function ends(level: Level): number[] {
  return cluster(level.stretches.flatMap((stretch) => [stretch.x0, stretch.x1]));
}

function cluster(values: number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const merged: number[] = [];
  for (const value of sorted) {
    const last = merged.at(-1);
    if (last === undefined || value - last > snap) merged.push(value);
  }
  return merged;
}

const shares = (values: readonly number[], value: number): boolean => values.some((other) => Math.abs(other - value) <= snap);

type Group = { levels: Level[]; left: number; right: number; inner: number[] };

/** The text that may tell two tables apart: line segments with their words, left to right. */
export type TextBox = { x0: number; x1: number; y0: number; y1: number; baseline: number; size: number; words: readonly { x: number; width: number }[] };

/** Whether a line has ink at an upright edge: a word over it, or only a word space around it. */
function runsAcross(box: TextBox, edge: number): boolean {
  if (box.x0 >= edge - 1 || box.x1 <= edge + 1) return false;
  let left = -Infinity;
  let right = Infinity;
  for (const word of box.words) {
    if (word.x + word.width / 2 < edge) left = Math.max(left, word.x + word.width);
    else right = Math.min(right, word.x);
  }
  return right - left < Math.max(3.5, 0.42 * box.size);
}

/** Whether text between two levels runs across a column edge they share, so that no table row can be there. */
function textCrosses(text: readonly TextBox[], top: number, bottom: number, edges: readonly number[], left: number, right: number): boolean {
  let lines = 0;
  let crossing = 0;
  for (const box of text) {
    const middle = (box.y0 + box.y1) / 2;
    if (middle <= top || middle >= bottom || box.x1 <= left || box.x0 >= right) continue;
    lines++;
    if (edges.some((edge) => runsAcross(box, edge))) crossing++;
  }
  // One spanning line in a low row is a group heading inside the table.
  return crossing > 0 && !(crossing === 1 && lines === 1 && bottom - top < 26);
}

function groupLevels(levels: Level[], text: readonly TextBox[]): Group[] {
  const groups: Group[] = [];
  for (const level of levels) {
    const xs = ends(level);
    let home: Group | null = null;
    for (let i = groups.length - 1; i >= 0; i--) {
      const group = groups[i] as Group;
      const last = group.levels.at(-1) as Level;
      if (level.y - last.y > tallestRow) continue;
      const left = Math.min(group.left, xs[0] as number);
      const right = Math.max(group.right, xs.at(-1) as number);
      if ((xs[0] as number) < group.left - 12 && (xs.at(-1) as number) > group.right + 12) continue;
      const inner = [...group.inner, ...xs].filter((x) => x > left + snap && x < right - snap);
      const shared = inner.filter((x) => shares(xs, x) && [...group.inner, group.left, group.right].some((edge) => Math.abs(edge - x) <= snap));
      if (shared.length === 0) continue;
      if (textCrosses(text, last.y, level.y, shared, left, right)) continue;
      home = group;
      break;
    }
    if (home === null) {
      groups.push({ levels: [level], left: xs[0] as number, right: xs.at(-1) as number, inner: xs.slice(1, -1) });
    } else {
      home.levels.push(level);
      const all = cluster([...home.inner, home.left, home.right, ...xs]);
      home.left = all[0] as number;
      home.right = all.at(-1) as number;
      home.inner = all.slice(1, -1);
    }
  }
  return groups;
}

function covered(level: Level, x0: number, x1: number): boolean {
  let sum = 0;
  for (const stretch of level.stretches) sum += Math.max(0, Math.min(stretch.x1, x1) - Math.max(stretch.x0, x0));
  return sum >= coverage * (x1 - x0);
}

function toGrid(group: Group): Grid | null {
  if (group.levels.length < 2) return null;
  // An edge seen on one level only is decoration unless the table has just two levels.
  const counts = (x: number) => group.levels.filter((level) => shares(ends(level), x)).length;
  const least = group.levels.length > 2 ? 2 : 1;
  const edges = [group.left, ...group.inner.filter((x) => counts(x) >= least), group.right];
  const columns = edges.filter((x, i) => i === 0 || x - (edges[i - 1] as number) >= narrowestColumn || i === edges.length - 1);
  if (columns.length < 3) return null;
  // The rules of a table reach from side to side; underlined words and the strokes of a chart do not.
  const whole = group.levels.filter((level) => covered(level, group.left, group.right)).length;
  if (whole < 2) return null;
  const drawn = group.levels.slice(0, -1).map((level, row) =>
    columns.slice(0, -1).map((x, column) => row === 0 || covered(level, x, columns[column + 1] as number)),
  );
  let headerRows = 0;
  while (headerRows < group.levels.length - 1 && (group.levels[headerRows] as Level).shaded) headerRows++;
  // Every row shaded is a coloured table, not a header of many rows.
  if (headerRows > 3) headerRows = 1;
  return { columns, rows: group.levels.map((level) => level.y), drawn, headerRows };
}

/** Leaves out lines that hug the text above them: underlined words, such as links. */
function withoutUnderlines(rules: readonly Rule[], text: readonly TextBox[]): Rule[] {
  const reach = 0.26 * text.reduce((largest, box) => Math.max(largest, box.size), 0);
  const downwards = text.toSorted((a, b) => a.baseline - b.baseline);
  const hugs = (rule: Rule): boolean => {
    for (let at = firstBelow(downwards, rule.y0 - reach); at < downwards.length; at++) {
      const box = downwards[at] as TextBox;
      const below = rule.y0 - box.baseline;
      if (below <= -0.5) return false;
      if (below < 0.26 * box.size && rule.x0 > box.x0 - 2 && rule.x1 < box.x1 + 2) return true;
    }
    return false;
  };
  return rules.filter((rule) => rule.y0 !== rule.y1 || !hugs(rule));
}

/** Where in text sorted by its baseline the first stands at `y` or below it. */
function firstBelow(text: readonly TextBox[], y: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((text[middle] as TextBox).baseline < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds the ends of upright lines as column edges to the levels they touch. */
function withUprights(levels: Level[], rules: readonly Rule[]): void {
  for (const rule of rules) {
    if (rule.x0 !== rule.x1) continue;
    for (const level of levels) {
      if (level.y < rule.y0 - snap || level.y > rule.y1 + snap) continue;
      level.stretches = level.stretches.flatMap((stretch) =>
        stretch.x0 < rule.x0 - snap && stretch.x1 > rule.x0 + snap
          ? [
              { x0: stretch.x0, x1: rule.x0 },
              { x0: rule.x0, x1: stretch.x1 },
            ]
          : [stretch],
      );
    }
  }
}

/** The drawn tables of a page from top to bottom. `text` are the line segments, used to see where a table ends. */
export function findGrids(rules: readonly Rule[], fills: readonly Fill[], text: readonly TextBox[]): Grid[] {
  if (rules.length + fills.length < 2) return [];
  const levels = levelsOf(withoutUnderlines(rules, text), fills);
  withUprights(levels, rules);
  const grids: Grid[] = [];
  for (const group of groupLevels(levels, text)) {
    const grid = toGrid(group);
    if (grid !== null) grids.push(grid);
  }
  return grids;
}
