// Comparison of a country's editions: which documents stand side by side, and the rows that core aligns in a worker. Results are kept in memory.

import type { ComparisonSpec } from '../../core/brief.ts';
import type { Comparison, ComparisonClass, ComparisonRow, CountryEditions } from '../../core/comparison.ts';
import { comparisonClasses, seriesOf } from '../../core/comparison.ts';
import type { Family } from '../../core/comparing.ts';
import type { AdvancementLevel, DocumentKind } from '../../core/recognition.ts';
import { UserError } from '../../core/user-error.ts';
import type { ParsedInput } from '../../rpc/contract.ts';
import type { JobProgress } from '../../core/project.ts';
import type { Pool, RunOptions } from '../jobs/pool.ts';
import { type DocumentRow, documentRow, documentsOfCountry, documentsWithEdition } from '../store/documents.ts';
import { correctionsBetween } from '../store/pair-corrections.ts';
import { levelsOfReadings, readingById } from '../store/readings.ts';
import type { Read } from '../store/write.ts';
import type { Context, Query } from './handler.ts';

export const editions: Query<'compare.editions'> = (read, _input, context) => {
  const all = documentsWithEdition(read);
  const levels = levelsOfReadings(read, all.map((document) => document.readingId));
  const byCountry = Map.groupBy(all, (document) => document.country ?? '');
  return [...byCountry]
    .map(([country, documents]): CountryEditions => ({
      country,
      countryName: context.countryName(country) ?? country,
      editions: documents.map((document) => ({
        documentId: document.id,
        year: document.year ?? 0,
        title: document.title,
        kind: document.kind,
        level: levels.get(document.readingId) ?? null,
      })),
    }))
    .toSorted((one, other) => one.countryName.localeCompare(other.countryName, 'en'));
};

/** Comparisons kept in memory, by the readings compared; the rows of nine editions take a few MB. */
const keptComparisons = 12;

export class Comparisons {
  private readonly pool: Pool;
  private readonly onProgress: (job: JobProgress) => void;
  private readonly kept = new Map<string, Promise<ComparisonRow[]>>();
  private readonly running = new Map<string, AbortController>();

  constructor(pool: Pool, onProgress: (job: JobProgress) => void = () => undefined) {
    this.pool = pool;
    this.onProgress = onProgress;
  }

  /** Whether there was such a comparison to stop. */
  cancel(id: string): boolean {
    this.running.get(id)?.abort();
    return this.running.has(id);
  }

  readonly run = async (read: Read, input: ParsedInput<'compare.run'>, context: Context): Promise<Comparison> => {
    const documents = chosenDocuments(read, input);
    const readings = documents.map((document) => {
      const reading = readingById(read, document.readingId);
      if (!reading) throw new Error(`document ${document.id} has no reading`);
      return reading;
    });
    refuseTooLong(readings.map(({ text }) => text.length));
    const families = documents.map((document) => (document.kind === 'cable' ? 'cable' : 'report') satisfies Family);
    const corrections = correctionsBetween(read, documents.map((document) => document.id));
    // A document read again has another reading, and every correction an id of its own that is never used again.
    const key = [...readings.map((reading, index) => `${families[index]} ${reading.id}`), ...corrections.map(({ correction }) => correction.id)].join(' ');
    const aligned = await this.aligned(key, documents, context.newId(), (options) =>
      this.pool.run({
        kind: 'compare-editions',
        rules: corrections.map(({ rule }) => rule),
        editions: readings.map((reading, index) => ({
          family: families[index] ?? 'report',
          pages: reading.pages,
          text: { key: documents[index]?.id ?? '', text: reading.text, blocks: reading.blocks, sections: reading.recognition.sections, landmarks: landmarksOf(reading.recognition.level) },
        })),
      }, options),
    );
    const wanted = input.section?.trim().toLocaleLowerCase('en');
    const rows = wanted ? aligned.filter((row) => inSection(row, wanted)) : aligned;
    const country = sharedValue(documents.map((document) => document.country));
    return {
      country,
      countryName: country ? context.countryName(country) : null,
      columns: documents.map((document, index) => ({
        documentId: document.id,
        year: document.year,
        title: document.title,
        kind: document.kind,
        level: readings[index]?.recognition.level ?? null,
        identifier: document.identifier,
        classification: document.classification,
      })),
      rows,
      counts: countSteps(rows),
      byTopic: new Set(families).size > 1,
      corrections: corrections.map(({ correction }) => correction),
    };
  };

  /** The comparison a block of a brief asks for. */
  readonly ofSpec = (read: Read, spec: ComparisonSpec, context: Context): Promise<Comparison> =>
    this.run(read, { country: spec.country, years: spec.years, documentIds: spec.documentIds, section: spec.section ?? undefined }, context);

  private aligned(key: string, documents: readonly DocumentRow[], id: string, compute: (options: RunOptions) => Promise<ComparisonRow[]>): Promise<ComparisonRow[]> {
    const known = this.kept.get(key);
    if (known) return known;
    const computed = this.watched(id, documents, compute);
    this.kept.set(key, computed);
    computed.catch(() => this.kept.delete(key));
    const [oldest] = this.kept.keys();
    if (this.kept.size > keptComparisons && oldest !== undefined) this.kept.delete(oldest);
    return computed;
  }

  /** Tells how far a long comparison is, and lets it be stopped. Throws UserError('cancelled' | 'too-large'). */
  private async watched(id: string, documents: readonly DocumentRow[], compute: (options: RunOptions) => Promise<ComparisonRow[]>): Promise<ComparisonRow[]> {
    const stop = new AbortController();
    this.running.set(id, stop);
    const job: JobProgress = { id, label: `Comparing ${documents.map(({ year, title }) => year ?? title).join(', ')}`, done: 0, total: 1, current: '', state: 'running', compares: documents.map((document) => document.id) };
    let told = false;
    const tell = (change: Partial<JobProgress>) => {
      told = true;
      Object.assign(job, change);
      this.onProgress({ ...job });
    };
    const timer = setTimeout(() => tell({}), shortComparison);
    try {
      const rows = await compute({ signal: stop.signal, onProgress: (done, total) => (told ? tell({ done, total }) : Object.assign(job, { done, total })) });
      if (told) tell({ done: job.total, state: 'done' });
      return rows;
    } catch (error) {
      if (told) tell({ state: stop.signal.aborted ? 'cancelled' : 'failed' });
      // The pool speaks of files.
      if (error instanceof UserError && error.code === 'cancelled') throw new UserError('cancelled', 'The comparison was stopped. Nothing was changed.', 'Compare again, or choose fewer editions.');
      if (error instanceof UserError && error.code === 'too-large') throw new UserError('too-large', 'Comparing these documents took too long or too much memory, and was stopped.', 'Choose fewer or shorter documents.');
      throw error;
    } finally {
      clearTimeout(timer);
      this.running.delete(id);
    }
  }
}

/** Milliseconds: what takes no longer is not worth a word of progress. */
const shortComparison = 500;

/** Characters of all documents together, some 100,000 sentences of usual length: about a minute's work, and more rows than anyone reads. */
const mostCharacters = 15_000_000;

/** Lengths in UTF-16 code units. Throws UserError('too-large'). */
export function refuseTooLong(lengths: readonly number[]): void {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (total <= mostCharacters) return;
  const millions = (count: number) => `${Math.round(count / 100_000) / 10} million`;
  throw new UserError('too-large', `These documents have ${millions(total)} characters together; up to ${millions(mostCharacters)} can be compared at once.`, 'Choose fewer or shorter documents.');
}

/** When a year has several documents, the first of these kinds stands for it; of one kind, the one that other years have too. */
const preference: readonly DocumentKind[] = ['ilab-report', 'ilab-page', 'generic', 'cable', 'ilab-dataset'];

function chosenDocuments(read: Read, input: ParsedInput<'compare.run'>): DocumentRow[] {
  const documents = input.documentIds?.length ? [...new Set(input.documentIds)].map((id) => documentRow(read, id)) : documentsByYear(read, input);
  const found = documents.filter((document) => document !== null);
  if (found.length < documents.length) throw new UserError('not-found', 'One of these documents is not in the project any more.', 'It may have been removed; undo brings it back.');
  if (found.length < 2) throw new UserError('invalid-input', 'A comparison needs at least two documents.', 'Choose another year, or import its report.');
  return found.toSorted((one, other) => (one.year ?? 9999) - (other.year ?? 9999) || (one.date ?? '').localeCompare(other.date ?? ''));
}

function documentsByYear(read: Read, { country, years }: ParsedInput<'compare.run'>): DocumentRow[] {
  if (!country) throw new UserError('invalid-input', 'A comparison needs a country, or the documents to compare.', 'Give a country by its ISO code, such as KAZ.');
  const all = documentsOfCountry(read, country).filter((document) => document.year !== null);
  if (all.length === 0) throw new UserError('not-found', `There is no document of ${country} with a year in this project.`, 'Import one, or correct country and year in the library.');
  const wanted = years ?? [...new Set(all.map((document) => document.year ?? 0))].slice(-9);
  return wanted.map((year) => {
    const best = all.filter((document) => document.year === year).toSorted((one, other) => preference.indexOf(one.kind) - preference.indexOf(other.kind) || otherYearsOf(other, all) - otherYearsOf(one, all) || other.importedAt.localeCompare(one.importedAt))[0];
    if (!best) throw new UserError('not-found', `There is no document of ${country} for ${year} in this project.`, `There are ${[...new Set(all.map((document) => document.year))].join(', ')}.`);
    return best;
  });
}

function inSection(row: ComparisonRow, wanted: string): boolean {
  const title = row.section?.toLocaleLowerCase('en') ?? '';
  return title === wanted || row.sectionRole?.toLocaleLowerCase('en') === wanted || title.startsWith(`${wanted}. `) || title.startsWith(`${wanted} `);
}

function countSteps(rows: readonly ComparisonRow[]): Record<ComparisonClass, number> {
  const counts = Object.fromEntries(comparisonClasses.map((each) => [each, 0])) as Record<ComparisonClass, number>;
  for (const row of rows) for (const step of row.steps) if (step) counts[step.class] += 1;
  return counts;
}

/** The line of the level is the same line in every edition, whatever it says. */
function landmarksOf(level: AdvancementLevel | null): { name: string; start: number; end: number }[] {
  return level && level.start !== null && level.end !== null ? [{ name: 'level', start: level.start, end: level.end }] : [];
}

function sharedValue(values: readonly (string | null)[]): string | null {
  const distinct = new Set(values);
  return distinct.size === 1 ? (values[0] ?? null) : null;
}

/** How many documents of other years are of the same series. */
function otherYearsOf(document: DocumentRow, all: readonly DocumentRow[]): number {
  const series = seriesOf(document.title);
  return all.filter((other) => other.year !== document.year && seriesOf(other.title) === series).length;
}
