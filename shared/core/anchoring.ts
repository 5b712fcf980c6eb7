// Places annotations again when the text under them has changed: the same words at their place, the same words elsewhere, similar words for
// the analyst to decide, or none. It never takes a place on similar words, nor one of several that cannot be told apart.

import type { TextRange } from './document.ts';
import { type Candidate, candidatesOf, sectionAt, standsFree } from './anchoring/candidates.ts';
import { cutsWord } from './anchoring/edges.ts';
import { contextOf, mean, nearSupport, type Sought, type Support, supportAt } from './anchoring/evidence.ts';
import { fold, originalRange } from './anchoring/folding.ts';
import { type AnchoredText, PlaceMap } from './anchoring/place-map.ts';

export type { Candidate } from './anchoring/candidates.ts';
export type { AnchoredText } from './anchoring/place-map.ts';

/** Where an annotation stood. When its range does not hold the quote (any more), it is looked for by quote and context alone. */
export type Anchor = TextRange & { id: string; quote: string; prefix: string; suffix: string };

export type DoubtReason =
  /** The words have changed. */
  | 'similar'
  /** The words are there, but not surely these. */
  | 'ambiguous'
  /** The time was over before it was looked for. */
  | 'not-looked-for';

/** Offsets into the newer text, half-open. A lost annotation's place is where it would be expected. */
export type Placement = TextRange & { id: string } & (
  | { state: 'exact' | 'moved' }
  | { state: 'doubtful'; reason: DoubtReason; candidates: Candidate[] }
  | { state: 'lost' }
);

export type PlacingOptions = {
  /** A clock in milliseconds; without it there is no limit of time. */
  now?: () => number;
  /** Milliseconds after which the rest is "doubtful: not looked for". */
  budget?: number;
  onProgress?: (done: number, total: number) => void;
};

/** Both contexts agree at least so far, or the place is not taken. Unrelated text agrees in 0.25 to 0.4. */
const leastSupport = 0.7;
/** So many letters without a difference on one side are enough, whatever has become of the other. */
const tellingContext = 60;
/** The place must be better than the next one by this much. */
const leastMargin = 0.15;
/** Folded letters: words of this length with one context are enough. */
const tellingLength = 40;
/** Folded letters: words of this length that stand once in each text are enough by themselves. */
const uniqueLength = 80;
/** Folded letters: words of this length that stand once in each text and between the same neighbours are these. */
const leastBetweenNeighbours = 12;
/** Folded letters that have come along with a passage found elsewhere; or a whole paragraph of this length. */
const movedLength = 200;
const movedParagraph = 60;
/** Folded letters without a difference beside a passage in order, on each side and on both together. */
const embedded = { least: 24, together: 100 };
/** Words that stand at more places than this are placed only within long identical text. */
const mostTwins = 200;

/** `shared`: how much of the shorter text stands in the other, 0..1. */
export type Placed = { placements: Placement[]; shared: number };

/** Placements in the order of `anchors`. */
export function placeAnchors(older: AnchoredText, newer: AnchoredText, anchors: readonly Anchor[], options: PlacingOptions = {}): Placed {
  const { now, budget = Number.POSITIVE_INFINITY, onProgress } = options;
  const deadline = (now?.() ?? 0) + budget;
  if (older.text === newer.text && anchors.every((anchor) => holdsQuote(older.text, anchor))) {
    return { placements: anchors.map(({ id, start, end }) => ({ id, state: 'exact', start, end })), shared: 1 };
  }
  const map = new PlaceMap(older.text, newer.text);
  const placing = new Placing(map, older, newer);
  const placements = anchors.map((anchor, index): Placement => {
    if (index % 50 === 0) onProgress?.(index, anchors.length);
    const sought = soughtOf(map, older.text, anchor);
    if (now && now() > deadline) return { id: anchor.id, ...placing.expectedPlace(sought), state: 'doubtful', reason: 'not-looked-for', candidates: [] };
    return { id: anchor.id, ...placing.place(sought, anchor) };
  });
  return { placements: withoutCollisions(anchors, placements), shared: map.shared() };
}

type Found = TextRange & ({ state: 'exact' | 'moved' } | { state: 'doubtful'; reason: DoubtReason; candidates: Candidate[] } | { state: 'lost' });

/** One pair of texts; what passages with the same words share is looked up once. */
class Placing {
  private readonly map: PlaceMap;
  private readonly older: AnchoredText;
  private readonly newer: AnchoredText;
  private readonly twins = new Map<string, { older: number[] | null; newer: number[] | null }>();

  constructor(map: PlaceMap, older: AnchoredText, newer: AnchoredText) {
    this.map = map;
    this.older = older;
    this.newer = newer;
  }

  place(sought: Sought, anchor: Anchor): Found {
    if (sought.units.length === 0) return { ...this.expectedPlace(sought), state: 'lost' };
    const within = this.withinRun(sought);
    if (within) return within;
    const twins = this.twinsOf(sought, anchor.quote);
    const best = this.bestTwin(sought, twins);
    if (best) return best;
    const section = { older: this.older.sections && sought.place ? sectionAt(this.older.sections, anchor.start) : null, newer: this.newer.sections ?? [] };
    const nearby = twins.newer ?? this.nearExpected(sought);
    const candidates = candidatesOf(this.map, this.newer.text, sought, nearby.filter((start) => this.standsFree(start, sought)), section);
    const [first] = candidates;
    if (!first) return { ...this.expectedPlace(sought), state: 'lost' };
    return { start: first.start, end: first.end, state: 'doubtful', reason: first.similarity === 1 ? 'ambiguous' : 'similar', candidates };
  }

  /** Within a long stretch that is the same in both texts and unlike any other, the place is sure whatever else has the same words. */
  private withinRun(sought: Sought): Found | null {
    if (!sought.place) return null;
    const run = this.map.runAround(sought.place);
    if (!run?.sure || !this.standsFree(run.start, sought)) return null;
    const support = supportAt(sought, this.map.newer.units, { start: run.start, end: run.start + sought.units.length });
    const { identicalLeft, identicalRight, left, right } = support;
    const isWhole = identicalLeft === sought.left.length && identicalRight === sought.right.length && left + right === 2;
    const range = { start: run.start, end: run.start + sought.units.length };
    if (this.map.keepsOrder(sought.place, range)) return isWhole || isEmbedded(support) ? this.taken(sought, run.start) : null;
    if (!isWhole) return null;
    // Elsewhere, it must be the only place with either of its surroundings: a copy beside the original would do as well.
    const { units: newer } = this.map.newer;
    const halves = [newer.subarray(range.start - sought.left.length, range.end), newer.subarray(range.start, range.end + sought.right.length)];
    return halves.every((half) => this.map.newerPlaces(half, 1) !== null && this.map.olderPlaces(half, 1) !== null) ? this.taken(sought, run.start) : null;
  }

  /** The one place with the same words that its context tells from all others, in both texts. */
  private bestTwin(sought: Sought, twins: { older: number[] | null; newer: number[] | null }): Found | null {
    if (!twins.newer || !twins.older) return null;
    const length = sought.units.length;
    const supported = twins.newer
      .map((start) => ({ start, support: supportAt(sought, this.map.newer.units, { start, end: start + length }) }))
      .toSorted((one, other) => mean(other.support) - mean(one.support));
    const [best, ...others] = supported;
    if (!best || !this.standsFree(best.start, sought)) return null;
    const range = { start: best.start, end: best.start + length };
    const alone = twins.newer.length === 1 && twins.older.length <= 1;
    const inOrder = sought.place !== null && this.map.keepsOrder(sought.place, range);
    const isBetweenNeighbours = alone && inOrder && length >= leastBetweenNeighbours && sought.place !== null && this.map.isBetweenNeighbours(sought.place, range) && Math.max(best.support.left, best.support.right) >= leastSupport;
    if (!isBetweenNeighbours && !(convinces(best.support, length, alone ? nearSupport(sought, this.map.newer.units, range) : null) && (inOrder || provesMove(best.support, sought, alone)))) return null;
    // No other place may do as well, nor may another passage of the older text with these words do as well here.
    const own = mean(best.support);
    const rivals = (support: Support) => mean(support) > own - leastMargin || Math.max(support.left, support.right) >= leastSupport;
    if (others.some(({ support }) => rivals(support))) return null;
    // Out of order, a copy that stands in order or is as long is as likely.
    const place = sought.place;
    if (!inOrder && others.some(({ start }) => length >= tellingLength || (place && this.map.keepsOrder(place, { start, end: start + length })))) return null;
    const isTaken = twins.older.some((start) => start !== sought.place?.start && rivals(supportAt(contextOf(this.map.older.units, { start, end: start + length }), this.map.newer.units, range)));
    return isTaken ? null : this.taken(sought, best.start);
  }

  private taken(sought: Sought, start: number): Found {
    const range = { start, end: start + sought.units.length };
    return { ...originalRange(this.map.newer, range), state: sought.place && this.map.keepsOrder(sought.place, range) ? 'exact' : 'moved' };
  }

  private standsFree(start: number, sought: Sought): boolean {
    return standsFree(this.newer.text, originalRange(this.map.newer, { start, end: start + sought.units.length }), sought.wholeWord);
  }

  private twinsOf({ units }: Sought, quote: string): { older: number[] | null; newer: number[] | null } {
    let twins = this.twins.get(quote);
    if (!twins) this.twins.set(quote, (twins = { older: this.map.olderPlaces(units, mostTwins), newer: this.map.newerPlaces(units, mostTwins) }));
    return twins;
  }

  /** Of words that stand everywhere, those between the neighbours. */
  private nearExpected({ units, place }: Sought): number[] {
    if (!place) return [];
    const { start, end } = this.map.expected(place);
    const found: number[] = [];
    for (let at = start; at <= Math.min(end, start + 2000) - units.length && found.length < mostTwins; at++) {
      if (units.every((unit, index) => this.map.newer.units[at + index] === unit)) found.push(at);
    }
    return found;
  }

  /** A range of the newer text for what is not there; never empty. */
  expectedPlace({ place, units }: Sought): TextRange {
    const { newer } = this.map;
    if (newer.units.length === 0) return { start: 0, end: 1 };
    const expected = place ? this.map.expected(place).start : 0;
    const from = Math.min(expected, newer.units.length - 1);
    return originalRange(newer, { start: from, end: Math.min(newer.units.length, from + Math.max(1, Math.min(units.length, 100))) });
  }
}

/** `near`: how far the nearest line agrees, for words that stand once in each text; then one side is enough. */
function convinces({ left, right, identicalLeft, identicalRight }: Support, length: number, near: { left: number; right: number } | null): boolean {
  if (left >= leastSupport && right >= leastSupport) return true;
  if (!near) return false;
  if (near.left >= leastSupport && near.right >= leastSupport) return true;
  return length >= uniqueLength || Math.max(identicalLeft, identicalRight) >= tellingContext || (length >= tellingLength && Math.max(near.left, near.right) >= leastSupport);
}

/** Identical on both sides, and much of it: then one of several passages with the same words is told by its run. */
function isEmbedded({ identicalLeft, identicalRight }: Support): boolean {
  return Math.min(identicalLeft, identicalRight) >= embedded.least && identicalLeft + identicalRight >= embedded.together;
}

/** Out of order the same words may be others: a sentence put in that is like one taken out. Then more of the text must have come along. */
function provesMove({ identicalLeft, identicalRight, left, right }: Support, { units, place, paragraph }: Sought, alone: boolean): boolean {
  if (alone && units.length >= uniqueLength) return true;
  // Where only quote and context are known, the context must be there.
  if (!place || !paragraph) return left + right > 1.9;
  if (identicalLeft + units.length + identicalRight >= movedLength) return true;
  const whole = identicalLeft >= place.start - paragraph.start && identicalRight >= paragraph.end - place.end;
  return whole && paragraph.end - paragraph.start >= movedParagraph;
}

function soughtOf(map: PlaceMap, older: string, anchor: Anchor): Sought {
  if (holdsQuote(older, anchor)) {
    const place = map.foldedInOlder(anchor);
    const wholeWord = { start: !cutsWord(older, anchor.start), end: !cutsWord(older, anchor.end) };
    const lineEnd = older.indexOf('\n', anchor.end);
    const paragraph = map.foldedInOlder({ start: older.lastIndexOf('\n', anchor.start - 1) + 1, end: lineEnd < 0 ? older.length : lineEnd });
    return { units: map.older.units.subarray(place.start, place.end), ...contextOf(map.older.units, place), place, paragraph, wholeWord };
  }
  const around = anchor.prefix + anchor.quote + anchor.suffix;
  const wholeWord = { start: !cutsWord(around, anchor.prefix.length), end: !cutsWord(around, anchor.prefix.length + anchor.quote.length) };
  return { units: fold(anchor.quote).units, left: fold(anchor.prefix).units.toReversed(), right: fold(anchor.suffix).units, place: null, paragraph: null, wholeWord };
}

function holdsQuote(text: string, { start, end, quote }: Anchor): boolean {
  return start < end && quote.length === end - start && text.startsWith(quote, start);
}

/** Two passages that stood apart cannot both have come to the same place: then neither is sure. */
function withoutCollisions(anchors: readonly Anchor[], placements: Placement[]): Placement[] {
  const sure = placements.flatMap((placement, index) => {
    const anchor = anchors[index];
    return anchor && (placement.state === 'exact' || placement.state === 'moved') ? [{ placement, anchor, index }] : [];
  });
  const doubted = new Set<number>();
  const inOrder = sure.toSorted((one, other) => one.placement.start - other.placement.start);
  let open: typeof inOrder = [];
  for (const each of inOrder) {
    open = open.filter((other) => other.placement.end > each.placement.start);
    for (const other of open) {
      const apart = other.anchor.end <= each.anchor.start || each.anchor.end <= other.anchor.start;
      if (apart) doubted.add(each.index).add(other.index);
    }
    open.push(each);
  }
  return placements.map((placement, index) => {
    if (!doubted.has(index)) return placement;
    const { id, start, end } = placement;
    return { id, start, end, state: 'doubtful', reason: 'ambiguous', candidates: [{ start, end, similarity: 1, confidence: 0.5 }] };
  });
}
