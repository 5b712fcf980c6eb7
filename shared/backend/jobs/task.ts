// Work that is too long for the application's own thread, as data in and data out.

import type { ComparisonRow } from '../../core/comparison.ts';
import type { HeldFile, ParsedDocument } from '../../core/document.ts';
import type { DocumentKind, Recognition } from '../../core/recognition.ts';
import { type ComparedEdition, compareEditions } from '../../core/comparing.ts';
import { chooseImporter } from '../importers/index.ts';
import { recognise } from '../recognisers/index.ts';

export type ReadFile = { kind: 'read-file'; name: string; bytes: Uint8Array; as: DocumentKind | null };
export type CompareEditions = { kind: 'compare-editions'; editions: ComparedEdition[] };

export type Task = ReadFile | CompareEditions;
export type Understood = { parsed: ParsedDocument; recognition: Recognition };
/** `parts` when the file is a collection: its documents, each under a name of its own. */
export type FileRead = Understood & { format: string; files: HeldFile[]; parts?: (Understood & { name: string })[] };
export type Result<Given extends Task> = Given extends ReadFile ? FileRead : ComparisonRow[];

/** Throws UserError for a file that cannot be read. `onProgress` is told done and total. */
export async function perform(task: Task, onProgress: (done: number, total: number) => void): Promise<FileRead | ComparisonRow[]> {
  if (task.kind === 'compare-editions') return compareEditions(task.editions);
  const importer = await chooseImporter(task);
  const read = await importer.parse({ name: task.name, bytes: task.bytes, onProgress });
  const understand = (name: string, document: ParsedDocument): Understood => {
    const { parsed, recognition } = recognise({ name, parsed: document }, task.as ?? undefined);
    const { source: _source, files: _files, parts: _parts, ...kept } = parsed;
    return { parsed: kept, recognition };
  };
  const parts = read.parts?.map(({ name, parsed }) => ({ name, ...understand(name, parsed) }));
  return { format: importer.id, ...understand(task.name, read), files: read.files ?? [], ...(parts && { parts }) };
}
