// What one page prints, as the layout needs it: pieces of text with their places, drawn rules, filled boxes and
// check marks. Knows nothing of the PDF library, so that the engine that reads the file can be changed.

/** A run of characters drawn without a gap. Boxes in points from the page's top left. */
export type Fragment = {
  text: string;
  x: number;
  /** Of the baseline, downwards. */
  baseline: number;
  width: number;
  /** Font size as printed, in points. */
  size: number;
  /** Share of the size above and below the baseline. */
  ascent: number;
  descent: number;
  bold: boolean;
  italic: boolean;
  /** The file itself says a space follows. */
  spaceAfter: boolean;
  /** The file marks this text as no part of the content (running head, page number). Not to be trusted alone. */
  artifact: boolean;
};

/** A straight drawn line, horizontal (y1 = y0) or vertical (x1 = x0). */
export type Rule = { x0: number; y0: number; x1: number; y1: number };

/** A filled rectangle that is not white. */
export type Fill = { x0: number; y0: number; x1: number; y1: number };

/** A drawn check mark that is not a character. */
export type CheckMark = { x: number; y: number; width: number; height: number };

/** Quarter turns clockwise by which the text of a layer is rotated on the page. */
export type Turn = 0 | 1 | 2 | 3;

/** Text that runs in one direction, with coordinates as if the page were turned so that it reads left to right. */
export type Layer = { turn: Turn; width: number; height: number; fragments: Fragment[]; rules: Rule[]; fills: Fill[]; marks: CheckMark[] };

export type PageContent = {
  /** In points, after the rotation the page asks for. */
  width: number;
  height: number;
  /** The direction with most text first; empty when the page has no text. */
  layers: Layer[];
  /** Text at an angle, such as a watermark: not laid out. */
  slanted: string;
  /** Where images lie, whole, even beyond the page; scan/detect.ts tells a scan by them. */
  pictures: Fill[];
  /** Characters drawn, and those among them that no letter can be told of. */
  glyphs: number;
  unreadable: number;
  /** Characters drawn without ink, as programs lay recognised text under a scan. */
  hidden: number;
};

/** Turns a box of a layer back to the page. */
export function boxOnPage(layer: Pick<Layer, 'turn' | 'width' | 'height'>, box: CheckMark): CheckMark {
  const { x, y, width, height } = box;
  switch (layer.turn) {
    case 0:
      return box;
    case 1:
      return { x: layer.height - y - height, y: x, width: height, height: width };
    case 2:
      return { x: layer.width - x - width, y: layer.height - y - height, width, height };
    case 3:
      return { x: y, y: layer.width - x - width, width: height, height: width };
  }
}

/** Turns a point of the page into a layer's coordinates; the inverse of `boxOnPage` for points. */
export function pointInLayer(turn: Turn, pageWidth: number, pageHeight: number, x: number, y: number): { x: number; y: number } {
  switch (turn) {
    case 0:
      return { x, y };
    case 1:
      return { x: y, y: pageWidth - x };
    case 2:
      return { x: pageWidth - x, y: pageHeight - y };
    case 3:
      return { x: pageHeight - y, y: x };
  }
}
