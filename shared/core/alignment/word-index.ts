// Finds the passages that share most with another by an index of words, rarest words first, so that the work stays in proportion to
// the length of the documents.

import type { Vector } from './similarity.ts';

/** Entries looked at for one passage: all of them in a report of some hundred sentences, the rarest words' in a long one. */
const mostPostings = 3000;

export class WordIndex {
  readonly #items: readonly { index: number }[];
  /** Where the entries of each word begin in the two lists behind. */
  readonly #starts: Int32Array;
  readonly #positions: Int32Array;
  readonly #weights: Float64Array;
  readonly #sums: Float64Array;

  /** `vectors` are found by the index of each item. */
  constructor(items: readonly { index: number }[], vectors: readonly (Vector | undefined)[]) {
    this.#items = items;
    let size = 0;
    let highest = 0;
    for (const { index } of items) {
      const words = vectors[index]?.words;
      size += words?.length ?? 0;
      highest = Math.max(highest, words?.at(-1) ?? 0);
    }
    const starts = new Int32Array(highest + 2);
    for (const { index } of items) for (const word of vectors[index]?.words ?? []) starts[word + 1] = (starts[word + 1] ?? 0) + 1;
    for (let word = 0; word <= highest; word++) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
    const next = starts.slice();
    this.#starts = starts;
    this.#positions = new Int32Array(size);
    this.#weights = new Float64Array(size);
    items.forEach(({ index }, position) => {
      const vector = vectors[index];
      vector?.words.forEach((word, at) => {
        const place = next[word] ?? 0;
        next[word] = place + 1;
        this.#positions[place] = position;
        this.#weights[place] = vector.weights[at] ?? 0;
      });
    });
    this.#sums = new Float64Array(items.length);
  }

  /** The `most` items nearest to `vector` among those accepted, best first. The cosine is of the words looked at. */
  nearest(vector: Vector, weight: Float64Array, most: number, accepts: (index: number) => boolean): { index: number; cosine: number }[] {
    const touched = this.#addUp(vector, weight);
    const best: { index: number; cosine: number }[] = [];
    for (const position of touched) {
      const cosine = this.#sums[position] ?? 0;
      this.#sums[position] = 0;
      if (best.length === most && cosine <= (best.at(-1)?.cosine ?? 0)) continue;
      const index = this.#items[position]?.index ?? -1;
      if (!accepts(index)) continue;
      let slot = best.length === most ? most - 1 : best.length;
      for (; slot > 0; slot--) {
        const above = best[slot - 1];
        if (!above || above.cosine > cosine || (above.cosine === cosine && above.index < index)) break;
        best[slot] = above;
      }
      best[slot] = { index, cosine };
    }
    return best;
  }

  #addUp(vector: Vector, weight: Float64Array): number[] {
    const touched: number[] = [];
    const rarestFirst = Array.from(vector.words.keys()).sort((a, b) => (weight[vector.words[b] ?? 0] ?? 0) - (weight[vector.words[a] ?? 0] ?? 0) || a - b);
    let left = mostPostings;
    for (const at of rarestFirst) {
      const word = vector.words[at] ?? 0;
      const value = vector.weights[at] ?? 0;
      if (word + 1 >= this.#starts.length || value === 0) continue;
      const from = this.#starts[word] ?? 0;
      const to = this.#starts[word + 1] ?? 0;
      left -= to - from;
      if (left < 0) break;
      for (let place = from; place < to; place++) {
        const position = this.#positions[place] ?? 0;
        const sum = this.#sums[position] ?? 0;
        if (sum === 0) touched.push(position);
        this.#sums[position] = sum + value * (this.#weights[place] ?? 0);
      }
    }
    return touched;
  }
}
