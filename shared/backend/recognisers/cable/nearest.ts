// Finds the one code nearest to a damaged one. Only for codes of a closed list: prose is never repaired.

/**
 * Edit distance with swapped neighbours counted once (optimal string alignment), or limit + 1 when it is larger.
 * Cost is length x length; callers pass codes of at most a few dozen letters.
 */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) cost = Math.min(cost, (beforePrevious[column - 2] ?? 0) + 1);
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] ?? limit + 1;
}

/** The only candidate at the smallest distance up to limit; null when none is that near or two are equally near. */
export function nearestUnique(word: string, candidates: readonly string[], limit: number): string | null {
  let nearest: string | null = null;
  let smallest = limit + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate, Math.min(limit, smallest));
    if (distance < smallest) {
      smallest = distance;
      nearest = candidate;
    } else if (distance === smallest) {
      nearest = null;
    }
  }
  return smallest <= limit ? nearest : null;
}
