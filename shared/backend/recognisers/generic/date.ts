// Dates in running text and in file properties, as ISO 8601. Dates whose day and month could be exchanged are left alone.

import type { TextRange } from '../../../core/document.ts';

/** Names of the months in English, French, Spanish, Portuguese, German, Italian and Russian, January first. */
const monthNames = [
  'january jan janvier janv enero ene janeiro januar jänner gennaio gen января январь',
  'february feb février févr fév febrero fevereiro februar febbraio февраля февраль',
  'march mar mars marzo março märz mär марта март',
  'april apr avril avr abril abr aprile апреля апрель',
  'may mai mayo maio maggio mag мая май',
  'june jun juin junio junho juni giugno giu июня июнь',
  'july jul juillet juil julio julho juli luglio lug июля июль',
  'august aug août aout agosto ago августа август',
  'september sept sep septembre septiembre setembro settembre set сентября сентябрь',
  'october oct octobre octubre outubro oktober okt ottobre ott октября октябрь',
  'november nov novembre noviembre novembro ноября ноябрь',
  'december dec décembre déc diciembre dic dezembro dezember dez dicembre декабря декабрь',
];
const months = new Map(monthNames.flatMap((names, i) => names.split(' ').map((name): [string, number] => [name, i + 1])));

const day = '(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?';
const monthWord = '(\\p{L}{3,10})\\.?';
const year = '((?:19|20)\\d{2})';
const edge = '(?<![\\p{L}\\p{N}])';
const patterns: { pattern: RegExp; read: (groups: string[]) => string | null }[] = [
  { pattern: new RegExp(`${edge}${year}-(\\d{2})-(\\d{2})(?!\\d)`, 'u'), read: ([y, m, d]) => iso(y, Number(m), Number(d)) },
  { pattern: new RegExp(`${edge}${year}/(\\d{2})/(\\d{2})(?!\\d)`, 'u'), read: ([y, m, d]) => iso(y, Number(m), Number(d)) },
  { pattern: new RegExp(`${edge}${day}\\s+(?:de\\s+|of\\s+)?${monthWord},?\\s+(?:de\\s+|del\\s+)?${year}(?!\\d)`, 'u'), read: ([d, m, y]) => inWords(y, m, Number(d)) },
  { pattern: new RegExp(`${edge}${monthWord}\\s+${day},?\\s+${year}(?!\\d)`, 'u'), read: ([m, d, y]) => inWords(y, m, Number(d)) },
  { pattern: new RegExp(`${edge}(\\d{2})\\.(\\d{2})\\.${year}(?!\\d)`, 'u'), read: ([d, m, y]) => iso(y, Number(m), Number(d)) },
  { pattern: new RegExp(`${edge}${year}年(\\d{1,2})月(\\d{1,2})日`, 'u'), read: ([y, m, d]) => iso(y, Number(m), Number(d)) },
  { pattern: new RegExp(`(?<!\\d[\\s.]{1,2})${edge}${monthWord}\\s+(?:de\\s+)?${year}(?!\\d)`, 'u'), read: ([m, y]) => inWords(y, m, null) },
];

/** The first date in the text, with the most exact form found at that place; null when there is none. */
export function dateInText(text: string): (TextRange & { value: string }) | null {
  let best: (TextRange & { value: string }) | null = null;
  for (const { pattern, read } of patterns) {
    const found = pattern.exec(text);
    const value = found && read(found.slice(1));
    if (!found || !value) continue;
    if (best === null || found.index < best.start - 12) best = { value, start: found.index, end: found.index + found[0].length };
  }
  return best;
}

/** A date as file properties write it: ISO, "D:20210312..." of PDF, or a date in words. Null when it is none. */
export function dateOfProperty(written: string): string | null {
  const pdf = /^D:(\d{4})(\d{2})?(\d{2})?/.exec(written);
  if (pdf) return iso(pdf[1], pdf[2] ? Number(pdf[2]) : null, pdf[3] ? Number(pdf[3]) : null);
  const exact = /^((?:19|20)\d{2})(?:-?(\d{2}))?(?:-?(\d{2}))?(?:[T ].*)?$/.exec(written.trim());
  if (exact) return iso(exact[1], exact[2] ? Number(exact[2]) : null, exact[3] ? Number(exact[3]) : null);
  return dateInText(written)?.value ?? null;
}

function inWords(yearWritten: string | undefined, month: string | undefined, dayOfMonth: number | null): string | null {
  const monthOfYear = months.get(month?.toLowerCase() ?? '');
  return monthOfYear === undefined ? null : iso(yearWritten, monthOfYear, dayOfMonth);
}

/** "2021", "2021-03" or "2021-03-12"; null for a month or day that the calendar does not have. */
function iso(yearWritten: string | undefined, monthOfYear: number | null, dayOfMonth: number | null): string | null {
  if (!yearWritten || !/^(?:19|20)\d{2}$/.test(yearWritten)) return null;
  if (monthOfYear === null) return dayOfMonth === null ? yearWritten : null;
  if (monthOfYear < 1 || monthOfYear > 12) return null;
  const monthWritten = `${yearWritten}-${String(monthOfYear).padStart(2, '0')}`;
  if (dayOfMonth === null) return monthWritten;
  const length = new Date(Date.UTC(Number(yearWritten), monthOfYear, 0)).getUTCDate();
  return dayOfMonth >= 1 && dayOfMonth <= length ? `${monthWritten}-${String(dayOfMonth).padStart(2, '0')}` : null;
}
