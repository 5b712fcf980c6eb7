// Prints a country's official values into the real report of another: head, assessment, figures, ticks, cells and suggested actions, each in the
// place, type and column of what stood there. Gives the pages and what must be read from them.

import type { PageContent } from '../../../shared/backend/importers/pdf/page-content.ts';
import { countries } from '../../../shared/backend/recognisers/countries.ts';
import type { TableRole } from '../../../shared/backend/recognisers/ilab-report/report-tables.ts';
import { readLevel } from '../../../shared/backend/recognisers/ilab-report/report-head.ts';
import type { Observation } from '../../../shared/core/recognition.ts';
import { printActions } from './action-table.ts';
import { type Donor, placeOf, rowOf, wordsIn, around } from './donor.ts';
import type { OfficialCountry } from './official-values.ts';
import { asked, citation, type Draw, printedValue } from './printed-forms.ts';
import { printTerritories, type TerritoryValues } from './territory-tables.ts';
import { type Alignment, type Box, leading, PrintedPage, type Type } from './type-setting.ts';

export type Expected = {
  iso3: string;
  level: string;
  qualifier: string | null;
  description: string;
  /** By indicator and year. */
  values: Map<string, string>;
  actions: { area: string; text: string; years: string }[];
  /** By indicator, year and territory. */
  territories: TerritoryValues;
};

type Change = { box: Box | null; x: number; right: number; alignment: Alignment; text: string };
type RowChange = { page: number; role: TableRole | null; top: number; bottom: number; changes: Change[] };

const pageWidth = 558;
const key = (indicator: string, year: number | null): string => `${indicator} ${year}`;

/** Where a column's cells begin, or their middle, and how far they may reach. */
function columnOf(donor: Donor, range: { start: number; end: number }, page: number): { x: number; right: number; alignment: Alignment } | null {
  const found = rowOf(donor, range);
  if (found === null) return null;
  const boxesAt = (column: number): Box[] =>
    found.table.rows.flatMap((row) => {
      const cell = row.cells[column];
      const place = cell === null || cell === undefined ? null : placeOf(donor, cell);
      return place === null || place.page !== page ? [] : [place.box];
    });
  const own = boxesAt(found.column);
  if (own.length === 0) return null;
  const spread = (values: number[]): number => Math.max(...values) - Math.min(...values);
  const middles = own.map(({ x0, x1 }) => (x0 + x1) / 2);
  const isCentered = own.length > 2 && spread(middles) < 3 && spread(own.map(({ x0 }) => x0)) > 3;
  const left = own.map(({ x0 }) => x0).toSorted((a, b) => a - b)[Math.floor(own.length / 2)] ?? 0;
  const next = Math.min(pageWidth, ...[1, 2, 3].flatMap((step) => boxesAt(found.column + step).map(({ x0 }) => x0 - 5)));
  const middle = middles.reduce((sum, value) => sum + value, 0) / middles.length;
  return isCentered ? { x: middle, right: middle + Math.max(30, (next - middle) * 0.8), alignment: 'center' } : { x: left, right: Math.max(next, left + 12), alignment: 'left' };
}

function printRow(page: PrintedPage, { top, bottom, changes }: RowChange): void {
  const prepared = changes.map((change) => {
    const taken = change.box === null ? [] : page.takeOut(change.box);
    const own = taken.filter((fragment) => fragment.size >= 0.8 * Math.max(...taken.map(({ size }) => size)));
    const neighbour = page.fragments.find(({ baseline, x }) => baseline > top && baseline < bottom && x > 52);
    const first = own.toSorted((a, b) => a.baseline - b.baseline)[0] ?? neighbour;
    const type: Type = first ?? { size: 9, ascent: 0.75, descent: 0.25, bold: false, italic: false };
    const baseline = first?.baseline ?? top + 8;
    const width = change.alignment === 'center' ? 2 * (change.right - change.x) : change.right - change.x;
    // A word that no line holds would be set smaller, or the column wider.
    const widest = Math.max(...change.text.split(/[\s,]+/u).map((word) => page.widthOf(word, type.size)));
    const size = widest > width ? (type.size * width) / widest : type.size;
    return { ...change, type: { ...type, size, bold: false, italic: false }, baseline, lines: page.wrapped(change.text, width, size) };
  });
  const needed = Math.max(0, ...prepared.map(({ baseline, lines, type }) => baseline + (lines.length - 1) * leading * type.size + 2 - bottom));
  // The rule below may touch the lowest letters.
  if (needed > 0) page.stretch(bottom - 2, needed);
  for (const { lines, x, baseline, type, alignment } of prepared) lines.forEach((line, at) => page.line(line, x, baseline + at * leading * type.size, type, alignment));
}

function official(list: readonly Observation[], indicator: string): Observation | undefined {
  return list.find((one) => one.indicator === indicator && one.territory === null);
}

/** The cell of statistics for the target: its text, and what is read from it. */
function statisticsCell(target: OfficialCountry, indicator: string, year: number): { text: string; read: [string, string][] } | null {
  const own = official(target.observations, indicator);
  if (own === undefined || own.status === 'not_printed') return null;
  if (indicator.endsWith('_age_range')) {
    const range = /^(\d+)\D+(\d+)$/u.exec(String(own.value));
    return own.status !== 'value' || range === null ? null : { text: year < 2016 ? `${range[1]}-${range[2]} yrs.` : `${range[1]} to ${range[2]}`, read: [[indicator, `${range[1]}-${range[2]}`]] };
  }
  if (own.status !== 'value' || typeof own.value !== 'number') return { text: 'Unavailable', read: [[indicator, 'unavailable'], ['statistics.working_population', 'absent']] };
  const share = own.value.toFixed(1);
  const read: [string, string][] = [[indicator, String(Number(share))]];
  if (indicator !== 'statistics.working_percent') return { text: share, read };
  const people = official(target.observations, 'statistics.working_population');
  const counted = people?.status === 'value' && typeof people.value === 'number' ? people.value : null;
  const inBrackets = counted !== null ? counted.toLocaleString('en-US') : year >= 2019 ? 'Unavailable' : null;
  return { text: inBrackets === null ? share : `${share} (${inBrackets})`, read: [...read, ['statistics.working_population', counted !== null ? String(counted) : inBrackets === null ? 'absent' : 'unavailable']] };
}

function rowChanges(donor: Donor, target: OfficialCountry, before: OfficialCountry | null, values: Map<string, string>, draw: Draw): RowChange[] {
  const rows = new Map<string, RowChange>();
  const seen = new Set<string>();
  for (const observation of donor.recognised.recognition.observations) {
    const { indicator, year, start, end } = observation;
    if (start === null || end === null || seen.has(`${start} ${indicator.replace('population', 'percent')}`)) continue;
    const isStatistic = indicator.startsWith('statistics.') && !indicator.includes('sector_');
    if (!isStatistic && !/^(?:legal_standards|enforcement)\./u.test(indicator)) continue;
    if (/calculated_age|inspectors_meet|working_population/u.test(indicator)) continue;
    const found = rowOf(donor, { start, end });
    if (found === null || found.table.role === 'sectors') continue;
    const block = wordsIn(donor, found.row.block);
    const [only] = block;
    const place = placeOf(donor, { start, end });
    if (only === undefined || block.length > 1 || (place === null && end > start)) continue;
    let text: string;
    if (isStatistic) {
      const cell = statisticsCell(target, indicator, donor.year);
      if (cell === null) continue;
      text = cell.text;
      for (const [read, value] of cell.read) if (read !== 'statistics.working_population' || indicator === 'statistics.working_percent') values.set(key(read, year), value);
    } else {
      const source = year === donor.year ? target : before;
      const own = source === null ? undefined : official(source.observations, indicator);
      if (own === undefined || (own.status === 'not_printed' && !indicator.endsWith('.age'))) continue;
      text = printedValue(draw, own);
      if (indicator.startsWith('enforcement.') && text !== '' && draw() < 0.8) text += ` ${citation(draw, donor.year)}`;
      values.set(key(indicator, year), asked(own));
      if (indicator.endsWith('.age')) values.set(key(indicator.replace(/age$/u, 'calculated_age'), year), own.mark?.includes('‡') === true ? 'either' : 'absent');
    }
    seen.add(`${start} ${indicator}`);
    const column = columnOf(donor, { start, end }, only.page);
    if (column === null) {
      values.set(key(indicator, year), asked(observation));
      continue;
    }
    const rowBox = around(only.words);
    const rowKey = `${only.page} ${rowBox.y0}`;
    const row = rows.get(rowKey) ?? { page: only.page, role: found.table.role, top: rowBox.y0, bottom: rowBox.y1, changes: [] };
    rows.set(rowKey, row);
    row.changes.push({ box: place?.box ?? null, ...column, text });
  }
  return [...rows.values()];
}

/** Lines of the running head: fragments of one baseline above the text. */
function headLines(page: PrintedPage): { text: string; box: Box; type: Type; baseline: number }[] {
  const heads = page.fragments.filter(({ baseline }) => baseline > 20 && baseline < 76);
  const lines = new Map<number, typeof heads>();
  for (const fragment of heads) {
    const at = [...lines.keys()].find((baseline) => Math.abs(baseline - fragment.baseline) < 3) ?? fragment.baseline;
    lines.set(at, [...(lines.get(at) ?? []), fragment]);
  }
  return [...lines].map(([baseline, own]) => {
    const sorted = own.toSorted((a, b) => a.x - b.x);
    const text = sorted.map((fragment, at) => {
      const next = sorted[at + 1];
      return fragment.text + (next !== undefined && next.x - (fragment.x + fragment.width) > 0.15 * fragment.size ? ' ' : '');
    });
    const [first] = sorted;
    const size = Math.max(...own.map((fragment) => fragment.size));
    const box = { x0: Math.min(...own.map(({ x }) => x)), y0: baseline - size, x1: Math.max(...own.map(({ x, width }) => x + width)), y1: baseline + 1 };
    return { text: text.join(''), box, type: { size, ascent: first?.ascent ?? 0.75, descent: first?.descent ?? 0.25, bold: first?.bold ?? true, italic: false }, baseline };
  });
}

function printHead(page: PrintedPage, donor: Donor, target: OfficialCountry, draw: Draw): void {
  const level = `${target.level.level === 'no-assessment' ? 'NO ASSESSMENT' : `${target.level.level.toUpperCase()} ADVANCEMENT`}${target.level.qualifier === null ? '' : ` – ${target.level.qualifier.toUpperCase()}`}`;
  const wrap = draw() < 0.5;
  for (const line of headLines(page)) {
    const isName = countries.byName(line.text)?.iso3 === donor.recognised.recognition.country?.iso3;
    if (!isName && readLevel(line.text) === null) continue;
    page.takeOut(line.box);
    const text = isName ? target.name : level;
    const alignment: Alignment = line.box.x1 > 450 ? 'right' : 'left';
    const x = alignment === 'right' ? pageWidth : line.box.x0;
    const whole = page.widthOf(text, line.type.size);
    const room = 502;
    // Too long a level is set smaller or on two lines.
    if (whole <= room || !wrap) page.line(text, x, line.baseline, { ...line.type, size: Math.min(line.type.size, (line.type.size * room) / whole) }, alignment);
    else page.wrapped(text, room, line.type.size).forEach((part, at) => page.line(part, x, line.baseline + at * leading * line.type.size, line.type, alignment));
  }
}

/** Sets the target's assessment into the lines of the donor's; more text than lines goes on below in the width of the last. */
function printAssessment(page: PrintedPage, donor: Donor, text: string): boolean {
  const section = donor.recognised.recognition.sections.find(({ role }) => role === 'assessment');
  const found = section === undefined ? [] : wordsIn(donor, section);
  const [only] = found;
  if (only === undefined || found.length > 1 || only.page !== 1) return false;
  const lines = new Map<number, Box>();
  let first: Type | null = null;
  for (const word of only.words) {
    const taken = page.takeOut({ x0: word.x, y0: word.y, x1: word.x + word.width - 2, y1: word.y + word.height });
    const [fragment] = taken;
    if (fragment === undefined) continue;
    first ??= fragment;
    const at = [...lines.keys()].find((baseline) => Math.abs(baseline - fragment.baseline) < 3) ?? fragment.baseline;
    const line = lines.get(at) ?? { x0: word.x, x1: word.x, y0: at, y1: at };
    lines.set(at, { ...line, x0: Math.min(line.x0, word.x), x1: Math.max(line.x1, word.x + word.width) });
  }
  if (first === null) return false;
  const type: Type = first;
  const slots = [...lines.values()].toSorted((a, b) => a.y0 - b.y0);
  const pitch = Math.min(...slots.slice(1).map((slot, at) => slot.y0 - (slots[at]?.y0 ?? 0)), 16);
  const bottom = slots.at(-1)?.y0 ?? 0;
  const words = text.split(/\s+/u).filter(Boolean);
  const set: { line: string; x: number; y: number }[] = [];
  while (words.length > 0) {
    const at = set.length;
    const slot = slots[at] ?? { x0: 54, x1: pageWidth, y0: bottom + (at - slots.length + 1) * pitch };
    // The donor's last line is short because its text ends there.
    const right = at >= slots.length - 1 ? pageWidth : Math.max(slot.x1, slot.x0 + 100);
    const [line = ''] = page.wrapped(words.join(' '), right - slot.x0, type.size);
    words.splice(0, line.split(' ').length);
    set.push({ line, x: slot.x0, y: slot.y0 });
  }
  const further = (set.length - slots.length) * pitch;
  if (further > 0) page.stretch(bottom + 3, further);
  for (const { line, x, y } of set) page.line(line, x, y, type);
  return true;
}

function printTicks(pages: ReadonlyMap<number, PrintedPage>, donor: Donor, target: OfficialCountry, values: Map<string, string>): void {
  // The donor's text speaks of its ratified conventions; a table without any tick would contradict it.
  if (!target.observations.some(({ indicator, value }) => indicator.startsWith('conventions.') && value === true)) return;
  for (const { indicator, year, value, start, end } of donor.recognised.recognition.observations) {
    const own = official(target.observations, indicator);
    if (!indicator.startsWith('conventions.') || own === undefined || start === null || end === null || own.status !== 'value' || own.value === value || value !== true) continue;
    const found = rowOf(donor, { start, end });
    const place = found === null ? null : placeOf(donor, found.row.block);
    const page = place === null ? undefined : pages.get(place.page);
    if (place === null || page === undefined) continue;
    const middle = (place.box.y0 + place.box.y1) / 2;
    const nearest = page.marks.toSorted((a, b) => Math.abs(a.y + a.height / 2 - middle) - Math.abs(b.y + b.height / 2 - middle))[0];
    if (nearest !== undefined && Math.abs(nearest.y + nearest.height / 2 - middle) < 14) page.marks.splice(page.marks.indexOf(nearest), 1);
    else if (page.takeOut({ x0: 480, x1: pageWidth, y0: place.box.y0, y1: place.box.y1 }).length === 0) continue;
    values.set(key(indicator, year), 'false');
  }
}

function printFigure(pages: ReadonlyMap<number, PrintedPage>, donor: Donor, target: OfficialCountry, values: Map<string, string>): void {
  const own = donor.recognised.recognition.observations.filter(({ indicator }) => indicator.startsWith('statistics.sector_'));
  const news = own.map(({ indicator }) => official(target.observations, indicator));
  if (news.some((one) => typeof one?.value !== 'number')) return;
  own.forEach(({ indicator, year, start, end }, at) => {
    const value = news[at]?.value;
    const place = start === null || end === null ? null : placeOf(donor, { start, end });
    const page = place === null ? undefined : pages.get(place.page);
    if (place === null || page === undefined || typeof value !== 'number') return;
    const [taken] = page.takeOut(place.box);
    if (taken === undefined) return;
    page.line(`${value.toFixed(1)}%`, (place.box.x0 + place.box.x1) / 2, taken.baseline, taken, 'center');
    values.set(key(indicator, year), String(Number(value.toFixed(1))));
  });
}

/** The donor's report with the values of `target`; the year before is printed from `before`, the same country's data of that year. */
export function exchanged(donor: Donor, target: OfficialCountry, before: OfficialCountry | null, draw: Draw): { contents: Map<number, PageContent>; expected: Expected } {
  const contents = new Map([...donor.contents].map(([number, content]) => [number, structuredClone(content)]));
  const pages = new Map([...contents].map(([number, content]) => [number, new PrintedPage(content)]));
  const { recognition } = donor.recognised;
  const values = new Map(recognition.observations.filter(({ territory }) => territory === null).map((one) => [key(one.indicator, one.year), asked(one)]));
  printTicks(pages, donor, target, values);
  printFigure(pages, donor, target, values);
  const isDivided = target.observations.filter(({ territory, indicator }) => territory !== null && indicator.startsWith('enforcement.labor_')).length > 1;
  const rows = rowChanges(donor, target, before, values, draw).filter(({ role }) => !isDivided || (role !== 'laws' && role !== 'labor-enforcement'));
  const actions = printActions(pages, donor, target, draw);
  for (const row of rows.toSorted((a, b) => b.bottom - a.bottom)) {
    const page = pages.get(row.page);
    // What stands below the actions on their pages has moved already; tables of values stand above them.
    if (page !== undefined) printRow(page, row);
  }
  const territories: TerritoryValues = isDivided ? printTerritories(pages, donor, target, before, draw) : new Map();
  // Tables by territory have no value of the whole.
  const groups = new Set([...territories.keys()].map((own) => own.split('.')[0]));
  const divided = [...values.keys()].filter((own) => groups.has(own.split('.')[0]) && !own.includes('criminal_'));
  for (const own of divided) values.delete(own);
  const first = pages.get(1);
  const isAssessed = first !== undefined && printAssessment(first, donor, target.description);
  for (const page of pages.values()) printHead(page, donor, target, draw);
  return {
    contents,
    expected: { iso3: target.iso3, level: target.level.level, qualifier: target.level.qualifier, description: isAssessed ? target.description : '', values, actions, territories },
  };
}
