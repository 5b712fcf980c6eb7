// The years in which an action was suggested, as a report prints them: "2009 – 2014, 2016", "2012 -- 2014", "2021".

/** The first reports of the series speak of 2001; what is far off is no year of an action. */
const earliest = 1990;
const latest = 2100;

/** Ascending, each year once; ranges are filled. Empty when nothing in the words is a year. */
export function suggestedYears(printed: string): number[] {
  const years = new Set<number>();
  for (const [, from = '', to] of printed.matchAll(/(?<!\d)(\d{4})(?!\d)(?:\s*(?:[\p{Pd}−]+|to|through)\s*(\d{4})(?!\d))?/gu)) {
    const first = Number(from);
    const last = to === undefined ? first : Number(to);
    if (first < earliest || last > latest) continue;
    for (let year = Math.min(first, last); year <= Math.max(first, last); year++) years.add(year);
  }
  return [...years].toSorted((one, other) => one - other);
}
