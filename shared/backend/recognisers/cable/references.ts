// Reads the references of a cable: other cables by year, post and number in all the ways posts wrote them, and e-mails, telephone
// calls, reports and the like as what they are. It never makes a cable identifier out of those.

import type { TextRange } from '../../../core/document.ts';
import type { CableReference } from '../../../core/recognition.ts';
import { fullYear, identifierOf, identifierParts } from './identifier.ts';
import { postNear, postOf } from './post.ts';
import { referenceItems, withoutTitles } from './reference-area.ts';
import type { ReferenceItem } from './reference-area.ts';
import { numberToken, plausibleYear, tokensOf, wordToken } from './reference-tokens.ts';
import type { Token } from './reference-tokens.ts';
import { otherCodesOf, postOfAlias } from './tables.ts';

/** What is known of the cable that refers: its year fills in years that are not printed. */
export type Referrer = { year: number | null; identifier: string | null };

export type PlacedReference = TextRange & { reference: CableReference };

/** A cable named in an item: where, and which. end is the index after its last token. */
type Named = { year: number | null; post: string; serial: string; from: number; end: number };

const NOISE = new Set([
  'REF',
  'REFS',
  'REFTEL',
  'REFTELS',
  'REFERENCE',
  'REFERENCES',
  'SEE',
  'ALSO',
  'AND',
  'PREVIOUS',
  'NOTAL',
  'CABLE',
  'CABLES',
  'TELEGRAM',
  'SERIES',
  'CIRCULAR',
  'CF',
]);
const NOT_AFTER_A_SERIAL = /^(?:MEETINGS?|CONFERENCE|SUMMIT|COMMUNIQUE|TALKS|CALLS?|LETTERS?|(?:JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)[A-Z]*\.?)$/;
const BETWEEN_POST_AND_NUMBER = new Set(['CABLE', 'CABLES', 'TELEGRAM', 'NO', 'NO.', 'NUMBER']);
/** A post's name has at most this many words (USUNESCO PARIS FR, BANDAR SERI BEGAWAN, PORT AU PRINCE with its kind of office). */
const MOST_WORDS = 5;

const KINDS: readonly [CableReference['kind'], RegExp][] = [
  ['email', /\bE-?MAILS?\b/],
  ['telcon', /\bTELCONS?\b|\bTELEPHONE|\bPHONE\b|\bCALLS?\b/],
  ['memo', /\bMEMOS?\b|\bMEMORAND|\bMEMCONS?\b/],
  ['fax', /\bFAX(?:ES)?\b/],
  ['meeting', /\bMEETINGS?\b|\bMTGS?\b|\bCONVERSATIONS?\b/],
  ['book', /\bFAM\b|\bFAH\b|\bU\.?S\.?C\b|\bCFR\b|\bAPPENDIX\b|\bHANDBOOK\b/],
  ['web', /HTTPS?:|\bWWW\b|\bWEBSITE\b/],
  ['message', /\bDTG\b|\b[A-Z]?\d{6}Z\b|\bMSG\b/],
  ['report', /\bREPORTS?\b|\bIIR\b|\bOSC\b|\bFBIS\b|\bTDX?\b|\bINCSR\b|\b[A-Z]{3}\d{10,}\b/],
];

function kindOf(text: string): CableReference['kind'] {
  return KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}

/** The post named by the words up to a number, and the index of that number. Every word must belong to the post. */
function postBefore(tokens: readonly Token[], at: number): { post: string; number: number } | null {
  const words: string[] = [];
  let index = at;
  for (; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.kind === 'word' && !BETWEEN_POST_AND_NUMBER.has(token.text) && words.length < MOST_WORDS) words.push(token.text);
    else if (!(token?.kind === 'line' || (token?.kind === 'sign' && /[-/]/.test(token.text) && wordToken(tokens[index + 1]) !== null && words.length > 0)))
      break;
  }
  if (words.length === 0) return null;
  const name = words.join(' ');
  const post = postOf(name) ?? (name.length >= 6 ? postNear(name, 1) : null);
  if (post === null) return null;
  // Between post and number: "STATE: 73097", "PRAGUE, 1228", "BAGHDAD #3565", "COLOMBO CABLES 0266", "RIO\nDE JANEIRO", "10-OTTAWA-57".
  while (index < tokens.length) {
    const token = tokens[index];
    const skip =
      token?.kind === 'line' || (token?.kind === 'sign' && /[:,#/-]/.test(token.text)) || (token?.kind === 'word' && BETWEEN_POST_AND_NUMBER.has(token.text));
    if (!skip) break;
    index += 1;
  }
  return { post, number: index };
}

/** A year after the number: "(08)", "-08", "/08", "'08" or " 08"; never when a year stands before. */
function yearAfter(tokens: readonly Token[], at: number, own: number | null): { year: number; end: number } | null {
  const token = tokens[at];
  if (token?.kind === 'year') return { year: Number(token.text), end: at + 1 };
  const joined = token?.kind === 'sign' && /^[-/]$/.test(token.text);
  const number = tokens[joined ? at + 1 : at];
  const digits = numberToken(number);
  if (digits === null || number === undefined || digits.length !== 2 || !plausibleYear(digits, own)) return null;
  const after = tokens[joined ? at + 2 : at + 1];
  if (joined && after?.kind === 'sign' && after.text === '/') return null;
  if (!joined && after?.kind === 'word' && postBefore(tokens, at + 1) !== null) return null;
  return { year: fullYear(digits), end: at + (joined ? 2 : 1) };
}

/** "06 ASTANA 891", "ASTANA 891", "ASTANA 891 (06)", "870 ULAANBAATAR" at an index; null when no cable is named there. */
function namedAt(tokens: readonly Token[], at: number, own: number | null): Named | null {
  const first = tokens[at];
  const digits = numberToken(first);
  if (digits !== null) {
    let from = at + 1;
    while (tokens[from]?.kind === 'line' || (tokens[from]?.kind === 'sign' && /[-/]/.test(tokens[from]?.text ?? ''))) from += 1;
    const found = postBefore(tokens, from);
    if (found === null) return null;
    const serial = numberToken(tokens[found.number]);
    if (serial !== null && serial.length <= 7) {
      const year = prefixYear(digits);
      return year === null ? null : { year, post: found.post, serial, from: at, end: found.number + 1 };
    }
    return digits.length >= 2 && digits.length <= 7 ? { year: null, post: found.post, serial: digits, from: at, end: found.number } : null;
  }
  const found = postBefore(tokens, at);
  if (found === null) return null;
  // "STATE (07) 158223": the year in brackets stands between.
  const between = tokens[found.number];
  const number = between?.kind === 'year' ? found.number + 1 : found.number;
  const serial = numberToken(tokens[number]);
  if (serial === null || serial.length > 7) return null;
  if (between?.kind === 'year') return { year: Number(between.text), post: found.post, serial, from: at, end: number + 1 };
  // "LONDON 20 MEETING", "BAKU 12 OCTOBER": a day or a name of something else.
  if (serial.length <= 2 && NOT_AFTER_A_SERIAL.test(wordToken(tokens[number + 1]) ?? '')) return null;
  // "MOSCOW 05 1234": the year between post and number, without brackets.
  const real = tokens[number + 1];
  if (serial.length === 2 && plausibleYear(serial, own) && (numberToken(real)?.length ?? 0) >= 3) return { year: fullYear(serial), post: found.post, serial: numberToken(real) ?? '', from: at, end: number + 2 };
  const after = yearAfter(tokens, number + 1, own);
  return { year: after?.year ?? null, post: found.post, serial, from: at, end: after?.end ?? number + 1 };
}

/** "07", "2007", or "094" with a nought too many. */
function prefixYear(digits: string): number | null {
  if (/^(?:19[6-9]\d|20[01]\d)$/.test(digits)) return Number(digits);
  const short = /^0?(\d\d)$/.exec(digits)?.[1];
  return short !== undefined && plausibleYear(short, null) ? fullYear(short) : null;
}

/** Further numbers of the same post: "2799 AND 2764", "936/935", "11657 and 7743, 12155". */
function* furtherNumbers(tokens: readonly Token[], named: Named, own: number | null): Generator<Named> {
  let at = named.end;
  for (;;) {
    let index = at;
    let divided = false;
    while (tokens[index]?.kind === 'line' || /^(?:,|\/|&|AND)$/.test(tokens[index]?.text ?? '')) {
      divided ||= tokens[index]?.kind !== 'line';
      index += 1;
    }
    const serial = numberToken(tokens[index]);
    const after = tokens[index + 1];
    if (!divided || serial === null || serial.length > 7 || (serial.length < 2 && !standsAlone(after)) || namedAt(tokens, index, own) !== null) return;
    const year = named.year === null ? yearAfter(tokens, index + 1, own) : null;
    if (year === null && after?.kind === 'word' && !NOISE.has(after.text)) return;
    at = year?.end ?? index + 1;
    yield { year: year?.year ?? named.year, post: named.post, serial, from: index, end: at };
  }
}

/** True before a divider or the end: a single digit then is a number of the list, not the beginning of other words. */
function standsAlone(token: Token | undefined): boolean {
  return token === undefined || token.kind === 'line' || /^[,;/&]$/.test(token.text) || token.text === 'AND';
}

/** What REF says when there is nothing to refer to. */
const NO_REFERENCE = /^\s*(?:none|nil|n\/?a)\.?\s*$/i;

/** The range without the comma or semicolon that divides it from the next. */
function withoutDivider(work: string, range: TextRange): TextRange {
  const tail = /[\s,;]+$/.exec(work.slice(range.start, range.end))?.[0].length ?? 0;
  return { start: range.start, end: range.end - tail };
}

type Reading = { references: PlacedReference[]; lastPost: string | null };

function readItem(work: string, masked: string, offset: number, item: ReferenceItem, referrer: Referrer, lastPost: string | null): Reading {
  const tokens = tokensOf(masked.slice(item.start - offset, item.end - offset), item.start);
  const references: PlacedReference[] = [];
  let post = lastPost;
  const place = (from: number, to: number): TextRange => ({ start: tokens[from]?.start ?? item.start, end: tokens[to - 1]?.end ?? item.end });
  const add = (named: Named): void => {
    const range = place(named.from, named.end);
    references.push({ ...range, reference: cableReference(named, item.bullet, oneLineOf(work, range), referrer) });
    post = named.post;
  };
  const addOther = (from: number, to: number, always: boolean): void => {
    const range = withoutDivider(work, place(from, to));
    if (NO_REFERENCE.test(work.slice(range.start, range.end))) return;
    const kind = kindOf(masked.slice(range.start - offset, range.end - offset));
    if (kind === 'other' && !always) return;
    references.push({ ...range, reference: { bullet: item.bullet, value: null, kind, raw: oneLineOf(work, range), yearInferred: false, candidates: [] } });
  };
  let at = 0;
  let other = -1;
  // Words right after a reference are its title; only after a divider are they something else.
  let divided = true;
  while (at < tokens.length) {
    const token = tokens[at];
    const isNoise = token?.kind === 'word' && (NOISE.has(token.text) || token.text === item.bullet);
    const divides = token?.kind === 'line' || (token?.kind === 'sign' && /[,;:&]/.test(token.text));
    // A stroke after a reference may part it from the next ("KYIV 55/KIEV 56") or from its title.
    const parts = references.length > 0 && token?.kind === 'sign' && /[/-]/.test(token.text);
    if (other === -1 && (isNoise || divides || parts)) {
      divided ||= divides || token?.text === 'AND';
      at += 1;
      continue;
    }
    const fresh = other === -1 || (divides && (token?.kind === 'line' || token?.text === ';' || token?.text === ','));
    const named = fresh ? namedAt(tokens, divides ? at + 1 : at, referrer.year) : null;
    // After words that are no reference, a small number with a place is more likely a date (LONDON 20).
    if (named !== null && (other === -1 || named.serial.length >= 3)) {
      if (other !== -1 && divided) addOther(other, at, false);
      other = -1;
      divided = false;
      add(named);
      at = named.end;
      for (const further of furtherNumbers(tokens, named, referrer.year)) {
        add(further);
        at = further.end;
      }
      continue;
    }
    if (other !== -1 && (token?.text === ';' || (token?.text === ',' && !divided))) {
      if (divided) addOther(other, at, false);
      other = -1;
      divided = true;
    } else if (other === -1) other = at;
    at += 1;
  }
  const onlyNumber = references.length === 0 ? bareNumber(tokens) : null;
  const ownPost = post ?? (referrer.identifier === null ? null : (identifierParts(referrer.identifier)?.post ?? null));
  if (onlyNumber !== null && ownPost !== null) add({ year: null, post: ownPost, serial: onlyNumber.text, from: onlyNumber.at, end: onlyNumber.at + 1 });
  else if (other !== -1 && (divided || references.length === 0)) addOther(other, tokens.length, references.length === 0);
  return { references, lastPost: post };
}

/** The number of an item that has nothing else: "B. 2962". */
function bareNumber(tokens: readonly Token[]): { text: string; at: number } | null {
  const content = tokens
    .map((token, at) => ({ token, at }))
    .filter(({ token }) => token.kind === 'number' || (token.kind === 'word' && !NOISE.has(token.text)));
  const [only] = content;
  const digits = content.length === 1 ? numberToken(only?.token) : null;
  return digits !== null && only !== undefined && digits.length >= 2 && digits.length <= 7 ? { text: digits, at: only.at } : null;
}

function oneLineOf(work: string, range: TextRange): string {
  return work.slice(range.start, range.end).replace(/\s+/g, ' ').trim();
}

/** The reference to a named cable; a year that is not printed is the referring cable's own, with the year before as a candidate. */
export function cableReference(named: Pick<Named, 'year' | 'post' | 'serial'>, bullet: string | null, raw: string, referrer: Referrer): CableReference {
  const year = named.year ?? referrer.year;
  const value = year === null ? null : identifierOf(year, named.post, named.serial);
  const candidates: string[] = [];
  const own = referrer.identifier === null ? null : identifierParts(referrer.identifier);
  if (value !== null && year !== null) {
    // A number above our own of the same post and year was not yet sent: the year before is meant.
    if (named.year === null && own !== null && own.post === named.post && Number(named.serial) > Number(own.serial))
      candidates.push(identifierOf(year - 1, named.post, named.serial));
    for (const other of otherCodesOf(named.post)) if (postOfAlias(other) === null) candidates.push(identifierOf(year, other, named.serial));
  }
  return { bullet, value, kind: 'cable', raw, yearInferred: named.year === null, candidates };
}

/** The references of a range of the working copy, in reading order; references to the cable itself are left out. */
export function readReferences(work: string, range: TextRange, referrer: Referrer): PlacedReference[] {
  const masked = withoutTitles(work.slice(range.start, range.end));
  const references: PlacedReference[] = [];
  let lastPost: string | null = null;
  for (const item of referenceItems(masked, range.start)) {
    const reading = readItem(work, masked, range.start, item, referrer, lastPost);
    lastPost = reading.lastPost;
    references.push(...reading.references);
  }
  const seen = new Set<string>();
  return references.filter(({ reference }) => {
    if (reference.value !== null && reference.value === referrer.identifier) return false;
    const key = `${reference.bullet ?? ''} ${reference.value ?? reference.raw}`;
    return !seen.has(key) && seen.add(key).size > 0;
  });
}
