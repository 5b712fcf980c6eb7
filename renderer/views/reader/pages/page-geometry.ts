// Where the pages of a document stand in the page view: one below the other, at one scale, turned together. Pure; sizes of pages
// are in points (1/72 inch), places in the view in CSS pixels.

export type PageSize = { width: number; height: number };
export type Box = { x: number; y: number; width: number; height: number };
export type Point = { x: number; y: number };
/** Quarter turns clockwise, beside those the page itself asks for. */
export type Turn = 0 | 1 | 2 | 3;
export type Zoom = 'width' | 'page' | number;

/** Pixels from the top left of all pages. */
export type Sheet = Box & { index: number; /** CSS pixels a point of this page. */ scale: number };
export type SheetLayout = { sheets: readonly Sheet[]; width: number; height: number; /** Of the pages as they commonly are. */ scale: number; turn: Turn };

/** CSS pixels a point at 100 %. */
export const actualSize = 96 / 72;
export const smallestZoom = 0.5;
export const largestZoom = 4;
/** Pixels between two pages and around them. */
export const gap = 16;
/** Chromium lays out nothing taller than 33,554,432 pixels; a document of 5,000 pages is zoomed no further than this. */
const tallest = 30_000_000;
/** A page that could not be read has no size; it stands as a sheet of letter paper. */
const letter: PageSize = { width: 612, height: 792 };

export function turned({ width, height }: PageSize, turn: Turn): PageSize {
  return turn % 2 === 0 ? { width, height } : { width: height, height: width };
}

export function sizeOf(page: PageSize): PageSize {
  const isReal = Number.isFinite(page.width) && Number.isFinite(page.height) && page.width > 0 && page.height > 0;
  return isReal ? page : letter;
}

/** The scale that a zoom means in a window of this size, for pages as they commonly are in the document. */
export function scaleFor(zoom: Zoom, pages: readonly PageSize[], turn: Turn, room: PageSize): number {
  const sizes = pages.map((page) => turned(sizeOf(page), turn));
  const common = { width: median(sizes.map((size) => size.width)), height: median(sizes.map((size) => size.height)) };
  const byWidth = (room.width - 2 * gap) / common.width;
  const wanted = zoom === 'width' ? byWidth : zoom === 'page' ? Math.min(byWidth, (room.height - 2 * gap) / common.height) : zoom * actualSize;
  const total = sizes.reduce((sum, size) => sum + size.height, 0);
  // A narrow window may fit pages smaller than the steps of the zoom go.
  return Math.max(0.05, Math.min(wanted, largestZoom * actualSize, (tallest - gap * (sizes.length + 1)) / Math.max(1, total)));
}

/** `widest`: pages that would be wider (in pixels) are drawn smaller than the others, so that fitting the width fits all of them. */
export function layOutSheets(pages: readonly PageSize[], scale: number, turn: Turn, widest = Infinity): SheetLayout {
  const sizes = pages.map((page) => {
    const size = turned(sizeOf(page), turn);
    const own = Math.min(scale, widest / size.width);
    return { width: size.width * own, height: size.height * own, scale: own };
  });
  const width = sizes.reduce((most, size) => Math.max(most, size.width), 0) + 2 * gap;
  let top = gap;
  const sheets = sizes.map((size, index) => {
    const sheet = { index, x: Math.round((width - size.width) / 2), y: Math.round(top), ...size };
    top += size.height + gap;
    return sheet;
  });
  return { sheets, width, height: Math.ceil(top), scale, turn };
}

/** Index of the sheet at a height; between two, the upper one. */
export function sheetAt({ sheets }: Pick<SheetLayout, 'sheets'>, y: number): number {
  let low = 0;
  let high = sheets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sheets[middle]?.y ?? Infinity) <= y) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The sheets between two heights, as indices from..to (end included). */
export function sheetsBetween(layout: SheetLayout, top: number, bottom: number): { from: number; to: number } {
  return { from: sheetAt(layout, top), to: sheetAt(layout, bottom) };
}

/** A box of the unturned page, in points, on the turned sheet, in pixels from the sheet's top left. */
export function boxOnSheet(box: Box, page: PageSize, turn: Turn, scale: number): Box {
  const { width: w, height: h } = sizeOf(page);
  const placed =
    turn === 0
      ? box
      : turn === 1
        ? { x: h - box.y - box.height, y: box.x, width: box.height, height: box.width }
        : turn === 2
          ? { x: w - box.x - box.width, y: h - box.y - box.height, width: box.width, height: box.height }
          : { x: box.y, y: w - box.x - box.width, width: box.height, height: box.width };
  return { x: placed.x * scale, y: placed.y * scale, width: placed.width * scale, height: placed.height * scale };
}

/** The way back: a point of the sheet in pixels, on the unturned page in points. */
export function pointOnPage({ x, y }: Point, page: PageSize, turn: Turn, scale: number): Point {
  const { width: w, height: h } = sizeOf(page);
  const [px, py] = [x / scale, y / scale];
  switch (turn) {
    case 0:
      return { x: px, y: py };
    case 1:
      return { x: py, y: h - px };
    case 2:
      return { x: w - px, y: h - py };
    case 3:
      return { x: w - py, y: px };
  }
}

/** The next of the usual steps, in the direction of `by`. `zoom` 1 is 100 %. */
export function zoomStep(zoom: number, by: 1 | -1): number {
  const steps = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];
  const next = by === 1 ? steps.find((step) => step > zoom + 0.005) : steps.findLast((step) => step < zoom - 0.005);
  return next ?? (by === 1 ? largestZoom : smallestZoom);
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? letter.width;
}
