// Which country and year a document of no known kind is about: by its title first, then by its file name, then by what it
// names most. Silent when that is not clear.

import type { ParsedDocument, TextRange } from '../../../core/document.ts';
import type { CountryMention } from '../../../core/country.ts';
import { countries } from '../countries.ts';
import { baseName, type Said } from './headline.ts';

export type Subject<T> = { value: T; place: TextRange | null; confidence: number };

/** As much of a long document as shows what it is about. */
const readLength = 200_000;
/** A country named this often, and this many times as often as the next, is the subject. */
const fewestMentions = 3;
const clearLead = 2;
const acronym = /^(?:U\.?S\.?(?:A\.?)?|U\.?K\.?)$/;

export function countryOf({ text }: ParsedDocument, title: Said, fileName: string): Subject<{ iso3: string; name: string }> | null {
  const mentions = countries.inText(text.slice(0, readLength));
  const titled = onlyOne(countries.inText(title.value));
  if (titled) {
    const inTitle = title.place && mentions.find(({ iso3, start, end }) => iso3 === titled.iso3 && title.place && start >= title.place.start && end <= title.place.end);
    return { value: titled, place: inTitle ?? mentions.find(({ iso3 }) => iso3 === titled.iso3) ?? null, confidence: 0.9 };
  }
  // "U.S." and the like mostly name who writes or pays, not what the text is about.
  const [first, second] = ranked(mentions.filter(({ start, end }) => !acronym.test(text.slice(start, end))));
  const named = onlyOne(countries.inText(baseName(fileName)));
  if (named && (first === undefined || mentions.some(({ iso3 }) => iso3 === named.iso3))) {
    return { value: named, place: mentions.find(({ iso3 }) => iso3 === named.iso3) ?? null, confidence: 0.8 };
  }
  if (!first || first.length < fewestMentions || first.length < (second?.length ?? 0) * clearLead) return null;
  const [mention] = first;
  return mention ? { value: { iso3: mention.iso3, name: mention.name }, place: mention, confidence: 0.6 } : null;
}

/** The mentions of each country, the most named first. */
function ranked(mentions: CountryMention[]): CountryMention[][] {
  return [...Map.groupBy(mentions, ({ iso3 }) => iso3).values()].sort((a, b) => b.length - a.length);
}

function onlyOne(mentions: CountryMention[]): { iso3: string; name: string } | null {
  const [first] = mentions;
  return first && mentions.every(({ iso3 }) => iso3 === first.iso3) ? { iso3: first.iso3, name: first.name } : null;
}

const yearPattern = /(?<![\p{L}\p{N}])((?:19|20)\d{2})(?:\s?[-–/]\s?((?:19|20)?\d{2}))?(?![\p{L}\p{N}])/gu;

export function yearOf(title: Said, date: Said | null, fileName: string): Subject<number> | null {
  const titled = lastYear(title.value);
  if (titled) {
    const place = title.place && { start: title.place.start + titled.start, end: title.place.start + titled.end };
    return { value: titled.year, place, confidence: titled.alone ? 0.9 : 0.6 };
  }
  const named = lastYear(baseName(fileName));
  if (named?.alone) return { value: named.year, place: null, confidence: 0.7 };
  const dated = date && date.confidence >= 0.7 ? Number(date.value.slice(0, 4)) : null;
  return dated && date ? { value: dated, place: date.place, confidence: 0.6 } : null;
}

/** A title that names several years, or a span, is about the last of them. */
function lastYear(text: string): { year: number; start: number; end: number; alone: boolean } | null {
  const found = [...text.matchAll(yearPattern)];
  const last = found.at(-1);
  if (!last?.[1]) return null;
  const [whole, first, second] = last;
  const year = second ? Number(second.length === 2 ? first.slice(0, 2) + second : second) : Number(first);
  return { year, start: last.index, end: last.index + whole.length, alone: found.length === 1 && !second };
}
