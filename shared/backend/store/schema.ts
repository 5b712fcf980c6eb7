// The form of a project file as one readable text, made from the migrations. Run this file to write schema.sql anew.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { migrations } from './migrate.ts';

/** Statements of all tables, indexes and triggers, in the order in which they were made. */
export function schemaText(): string {
  const database = new BetterSqlite3(':memory:');
  for (const migration of migrations()) database.exec(migration.sql);
  const rows = database.prepare(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'passage_index_%' ORDER BY rowid`).all() as { sql: string }[];
  database.close();
  return `-- Generated from migrations/ by schema.ts; not read by the application.\n\n${rows.map((row) => `${row.sql};`).join('\n\n')}\n`;
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, 'schema.sql'), schemaText());
