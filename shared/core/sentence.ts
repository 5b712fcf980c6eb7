// Splits a passage into sentences for alignment, quoting and small-scale evidence. The rules are Unicode's (UAX #29, by
// Intl.Segmenter); this file only hides from them the full stops that end no sentence. It does not find passages in a document.

import type { TextRange } from './document.ts';

/** Words whose full stop never ends a sentence: titles, and words that announce what follows. */
const announcing =
  'Dr|Mr|Mrs|Ms|Prof|Hon|Rev|Gen|Col|Lt|Sgt|Capt|Maj|Gov|Sen|Rep|Amb|Pres|St|Ste|Mt|Ft|Messrs|Mme|Mlle|Sra|Srta|Dra|e\\.g|i\\.e|cf|viz|vs|ca|approx|incl|esp|resp|al|z\\.\\s?B|d\\.\\s?h|bzw|т\\.\\s?е|см|им|ул|проф|акад';

/** Words whose full stop ends no sentence when a number follows ("No. 12", "Art. 4", "pp. 3–5", "Dec. 30"). */
const numbering =
  'No|Nos|Nr|Núm|núm|no|nos|Art|Arts|art|arts|Sec|Secs|sec|Ch|Chap|ch|Vol|vol|p|pp|pg|pág|para|paras|par|Fig|Figs|fig|Tab|Abs|Reg|Res|Doc|App|Ex|ст|стр|гл|рис|табл|п|пп|ч|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec';

/** Words whose full stop may end a sentence: it does when one of `starters` follows. */
const either = 'Inc|Ltd|Co|Corp|Bros|Jr|Sr|Esq|Ph\\.D|a\\.m|p\\.m|A\\.M|P\\.M';

/** Words that open an English sentence and hardly ever follow an acronym or initial inside a name ("the U.S. The law"). */
const starters =
  'The|This|That|These|Those|There|In|On|At|As|By|For|From|During|Since|After|Before|While|Although|However|Moreover|Furthermore|Additionally|Also|But|And|Or|If|When|Where|It|Its|He|She|His|Her|They|Their|We|Our|A|An|According|Some|Many|Most|All|Both|Each|Such|Research|Reports|Children|Embassy|Post';

const notAfterLetter = '(?<![\\p{L}\\p{N}])';
const beforeStarter = `(?!\\s+(?:${starters})(?![\\p{L}\\p{N}]))`;

const neverEnds = new RegExp(`\\.(?<=${notAfterLetter}(?:${announcing})\\.)`, 'gu');
const numbered = new RegExp(`\\.(?<=${notAfterLetter}(?:${numbering})\\.)(?=\\s?[\\p{N}(§])`, 'gu');
const eitherEnds = new RegExp(`\\.(?<=${notAfterLetter}(?:${either})\\.)(?=\\s)${beforeStarter}`, 'gu');
/** "U.S.", "U.N.", "N.G.O." and the initials of a name, "J. R. Smith". */
const initials = new RegExp(`\\.(?<=${notAfterLetter}\\p{Lu}\\.)(?=\\s)${beforeStarter}`, 'gu');
/** "г. Алматы" (a city); after a number it means "year" and may end the sentence. */
const russianCity = /\.(?<=(?<![\p{L}\p{N}]|\p{N}\s)(?:г|гг|р|с|о)\.)(?=\s\p{Lu})/gu;
/** The printed number of the passage itself: "4. The Government ...". */
const label = /\.(?<=^[ \t]{0,8}(?:\p{N}{1,3}|\p{Lu}|[ivxIVX]{1,5})\.)(?=\s)/gmu;
/** German and Slavic ordinals before a month: "1. Januar". */
const ordinal = /\.(?<=(?<!\p{N})\p{N}{1,2}\.)(?=\s(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))/gu;
const address = /(?:https?:\/\/|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,128}/gu;
/** Footnote signs after the full stop belong to the sentence they follow: "labor.(1-3)", "labor. (4; 7)", "labor.[12]", "labor.¹". */
const citation = /([.!?…。][”’"'»)\]]*)(\s?(?:\(\p{Nd}{1,3}(?:\s?[-–,;]\s?\p{Nd}{1,3})*\)|\[\p{Nd}{1,3}(?:\s?[-–,;]\s?\p{Nd}{1,3})*\]|[¹²³⁰⁴-⁹]+))+/gu;
/** A quotation or exclamation inside a sentence: "Stop!" he said. */
const innerMark = /[!?](?=[”’"'»)\]]*\s\p{Ll})/gu;
/** A space lost between two sentences: "child labor.The law". */
const missingSpace = /([\p{Ll}\p{Nd})\]”"])([.!?])(?=\p{Lu}\p{Ll})/gu;

/** A line this long, in characters, was probably broken to fit a page, not to end something. */
const wrappedLine = 40;
const lineBreak = /\n(?!\s)/g;

/**
 * The sentences of one passage, in order, without the spaces around them. Pass one block of a document at a time: a line
 * break inside a passage counts as a space only where the line looks wrapped. Offsets are UTF-16 code units into `text`.
 */
export function sentences(text: string, locale = 'en'): TextRange[] {
  const ranges: TextRange[] = [];
  for (const { index, segment } of segmenter(locale).segment(masked(text))) {
    const range = trimmed(text, index, index + segment.length);
    if (range.end > range.start) ranges.push(range);
  }
  return ranges;
}

/**
 * The text as Intl.Segmenter should see it: of the same length, so that its boundaries are ours. A full stop that ends
 * nothing becomes a letter; one that is followed by a footnote sign moves behind it.
 */
function masked(text: string): string {
  const silence = (found: string) => found.replace(/[.!?]/g, 'a');
  let mask = text;
  if (mask.includes('\n')) mask = joinWrappedLines(mask);
  return mask
    .replace(address, (found) => found.replace(/[.!?](?=[^\s.!?])/g, 'a'))
    .replace(label, silence)
    .replace(neverEnds, silence)
    .replace(numbered, silence)
    .replace(eitherEnds, silence)
    .replace(initials, silence)
    .replace(russianCity, silence)
    .replace(ordinal, silence)
    .replace(innerMark, 'a')
    .replace(citation, (found, ending: string) => 'a'.repeat(found.length - ending.length) + ending)
    .replace(missingSpace, (_found, _last: string, mark: string) => `${mark} `);
}

function joinWrappedLines(text: string): string {
  let lineStart = 0;
  return text.replace(lineBreak, (_found, at: number) => {
    const length = at - lineStart;
    lineStart = at + 1;
    const next = text[at + 1] ?? '';
    const continues = next !== next.toUpperCase() || (length >= wrappedLine && !/[-*•]/.test(next));
    return continues ? ' ' : '\n';
  });
}

function trimmed(text: string, start: number, end: number): TextRange {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0x2028 || code === 0x2029 || code === 0xfeff;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(locale: string): Intl.Segmenter {
  let known = segmenters.get(locale);
  if (!known) {
    known = new Intl.Segmenter(supported(locale), { granularity: 'sentence' });
    segmenters.set(locale, known);
  }
  return known;
}

/** A language tag from a file's metadata may be nonsense; the rules for English then serve. */
function supported(locale: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
