// `annals annotations`: the highlights of all documents that fit, as a list, or as a file of data.

import { type ListOrder, type ListRow, type Presence } from '../../core/annotation-list.ts';
import { type AnchorState, tagColours } from '../../core/annotation.ts';
import { type Tag, tagPaths } from '../../core/tag.ts';
import { UserError } from '../../core/user-error.ts';
import type { Backend } from '../../backend/backend.ts';
import { count, print, printJson, printTable } from './output.ts';
import { type CommonOptions, withProject } from './session.ts';
import { writeWhole } from './written-file.ts';

export type AnnotationOptions = CommonOptions & {
  tag?: string[];
  exactTag?: boolean;
  country?: string[];
  year?: string[];
  colour?: string[];
  author?: string[];
  document?: string[];
  text?: string;
  note?: Presence;
  tagged?: Presence;
  used?: Presence;
  place?: AnchorState[];
  sort: ListOrder;
  format?: 'csv' | 'xlsx' | 'json' | 'md';
  out?: string;
};

export async function listAnnotations(options: AnnotationOptions): Promise<void> {
  if (options.out && !options.format) throw new UserError('invalid-input', 'It is not said what to write into the file.', 'Give --format csv, xlsx, json or md.');
  if (options.format === 'xlsx' && !options.out) throw new UserError('invalid-input', 'A workbook cannot be printed.', 'Give --out FILE.');
  await withProject(options, async (backend) => {
    const tags = await backend.call('tags.list', {});
    const filter = {
      tags: (options.tag ?? []).map((name) => tagNamed(tags, name)),
      withBelow: !options.exactTag,
      countries: (options.country ?? []).map((country) => (country.toLowerCase() === 'unknown' ? 'unknown' : country.toUpperCase())),
      years: options.year ?? [],
      colours: (options.colour ?? []).map(readColour),
      authors: options.author ?? [],
      documents: options.document ?? [],
      text: options.text ?? '',
      note: listOf(options.note),
      tagged: listOf(options.tagged),
      used: listOf(options.used),
      anchors: options.place ?? [],
    };
    const question = { filter, sort: { by: options.sort } };
    if (options.format) return writeFile(backend, question, options.format, options);
    const found = await backend.call('annotationList.find', { ...question, rows: 0 });
    const rows = await rowsOf(backend, found.ids);
    if (options.json) return printJson({ total: found.ids.length, all: found.all, annotations: rows });
    const names = new Map(tags.map(({ id, name }) => [id, name]));
    printTable(
      ['country', 'year', 'page', 'tags', 'passage'],
      rows.map(({ country, year, page, tagIds, quote }) => [country, year, page, tagIds.map((id) => names.get(id) ?? id).join(', '), quote]),
    );
    print(`${count(found.ids.length, 'highlight')} in ${count(found.documents, 'document')}${found.ids.length < found.all ? ` of ${found.all.toLocaleString('en')}` : ''}`);
  });
}

async function writeFile(backend: Backend, question: Pick<Parameters<typeof backend.call<'annotationList.export'>>[1], 'filter' | 'sort'>, format: NonNullable<AnnotationOptions['format']>, { out, json }: AnnotationOptions): Promise<void> {
  const { bytes, losses } = await backend.call('annotationList.export', { ...question, format: format === 'md' ? 'markdown' : format });
  if (!out) {
    process.stdout.write(bytes);
    return;
  }
  await writeWhole(out, bytes);
  if (json) return printJson({ out, size: bytes.length, losses });
  print(`Written: ${out} (${count(bytes.length, 'byte')})`);
  for (const loss of losses) print(`Left out: ${loss}`);
}

/** Rows asked for at once. */
const pageSize = 500;

async function rowsOf(backend: Backend, ids: readonly string[]): Promise<ListRow[]> {
  const rows: ListRow[] = [];
  for (let from = 0; from < ids.length; from += pageSize) rows.push(...(await backend.call('annotationList.rows', { ids: ids.slice(from, from + pageSize) })));
  return rows;
}

/** By its name, its path ("Law › Age" or "Law > Age") or its id. Throws UserError when there is none, or there are several. */
function tagNamed(tags: readonly Tag[], asked: string): string {
  const paths = tagPaths(tags);
  const plain = (text: string) => text.replace(/\s*[>›]\s*/gu, ' › ').trim().toLowerCase();
  const exact = tags.filter(({ id }) => id === asked || plain(paths.get(id) ?? '') === plain(asked));
  const found = exact.length > 0 ? exact : tags.filter(({ name }) => plain(name) === plain(asked));
  const [only] = found;
  if (!only) throw new UserError('not-found', `There is no tag “${asked}”.`, tags.length === 0 ? 'The codebook is empty.' : 'Look at the names with: annals call tags.list');
  if (found.length > 1) throw new UserError('invalid-input', `“${asked}” is the name of several tags.`, `Say which: ${found.map(({ id }) => paths.get(id)).join('; ')}.`);
  return only.id;
}

function readColour(text: string): (typeof tagColours)[number] {
  const colour = tagColours.find((each) => each === text.toLowerCase());
  if (!colour) throw new UserError('invalid-input', `“${text}” is no colour of highlights.`, `Give --colour as one of ${tagColours.join(', ')}.`);
  return colour;
}

function listOf(presence: Presence | undefined): Presence[] {
  return presence === undefined ? [] : [presence];
}
