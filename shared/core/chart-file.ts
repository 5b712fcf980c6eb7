// A chart as an SVG file that stands by itself: title, unit, key, drawing and sources inside. Colours are handed in; nothing is loaded.

import type { ChartDrawing, ChartShape, ChartTone } from './chart-drawing.ts';

export type ChartColours = Record<ChartTone | 'paper', string>;
/** Files go into papers and onto slides, so they are light whatever the theme of the screen: the light theme's values of its tokens. */
export const lightColours: ChartColours = {
  paper: '#fdfcfa', ink: '#1d1b18', faint: '#666157', grid: '#ddd8ce', gap: '#e9e6df', break: '#8f887b', shown: '#1d1b18', data: '#0b7f80', later: '#835200',
  'level-1': '#8c2d2a', 'level-2': '#a1612b', 'level-3': '#2f6f8f', 'level-4': '#1c6b45',
};

export type ChartCaption = { title: string; unit: string; /** What the marks mean. */ key: readonly string[]; sources: readonly string[] };

const margin = 20;
const lineHeight = 16;
const letterWidth = 6.2;
/** More documents than this are counted. */
const mostSources = 6;

/** Pixels; the height grows with the lines of the caption. */
export function chartSvg(drawing: ChartDrawing, { title, unit, key, sources }: ChartCaption, colours: ChartColours = lightColours): { svg: string; width: number; height: number } {
  const width = drawing.width + 2 * margin;
  const letters = Math.floor((width - 2 * margin) / letterWidth);
  const titles = wrapped(title, Math.floor(letters * 0.75));
  const notes = [...key, ...(sources.length > 0 ? [`Source: ${toldOf(sources).join('; ')}.`] : [])].flatMap((line) => wrapped(line, letters));
  const head = margin + titles.length * 22 + (unit ? lineHeight : 0);
  const foot = head + drawing.height + lineHeight;
  const height = Math.ceil(foot + notes.length * lineHeight + margin / 2);
  const text = (words: string, y: number, size: number, tone: ChartTone, weight = 400) => `<text x="${margin}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colours[tone]}">${escaped(words)}</text>`;
  const svg = standing(title, width, height, colours, [
    ...titles.map((line, index) => text(line, margin + 14 + index * 22, 16, 'ink', 600)),
    ...(unit ? [text(unit, head, 12, 'faint')] : []),
    `<g transform="translate(${margin} ${head})">`,
    ...drawing.shapes.map((shape) => shapeSvg(shape, colours)),
    '</g>',
    ...notes.map((line, index) => text(line, foot + index * lineHeight, 11, 'faint')),
  ]);
  return { svg, width, height };
}

/** The drawing alone, for a page that prints title, key and sources itself. */
export function chartPicture(drawing: ChartDrawing, description: string, colours: ChartColours = lightColours): { svg: string; width: number; height: number } {
  return { svg: standing(description, drawing.width, drawing.height, { ...colours, paper: '#ffffff' }, drawing.shapes.map((shape) => shapeSvg(shape, { ...colours, paper: '#ffffff' }))), width: drawing.width, height: drawing.height };
}

export type ChartOfGroup = { name: string; drawing: ChartDrawing };

/** Several small drawings of one size beside each other, each under its name, `across` in a row. Pixels. */
export function chartsSvg(charts: readonly ChartOfGroup[], { title, sources }: Pick<ChartCaption, 'title' | 'sources'>, across = 3, colours: ChartColours = lightColours): { svg: string; width: number; height: number } {
  const [first] = charts;
  const cell = { width: (first?.drawing.width ?? 0) + margin, height: (first?.drawing.height ?? 0) + 2 * lineHeight + margin };
  const columns = Math.max(1, Math.min(across, charts.length));
  const width = margin + columns * cell.width;
  const letters = Math.floor((width - 2 * margin) / letterWidth);
  const titles = wrapped(title, Math.floor(letters * 0.75));
  const top = margin + titles.length * 22 + lineHeight;
  const foot = top + Math.ceil(charts.length / columns) * cell.height + lineHeight;
  const notes = sources.length > 0 ? wrapped(`Source: ${toldOf(sources).join('; ')}.`, letters) : [];
  const height = Math.ceil(foot + notes.length * lineHeight + margin / 2);
  const text = (words: string, x: number, y: number, size: number, tone: ChartTone, weight = 400) => `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colours[tone]}">${escaped(words)}</text>`;
  const svg = standing(title, width, height, colours, [
    ...titles.map((line, index) => text(line, margin, margin + 14 + index * 22, 16, 'ink', 600)),
    ...charts.flatMap(({ name, drawing }, index) => {
      const [x, y] = [margin + (index % columns) * cell.width, top + Math.floor(index / columns) * cell.height];
      const [line = '', more] = wrapped(name, Math.floor(drawing.width / letterWidth));
      return [text(more === undefined ? line : `${line}…`, x, y, 11, 'ink', 600), `<g transform="translate(${x} ${y + lineHeight / 2})">`, ...drawing.shapes.map((shape) => shapeSvg(shape, colours)), '</g>'];
    }),
    ...notes.map((line, index) => text(line, margin, foot + index * lineHeight, 11, 'faint')),
  ]);
  return { svg, width, height };
}

function standing(title: string, width: number, height: number, colours: ChartColours, inside: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, 'Helvetica Neue', Arial, sans-serif" font-size="11" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    ...inside,
    '</svg>\n',
  ].join('\n');
}

function toldOf(sources: readonly string[]): readonly string[] {
  return sources.length > mostSources ? [...sources.slice(0, mostSources - 1), `${sources.length - mostSources + 1} more documents`] : sources;
}

function shapeSvg(shape: ChartShape, colours: ChartColours): string {
  const colour = colours[shape.tone];
  if (shape.kind === 'line') return `<line x1="${shape.x1}" y1="${shape.y1}" x2="${shape.x2}" y2="${shape.y2}" stroke="${colour}" stroke-width="${shape.tone === 'grid' ? 1 : 1.75}"${shape.isDashed ? ' stroke-dasharray="4 3"' : ''}/>`;
  if (shape.kind === 'box') return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" fill="${colour}"/>`;
  if (shape.kind === 'mark') return `<path d="${markPath(shape)}" fill="${shape.isHollow ? (shape.form === 'square' ? 'none' : colours.paper) : colour}" stroke="${colour}" stroke-width="1.75"/>`;
  const turned = shape.isTurned ? ` transform="rotate(-90 ${shape.x} ${shape.y})"` : '';
  return `<text x="${shape.x}" y="${shape.y}" text-anchor="${shape.anchor}" fill="${colour}"${turned}>${escaped(shape.words)}</text>`;
}

/** The outline of a mark, for the screen and for files. */
export function markPath({ form, x, y }: Extract<ChartShape, { kind: 'mark' }>): string {
  if (form === 'disc') return `M${x} ${y}m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z`;
  if (form === 'square') return `M${x} ${y}m-7 -7h14v14h-14Z`;
  return `M${x} ${y}m-4.5 4h9l-4.5 -8Z`;
}

function wrapped(words: string, letters: number): string[] {
  const lines: string[] = [];
  // A word longer than a line, such as an address, is cut where the line ends.
  const parts = words.split(/\s+/u).flatMap((word) => [...Array(Math.ceil(word.length / letters)).keys()].map((part) => word.slice(part * letters, (part + 1) * letters)));
  for (const word of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** XML 1.0 forbids most control characters altogether, so they are left out. */
function escaped(words: string): string {
  return [...words.toWellFormed()]
    .filter((letter) => /[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(letter))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
