// Reads the characters of a page, as PDFium places them, into pieces of text. One pass gives the exact place of every glyph and
// the spaces the file really contains; the spaces and line breaks that PDFium guesses are not used.

import { characterOf, isPrivate } from './characters.ts';
import { fontFacts, type FontFacts } from './fonts.ts';
import { multiply, type Matrix } from './matrix.ts';
import { pointInLayer, type Turn } from './page-content.ts';
import { scratchSize, type Pdfium } from './pdfium.ts';
import { cutRun, Run, samePlace, type Look, type PageText } from './text-runs.ts';

/** Byte order mark and zero-width spaces: signs for programs that print nothing. */
const unprinted = new Set([0xfeff, 0x200b, 0x2060]);
/** The text rendering mode that leaves no ink (ISO 32000-1, 9.3.6): programs lay such text under a scan. */
const invisible = 3;
/** The mark of what is no part of the content (ISO 32000-1, 14.8.2.2). */
const artifactName = 'Artifact';
/** Sine of the angle beyond which text counts as slanted (about 10 degrees). */
const slant = 0.17;

/** The map from the space of the page as shown to the layer of a direction. */
function layerMatrix(turn: Turn, width: number, height: number): Matrix {
  const origin = pointInLayer(turn, width, height, 0, 0);
  const right = pointInLayer(turn, width, height, 1, 0);
  const down = pointInLayer(turn, width, height, 0, 1);
  return [right.x - origin.x, right.y - origin.y, down.x - origin.x, down.y - origin.y, origin.x, origin.y];
}

/** What a code of the basic plane stands for, remembered: a page has thousands of characters and few different ones. */
const letters: (string | undefined)[] = Array.from({ length: 0x10000 });
const signs: (string | undefined)[] = Array.from({ length: 0x10000 });

function characterOfCode(code: number, symbols: boolean): string {
  if (code >= letters.length) return characterOf(String.fromCodePoint(code), symbols);
  const known = symbols ? signs : letters;
  return (known[code] ??= code === 0 ? '' : characterOf(String.fromCodePoint(code), symbols));
}

/** The run being read. One for all pages: a worker reads one page at a time. */
const run = new Run();

class TextReader {
  readonly text: PageText = { pieces: [], slanted: '', glyphs: 0, unreadable: 0, hidden: 0 };
  private readonly pdfium: Pdfium;
  private readonly textPage: number;
  private readonly toPage: Matrix;
  private readonly toLayer: Matrix[];
  private readonly fonts = new Map<number, FontFacts>();
  private readonly artifactMarks = new Map<number, boolean>();
  /** The characters of the run are level on the page, so that the box of each begins at its origin. */
  private level = false;

  constructor(pdfium: Pdfium, textPage: number, toPage: Matrix, width: number, height: number) {
    this.pdfium = pdfium;
    this.textPage = textPage;
    this.toPage = toPage;
    this.toLayer = ([0, 1, 2, 3] as const).map((turn) => multiply(layerMatrix(turn, width, height), toPage));
  }

  read(): void {
    const { pdfium, textPage } = this;
    const count = pdfium.FPDFText_CountChars(textPage);
    let object = 0;
    let look: Look | null = null;
    const finish = () => {
      if (look === null) return;
      this.widenReplaced(run, look, object);
      cutRun(run, look, this.text);
    };
    for (let at = 0; at < count; at++) {
      const drawnBy = pdfium.FPDFText_GetTextObject(textPage, at);
      const code = pdfium.FPDFText_GetUnicode(textPage, at);
      // A space or a line break that PDFium put in.
      if (drawnBy === 0 || (code === 0x20 && pdfium.FPDFText_IsGenerated(textPage, at) === 1)) continue;
      if (drawnBy !== object || look === null) {
        finish();
        object = drawnBy;
        this.level = false;
        run.count = 0;
        look = this.lookOf(object, at);
      }
      this.place(look, at, code);
    }
    finish();
  }

  /** Adds a character to the run. Subtle: every character of a document pays for each call of PDFium, so the origin is asked only where the box does not tell it. */
  private place(look: Look, at: number, code: number): void {
    const { pdfium, textPage } = this;
    const { scratchAt } = pdfium;
    const { toLayer, lean, turn, font, hidden } = look;
    const character = this.characterAt(at, code, font);
    if (hidden) this.text.hidden++;
    const boxed = pdfium.FPDFText_GetLooseCharBox(textPage, at, scratchAt) === 1;
    const floats = pdfium.floats();
    const first = scratchAt >> 2;
    const left = boxed ? (floats[first] as number) : 0;
    const right = boxed ? (floats[first + 2] as number) : 0;
    if (this.level && boxed) {
      const start = toLayer[0] * left + toLayer[4];
      run.add(character, start, start + toLayer[0] * (right - left), run.baselines[0] as number);
      return;
    }
    const height = boxed ? (floats[first + 1] as number) - (floats[first + 3] as number) : 0;
    pdfium.FPDFText_GetCharOrigin(textPage, at, scratchAt, scratchAt + 8);
    const x = pdfium.double(scratchAt);
    const y = pdfium.double(scratchAt + 8);
    const start = toLayer[0] * x + toLayer[2] * y + toLayer[4];
    const width = Math.abs(toLayer[0]) * (right - left) + Math.abs(toLayer[2]) * height - lean;
    this.level = boxed && run.count === 0 && turn === 0 && toLayer[0] === 1 && lean === 0 && Math.abs(left - x) < 0.01;
    run.add(character, start, start + Math.max(0, width), toLayer[1] * x + toLayer[3] * y + toLayer[5]);
  }

  private characterAt(at: number, code: number, font: FontFacts): string {
    // Letters and digits of ASCII need none of the questions below.
    if (code > 0x20 && code < 0x7f && !font.symbols) {
      this.text.glyphs++;
      return characterOfCode(code, false);
    }
    if (unprinted.has(code)) return '';
    this.text.glyphs++;
    // PDFium hides a hyphen at the end of a line behind a sign of its own.
    if ((code < 0x20 || code === 0xfffe) && this.pdfium.FPDFText_IsHyphen(this.textPage, at) === 1) return '-';
    const character = characterOfCode(code, font.symbols);
    if (character === '' || isPrivate(character)) this.text.unreadable++;
    return character;
  }

  private lookOf(object: number, at: number): Look {
    const { pdfium } = this;
    const { scratchAt } = pdfium;
    const fontAt = pdfium.FPDFTextObj_GetFont(object);
    let font = this.fonts.get(fontAt);
    if (font === undefined) this.fonts.set(fontAt, (font = fontFacts(pdfium, fontAt)));
    const fontSize = pdfium.FPDFTextObj_GetFontSize(object, scratchAt) === 1 ? Math.abs(pdfium.float(scratchAt)) : 0;
    pdfium.FPDFText_GetMatrix(this.textPage, at, scratchAt);
    const m = multiply(this.toPage, pdfium.matrix(scratchAt));
    const unit = Math.hypot(m[0], m[1]);
    const sine = unit === 0 ? 0 : m[1] / unit;
    const cosine = unit === 0 ? 1 : m[0] / unit;
    const turn: Turn | null = Math.abs(sine) < slant ? (cosine > 0 ? 0 : 2) : Math.abs(cosine) < slant ? (sine > 0 ? 1 : 3) : null;
    // How far the upper end of an upright stroke leans over its foot, in points.
    const across = unit === 0 ? 0 : Math.abs(m[0] * m[2] + m[1] * m[3]) / unit;
    return {
      font,
      turn,
      toLayer: this.toLayer[turn ?? 0] as Matrix,
      size: Math.hypot(m[2], m[3]) * fontSize,
      unit,
      lean: across * fontSize * (font.ascent + font.descent),
      artifact: this.isArtifact(object),
      hidden: pdfium.FPDFTextObj_GetTextRenderMode(object) === invisible,
    };
  }

  /** Whether the file marks what an object draws as no part of the content (ISO 32000-1, 14.8.2.2). */
  private isArtifact(object: number): boolean {
    const { pdfium } = this;
    const count = pdfium.FPDFPageObj_CountMarks(object);
    for (let at = 0; at < count; at++) {
      const mark = pdfium.FPDFPageObj_GetMark(object, at);
      let artifact = this.artifactMarks.get(mark);
      if (artifact === undefined) {
        const { scratchAt } = pdfium;
        const named = pdfium.FPDFPageObjMark_GetName(mark, scratchAt + 8, scratchSize - 8, scratchAt) === 1;
        // Nearly every mark has a shorter name; none of those is decoded. The length is that of UTF-16 with its end.
        artifact = named && pdfium.integer(scratchAt) === 2 * (artifactName.length + 1) && pdfium.utf16(scratchAt + 8, 2 * artifactName.length) === artifactName;
        this.artifactMarks.set(mark, artifact);
      }
      if (artifact) return true;
    }
    return false;
  }

  /**
   * Text that the file gives in place of what it draws (ActualText, ISO 32000-1, 14.9.4) stands all at one place, with the widths of other
   * glyphs: it reaches to the end of what is drawn.
   */
  private widenReplaced({ count, starts, ends }: Run, look: Look, object: number): void {
    const start = starts[0] as number;
    if (count === 0 || look.turn !== 0) return;
    for (let at = 1; at < count; at++) if (!(Math.abs((starts[at] as number) - start) < samePlace)) return;
    const { pdfium } = this;
    const { scratchAt } = pdfium;
    // The box of an object and its matrix are in the space of the form that holds it.
    if (pdfium.FPDFPageObj_GetMatrix(object, scratchAt) !== 1) return;
    const [unit, leaning, , , left] = pdfium.matrix(scratchAt);
    if (unit === 0 || leaning !== 0 || pdfium.FPDFPageObj_GetBounds(object, scratchAt, scratchAt + 4, scratchAt + 8, scratchAt + 12) !== 1) return;
    const end = start + ((pdfium.float(scratchAt + 8) - left) * look.unit) / Math.abs(unit);
    for (let at = 0; at < count; at++) ends[at] = Math.max(ends[at] as number, end);
  }
}

/** The text of a page. `toPage` maps the page's own space to points from the top left of the page as shown, `width` by `height`. */
export function readText(pdfium: Pdfium, page: number, toPage: Matrix, width: number, height: number): PageText {
  const textPage = pdfium.FPDFText_LoadPage(page);
  if (textPage === 0) return { pieces: [], slanted: '', glyphs: 0, unreadable: 0, hidden: 0 };
  try {
    const reader = new TextReader(pdfium, textPage, toPage, width, height);
    reader.read();
    reader.text.slanted = reader.text.slanted.trim();
    return reader.text;
  } finally {
    pdfium.FPDFText_ClosePage(textPage);
  }
}
