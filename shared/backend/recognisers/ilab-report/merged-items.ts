// Takes apart items of the table of suggested actions that a missing rule merged into one row: the years of each item stand level with its
// first line, and the item before it ends its sentence.

import type { ParsedDocument, TextRange, WordBox } from '../../../core/document.ts';

const span = String.raw`(?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)\d\d)?`;
/** Two or more years or spans of years that nothing joins: "2014 – 2018 2016 – 2018". */
const several = new RegExp(`^${span}(?:\\s+${span})+$`, 'u');
/** How far (points) the first line of an item may stand from its years. */
const level = 4;

export type Item = { text: TextRange; years: TextRange };

function wordsIn(document: ParsedDocument, range: TextRange, page: number | null): WordBox[] {
  const words = page === null ? [] : (document.pages[page - 1]?.words ?? []);
  return words.filter((word) => word.start >= range.start && word.end <= range.end);
}

/** The items of a row, one or more. `action` and `years` are the ranges of its cells. */
export function itemsOfRow(document: ParsedDocument, action: TextRange, years: TextRange, page: number | null): Item[] {
  const whole = [{ text: action, years }];
  const printed = document.text.slice(years.start, years.end).trim();
  if (!several.test(printed)) return whole;
  const yearWords = wordsIn(document, years, page);
  const spans = [...document.text.slice(years.start, years.end).matchAll(new RegExp(span, 'gu'))].map((match) => ({ start: years.start + match.index, end: years.start + match.index + match[0].length }));
  const actionWords = wordsIn(document, action, page);
  const items: Item[] = [];
  let from = action.start;
  for (const [at, own] of spans.entries()) {
    const nextSpan = spans[at + 1];
    const next = nextSpan === undefined ? undefined : yearWords.find((word) => word.start >= nextSpan.start);
    let end = action.end;
    if (nextSpan !== undefined) {
      const first = next === undefined ? undefined : actionWords.find((word) => word.start > from && word.y >= next.y - level);
      if (next === undefined || first === undefined || first.y > next.y + level) return whole;
      end = first.start - 1;
      if (!/[.!?]["”’)]?$/u.test(document.text.slice(from, end).trimEnd())) return whole;
    }
    items.push({ text: { start: from, end }, years: own });
    from = end + 1;
  }
  return items;
}
