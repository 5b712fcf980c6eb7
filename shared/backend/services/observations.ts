// Rules of recognised values: how they are put together for a document, a country and an indicator, and how the analyst corrects one.

import groups from '../../../resources/ilab/indicator-groups.json' with { type: 'json' };
import breaks from '../../../resources/ilab/method-breaks.json' with { type: 'json' };
import { cellsOf, type IndicatorMatrix, indicatorNames, type Matrix, matrixGroups, yearsOf } from '../../core/indicator.ts';
import { breaksOf, type PlacedValue } from '../../core/observation.ts';
import type { AdvancementLevel } from '../../core/recognition.ts';
import { UserError } from '../../core/user-error.ts';
import type { ParsedInput } from '../../rpc/contract.ts';
import { documentRow, documentsOfCountry } from '../store/documents.ts';
import { type Asked, correctedValues, correctionById, levelValues, putCorrection, recognisedValues, removeCorrection, suggestedActions } from '../store/observations.ts';
import type { Read } from '../store/write.ts';
import type { Command, Context, Query } from './handler.ts';
import { named } from './words.ts';

const nameOf = indicatorNames(groups);

const levelWords: Record<AdvancementLevel['level'], string> = { no: 'No', minimal: 'Minimal', moderate: 'Moderate', significant: 'Significant', 'no-assessment': 'No assessment' };

export const ofDocument: Query<'observations.ofDocument'> = (read, { id }) => {
  if (!documentRow(read, id)) throw gone();
  const values = allValues(read, { documentId: id });
  // A document that speaks of several countries has their values below one another, as it has several years.
  const rows = [...Map.groupBy(values, ({ indicator, country, territory, year }) => [indicator, country, territory, year].join('\n')).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const name = nameOf(first.indicator);
    const sourced = own.map(({ indicator: _indicator, country: _country, territory: _territory, year: _year, ...value }) => value);
    return [{ name, row: { indicator: first.indicator, name: name.name, unit: name.unit ?? first.unit, territory: first.territory, year: first.year, values: sourced } }];
  });
  const ordered = rows.toSorted((one, other) => one.name.order - other.name.order || one.row.name.localeCompare(other.row.name, 'en') || (one.row.territory ?? '').localeCompare(other.row.territory ?? '', 'en') || (one.row.year ?? 0) - (other.row.year ?? 0));
  const byGroup = [...Map.groupBy(ordered, ({ name }) => name.groupId)];
  return { documentId: id, groups: byGroup.map(([groupId, own]) => ({ id: groupId, name: own[0]?.name.groupName ?? groupId, rows: own.map(({ row }) => row) })), actions: suggestedActions(read, id) };
};

export const matrix: Query<'observations.matrix'> = (read, input, context) => countryMatrix(read, input, context);

/** The matrix as other nouns use it. */
export function countryMatrix(read: Read, { country, years: wanted }: ParsedInput<'observations.matrix'>, context: Context): Matrix {
  const values = allValues(read, { country });
  const editions = new Set(documentsOfCountry(read, country).flatMap((document) => (document.year !== null && document.kind !== 'cable' && document.kind !== 'generic' ? [document.year] : [])));
  const years = yearsOf(values, wanted);
  return {
    country,
    countryName: context.countryName(country) ?? country,
    years,
    editions: [...editions].toSorted((one, other) => one - other),
    breaks,
    groups: matrixGroups(values, years, nameOf, breaks),
  };
}

export const indicator: Query<'observations.indicator'> = (read, { indicator: key, countries, years: wanted }, context) => {
  const values = allValues(read, { indicator: key, countries: countries ?? null });
  const years = yearsOf(values, wanted);
  const own = breaksOf(key, breaks);
  const rows = [...Map.groupBy(values, ({ country, territory }) => `${country ?? ''}\n${territory ?? ''}`).values()].flatMap((group): IndicatorMatrix['rows'] => {
    const [first] = group;
    if (!first?.country) return [];
    const cells = cellsOf(group, years, own);
    return cells.some((cell) => cell !== null) ? [{ country: first.country, countryName: context.countryName(first.country) ?? first.country, territory: first.territory, cells }] : [];
  });
  const { name, unit } = nameOf(key);
  return { indicator: key, name, unit: unit ?? values[0]?.unit ?? null, years, breaks: own, rows: rows.toSorted((one, other) => one.countryName.localeCompare(other.countryName, 'en') || (one.territory ?? '').localeCompare(other.territory ?? '', 'en')) };
};

export const correct: Command<'observations.correct'> = (write, input, context) => {
  const document = documentRow(write, input.documentId);
  if (!document) throw gone();
  const { documentId, indicator: key, territory, year, status, reason } = input;
  const original = allValues(write, { documentId }).find((value) => value.correction === null && value.indicator === key && value.territory === territory && value.year === year);
  const unit = original?.unit ?? nameOf(key).unit;
  const id = putCorrection(write, context.newId(), { documentId, indicator: key, territory, year, reportedYear: document.year, status, value: fittingValue(input, unit), unit, reason, author: context.author, madeAt: context.now() });
  return { value: { id }, label: `Correct ${named(nameOf(key).name)} of ${year}` };
};

export const uncorrect: Command<'observations.uncorrect'> = (write, { id }) => {
  const correction = correctionById(write, id);
  if (!correction) throw new UserError('not-found', 'This correction is not there any more.', 'It may have been taken back already.');
  removeCorrection(write, id);
  return { value: null, label: `Take back the correction of ${named(nameOf(correction.indicator).name)}` };
};

/** Corrections first, so that each stands before what it corrects. The level is written in the same words for all kinds of documents. */
function allValues(read: Read, asked: Asked): PlacedValue[] {
  const levels = levelValues(read, asked, (level) => levelWords[level.level]);
  const withLevel = new Set(levels.map((value) => value.documentId));
  const recognised = recognisedValues(read, asked).filter((value) => !(value.indicator.startsWith('advancement_level.') && withLevel.has(value.documentId)));
  return [...correctedValues(read, asked), ...levels, ...recognised];
}

function fittingValue({ status, value }: ParsedInput<'observations.correct'>, unit: string | null): number | boolean | string | null {
  if (status !== 'value') return null;
  if (value === null) throw new UserError('invalid-input', 'The value is missing.', 'Type it, or choose Unknown, N/A, Unavailable or Not printed.');
  if (typeof value === 'number' && !Number.isFinite(value)) throw new UserError('invalid-input', 'This is not a number.');
  if ((unit === 'count' || unit === 'percent' || unit === 'USD') && typeof value !== 'number') throw new UserError('invalid-input', 'This indicator is a number.', 'Type digits only, such as 1250 or 3.2.');
  if (unit === 'yes/no' && typeof value !== 'boolean') throw new UserError('invalid-input', 'This indicator is Yes or No.');
  return value;
}

function gone(): UserError {
  return new UserError('not-found', 'This document is not in the project any more.', 'It may have been removed; undo brings it back.');
}
