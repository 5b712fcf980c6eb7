// Scores what a report lists. No official data has these lists, so they are held against the page itself: each row of their tables is an entry, each entry
// has all its parts, references count without a gap, and each number in brackets leads to one.

import type { Recognition } from '../../shared/core/recognition.ts';

export type ListCheck = { group: string; field: string; expected: string; found: string; page: number | null };

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

type Placed = { start: number | null; end: number | null };

export function listChecks(recognition: Recognition, text: string): ListCheck[] {
  return [...rowChecks(recognition, text), ...partChecks(recognition), ...referenceChecks(recognition, text)];
}

function rowChecks({ tables, activities, institutions }: Recognition, text: string): ListCheck[] {
  const lists: [string, RegExp, Placed[]][] = [
    ['activities', /sector and activity/iu, activities],
    ['agencies', /^agencies/iu, institutions.filter(({ kind }) => kind === 'agency')],
    ['bodies', /mechanisms to coordinate/iu, institutions.filter(({ kind }) => kind === 'body')],
    ['policies', /policies related/iu, institutions.filter(({ kind }) => kind === 'policy')],
    ['programs', /social programs/iu, institutions.filter(({ kind }) => kind === 'program')],
  ];
  return lists.flatMap(([field, title, own]) => {
    const entries = own.map(({ start, end }) => folded(text.slice(start ?? 0, end ?? 0)));
    const rows = tables.filter((table) => title.test(table.title)).flatMap((table) => table.rows.map((row) => ({ words: folded(row.at(-1) ?? ''), page: table.page })));
    return rows.map(({ words, page }) => ({ group: 'lists: rows', field, expected: words.slice(0, 60), found: entries.some((entry) => entry.includes(words)) ? words.slice(0, 60) : '(nothing)', page }));
  });
}

const check = (group: string, field: string, expected: string, isRight: boolean, found: string, page: number | null): ListCheck => ({ group, field, expected, found: isRight ? expected : found, page });

function partChecks({ activities, institutions }: Recognition): ListCheck[] {
  return [
    ...activities.map(({ sector, activity, marks, page }) => check('lists: parts', activity.slice(0, 50), 'sector, signs with words and notes', sector !== '' && marks.every(({ note, words }) => note !== null && words !== ''), `${sector} ${JSON.stringify(marks)}`, page)),
    ...institutions.map(({ name, description, page }) => check('lists: parts', name, 'name and description', /^[\p{L}\p{N}“"#]/u.test(name) && description.length > 15 && !/[*†‡]/u.test(name + description), `${name} | ${description.slice(0, 60)}`, page)),
  ];
}

function referenceChecks({ references, citations }: Recognition, text: string): ListCheck[] {
  const numbers = new Set(references.map(({ number }) => number));
  return [
    ...references.map(({ number, text: own, page }, at) => check('references', `entry ${at + 1}`, String(at + 1), number === at + 1 && own.length > 8, `${number} ${own}`, page)),
    ...citations.map(({ references: cited, claimStart, claimEnd, page }) => {
      const claim = text.slice(claimStart, claimEnd);
      return check('citations', claim.slice(-60), 'a claim and its references', claim.trim() !== '' && cited.every((number) => numbers.has(number)), `${claim} ${cited.join()}`, page);
    }),
  ];
}

/** How much was listed in all. */
export function listSummary(recognitions: readonly Recognition[]): string {
  const total = (count: (own: Recognition) => number): number => recognitions.reduce((sum, own) => sum + count(own), 0);
  const uncited = ({ references, citations }: Recognition): number => {
    const cited = new Set(citations.flatMap(({ references: numbers }) => numbers));
    return references.filter(({ number }) => !cited.has(number)).length;
  };
  return [
    `listed: ${total((own) => own.activities.length)} activities`,
    `${total((own) => own.institutions.length)} institutions with ${total((own) => own.institutions.reduce((sum, { remarks }) => sum + remarks.length, 0))} remarks`,
    `${total((own) => own.legalBases.reduce((sum, { laws }) => sum + laws.length, 0))} cited laws`,
    `${total((own) => own.references.length)} references, ${total(uncited)} of them never cited`,
    `${total((own) => own.citations.length)} citations`,
  ].join(', ');
}
