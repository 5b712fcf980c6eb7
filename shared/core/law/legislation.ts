// Which laws and articles two editions name for one standard, and what differs between them. Another way to print the same articles
// ("134, 135, and 312", "134–135 and 312") is no difference.

import type { CitedLaw } from '../recognition.ts';

/** Of one law: named anew, named no more, or by other articles. `from` and `to` are the articles as printed, '' for none. */
export type LawDifference = { law: string; kind: 'added' | 'removed' | 'articles'; from: string; to: string };

type Cited = Pick<CitedLaw, 'law' | 'provision'>;

export function lawDifferences(older: readonly Cited[], newer: readonly Cited[]): LawDifference[] {
  const before = grouped(older);
  const after = grouped(newer);
  const differences: LawDifference[] = [];
  for (const [key, { law, printed, articles }] of after) {
    const own = before.get(key);
    if (!own) differences.push({ law, kind: 'added', from: '', to: printed });
    else if (!sameMembers(own.articles, articles)) differences.push({ law, kind: 'articles', from: own.printed, to: printed });
  }
  for (const [key, { law, printed }] of before) if (!after.has(key)) differences.push({ law, kind: 'removed', from: printed, to: '' });
  return differences;
}

type Grouped = { law: string; printed: string; articles: Set<string> };

function grouped(laws: readonly Cited[]): Map<string, Grouped> {
  const groups = new Map<string, Grouped>();
  for (const { law, provision } of laws) {
    const key = lawKey(law);
    const known = groups.get(key) ?? { law: law.replace(/\.$/, ''), printed: '', articles: new Set<string>() };
    known.printed = [known.printed, provision ?? ''].filter(Boolean).join('; ');
    for (const article of articlesOf(provision ?? '')) known.articles.add(article);
    groups.set(key, known);
  }
  return groups;
}

/** A numbered act is known by its number, however its title is printed; any other by the letters of its title. */
function lawKey(law: string): string {
  const number = /\bNo\.?\s*([\p{N}][\p{N}./-]*)/iu.exec(law)?.[1]?.replace(/[./-]+$/, '');
  return number ? `no ${number}` : law.normalize('NFKD').toLocaleLowerCase('en').replace(/^the\s+/, '').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** More than these are taken for a misprint and not written out. */
const longestRange = 200;

/** "Articles 134–135 and 312" as 134, 135, 312. "132-1" is one article, since what follows is not greater. */
export function articlesOf(provision: string): string[] {
  const found: string[] = [];
  for (const [, first = '', last] of provision.matchAll(/(\p{N}+(?:\.\p{N}+)*(?:\s?\(\p{L}?\p{N}*\))*)(?:\s?[-–—]\s?(\p{N}+))?/gu)) {
    const from = /^\p{N}+$/u.test(first) ? Number(first) : Number.NaN;
    const to = last === undefined ? Number.NaN : Number(last);
    if (to > from && to - from <= longestRange) for (let article = from; article <= to; article++) found.push(String(article));
    else found.push(last === undefined ? first.replace(/\s/g, '') : `${first}-${last}`);
  }
  return found;
}

function sameMembers(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}
