// One contender of the import benchmark, in a process of its own so that its processor time can be told: `node contender.ts NAME FOLDER [WORKERS]`.
// Prints a line of JSON. Readers read every file twice; the second time counts, when their code is warm.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBackend } from '../../../shared/backend/backend.ts';
import { openPdf } from '../../../shared/backend/importers/pdf/source.ts';
import { pdfImporter } from '../../../shared/backend/importers/pdf.ts';
import { resourcesDirectory } from '../../support/backend.ts';
import { pdfjsPages } from '../../support/pdfjs-pages.ts';

/** In seconds. */
export type Measured = { cpu: number; wall: number };

type File = { name: string; bytes: Uint8Array };

const [name = '', folder = '', workers = '1'] = process.argv.slice(2);
const files: File[] = readdirSync(folder).sort().map((file) => ({ name: file, bytes: new Uint8Array(readFileSync(join(folder, file))) }));

const readers: Record<string, (file: File) => Promise<unknown>> = {
  pdfjs: ({ bytes }) => pdfjsPages(bytes),
  positions: ({ bytes }) => {
    const source = openPdf(bytes);
    for (let page = 1; page <= source.pageCount; page++) source.page(page);
    source.close();
    return Promise.resolve();
  },
  parse: (file) => pdfImporter.parse(file),
};

async function measured(work: () => Promise<unknown>): Promise<Measured> {
  const before = process.cpuUsage();
  const began = performance.now();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1e6, wall: (performance.now() - began) / 1000 };
}

async function readAll(reader: (file: File) => Promise<unknown>): Promise<Measured> {
  const once = async () => {
    for (const file of files) await reader(file);
  };
  await once();
  return measured(once);
}

/** Into an empty project; the processor time of the whole process, from its start, as that of a program that is called. */
async function importAll(): Promise<Measured> {
  const place = mkdtempSync(join(tmpdir(), 'annals-bench-'));
  try {
    const backend = await openBackend({ workspaceDirectory: join(place, 'workspace'), projectFile: join(place, 'bench.annals'), resourcesDirectory, workers: Number(workers) });
    const { wall } = await measured(async () => {
      const { runId } = await backend.call('imports.add', { files });
      const items = await backend.call('imports.wait', { runId });
      const failed = items.filter((item) => item.status !== 'ok' && item.status !== 'warnings');
      if (failed.length > 0) throw new Error(`${failed.length} files were not imported: ${failed[0]?.fileName}: ${failed[0]?.status} ${failed[0]?.reason}`);
    });
    await backend.close();
    const { user, system } = process.cpuUsage();
    return { cpu: (user + system) / 1e6, wall };
  } finally {
    rmSync(place, { recursive: true });
  }
}

const reader = readers[name];
console.log(JSON.stringify(reader === undefined ? await importAll() : await readAll(reader)));
process.exit(0);
