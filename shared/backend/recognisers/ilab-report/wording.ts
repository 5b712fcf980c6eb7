// Compares printed wording with the series' own lists although fonts, misprints and years change it: case, accents, spaces
// and punctuation are ignored, small spelling mistakes forgiven.

/** Letters and digits only, in lower case, without accents. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function pairs(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Likeness of two folded texts, 0..1: shared letter pairs (Dice's coefficient). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const counts = pairs(a);
  let shared = 0;
  for (const [pair, count] of pairs(b)) shared += Math.min(count, counts.get(pair) ?? 0);
  return (2 * shared) / (a.length + b.length - 2);
}

/** Below this two wordings are different things; misprints seen so far stay above 0.93. */
const alike = 0.86;

/** The entry whose wording is most like `text`; null when none is like enough. */
export function mostAlike<T>(text: string, entries: readonly T[], wordings: (entry: T) => readonly string[]): { entry: T; wording: string; likeness: number } | null {
  const folded = fold(text);
  let best: { entry: T; wording: string; likeness: number } | null = null;
  for (const entry of entries) {
    for (const wording of wordings(entry)) {
      const score = likeness(folded, fold(wording));
      if (score >= alike && (best === null || score > best.likeness)) best = { entry, wording, likeness: score };
    }
  }
  return best;
}

/**
 * `printed` with the case of `proper`, letter by letter; same length, so that offsets stay valid. Unchanged when the two do
 * not have the same letters.
 */
export function recase(printed: string, proper: string): string {
  const wanted = proper.match(/[\p{L}]/gu) ?? [];
  let at = 0;
  let result = '';
  for (const character of printed) {
    if (!/\p{L}/u.test(character)) {
      result += character;
      continue;
    }
    const letter = wanted[at++];
    if (letter === undefined || letter.toLowerCase() !== character.toLowerCase() || letter.length !== character.length) return printed;
    result += letter;
  }
  return at === wanted.length ? result : printed;
}

/** "EFFORTS MADE BUT ..." as "Efforts made but ...". */
export function sentenceCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
