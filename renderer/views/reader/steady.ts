// Keeps what is handed down the same object while nothing in it that matters has changed, so that what shows it is not drawn anew:
// after every tagging the counts of all tags are told again, and every list of highlights is made again.

import { useState } from 'react';
import type { TagWithCount } from '../../../shared/core/tag.ts';

/** The value given before while `isSame` says so of the new one. */
export function useSteady<Value>(value: Value, isSame: (known: Value, next: Value) => boolean): Value {
  const [kept, keep] = useState(value);
  if (kept === value || isSame(kept, value)) return kept;
  keep(value);
  return value;
}

export function sameItems<Item>(known: readonly Item[], next: readonly Item[]): boolean {
  return known.length === next.length && known.every((item, index) => item === next[index]);
}

/** Whatever their counts: nothing in the reader shows them. */
export function sameTags(known: readonly TagWithCount[] | undefined, next: readonly TagWithCount[] | undefined): boolean {
  return known !== undefined && next !== undefined && known.length === next.length && known.every((tag, index) => withoutCounts(tag) === withoutCounts(next[index]));
}

function withoutCounts(tag: TagWithCount | undefined): string {
  return JSON.stringify({ ...tag, annotations: 0, documents: 0 });
}
