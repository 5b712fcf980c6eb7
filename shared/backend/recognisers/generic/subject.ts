// Which country and year a document of no known kind is about: by its title, its file's name, who issued it, what it names most.
// Each possibility with how sure it is; none is put in when several are as likely.

import type { CountryMention } from '../../../core/country.ts';
import type { ParsedDocument } from '../../../core/document.ts';
import { leastConfidence } from '../../../core/metadata.ts';
import { countries } from '../countries.ts';
import { westernDigits } from './date.ts';
import { baseName, headOf, ranked, type Said } from './said.ts';

export type NamedCountry = { iso3: string; name: string };

/** As much of a long document as shows what it is about. */
const readLength = 200_000;
/** A country named this often, and this many times as often as the next, is the subject. */
const fewestMentions = 3;
const clearLead = 2;
/** More possibilities than these are a list of countries, not a choice. */
const mostOffered = 4;
const acronym = /^(?:U\.?S\.?(?:A\.?)?|U\.?K\.?|ROK|PRC)$/;

export function countriesOf({ text, blocks }: ParsedDocument, title: Said, issuer: Said | null, fileName: string): Said<NamedCountry>[] {
  // "U.S." and the like mostly name who writes or pays, not what the text is about.
  const mentions = countries.spokenOf(text.slice(0, readLength)).filter(({ start, end }) => !acronym.test(text.slice(start, end)));
  const placed = (country: NamedCountry, confidence: number, at?: CountryMention): Said<NamedCountry> => {
    const place = at ?? mentions.find(({ iso3 }) => iso3 === country.iso3);
    return { value: { iso3: country.iso3, name: country.name }, place: place ? { start: place.start, end: place.end } : null, confidence, from: place ? 'passage' : 'file-name' };
  };
  const said: Said<NamedCountry>[] = [];

  const titled = onlyOnes(countries.spokenOf(title.value));
  for (const country of titled) {
    const inTitle = mentions.find(({ iso3, start, end }) => iso3 === country.iso3 && title.place && start >= title.place.start && end <= title.place.end);
    said.push({ ...placed(country, titled.length === 1 ? 0.9 : 0.4, inTitle), ...(title.from === 'file-name' ? { confidence: titled.length === 1 ? 0.7 : 0.35 } : {}) });
  }
  const [first, second] = byFrequency(mentions);
  const named = onlyOnes(countries.inText(baseName(fileName)));
  for (const country of named) said.push(placed(country, named.length > 1 ? 0.35 : mentions.length === 0 || mentions.some(({ iso3 }) => iso3 === country.iso3) ? 0.8 : 0.45));
  // A state's own body mostly writes of that state; one that writes of another names it in the title.
  const ofIssuer = issuer ? onlyOnes(countries.spokenOf(issuer.value)) : [];
  if (ofIssuer.length === 1 && ofIssuer[0]) said.push(placed(ofIssuer[0], titled.length > 0 ? 0.3 : 0.65));
  const heads = headOf({ text, blocks } as ParsedDocument)
    .slice(0, 6)
    .filter(({ kind, start, end }) => kind !== 'caption' && end - start <= 80 && !/©|\bphotos?\b/iu.test(text.slice(start, end)))
    .flatMap(({ start, end }) => mentions.filter((mention) => mention.start >= start && mention.end <= end));
  const headed = onlyOnes(heads);
  if (headed.length === 1 && heads[0]) said.push(placed(heads[0], 0.65, heads[0]));
  if (first?.[0] && titled.length !== 1) {
    // The United States are named by those who pay, buy and report; that alone makes them no subject.
    const most = first[0].iso3 === 'USA' ? leastConfidence - 0.1 : 1;
    said.push(placed(first[0], Math.min(most, frequencyConfidence(first.length, second?.length ?? 0, text.length)), first[0]));
    if (second?.[0] && second.length * 3 >= first.length) said.push(placed(second[0], 0.3, second[0]));
  }
  return ranked(said, ({ iso3 }) => iso3).slice(0, mostOffered);
}

/** A text may name one country once in passing; a short note that names no other speaks of it. */
const shortNote = 1_500;

function frequencyConfidence(mentions: number, next: number, length: number): number {
  if (next === 0) return mentions >= fewestMentions ? 0.75 : mentions === 2 ? 0.65 : length <= shortNote ? 0.5 : 0.4;
  return mentions >= fewestMentions && mentions >= next * clearLead ? Math.min(0.75, 0.5 + (0.05 * mentions) / next) : 0.35;
}

/** The mentions of each country, the most named first. */
function byFrequency(mentions: CountryMention[]): CountryMention[][] {
  return [...Map.groupBy(mentions, ({ iso3 }) => iso3).values()].sort((one, other) => other.length - one.length);
}

/** Each country once; none when there are more than can be chosen from. */
function onlyOnes(mentions: readonly CountryMention[]): NamedCountry[] {
  const each = [...new Map(mentions.map((mention) => [mention.iso3, mention])).values()];
  return each.length > mostOffered ? [] : each;
}

const yearPattern = /(?<![\p{L}\p{N}.,])((?:19|20)\d{2})(?:\s?[-–/]\s?((?:19|20)?\d{2}))?(?![\p{L}\p{N}]|[.,]\d)/gu;
/** "covering 2019", "reporting period: January to December 2019", "Fiscal year 2018", "exercice 2017", "за 2019 год". */
const periodWords = /(?:report(?:ing)? (?:year|period)|fiscal year|FY|calendar year|covering|covers|period covered|for the year(?: ended)?|annual report|rapport annuel|exercice|année|período|ejercicio|informe anual|relatório anual|ano de|за|отчет за|годовой отчет за|التقرير السنوي|لعام|لسنة|عام|سنة)(?:[^\d\n.]{0,40})$/iu;

/** "Questions about Order 12 of 1999": the year of the law, which a later text is about. */
const lawOf = /(?:act|law|order|decree|convention|loi|ley|lei|закон\p{L}*)[^\n]{0,40}\s(?:of|de|du|от)\s+$/iu;

export function yearsOf(document: ParsedDocument, title: Said, dates: readonly Said[], fileName: string): Said<number>[] {
  const said: Said<number>[] = [];
  const titled = years(title.value);
  // A title that names several years, or a span, is about the last of them.
  const last = titled.at(-1);
  for (const one of titled) {
    const namesLaw = lawOf.test(title.value.slice(0, one.start)) && dates.some((date) => date.confidence >= 0.7 && !date.value.startsWith(String(one.year)));
    const confidence = one !== last ? 0.35 : namesLaw ? 0.5 : titled.length === 1 && !one.isSpan ? 0.9 : 0.6;
    // A law is named by its year, and a letter by its day; that is the year of the document too.
    said.push({ value: one.year, place: title.place && { start: title.place.start + one.start, end: title.place.start + one.end }, confidence: title.from === 'file-name' ? Math.min(confidence, 0.7) : confidence, from: title.from });
  }
  const named = years(baseName(fileName).replace(/(?<=(?:19|20)\d{2})[-.]?\d{2}[-.]?\d{2}(?!\d)/u, ''));
  for (const one of named) said.push({ value: one.year, place: null, confidence: named.length === 1 && !one.isSpan ? 0.7 : 0.4, from: 'file-name' });
  for (const block of headOf(document).slice(0, 12)) {
    const passage = westernDigits(document.text.slice(block.start, Math.min(block.end, block.start + 300)));
    const own = years(passage);
    // The head line of a table or a subtitle names the year it is about.
    if (own.length === 1 && own[0] && block.end - block.start <= 120 && !/[.!?]$/u.test(passage) && !last) said.push({ value: own[0].year, place: { start: block.start + own[0].start, end: block.start + own[0].end }, confidence: 0.5, from: 'passage' });
    for (const one of own) {
      if (periodWords.test(passage.slice(0, one.start))) said.push({ value: one.year, place: { start: block.start + one.start, end: block.start + one.end }, confidence: last ? 0.45 : 0.8, from: 'passage' });
    }
  }
  for (const year of runningYears(document)) said.push({ value: year, place: null, confidence: last ? 0.4 : 0.75, from: 'file-properties' });
  for (const date of dates.slice(0, 3)) {
    const year = Number(date.value.slice(0, 4));
    said.push({ value: year, place: date.place, confidence: date.confidence >= 0.7 ? 0.6 : date.confidence >= 0.55 ? 0.55 : Math.min(0.4, date.confidence), from: date.from });
  }
  return ranked(said).slice(0, mostOffered);
}

/** Years in lines that run over the pages: "2020 Report on the Fields". They are left out of the text, so they have no place in it. */
function runningYears({ leftOut }: ParsedDocument): Set<number> {
  const lines = leftOut.filter(({ reason, text }) => reason.startsWith('running') && text.length <= 150);
  const counts = new Map<string, number>();
  for (const { text } of lines) counts.set(text, (counts.get(text) ?? 0) + 1);
  const found = new Set([...counts.keys()].filter((text) => !/\d{1,2}\s\p{L}+\s\d{4}|©/u.test(text)).flatMap((text) => years(text).filter(({ isSpan }) => !isSpan).map(({ year }) => year)));
  return found.size === 1 ? found : new Set();
}

function years(written: string): { year: number; start: number; end: number; isSpan: boolean }[] {
  return [...westernDigits(written).matchAll(yearPattern)].map((match) => {
    const [whole, first = '', second] = match;
    const end = second ? Number(second.length === 2 ? first.slice(0, 2) + second : second) : Number(first);
    // "2019-05" is a month, and a span runs forward.
    const isSpan = second !== undefined && end > Number(first);
    return { year: isSpan ? end : Number(first), start: match.index, end: match.index + whole.length, isSpan };
  });
}
