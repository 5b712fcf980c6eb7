// What an import writes: originals and lines of the ledger at once, readings a little at a time, and at the end the documents with
// their line in one transaction. After a crash there are all documents of a file or none, and no line twice.

import { createHash } from 'node:crypto';
import type { HeldFile } from '../../../core/document.ts';
import { admitHeldFiles } from '../../jobs/held-files.ts';
import type { HashedFile, ImportForm } from '../../jobs/import-form.ts';
import { readingIdOf } from '../../jobs/reading-id.ts';
import { documentsOfContent, insertDocument } from '../../store/documents.ts';
import { endItem, hasUnpacked, insertItem, isHeldFileStaged, itemStatus, type Outcome, runCounts, type StagedItem } from '../../store/imports.ts';
import { insertSketch } from '../../store/likenesses.ts';
import { dropUnfinishedReadings, hasReading, insertContent, insertReadingInSteps } from '../../store/readings.ts';
import type { Write } from '../../store/write.ts';
import { counted } from '../words.ts';
import { breath, type ImportHost, writingTime } from './host.ts';
import { titleOf, told, toldOfArchive } from './words.ts';

/** A piece this large (bytes) is hashed in a few milliseconds. */
const hashedAtOnce = 4 * 1024 * 1024;
/** Originals of one transaction: what a disk takes in about 10 ms. */
const keptAtOnce = 2 * 1024 * 1024;

type KeptDocument = ImportForm['parts'] extends (infer Part)[] | undefined ? Part & { id: string; readingId: string } : never;

/** Keeps files handed in as lines that wait; answers the lines in the order of the files. */
export async function keepHandedIn(host: ImportHost, files: readonly HeldFile[], run: Pick<StagedItem, 'runId' | 'asKind'>): Promise<StagedItem[]> {
  const hashed: HashedFile[] = [];
  for (const file of files) hashed.push({ ...file, hash: await hashOf(file.bytes) });
  return stage(host, hashed, { ...run, holderId: null }, () => true);
}

/** Ends a line unless the analyst has stopped it meanwhile. */
export function end({ store, context, onChanged }: ImportHost, item: StagedItem, outcome: Outcome): void {
  if (itemStatus(store.read, item.id) === 'cancelled' && outcome.status !== 'cancelled') return;
  store.keep((database) => endItem(database, item.id, outcome, context.now()));
  onChanged(['import_item'], '');
}

/** What the line of a file becomes that is here already; null when it is not. */
export function twinOf({ store }: ImportHost, item: StagedItem): Outcome | null {
  const twins = documentsOfContent(store.read, item.contentId);
  const [twin] = twins;
  if (!twin && hasUnpacked(store.read, item)) return { status: 'duplicate', reason: 'The same archive was unpacked in this import already.', hint: 'Nothing was added.', documentId: null };
  const known = twins.length > 1 ? counted(twins.length, 'document') : `“${twin?.title}”`;
  return twin ? { status: 'duplicate', reason: `The same file is already here as ${known}.`, hint: 'Nothing was added.', documentId: twin.id } : null;
}

/** `onStaged` hears of files found inside. `isWanted` turns false when the run is stopped or the project closed: nothing more is written then. */
export async function keepRead(host: ImportHost, item: StagedItem, read: ImportForm, { isWanted, onStaged }: { isWanted: () => boolean; onStaged: (items: StagedItem[]) => void }): Promise<void> {
  const held = admitHeldFiles(item, read.files, runCounts(host.store.read, item.runId).total);
  const isArchive = read.files.length > 0 && read.parsed.text === '' && !read.parts;
  const documents = isArchive ? [] : documentsOf(host, item, read);
  for (const document of documents) await keepReading(host, item, read.format, document, isWanted);
  const twin = isArchive ? twinOf(host, item) : null;
  if (twin) return end(host, item, twin);
  onStaged(await stage(host, held.files, { runId: item.runId, asKind: item.asKind, holderId: item.id }, isWanted));
  if (!isWanted()) return;
  if (isArchive) return end(host, item, toldOfArchive(held.files.length, [...read.parsed.warnings, ...held.warnings]));
  keepDocuments(host, item, documents, { ...told(read, held.warnings), documentId: documents[0]?.id ?? null });
  await keepSketches(host, documents, isWanted);
}

function documentsOf({ context }: ImportHost, item: StagedItem, read: ImportForm): KeptDocument[] {
  return (read.parts ?? [{ ...read, name: item.fileName }]).map((part, index) => ({
    name: part.name,
    parsed: part.parsed,
    recognition: part.recognition,
    sketch: part.sketch,
    id: context.newId(),
    readingId: readingIdOf({ contentId: item.contentId, format: read.format, kind: part.recognition.kind, part: read.parts ? index : null }),
  }));
}

async function keepReading({ store, context }: ImportHost, item: StagedItem, format: string, { readingId, parsed, recognition }: KeptDocument, isWanted: () => boolean): Promise<void> {
  if (!isWanted() || hasReading(store.read, readingId)) return;
  let steps: Generator<void> | null = null;
  for (let isDone = false; !isDone && isWanted(); await breath()) {
    store.keepUnforced((database) => {
      if (!steps) {
        // Left by one that was stopped half way.
        dropUnfinishedReadings(database, readingId);
        steps = insertReadingInSteps(database, readingId, item.contentId, format, parsed, recognition, context.now());
      }
      const until = performance.now() + writingTime;
      do isDone = steps.next().done ?? true;
      while (!isDone && performance.now() < until);
    });
  }
}

/** Documents, journal entry and ledger line in one transaction. */
function keepDocuments(host: ImportHost, item: StagedItem, documents: readonly KeptDocument[], outcome: Outcome): void {
  const { store, context } = host;
  const { step } = store.command(host.origin(), (write) => {
    const now = context.now();
    const twin = twinOf(host, item);
    store.keep((database) => endItem(database, item.id, twin ?? outcome, now));
    if (twin) return { value: null, label: '' };
    for (const document of documents) insertRecognised(write, item, document, now);
    const [first] = documents;
    const title = first && documents.length === 1 ? titleOf(first.recognition, item.fileName) : (item.fileName.split('/').at(-1) ?? '');
    return { value: null, label: `Import “${title}”`, merge: { key: `import:${item.runId}`, within: Number.POSITIVE_INFINITY } };
  });
  host.onChanged(['import_item', ...(step?.tables ?? [])], step?.label ?? '');
}

function insertRecognised(write: Write, item: StagedItem, { id, name, readingId, recognition }: KeptDocument, now: string): void {
  const { kind, country, year, date, issuer, author, language, identifier, classification } = recognition;
  insertDocument(write, {
    id, contentId: item.contentId, readingId, fileName: item.fileName, title: titleOf(recognition, name), kind, country: country?.iso3 ?? null, year, date, issuer,
    author, language, identifier, classification, importedAt: now,
  });
}

/** What a crash leaves out here is made up for at the next start. */
async function keepSketches({ store, onChanged }: ImportHost, documents: readonly KeptDocument[], isWanted: () => boolean): Promise<void> {
  let found = 0;
  for (const { readingId, sketch } of documents) {
    if (!isWanted()) return;
    found += store.keepUnforced((database) => insertSketch(database, store.read, readingId, sketch));
    if (documents.length > 1) await breath();
  }
  if (found > 0) onChanged(['likeness'], '');
}

/** A few files a transaction. What an interrupted unpacking has staged already is left out. */
async function stage({ store, context, onChanged }: ImportHost, files: readonly HashedFile[], line: Pick<StagedItem, 'runId' | 'asKind' | 'holderId'>, isWanted: () => boolean): Promise<StagedItem[]> {
  const staged: StagedItem[] = [];
  for (let from = 0; from < files.length && isWanted(); await breath()) {
    store.keep((database) => {
      const until = performance.now() + writingTime;
      for (let bytes = 0; from < files.length && (bytes === 0 || (bytes < keptAtOnce && performance.now() < until)); from += 1) {
        const file = files[from];
        if (!file) return;
        bytes += file.bytes.length + 1;
        if (line.holderId !== null && isHeldFileStaged(store.read, line.holderId, file.name)) continue;
        insertContent(database, file.hash, file.bytes, context.now());
        const item = { ...line, id: context.newId(), contentId: file.hash, fileName: file.name, size: file.bytes.length };
        insertItem(database, item, context.now());
        staged.push(item);
      }
    });
  }
  if (staged.length > 0) onChanged(['import_item'], '');
  return staged;
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let from = 0; from < bytes.length; from += hashedAtOnce) {
    hash.update(bytes.subarray(from, from + hashedAtOnce));
    if (bytes.length > hashedAtOnce) await breath();
  }
  return hash.digest('hex');
}
