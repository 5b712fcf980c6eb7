// Countries with several jurisdictions print their values by territory: in a column beside the label ("Related Entity"), in columns of their own,
// in rows below the label or under the territory's name, in the label, in one cell ("Mainland: Yes; Zanzibar: No"), or in a table of its own. This
// file says which row speaks of what and for whom; it does not read values.

import type { ParsedDocument } from '../../../core/document.ts';
import { withoutCitations } from './cells.ts';
import { rowsWithin } from './merged-rows.ts';
import { cleanLabel } from './row-labels.ts';
import { tableTitles, type ReportCell, type ReportRow, type ReportTable } from './report-tables.ts';
import { fold, foldKnown } from './wording.ts';

const entityColumn = /^(?:related)?(?:entity|entities)$|^territor|^jurisdiction|^province|^region$|^relatedregion/u;
/** A name is short; a longer text between label and value is no territory. */
const longestName = 80;

/** A territory's name as printed, without citations, signs and brackets around it; null when it is empty or no name. */
function territoryName(text: string): string | null {
  const name = withoutCitations(text).replace(/[*†‡§¶]/gu, '').replace(/^[\s(:–—-]+|[\s):;,–—-]+$/gu, '').replace(/\s+/gu, ' ');
  // "Federation (FBiH" lost its closing bracket above.
  const whole = /\([^)]*$/u.test(name) ? `${name})` : name;
  return whole === '' || whole.length > longestName || !/\p{L}/u.test(whole) ? null : whole;
}

/** The territory that the title of a table adds to the title of the series: "Laws and Regulations on Child Labor in Zanzibar". */
export function territoryOfTitle({ title }: ReportTable): { territory: string | null } {
  for (const known of tableTitles.flatMap((entry) => entry.titles).toSorted((a, b) => b.length - a.length)) {
    if (!fold(title).startsWith(foldKnown(known)) || fold(title) === foldKnown(known)) continue;
    const rest = title.slice(lengthOf(title, foldKnown(known).length));
    const added = /^\s*(?:[:(–—-]\s*|,?\s*\b(?:in|for)\s+(?:the\s+)?)(.+)$/u.exec(rest)?.[1];
    return { territory: added === undefined ? null : territoryName(added) };
  }
  return { territory: null };
}

/** How many characters of `text` give its first `folded` letters and digits. */
function lengthOf(text: string, folded: number): number {
  let at = 0;
  while (at < text.length && fold(text.slice(0, at)).length < folded) at++;
  return at;
}

export type LabelledRow = { row: ReportRow; label: string; territory: string | null };

type Columns = {
  /** The first column that holds values. */
  valuesFrom: number;
  isKnown: (label: string) => boolean;
};

const textOf = (cell: ReportCell | null | undefined): string => (cell === null || cell === undefined ? '' : withoutCitations(cell.text));

/** The column of territories: named so, or a column of names between the labels and the values; null when there is none. */
function territoryColumn(table: ReportTable, valuesFrom: number): number | null {
  const width = Math.max(0, ...table.rows.map((row) => row.cells.length));
  for (let at = 1; at < width; at++) {
    if (table.header.some((row) => entityColumn.test(fold(row.cells[at]?.text ?? '')))) return at;
  }
  for (let at = 1; at < valuesFrom; at++) {
    const names = table.rows.map((row) => row.cells[at]).filter((cell) => textOf(cell) !== '');
    if (names.length > 0 && names.every((cell) => territoryName(cell?.text ?? '') !== null)) return at;
  }
  return null;
}

/** The rows that hold values, each with the label of the series and its territory. A row of another series is left out. */
export function labelledRows(document: ParsedDocument, printed: ReportTable, { valuesFrom, isKnown }: Columns): LabelledRow[] {
  const titled = territoryOfTitle(printed).territory;
  const entityAt = territoryColumn(printed, valuesFrom);
  const table = { ...printed, rows: printed.rows.flatMap((row) => rowsWithin(document, row, { valuesFrom: Math.max(valuesFrom, (entityAt ?? 0) + 1), isKnown, entityAt })) };
  const hasValues = (row: ReportRow): boolean => row.cells.some((cell, at) => at >= Math.min(valuesFrom, row.cells.length - 1) && at > 0 && at !== entityAt && textOf(cell) !== '');
  const rows: LabelledRow[] = [];
  if (entityAt !== null) {
    let label = '';
    for (const row of table.rows) {
      const own = cleanLabel(row.cells[0]?.text ?? '');
      if (own !== '') label = own;
      if (isKnown(label) && hasValues(row)) rows.push({ row, label, territory: territoryName(row.cells[entityAt]?.text ?? '') ?? titled });
    }
    return rows;
  }
  const labels = table.rows.map((row) => cleanLabel(row.cells[0]?.text ?? ''));
  const printedTwice = labels.some((label, at) => label !== '' && isKnown(label) && labels.findIndex((other) => fold(other) === fold(label)) < at);
  /** A label without values, under which each territory has a row; and a territory's name, under which the labels come again. */
  let group: string | null = null;
  let part: string | null = null;
  table.rows.forEach((row, at) => {
    const label = labels[at] ?? '';
    if (isKnown(label)) {
      group = hasValues(row) ? null : label;
      if (hasValues(row)) rows.push({ row, label, territory: part ?? titled });
      return;
    }
    const inLabel = splitLabel(label, isKnown);
    if (inLabel !== null && hasValues(row)) rows.push({ row, ...inLabel });
    else if (hasValues(row)) {
      if (group !== null) rows.push({ row, label: group, territory: territoryName(label) ?? titled });
    } else {
      group = null;
      if (printedTwice && label !== '') part = territoryName(label);
    }
  });
  return rows;
}

/** "Minimum Age for Work (Zanzibar)", "Minimum Age for Work – Zanzibar", "Zanzibar: Minimum Age for Work". */
function splitLabel(text: string, isKnown: (label: string) => boolean): { label: string; territory: string | null } | null {
  const behind = /^(.+?)\s*(?:\(([^()]+)\)|\s[–—-]\s*(.+)|:\s*(.+)|,\s*(.+))$/u.exec(text);
  const added = behind?.[2] ?? behind?.[3] ?? behind?.[4] ?? behind?.[5];
  if (behind?.[1] !== undefined && added !== undefined && isKnown(behind[1])) return { label: behind[1], territory: territoryName(added) };
  const before = /^(.+?)\s*(?:\s[–—-]|:)\s*(.+)$/u.exec(text);
  if (before?.[1] !== undefined && before[2] !== undefined && isKnown(before[2])) return { label: before[2], territory: territoryName(before[1]) };
  return null;
}

export type CellPart = ReportCell & { territory: string | null };

const named = /(?:^|[;\n]\s*)(\p{Lu}[\p{L}\p{M} .,'’()&-]{1,60}?):\s*([^;\n]+?)\s*(?=;|\n|$)/gu;

/** The parts of a cell that names territories before its values; the whole cell when it does not. */
export function cellParts(cell: ReportCell): CellPart[] {
  const parts = [...cell.text.matchAll(named)].map((match): CellPart => {
    const start = cell.start + match.index + match[0].indexOf(match[2] ?? '', match[0].indexOf(':'));
    const text = match[2] ?? '';
    return { start, end: start + text.length, text, territory: territoryName(match[1] ?? '') };
  });
  return parts.length > 1 ? parts : [{ ...cell, territory: null }];
}
