// Prints the tables of a country with several jurisdictions into a real report: statistics with a column for each, laws and enforcement with a column of
// entities beside the label. No such report lies in the corpus; the form is that of the web pages of the series, in the type and rules of the donor.

import type { Observation } from '../../../shared/core/recognition.ts';
import { around, type Donor, extents, wordsIn } from './donor.ts';
import type { OfficialCountry } from './official-values.ts';
import { asked, citation, type Draw, oneOf, printedValue } from './printed-forms.ts';
import { type BodyColumn, type BodyRow, layOutRows } from './table-body.ts';
import type { PrintedPage, Type } from './type-setting.ts';

/** Expected values by indicator, year and territory. */
export type TerritoryValues = Map<string, string>;
type Own = { territory: string; values: Map<string, Observation> };

/** The observations of an indicator by territory, in the order of the data file. */
function byTerritory(country: OfficialCountry | null, indicators: readonly string[]): Own[] {
  const found = new Map<string, Own>();
  for (const observation of country?.observations ?? []) {
    if (observation.territory === null || !indicators.includes(observation.indicator)) continue;
    const own = found.get(observation.territory) ?? { territory: observation.territory, values: new Map() };
    found.set(observation.territory, own);
    own.values.set(observation.indicator, observation);
  }
  return [...found.values()];
}

type Form = { spans: boolean; ruled: boolean };

/** Takes a table off its page and gives its place; null when it goes over a page, or has no shaded head. */
function clearTable(pages: ReadonlyMap<number, PrintedPage>, donor: Donor, table: Donor['tables'][number]): { page: PrintedPage; top: number; bottom: number; type: Type; inset: number; header: { top: number; bottom: number; edges: number[] } } | null {
  const heads = table.header.flatMap(({ block }) => wordsIn(donor, block));
  const [head] = heads;
  const page = head === undefined ? undefined : pages.get(head.page);
  if (head === undefined || page === undefined) return null;
  const headBox = around(heads.flatMap(({ words }) => words));
  const places = [...extents(donor, table.rows)];
  const extent = places.length === 1 && places[0]?.[0] === head.page ? places[0][1] : undefined;
  if (extent === undefined) return null;
  const fills = page.fills.filter(({ y0, y1 }) => y0 < headBox.y1 && y1 > headBox.y0);
  if (fills.length === 0) return null;
  const edges = [...new Set(fills.flatMap(({ x0, x1 }) => [Math.round(x0), Math.round(x1)]))].toSorted((a, b) => a - b);
  const shade = { top: Math.min(...fills.map(({ y0 }) => y0)), bottom: Math.max(...fills.map(({ y1 }) => y1)) };
  page.removeFills(shade.top, shade.bottom);
  page.takeOut({ x0: 50, x1: 562, y0: shade.top, y1: shade.bottom - 1 });
  const taken = page.takeOut({ x0: 50, x1: 562, y0: extent.top - 1, y1: extent.bottom });
  page.takeRules(shade.top - 2, extent.bottom + 7);
  const [first] = taken.toSorted((a, b) => a.baseline - b.baseline);
  if (first === undefined) return null;
  return { page, top: extent.top, bottom: extent.bottom, type: { size: first.size, ascent: first.ascent, descent: first.descent, bold: false, italic: false }, inset: first.baseline - extent.top, header: { ...shade, edges } };
}

function printTable(pages: ReadonlyMap<number, PrintedPage>, donor: Donor, table: Donor['tables'][number], heads: string[], widths: number[], rows: BodyRow[], ruled: boolean): boolean {
  const cleared = clearTable(pages, donor, table);
  if (cleared === null) return false;
  const { page, top, bottom, type, inset, header } = cleared;
  const left = header.edges[0] ?? 54;
  const right = 558;
  const total = widths.reduce((sum, width) => sum + width, 0);
  let edge = left;
  const columns = widths.map((width): BodyColumn => {
    const at = edge;
    edge += ((right - left) * width) / total;
    return { edge: at, text: at + 4.5 };
  });
  const headLines = heads.map((head, at) => page.wrapped(head, (columns[at + 1]?.edge ?? right) - (columns[at]?.text ?? 0) - 2, type.size));
  const needed = Math.max(...headLines.map((lines) => lines.length)) * 10 + 3 - (header.bottom - header.top);
  const body = layOutRows(page, rows, columns, { top: top + Math.max(0, needed), right, inset, type, ruled });
  page.stretch(bottom + 7, Math.max(0, needed) + body.height - 3 - (bottom - top));
  headLines.forEach((lines, at) => {
    page.fill(columns[at]?.edge ?? 0, columns[at + 1]?.edge ?? right, header.top, header.bottom + Math.max(0, needed));
    lines.forEach((line, step) => page.line(line, columns[at]?.text ?? 0, header.top + 9.5 + step * 10, { ...type, bold: true }));
  });
  body.print();
  return true;
}

function grouped(rows: readonly { label: string; cells: string[] }[], form: Form): BodyRow[] {
  let last = '';
  return rows.map(({ label, cells }): BodyRow => {
    const goesOn = form.spans && label === last;
    last = label;
    return [goesOn ? null : label, ...cells];
  });
}

type Printing = { donor: Donor; target: OfficialCountry; before: OfficialCountry | null; draw: Draw; values: TerritoryValues };

/** The text of a cell, whose value is expected from then on. */
function cellOf({ draw, values }: Printing, one: Observation | undefined, of: number, territory: string, cites: number | null): string {
  if (one === undefined || one.status === 'not_printed') return '';
  values.set(`${one.indicator} ${of} ${territory}`, asked(one));
  return [printedValue(draw, one), cites !== null && draw() < 0.7 ? citation(draw, cites) : ''].filter(Boolean).join(' ');
}

type Labelled = { label: string; cells: string[] };
const oneLine = (text: string | undefined): string => (text ?? '').replace(/\s+/gu, ' ');

function lawRows(printing: Printing, table: Donor['tables'][number]): Labelled[] {
  const { donor, target, draw } = printing;
  const { year } = donor;
  return donor.recognised.recognition.legalBases.flatMap(({ standard, start }) => {
    const label = oneLine(table.rows.find(({ block }) => start !== null && block.start <= start && block.end >= start)?.cells[0]?.text);
    if (label === '') return [];
    return byTerritory(target, [`${standard}.meets`, `${standard}.age`]).flatMap(({ territory, values }) => {
      const meets = values.get(`${standard}.meets`);
      if (meets === undefined || meets.status === 'not_printed') return [];
      const law = `Section ${1 + Math.floor(draw() * 90)} of the Act on ${territory} ${citation(draw, year)}`;
      return [{ label, cells: [territory, cellOf(printing, meets, year, territory, null), cellOf(printing, values.get(`${standard}.age`), year, territory, null), law] }];
    });
  });
}

function inspectorateRows(printing: Printing, table: Donor['tables'][number]): Labelled[] {
  const { donor, target, before } = printing;
  const { year } = donor;
  return table.rows.flatMap(({ block, cells }) => {
    const indicator = donor.recognised.recognition.observations.find((one) => one.start !== null && one.indicator.startsWith('enforcement.') && block.start <= one.start && block.end > one.start)?.indicator;
    if (indicator === undefined) return [];
    return byTerritory(target, [indicator]).map(({ territory, values }) => {
      const earlier = before?.observations.find((one) => one.indicator === indicator && one.territory === territory);
      return { label: oneLine(cells[0]?.text), cells: [territory, cellOf(printing, earlier, year - 1, territory, year), cellOf(printing, values.get(indicator), year, territory, year)] };
    });
  });
}

/** The tables of laws and of the labor inspectorate, where they stand on one page; what they then print. */
export function printTerritories(pages: ReadonlyMap<number, PrintedPage>, donor: Donor, target: OfficialCountry, before: OfficialCountry | null, draw: Draw): TerritoryValues {
  const printed: TerritoryValues = new Map();
  const form: Form = { spans: draw() < 0.7, ruled: draw() < 0.8 };
  const { year } = donor;
  for (const table of donor.tables.toReversed()) {
    if (year < 2015 || (table.role !== 'laws' && table.role !== 'labor-enforcement')) continue;
    const values: TerritoryValues = new Map();
    const printing: Printing = { donor, target, before, draw, values };
    const isLaws = table.role === 'laws';
    const rows = grouped(isLaws ? lawRows(printing, table) : inspectorateRows(printing, table), form);
    const entity = oneOf(draw, ['Related Entity', 'Related Entity', 'Related Territory']);
    const heads = !isLaws
      ? ['Overview of Labor Law Enforcement', entity, String(year - 1), String(year)]
      : ['Standard', 'Related Entity', ...(year < 2016 ? ['Yes/No', 'Age', 'Related Legislation'] : ['Meets International Standards', 'Age', 'Legislation'])];
    if (rows.length === 0 || !printTable(pages, donor, table, heads, isLaws ? [130, 90, 64, 40, 180] : [190, 134, 90, 90], rows, form.ruled)) continue;
    for (const [own, value] of values) printed.set(own, value);
  }
  return printed;
}
