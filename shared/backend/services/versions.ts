// Versions of documents: a newer file, a newer reading, an earlier version again. Texts are read and annotations placed in workers; what comes of
// it is one command. How a passage is found again is core/anchoring.

import { createHash } from 'node:crypto';
import type { Placement } from '../../core/anchoring.ts';
import type { JobProgress } from '../../core/project.ts';
import type { DocumentKind } from '../../core/recognition.ts';
import { UserError } from '../../core/user-error.ts';
import { foreignWarning, noPlacements, type PlacementCounts, type PreparedVersion, type RereadOutcome, type VersionReason } from '../../core/version.ts';
import type { Pool } from '../jobs/pool.ts';
import { readingIdOf } from '../jobs/reading-id.ts';
import type { SwitchReading } from '../jobs/switch-reading.ts';
import type { FileRead, Understood } from '../jobs/task.ts';
import { type DocumentRow, documentRow, documentsOfContent, updateDocument } from '../store/documents.ts';
import { followingFields } from '../store/metadata-following.ts';
import { contentBytes, hasReading, insertContent, insertReading, textOfReading } from '../store/readings.ts';
import { anchoredText, countPlacements, heldPlaces, type HeldSource, writePlacements } from '../store/reanchoring.ts';
import type { Origin, Store } from '../store/store.ts';
import { hasVersions, insertVersion, readingFacts, versionById, versionsOfDocument } from '../store/versions.ts';
import type { Read } from '../store/write.ts';
import type { Context, Query } from './handler.ts';
import { counted, named } from './words.ts';

export const ofDocument: Query<'versions.ofDocument'> = (read, { id }) => versionsOfDocument(read, existing(read, id));

/** Documents that a newer recogniser would read anew; pages read by OCR are left alone. */
export const outdated: Query<'versions.outdated'> = (read) => ({ ids: outdatedDocuments(read) });

export type VersionHost = {
  store: Store;
  pool: Pool;
  context: Context;
  origin: () => Origin;
  onChanged: (tables: string[], label: string) => void;
  onProgress: (progress: JobProgress) => void;
  /** A bug: logged with its stack; answers the log id. */
  onBug: (error: unknown) => string;
};

/** Milliseconds for the annotations of one document; what is not looked for by then waits in the review. */
const placingBudget = 15_000;
/** Versions prepared and neither applied nor discarded; the oldest are forgotten. */
const mostPrepared = 8;
/** Times that annotations are placed anew because the analyst has changed some meanwhile. */
const mostAttempts = 3;

/** A reading on its way into the project: kept already, or as it came from the worker. */
type NewReading = { id: string; contentId: string; fileName: string; fresh: { bytes: Uint8Array | null; format: string; understood: Understood } | null };
type Placements = { sources: HeldSource[]; placements: Placement[][]; counts: PlacementCounts; shared: number };
type Prepared = { documentId: string; reading: NewReading; reason: Exclude<VersionReason, 'import'>; label: string; placed: Placements };
type RereadRun = { abort: AbortController; outcomes: Promise<RereadOutcome[]> };

/** The versions of one open project; ends with it. */
export class Versions {
  private readonly host: VersionHost;
  private readonly prepared = new Map<string, Prepared>();
  private readonly runs = new Map<string, RereadRun>();
  private readonly aborts = new Map<string, AbortController>();

  constructor(host: VersionHost) {
    this.host = host;
  }

  /** For other jobs, such as OCR: see jobs/switch-reading.ts. */
  readonly switchReading: SwitchReading = async ({ documentId, readingId, reason, content, label, stepKey, signal, onProgress }) => {
    const document = existing(this.host.store.read, documentId);
    const reading: NewReading = { id: readingId, contentId: content?.id ?? document.contentId, fileName: content?.fileName ?? document.fileName, fresh: null };
    const placed = await this.place(document, reading, signal, onProgress);
    return this.write({ documentId, reading, reason, label, placed }, stepKey, signal);
  };

  async prepareReplacement({ documentId, file, as, id }: { documentId: string; file: { name: string; bytes: Uint8Array }; as?: DocumentKind | undefined; id?: string | undefined }): Promise<PreparedVersion> {
    const { store } = this.host;
    const document = existing(store.read, documentId);
    const contentId = createHash('sha256').update(file.bytes).digest('hex');
    if (contentId === document.contentId) throw new UserError('conflict', 'This is the file the document has already.', 'Choose “Read again” to read it with the current recogniser.');
    return this.preparing(id, `Reading ${file.name}`, async (signal, onProgress) => {
      const read = await this.host.pool.run({ kind: 'read-file', name: file.name, bytes: file.bytes, as: as ?? null }, { signal, onProgress });
      const { understood, part } = partFor(read, document, documentsOfContent(store.read, document.contentId).length);
      const { format } = read;
      const reading = { id: readingIdOf({ contentId, format, kind: understood.recognition.kind, part }), contentId, fileName: file.name, fresh: { bytes: file.bytes, format, understood } };
      return this.prepare(document, reading, 'replace', `Replace ${named(document.title)} by a newer file`, signal);
    });
  }

  /** An earlier version again. Throws UserError when it is the one in force. */
  async prepareReturn({ versionId, id }: { versionId: string; id?: string | undefined }): Promise<PreparedVersion> {
    const version = versionById(this.host.store.read, versionId);
    if (!version) throw new UserError('not-found', 'This version is not there any more.', 'It may have been undone.');
    const document = existing(this.host.store.read, version.documentId);
    if (version.readingId === document.readingId) throw new UserError('conflict', 'This is the version the document has now.');
    const reading = { id: version.readingId, contentId: version.contentId, fileName: version.fileName, fresh: null };
    return this.preparing(id, `Comparing ${document.title}`, (signal) => this.prepare(document, reading, 'return', `Return to an earlier version of ${named(document.title)}`, signal));
  }

  async apply(token: string): Promise<PlacementCounts> {
    const prepared = this.prepared.get(token);
    if (!prepared) throw new UserError('not-found', 'This version is not ready any more.', 'Choose the file again.');
    const counts = await this.write(prepared, undefined, undefined);
    this.prepared.delete(token);
    return counts;
  }

  discard(token: string): void {
    this.prepared.delete(token);
  }

  /** Documents are read one after another, so that an import beside it goes on; all are one step to undo. */
  reread({ ids, evenIfLost }: { ids: readonly string[]; evenIfLost: boolean }): { runId: string } {
    const runId = this.host.context.newId();
    const abort = new AbortController();
    const titles = ids.map((id) => existing(this.host.store.read, id).title);
    const outcomes = (async () => {
      const done: RereadOutcome[] = [];
      for (const [index, documentId] of ids.entries()) {
        const title = titles[index] ?? '';
        this.report(runId, 'Reading again', index, ids.length, title, 'running');
        done.push({ documentId, title, ...(await this.rereadOne(documentId, runId, evenIfLost, abort.signal)) });
      }
      this.report(runId, 'Reading again', ids.length, ids.length, '', abort.signal.aborted ? 'cancelled' : 'done');
      return done;
    })();
    this.runs.set(runId, { abort, outcomes });
    return { runId };
  }

  /** Answers when every document of the run has been read. */
  async wait(runId: string): Promise<RereadOutcome[]> {
    return (await this.runs.get(runId)?.outcomes) ?? [];
  }

  /** Whether there was such a run or preparation to cancel. */
  cancel(id: string): boolean {
    const abort = this.runs.get(id)?.abort ?? this.aborts.get(id);
    abort?.abort();
    return abort !== undefined;
  }

  close(): void {
    for (const { abort } of this.runs.values()) abort.abort();
    for (const abort of this.aborts.values()) abort.abort();
    this.prepared.clear();
  }

  private async rereadOne(documentId: string, runId: string, evenIfLost: boolean, signal: AbortSignal): Promise<Omit<RereadOutcome, 'documentId' | 'title'>> {
    const none = { ...noPlacements };
    if (signal.aborted) return { outcome: 'cancelled', reason: 'Cancelled before it was read.', counts: none };
    try {
      const document = existing(this.host.store.read, documentId);
      const reading = await this.readAgain(document, signal);
      if (reading.id === document.readingId) return { outcome: 'same', reason: '', counts: none };
      const placed = await this.place(document, reading, signal);
      const warning = foreignWarning(placed.counts, placed.shared, false);
      if (warning && !evenIfLost && placed.counts.lost > 0) {
        return { outcome: 'held-back', reason: `The new reading is very different: ${counted(placed.counts.lost, 'highlight')} would be lost. It was left as it is.`, counts: placed.counts };
      }
      const counts = await this.write({ documentId, reading, reason: 'reread', label: `Read ${named(document.title)} again`, placed }, `reread:${runId}`, signal);
      return { outcome: 'read', reason: '', counts };
    } catch (error) {
      if (error instanceof UserError) return { outcome: error.code === 'cancelled' ? 'cancelled' : 'failed', reason: error.message, counts: none };
      const logId = this.host.onBug(error);
      return { outcome: 'failed', reason: `It could not be read because of a fault in Annals (log ${logId}).`, counts: none };
    }
  }

  private async readAgain(document: DocumentRow, signal: AbortSignal): Promise<NewReading> {
    const { store, pool } = this.host;
    const { contentId, fileName } = document;
    if (isReadByOcr(store.read, document)) throw new UserError('conflict', 'Its text was read by OCR.', 'Recognise its pages again instead.');
    const facts = readingFacts(store.read, document.readingId, document.id);
    const bytes = contentBytes(store.read, contentId);
    if (!facts || !bytes) throw new Error(`document ${document.id} has no reading or no original`);
    const read = await pool.run({ kind: 'read-file', name: fileName, bytes, as: facts.askedKind as DocumentKind | null }, { signal });
    const { understood, part } = partFor(read, document, documentsOfContent(store.read, contentId).length);
    return { id: readingIdOf({ contentId, format: read.format, kind: understood.recognition.kind, part }), contentId, fileName, fresh: { bytes: null, format: read.format, understood } };
  }

  private async preparing(id: string | undefined, label: string, work: (signal: AbortSignal, onProgress: (done: number, total: number) => void) => Promise<PreparedVersion>): Promise<PreparedVersion> {
    const job = id ?? this.host.context.newId();
    const abort = new AbortController();
    this.aborts.set(job, abort);
    this.report(job, label, 0, 1, '', 'running');
    let state: JobProgress['state'] = 'done';
    try {
      return await work(abort.signal, (done, total) => this.report(job, label, done, total, '', 'running'));
    } catch (error) {
      state = abort.signal.aborted ? 'cancelled' : 'failed';
      throw error;
    } finally {
      this.aborts.delete(job);
      this.report(job, label, 1, 1, '', state);
    }
  }

  private async prepare(document: DocumentRow, reading: NewReading, reason: Prepared['reason'], label: string, signal: AbortSignal): Promise<PreparedVersion> {
    const placed = await this.place(document, reading, signal);
    const token = this.host.context.newId();
    this.prepared.set(token, { documentId: document.id, reading, reason, label, placed });
    for (const old of [...this.prepared.keys()].slice(0, -mostPrepared)) this.prepared.delete(old);
    const recognition = reading.fresh?.understood.recognition;
    return {
      token,
      documentId: document.id,
      documentTitle: document.title,
      fileName: reading.fileName,
      title: recognition?.title || document.title,
      year: recognition ? recognition.year : document.year,
      documentYear: document.year,
      isSameText: this.textOf(reading) === textOfReading(this.host.store.read, document.readingId),
      counts: placed.counts,
      warning: reason === 'return' ? null : foreignWarning(placed.counts, placed.shared, isOtherCountry(document, recognition?.country?.iso3)),
    };
  }

  private textOf(reading: NewReading): string {
    return reading.fresh?.understood.parsed.text ?? textOfReading(this.host.store.read, reading.id) ?? '';
  }

  /** Looks for everything that has a place in the document. Nothing is written. */
  private async place(document: DocumentRow, reading: NewReading, signal?: AbortSignal, onProgress?: (done: number, total: number) => void): Promise<Placements> {
    const { store, pool } = this.host;
    const held = heldPlaces(store.read, document);
    // Without annotations the texts are still laid beside one another: that tells a foreign file.
    const sources = held.length > 0 ? held : [{ readingId: document.readingId, held: [] }];
    const newer = reading.fresh ? { text: reading.fresh.understood.parsed.text, sections: reading.fresh.understood.recognition.sections.map(({ start, end, title }) => ({ start, end, title })) } : anchoredText(store.read, reading.id);
    const placed = await pool.run(
      { kind: 'place-annotations', newer, sources: sources.map((source) => ({ older: anchoredText(store.read, source.readingId), anchors: source.held.map(({ anchor }) => anchor) })), budget: placingBudget },
      { signal, onProgress },
    );
    const placements = placed.map((each) => each.placements);
    return { sources, placements, counts: countPlacements(sources, placements, reading.contentId === document.contentId), shared: Math.max(0, ...placed.map((each) => each.shared)) };
  }

  /** Reading, version, document and everything with a place in one transaction. What was annotated meanwhile is placed first. */
  private async write(prepared: Prepared, stepKey: string | undefined, signal: AbortSignal | undefined): Promise<PlacementCounts> {
    const { store, context } = this.host;
    let { placed } = prepared;
    for (let attempt = 0; ; attempt++) {
      const document = existing(store.read, prepared.documentId);
      const now = heldPlaces(store.read, document);
      const unchanged = JSON.stringify(now) === JSON.stringify(placed.sources.filter((source) => source.held.length > 0));
      if (unchanged) break;
      if (attempt === mostAttempts) throw new UserError('changed-since', 'The highlights were changed while the new text was compared.', 'Try again.');
      placed = await this.place(document, prepared.reading, signal);
    }
    const { reading, documentId, reason, label } = prepared;
    const { step } = store.command(this.host.origin(), (write) => {
      const document = existing(write, documentId);
      const now = context.now();
      const { fresh } = reading;
      if (fresh) {
        store.keep((database) => {
          if (fresh.bytes) insertContent(database, reading.contentId, fresh.bytes, now);
          if (!hasReading(write, reading.id)) insertReading(database, reading.id, reading.contentId, fresh.format, fresh.understood.parsed, fresh.understood.recognition, now);
        });
      }
      if (!hasVersions(write, documentId)) {
        insertVersion(write, { id: context.newId(), documentId, contentId: document.contentId, readingId: document.readingId, fileName: document.fileName, reason: 'import', author: '', madeAt: document.importedAt });
      }
      insertVersion(write, { id: context.newId(), documentId, contentId: reading.contentId, readingId: reading.id, fileName: reading.fileName, reason, author: context.author, madeAt: now });
      updateDocument(write, documentId, { contentId: reading.contentId, readingId: reading.id, fileName: reading.fileName, ...followingFields(write, document, reading.id) });
      writePlacements(write, placed.sources, placed.placements, { readingId: reading.id, text: this.textOf(reading), isSameFile: reading.contentId === document.contentId }, now);
      return { value: null, label, ...(stepKey ? { merge: { key: stepKey, within: Number.POSITIVE_INFINITY } } : {}) };
    });
    if (step) this.host.onChanged(step.tables, step.label);
    return placed.counts;
  }

  private report(id: string, label: string, done: number, total: number, current: string, state: JobProgress['state']): void {
    this.host.onProgress({ id, label, done, total, current, state });
  }
}

function isOtherCountry({ country }: DocumentRow, other: string | undefined): boolean {
  return country !== null && other !== undefined && country !== other;
}

/** The document of a collection that continues this one; the whole file when it is one document. */
function partFor(read: FileRead, document: DocumentRow, siblings: number): { understood: Understood; part: number | null } {
  if (read.files.length > 0 && read.parsed.text === '') throw new UserError('unsupported-file', 'This file only holds other files.', 'Choose the one that replaces the document.');
  const parts = read.parts;
  if (!parts) {
    if (siblings > 1) throw new UserError('unsupported-file', 'The document is one of a collection, and this file is a single document.', 'Import it as a document of its own.');
    return { understood: read, part: null };
  }
  const fitting = parts.flatMap((part, index) => ((document.country !== null && part.recognition.country?.iso3 === document.country) || part.recognition.title === document.title ? [{ understood: part, part: index }] : []));
  const [only, ...others] = fitting;
  const byTitle = fitting.find(({ understood }) => understood.recognition.title === document.title);
  const chosen = byTitle ?? (others.length === 0 ? only : undefined);
  if (!chosen) throw new UserError('unsupported-file', `This file is a collection of ${counted(parts.length, 'document')}, and none of them is surely this one.`, 'Import it as a collection of its own.');
  return chosen;
}

function outdatedDocuments(read: Read): string[] {
  const rows = read.all<{ id: string; contentId: string; readingId: string; format: string; kind: string; siblings: number; reason: string | null }>(
    `SELECT d.id, d.content_id AS contentId, d.reading_id AS readingId, r.format, coalesce(k.value, d.kind) AS kind, count(*) OVER (PARTITION BY d.content_id) AS siblings,
            (SELECT v.reason FROM document_version v WHERE v.document_id = d.id ORDER BY v.made_at DESC, v.id DESC LIMIT 1) AS reason
       FROM document d
       JOIN reading r ON r.id = d.reading_id
       LEFT JOIN recognised_value k ON k.reading_id = d.reading_id AND k.field = 'kind' AND k.is_put_in = 1
      ORDER BY d.id`,
  );
  const known = new Map<string, Set<string>>();
  return rows.flatMap(({ id, contentId, readingId, format, kind, siblings, reason }) => {
    if (reason === 'ocr' || reason === 'return' || readingIdOf({ contentId, format, kind, part: null }) === readingId) return [];
    const key = `${contentId} ${format} ${kind}`;
    let current = known.get(key);
    // Parts that were removed leave gaps in the numbers.
    if (!current) known.set(key, (current = new Set(Array.from({ length: siblings * 2 + 400 }, (_, part) => readingIdOf({ contentId, format, kind, part })))));
    return current.has(readingId) ? [] : [id];
  });
}

function isReadByOcr(read: Read, document: DocumentRow): boolean {
  const [newest] = versionsOfDocument(read, document);
  return newest?.reason === 'ocr';
}

function existing(read: Read, id: string): DocumentRow {
  const document = documentRow(read, id);
  if (!document) throw new UserError('not-found', 'This document is not in the project any more.', 'It may have been removed; undo brings it back.');
  return document;
}
