// The values of a country's part of an official data file as observations, under the keys that the yearly reports have too.

import dataset from '../../../../resources/ilab/dataset.json' with { type: 'json' };
import type { ParsedDocument, TextRange } from '../../../core/document.ts';
import type { ListedGood, Observation } from '../../../core/recognition.ts';
import { goodKey } from '../ilab-page/goods.ts';
import { asPercent, type DatasetValue, readValue } from './cells.ts';
import { blocksBySection, type DatasetRow, rowsOf } from './rows.ts';

export type DatasetContext = { document: ParsedDocument; country: string | null; year: number | null };

const certain = 0.99;
/** Right, but for whom or of what kind is open: a territory without a name, a number for yes. */
const open = 0.7;
/** A value of another kind than its field has, or one that cannot be. */
const doubtful = 0.3;
/** From this year on the reports ask whether a law meets the international standard. */
const standardsSince = 2016;
const lawExists = 'Yes means that a law exists.';
const { wording, standards } = dataset;

type Facts = { indicator: string; unit: string; row: DatasetRow; text: string; place: TextRange; note?: string | null; isFraction?: boolean };

export function datasetObservations(context: DatasetContext): Observation[] {
  const sections = blocksBySection(context.document);
  const rows = (id: string): DatasetRow[] => rowsOf(context.document, sections.get(id));
  const plain = (['country', 'conventions', 'labor-enforcement', 'criminal-enforcement', 'mechanisms'] as const).flatMap((id) => listed(context, rows(id), dataset[id]));
  return [...plain, ...statistics(context, rows('statistics')), ...laws(context, rows('laws')), ...goodMarks(context, rows('goods'))];
}

/** Rows of one value whose labels the list has under a key. */
function listed(context: DatasetContext, rows: DatasetRow[], list: { label: string; key?: string; unit?: string }[]): Observation[] {
  return rows.flatMap((row) => {
    const known = list.find(({ label }) => label === row.label);
    const [value] = row.values;
    if (!known?.key || !known.unit || !value) return [];
    return [observe(context, { indicator: known.key, unit: known.unit, row, ...value })];
  });
}

function statistics(context: DatasetContext, rows: DatasetRow[]): Observation[] {
  const dataYear = (key: string): string => {
    const label = dataset.statistics.find((field) => field.key === `${key}_data_year`)?.label;
    return rows.find((row) => row.label === label)?.values[0]?.text.replace(/\.0$/, '') ?? '';
  };
  return rows.flatMap((row) => {
    const isFraction = row.label.endsWith(wording.fraction);
    const ending = [wording.fraction, wording.percent].find((known) => row.label.endsWith(known)) ?? '';
    const label = row.label.slice(0, row.label.length - ending.length);
    const known = dataset.statistics.find((field) => field.label === label);
    const [value] = row.values;
    if (!known || !value) return [];
    const since = dataYear(known.key.replace(/_(?:percent|age_range)$/, ''));
    const isYear = known.key.endsWith('_data_year');
    // The years of the data of 2014 are written as numbers with a decimal.
    const text = isYear ? value.text.replace(/\.0$/, '') : value.text;
    return [observe(context, { indicator: known.key, unit: known.unit, row, place: value.place, text, isFraction, note: since === '' || isYear ? null : `Data of ${since}.` })];
  });
}

function laws(context: DatasetContext, rows: DatasetRow[]): Observation[] {
  const note = context.year !== null && context.year < standardsSince ? lawExists : null;
  return rows.flatMap((row) => {
    const known = dataset.laws.find(({ label }) => label === row.label);
    if (!known) return [];
    return row.values.flatMap((value) => {
      const column = standards.find((standard) => standard.label === value.column);
      return column ? [observe(context, { indicator: `${known.key}.${column.key}`, unit: column.unit, row, ...value, note: column.key === 'meets' ? note : null })] : [];
    });
  });
}

function goodMarks(context: DatasetContext, rows: DatasetRow[]): Observation[] {
  return rows.flatMap((row) =>
    row.values.flatMap((value) => {
      const known = dataset.goods.find(({ label }) => label === value.column);
      if (!known?.key || !known.unit) return [];
      // "No" stands where no country of the inputs is meant.
      const text = known.unit === 'text' && /^no$/i.test(value.text) ? 'N/A' : value.text;
      return [observe(context, { indicator: `goods.${goodKey(row.label)}.${known.key}`, unit: known.unit, row, place: value.place, text })];
    }),
  );
}

export function datasetGoods(document: ParsedDocument): ListedGood[] {
  return rowsOf(document, blocksBySection(document).get('goods')).map(({ block, label, values }) => {
    const isMarked = (key: string): boolean => {
      const title = dataset.goods.find((field) => field.key === key)?.label;
      return values.some(({ column, text }) => column === title && /^yes$/i.test(text));
    };
    return { name: label, childLabor: isMarked('child_labor'), forcedLabor: isMarked('forced_labor'), start: block.start, end: block.end };
  });
}

/** An observation; its place is the value's, or the whole row's when the value is empty, and its quote the row. */
export function observe({ document, country, year }: DatasetContext, { indicator, unit, row, text, place, note = null, isFraction = false }: Facts): Observation {
  const read = converted(readValue(text, unit), unit, isFraction);
  const { start, end } = place.end > place.start ? place : row.block;
  // Some files give a number where others say yes or no.
  const isNumberForYes = unit === 'yes/no' && typeof read.value === 'number';
  const said = unit === 'percent' && isFraction && read.status === 'value' ? `The file gives the fraction ${text}.` : '';
  return {
    indicator,
    country,
    territory: row.territory,
    year,
    reportedYear: year,
    ...read,
    unit: isNumberForYes ? 'count' : unit,
    note: [note, said].filter(Boolean).join(' ') || null,
    page: null,
    start,
    end,
    quote: document.text.slice(row.block.start, row.block.end).replace(/\s+/g, ' ').trim(),
    confidence: confidenceOf(read, unit, { indicator, territory: row.territory }),
  };
}

function converted(read: DatasetValue, unit: string, isFraction: boolean): DatasetValue {
  if (typeof read.value !== 'number') return read;
  if (unit === 'percent') return { ...read, value: asPercent(read.value, isFraction) };
  // Estimates of survey weights come with decimals; children are counted whole.
  return unit === 'count' ? { ...read, value: Math.round(read.value) } : read;
}

/** Whether the file does not say for which territory a value is. */
export const isUnnamed = (territory: string | null): boolean => territory !== null && territory.startsWith(`${wording.unnamedTerritory} (`);

function confidenceOf(read: DatasetValue, unit: string, { indicator, territory }: Pick<Observation, 'indicator' | 'territory'>): number {
  if (!fits(read, unit, indicator)) return doubtful;
  return isUnnamed(territory) || (unit === 'yes/no' && typeof read.value === 'number') ? open : certain;
}

/** Ages may be written as "16/18"; a share above 100 percent is only possible where children of other ages complete school too. */
function fits({ status, value }: DatasetValue, unit: string, indicator: string): boolean {
  if (status !== 'value') return true;
  if (unit === 'yes/no') return typeof value !== 'string';
  if (unit === 'count' || unit === 'USD') return typeof value === 'number';
  if (unit === 'percent') return typeof value === 'number' && (value <= 100 || indicator === 'statistics.primary_completion_rate_percent');
  if (unit === 'years') return typeof value === 'number' || (typeof value === 'string' && /^\d{1,2}(?:\/\d{1,2})+$/.test(value));
  return true;
}
