// Makes the ground of a scanned page white: shaded table heads, yellowed paper, the shadow of the spine. What is printed in white on
// dark stays as it is. The ground is what is left when everything thinner than type is taken away (a grey closing).

import { type Bitmap, white } from './bitmap.ts';

/** The ground changes slowly: it is looked for on a picture this many times smaller. */
const factor = 4;
/** Strokes of up to about 20 pixels, those of a title of 20 points, are no ground. */
const reach = 2;
/** Darker than this the ground is print: a bar with white letters, or a photograph. */
const darkestPaper = 140;

export function onWhitePaper({ width, height, pixels }: Bitmap): Bitmap {
  const columns = Math.ceil(width / factor);
  const rows = Math.ceil(height / factor);
  const lightest = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / factor) * columns;
    for (let x = 0; x < width; x += 1) {
      const at = row + Math.floor(x / factor);
      const value = pixels[y * width + x] as number;
      if (value > (lightest[at] as number)) lightest[at] = value;
    }
  }
  const ground = spread(spread(lightest, columns, rows, Math.max), columns, rows, Math.min);
  const result = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / factor) * columns;
    for (let x = 0; x < width; x += 1) {
      const under = ground[row + Math.floor(x / factor)] as number;
      const value = pixels[y * width + x] as number;
      result[y * width + x] = under < darkestPaper ? value : Math.min(white, (value * white) / under);
    }
  }
  return { width, height, pixels: result };
}

/** Each value the largest (or smallest) within reach, first along the rows, then down the columns. */
function spread(values: Uint8Array, columns: number, rows: number, of: (one: number, other: number) => number): Uint8Array {
  const along = new Uint8Array(values.length);
  const both = new Uint8Array(values.length);
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < columns; x += 1) {
      let value = values[y * columns + x] as number;
      for (let near = Math.max(0, x - reach); near <= Math.min(columns - 1, x + reach); near += 1) value = of(value, values[y * columns + near] as number);
      along[y * columns + x] = value;
    }
  }
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < columns; x += 1) {
      let value = along[y * columns + x] as number;
      for (let near = Math.max(0, y - reach); near <= Math.min(rows - 1, y + reach); near += 1) value = of(value, along[near * columns + x] as number);
      both[y * columns + x] = value;
    }
  }
  return both;
}
