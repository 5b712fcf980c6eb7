// How the lines of a page lie: level or upright, and by how many degrees they lean. Told from the ink alone: where lines of text
// lie level, rows full of ink alternate with empty ones (W. Postl, "Detection of linear oblique structures and skew scan", 1986).

import { type Bitmap, inkBelow, reduced } from './bitmap.ts';

export type Lean = {
  /** The lines run from top to bottom, not from left to right. */
  sideways: boolean;
  /** Degrees clockwise; 0 for a sideways page, which is to be turned and looked at again. */
  degrees: number;
  /** Share of the page that is ink. */
  ink: number;
};

/** Feeders and flat beds lean pages by up to some four degrees; beyond, a page was laid down so. */
const mostDegrees = 5;
/** Coarse, then fine: a line of 500 points rises by less than a point in the end. */
const steps = [0.5, 0.1];
/** About 75 dpi is enough to see lines, and quick. */
const seenWidth = 700;
const mostPoints = 60_000;
/** Upright rows of ink must be this much clearer than level ones before a page counts as sideways: a table's columns look alike. */
const clearer = 1.4;

export function leanOf(bitmap: Bitmap): Lean {
  const small = reduced(bitmap, Math.max(1, Math.round(Math.min(bitmap.width, bitmap.height) / seenWidth)));
  const { across, down, ink } = inkPoints(small);
  if (across.length === 0) return { sideways: false, degrees: 0, ink };
  const level = bestAngle(across, down, small);
  const upright = bestAngle(down, across, small);
  if (upright.clarity > clearer * level.clarity) return { sideways: true, degrees: 0, ink };
  return { sideways: false, degrees: level.degrees, ink };
}

function inkPoints(bitmap: Bitmap): { across: Float32Array; down: Float32Array; ink: number } {
  const { width, height, pixels } = bitmap;
  const limit = inkBelow(bitmap);
  let count = 0;
  for (const value of pixels) if (value < limit) count += 1;
  const every = Math.max(1, Math.ceil(count / mostPoints));
  const across = new Float32Array(Math.ceil(count / every));
  const down = new Float32Array(across.length);
  let seen = 0;
  let kept = 0;
  for (let at = 0; at < pixels.length; at += 1) {
    if ((pixels[at] as number) >= limit) continue;
    if (seen % every === 0) {
      across[kept] = (at % width) - width / 2;
      down[kept] = Math.floor(at / width) - height / 2;
      kept += 1;
    }
    seen += 1;
  }
  return { across, down, ink: count / Math.max(1, pixels.length) };
}

/** The angle at which rows differ most from their neighbours. */
function bestAngle(along: Float32Array, across: Float32Array, { width, height }: Bitmap): { degrees: number; clarity: number } {
  const reach = Math.ceil(Math.hypot(width, height) / 2) + 1;
  const rows = new Float64Array(2 * reach + 1);
  const clarityAt = (degrees: number): number => {
    rows.fill(0);
    const angle = (degrees * Math.PI) / 180;
    const sine = Math.sin(angle);
    const cosine = Math.cos(angle);
    for (let at = 0; at < along.length; at += 1) {
      const row = Math.round((across[at] as number) * cosine - (along[at] as number) * sine) + reach;
      rows[row] = (rows[row] ?? 0) + 1;
    }
    let clarity = 0;
    for (let row = 1; row < rows.length; row += 1) {
      const change = (rows[row] as number) - (rows[row - 1] as number);
      clarity += change * change;
    }
    return clarity;
  };
  let best = { degrees: 0, clarity: clarityAt(0) };
  let from = -mostDegrees;
  let to = mostDegrees;
  for (const step of steps) {
    for (let degrees = from; degrees <= to + step / 2; degrees += step) {
      const clarity = clarityAt(degrees);
      if (clarity > best.clarity) best = { degrees, clarity };
    }
    from = best.degrees - step;
    to = best.degrees + step;
  }
  return best;
}
