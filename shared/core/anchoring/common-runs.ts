// The map of places between two folded texts: stretches that both have, found by stretches of letters that stand once in each, and which
// of them keep their order. The idea is Cohen's patience diff (unique common lines, longest increasing subsequence), on letters. Time and memory
// grow with the length of the texts, not with the number of passages looked for.

/** Units from `older` in the older text are the units from `newer` in the newer one. */
export type Run = {
  older: number;
  newer: number;
  length: number;
  /** Part of the heaviest chain of runs that stand in the same order in both texts. */
  inOrder: boolean;
  /** Offsets within the run outside of which another run claims the same letters. */
  sureFrom: number;
  sureTo: number;
};

/** Letters in a stretch that is looked up: about five words. Shorter ones come together by chance, longer ones miss more where a text was read badly. */
const gramLength = 20;
/** A slot further away than this is given up: only texts made for it come so far. */
const mostProbes = 64;

/** In the order of the older text. */
export function commonRuns(older: Uint16Array, newer: Uint16Array): Run[] {
  if (older.length === newer.length && older.every((unit, at) => unit === newer[at])) {
    return older.length === 0 ? [] : [{ older: 0, newer: 0, length: older.length, inOrder: true, sureFrom: 0, sureTo: older.length }];
  }
  const runs = maximalRuns(older, newer);
  markOrder(runs);
  markDisputes(runs);
  return runs;
}

function maximalRuns(older: Uint16Array, newer: Uint16Array): Run[] {
  const olderGrams = new GramTable(older);
  const newerGrams = new GramTable(newer);
  const runs: Run[] = [];
  let next = 0;
  forEachGram(older, (at, hash) => {
    if (at < next || olderGrams.unique(older, at, hash) < 0) return;
    const there = newerGrams.unique(older, at, hash);
    if (there < 0) return;
    let start = 0;
    while (at - start > 0 && there - start > 0 && older[at - start - 1] === newer[there - start - 1]) start += 1;
    let end = gramLength;
    while (at + end < older.length && there + end < newer.length && older[at + end] === newer[there + end]) end += 1;
    runs.push({ older: at - start, newer: there - start, length: start + end, inOrder: false, sureFrom: 0, sureTo: start + end });
    next = at + end - gramLength + 1;
  });
  return runs.toSorted((one, other) => one.older - other.older || one.newer - other.newer);
}

/** Which gram of a text stands where, when it stands there only. Open addressing; a slot holds position + 1, negative when repeated. */
class GramTable {
  private readonly units: Uint16Array;
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(units: Uint16Array) {
    this.units = units;
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, units.length * 2)));
    this.slots = new Int32Array(size);
    this.mask = size - 1;
    forEachGram(units, (at, hash) => {
      const slot = this.slot(units, at, hash);
      if (slot < 0) return;
      this.slots[slot] = this.slots[slot] === 0 ? at + 1 : -Math.abs(this.slots[slot] ?? 0);
    });
  }

  /** Where the gram of `text` at `at` stands here; -1 when nowhere or more than once. */
  unique(text: Uint16Array, at: number, hash: number): number {
    const slot = this.slot(text, at, hash);
    const value = slot < 0 ? 0 : (this.slots[slot] ?? 0);
    return value > 0 ? value - 1 : -1;
  }

  /** The slot that holds the gram, or the free one where it belongs; -1 when too crowded. */
  private slot(text: Uint16Array, at: number, hash: number): number {
    let slot = mixed(hash) & this.mask;
    for (let probe = 0; probe < mostProbes; probe++) {
      const value = this.slots[slot] ?? 0;
      if (value === 0 || this.holds(Math.abs(value) - 1, text, at)) return slot;
      slot = (slot + 1) & this.mask;
    }
    return -1;
  }

  private holds(own: number, text: Uint16Array, at: number): boolean {
    for (let index = 0; index < gramLength; index++) if (this.units[own + index] !== text[at + index]) return false;
    return true;
  }
}

/** Calls for each stretch of `gramLength` units with a rolling polynomial hash (Karp and Rabin). */
function forEachGram(units: Uint16Array, visit: (at: number, hash: number) => void): void {
  let power = 1;
  for (let index = 1; index < gramLength; index++) power = Math.imul(power, 31);
  let hash = 0;
  for (let index = 0; index < units.length; index++) {
    if (index >= gramLength) hash = (hash - Math.imul(units[index - gramLength] ?? 0, power)) | 0;
    hash = (Math.imul(hash, 31) + (units[index] ?? 0)) | 0;
    if (index >= gramLength - 1) visit(index - gramLength + 1, hash);
  }
}

/** Spreads a hash over all bits (the finaliser of MurmurHash3). */
function mixed(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}

/** The heaviest increasing subsequence by length, with a Fenwick tree over the places in the newer text. */
function markOrder(runs: Run[]): void {
  const rank = new Map([...new Set(runs.map((run) => run.newer))].toSorted((one, other) => one - other).map((newer, index) => [newer, index + 1]));
  const best = new Int32Array(rank.size + 1).fill(-1);
  const weights = new Float64Array(runs.length);
  const before = new Int32Array(runs.length).fill(-1);
  const weightOf = (index: number) => (index < 0 ? 0 : (weights[index] ?? 0));
  let last = -1;
  runs.forEach((run, index) => {
    const place = rank.get(run.newer) ?? 0;
    let heaviest = -1;
    for (let at = place - 1; at > 0; at -= at & -at) if (weightOf(best[at] ?? -1) > weightOf(heaviest)) heaviest = best[at] ?? -1;
    weights[index] = run.length + weightOf(heaviest);
    before[index] = heaviest;
    for (let at = place; at < best.length; at += at & -at) if (weightOf(index) > weightOf(best[at] ?? -1)) best[at] = index;
    if (weightOf(index) > weightOf(last)) last = index;
  });
  for (let index = last; index >= 0; index = before[index] ?? -1) {
    const run = runs[index];
    if (run) run.inOrder = true;
  }
}

/** Where two runs overlap in one of the texts, the letters could belong to either: a sentence that was doubled, or one of two that was taken out. */
function markDisputes(runs: Run[]): void {
  for (const side of ['older', 'newer'] as const) {
    let widest: Run | null = null;
    for (const run of runs.toSorted((one, other) => one[side] - other[side] || other.length - one.length)) {
      const widestEnd = widest ? widest[side] + widest.length : 0;
      const overlap = widestEnd - run[side];
      if (widest && overlap >= run.length) run.sureTo = run.sureFrom;
      else if (widest && overlap > 0) {
        run.sureFrom = Math.max(run.sureFrom, overlap);
        widest.sureTo = Math.min(widest.sureTo, widest.length - overlap);
      }
      if (!widest || run[side] + run.length > widestEnd) widest = run;
    }
  }
}
