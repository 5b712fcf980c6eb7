// Where a cable or another text gives a value that the printed tables give otherwise. Only sentences of a few known forms are read, with the
// number beside its noun, without "about" or "more than", of one named year and not of a part of it: what is unsure is left out.

import type { TextRange } from './document.ts';
import type { MatrixRow } from './indicator.ts';
import type { DocumentKind, Observation } from './recognition.ts';
import { sentences } from './sentence.ts';

/** A value that a sentence gives, and why it is taken to speak of this indicator and year. */
export type SaidValue = Pick<Observation, 'indicator' | 'value'> & { year: number; start: number; end: number; quote: string; how: string };

/** `blocks` is asked only when a sentence of one of the forms is there. */
export type SpeakingText = { documentId: string; kind: DocumentKind; year: number | null; text: string; blocks: () => readonly TextRange[] };

type Form = {
  indicator: string;
  /** The first group is the number, written with or without commas; a form without a group says No. */
  pattern: RegExp;
  words: string;
  /** Whether the year of the document serves when the sentence names none: for what stands until it is changed. */
  lasting: boolean;
};

const number = String.raw`(\p{N}{1,3}(?:,\p{N}{3})+|\p{N}{1,9})`;
const employed = String.raw`(?:employ(?:ed|s)|ha[sd]|there (?:were|are)|a total of|with)`;

/** The employment of inspectors, not the training of some of them; the whole number, not that of one office. */
const forms: readonly Form[] = [
  { indicator: 'enforcement.labor_inspectors', pattern: new RegExp(String.raw`\b${employed} (?:only )?${number} labou?r inspectors\b`, 'giu'), words: 'labor inspectors', lasting: false },
  { indicator: 'enforcement.labor_inspectors', pattern: new RegExp(String.raw`\bthe number of labou?r inspectors (?:was|is|stood at) (?:only )?${number}\b(?!,?\p{N})`, 'giu'), words: 'number of labor inspectors', lasting: false },
  { indicator: 'enforcement.labor_inspections', pattern: new RegExp(String.raw`\b(?:conducted|carried out) (?:only )?(?:a total of )?${number} (?:labou?r |workplace )?inspections\b(?! (?:at|of) | in (?!(?:19|20)\p{N}{2}\b))`, 'giu'), words: 'inspections conducted', lasting: false },
  { indicator: 'enforcement.child_labor_violations_found', pattern: new RegExp(String.raw`\b(?:found|identified|uncovered|recorded) (?:only )?(?:a total of )?${number} (?:child labou?r violations|violations of child labou?r laws?)\b`, 'giu'), words: 'child labor violations found', lasting: false },
  { indicator: 'legal_standards.minimum_age_work.age', pattern: /\bminimum (?:legal )?(?:working )?age (?:for|of) (?:work|employment|admission to (?:work|employment)) (?:is|was) (?:set at )?(\p{N}{1,2})\b(?! months)/giu, words: 'minimum age for work', lasting: true },
  { indicator: 'legal_standards.compulsory_education_age.age', pattern: /\b(?:education|schooling|school) is compulsory (?:until|up to|to|through) (?:the )?age (?:of )?(\p{N}{1,2})\b/giu, words: 'compulsory school age', lasting: true },
  { indicator: 'conventions.ilo_c138', pattern: /\bhas not (?:yet )?ratified (?:the )?(?:ILO )?Convention (?:No\. ?)?138\b/giu, words: 'Convention 138', lasting: true },
  { indicator: 'conventions.ilo_c182', pattern: /\bhas not (?:yet )?ratified (?:the )?(?:ILO )?Convention (?:No\. ?)?182\b/giu, words: 'Convention 182', lasting: true },
];

/** A sentence with one of these speaks of a part, an estimate, a plan, or another place. */
const unsure = /\b(?:about|approximately|around|nearly|almost|some|roughly|more than|less than|fewer than|at least|at most|over|under|up to|estimated?|plan(?:s|ned)?|will|would|should|could|might|additional|new|first (?:half|quarter|(?:\p{L}+ )?months)|second half|as of|through|until (?:January|February|March|April|May|June|July|August|September|October|November|December)|between|respectively|province|region|district|city|oblast)\b/iu;
const yearsInside = /(?<![\p{N}.,])(?:19|20)\p{N}{2}(?![\p{N}])/gu;
/** Longer ones are tables or lists that lost their lines. */
const longestSentence = 500;

/** In the order of the text. A sentence of several years, or of none where one is needed, says nothing. */
export function saidValues({ year: documentYear, text, blocks }: SpeakingText): SaidValue[] {
  const said = forms.flatMap(({ indicator, pattern, words, lasting }) =>
    [...text.matchAll(pattern)].flatMap((match): SaidValue[] => {
      const sentence = sentenceAround(text, blocks(), match.index, match.index + match[0].length);
      if (!sentence) return [];
      const quote = text.slice(sentence.start, sentence.end);
      const printed = match[1];
      const named = [...new Set(quote.match(yearsInside) ?? [])].filter((each) => each !== printed).map(Number);
      const year = named.length === 1 ? named[0] : named.length === 0 && lasting ? documentYear : null;
      // "Until the age of 16" is the form of a lasting rule itself.
      if (year === null || year === undefined || unsure.test(lasting ? quote.replace(match[0], '') : quote)) return [];
      const value = printed === undefined ? false : Number(printed.replaceAll(',', ''));
      const how = `The sentence names ${words} and ${named.length === 1 ? `the year ${year}` : `no year, so the year of the document (${year}) is meant`}.`;
      return [{ indicator, value, year, ...sentence, quote: quote.replace(/\s+/gu, ' '), how }];
    }),
  );
  return said.toSorted((one, other) => one.start - other.start);
}

/** The row and column that a said value speaks of, where the tables give a value that differs; null where they agree or say nothing. */
export function tableAgainst(rows: readonly MatrixRow[], said: SaidValue): { row: MatrixRow; cell: NonNullable<MatrixRow['cells'][number]> } | null {
  const row = rows.find(({ indicator, territory }) => indicator === said.indicator && territory === null);
  const cell = row?.cells.find((each) => each?.year === said.year);
  const value = cell?.values[cell.shown];
  return row && cell && value?.status === 'value' && typeof value.value === typeof said.value && value.value !== said.value ? { row, cell } : null;
}

function sentenceAround(text: string, blocks: readonly TextRange[], from: number, to: number): TextRange | null {
  const block = blocks.find(({ start, end }) => start <= from && to <= end);
  const sentence = block && sentences(text.slice(block.start, block.end)).find(({ start, end }) => block.start + start <= from && to <= block.start + end);
  return sentence && sentence.end - sentence.start <= longestSentence ? { start: block.start + sentence.start, end: block.start + sentence.end } : null;
}
