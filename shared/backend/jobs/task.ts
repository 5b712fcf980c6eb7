// Work that is too long for the application's own thread, as data in and data out.

import type { ComparisonRow } from '../../core/comparison.ts';
import type { ParsedDocument } from '../../core/document.ts';
import type { DocumentKind } from '../../core/recognition.ts';
import { type Anchor, type AnchoredText, type Placed, placeAnchors } from '../../core/anchoring.ts';
import type { EditionRule } from '../../core/alignment.ts';
import { type ComparedEdition, compareEditions } from '../../core/comparing.ts';
import { type Sketch, sketchOf } from '../../core/likeness.ts';
import type { RecognisedPage } from '../../core/ocr.ts';
import { chooseImporter, readScannedPdf, recognisePage } from '../importers/index.ts';
import { divided, recognise } from '../recognisers/index.ts';
import type { FileRead, Understood } from './file-read.ts';
import { type ImportForm, importForm } from './import-form.ts';

export type { FileRead, Understood } from './file-read.ts';

/** `recognised`: what OCR read on pages of a PDF; laid out with the rest. */
export type ReadFile = { kind: 'read-file'; name: string; bytes: Uint8Array; as: DocumentKind | null; recognised?: readonly RecognisedPage[] };
/** One page of a PDF read by OCR. */
export type RecognisePage = { kind: 'recognise-page'; bytes: Uint8Array; page: number; languages: readonly string[]; folders: readonly string[] };
export type CompareEditions = { kind: 'compare-editions'; editions: ComparedEdition[]; /** Corrections by hand, newest first. */ rules?: EditionRule[] };

/** A file as an import keeps it: read like 'read-file', and made ready so that the application's own thread has little left to do. */
export type ImportFile = Omit<ReadFile, 'kind'> & { kind: 'import-file' };
export type SketchTexts = { kind: 'sketch-texts'; texts: string[] };

/** Annotations to be placed in another text, by the text in which each stood. `budget` in ms for each of the older texts. */
export type PlaceAnnotations = { kind: 'place-annotations'; newer: AnchoredText; sources: { older: AnchoredText; anchors: Anchor[] }[]; budget: number };

export type Task = PlaceAnnotations | RecognisePage | ReadFile | ImportFile | SketchTexts | CompareEditions;
type Results = { 'place-annotations': Placed[]; 'recognise-page': RecognisedPage; 'read-file': FileRead; 'import-file': ImportForm; 'sketch-texts': Sketch[]; 'compare-editions': ComparisonRow[] };
export type Result<Given extends Task> = Results[Given['kind']];

/** The steps in which a comparison tells how far it is. */
const wholeComparison = 1000;

/** Throws UserError for a file that cannot be read. `onProgress` is told done and total. */
export async function perform(task: Task, onProgress: (done: number, total: number) => void): Promise<Results[Task['kind']]> {
  if (task.kind === 'place-annotations') return task.sources.map(({ older, anchors }) => placeAnchors(older, task.newer, anchors, { now: () => performance.now(), budget: task.budget, onProgress }));
  if (task.kind === 'compare-editions') return compareEditions(task.editions, task.rules ?? [], (share) => onProgress(Math.round(share * wholeComparison), wholeComparison));
  if (task.kind === 'recognise-page') return recognisePage(task);
  if (task.kind === 'sketch-texts') return task.texts.map(sketchOf);
  const read = await readFile(task, onProgress);
  return task.kind === 'import-file' ? importForm(read) : read;
}

async function readFile(task: ReadFile | ImportFile, onProgress: (done: number, total: number) => void): Promise<FileRead> {
  const importer = await chooseImporter(task);
  if (task.kind === 'read-file' && task.recognised) {
    const { parsed, recognition } = recognise({ name: task.name, parsed: await readScannedPdf({ ...task, onProgress }, task.recognised) }, task.as ?? undefined);
    const { source: _source, ...kept } = parsed;
    return { format: importer.id, parsed: kept, recognition, files: [] };
  }
  const read = divided({ name: task.name, parsed: await importer.parse({ name: task.name, bytes: task.bytes, onProgress }) }, task.as ?? undefined);
  const understand = (name: string, document: ParsedDocument): Understood => {
    const { parsed, recognition } = recognise({ name, parsed: document }, task.as ?? undefined);
    const { source: _source, files: _files, parts: _parts, ...kept } = parsed;
    return { parsed: kept, recognition };
  };
  const parts = read.parts?.map(({ name, parsed }) => ({ name, ...understand(name, parsed) }));
  return { format: importer.id, ...understand(task.name, read), files: read.files ?? [], ...(parts && { parts }) };
}
