// Codebooks as separated tables. A row is a tag; its place in the tree is given by a path, or by its parent's path or name.

import { parse } from 'csv-parse/sync';
import { tagColours } from '../../../core/annotation.ts';
import type { CodebookEntry, CodebookFile } from '../../../core/codebook.ts';
import { columnNames, isKnownColumn, readPath } from '../../../core/codebook-table.ts';
import { foldedName } from '../../../core/tag.ts';
import { nearestColour } from '../../../core/tag-colours.ts';
import { UserError } from '../../../core/user-error.ts';
import { entryNamed, Losses, mostTags } from './entries.ts';

type Field = keyof typeof columnNames;
/** As deep as a .qdc may be. */
const deepest = 100;
const longestText = 2_000_000;

type Row = { entry: CodebookEntry; parent: string[] };

/** Throws UserError 'unreadable-file' for a table without a column of names, 'too-large' for one without end. */
export function readCodebookTable(source: string): CodebookFile {
  const losses = new Losses();
  const named = /^sep=(.)[ \t]*\n/i.exec(source);
  const body = named ? source.slice(named[0].length) : source;
  const [header = [], ...records] = recordsOf(body, named?.[1] ?? delimiterOf(body), losses);
  const columns = header.map(fieldOf);
  if (!columns.includes('name') && !columns.includes('path')) {
    throw new UserError('unreadable-file', 'This table has no column “Tag”, “Name” or “Code”, so it is no codebook.', 'Give the column of names one of these heads; “Parent”, “Colour” and “Definition” are read too.');
  }
  if (records.length > mostTags) throw new UserError('too-large', `The table has more than ${mostTags.toLocaleString('en')} rows.`, 'Split it into smaller ones.');
  header.forEach((name, at) => {
    if (columns[at] === null && name.trim() !== '' && !isKnownColumn(name.trim())) losses.say(`The column “${name.trim().slice(0, 80)}” is not read.`);
    else if (columns[at] !== null && columns.indexOf(columns[at] ?? null) < at) losses.say(`The column “${name.trim().slice(0, 80)}” says what an earlier one says already and is not read.`);
  });
  const rows = records.flatMap((record) => rowOf(record, columns, losses) ?? []);
  const entries = treeOf(rows, losses);
  if (entries.length === 0) throw new UserError('unreadable-file', 'The table has no rows with a tag.', 'Check that the right file was chosen.');
  return { origin: '', entries, losses: losses.sentences() };
}

function recordsOf(source: string, delimiter: string, losses: Losses): string[][] {
  const options = { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, record_delimiter: '\n' };
  try {
    return parse(source, options);
  } catch {
    losses.say('A quotation mark is opened and never closed; the cells were divided at every separator. Check the longer texts.');
    return parse(source, { ...options, quote: false });
  }
}

/** The sign that divides the heads: they hold none themselves. */
function delimiterOf(source: string): string {
  const head = source.trimStart().split('\n', 1)[0] ?? '';
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function fieldOf(head: string): Field | null {
  const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const wanted = plain(head);
  const found = Object.entries(columnNames).find(([, names]) => names.some((name) => plain(name) === wanted));
  return found ? (found[0] as Field) : null;
}

function rowOf(record: readonly string[], columns: readonly (Field | null)[], losses: Losses): Row | null {
  const cell = (field: Field): string => {
    const at = columns.indexOf(field);
    // A leading apostrophe that keeps a spreadsheet from reckoning is no part of the text.
    return (at < 0 ? '' : (record[at] ?? '')).trim().replace(/^'(?=\s*[=+\-@])/u, '');
  };
  if (record.every((each) => each.trim() === '')) return null;
  const path = readPath(cell('path'));
  const name = cell('name') || path.at(-1) || '';
  const entry = entryNamed(name, losses);
  for (const field of ['definition', 'whenToUse', 'whenNot', 'example'] as const) {
    const text = cell(field);
    if (text.length > longestText) losses.add('a text of more than two million characters, which is cut');
    entry[field] = text.slice(0, longestText);
  }
  const colour = cell('colour');
  if (colour !== '') {
    entry.colour = tagColours.find((known) => known === colour.toLowerCase().replace('gray', 'grey')) ?? nearestColour(colour);
    if (entry.colour === null) losses.add('a colour that is none');
  }
  entry.aliases = cell('aliases').split(';').map((alias) => alias.trim().slice(0, 500)).filter(Boolean).slice(0, 100);
  const digit = cell('shortcut');
  if (/^[1-9]$/.test(digit)) entry.shortcut = digit;
  else if (digit !== '') losses.add('a key that is no digit from 1 to 9');
  entry.isCodable = !isYes(cell('isCodable'));
  entry.isExclusive = isYes(cell('isExclusive'));
  entry.isArchived = isYes(cell('isArchived'));
  const parent = path.length > 0 ? (path.length > 1 || cell('parent') === '' ? path.slice(0, -1) : readPath(cell('parent'))) : readPath(cell('parent'));
  return { entry, parent };
}

function isYes(text: string): boolean {
  return /^(?:yes|y|true|1|x)$/i.test(text);
}

/**
 * A parent of several names is a path. One name is a tag at the top, or else the only row of that name, wherever that row stands.
 * What no row names is made as a heading; what goes round in a circle stands at the top.
 */
function treeOf(rows: readonly Row[], losses: Losses): CodebookEntry[] {
  const top: CodebookEntry[] = [];
  const key = (names: readonly string[]) => names.map(foldedName).join('\n');
  const rowsByName = Map.groupBy(rows, (row) => foldedName(row.entry.name));
  const paths = new Map<Row, string[]>();
  const pathOf = (row: Row): string[] => {
    const way: Row[] = [];
    let base: string[] = [];
    for (let each: Row | undefined = row; each; ) {
      const known = paths.get(each);
      if (known) {
        base = known;
        break;
      }
      if (way.includes(each)) {
        losses.add('a parent that lies below it, and stands at the top instead');
        break;
      }
      way.push(each);
      const [parent = ''] = each.parent;
      const namesakes: Row[] = each.parent.length === 1 ? (rowsByName.get(foldedName(parent)) ?? []) : [];
      const [only] = namesakes;
      const isReference = only !== undefined && namesakes.length === 1 && only.parent.length > 0;
      if (!isReference) {
        base = each.parent;
        break;
      }
      each = only;
    }
    for (const each of way.toReversed()) {
      base = [...base, each.entry.name];
      if (base.length > deepest) throw new UserError('too-large', `The table nests its tags more than ${deepest} deep.`, 'Put the lower tags higher and export it again.');
      paths.set(each, base);
    }
    return base;
  };
  const places = new Map<string, CodebookEntry>();
  const headings = new Set<CodebookEntry>();
  const heading = (names: readonly string[]): CodebookEntry[] => {
    let siblings = top;
    names.forEach((name, index) => {
      const at = key(names.slice(0, index + 1));
      let entry = places.get(at);
      if (!entry) {
        entry = { ...entryNamed(name, losses), isCodable: false };
        places.set(at, entry);
        headings.add(entry);
        siblings.push(entry);
      }
      siblings = entry.children;
    });
    return siblings;
  };
  for (const row of rows) {
    const path = pathOf(row);
    const siblings = heading(path.slice(0, -1));
    const there = places.get(key(path));
    if (there && headings.delete(there)) Object.assign(there, { ...row.entry, children: there.children });
    else siblings.push(row.entry);
    if (!there) places.set(key(path), row.entry);
  }
  if (headings.size > 0) losses.say(`${headings.size === 1 ? '1 parent is' : `${headings.size.toLocaleString('en')} parents are`} named but not listed, and made as headings.`);
  return top;
}
