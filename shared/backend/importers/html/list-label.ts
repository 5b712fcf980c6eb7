// The numbers and letters a browser prints before the items of an ordered list.

import type { Element } from 'hast';
import { romanNumber } from '../roman-number.ts';

/** The labels a browser prints for the items of an ordered list; null for the others. */
export function labeller(list: Element): (item: Element) => string | null {
  if (list.tagName !== 'ol') return () => null;
  const step = list.properties['reversed'] ? -1 : 1;
  let next = Number(list.properties['start'] ?? 1) || 1;
  const type = String(list.properties['type'] ?? '1');
  return (item) => {
    const value = Number(item.properties['value'] ?? next);
    const number = Number.isFinite(value) ? value : next;
    next = number + step;
    return printedNumber(number, type);
  };
}

function printedNumber(number: number, type: string): string {
  if (number < 1 || number > 3_999) return String(number);
  if (type === 'a' || type === 'A') {
    let letters = '';
    for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
    return type === 'A' ? letters.toUpperCase() : letters;
  }
  if (type !== 'i' && type !== 'I') return String(number);
  return type === 'I' ? romanNumber(number) : romanNumber(number).toLowerCase();
}
