// Where short stretches of letters stand in a folded text: all places of a passage with the same words, and the likely places of one with
// similar words, without reading the text again for each. It judges nothing.

/** Units in an indexed stretch: short enough for a word, long enough to be rare. */
const gramLength = 5;
/** Grams of a passage that vote for a place; the rarest are taken. */
const voters = 48;
/** A place with fewer votes than this share of the best one's is not looked at. */
const leastShare = 0.3;
/** A gram that stands at more places than this says little; only so many are counted. */
const mostPlaces = 256;

export class GramIndex {
  readonly units: Uint16Array;
  private readonly heads: Int32Array;
  private readonly counts: Int32Array;
  private readonly next: Int32Array;
  private readonly mask: number;

  constructor(units: Uint16Array) {
    this.units = units;
    const size = 2 ** Math.min(20, Math.ceil(Math.log2(Math.max(64, units.length))));
    this.mask = size - 1;
    this.heads = new Int32Array(size).fill(-1);
    this.counts = new Int32Array(size);
    this.next = new Int32Array(units.length).fill(-1);
    // From the end, so that places come in order.
    for (let at = units.length - gramLength; at >= 0; at--) {
      const slot = this.slot(units, at);
      this.next[at] = this.heads[slot] ?? -1;
      this.heads[slot] = at;
      this.counts[slot] = (this.counts[slot] ?? 0) + 1;
    }
  }

  /** Every place of the pattern in order; null when there are more than `most`. */
  places(pattern: Uint16Array, most: number): number[] | null {
    const found: number[] = [];
    if (pattern.length < gramLength) {
      for (let at = this.units.indexOf(pattern[0] ?? 0); at >= 0 && pattern.length > 0; at = this.units.indexOf(pattern[0] ?? 0, at + 1)) {
        if (!this.holds(pattern, at)) continue;
        if (found.length === most) return null;
        found.push(at);
      }
      return found;
    }
    let rarest = 0;
    for (let at = 1; at + gramLength <= pattern.length; at++) if (this.count(pattern, at) < this.count(pattern, rarest)) rarest = at;
    for (let at = this.heads[this.slot(pattern, rarest)] ?? -1; at >= 0; at = this.next[at] ?? -1) {
      if (at < rarest || !this.holds(pattern, at - rarest)) continue;
      if (found.length === most) return null;
      found.push(at - rarest);
    }
    return found;
  }

  /** Starts at which similar words are likely, most votes first. */
  likelyStarts(pattern: Uint16Array, most: number): number[] {
    const step = Math.max(1, Math.floor(pattern.length / (voters * 4)));
    const grams: number[] = [];
    for (let at = 0; at + gramLength <= pattern.length; at += step) if (this.count(pattern, at) > 0) grams.push(at);
    const rarest = grams.toSorted((one, other) => this.count(pattern, one) - this.count(pattern, other)).slice(0, voters);
    const width = Math.max(24, pattern.length >> 2);
    const votes = new Map<number, number>();
    for (const gram of rarest) {
      let places = 0;
      for (let at = this.heads[this.slot(pattern, gram)] ?? -1; at >= 0 && places < mostPlaces; at = this.next[at] ?? -1) {
        places += 1;
        const bucket = Math.floor((at - gram) / width);
        // A rare gram says more than a common one.
        votes.set(bucket, (votes.get(bucket) ?? 0) + 1 / Math.sqrt(this.count(pattern, gram)));
      }
    }
    const together = [...votes.keys()].map((bucket) => ({ bucket, votes: (votes.get(bucket) ?? 0) + (votes.get(bucket + 1) ?? 0) }));
    const chosen: number[] = [];
    const fewest = leastShare * Math.max(...together.map((each) => each.votes));
    for (const { bucket } of together.filter((each) => each.votes >= fewest).toSorted((one, other) => other.votes - one.votes || one.bucket - other.bucket)) {
      if (chosen.length === most) break;
      if (chosen.every((other) => Math.abs(other - bucket) > 1)) chosen.push(bucket);
    }
    return chosen.map((bucket) => bucket * width);
  }

  private count(pattern: Uint16Array, at: number): number {
    return this.counts[this.slot(pattern, at)] ?? 0;
  }

  private slot(units: Uint16Array, at: number): number {
    let hash = 0;
    for (let index = 0; index < gramLength; index++) hash = Math.imul(hash, 0x01000193) ^ (units[at + index] ?? 0);
    return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 12 & this.mask;
  }

  private holds(pattern: Uint16Array, at: number): boolean {
    if (at < 0 || at + pattern.length > this.units.length) return false;
    for (let index = 0; index < pattern.length; index++) if (this.units[at + index] !== pattern[index]) return false;
    return true;
  }
}
