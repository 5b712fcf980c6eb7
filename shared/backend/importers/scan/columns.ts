// The columns of scanned tables that are ruled only under their rows: where no word stands between two level rules, from top to
// bottom, a column ends. A drawn path of a PDF says this by itself, because each cell draws its own piece of the rule.

import type { Fragment, Rule } from '../pdf/page-content.ts';

/** Rules whose ends differ by less (points) belong to one table. */
const sameEnd = 6;
/** Rules of one table are not further apart (points). */
const tallestRow = 200;
/** Fewer rules may be the frame of a box. */
const leastRules = 3;
/** Words of a line stand nearer to each other than this (points). */
const narrowestGutter = 7;

/** The same rules, those of such tables cut where their columns end. */
export function withColumns(rules: readonly Rule[], words: readonly Fragment[]): Rule[] {
  const level = rules.filter((rule) => rule.y0 === rule.y1).toSorted((one, other) => one.y0 - other.y0);
  const upright = rules.filter((rule) => rule.y0 !== rule.y1);
  const tables: Rule[][] = [];
  for (const rule of level) {
    const home = tables.find((table) => {
      const last = table.at(-1) as Rule;
      return Math.abs(last.x0 - rule.x0) < sameEnd && Math.abs(last.x1 - rule.x1) < sameEnd && rule.y0 - last.y0 < tallestRow;
    });
    if (home === undefined) tables.push([rule]);
    else home.push(rule);
  }
  const cutAll = tables.flatMap((table) => parted(table, upright, words)).flatMap(({ table, edges }) => table.flatMap((rule) => cut(rule, edges)));
  return [...upright, ...cutAll];
}

/** Rules without columns between them may be those of two tables with text between: parted where they stand furthest apart. */
function parted(table: readonly Rule[], upright: readonly Rule[], words: readonly Fragment[]): { table: readonly Rule[]; edges: number[] }[] {
  const edges = table.length < leastRules ? [] : columnEdges(table, upright, words);
  if (edges.length > 0 || table.length < leastRules) return [{ table, edges }];
  let widest = 1;
  const gapAt = (at: number) => (table[at] as Rule).y0 - (table[at - 1] as Rule).y0;
  for (let at = 2; at < table.length; at += 1) if (gapAt(at) > gapAt(widest)) widest = at;
  return [...parted(table.slice(0, widest), upright, words), ...parted(table.slice(widest), upright, words)];
}

function cut(rule: Rule, edges: readonly number[]): Rule[] {
  const ends = [rule.x0, ...edges.filter((x) => x > rule.x0 && x < rule.x1), rule.x1];
  return ends.slice(1).map((x1, at) => ({ ...rule, x0: ends[at] as number, x1 }));
}

function columnEdges(table: readonly Rule[], upright: readonly Rule[], words: readonly Fragment[]): number[] {
  const first = table[0] as Rule;
  const last = table.at(-1) as Rule;
  const inside = upright.some((rule) => rule.x0 > first.x0 + sameEnd && rule.x0 < first.x1 - sameEnd && rule.y1 > first.y0 && rule.y0 < last.y0);
  if (inside) return [];
  return gutters(words.filter(({ x, baseline }) => baseline > first.y0 && baseline < last.y0 + 1 && x > first.x0 - sameEnd && x < first.x1), first);
}

/** Middles of the upright strips that at most one line of text runs across: a group's heading inside the table may. */
function gutters(words: readonly Fragment[], { x0, x1 }: Rule): number[] {
  const strips = Array.from({ length: Math.ceil(x1 - x0) + 1 }, () => new Set<number>());
  for (const { x, width, baseline } of words) {
    for (let at = Math.max(0, Math.floor(x - x0)); at <= Math.min(strips.length - 1, Math.floor(x + width - x0)); at += 1) strips[at]?.add(Math.round(baseline / 3));
  }
  const lines = new Set(words.map(({ baseline }) => Math.round(baseline / 3))).size;
  const mostCrossing = lines >= 6 ? 1 : 0;
  const found: number[] = [];
  let from = -1;
  let seen = false;
  strips.forEach((crossing, at) => {
    if (crossing.size > mostCrossing) {
      if (from >= 0 && seen && at - from >= narrowestGutter) found.push(x0 + (from + at) / 2);
      from = -1;
      seen = true;
    } else if (from < 0) from = at;
  });
  return found;
}
