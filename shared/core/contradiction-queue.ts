// The queue of a country's contradictions: what was found, with the analyst's word on each. Between tables by core/contradiction.ts, between
// a table and the text of a cable or another document by core/contradiction-in-text.ts.

import { type Contradiction, contradictionsOf } from './contradiction.ts';
import { saidValues, type SpeakingText, tableAgainst } from './contradiction-in-text.ts';
import type { Matrix } from './indicator.ts';
import { formatObservation, type SourcedValue } from './observation.ts';

export const contradictionStates = ['open', 'explained', 'accepted'] as const;
export type ContradictionState = (typeof contradictionStates)[number];

/** What the analyst decided; `said` are the values it was decided of. */
export type ContradictionDecision = { id: string; state: ContradictionState; note: string; said: string; author: string; madeAt: string };

export type QueuedContradiction = Contradiction & {
  /** Why a sentence of a text is taken to contradict; null between tables. */
  how: string | null;
  /** The sources spoke otherwise when it was decided: it is open again, the decision is kept for reading. */
  isStale: boolean;
  state: ContradictionState;
  decision: ContradictionDecision | null;
};

export type ContradictionQueue = { country: string; countryName: string; counts: Record<ContradictionState, number>; contradictions: QueuedContradiction[] };

export type TextSource = SpeakingText & { title: string };

/** Years descending, then in the order of the matrix; texts behind tables. What concerns the note at a value, not the value, is last. */
export function contradictionQueue(matrix: Matrix, texts: readonly TextSource[], decisionOf: (key: string) => ContradictionDecision | null): ContradictionQueue {
  const found = [...contradictionsOf(matrix).map((each) => ({ ...each, how: null })), ...texts.flatMap((text) => inText(matrix, text))];
  const contradictions = found.map((each): QueuedContradiction => {
    const decision = decisionOf(each.key);
    const isStale = decision !== null && decision.said !== saidBy(each);
    return { ...each, decision, isStale, state: decision && !isStale ? decision.state : 'open' };
  });
  const count = (state: ContradictionState) => contradictions.filter((each) => each.state === state).length;
  return {
    country: matrix.country,
    countryName: matrix.countryName,
    counts: { open: count('open'), explained: count('explained'), accepted: count('accepted') },
    contradictions: contradictions.toSorted((one, other) => Number(isOfNote(one)) - Number(isOfNote(other)) || other.year - one.year),
  };
}

/** Whether an age is marked as calculated: the official data often leave that mark out. */
function isOfNote({ indicator }: Contradiction): boolean {
  return indicator.endsWith('.calculated_age');
}

/** The two values as they are written: a decision holds as long as they stay. */
export function saidBy({ sides }: Pick<Contradiction, 'sides'>): string {
  return sides.map(formatObservation).join(' | ');
}

function inText(matrix: Matrix, text: TextSource): (Contradiction & { how: string })[] {
  const rows = matrix.groups.flatMap((group) => group.rows);
  const found = new Map<string, Contradiction & { how: string }>();
  for (const said of saidValues(text)) {
    const against = tableAgainst(rows, said);
    const shown = against?.cell.values[against.cell.shown];
    if (!against || !shown || shown.documentId === text.documentId) continue;
    const { row } = against;
    const key = [row.indicator, '', said.year, shown.documentId, text.documentId].join(' ');
    const side: SourcedValue = {
      status: 'value', value: said.value, unit: row.unit, source: 'other', documentId: text.documentId, documentTitle: text.title, documentKind: text.kind, reportedYear: text.year,
      mark: null, note: null, page: null, start: said.start, end: said.end, quote: said.quote, confidence: 1, correction: null,
    };
    if (!found.has(key)) found.set(key, { key, indicator: row.indicator, name: row.name, territory: null, unit: row.unit, year: said.year, sides: [shown, side], how: said.how });
  }
  return [...found.values()];
}
