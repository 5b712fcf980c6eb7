// The words, signs and table form of the import ledger. Pure.

import type { ImportItem, ImportStatus } from '../../../../shared/core/library.ts';
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
