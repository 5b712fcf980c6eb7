// What a person types for a value, as the value itself, and the other way round. No screen.

import type { ObservationStatus } from '../../../shared/core/recognition.ts';
import { observationStatuses, statusWords } from '../../../shared/core/observation.ts';

export type Value = number | boolean | string | null;

export const statusChoices = observationStatuses.map((id) => ({ id, label: id === 'value' ? 'A value' : statusWords[id] }));

export const yesNoChoices = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
] as const;

const scales: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

/** "1,250", "3.2 %", "$3.1 million" and "Yes" as values; a text where the unit allows one; null when nothing fits. */
export function readTyped(typed: string, unit: string | null): Value {
  const text = typed.trim();
  if (text === '') return null;
  if (unit === 'yes/no') return /^(?:yes|y|true)$/iu.test(text) ? true : /^(?:no|n|false)$/iu.test(text) ? false : null;
  if (unit === 'text') return text;
  const match = /^(-)?\$?\s*(\d{1,3}(?:[, \u00a0\u202f]\d{3})+|\d+)(\.\d+)?\s*(thousand|million|billion)?\s*%?$/iu.exec(text);
  // Ages may be words; so may values of indicators nobody has listed.
  if (!match) return unit === 'years' || unit === null ? text : null;
  const number = Number((match[2] ?? '').replace(/[^\d]/gu, '') + (match[3] ?? '')) * (scales[(match[4] ?? '').toLowerCase()] ?? 1);
  // Without rounding 4.1 million is not a whole number.
  return (match[1] ? -1 : 1) * (Math.round(number * 1e6) / 1e6);
}

/** As it stands in the field before it is changed. */
export function typedFrom(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** Why the value cannot be kept, or null. */
export function faultOf(status: ObservationStatus, typed: string, unit: string | null): string | null {
  if (status !== 'value') return null;
  if (typed.trim() === '') return 'Type the value, or choose what stands in its place.';
  if (readTyped(typed, unit) !== null) return null;
  return unit === 'yes/no' ? 'Choose Yes or No.' : 'This is not a number. Type digits, such as 1,250 or 3.2.';
}
