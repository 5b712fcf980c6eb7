// Splits glued TAGS ("KFRDKIRFCVISCMGT", "PHUMBA", "OVIPPRELUNGANU") into known codes. Accepts only a split that uses every letter.

import { tagEntry, tagSpellings } from './tables.ts';

export type GluedPart = { tag: string; start: number; end: number };

/** Shorthand for "political-military": parts of words like POLMIL and POLINT, which no table of codes lists. */
const SHORTHAND = new Set(['POL', 'MIL', 'INT']);
/** Longest code that is tried inside a glued word; longer acronyms are not seen glued. */
const LONGEST_PART = 6;
/** Longest glued word that is tried; the longest seen has 36 letters. */
const LONGEST_WORD = 120;

/** A smaller cost is a likelier part: four-letter subject and program codes, then countries, then organizations. */
function costOf(part: string): number | null {
  const entry = tagEntry(part);
  if (entry !== null && part.length === 4 && (entry.kind === 'subject' || entry.kind === 'program')) return 1;
  if (/^K[A-Z]{3}$/.test(part)) return 2;
  if (entry !== null && entry.kind === 'geo') return 3;
  if (/^X[A-Z]$/.test(part) || SHORTHAND.has(part)) return 4;
  if (entry !== null && part.length >= 3) return 4;
  if (tagSpellings.has(part) && part.length === 2) return 5;
  return null;
}

/**
 * The codes a word is glued from, with offsets into it; null when it cannot be split completely, or only into countries. Of several
 * splits the one with the likeliest parts wins. Linear in the word's length times the longest part.
 */
export function splitGlued(word: string): GluedPart[] | null {
  if (word.length < 5 || word.length > LONGEST_WORD || !/^[A-Z]+$/.test(word)) return null;
  const best: ({ cost: number; from: number } | null)[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= word.length; end += 1) {
    let cheapest: { cost: number; from: number } | null = null;
    for (let start = Math.max(0, end - LONGEST_PART); start <= end - 2; start += 1) {
      const before = best[start];
      if (before === null || before === undefined) continue;
      const cost = costOf(word.slice(start, end));
      if (cost !== null && (cheapest === null || before.cost + cost < cheapest.cost)) cheapest = { cost: before.cost + cost, from: start };
    }
    best.push(cheapest);
  }
  const parts: GluedPart[] = [];
  for (let end = word.length; end > 0;) {
    const step = best[end];
    if (step === null || step === undefined) return null;
    parts.unshift({ tag: word.slice(step.from, end), start: step.from, end });
    end = step.from;
  }
  // Two-letter codes cover too many English words: at least one longer code must carry the split, and country codes stay at its ends.
  const anchored =
    parts.some((part) => part.tag.length === 4 && tagEntry(part.tag) !== null) || parts.every((part) => SHORTHAND.has(part.tag) || part.tag.length >= 4);
  const inner = parts.slice(1, -1).some((part) => part.tag.length === 2 && parts.length < 4);
  return parts.length >= 2 && anchored && !inner ? parts : null;
}
