// How alike two passages are: words weighed by their rarity in both editions, and how far they come in the same order.
// It knows nothing of sections or classes.

/** Share of the words of both that are common to both, 0..1 (Dice). */
export function shareOfWords(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const left = new Map<number, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      common++;
      left.set(word, count - 1);
    }
  }
  return (2 * common) / (a.length + b.length);
}

/** Weight of a word: high when few passages of the two editions have it. */
export function rarity(passages: readonly (readonly { stems: Int32Array }[])[], vocabularySize: number): Float64Array {
  const having = new Int32Array(vocabularySize);
  const lastSeen = new Int32Array(vocabularySize).fill(-1);
  let total = 0;
  for (const edition of passages) {
    for (const { stems } of edition) {
      for (const stem of stems) {
        if (lastSeen[stem] === total) continue;
        lastSeen[stem] = total;
        having[stem] = (having[stem] ?? 0) + 1;
      }
      total++;
    }
  }
  return Float64Array.from(having, (count) => (count === 0 ? 0 : Math.log(1 + total / count)));
}

/** A passage as distinct words, in rising order, with weights of unit length. */
export type Vector = { words: Int32Array; weights: Float64Array };

/** Typed arrays sort slowly when they are as short as a sentence. */
const shortList = 64;

function sortedCopy(values: ArrayLike<number>): Int32Array {
  const sorted = Int32Array.from(values);
  if (sorted.length > shortList) return sorted.sort();
  for (let at = 1; at < sorted.length; at++) {
    const value = sorted[at] ?? 0;
    let slot = at;
    for (; slot > 0 && (sorted[slot - 1] ?? 0) > value; slot--) sorted[slot] = sorted[slot - 1] ?? 0;
    sorted[slot] = value;
  }
  return sorted;
}

export function vectorOf(stems: ArrayLike<number>, weight: Float64Array): Vector {
  const sorted = sortedCopy(stems);
  const words = new Int32Array(sorted.length);
  const weights = new Float64Array(sorted.length);
  let size = 0;
  let squares = 0;
  for (let at = 0; at < sorted.length; ) {
    const word = sorted[at] ?? 0;
    let count = 0;
    while (at < sorted.length && sorted[at] === word) {
      count++;
      at++;
    }
    const value = (weight[word] ?? 0) * Math.sqrt(count);
    words[size] = word;
    weights[size++] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  for (let at = 0; at < size; at++) weights[at] = (weights[at] ?? 0) / (length || 1);
  return { words: words.subarray(0, size), weights: weights.subarray(0, size) };
}

/** Cosine of two vectors, 0..1. */
export function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.words.length && j < b.words.length) {
    const one = a.words[i] ?? 0;
    const other = b.words[j] ?? 0;
    if (one === other) sum += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0);
    else if (one < other) i++;
    else j++;
  }
  return sum;
}

/** Beyond this many cells the order of words is not looked at (two passages of 250 words). */
const largestTable = 62_500;

let row = new Float64Array(512);

/**
 * Weight of the longest common subsequence of words against the weight of both passages, 0..1: `both` as a share of the
 * mean, `part` as a share of the lighter passage. Null when the passages are too long to look.
 */
export function orderSimilarity(a: Int32Array, b: Int32Array, weight: Float64Array): { both: number; part: number } | null {
  if (a.length * b.length > largestTable) return null;
  if (row.length <= b.length) row = new Float64Array(b.length + 1);
  row.fill(0, 0, b.length + 1);
  let total = 0;
  for (const word of a) {
    const value = weight[word] ?? 0;
    total += value;
    let diagonal = 0;
    for (let j = 0; j < b.length; j++) {
      const above = row[j + 1] ?? 0;
      const left = row[j] ?? 0;
      if (b[j] === word) row[j + 1] = diagonal + value;
      else if (left > above) row[j + 1] = left;
      diagonal = above;
    }
  }
  let other = 0;
  for (const word of b) other += weight[word] ?? 0;
  const common = row[b.length] ?? 0;
  return { both: (2 * common) / (total + other || 1), part: common / (Math.min(total, other) || 1) };
}
