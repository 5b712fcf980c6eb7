// Work that is too long for the application's own thread, as data in and data out.

import type { ComparisonRow } from '../../core/comparison.ts';
import type { ParsedDocument } from '../../core/document.ts';
import type { DocumentKind, Recognition } from '../../core/recognition.ts';
import { type ComparedEdition, compareEditions } from '../../core/comparing.ts';
import { chooseImporter } from '../importers/index.ts';
import { recognise } from '../recognisers/index.ts';

export type ReadFile = { kind: 'read-file'; name: string; bytes: Uint8Array; as: DocumentKind | null };
export type CompareEditions = { kind: 'compare-editions'; editions: ComparedEdition[] };

export type Task = ReadFile | CompareEditions;
export type FileRead = { format: string; parsed: ParsedDocument; recognition: Recognition };
export type Result<Given extends Task> = Given extends ReadFile ? FileRead : ComparisonRow[];

/** Throws UserError for a file that cannot be read. `onProgress` is told done and total. */
export async function perform(task: Task, onProgress: (done: number, total: number) => void): Promise<FileRead | ComparisonRow[]> {
  if (task.kind === 'compare-editions') return compareEditions(task.editions);
  const importer = await chooseImporter(task);
  const read = await importer.parse({ name: task.name, bytes: task.bytes, onProgress });
  const { parsed, recognition } = recognise({ name: task.name, parsed: read }, task.as ?? undefined);
  const { source: _, ...kept } = parsed;
  return { format: importer.id, parsed: kept, recognition };
}
