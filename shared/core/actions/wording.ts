// How alike the texts of suggested actions are, and what changed between two of them. It knows nothing of years or areas.

import type { WordDifference } from '../alignment/pair.ts';
import { matchingKey, punctuationToken, tokenise, type Tokens, Vocabulary } from '../alignment/normal-form.ts';
import { cosine, orderSimilarity, rarity, shareOfWords, type Vector, vectorOf } from '../alignment/similarity.ts';
import { changesBetween, wordDifferences } from '../alignment/word-difference.ts';
import { isFunctionWord } from '../alignment/word-kinds.ts';

type Wording = { text: string; tokens: Tokens; key: string; stems: Int32Array; vector: Vector };

/** "The" and "of" say little, however rare they are in two dozen short texts. */
const functionWordWeight = 0.3;

/** Texts weighed together: a word that every action has ("child", "labor") tells little about which one this is. */
export class Wordings {
  private readonly vocabulary = new Vocabulary();
  private readonly wordings: Wording[];
  private readonly weight: Float64Array;
  private readonly stemSets = new Map<number, ReadonlySet<number>>();

  constructor(texts: readonly string[]) {
    const cut = texts.map((text) => {
      const tokens: Tokens = { ids: [], starts: [], ends: [] };
      tokenise(text, 0, text.length, this.vocabulary, tokens, []);
      const stems = Int32Array.from(tokens.ids.filter((id) => this.vocabulary.kinds[id] !== punctuationToken).map((id) => this.vocabulary.stems[id] ?? id));
      return { text, tokens, key: matchingKey(tokens.ids, this.vocabulary), stems };
    });
    this.weight = rarity([cut], this.vocabulary.words.length);
    for (let id = 0; id < this.weight.length; id++) if (isFunctionWord(this.vocabulary.words[id] ?? '')) this.weight[id] = (this.weight[id] ?? 0) * functionWordWeight;
    this.wordings = cut.map((each) => ({ ...each, vector: vectorOf(each.stems, this.weight) }));
  }

  /** True when both say the same but for signs and spelling of dashes and quotation marks. */
  same(one: number, other: number): boolean {
    const key = this.wordings[one]?.key;
    return key !== undefined && key === this.wordings[other]?.key;
  }

  /** `both` 0..1: how alike the two are; `part` 0..1: how much of the shorter one stands in the longer one. */
  alike(one: number, other: number): { both: number; part: number } {
    const a = this.wordings[one];
    const b = this.wordings[other];
    if (!a || !b || a.stems.length === 0 || b.stems.length === 0) return { both: 0, part: 0 };
    if (a.key === b.key) return { both: 1, part: 1 };
    const words = cosine(a.vector, b.vector);
    const order = orderSimilarity(a.stems, b.stems, this.weight) ?? { both: shareOfWords([...a.stems], [...b.stems]), part: words };
    return { both: (words + order.both) / 2, part: order.part };
  }

  /** 0..1: how alike the words of the two are, in any order; quicker than `alike`. */
  likeness(one: number, other: number): number {
    const [a, b] = [this.wordings[one], this.wordings[other]];
    return a && b ? cosine(a.vector, b.vector) : 0;
  }

  /** 0..1: how much of what the first says stands in the second, in any order. */
  contained(part: number, whole: number): number {
    const words = this.stemsOf(whole);
    let shared = 0;
    let total = 0;
    for (const stem of this.wordings[part]?.stems ?? []) {
      const weight = this.weight[stem] ?? 0;
      total += weight;
      if (words.has(stem)) shared += weight;
    }
    return total === 0 ? 0 : shared / total;
  }

  private stemsOf(wording: number): ReadonlySet<number> {
    let known = this.stemSets.get(wording);
    if (!known) this.stemSets.set(wording, (known = new Set(this.wordings[wording]?.stems)));
    return known;
  }

  /** Words and numbers of a text. */
  length(wording: number): number {
    return this.wordings[wording]?.stems.length ?? 0;
  }

  /** Offsets into the two texts. Empty when they say the same. */
  differences(older: number, newer: number): WordDifference[] {
    const a = this.wordings[older];
    const b = this.wordings[newer];
    if (!a || !b || a.key === b.key) return [];
    const changes = changesBetween(a.tokens.ids, b.tokens.ids, this.vocabulary);
    const side = ({ text, tokens }: Wording) => ({ text, tokens, range: { start: 0, end: text.length } });
    return wordDifferences(changes, side(a), side(b), this.vocabulary);
  }
}
