// Reads what stands between the banner and the labelled lines: distribution captions and passing instructions ("DEPT FOR SCA/CEN").

import type { TextRange } from '../../../core/document.ts';
import { postOf } from './post.ts';
import { oneLine } from './source.ts';
import type { Line } from './source.ts';

export type PlacedAttention = TextRange & { office: string | null; for: string };

const CAPTION_WORDS = [
  'SENSITIVE BUT UNCLASSIFIED',
  'ROGER CHANNEL',
  'SIPDIS',
  'NOFORN',
  'NODIS',
  'EXDIS',
  'LIMDIS',
  'STADIS',
  'SENSITIVE',
  'EFTO',
  'SBU',
  'ROGER',
  'CODEL',
];
const CORRECTED = /^C ?O ?R ?R ?E ?C ?T ?E ?D {1,3}C ?O ?P ?Y\b/i;
const OFFICES =
  'STATE|DEPT|DEPARTMENT|WHITE HOUSE|WHITEHOUSE|NSC|TREASURY|TREAS|USTR|USDA|USDOC|DOC|COMMERCE|DOL|LABOR|DOE|ENERGY|DOJ|JUSTICE|DHS|DOD|OSD|JCS|JOINT STAFF|CIA|FBI|DEA|EPA|FAA|FDA|HHS|CDC|NIH|NASA|NSF|USAID|AID|OPIC|EXIM|EX-IM|TDA|OVP|USUN|USNATO|USEU|EUCOM|CENTCOM|PACOM|SOUTHCOM|AFRICOM|SECDEF|DIA|IRS|SEC|FERC|NRC|GENEVA';
const PASSING = new RegExp(
  `^\\s{0,40}(?:(?:PLEASE|PLS) {1,3})?(?:PASS\\b|(?:${OFFICES})(?:[ /,&]{1,3}(?:AND {1,3})?[A-Z]{2,14}){0,3}? {1,3}(?:(?:PLEASE|PLS|ALSO) {1,3})?(?:FOR|PASS)\\b)`,
);
const PASSING_SYMBOL = new RegExp(`^\\s{0,40}(?:${OFFICES})\\b {1,3}[A-Z]{1,5}(?:\\/[A-Z0-9]{1,8}){1,3} {0,2}[(,;-]`);
const OFFICE_FIRST = /^((?:(?!\b(?:FOR|PASS)\b)[A-Z][A-Z/.,& -]{0,60}?))\s+(?:(?:PLEASE|PLS|ALSO)\s+)?(?:FOR|PASS(?:\s+TO)?)\s+(?:FOR\s+)?(.+)$/;
const OFFICE_AND_SYMBOL = new RegExp(`^(${OFFICES})\\s+(\\S.*)$`);

/** The captions of a line that has nothing else; empty when it has other words. */
export function captionsOf(line: string): string[] {
  let rest = line.slice(0, 120).replace(/\s+/g, ' ').trim().toUpperCase();
  if (rest === '' || line.trim().length > 120) return [];
  if (CORRECTED.test(rest)) return [line.replace(/\s+/g, ' ').trim()];
  const captions: string[] = [];
  while (rest !== '') {
    const word = CAPTION_WORDS.find(
      (caption) => rest === caption || rest.startsWith(`${caption} `) || rest.startsWith(`${caption}/`) || rest.startsWith(`${caption},`),
    );
    if (word === undefined) return [];
    captions.push(word);
    rest = rest.slice(word.length).replace(/^[\s/,;-]+/, '');
  }
  return captions;
}

/** True for a line that begins a passing instruction. */
export function isPassingLine(text: string): boolean {
  const line = text.slice(0, 200);
  if (PASSING.test(line) || PASSING_SYMBOL.test(line)) return true;
  const post = /^\s{0,40}(?:AMEMBASSY |AMCONSUL )?([A-Z][A-Z ]{2,24}?) {1,3}(?:(?:PLEASE|PLS|ALSO) {1,3})?(?:FOR|PASS)\b/.exec(line)?.[1];
  return post !== undefined && postOf(post) !== null;
}

/**
 * One passing instruction, joined over its lines and divided at semicolons. The office is who receives it ("DEPT"), said once at the front;
 * a full stop that ends the instruction is dropped, one that ends an initial cut by the wrap is not.
 */
export function readAttention(work: string, lines: readonly Line[]): PlacedAttention[] {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return [];
  const text = work.slice(first.start, last.end);
  const found: PlacedAttention[] = [];
  for (const part of text.matchAll(/[^;]+/g)) {
    const words = oneLine(part[0]).replace(/\.$/, '').trim();
    if (words === '') continue;
    const start = first.start + part.index;
    const end = start + part[0].trimEnd().length;
    const named = isPassingLine(part[0].trimStart()) ? (OFFICE_FIRST.exec(words) ?? OFFICE_AND_SYMBOL.exec(words)) : null;
    found.push({ start, end, office: named === null ? null : (named[1] ?? '').trim(), for: named === null ? words : (named[2] ?? '').trim() });
  }
  return found;
}
