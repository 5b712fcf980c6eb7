// One sheet: its cells as rows of texts, with the cells that span several. It does not say what is a table (grid.ts does).

import type { GridCell, GridRow } from '../grid.ts';
import { localAttributes, localName, readXml, xmlText } from '../xml-part.ts';
import { formatNumber, plainNumber } from './number-format.ts';
import { plainCell, type SharedStrings } from './strings.ts';
import type { CellFormats } from './styles.ts';

export type SheetContext = { strings: SharedStrings; formats: CellFormats; date1904: boolean };

export type SheetReading = {
  rows: GridRow[];
  /** Cells with text. */
  cells: number;
  formulasWithoutValue: number;
  /** Texts in cells that another cell covers. */
  hiddenTexts: string[];
  /** Heads and feet of the printed pages. */
  edges: string[];
  whole: boolean;
};

/** Cells by row and column. */
type Rows = Map<number, Map<number, GridCell>>;

type Area = { left: number; top: number; right: number; bottom: number };

/** Spans beyond these are decoration; covering each of their cells would cost more than it says. */
const mostCovered = 200_000;
const mostAreas = 20_000;

/** Reads at most `limit` cells; more are counted as the limit. */
export function readSheet(part: Uint8Array, { strings, formats, date1904 }: SheetContext, limit: number): SheetReading {
  const rows: Rows = new Map();
  const doubled: string[] = [];
  const areas: Area[] = [];
  const edges: string[] = [];
  let cells = 0;
  let formulasWithoutValue = 0;
  let row = -1;
  let column = -1;
  let type = 'n';
  let style = 0;
  let value = '';
  let formula = '';
  let inline = '';
  let aside = 0;
  let element = '';
  let edge = '';

  const cellText = (): string => {
    if (type === 'inlineStr' || (inline !== '' && value === '')) return plainCell(inline);
    if (value === '') {
      if (formula.trim() === '') return '';
      formulasWithoutValue++;
      return `=${plainCell(formula)}`;
    }
    if (type === 's') return strings.texts[Number(value)] ?? '';
    if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE';
    if (type !== 'n') return plainCell(value);
    const number = Number(value);
    const format = formats[style];
    if (Number.isNaN(number)) return plainCell(value);
    return format === undefined ? plainNumber(number) : formatNumber(number, format, date1904);
  };

  const whole = readXml(xmlText(part), {
    open: (qualified, all) => {
      element = localName(qualified);
      const attributes = element === 'row' || element === 'c' || element === 'mergeCell' ? localAttributes(all) : {};
      if (element === 'row') {
        row = Number.isInteger(Number(attributes['r'])) && attributes['r'] ? Number(attributes['r']) - 1 : row + 1;
        column = -1;
      } else if (element === 'c') {
        const place = placeOf(attributes['r'] ?? '');
        column = place?.column ?? column + 1;
        if (place) row = place.row;
        type = attributes['t'] ?? 'n';
        style = Number(attributes['s'] ?? 0);
        value = '';
        formula = '';
        inline = '';
      } else if (element === 'rPh') aside++;
      else if (element === 'mergeCell' && areas.length < mostAreas) {
        const [from, to] = (attributes['ref'] ?? '').split(':').map(placeOf);
        if (from && to) areas.push({ left: from.column, top: from.row, right: to.column, bottom: to.row });
      }
    },
    close: (qualified) => {
      const name = localName(qualified);
      if (name === 'rPh') aside--;
      if (/^(?:odd|even|first)(?:Header|Footer)$/.test(name)) {
        const text = printedEdge(edge);
        if (text !== '' && !edges.includes(text)) edges.push(text);
        edge = '';
      }
      element = '';
      if (name !== 'c' || cells >= limit) return;
      const text = cellText();
      if (text === '') return;
      cells++;
      const known = rows.get(row) ?? new Map<number, GridCell>();
      rows.set(row, known);
      if (known.has(column)) doubled.push(text);
      else known.set(column, { column, text });
    },
    text: (text) => {
      if (element === 'v') value += text;
      else if (element === 'f') formula += text;
      else if (element === 't' && aside === 0) inline += text;
      else if (/(?:Header|Footer)$/.test(element)) edge += text;
    },
  });
  const hiddenTexts = [...doubled, ...cover(rows, areas)];
  return { rows: inOrder(rows), cells, formulasWithoutValue, hiddenTexts, edges, whole };
}

/** "B7" as column 1 and row 6; null for anything else. */
function placeOf(reference: string): { column: number; row: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!found) return null;
  let column = 0;
  for (const letter of found[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(found[2]) - 1 };
}

/** Marks the cells under each spanning cell, and answers the texts that are hidden there. */
function cover(rows: Rows, areas: readonly Area[]): string[] {
  const hidden: string[] = [];
  let covered = 0;
  for (const { left, top, right, bottom } of areas) {
    const anchor = rows.get(top)?.get(left);
    const size = (right - left + 1) * (bottom - top + 1);
    if (!anchor || size < 2 || covered + size > mostCovered) continue;
    covered += size;
    anchor.colSpan = right - left + 1;
    anchor.rowSpan = bottom - top + 1;
    for (let at = top; at <= bottom; at++) {
      const row = rows.get(at) ?? new Map<number, GridCell>();
      rows.set(at, row);
      for (let column = left; column <= right; column++) {
        if (at === top && column === left) continue;
        const cell = row.get(column);
        if (!cell) row.set(column, { column, text: '', covered: true });
        else {
          if (cell.text !== '') hidden.push(cell.text);
          cell.text = '';
          cell.covered = true;
        }
      }
    }
  }
  return hidden;
}

/** Rows from top to bottom; a gap between them is one blank row. */
function inOrder(rows: Rows): GridRow[] {
  const ordered: GridRow[] = [];
  let before: number | null = null;
  for (const [at, row] of [...rows].sort(([left], [right]) => left - right)) {
    if (before !== null && at > before + 1) ordered.push([]);
    ordered.push([...row.values()].sort((left, right) => left.column - right.column));
    before = at;
  }
  return ordered;
}

/** "&LDraft&CPage &P": letters after the sign place and count, the rest is printed (ISO/IEC 29500-1, 18.3.1.46). */
function printedEdge(codes: string): string {
  return codes
    .replace(/&"[^"]*"|&K[\dA-Fa-f]{6}|&K\d\d[+-]\d{3}|&\d+|&[A-Z]/g, ' ')
    .replaceAll('&&', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
