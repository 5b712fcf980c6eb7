// Reads what the web page prints above a cable: identifier, created, classification, origin, title, tags, and its own furniture.
// In text copies the labels and their values are two vertical runs; "Label: value" lines and rows of a table occur too.

import type { TextRange } from '../../../core/document.ts';
import { identifierParts } from './identifier.ts';
import { levelOf } from './marking.ts';
import { trimmed } from './source.ts';
import type { Line } from './source.ts';
import { printedDate } from './time-group.ts';

export type PageField = 'identifier' | 'created' | 'released' | 'classification' | 'origin' | 'title' | 'tags' | 'references';
/** A value with its place; label is null when the page prints the value without one. */
export type PageValue = TextRange & { field: PageField; value: string; label: TextRange | null };
export type PageMetadata = {
  values: PageValue[];
  /** Labels without a value: rows of a table that hold the labels of its columns, and labels whose value is missing. */
  labelRows: TextRange[];
  /** Short lines of the web site around the cable. */
  noise: TextRange[];
  /** Longer text above the cable, kept as notes. */
  notes: TextRange[];
};

const LABELS: readonly [PageField, RegExp][] = [
  ['identifier', /^(?:identifier|reference id(?:entifier)?|cable id|canonical id)$/i],
  ['created', /^(?:created|date)$/i],
  ['released', /^released$/i],
  ['classification', /^(?:classification|original classification)$/i],
  ['origin', /^(?:origin|from)$/i],
  ['title', /^(?:cable title|title)$/i],
  ['tags', /^tags$/i],
  ['references', /^referenced cables$/i],
];
const LABELLED = /^(\s{0,40})([A-Za-z][A-Za-z ]{2,24}?)\s{0,4}(?::(.*))?$/;
const ROW =
  /^\s{0,40}(\d{2}[A-Z]{2,20}\d{1,7})\s+(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2})?)?)\s+(?:(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2})?)?)\s+)?((?:UNCLASSIFIED|CONFIDENTIAL|SECRET)(?:\/\/[A-Z ]{3,24}?)?)\s+(\S.{2,60})$/i;
const VIEWING = /^(\s{0,40}viewing cable )(\S{4,40}), (\S.*)$/i;
/** Longer lines above a cable are somebody's text, not furniture. */
const LONGEST_NOISE = 80;

type Labelled = { field: PageField; label: TextRange; value: TextRange };

function labelled(line: Line): Labelled | null {
  const found = LABELLED.exec(line.text.slice(0, 600).trimEnd());
  const name = found?.[2]?.trim() ?? '';
  const field = LABELS.find(([, pattern]) => pattern.test(name))?.[0];
  if (found === null || field === undefined) return null;
  const start = line.start + (found[1]?.length ?? 0);
  const label = { start, end: start + name.length };
  const colon = found[3] === undefined ? line.end : line.end - (line.text.length - line.text.indexOf(':') - 1);
  return { field, label, value: { start: colon, end: line.end } };
}

/** The field a value is of by its shape: identifiers, dates and classifications cannot be mistaken. */
function shapeOf(text: string): PageField | null {
  const value = text.trim();
  if (value.length > 80) return null;
  if (/^\d{2,4}[A-Z]{2,20}\d{1,7}(?:_[a-z])?$/i.test(value) && identifierParts(value.replace(/^(?:19|20)(?=\d\d[A-Z])/, '').replace(/_[a-z]$/i, '')) !== null)
    return 'identifier';
  if (printedDate(value) !== null) return 'created';
  return levelOf(value) === null ? null : 'classification';
}

/** True for "Reference ID  Created  Released  Classification  Origin" on one line. */
function isRowOfLabels(line: Line): boolean {
  const names = line.text
    .slice(0, 200)
    .trim()
    .split(/ {2,}|(?<=ID|Identifier|Created|Released|Classification) /);
  return names.length >= 3 && names.every((name) => LABELS.some(([, pattern]) => pattern.test(name.trim())));
}

/** Reads the lines above a cable. Without any label or identifier among them they are all notes. */
export function readPageMetadata(work: string, lines: readonly Line[]): PageMetadata {
  const page: PageMetadata = { values: [], labelRows: [], noise: [], notes: [] };
  const rest: Line[] = [];
  const has = (field: PageField): boolean => page.values.some((value) => value.field === field);
  const add = (field: PageField, value: TextRange, label: TextRange | null): void => {
    const range = trimmed(work, value);
    const real = field === 'created' && has('created') ? 'released' : field;
    page.values.push({ field: real, value: work.slice(range.start, range.end).replace(/\s+/g, ' '), label, ...range });
  };
  const filled = lines.filter((line) => !line.blank);
  let viewed: TextRange | null = null;
  let at = 0;
  while (at < filled.length) {
    const line = filled[at];
    if (line === undefined) break;
    const row = ROW.exec(line.text.slice(0, 300));
    if (row !== null) {
      let from = line.start;
      for (const [index, field] of (['identifier', 'created', 'released', 'classification', 'origin'] as const).entries()) {
        const text = row[index + 1];
        if (text === undefined) continue;
        const start = work.indexOf(text, from);
        add(field, { start, end: start + text.length }, null);
        from = start + text.length;
      }
      at += 1;
      continue;
    }
    const heading = VIEWING.exec(line.text.slice(0, 600));
    if (heading !== null && !has('title')) {
      const start = line.start + (heading[1]?.length ?? 0);
      viewed = { start, end: start + (heading[2]?.length ?? 0) };
      add('title', { start: viewed.end + 2, end: line.end }, trimmed(work, { start: line.start, end: viewed.end }));
      at += 1;
      continue;
    }
    if (isRowOfLabels(line)) {
      page.labelRows.push(trimmed(work, line));
      at += 1;
      continue;
    }
    const one = labelled(line);
    if (one === null) {
      const shape = shapeOf(line.text);
      const next = filled[at + 1];
      if (shape !== null && !(shape !== 'identifier' && page.values.length === 0)) add(shape, line, null);
      else if (has('classification') && !has('origin') && page.values.at(-1)?.field === 'classification' && line.text.trim().length <= 60 && next !== undefined)
        add('origin', line, null);
      else rest.push(line);
      at += 1;
      continue;
    }
    at = readLabelled(work, filled, at, one, page, add);
  }
  if (viewed !== null && !has('identifier')) add('identifier', viewed, null);
  const isPage = page.values.length > 0;
  for (const line of rest) (isPage && line.text.trim().length <= LONGEST_NOISE ? page.noise : page.notes).push(trimmed(work, line));
  return page;
}

/** Reads one labelled value, or a run of labels followed by the run of their values; gives the index after it. */
function readLabelled(
  work: string,
  filled: readonly Line[],
  from: number,
  first: Labelled,
  page: PageMetadata,
  add: (field: PageField, value: TextRange, label: TextRange | null) => void,
): number {
  const run: Labelled[] = [];
  let at = from;
  for (let one: Labelled | null = first; one !== null;) {
    if (work.slice(one.value.start, one.value.end).trim() !== '') {
      if (run.length > 0) break;
      add(one.field, one.value, one.label);
      return at + 1;
    }
    run.push(one);
    at += 1;
    const next = filled[at];
    one = next === undefined ? null : labelled(next);
  }
  for (const [index, one] of run.entries()) {
    const line = filled[at];
    if (line === undefined || labelled(line) !== null) {
      page.labelRows.push(...run.slice(index).map(({ label }) => label));
      break;
    }
    const shape = shapeOf(line.text);
    // A value that shows another label's shape means that a value is missing.
    const misfit = shape !== null && shape !== one.field && one.field !== 'released' && run.slice(index).some((later) => later.field === shape);
    if (misfit) {
      page.labelRows.push(one.label);
      continue;
    }
    add(one.field, line, one.label);
    at += 1;
  }
  return at;
}
