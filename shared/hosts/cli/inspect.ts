// `annals inspect FILE...`: what Annals understands of files, without a project.

import { createReadStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import type { Backend } from '../../backend/backend.ts';
import type { ParsedDocument } from '../../core/document.ts';
import { UserError } from '../../core/user-error.ts';
import type { DocumentKind, Recognition } from '../../core/recognition.ts';
import { complain } from '../exit.ts';
import { type FoundFile, findFiles, readFound } from './files.ts';
import { type FragmentLine, answerLine } from './inspect-lines.ts';
import { bold, count, print, printJson, printTable } from './output.ts';
import { withBackend } from './session.ts';

export type InspectOptions = { json?: boolean; as?: DocumentKind; jsonl?: string };
type Inspected = { parsed: ParsedDocument; recognition: Recognition; parts?: InspectedPart[] };
/** A document of a collection. */
type InspectedPart = { name: string; parsed: ParsedDocument; recognition: Recognition };

export async function inspect(paths: readonly string[], options: InspectOptions): Promise<void> {
  if (options.jsonl === undefined && paths.length === 0) throw new UserError('invalid-input', 'There is nothing to inspect.', 'Name files, or a file of lines with --jsonl.');
  const files = await findFiles(paths, (path, error) => fail(path, error, options));
  await withBackend(async (backend) => {
    for await (const { item, result, error } of inOrder(files, (file) => inspectFile(backend, file, options))) {
      if (error !== undefined) fail(item.path, error, options);
      for (const document of result ? documentsOf(result) : []) {
        if (options.json) printJson(asLine(item.path, document));
        else describe(document.name === undefined ? item.path : `${item.path}: ${document.name}`, document);
      }
    }
    if (options.jsonl !== undefined) await inspectLines(backend, options.jsonl);
  });
}

/** A file that is a collection is shown by its documents. */
function documentsOf(inspected: Inspected): (Inspected & { name?: string })[] {
  return inspected.parts ?? [inspected];
}

async function inspectFile(backend: Backend, file: FoundFile, { as }: InspectOptions): Promise<Inspected> {
  return backend.call('imports.inspect', { name: file.name, bytes: await readFound(file), ...(as && { as }) });
}

/** One JSON object a line in, one a line out, in the same order. */
async function inspectLines(backend: Backend, path: string): Promise<void> {
  const input = path === '-' ? process.stdin : createReadStream(path);
  // readline does not report a file that cannot be opened.
  const failed = new Promise<never>((_resolve, reject) => {
    input.once('error', () => reject(new UserError('not-found', `There is no file “${path}” that can be read.`)));
  });
  const lines = async (): Promise<void> => {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      if (line.trim() === '') continue;
      await inspectLine(backend, line);
    }
  };
  await Promise.race([lines(), failed]);
}

async function inspectLine(backend: Backend, line: string): Promise<void> {
  let id: unknown = null;
  try {
    const fragment = JSON.parse(line) as FragmentLine;
    id = (fragment as FragmentLine | null)?.id ?? null;
    printJson({ id, result: await answerLine(backend, fragment) });
  } catch (error) {
    const told = error instanceof SyntaxError ? new UserError('invalid-input', 'This line is no JSON object.') : error;
    complain(told, `line ${JSON.stringify(id)}`);
    printJson({ id, error: errorShape(told) });
  }
}

function fail(path: string, error: unknown, { json }: InspectOptions): void {
  // A sentence about a path that cannot be read names it already.
  complain(error, error instanceof UserError && error.message.includes(path) ? undefined : path);
  if (json) printJson({ file: path, error: errorShape(error) });
}

function errorShape(error: unknown): { code: string; message: string; hint: string } {
  return error instanceof UserError ? { code: error.code, message: error.message, hint: error.hint } : { code: 'internal', message: String(error), hint: '' };
}

/** The published shape of a line of `inspect --json`; `part` names the document of a collection. */
export function asLine(file: string, { parsed, recognition, name }: Inspected & { name?: string }): Record<string, unknown> {
  const { kind, confidence, country, year, title, language, issuer, author, date, identifier, classification, facts, sections, tables, observations, actions, activities, institutions, legalBases, references, citations, level, goods, cable } = recognition;
  return {
    file,
    ...(name !== undefined && { part: name }),
    kind,
    confidence,
    country,
    year,
    title,
    language,
    metadata: { issuer, author, date, identifier, classification, facts, properties: parsed.properties, pages: parsed.pages.length, characters: parsed.text.length },
    sections,
    tables,
    observations,
    actions,
    activities,
    institutions,
    legalBases,
    references,
    // The text of a document is not in its line, so each citation brings its claim.
    citations: citations.map((citation) => ({ ...citation, claim: parsed.text.slice(citation.claimStart, citation.claimEnd) })),
    level,
    goods,
    cable,
    warnings: warningsOf({ parsed, recognition }),
  };
}

function warningsOf({ parsed, recognition }: Inspected): Recognition['warnings'] {
  const all = [...parsed.warnings, ...recognition.warnings];
  return all.filter((warning, index) => all.findIndex(({ code, message }) => code === warning.code && message === warning.message) === index);
}

function describe(file: string, inspected: Inspected): void {
  const { recognition, parsed } = inspected;
  const rows: [string, string | number | null][] = [
    ['kind', `${recognition.kind} (${Math.round(recognition.confidence * 100)} % sure)`],
    ['title', recognition.title || null],
    ['country', recognition.country ? `${recognition.country.name} (${recognition.country.iso3})` : null],
    ['year', recognition.year],
    ['date', recognition.date],
    ['language', recognition.language],
    ['issuer', recognition.issuer],
    ['author', recognition.author],
    ['identifier', recognition.identifier],
    ['classification', recognition.classification],
    ['level', recognition.level && [recognition.level.level, recognition.level.qualifier].filter(Boolean).join(', ')],
    ...recognition.facts.map(({ label, value }): [string, string] => [label.toLowerCase(), value]),
    ['holds', [count(parsed.blocks.length, 'passage'), ...(parsed.pages.length > 0 ? [count(parsed.pages.length, 'page')] : []), count(recognition.sections.length, 'section'), count(recognition.tables.length, 'table'), count(recognition.observations.length, 'value'), count(recognition.actions.length, 'suggested action'), count(recognition.goods.length, 'good'), ...listCounts(recognition)].join(' · ')],
    ...warningsOf(inspected).map(({ message }): [string, string] => ['warning', message]),
  ];
  print(bold(file));
  printTable(['', ''], rows.filter(([, value]) => value !== null && value !== ''));
  print('');
}

function listCounts({ activities, institutions, references, citations }: Recognition): string[] {
  const lists: [number, string, string?][] = [[activities.length, 'activity', 'activities'], [institutions.length, 'institution'], [references.length, 'reference'], [citations.length, 'citation']];
  return lists.flatMap(([number, one, many]) => (number > 0 ? [count(number, one, many)] : []));
}

type Outcome<Item, Result> = { item: Item; result: Result | undefined; error: unknown };

/** Works on as many items at once as the machine has cores, and gives the outcomes in the order of the items. */
async function* inOrder<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): AsyncGenerator<Outcome<Item, Result>> {
  const waiting = [...items];
  const started: Promise<Outcome<Item, Result>>[] = [];
  for (;;) {
    while (started.length < availableParallelism()) {
      const item = waiting.shift();
      if (item === undefined) break;
      started.push(work(item).then((result) => ({ item, result, error: undefined }), (error: unknown) => ({ item, result: undefined, error })));
    }
    const outcome = await started.shift();
    if (!outcome) return;
    yield outcome;
  }
}
