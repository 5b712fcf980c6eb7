// The times of a cable: date-time group, day of the year in the DE line, the page's created date. All are UTC.

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

export type DateTimeGroup = { raw: string; precedence: string; utc: string };

function twoPlaces(number: number): string {
  return String(number).padStart(2, '0');
}

function century(year: number): number {
  if (year >= 100) return year;
  return year >= 66 ? 1900 + year : 2000 + year;
}

/** True for a day that exists. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return month >= 1 && month <= 12 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function dayAndTime(year: number, month: number, day: number, time: string): string | null {
  const hour = Number(time.slice(0, 2));
  const minute = Number(time.slice(2, 4));
  if (!isDay(year, month, day) || hour > 23 || minute > 59) return null;
  return `${year}-${twoPlaces(month)}-${twoPlaces(day)}T${twoPlaces(hour)}:${twoPlaces(minute)}Z`;
}

/** "R 031154Z DEC 07": precedence letters, day, hour and minute, month, year (ACP 127). Signals after it are ignored; null when it is none. */
export function dateTimeGroup(line: string): DateTimeGroup | null {
  const found = /^\s{0,40}((?:[ZOPR]{1,2}\s{1,3}){1,2})(\d{2})(\d{4})\s?Z\s{1,4}([A-Z]{3})[A-Z]{0,6}\s{1,4}(\d{4}|\d{2})\b/i.exec(line.slice(0, 120));
  if (found === null) return null;
  const [raw, precedence = '', day = '', time = '', month = '', year = ''] = found;
  const utc = dayAndTime(century(Number(year)), MONTHS.indexOf(month.toUpperCase()) + 1, Number(day), time);
  return utc === null ? null : { raw: raw.replace(/\s+/g, ' ').trim(), precedence: precedence.replace(/\s+/g, ' ').trim(), utc };
}

/** Day of the year ("337") and time ("1154") of a year as a UTC time; null when the year has no such day. */
export function dayOfYear(year: number, day: string, time: string): string | null {
  const date = new Date(Date.UTC(year, 0, Number(day)));
  if (Number(day) < 1 || date.getUTCFullYear() !== year) return null;
  return dayAndTime(year, date.getUTCMonth() + 1, date.getUTCDate(), time);
}

/** A created or released date as printed ("2007-12-03 11:54:00", "12/3/2007 11:54", US order) in ISO form without zone; null when it is none. */
export function printedDate(text: string): string | null {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(text);
  const us = iso === null ? /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(text) : null;
  const [year, month, day] = iso === null ? [us?.[3], us?.[1], us?.[2]] : [iso[1], iso[2], iso[3]];
  if (year === undefined || !isDay(Number(year), Number(month), Number(day))) return null;
  const [hour, minute, second] = (iso ?? us)?.slice(4, 7) ?? [];
  const date = `${year}-${twoPlaces(Number(month))}-${twoPlaces(Number(day))}`;
  return hour === undefined ? date : `${date}T${twoPlaces(Number(hour))}:${minute ?? '00'}:${second ?? '00'}`;
}

/** A US date of the E.O. line: "10/16/2016", "2020/02/23", "6/30/08" (two digits: 20YY); null when there is none. */
export function declassificationDate(text: string): string | null {
  const yearFirst = /\b(\d{4})[/-](\d{1,2})[/-](\d{1,2})\b/.exec(text);
  const monthFirst = yearFirst === null ? /\b(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\b/.exec(text) : null;
  const [year, month, day] = yearFirst === null ? [monthFirst?.[3], monthFirst?.[1], monthFirst?.[2]] : [yearFirst[1], yearFirst[2], yearFirst[3]];
  if (year === undefined) return null;
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  if (!isDay(full, Number(month), Number(day))) return null;
  return `${full}-${twoPlaces(Number(month))}-${twoPlaces(Number(day))}`;
}

/** "3 December 2007, 11:54 UTC" for the metadata card. */
export function plainTime(utc: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/.exec(utc);
  if (found === null) return utc;
  const names = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
  const day = `${Number(found[3])} ${names[Number(found[2]) - 1] ?? ''} ${found[1] ?? ''}`;
  return found[4] === undefined ? day : `${day}, ${found[4]}:${found[5] ?? ''} UTC`;
}
