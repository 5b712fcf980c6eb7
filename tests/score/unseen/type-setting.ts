// Sets text on a page that was read from a PDF, as the PDF would have printed it: in the type of what stood there, wrapped to the width of the
// column, what is below pushed down. Works on what the PDF engine hands over, so that everything after it is the real reading.

import type { Fragment, Layer, PageContent } from '../../../shared/backend/importers/pdf/page-content.ts';

export type Box = { x0: number; y0: number; x1: number; y1: number };
export type Type = Pick<Fragment, 'size' | 'ascent' | 'descent' | 'bold' | 'italic'>;
/** How lines lie to the x they are given. */
export type Alignment = 'left' | 'center' | 'right';

/** Lines of the series are this many sizes apart. */
export const leading = 1.11;

function unitWidth(character: string): number {
  if (/[iljtfI.,:;'’|()[\]\s-]/u.test(character)) return 0.3;
  if (/[mwMW%–—]/u.test(character)) return 0.8;
  return /\p{Lu}/u.test(character) ? 0.62 : 0.49;
}
/** An estimate; a page tells by its own words how much wider or narrower its type is. */
const estimate = (text: string, size: number): number => [...text].reduce((sum, character) => sum + unitWidth(character), 0) * size;

export const isIn = ({ x, baseline, size }: Fragment, box: Box): boolean => x >= box.x0 - 1 && x < box.x1 + 1 && baseline > box.y0 && baseline < box.y1 + 0.4 * size;

/** Pieces joined while they fit; a piece that is wider stands alone. */
function filled(pieces: readonly string[], joint: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && fits(last + joint + piece)) lines[lines.length - 1] = last + joint + piece;
    else lines.push(piece);
  }
  return lines;
}

export class PrintedPage {
  readonly content: PageContent;
  private readonly layer: Layer;
  /** How wide the page's words are to the estimate. */
  private readonly breadth: number;

  constructor(content: PageContent) {
    this.content = content;
    this.layer = content.layers.find(({ turn }) => turn === 0) ?? { turn: 0, width: content.width, height: content.height, fragments: [], rules: [], fills: [], marks: [] };
    const words = this.layer.fragments.filter(({ text, bold, size }) => !bold && size > 8 && text.length > 1);
    const printed = words.reduce((sum, { width }) => sum + width, 0);
    this.breadth = words.length < 50 ? 1 : printed / words.reduce((sum, { text, size }) => sum + estimate(text, size), 0);
  }

  widthOf(text: string, size: number): number {
    return estimate(text, size) * this.breadth;
  }

  /** Lines of words no wider than `width`; a list of numbers that fits no line is broken behind its commas. */
  wrapped(text: string, width: number, size: number): string[] {
    const fits = (line: string): boolean => this.widthOf(line, size) <= width;
    const words = text.split(/\s+/u).flatMap((word) => (word === '' ? [] : fits(word) ? [word] : filled(word.match(/[^,;]+[,;]?/gu) ?? [word], '', fits)));
    return filled(words, ' ', fits);
  }

  get fragments(): readonly Fragment[] {
    return this.layer.fragments;
  }

  get rules(): readonly Layer['rules'][number][] {
    return this.layer.rules;
  }

  get fills(): Layer['fills'] {
    return this.layer.fills;
  }

  get marks(): Layer['marks'] {
    return this.layer.marks;
  }

  /** The fragments of a box, taken off the page. */
  takeOut(box: Box): Fragment[] {
    const taken = this.layer.fragments.filter((fragment) => isIn(fragment, box));
    this.layer.fragments = this.layer.fragments.filter((fragment) => !taken.includes(fragment));
    return taken;
  }

  takeRules(from: number, to: number): Layer['rules'] {
    const taken = this.layer.rules.filter(({ y0, y1 }) => y0 >= from && y1 <= to);
    this.layer.rules = this.layer.rules.filter((rule) => !taken.includes(rule));
    return taken;
  }

  removeFills(from: number, to: number): void {
    this.layer.fills = this.layer.fills.filter(({ y0, y1 }) => y0 < from - 1 || y1 > to + 1);
  }

  fill(x0: number, x1: number, y0: number, y1: number): void {
    this.layer.fills.push({ x0, y0, x1, y1 });
  }

  rule(x0: number, x1: number, y: number): void {
    this.layer.rules.push({ x0, y0: y, x1, y1: y });
  }

  /** One line of words; as in these files each word is a run of its own. */
  line(text: string, x: number, baseline: number, type: Type, alignment: Alignment = 'left'): void {
    const whole = this.widthOf(text, type.size);
    let at = alignment === 'left' ? x : alignment === 'right' ? x - whole : x - whole / 2;
    const words = text.split(' ');
    words.forEach((word, index) => {
      const width = this.widthOf(word, type.size);
      const { size, ascent, descent, bold, italic } = type;
      this.layer.fragments.push({ text: word, x: at, baseline, width, size, ascent, descent, bold, italic, spaceAfter: index < words.length - 1, artifact: false });
      at += width + this.widthOf(' ', size);
    });
  }

  /** Moves everything whose baseline is below `y` by `by` points, and makes the page as much longer. */
  stretch(y: number, by: number): void {
    const moved = (value: number): number => (value > y ? value + by : value);
    const { layer, content } = this;
    for (const fragment of layer.fragments) fragment.baseline = moved(fragment.baseline);
    for (const shape of [...layer.rules, ...layer.fills]) {
      shape.y0 = moved(shape.y0);
      shape.y1 = moved(shape.y1);
    }
    for (const mark of layer.marks) mark.y = moved(mark.y);
    for (const picture of content.pictures) picture.y1 = moved(picture.y1);
    layer.height += by;
    content.height += by;
  }
}
