// Writes small PDFs by hand for the tests: text, rules, boxes and shapes on pages, with coordinates from the top left. Fonts are the standard ones, so
// nothing is embedded. Not a PDF library: just enough of ISO 32000-1 to be read.

export type Face = 'regular' | 'bold' | 'italic' | 'bullets';

const fontNames: Record<Face, string> = { regular: 'Helvetica', bold: 'Helvetica-Bold', italic: 'Helvetica-Oblique', bullets: 'ZapfDingbats' };
const faces = Object.keys(fontNames) as Face[];

const winAnsi: Record<string, number> = { '–': 150, '—': 151, '’': 146, '‘': 145, '“': 147, '”': 148, '•': 149, '†': 134, '‡': 135, '€': 128, '\u00ad': 173 };

function escaped(text: string): string {
  return [...text]
    .map((character) => {
      const code = winAnsi[character] ?? character.charCodeAt(0);
      return code > 126 || character === '(' || character === ')' || character === '\\' ? `\\${code.toString(8).padStart(3, '0')}` : character;
    })
    .join('');
}

export class PageSheet {
  readonly width: number;
  readonly height: number;
  rotate = 0;
  content = '';

  constructor(width = 612, height = 792) {
    this.width = width;
    this.height = height;
  }

  /** Text whose baseline begins at (x, y). */
  text(x: number, y: number, text: string, size = 11, face: Face = 'regular'): this {
    this.content += `BT /${face} ${size} Tf 1 0 0 1 ${x} ${this.height - y} Tm (${escaped(text)}) Tj ET\n`;
    return this;
  }

  /** Text turned clockwise by quarter turns, beginning at (x, y). */
  turned(x: number, y: number, text: string, quarters: 1 | 2 | 3, size = 11): this {
    const [a, b, c, d] = quarters === 1 ? [0, -1, 1, 0] : quarters === 2 ? [-1, 0, 0, -1] : [0, 1, -1, 0];
    this.content += `BT /regular ${size} Tf ${a} ${b} ${c} ${d} ${x} ${this.height - y} Tm (${escaped(text)}) Tj ET\n`;
    return this;
  }

  /** Lines of text, one below the other. */
  lines(x: number, y: number, lines: readonly string[], size = 11, face: Face = 'regular', leading = size * 1.2): this {
    lines.forEach((line, at) => this.text(x, y + at * leading, line, size, face));
    return this;
  }

  /** A horizontal or other straight line, 0.5 pt wide. */
  rule(x0: number, y0: number, x1: number, y1: number): this {
    this.content += `0.5 w ${x0} ${this.height - y0} m ${x1} ${this.height - y1} l S\n`;
    return this;
  }

  /** A grey box. */
  box(x0: number, y0: number, x1: number, y1: number): this {
    this.content += `0.6 g ${x0} ${this.height - y1} ${x1 - x0} ${y1 - y0} re f 0 g\n`;
    return this;
  }

  /** A filled check mark, 8 points square, with its upper left corner at (x, y). */
  tick(x: number, y: number): this {
    const point = (dx: number, dy: number) => `${x + dx} ${this.height - y - dy}`;
    this.content += `${point(0, 4.5)} m ${point(1, 4)} l ${point(2.5, 6)} l ${point(4, 3)} ${point(5, 1)} ${point(8, 0)} c ${point(6, 2)} ${point(4, 5)} ${point(3, 8)} c ${point(2, 7)} l ${point(0, 4.5)} l h f\n`;
    return this;
  }

  /**
   * A table as desktop publishing draws it: a grey header, a rule under each cell, no upright lines. `edges` are the column edges; a cell
   * of null goes on with the cell above it. Returns the y below the table.
   */
  table(edges: readonly number[], top: number, header: readonly (string | string[])[], rows: readonly (readonly (string | string[] | null)[])[], size = 9): number {
    const leading = size * 1.15;
    let y = top;
    const heads = header.map((name) => (Array.isArray(name) ? name : [name]));
    const headerHeight = Math.max(...heads.map((lines) => lines.length)) * leading + 4;
    heads.forEach((_, at) => this.box(edges[at] as number, y, edges[at + 1] as number, y + headerHeight));
    heads.forEach((lines, at) => this.lines((edges[at] as number) + 4, y + size + 1, lines, size, 'bold', leading));
    y += headerHeight;
    rows.forEach((row, rowAt) => {
      const cells = row.map((cell) => (cell === null ? [] : Array.isArray(cell) ? cell : [cell]));
      const height = Math.max(1, ...cells.map((lines) => lines.length)) * leading + 5;
      cells.forEach((lines, at) => this.lines((edges[at] as number) + 4, y + size + 1, lines, size, 'regular', leading));
      y += height;
      row.forEach((_, at) => {
        if (rows[rowAt + 1]?.[at] !== null) this.rule(edges[at] as number, y, edges[at + 1] as number, y);
      });
    });
    return y;
  }
}

export type PdfExtras = { trailer?: string; objects?: string[]; info?: string };

/** The bytes of a PDF with these pages. */
export function pdfOf(pages: readonly PageSheet[], extras: PdfExtras = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const catalog = add('');
  const tree = add('');
  const fonts = faces.map((face) => `/${face} ${add(`<< /Type /Font /Subtype /Type1 /BaseFont /${fontNames[face]}${face === 'bullets' ? '' : ' /Encoding /WinAnsiEncoding'} >>`)} 0 R`).join(' ');
  const kids = pages.map((page) => {
    const stream = add(`<< /Length ${page.content.length} >>\nstream\n${page.content}\nendstream`);
    return add(`<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Rotate ${page.rotate} /Resources << /Font << ${fonts} >> >> /Contents ${stream} 0 R >>`);
  });
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R >>`;
  objects[tree - 1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  for (const object of extras.objects ?? []) add(object);
  let trailer = extras.trailer ?? '';
  if (extras.info !== undefined) trailer += ` /Info ${add(`<< ${extras.info} >>`)} 0 R`;
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}

/**
 * A page of text in a script that the standard fonts lack: each code of a simple font is mapped to one character of `alphabet` by a ToUnicode map, as
 * subset fonts in real files do. `visual` is what is drawn from left to right.
 */
export function pdfInScript(visual: string, alphabet: string): Uint8Array {
  const letters = [...alphabet];
  const codeOf = (character: string): number => (character === ' ' ? 32 : 65 + letters.indexOf(character));
  const map = letters.map((letter, at) => `<${(65 + at).toString(16)}> <${letter.charCodeAt(0).toString(16).padStart(4, '0')}>`).join('\n');
  const cmap = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${letters.length} beginbfchar\n${map}\nendbfchar endcmap end`;
  const text = [...visual].map((character) => codeOf(character).toString(16).padStart(2, '0')).join('');
  const content = `BT /F 12 Tf 1 0 0 1 72 700 Tm <${text}> Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F 4 0 R >> >> /Contents 6 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >>',
    `<< /Length ${cmap.length} >>\nstream\n${cmap}\nendstream`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  const file = `%PDF-1.7\n${objects.map((body, at) => `${at + 1} 0 obj\n${body}\nendobj\n`).join('')}trailer\n<< /Size 7 /Root 1 0 R >>\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}
