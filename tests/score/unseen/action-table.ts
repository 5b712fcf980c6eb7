// Prints the suggested actions of another country into the table of a real report, over as many pages as it has there, with rules between the items
// and the area only where it begins.

import { type Donor, extents, placeOf } from './donor.ts';
import type { OfficialCountry } from './official-values.ts';
import { type Draw, oneOf } from './printed-forms.ts';
import { type BodyRow, layOutRows } from './table-body.ts';
import type { PrintedPage, Type } from './type-setting.ts';

export type PrintedAction = { area: string; text: string; years: string };

function yearsOf(draw: Draw, year: number): string {
  const first = 2009 + Math.floor(draw() * (year - 2008));
  return first === year ? String(year) : `${first}${oneOf(draw, [' – ', ' – ', ' – ', '–'])}${year}`;
}

export function printActions(pages: ReadonlyMap<number, PrintedPage>, donor: Donor, target: OfficialCountry, draw: Draw): PrintedAction[] {
  const table = donor.tables.find(({ role }) => role === 'actions');
  const columns = [0, 1, 2].map((column) => {
    const boxes = (table?.rows ?? []).flatMap(({ cells }) => {
      const cell = cells[column];
      const place = cell === null || cell === undefined ? null : placeOf(donor, cell);
      return place === null ? [] : [place.box];
    });
    return Math.min(...boxes.map(({ x0 }) => x0));
  });
  const [area = 0, action = 0] = columns;
  if (table === undefined || target.actions.length === 0 || columns.some((x) => x === Infinity)) return donor.recognised.recognition.actions;
  const onPage = extents(donor, table.rows);
  const actions = target.actions.map((own) => ({ ...own, years: yearsOf(draw, donor.year) }));
  const total = [...onPage.values()].reduce((sum, { rows }) => sum + rows, 0);
  const numbers = [...onPage.keys()].toSorted((a, b) => a - b);
  let done = 0;
  let printed = 0;
  for (const [at, number] of numbers.entries()) {
    const place = onPage.get(number);
    const page = pages.get(number);
    if (place === undefined || page === undefined) continue;
    done += place.rows;
    const isLast = at === numbers.length - 1;
    const until = isLast ? actions.length : Math.min(actions.length, Math.max(printed + 1, Math.round((actions.length * done) / total)));
    // After a page break the area is printed again only sometimes.
    let last = draw() < 0.5 ? '' : (actions[printed - 1]?.area ?? '');
    const rows = actions.slice(printed, until).map((own, index): BodyRow => {
      const begins = own.area !== last;
      last = own.area;
      return [begins ? own.area : index === 0 ? '' : null, own.text, own.years];
    });
    printed = until;
    const taken = page.takeOut({ x0: area - 2, x1: 560, y0: place.top - 1, y1: place.bottom });
    const [first] = taken.toSorted((a, b) => a.baseline - b.baseline);
    const type: Type = { size: first?.size ?? 9, ascent: first?.ascent ?? 0.75, descent: first?.descent ?? 0.25, bold: false, italic: false };
    const heads = page.fills.filter(({ y0, y1 }) => y1 > place.top - 8 && y0 < place.top);
    const edges = [...heads, ...page.takeRules(place.top + 3, place.bottom + 7)].flatMap(({ x0, x1 }) => [Math.round(x0), Math.round(x1)]).toSorted((a, b) => a - b);
    const edge = (text: number): number => edges.findLast((x) => x <= text + 1) ?? text - 4;
    const body = layOutRows(page, rows, columns.map((text) => ({ edge: edge(text), text })), { top: place.top, right: edges.at(-1) ?? 558, inset: (first?.baseline ?? place.top + type.size) - place.top, type });
    page.stretch(place.bottom + 7, body.height - 3 - (place.bottom - place.top));
    if (action > area) body.print();
  }
  return actions;
}
