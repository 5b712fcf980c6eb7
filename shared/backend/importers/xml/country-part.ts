// One country of an official countries file as passages: tables of labels and values in one order for all years, whatever the order
// and the element names of the year. Values stay as the file writes them.

import dataset from '../../../../resources/ilab/dataset.json' with { type: 'json' };
import type { LeftOut } from '../../../core/document.ts';
import type { XmlElement } from './elements.ts';
import { oneLine } from './elements.ts';
import { type Field, RecordFields } from './fields.ts';
import { PartWriter, type SectionId } from './tables.ts';

export type PartContent = { writer: PartWriter; leftOut: LeftOut[]; further: Field[] };

/** Whether a file writes 3.2 percent as "3.2" or as "0.032". */
export type PercentScale = 'percent' | 'fraction';

/** Containers that may be empty without saying anything. */
const containers = new Set([
  'Goods', 'Country_Statistics', 'Conventions', 'Master_Data', 'Legal_Standards', 'Enforcements', 'Suggested_Actions', 'Mechanisms', 'ILAB_Projects',
  'Children_Work_Statistics', 'Education_Statistics_Attendance_Statistics', 'Children_Working_and_Studying_7-14_yrs_old', 'UNESCO_Primary_Completion_Rate',
  ...dataset.areas.map(({ path }) => path), ...dataset.laws.map(({ path }) => path), 'Action',
]);
const { standards, wording } = dataset;

/**
 * Over all percentages of a file: school attendance and sector shares lie between 20 and 100 percent, so the larger half of the
 * numbers of a file that writes percent is far above 2, and none of one that writes fractions.
 */
export function percentScale(records: XmlElement[]): PercentScale {
  const numbers: number[] = [];
  const paths = dataset.statistics.filter(({ unit }) => unit === 'percent').map(({ path }) => path);
  for (const record of records) {
    const fields = new RecordFields(record);
    for (const path of paths) {
      const number = Number(fields.take(path) || Number.NaN);
      if (Number.isFinite(number)) numbers.push(number);
    }
  }
  const middle = numbers.sort((left, right) => left - right)[Math.floor(numbers.length / 2)];
  return middle !== undefined && middle > 2 ? 'percent' : 'fraction';
}

/** The passages of a Country element. `title` is what the part is called. */
export function countryPart(record: XmlElement, title: string, scale: PercentScale): PartContent {
  const fields = new RecordFields(record);
  const writer = new PartWriter();
  const leftOut: LeftOut[] = [];
  writer.title(title);
  writer.table('country', ['Field', 'Value'], valueRows(fields, dataset.country));
  addAssessment(writer, fields);
  writer.table('goods', ...goodRows(fields));
  // The label of a percentage says how the file writes it.
  const statistics = dataset.statistics.map((row) => (row.unit === 'percent' ? { ...row, label: `${row.label}${wording[scale]}` } : row));
  addTerritoryTable(writer, 'statistics', 'Indicator', ['Value'], statistics.flatMap((row) => repeatedRows(fields, row, leftOut)));
  const conventions = dataset.conventions.flatMap(({ path, label }) => ['Conventions', 'Master_Data'].map((container) => ({ path: `${container}/${path}`, label })));
  addTerritoryTable(writer, 'conventions', 'Convention', ['Ratified'], conventions.flatMap((row) => repeatedRows(fields, row, leftOut)));
  addLaws(writer, fields, leftOut);
  addEnforcement(writer, fields, 'labor-enforcement', leftOut);
  addEnforcement(writer, fields, 'criminal-enforcement', leftOut);
  writer.table('mechanisms', ['Mechanism', 'Exists'], valueRows(fields, dataset.mechanisms));
  addActions(writer, fields);
  addProjects(writer, fields);
  const further = fields.further(containers);
  writer.further(further);
  return { writer, leftOut, further };
}

/** Rows of label and value of the elements that are there. */
function valueRows(fields: RecordFields, known: Labelled[]): string[][] {
  return known.flatMap(({ path, label }) => {
    const value = fields.take(path);
    return value === null ? [] : [[label, value]];
  });
}

/** The rows of a field that its container may hold several times, for territories that the file does not name. */
function repeatedRows(fields: RecordFields, { path, label }: Labelled, leftOut: LeftOut[]): TerritoryRow[] {
  const at = path.lastIndexOf('/');
  const name = path.slice(at + 1);
  const container = fields.find(path.slice(0, at));
  const sets = container ? fields.sets(container) : [];
  const values = sets.map((set) => fields.take(name, set));
  const given = new Set(values.filter((value) => value !== null));
  const isCopy = sets.length > 1 && sets.every((set) => textsOf(set) === textsOf(sets[0]));
  if (isCopy) leftOut.push({ text: `${name} ${values[0] ?? ''}`, reason: 'repeats the value before it', page: null });
  if (given.size === 0) return [];
  if (sets.length === 1 || isCopy) return [{ label, entry: { territory: '', cells: [values[0] ?? ''] } }];
  return values.flatMap((value, index) => (value === null ? [] : [{ label, entry: { territory: unnamedTerritory(index + 1, sets.length), cells: [value] } }]));
}

const textsOf = (set: XmlElement | undefined): string => (set?.children ?? []).map(({ name, text }) => `${name} ${oneLine(text)}`).join('\n');

const unnamedTerritory = (number: number, count: number): string => `${wording.unnamedTerritory} (${number} of ${count})`;

function addAssessment(writer: PartWriter, fields: RecordFields): void {
  const description = fields.takeRaw('Description') ?? '';
  if (oneLine(description) === '') return;
  writer.section('assessment');
  // A line break after a finished sentence is a paragraph; any other is the layout of the file.
  for (const paragraph of description.split(/(?<=[.!?:”"])[^\S\n]*\n\s*/u)) writer.add({ kind: 'paragraph', role: 'assessment', text: oneLine(paragraph) });
}

function goodRows(fields: RecordFields): [string[], string[][]] {
  const goods = (fields.find('Goods')?.children ?? []).filter(({ name }) => name === 'Good');
  return goodTable(goods.map((good) => new Map(dataset.goods.map(({ path }) => [path, fields.take(path, good)]))));
}

/** Columns and rows of goods: the columns that any of them has. */
export function goodTable(goods: Map<string, string | null>[]): [string[], string[][]] {
  const columns = dataset.goods.filter(({ path }) => goods.some((good) => (good.get(path) ?? null) !== null));
  const rows = goods.filter((good) => [...good.values()].some((value) => (value ?? '') !== ''));
  return [columns.map(({ label }) => label), rows.map((good) => columns.map(({ path }) => good.get(path) ?? ''))];
}

type Labelled = { path: string; label: string };
/** The values of a field: one, or one for each territory. */
type Entry = { territory: string; cells: string[] };
type TerritoryRow = { label: string; entry: Entry };

function addLaws(writer: PartWriter, fields: RecordFields, leftOut: LeftOut[]): void {
  const oldForm = fields.find('Master_Data');
  const rows = dataset.laws.flatMap(({ path, label, established, age }): TerritoryRow[] => {
    const standard = fields.find(`Legal_Standards/${path}`);
    if (standard) return entriesOf(fields, standard, standards.map((cell) => cell.path), leftOut).map((entry) => ({ label, entry }));
    const says = oldForm && established ? fields.take(established, oldForm) : null;
    const years = oldForm && age ? fields.take(age, oldForm) : null;
    return says === null && years === null ? [] : [{ label, entry: { territory: '', cells: [says ?? '', years ?? ''] } }];
  });
  addTerritoryTable(writer, 'laws', 'Standard', standards.map((cell) => cell.label).slice(0, Math.max(0, ...rows.map(({ entry }) => entry.cells.length))), rows);
}

function addEnforcement(writer: PartWriter, fields: RecordFields, id: 'labor-enforcement' | 'criminal-enforcement', leftOut: LeftOut[]): void {
  const rows = dataset[id].flatMap(({ path, label }): TerritoryRow[] => {
    const own = fields.take(`Enforcements/${path}`);
    if (own !== null) return [{ label, entry: { territory: '', cells: [own] } }];
    const element = fields.find(`Enforcements/${path}`);
    return element ? entriesOf(fields, element, ['Enforcement'], leftOut).map((entry) => ({ label, entry })) : [];
  });
  addTerritoryTable(writer, id, 'Indicator', ['Value'], rows);
}

function entriesOf(fields: RecordFields, element: XmlElement, cells: string[], leftOut: LeftOut[]): Entry[] {
  const territories = element.children.filter(({ name }) => name === 'Territory');
  if (territories.length === 0) {
    const values = cells.map((cell) => fields.take(cell, element));
    return values.every((value) => value === null) ? [] : [{ territory: '', cells: values.map((value) => value ?? '') }];
  }
  return territories.map((territory) => {
    const name = fields.take('Territory_Name', territory) ?? '';
    const shown = fields.take('Territory_Display_Name', territory) ?? '';
    if (shown !== '' && name !== '' && name !== shown) leftOut.push({ text: name, reason: 'other spelling of a territory', page: null });
    return { territory: shown || name, cells: cells.map((cell) => fields.take(cell, territory) ?? '') };
  });
}

/** The column of territories is there only where a country has some. */
function addTerritoryTable(writer: PartWriter, id: SectionId, first: string, columns: string[], rows: TerritoryRow[]): void {
  const hasTerritories = rows.some(({ entry }) => entry.territory !== '');
  writer.table(
    id,
    hasTerritories ? [first, wording.territory, ...columns] : [first, ...columns],
    rows.map(({ label, entry: { territory, cells } }) => (hasTerritories ? [label, territory, ...cells] : [label, ...cells])),
  );
}

function addActions(writer: PartWriter, fields: RecordFields): void {
  let isFirst = true;
  for (const { path, label } of dataset.areas) {
    const actions = (fields.find(`Suggested_Actions/${path}`)?.children ?? []).filter(({ name }) => name === 'Action');
    const read = actions.map((action) => ({ text: fields.take('Name', action) ?? '', years: fields.take('Years', action) ?? '' })).filter(({ text, years }) => text !== '' || years !== '');
    if (read.length === 0) continue;
    if (isFirst) writer.section('actions');
    isFirst = false;
    writer.heading(label, 2);
    for (const { text, years } of read) {
      writer.add({ kind: 'list-item', level: 1, text });
      if (years !== '') writer.add({ kind: 'field', text: `${wording.years} ${years}` });
    }
  }
}

function addProjects(writer: PartWriter, fields: RecordFields): void {
  const projects = (fields.find('ILAB_Projects')?.children ?? []).filter(({ name }) => name === 'Project');
  const rows = projects.map((project) => dataset.projects.map(({ path }) => fields.take(path, project) ?? ''));
  writer.table('projects', dataset.projects.map(({ label }) => label), rows.filter((row) => row.some((value) => value !== '')));
}
