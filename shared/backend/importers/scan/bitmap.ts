// A page as a grey picture, and the few things done to it before it is read: turned, straightened, cut, made small. Pure.

/** One byte a pixel, 0 black to 255 white, rows without padding. */
export type Bitmap = { width: number; height: number; pixels: Uint8Array };

export const white = 255;

/** The picture turned counter-clockwise by quarter turns, so that text turned clockwise by as many stands upright. */
export function turnedBack({ width, height, pixels }: Bitmap, turn: 0 | 1 | 2 | 3): Bitmap {
  if (turn === 0) return { width, height, pixels };
  const result = new Uint8Array(pixels.length);
  const upright = turn === 2;
  const newWidth = upright ? width : height;
  const newHeight = upright ? height : width;
  for (let y = 0; y < newHeight; y += 1) {
    for (let x = 0; x < newWidth; x += 1) {
      // Where the pixel that will stand at (x, y) stands now.
      const from = turn === 1 ? x * width + (width - 1 - y) : turn === 2 ? (height - 1 - y) * width + (width - 1 - x) : (height - 1 - x) * width + y;
      result[y * newWidth + x] = pixels[from] as number;
    }
  }
  return { width: newWidth, height: newHeight, pixels: result };
}

/** The picture rotated counter-clockwise about its middle, so that lines that lean clockwise by `degrees` lie level; white comes in at the corners. */
export function straightened({ width, height, pixels }: Bitmap, degrees: number): Bitmap {
  const angle = (degrees * Math.PI) / 180;
  const cosine = Math.cos(angle);
  const sine = Math.sin(angle);
  const middleX = (width - 1) / 2;
  const middleY = (height - 1) / 2;
  const result = new Uint8Array(pixels.length).fill(white);
  for (let y = 0; y < height; y += 1) {
    let fromX = (0 - middleX) * cosine - (y - middleY) * sine + middleX;
    let fromY = (0 - middleX) * sine + (y - middleY) * cosine + middleY;
    for (let x = 0; x < width; x += 1, fromX += cosine, fromY += sine) {
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const at = top * width + left;
      const right = fromX - left;
      const down = fromY - top;
      const above = (pixels[at] as number) * (1 - right) + (pixels[at + 1] as number) * right;
      const below = (pixels[at + width] as number) * (1 - right) + (pixels[at + width + 1] as number) * right;
      result[y * width + x] = above * (1 - down) + below * down;
    }
  }
  return { width, height, pixels: result };
}

/** The picture without specks: ink of one or two pixels, which no stroke of a letter is at 300 dpi. */
export function withoutSpecks(bitmap: Bitmap): Bitmap {
  const { width, height, pixels } = bitmap;
  const limit = inkBelow(bitmap);
  const result = pixels.slice();
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      if ((pixels[at] as number) >= limit) continue;
      let beside = 0;
      for (const row of [at - width, at, at + width]) {
        for (let near = row - 1; near <= row + 1; near += 1) if ((pixels[near] as number) < limit) beside += 1;
      }
      // The pixel itself is counted too.
      if (beside <= 2) result[at] = white;
    }
  }
  return { width, height, pixels: result };
}

/** A point of the straightened picture in the leaning one; both in any unit, about the same middle. */
export function leaning(x: number, y: number, { width, height }: { width: number; height: number }, degrees: number): { x: number; y: number } {
  const angle = (degrees * Math.PI) / 180;
  const dx = x - width / 2;
  const dy = y - height / 2;
  return { x: dx * Math.cos(angle) - dy * Math.sin(angle) + width / 2, y: dx * Math.sin(angle) + dy * Math.cos(angle) + height / 2 };
}

/** The part of a picture from (x, y); what lies outside of it is cut off. */
export function cutOut({ width, height, pixels }: Bitmap, x: number, y: number, partWidth: number, partHeight: number): Bitmap {
  const left = Math.max(0, Math.floor(x));
  const top = Math.max(0, Math.floor(y));
  const newWidth = Math.min(width - left, Math.floor(partWidth));
  const newHeight = Math.min(height - top, Math.floor(partHeight));
  const result = new Uint8Array(newWidth * newHeight);
  for (let row = 0; row < newHeight; row += 1) {
    const from = (top + row) * width + left;
    result.set(pixels.subarray(from, from + newWidth), row * newWidth);
  }
  return { width: newWidth, height: newHeight, pixels: result };
}

/** Each pixel the darkest of a square of `factor` pixels: thin strokes survive. */
export function reduced({ width, height, pixels }: Bitmap, factor: number): Bitmap {
  const newWidth = Math.floor(width / factor);
  const newHeight = Math.floor(height / factor);
  const result = new Uint8Array(newWidth * newHeight).fill(white);
  for (let y = 0; y < newHeight * factor; y += 1) {
    const row = Math.floor(y / factor) * newWidth;
    for (let x = 0; x < newWidth * factor; x += 1) {
      const at = row + Math.floor(x / factor);
      const value = pixels[y * width + x] as number;
      if (value < (result[at] as number)) result[at] = value;
    }
  }
  return { width: newWidth, height: newHeight, pixels: result };
}

/**
 * The grey below which a pixel is ink: the border that parts dark and light best (N. Otsu, "A threshold selection method from
 * gray-level histograms", 1979), never lighter than three quarters white so that an empty sheet has none.
 */
export function inkBelow({ pixels }: Bitmap): number {
  const counts = new Float64Array(256);
  for (const value of pixels) counts[value] = (counts[value] as number) + 1;
  let sum = 0;
  for (let value = 0; value < 256; value += 1) sum += value * (counts[value] as number);
  let best = 128;
  let widest = -1;
  let darkCount = 0;
  let darkSum = 0;
  for (let value = 0; value < 255; value += 1) {
    darkCount += counts[value] as number;
    darkSum += value * (counts[value] as number);
    const lightCount = pixels.length - darkCount;
    if (darkCount === 0 || lightCount === 0) continue;
    const distance = darkSum / darkCount - (sum - darkSum) / lightCount;
    const between = darkCount * lightCount * distance * distance;
    if (between > widest) {
      widest = between;
      best = value + 1;
    }
  }
  return Math.min(best, 192);
}
