// The affine matrices of PDF (ISO 32000-1, 8.3.3): [a b c d e f] maps (x, y) to (ax + cy + e, bx + dy + f).

export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `inner` first and `outer` after it. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

/** Reads a matrix out of an operator's untyped argument; null when it is none. */
export function toMatrix(value: unknown): Matrix | null {
  if (value === null || typeof value !== 'object') return null;
  const numbers = Array.from(value as ArrayLike<unknown>);
  const [a, b, c, d, e, f] = numbers;
  if (typeof a !== 'number' || typeof b !== 'number' || typeof c !== 'number') return null;
  if (typeof d !== 'number' || typeof e !== 'number' || typeof f !== 'number') return null;
  return [a, b, c, d, e, f];
}
