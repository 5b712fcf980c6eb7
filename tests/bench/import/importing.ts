// Imports a folder once, or reads and indexes only its text, in a process of its own: `node importing.js whole|text FOLDER WORKERS RESOURCES`.
// Bundled like the programs analysts get. Prints a line of JSON: processor time of the whole process from its start, and time by the clock from then.

import BetterSqlite3 from 'better-sqlite3';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPdfium } from '../../../shared/backend/importers/pdf/pdfium.ts';

const [what = '', folder = '', workers = '1', resourcesDirectory = ''] = process.argv.slice(2);
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
const names = readdirSync(folder).sort();
const place = mkdtempSync(join(tmpdir(), 'annals-bench-'));

async function wholeImport(): Promise<void> {
  // Not loaded where only text is indexed.
  const { openBackend } = await import('../../../shared/backend/backend.ts');
  const backend = await openBackend({ workspaceDirectory: join(place, 'workspace'), projectFile: join(place, 'bench.annals'), resourcesDirectory, workers: Number(workers) });
  const { runId } = await backend.call('imports.add', { files: names.map((name) => ({ name, bytes: bytesOf(name) })) });
  const items = await backend.call('imports.wait', { runId });
  const failed = items.filter((item) => item.status !== 'ok' && item.status !== 'warnings');
  if (failed.length > 0) throw new Error(`${failed.length} files were not imported: ${failed[0]?.fileName}: ${failed[0]?.status} ${failed[0]?.reason}`);
  await backend.close();
}

/** What a full-text indexer does and no more: the letters of each page, in no order of ours, without places, and an index of them. */
function textAndIndex(): void {
  const database = new BetterSqlite3(join(place, 'text.db'));
  database.pragma('journal_mode = WAL');
  database.exec(`CREATE VIRTUAL TABLE page USING fts5(text, tokenize = 'porter unicode61')`);
  const insert = database.prepare('INSERT INTO page (text) VALUES (?)');
  const pdfium = startPdfium();
  for (const name of names) {
    const bytes = bytesOf(name);
    const at = pdfium.lend(bytes);
    const document = pdfium.FPDF_LoadMemDocument(at, bytes.length, 0);
    const pages = pdfium.FPDF_GetPageCount(document);
    const texts = Array.from({ length: pages }, (_, index) => {
      const page = pdfium.FPDF_LoadPage(document, index);
      const text = pdfium.FPDFText_LoadPage(page);
      const codes = Uint16Array.from({ length: pdfium.FPDFText_CountChars(text) }, (_each, place) => pdfium.FPDFText_GetUnicode(text, place));
      pdfium.FPDFText_ClosePage(text);
      pdfium.FPDF_ClosePage(page);
      return new TextDecoder('utf-16le').decode(codes);
    });
    pdfium.FPDF_CloseDocument(document);
    pdfium.free(at);
    database.transaction(() => texts.forEach((text) => insert.run(text)))();
  }
  database.close();
}

const began = performance.now();
try {
  if (what === 'whole') await wholeImport();
  else textAndIndex();
} finally {
  rmSync(place, { recursive: true });
}
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ cpu: (user + system) / 1e6, wall: (performance.now() - began) / 1000 }));
process.exit(0);
