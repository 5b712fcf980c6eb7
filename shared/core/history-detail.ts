// What a step of the journal changed, in words: which highlights, tags, findings it made, removed or altered, and what they said before
// and after. Positions, times and other bookkeeping are left out.

import type { Row, RowChange } from './change.ts';
import type { TextRange } from './document.ts';

export type ChangedThing = {
  /** "highlight", "tag of a highlight" */
  noun: string;
  what: 'added' | 'removed' | 'changed';
  /** The words by which it is known; '' when there are none. */
  name: string;
  /** Of a changed one: what differs. Values are as stored, shortened. */
  fields: { label: string; before: string; after: string }[];
  /** Where a highlight that is there after the step stands. */
  place: ({ documentId: string } & TextRange) | null;
};

export type HistoryDetail = { things: ChangedThing[]; /** How many more there are. */ more: number };

const nouns: Readonly<Record<string, string>> = {
  annotation: 'highlight',
  annotation_tag: 'tag of a highlight',
  evidence: 'evidence',
  brief_block: 'block of a brief',
  document_pair: 'pair of documents',
  document_version: 'version of a document',
  metadata_decision: 'decision on a field',
  observation_correction: 'correction of a value',
  action_decision: 'decision on an action',
  contradiction_decision: 'decision on a contradiction',
  pair_correction: 'correction of a pair',
  saved_comparison: 'saved comparison',
  doubt: 'highlight to place',
  carried_annotation: 'carried highlight',
};

/** Columns that hold what a thing is called, best first. */
const nameColumns = ['name', 'title', 'claim', 'quote', 'text', 'field', 'value'];
/** Columns that name another row, and the table it stands in. */
const references: Readonly<Record<string, string>> = { tag_id: 'tag', annotation_id: 'annotation', finding_id: 'finding', document_id: 'document', brief_id: 'brief' };
const bookkeeping = new Set(['id', 'position', 'prefix', 'suffix', 'created_at', 'updated_at', 'made_at', 'decided_at', 'reading_id', 'recognised_value']);

/** Most characters of a value; a note may have a million. */
const mostCharacters = 600;

/** `rowOf` answers a row of the project as it is now, for the names of what a step refers to. */
export function detailOf(change: readonly RowChange[], rowOf: (table: string, id: string) => Row | null, most = 60): HistoryDetail {
  const own = new Map(change.map(({ table, id, before, after }) => [`${table} ${id}`, after ?? before]));
  const nameOf = (row: Row): string => {
    const said = nameColumns.map((column) => row[column]).find((value) => typeof value === 'string' && value.trim() !== '');
    const others = Object.entries(references).flatMap(([column, other]) => {
      const id = row[column];
      // A highlight is known by its words, not by its document.
      if (typeof id !== 'string' || said !== undefined) return [];
      const found = own.get(`${other} ${id}`) ?? rowOf(other, id);
      return found ? [nameOf(found)] : [];
    });
    return said === undefined ? others.filter(Boolean).join(' · ') : shortened(String(said));
  };
  const things = change.slice(0, most).map(({ table, before, after }): ChangedThing => {
    const row = after ?? before ?? {};
    return {
      noun: nouns[table] ?? table.replaceAll('_', ' '),
      what: before === null ? 'added' : after === null ? 'removed' : 'changed',
      name: nameOf(row),
      fields: before && after ? fieldsOf(before, after) : [],
      place: table === 'annotation' && after ? placeOf(after) : null,
    };
  });
  return { things, more: Math.max(0, change.length - most) };
}

function fieldsOf(before: Row, after: Row): ChangedThing['fields'] {
  return Object.keys(after)
    .filter((column) => !bookkeeping.has(column) && !column.endsWith('_id') && before[column] !== after[column])
    .map((column) => ({ label: column.replaceAll('_', ' '), before: shown(before[column]), after: shown(after[column]) }));
}

function placeOf({ document_id: documentId, start, end }: Row): ChangedThing['place'] {
  return typeof documentId === 'string' && typeof start === 'number' && typeof end === 'number' ? { documentId, start, end } : null;
}

function shown(value: Row[string] | undefined): string {
  return value === null || value === undefined ? '' : shortened(String(value));
}

function shortened(text: string): string {
  return text.length <= mostCharacters ? text : `${[...text].slice(0, mostCharacters).join('')}…`;
}
