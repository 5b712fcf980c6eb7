// What a report says of itself: country, report year, level of advancement. Each is read from several places (title,
// running heads and feet, first sentence) and the places are compared.

import type { Block, ParsedDocument, TextRange } from '../../../core/document.ts';
import type { AdvancementLevel } from '../../../core/recognition.ts';
import { countries, countryOfTitle } from '../countries.ts';
import { qualifierCase } from '../qualifier-case.ts';
import { fold } from './wording.ts';

export type Level = AdvancementLevel['level'];

const levelWords: readonly (readonly [string, Level])[] = [
  ['significantadvancement', 'significant'],
  ['moderateadvancement', 'moderate'],
  ['minimaladvancement', 'minimal'],
  ['noadvancement', 'no'],
  ['noassessment', 'no-assessment'],
];

/** The level a header line states; null when the line is none. */
export function readLevel(line: string): { level: Level; qualifier: string | null } | null {
  const [head = '', ...rest] = line.split(/\s*[-–—]\s*/u);
  const folded = fold(head);
  for (const [words, level] of levelWords) {
    if (folded !== words) continue;
    const qualifier = rest.join(' – ').replace(/\s+/gu, ' ').trim();
    return { level, qualifier: qualifier === '' ? null : qualifierCase(qualifier) };
  }
  return null;
}

const sentenceLevel = /\b(?:(?:made|making)(?:\s+only)?|(?:assessment|rating)\s+of)\s+(?:a\s+|an\s+)?(significant|moderate|minimal|no)\s+advancement\b/iu;

/** The level in "In 2018, X made a minimal advancement", with the place of those words. */
export function levelInText(text: string): { level: Level; range: TextRange } | null {
  const match = sentenceLevel.exec(text);
  const word = match?.[1];
  if (match === null || word === undefined) return null;
  return { level: word.toLowerCase() as Level, range: { start: match.index, end: match.index + match[0].length } };
}

export type ReportHead = {
  country: { iso3: string; name: string } | null;
  countryAt: TextRange | null;
  countryConfidence: number;
  year: number | null;
  yearAt: TextRange | null;
  yearConfidence: number;
  level: AdvancementLevel | null;
  /** The places disagree on the level. */
  levelDoubt: string | null;
  /** Those whose advancement is assessed: more than one in a report on the territories of a country. */
  assessed: string[];
  /** The passages between the head and section I. */
  assessment: Block[];
  /** The block of the title and that of the level, when the first page prints them. */
  titleBlock: Block | null;
  levelBlock: Block | null;
  /** Where the level ends: it may go on in the passage after its own. */
  levelEnd: number | null;
};

/** The names in the sentences that give a level, each once. */
function assessedIn(text: string, assessment: readonly Block[]): string[] {
  const names = assessment.flatMap(({ start, end }) => {
    const passage = text.slice(start, end);
    const level = levelInText(passage);
    return level === null ? [] : countries.inText(passage.slice(0, level.range.start)).slice(0, 1).map(({ name }) => name);
  });
  return [...new Set(names)];
}

function mostFrequent<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** "In 2018, X made", "in 2019 the government made", "For the 2020 reporting period". */
const yearInText = /\b(?:in\s+(?=20\d\d\b)|for\s+the\s+(?=20\d\d\s+reporting))(20\d\d)\b/iu;
const reportYear = /(?<!\d)(20[0-4]\d)(?!\d)/u;

/** The country that a file is named after: "Bosnia_and_Herzegovina.pdf", "KAZ-2018.pdf". */
export function countryOfFile(name: string): { iso3: string; name: string } | null {
  const words = name.replace(/^.*[\\/]/u, '').replace(/\.[A-Za-z0-9]{1,5}$/u, '').replace(/%20|[_+.]+/gu, ' ').replace(/(?:^|[\s-])(?:19|20)\d\d(?=$|[\s-])/gu, ' ').replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').replace(/\s+-\s+|\s{2,}/gu, ' ').replace(/^[\s-]+|[\s-]+$/gu, '');
  return countryOfTitle(words) ?? (/^[A-Z]{3}$/u.test(words) ? countries.byIso3(words) : null) ?? countries.inText(words)[0] ?? null;
}

/** Reads the head of the report. `firstSection` is the start of section I, or the length of the text; the file's name is asked where nothing else tells the country. */
export function readHead(document: ParsedDocument, firstSection: number, fileName = ''): ReportHead {
  const { text } = document;
  const before = document.blocks.filter((block) => block.end <= firstSection);
  const read = (block: Block): string => text.slice(block.start, block.end);
  const levelBlock = before.find((block) => block.kind !== 'table-row' && readLevel(read(block)) !== null) ?? null;
  const levelGoesOn = levelBlock !== null && /[-–—]\s*$/u.test(read(levelBlock)) ? before[before.indexOf(levelBlock) + 1] : undefined;
  const qualifierBlock = levelGoesOn !== undefined && levelGoesOn.kind !== 'table-row' && /^\s*efforts\s+made\b/iu.test(read(levelGoesOn)) ? levelGoesOn : null;
  const headBlocks = before.filter((block) => (block.kind === 'title' || block.kind === 'heading') && block !== levelBlock);
  const titleBlock = headBlocks.find((block) => countryOfTitle(read(block)) !== null) ?? headBlocks[0] ?? null;
  const assessment = before.filter(
    (block) => block !== levelBlock && block !== qualifierBlock && block !== titleBlock && (block.kind === 'paragraph' || block.kind === 'list-item') && (levelBlock === null || block.start > levelBlock.start || block.start > (titleBlock?.start ?? 0)),
  );
  const opening = assessment[0] === undefined ? '' : text.slice(assessment[0].start, assessment.at(-1)?.end);
  const openingAt = assessment[0]?.start ?? 0;
  const heads = document.leftOut.filter((left) => left.reason === 'running head').map((left) => left.text);
  const feet = document.leftOut.filter((left) => left.reason !== 'running head').map((left) => left.text);

  const head: ReportHead = {
    country: null, countryAt: null, countryConfidence: 0, year: null, yearAt: null, yearConfidence: 0, level: null, levelDoubt: null, assessed: assessedIn(text, assessment), assessment, titleBlock, levelBlock, levelEnd: qualifierBlock?.end ?? levelBlock?.end ?? null,
  };

  const titled = titleBlock === null ? null : countryOfTitle(read(titleBlock));
  const running = mostFrequent(heads.flatMap((line) => countryOfTitle(line)?.iso3 ?? []));
  const mention = countries.inText(opening)[0];
  if (titled !== null && titleBlock !== null) {
    head.country = { iso3: titled.iso3, name: titled.name };
    head.countryAt = { start: titleBlock.start, end: titleBlock.end };
    head.countryConfidence = running === null || running === titled.iso3 ? 0.99 : 0.8;
  } else if (running !== null) {
    const named = countries.byIso3(running);
    head.country = named === null ? null : { iso3: named.iso3, name: named.name };
    head.countryConfidence = 0.95;
  } else if (mention !== undefined) {
    head.country = { iso3: mention.iso3, name: mention.name };
    head.countryConfidence = head.assessed.length > 1 ? 0.4 : 0.7;
  }
  const filed = head.country === null ? countryOfFile(fileName) : null;
  if (filed !== null) {
    head.country = { iso3: filed.iso3, name: filed.name };
    head.countryConfidence = 0.6;
  }
  if (head.countryAt === null && mention !== undefined && mention.iso3 === head.country?.iso3) head.countryAt = { start: openingAt + mention.start, end: openingAt + mention.end };

  const inOpening = yearInText.exec(opening);
  const footYear = mostFrequent(feet.flatMap((line) => (/findings/iu.test(line) ? (reportYear.exec(line)?.[1] ?? []) : [])));
  const year = inOpening?.[1] ?? footYear;
  if (year !== null && year !== undefined) {
    head.year = Number(year);
    head.yearConfidence = footYear === null || footYear === year ? (inOpening === null ? 0.9 : 0.99) : 0.8;
    if (inOpening !== null && inOpening[1] !== undefined) {
      const start = openingAt + inOpening.index + inOpening[0].indexOf(inOpening[1]);
      head.yearAt = { start, end: start + 4 };
    }
  }
  readLevels(head, text, opening, openingAt, heads);
  return head;
}

function readLevels(head: ReportHead, text: string, opening: string, openingAt: number, heads: readonly string[]): void {
  const { levelBlock } = head;
  const printed = levelBlock === null ? null : readLevel(text.slice(levelBlock.start, head.levelEnd ?? levelBlock.end));
  const running = heads.flatMap((line) => readLevel(line) ?? []);
  const said = levelInText(opening);
  // The first page's head, the other pages' heads and the sentence each have a voice.
  const voices = [printed?.level, mostFrequent(running.map((entry) => entry.level)), said?.level].flatMap((level) => level ?? []);
  const level = mostFrequent(voices);
  if (level === null) return;
  if (new Set(voices).size > 1) head.levelDoubt = `The head of page 1 and the text of this report name different levels of advancement; "${level}" was taken.`;
  const qualified = [printed, ...running].find((entry) => entry !== null && entry.level === level && entry.qualifier !== null);
  const place: TextRange | null =
    printed?.level === level && levelBlock !== null ? { start: levelBlock.start, end: head.levelEnd ?? levelBlock.end } : said?.level === level ? { start: openingAt + said.range.start, end: openingAt + said.range.end } : null;
  head.level = { level, qualifier: qualified?.qualifier ?? null, start: place?.start ?? null, end: place?.end ?? null };
}
