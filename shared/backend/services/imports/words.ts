// What the ledger says of a file: which sentence stands for what was warned of, what a collection holds, and what failed.

import type { Warning } from '../../../core/document.ts';
import type { Recognition } from '../../../core/recognition.ts';
import { UserError } from '../../../core/user-error.ts';
import type { ImportForm } from '../../jobs/import-form.ts';
import type { Outcome } from '../../store/imports.ts';
import { counted } from '../words.ts';

/** The sentences that a collection's line of the ledger repeats of its parts; each part keeps its own. */
const toldWarnings = 5;

/** Of a file that was read: what was warned of, and for a collection what it holds. */
export function told(read: ImportForm, held: Warning[]): Pick<Outcome, 'status' | 'reason' | 'hint'> {
  const { parts } = read;
  const warnings = [...new Set([read, ...(parts ?? [])].flatMap(({ parsed, recognition }) => [...parsed.warnings, ...recognition.warnings]).concat(held).map((warning) => warning.message))];
  const status = warnings.length > 0 ? 'warnings' : 'ok';
  if (!parts) return { status, reason: warnings.join(' '), hint: '' };
  const countries = new Set(parts.map((part) => part.recognition.country?.iso3).filter((iso3) => iso3 !== undefined));
  const holds = countries.size === parts.length ? counted(parts.length, 'country', 'countries') : counted(parts.length, 'document');
  const more = warnings.length > toldWarnings ? [`${counted(warnings.length - toldWarnings, 'more warning stands', 'more warnings stand')} with the documents.`] : [];
  return { status, reason: [`${holds}.`, ...warnings.slice(0, toldWarnings), ...more].join(' '), hint: '' };
}

/** Of an archive, which becomes no document itself. */
export function toldOfArchive(files: number, warnings: Warning[]): Outcome {
  const said = warnings.map((warning) => warning.message).join(' ');
  if (files === 0) return { status: 'failed', reason: said, hint: 'Unpack it and import the files you need.', documentId: null };
  return { status: warnings.length > 0 ? 'warnings' : 'ok', reason: `Holds ${counted(files, 'file')}; each has a line of its own. ${said}`.trim(), hint: '', documentId: null };
}

/** `onBug` keeps the details and answers under which id. */
export function toldOfFailure(error: unknown, onBug: (error: unknown) => string): Outcome {
  if (error instanceof UserError) return { status: error.code === 'cancelled' ? 'cancelled' : 'failed', reason: error.message, hint: error.hint, documentId: null };
  return { status: 'failed', reason: 'This file could not be read because of a fault in Annals; the others are not affected.', hint: `The log has the details under ${onBug(error)}.`, documentId: null };
}

export function titleOf(recognition: Recognition, fileName: string): string {
  const title = recognition.title.replace(/\s+/g, ' ').trim();
  return title === '' ? (fileName.split('/').at(-1) ?? fileName) : title.slice(0, 2000);
}
