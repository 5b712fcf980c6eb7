// The ruled lines of a scanned page. They give tables their cells, as drawn paths do in a PDF with text. The
// strokes of letters are none, and neither are pictures.

import type { Rule } from '../pdf/page-content.ts';
import type { Bitmap } from './bitmap.ts';

/** Shorter runs (points) are strokes of letters and underlines of words. */
const shortest = 30;
/** Thicker ones (points) are bars and pictures. */
const thickest = 2;
/** Specks of white (points) do not end a line: ink is missing here and there. */
const gap = 1;
/** By how much (of 255) a line is darker than the paper on both sides of it: hairlines come out grey. */
const contrast = 36;

type Run = { across: number; from: number; to: number };

/** Rules in points; `scale` is pixels a point. */
export function ruledLines(bitmap: Bitmap, scale: number): Rule[] {
  const { width, height, pixels } = bitmap;
  const beside = Math.ceil(thickest * scale);
  /** Pixels that are darker than what lies `step` before and behind them. */
  const stands = (at: number, step: number): boolean => {
    const value = (pixels[at] as number) + contrast;
    return value < (pixels[at - step] ?? 0) && value < (pixels[at + step] ?? 0);
  };
  const level = new Runs(scale, height);
  const upright = new Runs(scale, width);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      if ((pixels[at] as number) > 255 - contrast) continue;
      if (y >= beside && y < height - beside && stands(at, beside * width)) level.ink(y, x);
      if (x >= beside && x < width - beside && stands(at, beside)) upright.ink(x, y);
    }
  }
  const point = (value: number) => Math.round((value / scale) * 10) / 10;
  return [
    ...joined(level.found(), scale).map(({ across, from, to }) => ({ x0: point(from), y0: point(across), x1: point(to), y1: point(across) })),
    ...joined(upright.found(), scale).map(({ across, from, to }) => ({ x0: point(across), y0: point(from), x1: point(across), y1: point(to) })),
  ];
}

/** Runs of ink along many parallel lines at once, told pixel by pixel. */
class Runs {
  private readonly from: Int32Array;
  private readonly last: Int32Array;
  private readonly ended: Run[] = [];
  private readonly scale: number;

  constructor(scale: number, lines: number) {
    this.scale = scale;
    this.from = new Int32Array(lines).fill(-1);
    this.last = new Int32Array(lines).fill(-1);
  }

  ink(line: number, at: number): void {
    if ((this.from[line] as number) < 0 || at - (this.last[line] as number) > gap * this.scale) {
      this.end(line);
      this.from[line] = at;
    }
    this.last[line] = at;
  }

  found(): Run[] {
    for (let line = 0; line < this.from.length; line += 1) this.end(line);
    return this.ended.sort((one, other) => one.across - other.across || one.from - other.from);
  }

  private end(line: number): void {
    const from = this.from[line] as number;
    const to = this.last[line] as number;
    if (from >= 0 && to - from >= shortest * this.scale) this.ended.push({ across: line, from, to });
  }
}

type Stroke = Run & { first: number; last: number };

/** Runs this near to each other (points) are one line: the cells of a table each draw their own piece, and a scan is not quite straight. */
const near = 1;
const nearEnds = 4;

/** Runs beside each other are one line, through its middle; thick ones are dropped. */
function joined(found: readonly Run[], scale: number): Run[] {
  let open: Stroke[] = [];
  const done: Stroke[] = [];
  for (const run of found) {
    done.push(...open.filter((line) => run.across - line.last > near * scale));
    open = open.filter((line) => run.across - line.last <= near * scale);
    const line = open.find((each) => run.from <= each.to + nearEnds * scale && run.to >= each.from - nearEnds * scale);
    if (line === undefined) open.push({ ...run, first: run.across, last: run.across });
    else {
      line.last = run.across;
      line.from = Math.min(line.from, run.from);
      line.to = Math.max(line.to, run.to);
    }
  }
  return [...done, ...open].filter((line) => line.last - line.first < thickest * scale).map(({ first, last, from, to }) => ({ across: (first + last) / 2, from, to }));
}
