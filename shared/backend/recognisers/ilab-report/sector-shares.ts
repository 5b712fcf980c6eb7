// Reads Figure 1, a pie chart whose labels are plain words around a drawing: each percentage belongs to the sector name
// printed next to it on the page.

import type { Page, ParsedDocument, WordBox } from '../../../core/document.ts';
import type { Observation } from '../../../core/recognition.ts';
import type { ReportContext } from './observing.ts';

const sectors = [
  { key: 'statistics.sector_agriculture_percent', name: /^agriculture$/iu },
  { key: 'statistics.sector_industry_percent', name: /^industry$/iu },
  { key: 'statistics.sector_services_percent', name: /^services$/iu },
] as const;

/** The figure with its labels is no taller than this, in points. */
const tallest = 260;
/** Labels may stand this far (points) left of the figure's caption. */
const leftOfCaption = 100;
/** A label further from every percentage (points) is a word of something else. */
const furthest = 60;

const center = (word: WordBox) => ({ x: word.x + word.width / 2, y: word.y + word.height / 2 });

function caption(document: ParsedDocument): { page: Page; word: WordBox } | null {
  for (const block of document.blocks) {
    if (block.table !== null || block.page === null || block.end - block.start > 200) continue;
    const text = document.text.slice(block.start, block.end);
    if (!/^figure\s+\d+\s*[.:]/iu.test(text) || !/sector/iu.test(text)) continue;
    const page = document.pages[block.page - 1];
    const word = page?.words.find((candidate) => candidate.start >= block.start);
    if (page !== undefined && word !== undefined) return { page, word };
  }
  return null;
}

export function sectorObservations(context: ReportContext): Observation[] {
  const { document } = context;
  const place = caption(document);
  if (place === null) return [];
  const { page, word: first } = place;
  const near = page.words.filter((word) => word.y > first.y && word.y < first.y + tallest && word.x > first.x - leftOfCaption);
  const read = (word: WordBox): string => document.text.slice(word.start, word.end);
  const percents = near.filter((word) => /^\d{1,3}(?:\.\d+)?%$/u.test(read(word)));
  const candidates = sectors.flatMap((sector) =>
    near
      .filter((word) => sector.name.test(read(word).replace(/[,:]$/u, '')))
      .flatMap((label) =>
        percents.map((percent) => {
          const a = center(label);
          const b = center(percent);
          return { sector, label, percent, distance: Math.hypot((a.x - b.x) * 0.7, a.y - b.y) };
        }),
      ),
  );
  const observations: Observation[] = [];
  const used = new Set<WordBox>();
  const done = new Set<string>();
  for (const { sector, label, percent, distance } of candidates.sort((a, b) => a.distance - b.distance)) {
    if (distance > furthest || used.has(percent) || used.has(label) || done.has(sector.key)) continue;
    used.add(percent).add(label);
    done.add(sector.key);
    observations.push({
      indicator: sector.key,
      country: context.country,
      territory: null,
      year: context.year,
      reportedYear: context.year,
      status: 'value',
      value: Number(read(percent).replace('%', '')),
      unit: 'percent',
      mark: null,
      note: null,
      page: page.number,
      start: percent.start,
      end: percent.end,
      quote: `${read(label)} ${read(percent)}`,
      confidence: 0.95,
    });
  }
  return observations;
}
