// Reads the paths that a page draws, through PDFium, for the rules, boxes and check marks among them; says where
// its pictures lie, and where a space is drawn by itself.

import { addPath, loneMarks, type Drawn, type Subpath } from './drawings.ts';
import { identity, multiply, type Matrix } from './matrix.ts';
import type { Fill } from './page-content.ts';
import type { Pdfium } from './pdfium.ts';

/** Kinds of page objects and of path segments (fpdf_edit.h). */
const textObject = 1;
const pathObject = 2;
const imageObject = 3;
const formObject = 5;
const curveSegment = 1;
const moveSegment = 2;

/** Each colour part of white, from which a fill is not seen. */
const white = 0xf9;
/** A map or a seal has more segments than this in one path and no rule in it. */
const mostSegments = 1400;
/** Forms within forms deeper than this are not looked into. */
const deepestForm = 12;

export type PageShapes = {
  drawn: Drawn;
  pictures: Fill[];
  /** Where text without any ink begins: spaces, of which PDFium's text keeps nothing when an instruction draws nothing else. */
  spaces: { x: number; y: number }[];
};

class ShapeReader {
  readonly drawn: Drawn = { rules: [], fills: [], marks: [], shapes: [] };
  readonly pictures: Fill[] = [];
  readonly spaces: { x: number; y: number }[] = [];
  private readonly pdfium: Pdfium;

  constructor(pdfium: Pdfium) {
    this.pdfium = pdfium;
  }

  object(object: number, matrix: Matrix, depth: number): void {
    const { pdfium } = this;
    const type = pdfium.FPDFPageObj_GetType(object);
    if (type === pathObject) this.path(object, matrix);
    else if (type === textObject) this.text(object, matrix);
    else if (type === imageObject) this.picture(multiply(matrix, this.matrixOf(object)));
    else if (type === formObject && depth < deepestForm) {
      const inner = multiply(matrix, this.matrixOf(object));
      const count = pdfium.FPDFFormObj_CountObjects(object);
      for (let at = 0; at < count; at++) this.object(pdfium.FPDFFormObj_GetObject(object, at), inner, depth + 1);
    }
  }

  /** A picture fills the unit square of its own space (ISO 32000-1, 8.9.5). */
  private picture([a, b, c, d, e, f]: Matrix): void {
    const across = [e, e + a, e + c, e + a + c];
    const down = [f, f + b, f + d, f + b + d];
    this.pictures.push({ x0: Math.min(...across), y0: Math.min(...down), x1: Math.max(...across), y1: Math.max(...down) });
  }

  private text(object: number, matrix: Matrix): void {
    const { pdfium } = this;
    const { scratchAt } = pdfium;
    if (pdfium.FPDFPageObj_GetBounds(object, scratchAt, scratchAt + 4, scratchAt + 8, scratchAt + 12) !== 1) return;
    if (pdfium.float(scratchAt + 8) - pdfium.float(scratchAt) > 0.01) return;
    const [, , , , x, y] = multiply(matrix, this.matrixOf(object));
    this.spaces.push({ x, y });
  }

  private matrixOf(object: number): Matrix {
    const { pdfium } = this;
    const { scratchAt } = pdfium;
    if (pdfium.FPDFPageObj_GetMatrix(object, scratchAt) !== 1) return identity;
    return pdfium.matrix(scratchAt);
  }

  private path(object: number, matrix: Matrix): void {
    const { pdfium } = this;
    const { scratchAt } = pdfium;
    const count = pdfium.FPDFPath_CountSegments(object);
    if (count < 2 || count > mostSegments || pdfium.FPDFPath_GetDrawMode(object, scratchAt, scratchAt + 4) !== 1) return;
    const fill = pdfium.integer(scratchAt) !== 0;
    const stroke = pdfium.integer(scratchAt + 4) !== 0;
    if (!fill && !stroke) return;
    addPath(this.drawn, this.subpaths(object, count, multiply(matrix, this.matrixOf(object))), { fill, stroke, white: fill && this.isWhite(object) });
  }

  private isWhite(object: number): boolean {
    const { pdfium } = this;
    const { scratchAt } = pdfium;
    if (pdfium.FPDFPageObj_GetFillColor(object, scratchAt, scratchAt + 4, scratchAt + 8, scratchAt + 12) !== 1) return false;
    return pdfium.integer(scratchAt) >= white && pdfium.integer(scratchAt + 4) >= white && pdfium.integer(scratchAt + 8) >= white;
  }

  private subpaths(object: number, count: number, [a, b, c, d, e, f]: Matrix): Subpath[] {
    const { pdfium } = this;
    const { scratchAt } = pdfium;
    const paths: Subpath[] = [];
    let current: Subpath | null = null;
    let control = 0;
    for (let at = 0; at < count; at++) {
      const segment = pdfium.FPDFPath_GetPathSegment(object, at);
      const type = pdfium.FPDFPathSegment_GetType(segment);
      if (type === moveSegment || current === null) paths.push((current = { points: [], curved: false, closed: false }));
      // Three segments make a curve: two control points, which are not on it, and its end.
      if (type === curveSegment) {
        current.curved = true;
        if (++control % 3 !== 0) continue;
      } else control = 0;
      pdfium.FPDFPathSegment_GetPoint(segment, scratchAt, scratchAt + 4);
      const x = pdfium.float(scratchAt);
      const y = pdfium.float(scratchAt + 4);
      current.points.push(a * x + c * y + e, b * x + d * y + f);
      if (pdfium.FPDFPathSegment_GetClose(segment) === 1) current.closed = true;
    }
    return paths;
  }
}

/** The shapes of a page, in points from the top left of the page as shown. */
export function readShapes(pdfium: Pdfium, page: number, toPage: Matrix): PageShapes {
  const reader = new ShapeReader(pdfium);
  const count = pdfium.FPDFPage_CountObjects(page);
  for (let at = 0; at < count; at++) reader.object(pdfium.FPDFPage_GetObject(page, at), toPage, 0);
  reader.drawn.marks = loneMarks(reader.drawn);
  return { drawn: reader.drawn, pictures: reader.pictures, spaces: reader.spaces };
}
