// Which tags stand together because their passages overlap. One walk over the text; pure.

import type { TextRange } from './document.ts';
import { UserError } from './user-error.ts';

type Passage = TextRange & { documentId: string; tagIds: readonly string[] };

/** Beyond this the answer would take longer than anybody waits. */
const mostMeetings = 20_000_000;

/**
 * Pairs of passages that overlap, one with the first tag, the other (or the same passage) with the second; `first` is the smaller id.
 * `passages` by document and start. Throws UserError 'too-large' when more overlap than can be counted while one waits.
 */
export function overlappingPairs(passages: readonly Passage[]): { first: string; second: string; count: number }[] {
  const counts = new Map<string, Map<string, number>>();
  const add = (one: string, other: string) => {
    const [first, second] = one < other ? [one, other] : [other, one];
    const row = counts.get(first) ?? new Map<string, number>();
    counts.set(first, row);
    row.set(second, (row.get(second) ?? 0) + 1);
  };
  let open: Passage[] = [];
  let meetings = 0;
  for (const passage of passages) {
    open = open.filter((other) => other.documentId === passage.documentId && other.end > passage.start);
    meetings += open.length;
    if (meetings > mostMeetings) throw new UserError('too-large', 'So many passages overlap that their pairs cannot be counted.', 'Count passages that carry both tags, or paragraphs.');
    passage.tagIds.forEach((one, index) => passage.tagIds.slice(index + 1).forEach((other) => add(one, other)));
    for (const other of open) {
      // A pair of passages counts once for a pair of tags, though both may carry both.
      const seen = new Set<string>();
      for (const one of passage.tagIds) {
        for (const second of other.tagIds) {
          if (one === second || seen.has(`${second} ${one}`)) continue;
          seen.add(`${one} ${second}`);
          add(one, second);
        }
      }
    }
    open.push(passage);
  }
  return [...counts].flatMap(([first, row]) => [...row].map(([second, count]) => ({ first, second, count })));
}
