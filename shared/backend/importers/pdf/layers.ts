// Sorts the text of a page by the direction in which it runs and turns each direction upright, the drawn shapes with the main one.

import type { Drawn } from './drawings.ts';
import { pointInLayer, type CheckMark, type Fragment, type Layer, type Turn } from './page-content.ts';

/** A fragment with the direction it runs in. */
export type Piece = Fragment & { turn: Turn };

/** The directions of a page, that with most text first; it also gets the shapes. */
export function toLayers(pieces: readonly Piece[], drawn: Drawn, width: number, height: number): Layer[] {
  const byTurn = new Map<Turn, Fragment[]>();
  for (const piece of pieces) {
    const fragments = byTurn.get(piece.turn);
    if (fragments === undefined) byTurn.set(piece.turn, [piece]);
    else fragments.push(piece);
  }
  const layers: Layer[] = [];
  for (const [turn, fragments] of [...byTurn].sort((a, b) => b[1].length - a[1].length)) {
    const upright = turn % 2 === 0;
    const layer: Layer = { turn, width: upright ? width : height, height: upright ? height : width, fragments, rules: [], fills: [], marks: [] };
    if (layers.length === 0) turnDrawings(layer, drawn, width, height);
    layers.push(layer);
  }
  return layers;
}

/** Gives the main layer the shapes of the page, turned like its text. */
function turnDrawings(layer: Layer, drawn: Drawn, width: number, height: number): void {
  if (layer.turn === 0) {
    layer.rules = drawn.rules;
    layer.fills = drawn.fills;
    layer.marks = drawn.marks;
    return;
  }
  const turned = (x0: number, y0: number, x1: number, y1: number) => {
    const a = pointInLayer(layer.turn, width, height, x0, y0);
    const b = pointInLayer(layer.turn, width, height, x1, y1);
    return { x0: Math.min(a.x, b.x), y0: Math.min(a.y, b.y), x1: Math.max(a.x, b.x), y1: Math.max(a.y, b.y) };
  };
  layer.rules = drawn.rules.map((rule) => turned(rule.x0, rule.y0, rule.x1, rule.y1));
  layer.fills = drawn.fills.map((fill) => turned(fill.x0, fill.y0, fill.x1, fill.y1));
  layer.marks = drawn.marks.map((mark): CheckMark => {
    const box = turned(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height);
    return { x: box.x0, y: box.y0, width: box.x1 - box.x0, height: box.y1 - box.y0 };
  });
}
