// Compares editions of a report sentence by sentence: what stayed, was reworded, moved, split, joined, is new or gone. Pure and
// deterministic; it knows nothing of documents, years or countries, and keeps nothing.

import { type EditionRule, type PairRule, rulesBetween } from './alignment/corrections.ts';
import { lineage, type EditionRow, type Return } from './alignment/lineage.ts';
import { Vocabulary } from './alignment/normal-form.ts';
import type { Alignment } from './alignment/pair.ts';
import type { OnShare } from './alignment/candidates.ts';
import { alignPrepared } from './alignment/pairing.ts';
import { prepareEdition, type EditionText, type PassageOptions, type PreparedEdition } from './alignment/passage.ts';
import { sectionReferences } from './alignment/section-map.ts';
import { groupByTopic, type TopicGroup } from './alignment/topics.ts';

export { pairVerdicts, referencesAt, type EditionRule, type PairRule, type PairVerdict, type PassageReference } from './alignment/corrections.ts';
export { lineage, type EditionRow, type Return, type RowStep } from './alignment/lineage.ts';
export { natures, pairClasses, type AlignedPair, type Alignment, type Emphasis, type Mark, type Nature, type PairClass, type SectionReference, type WordDifference } from './alignment/pair.ts';
export type { OnShare } from './alignment/candidates.ts';
export type { EditionText, PassageOptions } from './alignment/passage.ts';
export type { TopicGroup } from './alignment/topics.ts';

/** To align two editions takes about as much longer than to take one of them apart into passages. */
const matchingWeight = 2;

/**
 * Aligns two editions. Every passage of each side (sentence, heading, caption, list item, table row) outside the sections left out is
 * in exactly one pair. Ranges are UTF-16 code units into each side's canonical text.
 *
 * Equal words are paired first, then rows of one name in one table, then the most similar passages, best first, with help from the
 * section and the neighbours. Time grows in proportion to the length of the editions. Rules made by hand, newest first, stand above all this.
 */
export function alignEditions(older: EditionText, newer: EditionText, options: PassageOptions = {}, rules: readonly PairRule[] = []): Alignment {
  const vocabulary = new Vocabulary();
  return alignPrepared(prepareEdition(older, vocabulary, options), prepareEdition(newer, vocabulary, options), vocabulary, rules);
}

/**
 * Aligns each edition with the next and chains the result: one row a passage, one cell an edition, in reading order of the newest.
 * `onShare` is told how much of the work is done, 0..1. Editions are given oldest first. A passage that was gone and comes back in the same words stands in its old row.
 */
export function alignMany(editions: readonly EditionText[], options: PassageOptions = {}, rules: readonly EditionRule[] = [], onShare: OnShare = () => undefined): EditionRow[] {
  const vocabulary = new Vocabulary();
  const whole = editions.length + matchingWeight * Math.max(0, editions.length - 1);
  const prepared = editions.map((edition, index) => {
    onShare(index / whole);
    return prepareEdition(edition, vocabulary, options);
  });
  const alignments = prepared.slice(1).map((newer, index) => {
    const before = editions.length + matchingWeight * index;
    return alignPrepared(prepared[index] ?? newer, newer, vocabulary, rulesBetween(rules, editions[index]?.key ?? '', newer.edition.key), (share) => onShare((before + matchingWeight * share) / whole));
  });
  const [first] = prepared;
  if (!first) return [];
  return prepared.length === 1 ? rowsOfOne(first) : lineage(alignments, findReturns(prepared, alignments));
}

/**
 * Groups the passages of two documents of different kinds by topic, such as a cable and a report. It claims no rewording: passages
 * in a group speak of the same things. Every passage is in exactly one group; groups are in reading order of the newer document.
 */
export function alignDifferent(older: EditionText, newer: EditionText, options: PassageOptions = {}): TopicGroup[] {
  return groupByTopic(older, newer, options);
}

function rowsOfOne({ edition, passages }: PreparedEdition): EditionRow[] {
  const references = sectionReferences(edition.sections);
  return passages.map(({ start, end, section }) => ({ section: references[section] ?? null, cells: [[{ start, end }]], steps: [], first: 0, last: 0, returned: [] }));
}

/** Fewer words may stand anywhere and come back by chance. */
const fewWords = 5;

/** Passages that an edition dropped and a later one prints again in the same words. */
function findReturns(prepared: readonly PreparedEdition[], alignments: readonly Alignment[]): Return[] {
  const gone = new Map<string, { edition: number; start: number }>();
  const returns: Return[] = [];
  alignments.forEach(({ pairs }, step) => {
    const keys = (edition: number) => new Map(prepared[edition]?.passages.filter((passage) => passage.stems.length >= fewWords).map((passage) => [passage.start, passage.key]));
    const newer = keys(step + 1);
    for (const { class: what, newer: ranges } of pairs) {
      const start = ranges[0]?.start;
      const key = what === 'new' && start !== undefined ? newer.get(start) : undefined;
      const from = key === undefined ? undefined : gone.get(key);
      if (key === undefined || start === undefined || !from) continue;
      returns.push({ from, to: { edition: step + 1, start } });
      gone.delete(key);
    }
    const older = keys(step);
    for (const { class: what, older: ranges } of pairs) {
      const start = ranges[0]?.start;
      const key = what === 'gone' && start !== undefined ? older.get(start) : undefined;
      if (key !== undefined && start !== undefined) gone.set(key, { edition: step, start });
    }
  });
  return returns;
}
