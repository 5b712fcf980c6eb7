// A number as the spreadsheet shows it: decimals, thousands, percent, currency signs and dates (ISO/IEC 29500-1, 18.8.31).
// Dates are written as ISO 8601 whatever their order on the sheet; fractions and other rare formats show the plain number.

/** Beyond this the formats of Excel show nothing but signs. */
const mostDecimals = 15;

export function formatNumber(value: number, format: string, date1904: boolean): string {
  if (!Number.isFinite(value)) return String(value);
  const sections = sectionsOf(format);
  const [first = 'General', second, third] = sections.filter((section) => !/\[[<>=]/.test(section));
  const section = value < 0 && second !== undefined ? second : value === 0 && third !== undefined ? third : first;
  if (/General/i.test(section) || section === '@' || section === '') return plainNumber(value);
  if (isDate(first)) return dateOf(value, bare(first), date1904) ?? plainNumber(value);
  // The section for negative numbers says itself how it shows the sign.
  return figureOf(value < 0 && second !== undefined ? -value : value, section);
}

/** Fifteen digits are what the spreadsheet keeps; more are the noise of binary fractions. */
export function plainNumber(value: number): string {
  return String(Number(value.toPrecision(mostDecimals)));
}

function sectionsOf(format: string): string[] {
  const sections: string[] = [''];
  for (const [piece] of format.matchAll(/"[^"]*"?|\\.|\[[^\]]*\]?|[\s\S]/g)) {
    if (piece === ';') sections.push('');
    else sections[sections.length - 1] += piece;
  }
  return sections;
}

/** The format without what it prints as it is. */
function bare(section: string): string {
  return section.replace(/"[^"]*"?|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]?/gi, '');
}

function isDate(section: string): boolean {
  const signs = bare(section);
  return /[ymdhs]/i.test(signs.replace(/AM\/PM|A\/P/gi, 'h')) && !/[0#?](?!.*s)/.test(signs.replace(/s\.0+/gi, 's'));
}

const dayLength = 86_400_000;

/** Null for days outside the calendar of the spreadsheet (1900 to 9999). */
function dateOf(value: number, signs: string, date1904: boolean): string | null {
  if (value < 0 || value >= 2_958_466) return null;
  const hasDay = /[yd]/i.test(signs) || /mmm/i.test(signs) || (/m/i.test(signs) && !/[hs]/i.test(signs));
  const hasTime = /[hs]/i.test(signs);
  if (/\[[hms]+\]/i.test(signs)) return span(value);
  // The calendar of 1900 has a 29 February that never was.
  const days = date1904 ? value + 1462 : value < 60 ? value + 1 : value;
  const moment = new Date(Date.UTC(1899, 11, 30) + Math.round((days * dayLength) / 1000) * 1000);
  const iso = moment.toISOString();
  const seconds = /s/i.test(signs) && moment.getUTCSeconds() > 0;
  const time = iso.slice(11, seconds ? 19 : 16);
  if (!hasDay) return time;
  const day = /d/i.test(signs) ? iso.slice(0, 10) : /y/i.test(signs) ? iso.slice(0, /m/i.test(signs) ? 7 : 4) : iso.slice(5, 10);
  return hasTime ? `${iso.slice(0, 10)} ${time}` : day;
}

function span(value: number): string {
  const seconds = Math.round(value * 86_400);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
}

function figureOf(value: number, section: string): string {
  const pieces = [...section.matchAll(/"([^"]*)"?|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]?|([0#?.,/]+(?:E[+-]?[0#]+)?)|([\s\S])/g)];
  const digits = pieces.map((piece) => piece[4] ?? '').filter((piece) => /[0#?]/.test(piece));
  const [pattern] = digits;
  // Fractions, exponents and numbers in several parts (telephone numbers) are rare among figures to be cited.
  if (digits.length > 1 || (pattern !== undefined && /[/E]/.test(pattern))) return plainNumber(value);
  const percents = pieces.filter((piece) => piece[5] === '%').length;
  let read = '';
  for (const [, quoted, escaped, currency, number, sign] of pieces) {
    if (number !== undefined && /[0#?]/.test(number)) read += digitsOf(value * 100 ** percents, number);
    else read += quoted ?? escaped ?? currency ?? number ?? sign ?? '';
  }
  return pattern === undefined && !/\S/.test(read) ? plainNumber(value) : read.replace(/\s+/g, ' ').trim();
}

function digitsOf(value: number, pattern: string): string {
  const [whole = '', ...rest] = pattern.split('.');
  const fraction = rest.join('');
  // Commas at the end scale by thousands; others group.
  const scale = /,+$/.exec(fraction === '' ? whole : fraction)?.[0].length ?? 0;
  const most = Math.min(mostDecimals, fraction.replace(/[^0#?]/g, '').length);
  const least = Math.min(most, fraction.replace(/[^0?]/g, '').length);
  const shown = Number((value / 1000 ** scale).toPrecision(mostDecimals));
  const minimumIntegerDigits = Math.min(21, Math.max(1, whole.replace(/[^0]/g, '').length));
  return shown.toLocaleString('en', { useGrouping: /[0#?],+[0#?]/.test(whole), minimumFractionDigits: least, maximumFractionDigits: most, minimumIntegerDigits });
}
