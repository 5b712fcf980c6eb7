// How a qualifier of the level of advancement is written, whatever case a page prints it in.

const small = new Set(['but', 'in', 'that', 'and', 'of', 'the', 'to', 'or', 'for', 'on', 'a', 'an']);

/** As the series writes it where it does not use capitals: "Efforts Made but Regression in Law that Delayed Advancement". */
export function qualifierCase(text: string): string {
  return text.toLowerCase().replace(/\p{L}+/gu, (word, at: number) => (at > 0 && small.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)));
}
