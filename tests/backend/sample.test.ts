// The sample project: what a stranger sees first must be whole, lead back to its sources, and show what Annals is for.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestBackend, resourcesDirectory } from '../support/backend.ts';

async function opened() {
  const backend = await openTestBackend({ projectFile: null });
  await backend.call('projects.openSample', {});
  return backend;
}

describe('the sample project', () => {
  it('reads every file, and every highlight stands at its words', async () => {
    const backend = await opened();
    expect((await backend.call('imports.list', {})).map((item) => item.status)).not.toContain('failed');
    const texts = new Map<string, string>();
    for (const { id } of await backend.call('documents.list', {})) texts.set(id, (await backend.call('documents.reading', { id })).text);
    const annotations = await backend.call('annotations.list', {});
    expect(annotations.length).toBeGreaterThanOrEqual(10);
    for (const { documentId, start, end, quote, tagIds } of annotations) {
      expect(texts.get(documentId)?.slice(start, end)).toBe(quote);
      expect(tagIds.length).toBeGreaterThan(0);
    }
  });

  it('has evidence for every finding, some of it against, and says how sure it is', async () => {
    const backend = await opened();
    const findings = await backend.call('findings.list', {});
    expect(findings.every((finding) => finding.supporting > 0 && finding.confidence !== null && finding.country === 'UZB')).toBe(true);
    expect(findings.some((finding) => finding.contradicting > 0)).toBe(true);
  });

  it('has a brief that cites, quotes and compares, with nothing left to check, and leaves nothing out in Word and on a page', async () => {
    const backend = await opened();
    const [brief] = await backend.call('briefs.list', {});
    const id = brief?.id ?? '';
    const { html, problems } = await backend.call('briefs.preview', { id });
    expect(problems).toEqual([]);
    expect(html).toContain('<ins>');
    for (const format of ['docx', 'html'] as const) expect((await backend.call('briefs.export', { id, format })).losses).toEqual([]);
  });

  it('shows numbers that changed when its editions are compared', async () => {
    const backend = await opened();
    const comparison = await backend.call('compare.run', { country: 'UZB', years: [2019, 2020, 2021] });
    // Another note of 2021 is in the project; it is no edition of the country note.
    expect(comparison.columns.map((column) => column.title.replace(/\d+/g, ''))).toEqual(Array.from({ length: 3 }, () => 'Uzbekistan: country note on child labor,  (sample)'));
    for (const change of ['new', 'gone', 'reworded', 'same'] as const) expect(comparison.counts[change], change).toBeGreaterThan(0);
    expect(comparison.rows.some((row) => row.steps.some((step) => step?.parts.some((part) => part.emphasis === 'number' && part.kind !== 'same')))).toBe(true);
  });

  it('says of each of its documents that it was invented', () => {
    const { files } = JSON.parse(readFileSync(join(resourcesDirectory, 'sample', 'sample.json'), 'utf8')) as { files: string[] };
    for (const file of files) expect(readFileSync(join(resourcesDirectory, 'sample', file), 'utf8'), file).toMatch(/sample/i);
  });
});
