// The codebook as a whole: starters and files in, files out, and the matrices that count its tags.

import countryAnalysis from '../../../resources/codebooks/country-analysis.json' with { type: 'json' };
import laborRights from '../../../resources/codebooks/labor-rights.json' with { type: 'json' };
import { tagColours } from '../../core/annotation.ts';
import type { CodebookEntry, CodebookFile, TagMatrix } from '../../core/codebook.ts';
import { type CodebookPlan, fieldNames, planCodebook } from '../../core/codebook-plan.ts';
import { codebookTable } from '../../core/codebook-table.ts';
import { countsByValue, overlappingPairs, pairsInGroups } from '../../core/cooccurrence.ts';
import type { DataCell } from '../../core/data-table.ts';
import { plainTag, type Tag, tagPaths } from '../../core/tag.ts';
import { UserError } from '../../core/user-error.ts';
import type { Output, ParsedInput } from '../../rpc/contract.ts';
import { csvBytes, fileNameFor, qdcBytes } from '../exporters/index.ts';
import { readCodebook } from '../importers/index.ts';
import { codingsWith, documentValues, pairsOnOnePassage, taggedParagraphs, taggedPassages } from '../store/tag-use.ts';
import { allTags, childTags, insertTag, tagsWithCounts, updateTag } from '../store/tags.ts';
import type { Read } from '../store/write.ts';
import type { Command, Context, Query } from './handler.ts';
import { counted, named } from './words.ts';

/** A starter as it is written: what is left out is empty. */
type Written = Partial<Omit<CodebookEntry, 'children' | 'colour' | 'name'>> & { name: string; colour?: string; children?: Written[] };
type Starter = { id: string; name: string; description: string; tags: Written[] };

const starterFiles: readonly Starter[] = [laborRights, countryAnalysis];

function entryOf({ colour, children = [], ...written }: Written): CodebookEntry {
  return { ...plainTag, ...written, colour: tagColours.find((each) => each === colour) ?? null, children: children.map(entryOf) };
}

function countOf(written: readonly Written[]): number {
  return written.reduce((sum, each) => sum + 1 + countOf(each.children ?? []), 0);
}

export const starters: Query<'codebook.starters'> = () => starterFiles.map(({ id, name, description, tags }) => ({ id, name, description, tags: countOf(tags) }));

type Source = ParsedInput<'codebook.import'>['source'];

function fileOf(source: Source): CodebookFile & { name: string } {
  if (!('starter' in source)) return { ...readCodebook(source), name: source.fileName };
  const found = starterFiles.find((each) => each.id === source.starter);
  if (!found) throw new UserError('not-found', 'There is no such starter codebook.', 'Choose one of the list.');
  return { name: found.name, origin: 'Annals', entries: found.tags.map(entryOf), losses: [] };
}

function planOf(read: Read, source: Source): CodebookPlan & { name: string; origin: string } {
  const file = fileOf(source);
  return { ...planCodebook(allTags(read), file), name: file.name, origin: file.origin };
}

export const preview: Query<'codebook.preview'> = (read, { source }) => {
  const { origin, added, merged, losses } = planOf(read, source);
  return {
    origin,
    added: added.map(({ path }) => path),
    merged: merged.map(({ path, fills }) => ({ path, fills: Object.keys(fills).map((field) => fieldNames[field as keyof typeof fieldNames]) })),
    losses,
  };
};

export const importCodebook: Command<'codebook.import'> = (write, { source }, context) => {
  const { name, added, merged } = planOf(write, source);
  const top = allTags(write).filter((tag) => tag.parentId === null).length;
  const ids: string[] = [];
  const made: Tag[] = [];
  const positions = new Map<string, number>();
  let topColours = top;
  for (const { parent, entry: { children: _, ...entry } } of added) {
    const above = parent === null || 'id' in parent ? undefined : made[parent.index];
    const parentId = parent === null ? null : 'id' in parent ? parent.id : (ids[parent.index] ?? null);
    const place = parentId ?? '';
    const position = positions.get(place) ?? childTags(write, parentId).length;
    positions.set(place, position + 1);
    const colour = entry.colour ?? above?.colour ?? (parent === null ? tagColours[topColours++ % tagColours.length] : undefined) ?? 'grey';
    const tag: Tag = { ...plainTag, ...entry, aliases: [...entry.aliases], colour, id: context.newId(), parentId, position, createdAt: context.now() };
    insertTag(write, tag);
    ids.push(tag.id);
    made.push(tag);
  }
  const filled = merged.filter(({ fills }) => Object.keys(fills).length > 0);
  for (const { id, fills } of filled) updateTag(write, id, fills);
  return { value: { added: added.length, merged: merged.length }, label: `Import ${counted(added.length, 'tag')} from ${named(name)}` };
};

export function exportCodebook(read: Read, format: ParsedInput<'codebook.export'>['format']): Output<'codebook.export'> {
  const tags = tagsWithCounts(read);
  if (tags.length === 0) throw new UserError('not-found', 'There are no tags to export yet.', 'Make some, or begin with a starter codebook.');
  if (format === 'csv') return { bytes: csvBytes(codebookTable(tags)), fileName: fileNameFor('Codebook', 'csv'), mediaType: 'text/csv; charset=utf-8', losses: [] };
  return { ...qdcBytes(tags), fileName: fileNameFor('Codebook', 'qdc'), mediaType: 'application/xml' };
}

/** Tags against tags on the screen; a file has them all. */
const mostShown = 200;

export const matrix: Query<'codebook.matrix'> = (read, input, context) => matrixOf(read, input, context, mostShown);

function matrixOf(read: Read, input: ParsedInput<'codebook.matrix'>, context: Context, most: number): TagMatrix {
  const tags = tagsWithCounts(read);
  const paths = tagPaths(tags);
  const depths = new Map<string, number>();
  for (const tag of tags) depths.set(tag.id, tag.parentId === null ? 0 : (depths.get(tag.parentId) ?? 0) + 1);
  const row = (tag: (typeof tags)[number], total: number) => ({ id: tag.id, path: paths.get(tag.id) ?? tag.name, colour: tag.colour, depth: depths.get(tag.id) ?? 0, total });
  if (input.across === 'tags') {
    const pairs = input.closeness === 'same' ? pairsOnOnePassage(read) : input.closeness === 'paragraph' ? pairsInGroups(taggedParagraphs(read)) : overlappingPairs(taggedPassages(read));
    const met = new Map<string, number>();
    for (const { first, second, count } of pairs) for (const id of [first, second]) met.set(id, (met.get(id) ?? 0) + count);
    const shown = new Set([...met].toSorted(([, one], [, other]) => other - one).slice(0, most).map(([id]) => id));
    // A tag that stands alone everywhere would be an empty line.
    const rows = tags.filter((tag) => shown.has(tag.id)).map((tag) => row(tag, tag.annotations));
    const kept = pairs.filter(({ first, second }) => shown.has(first) && shown.has(second));
    return { rows, leftOut: met.size - rows.length, columns: rows.map(({ id, path }) => ({ id, name: path })), cells: kept.flatMap(({ first, second, count }) => [{ row: first, column: second, count }, { row: second, column: first, count }]) };
  }
  const column = input.across === 'years' ? 'year' : 'country';
  const cells = countsByValue(tags, codingsWith(read, column), input.withBelow).map(({ tagId, value, count }) => ({ row: tagId, column: value, count }));
  const totals = new Map<string, number>();
  for (const cell of cells) totals.set(cell.row, (totals.get(cell.row) ?? 0) + cell.count);
  const nameOf = (value: string) => (value === '' ? (column === 'year' ? 'No year' : 'No country') : column === 'year' ? value : (context.countryName(value) ?? value));
  const columns = documentValues(read, column).map((value) => ({ id: value, name: nameOf(value) }));
  // What is not known stands last.
  const ordered = [...columns.filter(({ id }) => id !== ''), ...columns.filter(({ id }) => id === '')];
  return { rows: tags.filter((tag) => totals.has(tag.id)).map((tag) => row(tag, totals.get(tag.id) ?? 0)), columns: ordered, cells, leftOut: 0 };
}

const closenessWords = { same: 'on one passage', overlap: 'overlapping', paragraph: 'in one paragraph' } as const;

export function exportMatrix(read: Read, input: ParsedInput<'codebook.exportMatrix'>, context: Context): Output<'codebook.exportMatrix'> {
  const { rows, columns, cells } = matrixOf(read, input, context, Infinity);
  const counts = new Map(cells.map(({ row, column, count }) => [`${row}\n${column}`, count]));
  const name = input.across === 'tags' ? `Tags ${closenessWords[input.closeness]}` : `Tags by ${input.across === 'years' ? 'year' : 'country'}`;
  const isOne = input.across === 'tags';
  const bytes = csvBytes({
    name,
    columns: ['Tag', 'Passages', ...columns.map((each) => each.name)].map((each) => ({ name: each })),
    rows: rows.map((row): DataCell[] => [row.path, row.total, ...columns.map((column) => (isOne && column.id === row.id ? null : (counts.get(`${row.id}\n${column.id}`) ?? 0)))]),
  });
  return { bytes, fileName: fileNameFor(name, 'csv'), mediaType: 'text/csv; charset=utf-8', losses: [] };
}
