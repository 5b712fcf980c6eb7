// Tells running heads, running feet and page numbers from the text: lines near the top or bottom edge that come back at the
// same place on neighbouring pages. Looks a few pages back and ahead, never at the whole document.

import type { Line } from './lines.ts';

/** Share of the page height in which heads and feet may stand. */
const headBand = 0.125;
const footBand = 0.11;
/** How many pages ahead and back a repetition is looked for: two for left and right pages, one more for a missing one. */
export const furnitureReach = 3;
/** How far (points) a repeated line may sit from its neighbour's. */
const drift = 4;

export type Edge = { line: Line; key: string; baseline: number; band: 'head' | 'foot'; artifact: boolean };

/** A caption that says "continued" at the top of each page is no running head. */
const captionLike = /^(?:table|figure|chart|box)\s*\d/iu;

export const lineText = (line: Line): string => line.words.map((word) => word.text).join(' ');

/** The lines of a page that could be furniture. */
export function edgesOf(lines: readonly Line[], height: number): Edge[] {
  const edges: Edge[] = [];
  for (const line of lines) {
    const band = line.y1 < headBand * height ? 'head' : line.y0 > (1 - footBand) * height ? 'foot' : null;
    if (band === null) continue;
    const text = lineText(line);
    if (captionLike.test(text)) continue;
    // Digits change from page to page; case and spaces are not reliable in damaged fonts.
    const key = text.toLowerCase().replace(/\d+/gu, '#').replace(/\s+/gu, '');
    edges.push({ line, key, baseline: line.baseline, band, artifact: line.words.every((word) => word.artifact) });
  }
  return edges;
}

/** Whether a line can be a page number: a number, perhaps between dashes or after "Page". */
export function pageNumberOf(text: string): string | null {
  const match = /^(?:page\s+)?[-–—|\s]*(\d{1,5}|[ivxlc]{1,6})[-–—|\s]*(?:(?:of|\/)\s*\d{1,5})?$/iu.exec(text.trim());
  return match?.[1] ?? null;
}

/** Whether two lines alike but for their numbers are furniture: each number is the same on both pages or counts the pages. */
function sameNumbers(a: string, b: string, pages: number): boolean {
  const one = a.match(/\d+/gu) ?? [];
  const two = b.match(/\d+/gu) ?? [];
  return one.every((number, at) => number === two[at] || Number(two[at]) - Number(number) === pages);
}

/** A bare number repeats on every page of a list too; only one that counts with the pages is a page number. */
function counts(number: string, other: string | null, pages: number): boolean {
  if (other === null) return false;
  if (/^\d+$/u.test(number)) return Number(other) - Number(number) === pages;
  return !/^\d+$/u.test(other);
}

/**
 * The furniture among `edges` (of page `index`), given the edges of the pages around it. `neighbours` maps page index to edges.
 */
export function findFurniture(index: number, edges: readonly Edge[], neighbours: ReadonlyMap<number, readonly Edge[]>): Set<Line> {
  const furniture = new Set<Line>();
  const places: { band: Edge['band']; baseline: number; size: number }[] = [];
  for (const edge of edges) {
    if (edge.artifact) furniture.add(edge.line);
    const number = pageNumberOf(lineText(edge.line));
    for (let other = index - furnitureReach; other <= index + furnitureReach; other++) {
      if (other === index) continue;
      for (const candidate of neighbours.get(other) ?? []) {
        if (candidate.band !== edge.band || Math.abs(candidate.baseline - edge.baseline) > drift) continue;
        if (number !== null) {
          if (counts(number, pageNumberOf(lineText(candidate.line)), other - index)) furniture.add(edge.line);
        } else if (candidate.key === edge.key) {
          if (sameNumbers(lineText(edge.line), lineText(candidate.line), other - index)) furniture.add(edge.line);
        } else if (candidate.artifact) places.push({ band: candidate.band, baseline: candidate.baseline, size: candidate.line.size });
      }
    }
    // The lowest line of a short document, when it is the number of the page.
    if (edge.band === 'foot' && number === String(index + 1) && edges.every((other) => other.baseline <= edge.baseline + 1)) furniture.add(edge.line);
  }
  // A foot that differs once (left page, right page, misprint) still stands on the line of the others.
  const found = [...furniture].map((line) => ({ baseline: line.baseline, size: line.size }));
  for (const edge of edges) {
    if (edge.band !== 'foot' || furniture.has(edge.line)) continue;
    const onLine = (place: { baseline: number; size: number }) => Math.abs(place.baseline - edge.baseline) < 1.5;
    if (found.some(onLine) || places.some((place) => place.band === 'foot' && onLine(place) && Math.abs(place.size - edge.line.size) < 0.6)) furniture.add(edge.line);
  }
  return furniture;
}
