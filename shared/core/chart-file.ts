// A chart as an SVG file that stands by itself: title, unit, key, drawing and sources inside. Colours are handed in; nothing is loaded.

import type { ChartDrawing, ChartShape, ChartTone } from './chart-drawing.ts';

export type ChartColours = Record<ChartTone | 'paper', string>;
export type ChartCaption = { title: string; unit: string; /** What the marks mean. */ key: readonly string[]; sources: readonly string[] };

const margin = 20;
const lineHeight = 16;
const letterWidth = 6.2;
/** More documents than this are counted. */
const mostSources = 6;

/** Pixels; the height grows with the lines of the caption. */
export function chartSvg(drawing: ChartDrawing, { title, unit, key, sources }: ChartCaption, colours: ChartColours): { svg: string; width: number; height: number } {
  const width = drawing.width + 2 * margin;
  const letters = Math.floor((width - 2 * margin) / letterWidth);
  const titles = wrapped(title, Math.floor(letters * 0.75));
  const told = sources.length > mostSources ? [...sources.slice(0, mostSources - 1), `${sources.length - mostSources + 1} more documents`] : sources;
  const notes = [...key, ...(told.length > 0 ? [`Source: ${told.join('; ')}.`] : [])].flatMap((line) => wrapped(line, letters));
  const head = margin + titles.length * 22 + (unit ? lineHeight : 0);
  const foot = head + drawing.height + lineHeight;
  const height = Math.ceil(foot + notes.length * lineHeight + margin / 2);
  const text = (words: string, y: number, size: number, tone: ChartTone, weight = 400) => `<text x="${margin}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colours[tone]}">${escaped(words)}</text>`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, 'Helvetica Neue', Arial, sans-serif" font-size="11" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    ...titles.map((line, index) => text(line, margin + 14 + index * 22, 16, 'ink', 600)),
    ...(unit ? [text(unit, head, 12, 'faint')] : []),
    `<g transform="translate(${margin} ${head})">`,
    ...drawing.shapes.map((shape) => shapeSvg(shape, colours)),
    '</g>',
    ...notes.map((line, index) => text(line, foot + index * lineHeight, 11, 'faint')),
    '</svg>',
  ].join('\n');
  return { svg: `${svg}\n`, width, height };
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
