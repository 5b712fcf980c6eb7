// Recognising the text of pages that are pictures (OCR): asked for by document, page by page in a worker of its own, held and
// taken up again, over restarts too. What comes of it is a new reading of the document, which undo takes back.

import { createHash } from 'node:crypto';
import { ocrVersion, type OcrJob, type RecognisedPage } from '../../core/ocr.ts';
import type { JobProgress } from '../../core/project.ts';
import type { DocumentKind } from '../../core/recognition.ts';
import { UserError } from '../../core/user-error.ts';
import type { ParsedInput } from '../../rpc/contract.ts';
import { availableLanguages, missingLanguage } from '../importers/index.ts';
import type { Pool } from '../jobs/pool.ts';
import { recogniserVersion } from '../jobs/reading-id.ts';
import type { SwitchReading } from '../jobs/switch-reading.ts';
import type { FileRead } from '../jobs/task.ts';
import { type DocumentRow, documentRow } from '../store/documents.ts';
import { documentPictures, doubtfulWords, insertJob, jobRow, keepRecognisedPage, listJobs, newScans, type OcrJobRow, openJobs, picturesOfReading, recognisedNumbers, recognisedPages, setJob } from '../store/ocr.ts';
import { contentBytes, dropUnfinishedReadings, hasReading, insertReadingInSteps } from '../store/readings.ts';
import type { Store } from '../store/store.ts';
import { readingFacts } from '../store/versions.ts';
import type { Read } from '../store/write.ts';
import type { Context, Query } from './handler.ts';
import { named } from './words.ts';

export const ofDocument: Query<'ocr.ofDocument'> = (read, { id }) => documentPictures(read, existing(read, id));

export const doubts: Query<'ocr.doubts'> = (read, { id }) => doubtfulWords(read, existing(read, id).readingId);

export const jobs: Query<'ocr.jobs'> = (read) => listJobs(read, null);

export type OcrHost = {
  store: Store;
  /** Of one thread, so that a recognition does not take the place of an import, and with limits for one page. */
  pool: Pool;
  context: Context;
  /** Folders of this machine that may hold language data beyond English. */
  languageFolders: readonly string[];
  settings: () => { atImport: boolean; languages: readonly string[] };
  switchReading: SwitchReading;
  onChanged: (tables: string[], label: string) => void;
  onProgress: (progress: JobProgress) => void;
  /** A bug: logged with its stack; answers the log id. */
  onBug: (error: unknown) => string;
};

/** From the settings of this machine; what was never set is off and English. */
export function ocrSettings(settings: Record<string, unknown>): { atImport: boolean; languages: string[] } {
  const given = settings['ocr.languages'];
  const languages = Array.isArray(given) ? given.filter((code) => typeof code === 'string') : [];
  return { atImport: settings['ocr.atImport'] === true, languages: languages.length > 0 ? languages : ['eng'] };
}

/** Milliseconds of writing in one go; other calls are answered after it. */
const writingTime = 12;

type Ending = { status: 'done' | 'failed' | 'cancelled'; reason?: string; hint?: string };

/** The recognitions of one open project; ends with it. */
export class Recognitions {
  private readonly host: OcrHost;
  private running: { id: string; abort: AbortController } | null = null;
  private readonly waiters = new Map<string, (() => void)[]>();
  private seen: string;
  private closed = false;

  constructor(host: OcrHost) {
    this.host = host;
    this.seen = host.context.now();
    // What was under way when the application last stopped goes on, but for what the analyst holds.
    queueMicrotask(() => this.takeUp());
  }

  private languages(): string[] {
    return availableLanguages(this.host.languageFolders);
  }

  start({ ids, languages, pages }: ParsedInput<'ocr.start'>): { jobs: string[] } {
    const { store, context, settings } = this.host;
    const wanted = [...(languages ?? settings().languages)];
    const there = this.languages();
    for (const code of wanted) if (!there.includes(code)) throw missingLanguage(code);
    const all = ids.map((id) => existing(store.read, id));
    const asked = all.flatMap((document) => this.asked(document, wanted, pages) ?? []);
    // Of several, those without pictures are passed over.
    if (asked.length === 0) throw new UserError('not-found', `No page of ${all.length === 1 && all[0] ? named(all[0].title) : 'these documents'} is a picture without text.`, 'Only pages of a PDF that are pictures can be recognised.');
    const fresh = asked.filter(({ isOpen }) => !isOpen).map(({ job }) => job);
    store.keep((database) => {
      for (const job of fresh) insertJob(database, job, context.now());
    });
    for (const { job, isOpen } of asked) if (isOpen && job.status === 'paused') this.resume(job.id);
    this.host.onChanged(['ocr_job'], '');
    this.pump();
    return { jobs: asked.map(({ job }) => job.id) };
  }

  pause(id: string): void {
    const job = this.open(id);
    this.set(id, { status: 'paused' });
    if (this.running?.id === id) this.running.abort.abort();
    this.report(job, 'paused');
    this.wake(id);
  }

  resume(id: string): void {
    const job = this.open(id);
    this.set(id, { status: 'waiting' });
    this.report(job, 'running');
    this.pump();
  }

  /** Whether there was such a recognition to end. */
  cancel(id: string): boolean {
    const job = jobRow(this.host.store.read, id);
    if (!job) return false;
    if (!isOpen(job)) return true;
    this.end(job, { status: 'cancelled', reason: 'Cancelled; the document stayed as it was.' });
    if (this.running?.id === id) this.running.abort.abort();
    return true;
  }

  async wait(ids: readonly string[]): Promise<OcrJob[]> {
    const { read } = this.host.store;
    const waiting = ids.filter((id) => jobRow(read, id)?.status === 'waiting');
    await Promise.all(waiting.map((id) => new Promise<void>((resolve) => this.waiters.set(id, [...(this.waiters.get(id) ?? []), resolve]))));
    if (this.closed) throw new UserError('no-project', 'The project was closed while text was recognised.', 'Open it again; the recognition goes on with the next page.');
    return listJobs(read, ids);
  }

  /** Documents may have been imported: with the setting on, the scans among them are recognised. */
  documentsChanged(): void {
    if (this.closed) return;
    const { documents, newest } = newScans(this.host.store.read, this.seen);
    this.seen = newest;
    const { atImport, languages } = this.host.settings();
    const there = this.languages();
    if (!atImport || documents.length === 0 || languages.some((code) => !there.includes(code))) return;
    this.start({ ids: documents, pages: 'without-text' });
  }

  close(): void {
    this.closed = true;
    this.running?.abort.abort();
    for (const id of this.waiters.keys()) this.wake(id);
  }

  /** The job that is to be made for a document, or the one that is open for it; null when it has no such pictures. */
  private asked(document: DocumentRow, languages: string[], which: ParsedInput<'ocr.start'>['pages']): { job: OcrJobRow; isOpen: boolean } | null {
    const { store, context } = this.host;
    const underWay = openJobs(store.read).find((job) => job.documentId === document.id);
    if (underWay) return { job: underWay, isOpen: true };
    const pictures = picturesOfReading(store.read, document.readingId);
    const isWanted = which === 'every-picture' ? pictures.length > 0 : pictures.some(({ picture }) => picture === 'no-text');
    if (!isWanted) return null;
    // Pages recognised before belong to the new reading too; in the same languages they are not read again.
    const pages = pictures.filter(({ picture }) => which === 'every-picture' || picture !== 'hidden-text').map(({ number }) => number);
    return { job: { id: context.newId(), documentId: document.id, contentId: document.contentId, languages, pages, status: 'waiting' }, isOpen: false };
  }

  private open(id: string): OcrJobRow {
    const job = jobRow(this.host.store.read, id);
    if (!job || !isOpen(job)) throw new UserError('not-found', 'This recognition has ended already.');
    return job;
  }

  private takeUp(): void {
    if (this.closed) return;
    for (const job of openJobs(this.host.store.read)) this.report(job, job.status === 'paused' ? 'paused' : 'running');
    this.pump();
  }

  private pump(): void {
    if (this.closed || this.running) return;
    const job = openJobs(this.host.store.read).find(({ status }) => status === 'waiting');
    if (!job) {
      // Its thread keeps some 200 MB for the next page; there is none.
      void this.host.pool.shed();
      return;
    }
    const abort = new AbortController();
    this.running = { id: job.id, abort };
    void this.recognise(job, abort.signal)
      .catch((error: unknown) => this.failed(job, error, abort.signal))
      .finally(() => {
        this.running = null;
        this.pump();
      });
  }

  private async recognise(job: OcrJobRow, signal: AbortSignal): Promise<void> {
    const { store } = this.host;
    const document = documentRow(store.read, job.documentId);
    if (!document || document.contentId !== job.contentId) return this.end(job, { status: 'cancelled', reason: 'The document was removed or replaced by another file.' });
    const original = contentBytes(store.read, job.contentId);
    if (!original) throw new Error('a document has no original');
    const bytes = shared(original);
    const failures: RecognisedPage[] = [];
    for (const number of job.pages) {
      if (signal.aborted) return;
      if (recognisedNumbers(store.read, job.contentId, job.languages).has(number)) continue;
      this.report(job, 'running', number);
      const page = await this.page(job, bytes, number, signal);
      if (page.failure !== null) failures.push(page);
      else store.keep((database) => keepRecognisedPage(database, job.contentId, page, this.host.context.now()));
      this.host.onChanged(['ocr_job'], '');
    }
    const read = recognisedPages(store.read, job.contentId, job.languages, job.pages);
    if (read.length === 0) return this.end(job, { status: 'failed', reason: failures[0]?.failure ?? 'No page could be read.' });
    await this.keep(job, document, bytes, [...read, ...failures], signal);
    const words = read.reduce((sum, page) => sum + page.words.length, 0);
    const reason = [...new Set(failures.map(({ number, failure }) => `Page ${number}: ${failure}`)), ...(words === 0 ? ['No words were found on its pictures.'] : [])].join(' ');
    this.end(job, { status: 'done', reason });
  }

  private async page(job: OcrJobRow, bytes: Uint8Array, number: number, signal: AbortSignal): Promise<RecognisedPage> {
    try {
      return await this.host.pool.run({ kind: 'recognise-page', bytes, page: number, languages: job.languages, folders: this.host.languageFolders }, { signal });
    } catch (error) {
      // A language that is missing or damaged fails every page; anything else only this one.
      if (!(error instanceof UserError) || error.code === 'cancelled' || error.code === 'missing-program') throw error;
      const failure = error.code === 'too-large' ? 'Recognising it took too long or too much memory and was stopped.' : error.message;
      return { number, languages: job.languages, width: 0, height: 0, turn: 0, skew: 0, words: [], rules: [], confidence: null, failure };
    }
  }

  /** Lays the recognised words out like printed text, keeps the reading and puts the document on it. */
  private async keep(job: OcrJobRow, document: DocumentRow, bytes: Uint8Array, recognised: readonly RecognisedPage[], signal: AbortSignal): Promise<void> {
    const { store, pool, switchReading } = this.host;
    const as = readingFacts(store.read, document.readingId, document.id)?.askedKind as DocumentKind | null | undefined;
    const read = await pool.run({ kind: 'read-file', name: document.fileName, bytes, as: as ?? null, recognised }, { signal });
    const readingId = createHash('sha256')
      .update([job.contentId, read.format, read.recognition.kind, recogniserVersion, 'ocr', ocrVersion, JSON.stringify(recognised)].join(' '))
      .digest('hex');
    await this.keepReading(readingId, job.contentId, read);
    if (readingId === document.readingId) return;
    await switchReading({ documentId: document.id, readingId, reason: 'ocr', label: `Recognise the text of ${named(document.title)}`, signal });
  }

  /** A little at a time, so that other calls are answered in between. */
  private async keepReading(readingId: string, contentId: string, { format, parsed, recognition }: FileRead): Promise<void> {
    const { store, context } = this.host;
    if (hasReading(store.read, readingId)) return;
    let steps: Generator<void> | null = null;
    for (let isDone = false; !isDone && !this.closed; await new Promise((resolve) => setImmediate(resolve))) {
      store.keep((database) => {
        if (!steps) {
          // Left by one that was stopped half way.
          dropUnfinishedReadings(database, readingId);
          steps = insertReadingInSteps(database, readingId, contentId, format, parsed, recognition, context.now());
        }
        const until = performance.now() + writingTime;
        do isDone = steps.next().done ?? true;
        while (!isDone && performance.now() < until);
      });
    }
  }

  private failed(job: OcrJobRow, error: unknown, signal: AbortSignal): void {
    // Held, ended or closed meanwhile: that has been written already.
    if (this.closed || signal.aborted) return;
    if (error instanceof UserError) this.end(job, { status: 'failed', reason: error.message, hint: error.hint });
    else this.end(job, { status: 'failed', reason: 'The text could not be recognised because of a fault in Annals.', hint: `The log has the details under ${this.host.onBug(error)}.` });
  }

  private end(job: OcrJobRow, ending: Ending): void {
    this.set(job.id, ending);
    this.report(job, ending.status);
    this.wake(job.id);
  }

  private set(id: string, state: Parameters<typeof setJob>[2]): void {
    const { store, context, onChanged } = this.host;
    store.keep((database) => setJob(database, id, state, context.now()));
    onChanged(['ocr_job'], '');
  }

  private wake(id: string): void {
    for (const resolve of this.waiters.get(id) ?? []) resolve();
    this.waiters.delete(id);
  }

  private report(job: OcrJobRow, state: JobProgress['state'], page?: number): void {
    const { read } = this.host.store;
    const known = recognisedNumbers(read, job.contentId, job.languages);
    const title = documentRow(read, job.documentId)?.title ?? '';
    const current = page === undefined ? title : `Page ${page} of ${title}`;
    this.host.onProgress({ id: job.id, label: 'Recognising text', done: job.pages.filter((number) => known.has(number)).length, total: job.pages.length, current, state, isOcr: true });
  }
}

function isOpen({ status }: OcrJobRow): boolean {
  return status === 'waiting' || status === 'paused';
}

/** In memory that threads share: a scan of hundreds of pages is not copied for each. */
function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

function existing(read: Read, id: string): DocumentRow {
  const document = documentRow(read, id);
  if (!document) throw new UserError('not-found', 'This document is not in the project any more.', 'It may have been removed; undo brings it back.');
  return document;
}
