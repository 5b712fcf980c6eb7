// The result of comparing two editions: pairs of passages with what happened between them. Types only.

import type { TextRange } from '../document.ts';

/**
 * `same`: the words, numbers and signs are equal. `moved`: equal, but in another place. `split` and `joined`: one sentence became
 * two or two became one. Footnote numbers, dashes, quotation marks, case, spaces and hyphenation never make a change.
 */
export const pairClasses = ['same', 'reworded', 'moved', 'moved-reworded', 'split', 'joined', 'new', 'gone'] as const;
export type PairClass = (typeof pairClasses)[number];

/** What kind of word changed. A date is a year, a month, or a day beside a month. */
export type Mark = 'number' | 'negation' | 'modal' | 'date';

/**
 * The change named, where rules can name it: `value` only numbers or dates; `status` a stage word such as drafted or adopted;
 * `added` and `removed` a substantial part more or less and the rest as it was; `weakened` and `strengthened` a modal, quantity or
 * negation that lessens or raises what is said; `cosmetic` function words, inflection, synonyms, or a substitution the editors
 * made all over the edition. Null when none of the rules holds.
 */
export const natures = ['weakened', 'strengthened', 'status', 'value', 'removed', 'added', 'cosmetic'] as const;
export type Nature = (typeof natures)[number];

export type Emphasis = 'number' | 'negation' | 'modal';

/**
 * A piece of the difference. The pieces of kind same and removed cover the older passage in order, those of kind same and added
 * the newer, so a redline can be made of them. A same piece carries the newer spelling; the older one (other quotation marks,
 * other footnote numbers) is at its older range.
 */
export type WordDifference = {
  kind: 'same' | 'removed' | 'added';
  text: string;
  /** Into the older text; null for added. */
  older: TextRange | null;
  /** Into the newer text; null for removed. */
  newer: TextRange | null;
  emphasis: Emphasis | null;
};

export type SectionReference = { role: string | null; number: string | null; title: string };

export type AlignedPair = {
  class: PairClass;
  /**
   * 0..1. For a pair how alike the words are: 1 when equal. Of the hand-labelled pairs nine of ten are right from 0.4 to 0.5 and
   * nearly all above. For new and gone how far the nearest passage of the other side is.
   */
  confidence: number;
  /** Where it stands in the newer edition; where it stood in the older one for `gone`. */
  section: SectionReference | null;
  /** Offsets into the older text, in order; empty for `new`. */
  older: TextRange[];
  /** Offsets into the newer text, in order; empty for `gone`. */
  newer: TextRange[];
  /** Empty for same, moved, new and gone. */
  differences: WordDifference[];
  /** Words are equal and only numbers or dates differ. */
  numbersOnly: boolean;
  marks: Mark[];
  nature: Nature | null;
  /** Ids of the rules that made or parted this pair; left out when there are none. */
  rules?: string[];
};

export type Alignment = {
  /** In reading order of the newer edition; what is gone follows the passage it used to follow. */
  pairs: AlignedPair[];
  counts: Record<PairClass, number>;
};

export function noCounts(): Record<PairClass, number> {
  return { same: 0, reworded: 0, moved: 0, 'moved-reworded': 0, split: 0, joined: 0, new: 0, gone: 0 };
}
