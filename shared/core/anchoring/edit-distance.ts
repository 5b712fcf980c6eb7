// Edit distance by Myers' bit-parallel algorithm ("A fast bit-vector algorithm for approximate string matching based on dynamic
// programming", 1999; blocks after Hyyrö, 2003): 32 letters of the pattern in one step. Our own, because core takes no library and needs the
// distance of anchored ends too, which approx-string-match does not tell.

type Columns = { distance: number; end: number };

/**
 * The end in `text` at which the whole pattern matches with the fewest edits.
 * `from: 'start'` binds the pattern to the start of the text; 'anywhere' lets it begin at any place. Of equal ends the first is taken,
 * of a text bound at its start the one nearest to the pattern's length.
 */
export function closestEnd(pattern: Uint16Array, text: Uint16Array, from: 'start' | 'anywhere'): Columns {
  let best: Columns = { distance: pattern.length, end: 0 };
  walk(pattern, text, from, (distance, end) => {
    const closer = distance < best.distance || (distance === best.distance && from === 'start' && Math.abs(end - pattern.length) < Math.abs(best.end - pattern.length));
    if (closer) best = { distance, end };
  });
  return best;
}

/** Insertions, deletions and replacements that make one of the other. */
export function editDistance(one: Uint16Array, other: Uint16Array): number {
  let distance = one.length;
  walk(one, other, 'start', (value) => {
    distance = value;
  });
  return distance;
}

/** The best place of the pattern in the text, and its edits. */
export function closestPlace(pattern: Uint16Array, text: Uint16Array): { start: number; end: number; distance: number } {
  const { distance, end } = closestEnd(pattern, text, 'anywhere');
  // Backwards from the end found, bound to it: the start is where the reversed pattern ends.
  const reach = text.subarray(Math.max(0, end - pattern.length - distance), end).toReversed();
  const back = closestEnd(pattern.toReversed(), reach, 'start');
  return { start: end - back.end, end, distance: Math.min(distance, back.distance) };
}

/** Calls with the distance of the whole pattern after each unit of the text. */
function walk(pattern: Uint16Array, text: Uint16Array, from: 'start' | 'anywhere', visit: (distance: number, end: number) => void): void {
  if (pattern.length === 0) return;
  const blocks = Math.ceil(pattern.length / 32);
  const masks = patternMasks(pattern, blocks);
  const none = new Int32Array(blocks);
  const positive = new Int32Array(blocks).fill(-1);
  const negative = new Int32Array(blocks);
  const lastBit = 1 << ((pattern.length - 1) & 31);
  let distance = pattern.length;
  for (let at = 0; at < text.length; at++) {
    const equal = masks.get(text[at] ?? 0) ?? none;
    let carry = from === 'start' ? 1 : 0;
    for (let block = 0; block < blocks; block++) {
      const plus = positive[block] ?? 0;
      const minus = negative[block] ?? 0;
      const matches = (equal[block] ?? 0) | (carry < 0 ? 1 : 0);
      const vertical = (equal[block] ?? 0) | minus;
      const horizontal = (((matches & plus) + plus) ^ plus) | matches;
      let rise = minus | ~(horizontal | plus);
      let fall = plus & horizontal;
      const top = block === blocks - 1 ? lastBit : 1 << 31;
      const out = (rise & top) !== 0 ? 1 : (fall & top) !== 0 ? -1 : 0;
      rise = (rise << 1) | (carry > 0 ? 1 : 0);
      fall = (fall << 1) | (carry < 0 ? 1 : 0);
      positive[block] = fall | ~(vertical | rise);
      negative[block] = rise & vertical;
      carry = out;
    }
    distance += carry;
    visit(distance, at + 1);
  }
}

function patternMasks(pattern: Uint16Array, blocks: number): Map<number, Int32Array> {
  const masks = new Map<number, Int32Array>();
  pattern.forEach((unit, at) => {
    let mask = masks.get(unit);
    if (!mask) masks.set(unit, (mask = new Int32Array(blocks)));
    mask[at >>> 5] = (mask[at >>> 5] ?? 0) | (1 << (at & 31));
  });
  return masks;
}
