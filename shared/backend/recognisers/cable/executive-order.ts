// Reads the E.O. line of a cable: which order, and until when it classifies.

import type { TextRange } from '../../../core/document.ts';
import type { Cable } from '../../../core/recognition.ts';
import type { HeaderLabel } from './labels.ts';
import { oneLine } from './source.ts';
import { declassificationDate } from './time-group.ts';

export type PlacedOrder = TextRange & { eo: NonNullable<Cable['eo']> };

/**
 * The order and its declassification: decl is an ISO date, or the words of an exemption (X1, X5), an older rule (OADR) or an event; null for
 * N/A. raw is what the line prints after the order's number.
 */
export function readOrder(work: string, label: HeaderLabel, labels: readonly HeaderLabel[], limit: number): PlacedOrder {
  const next = labels.find((other) => other.start >= label.valueStart);
  const newline = work.indexOf('\n', label.valueStart);
  const end = Math.min(limit, next?.start ?? limit, newline === -1 ? work.length : newline);
  const text = oneLine(work.slice(label.valueStart, end).slice(0, 300));
  const found = /^:?\s*(\d{3,5})?\s*[:;.,]*\s*(.*)$/.exec(text);
  const raw = (found?.[2] ?? '').trim();
  return { start: label.start, end, eo: { order: found?.[1] ?? '', decl: declassification(raw), raw } };
}

function declassification(raw: string): string | null {
  const date = declassificationDate(raw);
  if (date !== null) return date;
  const words = raw.replace(/^DECL\w*\b\s*(?:ON)?\s*[:.]*\s*/i, '').trim();
  return words === '' || /^N\/?A\b/i.test(words) ? null : words;
}
