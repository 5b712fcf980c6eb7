// Cable identifiers (YY POST SERIAL): the canonical form of published ones, many of which are damaged. References in text are references.ts's work.

import { postNear, postOf, withoutOfficeWords } from './post.ts';
import { isPost, postCodes } from './tables.ts';

export type IdentifierParts = { year: string; post: string; serial: string };

/** Two digits of a year, post, number: the published shape, not yet canonical. */
export function identifierParts(identifier: string): IdentifierParts | null {
  const found = /^(\d{2})([A-Z][A-Z0-9]*[A-Z]|[A-Z])0*(\d{1,7})$/.exec(identifier.trim().toUpperCase());
  if (found === null) return null;
  return { year: found[1] ?? '', post: found[2] ?? '', serial: found[3] ?? '' };
}

/** Four digits of the year meant by two: cables of this corpus run from 1966 to 2010. */
export function fullYear(year: string): number {
  const number = Number(year.slice(-2));
  return number >= 66 ? 1900 + number : 2000 + number;
}

function twoDigits(year: number): string {
  return String(year % 100).padStart(2, '0');
}

/** Builds the canonical identifier: no leading zeros in the serial. */
export function identifierOf(year: number, post: string, serial: string): string {
  return `${twoDigits(year)}${post}${serial.replace(/^0+(?=\d)/, '')}`;
}

/** Words of banners pieces of which were published as part of an identifier. */
const BANNER_WORDS = ['UNCLASSIFIED', 'CONFIDENTIAL', 'SECRET', 'SENSITIVE', 'SIPDIS', 'NOFORN', 'EFTO', 'SECTION', 'AMEMBASSY', 'CORRECTEDCOPY'];

/** A damaged "SECTION 01 OF 03": its letters and digits, with G and Q typed for 0 and O. */
function looksLikeSection(prefix: string): boolean {
  return (prefix.length <= 16 && /\d/.test(prefix) && /^[SECTIONQKGUF\d]+$/.test(prefix)) || /^SECTION[OQG\d]{0,3}OF[OQG\d]{0,3}$/.test(prefix);
}

function looksLikeBannerPiece(prefix: string): boolean {
  if (looksLikeSection(prefix)) return true;
  if (prefix.length < 3) return false;
  // Two of them one after the other: EFTOSECTION01OF02.
  const second = BANNER_WORDS.find((word) => prefix.startsWith(word) && prefix.length > word.length);
  if (second !== undefined && looksLikeBannerPiece(prefix.slice(second.length))) return true;
  return BANNER_WORDS.some((word) => word.includes(prefix)) || /^SE?C?T?I?O?[NQK]{0,2}$/.test(prefix);
}

/** The post at the end of letters that begin with a piece of a banner; null when they do not. */
function postAfterBannerPiece(letters: string): string | null {
  let longest: string | null = null;
  for (const code of postCodes) {
    if (!letters.endsWith(code) || code.length <= (longest?.length ?? 0)) continue;
    if (looksLikeBannerPiece(letters.slice(0, -code.length))) longest = code;
  }
  if (longest !== null) return longest;
  const section = /^(.*\d)([A-Z]+)$/.exec(letters);
  if (section === null || !looksLikeSection(section[1] ?? '')) return null;
  const rest = section[2] ?? '';
  return postOf(rest) ?? postNear(rest, 2);
}

/** Taipei published as the American Institute in Taiwan. */
const PUBLISHED_AS: Readonly<Record<string, string>> = { TAIPEI: 'AITTAIPEI' };

/** The one post whose code begins with these letters: the archive of the 1970s cuts codes to about six letters (BUENOS, ISLAMA). */
function postCutShort(letters: string): string | null {
  if (letters.length < 5) return null;
  const found = postCodes.filter((code) => code.startsWith(letters));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function canonicalPost(letters: string): string {
  const post = postOf(letters) ?? postAfterBannerPiece(letters) ?? postCutShort(letters) ?? postNear(letters, 2) ?? withoutOfficeWords(letters) ?? letters;
  return PUBLISHED_AS[post] ?? post;
}

/**
 * The canonical identifier of a published one ("08ECTION01OF02MANAMA492" is 08MANAMA492): upper case, no leading zeros, the post's
 * listed code. Text that has not the shape of an identifier comes back as it is.
 */
export function canonicalIdentifier(published: string): string {
  const letters = published
    .trim()
    .slice(0, 80)
    .toUpperCase()
    .replace(/_[A-Z]$/, '')
    .replace(/[\s'’.#-]+/g, '')
    .replace(/^(?:19|20)(?=\d\d[A-Z])/, '')
    .replace(/^(\d\d)\1(?=[A-Z])/, '$1');
  const year = /^(\d\d)/.exec(letters)?.[1];
  if (year === undefined) return published;
  const rest = letters.slice(2);
  // A second number after the first belongs to a correction, a resent copy or a second series.
  const first = /^([A-Z]+)(\d{1,7})[A-Z]{2,24}\d{1,7}$/.exec(rest);
  const firstPost = first === null ? null : postOf(first[1] ?? '');
  if (first !== null && firstPost !== null) return identifierOf(fullYear(year), firstPost, first[2] ?? '');
  const found = /^(.*[A-Z])(\d{1,7})$/.exec(rest);
  if (found === null) return published;
  return identifierOf(fullYear(year), canonicalPost(found[1] ?? ''), found[2] ?? '');
}

/** True when text is an identifier of a listed post and nothing else. */
export function isIdentifier(text: string): boolean {
  const parts = identifierParts(text);
  return parts !== null && (isPost(parts.post) || isPost(canonicalPost(parts.post)));
}
