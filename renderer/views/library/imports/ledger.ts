// The words, signs, filters and table form of the import ledger. Pure.

import type { ImportItem, ImportStatus } from '../../../../shared/core/library.ts';
import { dateAndTime } from '../../../components/dates.ts';
import { compareText, formatNames } from '../../../components/document-words.ts';
import type { Facet } from '../../../components/facet-list.tsx';
import type { Tone } from '../../../components/marks.tsx';

export const statusWords: Readonly<Record<ImportStatus, { sign: string; word: string; tone: Tone }>> = {
  failed: { sign: '✗', word: 'Failed', tone: 'gone' },
  warnings: { sign: '!', word: 'With warnings', tone: 'reworded' },
  duplicate: { sign: '=', word: 'Duplicate', tone: 'moved' },
  ok: { sign: '✓', word: 'Read', tone: 'new' },
  waiting: { sign: '·', word: 'Waiting', tone: 'plain' },
  cancelled: { sign: '–', word: 'Stopped', tone: 'unknown' },
};

/** What needs attention first. */
export const statuses = Object.keys(statusWords) as ImportStatus[];

export function canRetry(item: ImportItem): boolean {
  return item.status === 'failed' || item.status === 'cancelled';
}

/** What the address says is shown of the ledger; values of one kind add up, kinds narrow. */
export type LedgerFilter = { status: string[]; formats: string[]; runs: string[]; text: string };
export const noLedgerFilter: LedgerFilter = { status: [], formats: [], runs: [], text: '' };

/** How the address writes the format of a file that was not read and has no extension. */
const noFormat = 'none';

/** By its importer when it was read, else by the ending of its name. */
export function formatOf({ format, fileName }: ImportItem): string {
  if (format !== null) return format;
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase();
  return extension === undefined ? noFormat : (formatOfExtension[extension] ?? extension);
}

const formatOfExtension: Readonly<Record<string, string>> = { htm: 'html', xhtml: 'html', txt: 'text', md: 'markdown', eml: 'email', msg: 'email', tsv: 'csv', mht: 'mhtml' };

export function filterLedger(items: readonly ImportItem[], { status, formats, runs, text }: LedgerFilter): ImportItem[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    if (status.length > 0 && !status.includes(item.status)) return false;
    if (formats.length > 0 && !formats.includes(formatOf(item))) return false;
    if (runs.length > 0 && !runs.includes(item.runId)) return false;
    if (words.length === 0) return true;
    const said = `${item.fileName} ${item.reason}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}

/** Runs that the filter names; older ones are found by their text. */
const shownRuns = 12;

/** Counts by facet; each counts what the others leave, so that a count says what choosing it would add. */
export function ledgerFacets(items: readonly ImportItem[], filter: LedgerFilter): Facet[] {
  const counted = (id: 'status' | 'formats' | 'runs', valueOf: (item: ImportItem) => string) => {
    const counts = new Map<string, number>(filter[id].map((value) => [value, 0]));
    for (const item of filterLedger(items, { ...filter, [id]: [] })) counts.set(valueOf(item), (counts.get(valueOf(item)) ?? 0) + 1);
    return [...counts];
  };
  const runs = Map.groupBy(items, (item) => item.runId);
  const nameOfRun = (runId: string) => {
    const own = runs.get(runId) ?? [];
    const begun = own.reduce((earliest, item) => (item.at < earliest ? item.at : earliest), own[0]?.at ?? '');
    return `${dateAndTime(begun)} ${own[0]?.fileName.split('/').at(-1) ?? ''}${own.length > 1 ? ' …' : ''}`.trim();
  };
  return [
    { id: 'status', label: 'Status', values: counted('status', (item) => item.status).map(([value, count]) => ({ value, label: statusWords[value as ImportStatus]?.word ?? value, count })).toSorted((one, other) => statuses.indexOf(one.value as ImportStatus) - statuses.indexOf(other.value as ImportStatus)) },
    { id: 'formats', label: 'Format', values: counted('formats', formatOf).map(([value, count]) => ({ value, label: value === noFormat ? 'Without an ending' : (formatNames[value] ?? value.toUpperCase()), count })).toSorted((one, other) => other.count - one.count || compareText(one.label, other.label)) },
    {
      id: 'runs',
      label: 'Import',
      // Ids of runs are made one after another in time.
      values: counted('runs', (item) => item.runId).toSorted(([one], [other]) => (one < other ? 1 : -1)).slice(0, shownRuns).map(([value, count]) => ({ value, label: nameOfRun(value), count })),
    },
  ];
}

/** The ledger as CSV (RFC 4180), for a spreadsheet. */
export function ledgerCsv(items: readonly ImportItem[]): string {
  const rows = items.map((item) => [statusWords[item.status].word, item.fileName, String(item.size), item.reason, item.hint, item.at]);
  return [['Status', 'File', 'Bytes', 'Reason', 'What to do', 'When'], ...rows].map((row) => row.map(csvField).join(',')).join('\r\n');
}

function csvField(text: string): string {
  // A spreadsheet would take such a text for a formula, and a file name can be anybody's.
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
