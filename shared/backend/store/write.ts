// The two ways to the data. A query receives Read; a command receives Write inside one transaction, and every row it writes is recorded.

import type { Change, Row } from '../../core/change.ts';
import type { Database, Statement, Value } from './database.ts';

/** Parameters by place (?), or one object by name (@name). */
type Parameters = Value[] | [Record<string, Value>];

export type Read = {
  all: <Result>(sql: string, ...parameters: Parameters) => Result[];
  get: <Result>(sql: string, ...parameters: Parameters) => Result | undefined;
};

/** Row writes by id; each records the row before and after, so that undo needs no code of its own. */
export type Write = Read & {
  insert: (table: JournaledTable, row: Row) => void;
  update: (table: JournaledTable, id: string, changes: Row) => void;
  remove: (table: JournaledTable, id: string) => void;
};

/** Tables whose rows are undone; every one has a text id. */
export const journaledTables = ['project', 'document', 'document_pair', 'document_version', 'metadata_decision', 'observation_correction', 'action_decision', 'contradiction_decision', 'pair_correction', 'saved_comparison', 'annotation', 'tag', 'annotation_tag', 'doubt', 'carried_annotation', 'finding', 'evidence', 'brief', 'brief_block'] as const;
export type JournaledTable = (typeof journaledTables)[number];

export function isJournaled(table: string): table is JournaledTable {
  return (journaledTables as readonly string[]).includes(table);
}

export function reader(database: Database): Read {
  return {
    all: <Result>(sql: string, ...parameters: Parameters) => prepared(database, sql).all(...parameters) as Result[],
    get: <Result>(sql: string, ...parameters: Parameters) => prepared(database, sql).get(...parameters) as Result | undefined,
  };
}

/** Commands over thousands of rows ask the same few questions of each; making a statement costs more than running it. */
const statements = new WeakMap<Database, Map<string, Statement>>();
const mostStatements = 200;

function prepared(database: Database, sql: string): Statement {
  const known = statements.get(database) ?? new Map<string, Statement>();
  statements.set(database, known);
  const found = known.get(sql);
  if (found) return found;
  const made = database.prepare(sql);
  if (known.size >= mostStatements) known.clear();
  known.set(sql, made);
  return made;
}

/** Must be used inside a transaction; what was written is appended to `change`. */
export function writer(database: Database, change: Change): Write {
  const read = reader(database);
  const current = (table: JournaledTable, id: string) => read.get<Row>(`SELECT * FROM ${table} WHERE id = ?`, id) ?? null;
  return {
    ...read,
    insert: (table, row) => {
      const id = String(row['id']);
      insertRow(database, table, row);
      change.push({ table, id, before: null, after: current(table, id) });
    },
    update: (table, id, changes) => {
      const before = current(table, id);
      if (!before) throw new Error(`update of a missing row in ${table}`);
      const names = Object.keys(changes);
      if (names.length === 0) return;
      const set = names.map((name) => `${quoted(name)} = ?`).join(', ');
      prepared(database, `UPDATE ${table} SET ${set} WHERE id = ?`).run(...Object.values(changes), id);
      change.push({ table, id, before, after: current(table, id) });
    },
    remove: (table, id) => {
      const before = current(table, id);
      if (!before) return;
      prepared(database, `DELETE FROM ${table} WHERE id = ?`).run(id);
      change.push({ table, id, before, after: null });
    },
  };
}

export function insertRow(database: Database, table: string, row: Record<string, Value>): void {
  const names = Object.keys(row);
  prepared(database, `INSERT INTO ${table} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(...Object.values(row));
}

/** Some columns ("end") are words of SQL. Names come from our own code, never from input. */
function quoted(name: string): string {
  return `"${name}"`;
}
