// Reads a page's drawing instructions (pdf.js operator list) into fragments of text and drawn shapes. One pass gives the exact
// place of every glyph, the spaces the file really contains and the rules of tables; nothing is rendered.
// The text model is that of ISO 32000-1, 9.4.

import { characterOf, isBlank, isPrivate } from './characters.ts';
import { addPath, loneMarks, type Drawn } from './drawings.ts';
import { identity, multiply, toMatrix, type Matrix } from './matrix.ts';
import { toLayers, type Piece } from './layers.ts';
import { pointInLayer, type PageContent, type Turn } from './page-content.ts';
import { OPS } from './pdfjs.ts';

/** What the interpreter needs of a font. */
export type FontFacts = {
  bold: boolean;
  italic: boolean;
  /** Share of the font size above and below the baseline. */
  ascent: number;
  descent: number;
  /** Text space units for one unit of glyph width; 0.001 for most fonts. */
  widthUnit: number;
  /** Printed size for a font size of 1; other than 1 only where a font draws its own glyphs (Type 3). */
  scale: number;
  vertical: boolean;
  /** A font of bullets and signs in the place of letters. */
  symbols: boolean;
};

export type OperatorList = { fnArray: ArrayLike<number>; argsArray: ArrayLike<unknown> };

/** A gap wider than this share of the font size, beyond the font's own letter spacing, separates two pieces of text. */
const gapOfPieces = 0.14;
/** Sine of the angle beyond which text counts as slanted (about 10 degrees). */
const slant = 0.17;

type State = {
  matrix: Matrix;
  font: FontFacts | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  white: boolean;
};

class Interpreter {
  readonly pieces: Piece[] = [];
  readonly drawn: Drawn = { rules: [], fills: [], marks: [], shapes: [] };
  slanted = '';
  images = 0;
  glyphs = 0;
  unreadable = 0;
  private readonly fontOf: (id: string) => FontFacts | null;
  private readonly width: number;
  private readonly height: number;
  private state: State;
  private readonly stack: State[] = [];
  private textMatrix: Matrix = identity;
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;
  private artifacts = 0;
  private readonly marked: boolean[] = [];

  constructor(fontOf: (id: string) => FontFacts | null, toPage: Matrix, width: number, height: number) {
    this.fontOf = fontOf;
    this.width = width;
    this.height = height;
    this.state = { matrix: toPage, font: null, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, white: false };
  }

  run(list: OperatorList): void {
    for (let i = 0; i < list.fnArray.length; i++) {
      const args = list.argsArray[i];
      this.step(list.fnArray[i] as number, Array.isArray(args) ? (args as unknown[]) : Array.from((args ?? []) as ArrayLike<unknown>));
    }
  }

  private step(operator: number, args: unknown[]): void {
    const state = this.state;
    const number = (at: number): number => (typeof args[at] === 'number' ? (args[at]) : 0);
    switch (operator) {
      case OPS.showText:
        this.show(args[0] as ArrayLike<unknown>);
        break;
      case OPS.setTextMatrix:
        this.textMatrix = toMatrix(args[0]) ?? toMatrix(args) ?? identity;
        this.x = this.y = this.lineX = this.lineY = 0;
        break;
      case OPS.moveText:
        this.move(number(0), number(1));
        break;
      case OPS.setLeadingMoveText:
        state.leading = number(1);
        this.move(number(0), number(1));
        break;
      case OPS.nextLine:
        this.move(0, state.leading);
        break;
      case OPS.setLeading:
        state.leading = -number(0);
        break;
      case OPS.beginText:
        this.textMatrix = identity;
        this.x = this.y = this.lineX = this.lineY = 0;
        break;
      case OPS.setFont:
        this.setFont(args[0], args[1]);
        break;
      case OPS.setCharSpacing:
        state.charSpacing = number(0);
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = number(0);
        break;
      case OPS.setHScale:
        state.scale = number(0) / 100;
        break;
      case OPS.setTextRise:
        state.rise = number(0);
        break;
      case OPS.save:
        this.stack.push({ ...state });
        break;
      case OPS.restore:
        this.state = this.stack.pop() ?? state;
        break;
      case OPS.transform:
        state.matrix = multiply(state.matrix, toMatrix(args) ?? identity);
        break;
      case OPS.paintFormXObjectBegin:
        this.stack.push({ ...state });
        state.matrix = multiply(state.matrix, toMatrix(args[0]) ?? identity);
        break;
      case OPS.paintFormXObjectEnd:
        this.state = this.stack.pop() ?? state;
        break;
      case OPS.setGState:
        for (const entry of (args[0] ?? []) as [string, unknown][]) {
          if (entry[0] === 'Font' && Array.isArray(entry[1])) this.setFont(entry[1][0], entry[1][1]);
        }
        break;
      case OPS.setFillRGBColor:
        state.white = typeof args[0] === 'string' && /^#f[a-f9]f[a-f9]f[a-f9]$/iu.test(args[0]);
        break;
      case OPS.setFillTransparent:
        state.white = true;
        break;
      case OPS.setFillColorN:
        state.white = false;
        break;
      case OPS.constructPath:
        this.path(args);
        break;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps: {
        const artifact = args[0] === 'Artifact';
        this.marked.push(artifact);
        if (artifact) this.artifacts++;
        break;
      }
      case OPS.endMarkedContent:
        if (this.marked.pop() === true) this.artifacts--;
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
      case OPS.paintImageXObjectRepeat:
        this.images++;
        break;
      default:
    }
  }

  private setFont(id: unknown, size: unknown): void {
    this.state.font = typeof id === 'string' ? this.fontOf(id) : null;
    this.state.size = typeof size === 'number' ? size : 0;
  }

  private move(x: number, y: number): void {
    this.lineX += x;
    this.lineY += y;
    this.x = this.lineX;
    this.y = this.lineY;
  }

  private path(args: unknown[]): void {
    const data = (args[1] as ArrayLike<unknown> | undefined)?.[0];
    if (data === null || data === undefined || typeof data !== 'object') return;
    const operator = args[0];
    const both = operator === OPS.fillStroke || operator === OPS.eoFillStroke || operator === OPS.closeFillStroke || operator === OPS.closeEOFillStroke;
    const stroke = both || operator === OPS.stroke || operator === OPS.closeStroke;
    const fill = both || operator === OPS.fill || operator === OPS.eoFill;
    if (stroke || fill) addPath(this.drawn, data as ArrayLike<number>, this.state.matrix, { stroke, fill, white: this.state.white });
  }

  private show(glyphs: ArrayLike<unknown>): void {
    const { font, size, charSpacing, wordSpacing, scale, rise } = this.state;
    if (font === null) this.unreadable += glyphs.length;
    if (font === null || size === 0) return;
    const m = multiply(this.state.matrix, this.textMatrix);
    const unit = Math.hypot(m[0], m[1]);
    const printedSize = Math.hypot(m[2], m[3]) * Math.abs(size) * font.scale;
    const widthScale = size * font.widthUnit;
    const sine = unit === 0 ? 0 : m[1] / unit;
    const cosine = unit === 0 ? 1 : m[0] / unit;
    const turn: Turn | null = Math.abs(sine) < slant ? (cosine > 0 ? 0 : 2) : Math.abs(cosine) < slant ? (sine > 0 ? 1 : 3) : null;
    let x = 0;
    let text = '';
    let start = 0;
    let end = 0;
    const flush = (spaceAfter: boolean) => {
      if (text !== '') {
        if (turn === null) this.slanted += spaceAfter ? `${text} ` : text;
        else this.add(m, turn, text, this.x + start * scale, this.x + end * scale, this.y + rise, printedSize, spaceAfter);
        text = '';
      } else if (spaceAfter && start === end) this.markSpace();
    };
    const gap = gapOfPieces * Math.abs(size) * font.scale;
    for (let i = 0; i < glyphs.length; i++) {
      const glyph = glyphs[i];
      if (typeof glyph === 'number') {
        x -= (glyph * size) / 1000;
        continue;
      }
      if (glyph === null || typeof glyph !== 'object') continue;
      const { unicode = '', width = 0, isSpace = false } = glyph as { unicode?: string; width?: number; isSpace?: boolean };
      const advance = font.vertical ? 0 : width * widthScale + charSpacing + (isSpace ? wordSpacing : 0);
      const character = characterOf(unicode, font.symbols);
      this.glyphs++;
      if (character === '' || isPrivate(character)) this.unreadable++;
      if (isSpace || isBlank(character)) {
        if (character !== '' || isSpace) {
          if (text === '') start = end = x;
          flush(true);
        }
      } else {
        // The font's own letter spacing is part of the look of a word; anything beyond it separates.
        if (text !== '' && (x - end - charSpacing > gap || x - end < -2 * gap)) flush(false);
        if (text === '') start = x;
        text += character;
        end = x + width * widthScale;
      }
      x += advance;
      if (font.vertical) this.y -= Math.abs(size) * font.scale;
    }
    flush(false);
    this.x += x * scale;
  }

  /** A space drawn on its own belongs after the piece before it. */
  private markSpace(): void {
    const last = this.pieces.at(-1);
    if (last !== undefined) last.spaceAfter = true;
  }

  private add(m: Matrix, turn: Turn, text: string, x0: number, x1: number, y: number, size: number, spaceAfter: boolean): void {
    const font = this.state.font as FontFacts;
    const from = pointInLayer(turn, this.width, this.height, m[0] * x0 + m[2] * y + m[4], m[1] * x0 + m[3] * y + m[5]);
    const to = pointInLayer(turn, this.width, this.height, m[0] * x1 + m[2] * y + m[4], m[1] * x1 + m[3] * y + m[5]);
    if (!Number.isFinite(from.x) || !Number.isFinite(to.x) || !Number.isFinite(from.y)) return;
    this.pieces.push({
      turn,
      text,
      x: Math.min(from.x, to.x),
      baseline: from.y,
      width: Math.abs(to.x - from.x),
      size,
      ascent: font.ascent,
      descent: font.descent,
      bold: font.bold,
      italic: font.italic,
      spaceAfter,
      artifact: this.artifacts > 0,
    });
  }
}

/** What a page prints. `toPage` maps the page's own space to points from the top left of the page as shown. */
export function readPage(list: OperatorList, fontOf: (id: string) => FontFacts | null, toPage: Matrix, width: number, height: number): PageContent {
  const interpreter = new Interpreter(fontOf, toPage, width, height);
  interpreter.run(list);
  const { pieces, drawn, slanted, images, glyphs, unreadable } = interpreter;
  drawn.marks = loneMarks(drawn);
  return { width, height, layers: toLayers(pieces, drawn, width, height), slanted: slanted.trim(), images, glyphs, unreadable };
}
