// Which rows of a comparison a brief shows: reads the stored specification and applies it. Aligning texts is not done here.

import { comparisonClasses, type Comparison, type ComparisonClass, type ComparisonRow } from '../comparison.ts';
import { UserError } from '../user-error.ts';
import type { ComparisonSpec } from './model.ts';

/** Rows are read, not scrolled, in a brief; a whole report pair has about 300. */
export const defaultMaxRows = 40;
const mostRows = 1000;

/** Checks a specification from outside (stored JSON, command line). Throws UserError('invalid-input') naming what is wrong. */
export function parseComparisonSpec(value: unknown): ComparisonSpec {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong('It is not an object.');
  const { country, years, documentIds = [], section = null, classes = [], maxRows = defaultMaxRows } = value as Record<string, unknown>;
  if (typeof country !== 'string' || !/^[A-Z]{3}$/.test(country)) throw wrong('The country must be a code of three capital letters, such as KAZ.');
  if (!Array.isArray(years)) throw wrong('The years must be a list.');
  const known = [...new Set(years.filter((year): year is number => Number.isInteger(year) && year >= 1000 && year <= 9999))];
  if (!Array.isArray(documentIds) || !documentIds.every((each) => typeof each === 'string') || documentIds.length > 9) throw wrong('The editions must be a list of up to nine documents.');
  if (known.length !== years.length || known.length > 9 || (known.length < 2 && documentIds.length < 2)) throw wrong('It needs two to nine different years.');
  if (section !== null && typeof section !== 'string') throw wrong('The section must be a title.');
  if (!Array.isArray(classes) || !classes.every(isClass)) throw wrong(`The kinds of change must be from this list: ${comparisonClasses.join(', ')}.`);
  if (typeof maxRows !== 'number' || !Number.isInteger(maxRows) || maxRows < 1) throw wrong('The largest number of rows must be 1 or more.');
  return {
    country,
    years: known.toSorted((one, other) => one - other),
    documentIds: [...new Set(documentIds)],
    section: section?.trim() || null,
    classes: [...new Set(classes)],
    maxRows: Math.min(maxRows, mostRows),
  };
}

/** The rows that meet the specification, and how many more there would be. */
export function selectRows(spec: ComparisonSpec, comparison: Comparison): { rows: ComparisonRow[]; omitted: number } {
  const wanted = spec.section?.toLocaleLowerCase('en') ?? null;
  const classes: ReadonlySet<ComparisonClass> = new Set(spec.classes.length > 0 ? spec.classes : comparisonClasses.filter((each) => each !== 'same'));
  const rows = comparison.rows.filter(
    (row) =>
      row.steps.some((step) => step && classes.has(step.class)) &&
      (wanted === null || row.section?.trim().toLocaleLowerCase('en') === wanted || row.sectionRole?.toLocaleLowerCase('en') === wanted),
  );
  return { rows: rows.slice(0, spec.maxRows), omitted: Math.max(0, rows.length - spec.maxRows) };
}

function isClass(value: unknown): value is ComparisonClass {
  return comparisonClasses.some((each) => each === value);
}

function wrong(reason: string): UserError {
  return new UserError('invalid-input', `The comparison of this brief cannot be read. ${reason}`);
}
