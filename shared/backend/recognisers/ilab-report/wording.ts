// Compares printed wording with the series' own lists although fonts, misprints and years change it: case, accents, spaces
// and punctuation are ignored, small spelling mistakes forgiven.

/** Letters and digits only, in lower case, without accents. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Letter pairs of the series' own wordings, which are compared again and again. */
const knownPairs = new Map<string, Map<number, number>>();

/** How often each pair of letters stands in the text. A pair is the two code units in one number: many pairs are made, and no strings of them. */
function pairs(text: string): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = (text.charCodeAt(i) << 16) | text.charCodeAt(i + 1);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

let latest = { text: '', counts: pairs('') };

/** Likeness of a folded text and a folded known wording, 0..1: shared letter pairs (Dice's coefficient); 0 when they differ much in length. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  // Texts of very different length cannot be alike; most comparisons end here.
  if (Math.min(a.length, b.length) < 0.6 * Math.max(a.length, b.length)) return 0;
  let known = knownPairs.get(b);
  if (known === undefined) {
    known = pairs(b);
    if (knownPairs.size < 500) knownPairs.set(b, known);
  }
  // One text is compared with every known wording in turn.
  if (latest.text !== a) latest = { text: a, counts: pairs(a) };
  const { counts } = latest;
  let shared = 0;
  for (const [pair, count] of known) shared += Math.min(count, counts.get(pair) ?? 0);
  return (2 * shared) / (a.length + b.length - 2);
}

const knownFolds = new Map<string, string>();

/** `fold` for the series' own wordings, which are few and folded often. */
export function foldKnown(wording: string): string {
  let folded = knownFolds.get(wording);
  if (folded === undefined) {
    folded = fold(wording);
    knownFolds.set(wording, folded);
  }
  return folded;
}

/** Below this two wordings are different things; misprints seen so far stay above 0.93. */
const alike = 0.86;

/** The entry whose wording is most like `text`; null when none is like enough. */
export function mostAlike<T>(text: string, entries: readonly T[], wordings: (entry: T) => readonly string[]): { entry: T; wording: string; likeness: number } | null {
  const folded = fold(text);
  let best: { entry: T; wording: string; likeness: number } | null = null;
  for (const entry of entries) {
    for (const wording of wordings(entry)) {
      const known = foldKnown(wording);
      // All pairs of the shorter one at most are shared; nearly every comparison ends here.
      if (known !== folded && 2 * (Math.min(known.length, folded.length) - 1) < alike * (known.length + folded.length - 2)) continue;
      const score = likeness(folded, known);
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
