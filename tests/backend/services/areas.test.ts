// Areas of pages: made, described, moved and removed like highlights, and never outside their page.

import { describe, expect, it } from 'vitest';
import { openTestBackend, placeOf, type TestBackend } from '../../support/backend.ts';
import { reportPages } from '../../support/paged-report.ts';
import { PageSheet, pdfOf } from '../importers/pdf-writing.ts';

async function imported(backend: TestBackend, bytes: Uint8Array): Promise<string> {
  const { runId } = await backend.call('imports.add', { files: [{ name: 'Report.pdf', bytes }] });
  const [item] = await backend.call('imports.wait', { runId });
  if (!item?.documentId) throw new Error(`not imported: ${item?.reason ?? ''}`);
  return item.documentId;
}

const box = { page: 1, x: 90, y: 420, width: 200, height: 140 };

describe('an area of a page', () => {
  it('is listed where it stands in the text, with tags and note, and is evidence like a passage', async () => {
    const backend = await openTestBackend();
    const documentId = await imported(backend, pdfOf(reportPages()));
    const tag = await backend.call('tags.create', { name: 'maps' });
    const above = await backend.call('annotations.create', { ...(await placeOf(backend, documentId, 'Inspectors visited')) });
    const below = await backend.call('annotations.create', { ...(await placeOf(backend, documentId, 'hardly')) });
    const area = await backend.call('areas.create', { documentId, area: box, tagIds: [tag.id], note: 'Old map' });
    expect(area).toMatchObject({ quote: 'Figure on page iv', page: 1, area: box, tagIds: [tag.id] });
    expect((await backend.call('annotations.list', { documentId })).map((each) => each.id)).toEqual([above.id, area.id, below.id]);
    const finding = await backend.call('findings.create', { claim: 'The map is old' });
    await backend.call('findings.addEvidence', { id: finding.id, annotationIds: [area.id], stance: 'supporting' });
    expect((await backend.call('findings.get', { id: finding.id })).evidence[0]?.annotation.area).toEqual(box);
    expect((await backend.call('projects.check', {})).filter((each) => !each.ok)).toEqual([]);
  });

  it('is described and moved, step by step taken back; without a description it names its page', async () => {
    const backend = await openTestBackend();
    const documentId = await imported(backend, pdfOf(reportPages()));
    const { id } = await backend.call('areas.create', { documentId, area: box });
    const now = async () => (await backend.call('annotations.list', { ids: [id] }))[0];
    await backend.call('areas.update', { id, area: { page: 2, x: 10, y: 10, width: 50, height: 50 } });
    expect(await now()).toMatchObject({ quote: 'Figure on page v', page: 2 });
    await backend.call('areas.update', { id, description: 'A stamp' });
    await backend.call('areas.update', { id, area: box });
    expect(await now()).toMatchObject({ quote: 'A stamp', page: 1 });
    await backend.call('areas.update', { id, description: '' });
    expect(await now()).toMatchObject({ quote: 'Figure on page iv' });
    await backend.call('history.undo', {});
    await backend.call('annotations.remove', { ids: [id] });
    expect(await now()).toBeUndefined();
    await backend.call('history.undo', {});
    expect((await now())?.area).toEqual(box);
  });

  it('stays within its page; none without size, off the page or on a page that is not there', async () => {
    const backend = await openTestBackend();
    const documentId = await imported(backend, pdfOf([new PageSheet().text(72, 90, 'One short page of text.'), new PageSheet()]));
    expect((await backend.call('areas.create', { documentId, area: { page: 1, x: -50, y: 700, width: 900, height: 900 } })).area).toEqual({ page: 1, x: 0, y: 700, width: 612, height: 92 });
    expect((await backend.call('areas.create', { documentId, area: { page: 2, x: 100, y: 100, width: 100, height: 100 } })).page).toBe(2);
    await expect(backend.call('areas.create', { documentId, area: { page: 9, x: 0, y: 0, width: 10, height: 10 } })).rejects.toThrow('has no page 9');
    await expect(backend.call('areas.create', { documentId, area: { page: 1, x: 700, y: 0, width: 10, height: 10 } })).rejects.toThrow('outside the page');
    await expect(backend.call('areas.create', { documentId, area: { page: 1, x: 0, y: 0, width: 0, height: 10 } })).rejects.toThrow();
    await expect(backend.call('areas.create', { documentId, area: { page: 1, x: Number.NaN, y: 0, width: 10, height: 10 } })).rejects.toThrow();
    await expect(backend.call('areas.create', { documentId: 'gone', area: box })).rejects.toThrow('not in the project');
    await expect(backend.call('areas.update', { id: 'gone', description: 'x' })).rejects.toThrow('not there any more');
    const passage = await backend.call('annotations.create', await placeOf(backend, documentId, 'short page'));
    await expect(backend.call('areas.update', { id: passage.id, area: box })).rejects.toThrow('not there any more');
    const [area] = await backend.call('annotations.list', { documentId, text: 'Figure' });
    await expect(backend.call('annotations.update', { id: area?.id ?? '', start: 0, end: 4 })).rejects.toThrow('no words');
  });

  it('is named in a brief with its page, in brackets and not as a quotation', async () => {
    const backend = await openTestBackend();
    const documentId = await imported(backend, pdfOf(reportPages()));
    const area = await backend.call('areas.create', { documentId, area: box, description: 'Map of the farms' });
    const brief = await backend.call('briefs.create', { title: 'Farms' });
    await backend.call('briefs.addBlock', { briefId: brief.id, kind: 'quote', annotationId: area.id });
    const { html, problems } = await backend.call('briefs.preview', { id: brief.id });
    expect(html).toContain('[Figure on page iv: Map of the farms]');
    expect(html).toMatch(/p\.\s?iv/u);
    expect(html).not.toContain('word for word');
    expect(problems.filter((problem) => problem.code.startsWith('quote'))).toEqual([]);
  });
});
