// What became of highlights, in words. Pure.

import type { DocumentVersion, PlacementCounts, RereadOutcome } from '../../../shared/core/version.ts';

export function highlights(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'highlight' : 'highlights'}`;
}

/** "12 at their place, 1 elsewhere, 2 to review, 1 lost"; null when there are none. */
export function placementsInWords({ exact, moved, doubtful, lost }: PlacementCounts): string | null {
  const parts: [number, string][] = [
    [exact, 'at their place'],
    [moved, 'found elsewhere'],
    [doubtful, 'to review'],
    [lost, 'lost'],
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, words]) => `${count.toLocaleString('en')} ${words}`);
  return said.length === 0 ? null : said.join(', ');
}

/** What waits for the analyst after a change of the text; '' when nothing does. */
export function waitingInWords({ doubtful, lost }: PlacementCounts): string {
  return doubtful + lost === 0 ? '' : ` ${highlights(doubtful + lost)} ${doubtful + lost === 1 ? 'waits' : 'wait'} for your review.`;
}

export const reasonWords: Readonly<Record<DocumentVersion['reason'], string>> = {
  import: 'Imported',
  replace: 'Replaced by a newer file',
  reread: 'Read again',
  ocr: 'Text recognised',
  return: 'Returned to an earlier version',
};

/** One sentence for a run of documents read again. */
export function rereadInWords(outcomes: readonly RereadOutcome[]): string {
  const count = (wanted: RereadOutcome['outcome']) => outcomes.filter(({ outcome }) => outcome === wanted).length;
  const [only] = outcomes;
  if (only && outcomes.length === 1) {
    if (only.outcome === 'same') return `“${only.title}” was read with the current recogniser already; nothing changed.`;
    if (only.outcome === 'read') return `Read “${only.title}” again.${waitingInWords(only.counts)}`;
    return only.reason;
  }
  const parts = [
    [count('read'), 'read again'],
    [count('same'), 'unchanged'],
    [count('held-back'), 'left as they were, because most highlights would be lost'],
    [count('failed'), 'failed'],
    [count('cancelled'), 'cancelled'],
  ] as const;
  const total = outcomes.reduce((sum, { counts, outcome }) => (outcome === 'read' ? { doubtful: sum.doubtful + counts.doubtful, lost: sum.lost + counts.lost } : sum), { doubtful: 0, lost: 0 });
  return `${parts.filter(([number]) => number > 0).map(([number, words]) => `${number.toLocaleString('en')} ${words}`).join(', ')}.${waitingInWords({ exact: 0, moved: 0, ...total })}`;
}
