// Dates in running text and in file properties, as ISO 8601, in the languages analysts read. Dates whose day and month could be
// exchanged are left alone, and calendars other than the Gregorian one are not reckoned.

import type { TextRange } from '../../../core/document.ts';

/** Names of the months in English, French, Spanish, Portuguese, German, Italian, Russian, Ukrainian and Arabic (of Egypt and the Gulf, of the Levant, of the Maghreb), January first. */
const monthNames = [
  'january jan janvier janv enero ene janeiro januar jänner gennaio gen января январь янв січня يناير جانفي كانون_الثاني',
  'february feb febr février fevrier févr fév febrero fevereiro fev februar febbraio февраля февраль фев лютого فبراير فيفري شباط',
  'march mar mars marzo março marco märz mär марта март березня مارس آذار',
  'april apr avril avr abril abr aprile апреля апрель апр квітня أبريل ابريل إبريل أفريل نيسان',
  'may mai mayo maio maggio mag мая май травня مايو ماي أيار',
  'june jun juin junio junho juni giugno giu июня июнь июн червня يونيو يونيه جوان حزيران',
  'july jul juillet juil julio julho juli luglio lug июля июль июл липня يوليو يوليه جويلية تموز',
  'august aug août aout agosto ago августа август авг серпня أغسطس اغسطس أوت آب',
  'september sept sep septembre septiembre setiembre setembro settembre set сентября сентябрь сен сент вересня سبتمبر أيلول',
  'october oct octobre octubre outubro out oktober okt ottobre ott октября октябрь окт жовтня أكتوبر اكتوبر تشرين_الأول',
  'november nov novembre noviembre novembro ноября ноябрь ноя листопада نوفمبر تشرين_الثاني',
  'december dec décembre decembre déc diciembre dic dezembro dezember dez dicembre декабря декабрь дек грудня ديسمبر كانون_الأول',
];
const months = new Map(monthNames.flatMap((names, i) => names.split(' ').map((name): [string, number] => [name.replace('_', ' '), i + 1])));

const day = '(\\d{1,2})(?:st|nd|rd|th|er|ère|\\.|º|°|-го|-е)?';
const monthWord = '(كانون\\s(?:الثاني|الأول)|تشرين\\s(?:الثاني|الأول)|\\p{L}{3,10}|آب)(?:\\s?/\\s?\\p{Script=Arabic}+)?\\.?';
const year = '((?:19|20)\\d{2})';
const edge = '(?<![\\p{L}\\p{N}])';
const dayEdge = '(?<![\\p{L}\\p{N}/.-])';
const patterns: { pattern: RegExp; read: (groups: string[]) => string | null }[] = [
  { pattern: new RegExp(`${edge}${year}-(\\d{2})-(\\d{2})(?!\\d)`, 'iu'), read: ([y, m, d]) => iso(y, Number(m), Number(d)) },
  { pattern: new RegExp(`${edge}${year}[/.](\\d{2})[/.](\\d{2})(?!\\d)`, 'iu'), read: ([y, m, d]) => iso(y, Number(m), Number(d)) },
  { pattern: new RegExp(`${edge}["«“]?${day}["»”]?\\s+(?:de\\s+|of\\s+|days?\\s+of\\s+|días?\\s+del?\\s+(?:mes\\s+de\\s+)?|من\\s+(?:شهر\\s+)?)?${monthWord},?\\s+(?:de\\s+|del\\s+(?:año\\s+)?|do\\s+ano\\s+de\\s+)?${year}(?!\\d)`, 'iu'), read: ([d, m, y]) => inWords(y, m, Number(d)) },
  { pattern: new RegExp(`${edge}${monthWord}\\s+${day},?\\s+${year}(?!\\d)`, 'iu'), read: ([m, d, y]) => inWords(y, m, Number(d)) },
  { pattern: new RegExp(`${edge}${day}[-\\s](\\p{L}{3,10})[-\\s]${year}(?!\\d)`, 'iu'), read: ([d, m, y]) => inWords(y, m, Number(d)) },
  { pattern: new RegExp(`${dayEdge}(\\d{1,2})\\.(\\d{1,2})\\.${year}(?!\\d)`, 'iu'), read: ([d, m, y]) => iso(y, Number(m), Number(d)) },
  // 25/12/2019 can only be the 25th, 12/25/2019 too; 3/4/2021 can be two days.
  { pattern: new RegExp(`${dayEdge}(1[3-9]|2\\d|3[01])/(\\d{1,2})/${year}(?!\\d)`, 'iu'), read: ([d, m, y]) => iso(y, Number(m), Number(d)) },
  { pattern: new RegExp(`${dayEdge}(\\d{1,2})/(1[3-9]|2\\d|3[01])/${year}(?!\\d)`, 'iu'), read: ([m, d, y]) => iso(y, Number(m), Number(d)) },
  { pattern: new RegExp(`${edge}${year}年(\\d{1,2})月(\\d{1,2})日`, 'iu'), read: ([y, m, d]) => iso(y, Number(m), Number(d)) },
  { pattern: new RegExp(`(?<!\\d[\\s.]{1,2})(?<!\\d(?:er|st|nd|rd|th)\\s)${edge}${monthWord},?\\s+(?:de\\s+|del\\s+)?${year}(?!\\d)`, 'iu'), read: ([m, y]) => inWords(y, m, null) },
];

/** Every form has a year; most passages have none, and looking for one is quick. */
const someYear = /(?:19|20)\d{2}/;

/** The first date in the text, with the most exact form found at that place; null when there is none. */
export function dateInText(text: string): (TextRange & { value: string }) | null {
  const plain = westernDigits(text);
  if (!someYear.test(plain)) return null;
  let best: (TextRange & { value: string }) | null = null;
  for (const { pattern, read } of patterns) {
    const found = pattern.exec(plain);
    const value = found && read(found.slice(1));
    if (!found || !value) continue;
    if (best === null || found.index < best.start - 12) best = { value, start: found.index, end: found.index + found[0].length };
  }
  return best;
}

/** Every date in the text in order, each as dateInText finds it. */
export function datesInText(text: string): (TextRange & { value: string })[] {
  const found: (TextRange & { value: string })[] = [];
  let at = 0;
  for (let date = dateInText(text); date && found.length < 20; date = dateInText(text.slice(at))) {
    found.push({ value: date.value, start: at + date.start, end: at + date.end });
    at += date.end;
  }
  return found;
}

/** A date as file properties write it: ISO, "D:20210312..." of PDF, or a date in words. Null when it is none. */
export function dateOfProperty(written: string): string | null {
  const pdf = /^D:(\d{4})(\d{2})?(\d{2})?/.exec(written);
  if (pdf) return iso(pdf[1], pdf[2] ? Number(pdf[2]) : null, pdf[3] ? Number(pdf[3]) : null);
  const exact = /^((?:19|20)\d{2})(?:-?(\d{2}))?(?:-?(\d{2}))?(?:[T ].*)?$/.exec(written.trim());
  if (exact) return iso(exact[1], exact[2] ? Number(exact[2]) : null, exact[3] ? Number(exact[3]) : null);
  return dateInText(written)?.value ?? null;
}

/** Arabic-Indic and Persian digits as those of other texts, one for one, so that offsets stay. */
export function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

function inWords(yearWritten: string | undefined, month: string | undefined, dayOfMonth: number | null): string | null {
  const monthOfYear = months.get(month?.toLowerCase().replace(/\s+/g, ' ') ?? '');
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
