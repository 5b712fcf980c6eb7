// How findings are worded wherever they are shown.

import { type Confidence, type FindingStatus, likelihoods, type Stance } from '../../shared/core/finding.ts';

export const statusNames: Readonly<Record<FindingStatus, string>> = { draft: 'Draft', reviewed: 'Reviewed', settled: 'Settled' };

export const stanceNames: Readonly<Record<Stance, string>> = { supporting: 'Supports', contradicting: 'Contradicts', context: 'Context' };

/** What each degree of confidence says of the sources (ICD 203), in our words. */
export const confidenceMeanings: Readonly<Record<Confidence, string>> = {
  high: 'Several good sources agree, and the reasoning is firm.',
  moderate: 'The sources are credible and fit, yet are not enough to be sure.',
  low: 'The sources are few, weak or in conflict.',
};

/** "2019–2021", "2019, 2021"; "No year" when there is none. */
export function yearsWords(years: readonly number[]): string {
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return 'No year';
  if (first === last) return String(first);
  return last - first === years.length - 1 ? `${first}–${last}` : years.join(', ');
}

/** Years from what was typed ("2019-2021", "2019, 2021"); null when something in it is no year. */
export function readYears(text: string): number[] | null {
  const years = new Set<number>();
  for (const part of text.split(/[,;\s]+/).filter(Boolean)) {
    const match = /^([12]\d{3})(?:[-–—]([12]\d{3}))?$/.exec(part);
    if (!match) return null;
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    if (to < from || to - from > 99) return null;
    for (let year = from; year <= to; year += 1) years.add(year);
  }
  return [...years].toSorted((one, other) => one - other);
}

/** True when a sentence speaks of confidence and of likelihood at once, which the analytic standards forbid. */
export function mixesConfidenceAndLikelihood(claim: string): boolean {
  const words = new RegExp(`\\b(${likelihoods.join('|')})\\b`, 'i');
  return claim.split(/(?<=[.!?])\s+/).some((sentence) => /\b(high|moderate|low) confidence\b/i.test(sentence) && words.test(sentence));
}
