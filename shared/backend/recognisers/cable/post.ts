// Reads the name of a post as cables spell it: "Rio de Janeiro", "HCMC", "AMEMBASSY HANOI", "0TTAWA", "INSHASA".

import { nearestUnique } from './nearest.ts';
import { isPost, postCodes, postOfAlias } from './tables.ts';

/** Words before the place that say what kind of office it is, or how the message was sent; no part of the post's code. */
const OFFICE_WORDS = /^(?:US)?(?:AMEMBASSY|AMEMB|EMBASSY|AMCONSUL|AMCONGEN|CONSULATE|USMISSION|USOFFICE|USLO|USINT|USDEL|REO|EFTO|NOFORN|FSC)(?=[A-Z]{3})/;

/** Upper case, without blanks and the signs of names: "St. Petersburg" becomes STPETERSBURG. */
function postLetters(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]+/g, '');
}

function listed(letters: string): string | null {
  const alias = postOfAlias(letters);
  if (alias !== null) return alias;
  if (isPost(letters)) return letters;
  if (!letters.includes('0')) return null;
  // A nought typed for the letter O.
  const repaired = letters.replaceAll('0', 'O');
  return postOfAlias(repaired) ?? (isPost(repaired) ? repaired : null);
}

/** The post a name is listed under, with the words for its kind of office dropped; null when it is not listed. */
export function postOf(name: string): string | null {
  const letters = postLetters(name);
  if (letters === '') return null;
  return listed(letters) ?? listed(letters.replace(OFFICE_WORDS, ''));
}

/** Rest of the letters after the words for the kind of office; null when there are none such. */
export function withoutOfficeWords(letters: string): string | null {
  const rest = letters.replace(OFFICE_WORDS, '');
  return rest === letters ? null : rest;
}

/**
 * The one post within a distance of letters lost, wrong or swapped; short codes, which are near to many words, allow one.
 * null when none or several are as near.
 */
export function postNear(name: string, distance: 1 | 2): string | null {
  const letters = postLetters(name);
  if (letters.length < 4 || letters.length > 20) return null;
  return nearestUnique(letters, postCodes, letters.length <= 4 ? 1 : distance);
}

/** The post named by an office such as "Embassy Astana", "AMEMBASSY ASTANA", "Secretary of State". */
export function postOfOffice(office: string): string | null {
  if (/\b(?:SECRETARY OF STATE|SECSTATE)\b/i.test(office)) return 'STATE';
  const words = office.trim().split(/\s+/);
  // The kind of office comes first, a country or a state code may come last.
  for (let from = 0; from < Math.min(4, words.length); from += 1) {
    for (let to = words.length; to > from && to > words.length - 3; to -= 1) {
      const post = postOf(words.slice(from, to).join(' '));
      if (post !== null) return post;
    }
  }
  return null;
}
