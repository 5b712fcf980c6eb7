// How much a number changed, in words.

import { formatObservation } from '../../../shared/core/observation.ts';

/** "+20", "−$1.5 million"; of percentages the points. */
export function changeWords(change: number, unit: string | null): string {
  if (change === 0) return '0';
  const amount = formatObservation({ status: 'value', value: Math.abs(change), unit: unit === 'percent' ? null : unit });
  return `${change > 0 ? '+' : '−'}${amount}${unit === 'percent' ? ' points' : ''}`;
}
