// `annals brief list` and `annals brief export`.

import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { BriefFormat } from '../../core/brief.ts';
import { UserError } from '../../core/user-error.ts';
import { count, print, printJson, printTable } from './output.ts';
import { type CommonOptions, withProject } from './session.ts';

export async function listBriefs(options: CommonOptions): Promise<void> {
  await withProject(options, async (backend) => {
    const briefs = await backend.call('briefs.list', {});
    if (options.json) printJson(briefs);
    else {
      printTable(['id', 'changed', 'blocks', 'title'], briefs.map(({ id, updatedAt, blocks, title }) => [id, updatedAt.slice(0, 16).replace('T', ' '), blocks, title]));
      print(count(briefs.length, 'brief'));
    }
  });
}

export async function exportBrief(id: string, { format, out, ...options }: CommonOptions & { format: BriefFormat; out: string }): Promise<void> {
  await withProject(options, async (backend) => {
    const { bytes, fileName, mediaType, losses } = await backend.call('briefs.export', { id, format });
    await writeWhole(out, bytes);
    if (options.json) printJson({ out, fileName, mediaType, size: bytes.length, losses });
    else {
      print(`Written: ${out} (${count(bytes.length, 'byte')})`);
      for (const loss of losses) print(`Left out: ${loss}`);
    }
  });
}

/** The file is whole or is not there: an older one of that name stays until the new one is written. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const target = resolve(path);
  const unfinished = `${target}.${process.pid}.part`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new UserError('not-allowed', `“${path}” could not be written.`, error instanceof Error ? error.message.replace(unfinished, path) : '');
  }
}
