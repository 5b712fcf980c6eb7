// Turns drawn paths into the straight rules, filled boxes and check marks that give a page its tables. Curves, pictures and
// hairline decoration are not kept.

import type { CheckMark, Fill, Rule } from './page-content.ts';

/** A filled bar up to this thickness (points) is a rule drawn as a box. */
const ruleThickness = 2.5;
/** Shorter lines are parts of pictures, not of tables. */
const shortestRule = 6;
/** How far (points) a line may lean and still count as horizontal or vertical. */
const lean = 0.6;

/** `shapes`: the boxes of all filled shapes with curves, among them the check marks. */
export type Drawn = { rules: Rule[]; fills: Fill[]; marks: CheckMark[]; shapes: Fill[] };

/** The check marks that stand alone; one that touches another shape is a part of a picture. */
export function loneMarks(drawn: Drawn): CheckMark[] {
  const near = 3;
  return drawn.marks.filter(
    (mark) =>
      drawn.shapes.filter(
        (shape) => shape.x0 < mark.x + mark.width + near && shape.x1 > mark.x - near && shape.y0 < mark.y + mark.height + near && shape.y1 > mark.y - near,
      ).length <= 1,
  );
}

/** Corners of one stretch of a path, x and y in turn; of a curve only its ends. */
export type Subpath = { points: number[]; curved: boolean; closed: boolean };

function bounds(points: number[]): Fill {
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = points[i] as number;
    const y = points[i + 1] as number;
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  return { x0, y0, x1, y1 };
}

function addRule(rules: Rule[], x0: number, y0: number, x1: number, y1: number): void {
  const width = Math.abs(x1 - x0);
  const height = Math.abs(y1 - y0);
  if (height <= lean && width >= shortestRule) {
    const y = (y0 + y1) / 2;
    rules.push({ x0: Math.min(x0, x1), y0: y, x1: Math.max(x0, x1), y1: y });
  } else if (width <= lean && height >= shortestRule) {
    const x = (x0 + x1) / 2;
    rules.push({ x0: x, y0: Math.min(y0, y1), x1: x, y1: Math.max(y0, y1) });
  }
}

/**
 * Whether the outline of a filled shape is a check mark: about square, its lowest point left of the middle, its highest at
 * the right, and nothing in the upper left. A cross, a dot and a star fail one of these.
 */
export function isCheckMark(points: readonly number[], box: Fill): boolean {
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  if (width < 4 || height < 4 || width > 20 || height > 20 || width > 2.2 * height || height > 1.8 * width) return false;
  let lowest = 0;
  let highest = 0;
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = ((points[i] as number) - box.x0) / width;
    const y = ((points[i + 1] as number) - box.y0) / height;
    if (x < 0.3 && y < 0.3) return false;
    if (y > 0.97) lowest = Math.max(lowest, x);
    if (y < 0.03) highest = Math.max(highest, x);
  }
  return lowest > 0.1 && lowest < 0.6 && highest > 0.7;
}

/** Adds what one path draws. Coordinates downwards. `white` fills paint nothing visible and are skipped. */
export function addPath(drawn: Drawn, paths: readonly Subpath[], paint: { stroke: boolean; fill: boolean; white: boolean }): void {
  const shapesBefore = drawn.shapes.length;
  for (const path of paths) {
    const { points } = path;
    const box = bounds(points);
    const width = box.x1 - box.x0;
    const height = box.y1 - box.y0;
    if (paint.stroke && !path.curved) {
      for (let i = 0; i + 3 < points.length; i += 2) {
        addRule(drawn.rules, points[i] as number, points[i + 1] as number, points[i + 2] as number, points[i + 3] as number);
      }
      if (path.closed && points.length > 4) {
        const last = points.length - 2;
        addRule(drawn.rules, points[last] as number, points[last + 1] as number, points[0] as number, points[1] as number);
      }
    }
    if (!paint.fill || paint.white) continue;
    if (!path.curved && points.length <= 10) {
      if (height <= ruleThickness) addRule(drawn.rules, box.x0, (box.y0 + box.y1) / 2, box.x1, (box.y0 + box.y1) / 2);
      else if (width <= ruleThickness) addRule(drawn.rules, (box.x0 + box.x1) / 2, box.y0, (box.x0 + box.x1) / 2, box.y1);
      else if (isRectangle(points, box)) drawn.fills.push(box);
    } else {
      drawn.shapes.push(box);
      if (drawn.shapes.length === shapesBefore + 1 && isCheckMark(points, box)) drawn.marks.push({ x: box.x0, y: box.y0, width, height });
    }
  }
}

function isRectangle(points: readonly number[], box: Fill): boolean {
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = points[i] as number;
    const y = points[i + 1] as number;
    const onSide = Math.abs(x - box.x0) <= lean || Math.abs(x - box.x1) <= lean;
    const onEdge = Math.abs(y - box.y0) <= lean || Math.abs(y - box.y1) <= lean;
    if (!onSide || !onEdge) return false;
  }
  return points.length >= 8;
}
