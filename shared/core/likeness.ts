// How much two texts have in common, from a small sketch of each: the smallest hashes of their runs of words. Deterministic; texts
// themselves are not compared. Broder, "On the resemblance and containment of documents", 1997 (bottom-k sketches).

export type Sketch = {
  /** How many different runs of words the text has. */
  shingles: number;
  /** The smallest of their 32-bit hashes, ascending; empty for a text too short to be told from others. */
  hashes: number[];
};

/** Three words: one changed word costs three runs, and a copy in another format stays above nine tenths. */
const wordsOfRun = 3;
/** With 1,024 hashes the estimate of 0.9 is right to a hundredth. */
const longestSketch = 1024;
/** Shorter texts (a note of two lines) are alike by their form. */
const fewestRuns = 60;
/** Characters beyond these say no more about what a document is. */
const mostCharacters = 4_000_000;

/** The first hashes of a sketch, by which others that have them are found: of texts that share 0.3 of their runs about 14 are the same. */
export const indexedHashes = 48;
/** As many of them two texts share at least before they are compared. */
export const fewestShared = 8;

/** Words without case, marks of references ("(12, 14)") and soft hyphens, which differ between a PDF and its web page. */
export function sketchOf(text: string): Sketch {
  const plain = text.slice(0, mostCharacters).normalize('NFKC').replace(/\u00ad/g, '').replace(/[([]\d[\d,;\u2013\s-]*[)\]]/g, ' ').toLowerCase();
  // Scripts without spaces between words: each character is one.
  const words = plain.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]|[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const hashes = words.map(hashOf);
  const runs = new Set<number>();
  for (let at = 0; at + wordsOfRun <= hashes.length; at += 1) {
    let run = 0;
    for (let next = 0; next < wordsOfRun; next += 1) run = mixed((Math.imul(run, 31) + (hashes[at + next] ?? 0)) | 0);
    runs.add(run);
  }
  if (runs.size < fewestRuns) return { shingles: runs.size, hashes: [] };
  const sorted = Uint32Array.from(runs).sort();
  return { shingles: runs.size, hashes: [...sorted.subarray(0, longestSketch)] };
}

/** Share of the runs of words that both have (Dice), 0 to 1; 0 when one of them is too short to be told. */
export function likenessOf(one: Sketch, other: Sketch): number {
  const most = Math.min(longestSketch, one.hashes.length + other.hashes.length);
  if (one.hashes.length === 0 || other.hashes.length === 0) return 0;
  let left = 0;
  let right = 0;
  let union = 0;
  let both = 0;
  while (union < most && (left < one.hashes.length || right < other.hashes.length)) {
    const first = one.hashes[left] ?? Number.POSITIVE_INFINITY;
    const second = other.hashes[right] ?? Number.POSITIVE_INFINITY;
    if (first === second) both += 1;
    if (first <= second) left += 1;
    if (second <= first) right += 1;
    union += 1;
  }
  // Of what either has, `resemblance` is in both; of what both have together, twice that in the sum of their lengths.
  const resemblance = both / union;
  return (2 * resemblance) / (1 + resemblance);
}

/** FNV-1a over UTF-16 code units, its bits mixed well. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the output. Unsigned. */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
