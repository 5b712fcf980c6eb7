// `annals brief list` and `annals brief export`.

import type { BriefFormat } from '../../core/brief.ts';
import { count, print, printJson, printTable } from './output.ts';
import { type CommonOptions, withProject } from './session.ts';
import { writeWhole } from './written-file.ts';

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
