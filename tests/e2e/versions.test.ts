// A document gets a newer file in the workbench: what becomes of its highlights is said before, reviewed after, by keyboard too, and undone in one step.

import { afterAll, expect, it } from 'vitest';
import { importTexts, placeOf } from '../support/backend.ts';
import { accessibilityFaults, closeBrowser, openWorkbench, type WorkbenchOptions } from '../support/workbench.ts';
import { drag, textOf } from '../support/reading.ts';

afterAll(closeBrowser);

const first = `<html lang="en"><head><title>Harvest note</title></head><body><h1>Harvest note</h1>
<p>The ministry visited forty farms in the northern district and found no children at work there.</p>
<p>Inspectors may enter any farm without notice. They wrote nine warnings in the spring, and two farms paid a fine.</p>
<p>The regional office closed its hotline in March, after the only operator had left the service.</p></body></html>`;
const second = first.replace('wrote nine warnings in the spring', 'wrote eleven warnings in the spring').replace(/<p>The regional.*<\/p>/, '<p>Nobody answers the telephone in the region any more.</p>');

async function withNote(options: WorkbenchOptions = {}) {
  const workbench = await openWorkbench(options);
  const [documentId = ''] = await importTexts(workbench.backend, { 'note.html': first });
  for (const words of ['The ministry visited forty farms in the northern district', 'They wrote nine warnings in the spring, and two farms paid a fine.', 'closed its hotline in March, after the only operator had left the service']) {
    await workbench.backend.call('annotations.create', { ...(await placeOf(workbench.backend, documentId, words)), note: 'mine' });
  }
  workbench.page.setDefaultTimeout(10_000);
  return { ...workbench, documentId };
}

async function replaced(options: WorkbenchOptions = {}) {
  const workbench = await withNote(options);
  const { token } = await workbench.backend.call('versions.prepare', { documentId: workbench.documentId, file: { name: 'note 2.html', bytes: new TextEncoder().encode(second) } });
  await workbench.backend.call('versions.apply', { token });
  return workbench;
}

it('a newer file says what it does to the highlights, does it, and undo takes it back', async () => {
  const { page, backend, goto, documentId, faults } = await withNote();
  await goto('/library');
  await page.locator('[data-row]').first().click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Replace by a newer file…' }).click()]);
  await chooser.setFiles({ name: 'note 2.html', mimeType: 'text/html', buffer: Buffer.from(second) });
  const dialog = page.getByRole('dialog', { name: 'Replace by a newer file' });
  await dialog.getByText('1 stay at their place').waitFor();
  await dialog.getByText('1 are to be reviewed').waitFor();
  await dialog.getByText('1 have no place').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
  await page.getByText('2 highlights wait for your review.').waitFor();
  await page.getByRole('link', { name: /To place/ }).waitFor();
  expect((await backend.call('documents.get', { id: documentId })).fileName).toBe('note 2.html');
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await page.getByRole('link', { name: /To place/ }).waitFor({ state: 'detached' });
  expect((await backend.call('documents.get', { id: documentId })).fileName).toBe('note.html');
  expect(faults).toEqual([]);
});

it('nothing is kept of a newer file that is not taken', async () => {
  const { page, backend, goto, documentId } = await withNote();
  await goto('/library');
  await page.locator('[data-row]').first().click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Replace by a newer file…' }).click()]);
  await chooser.setFiles({ name: 'boats.html', mimeType: 'text/html', buffer: Buffer.from('<h1>Boats</h1><p>Boats leave the harbour before sunrise and come back at noon with their catch.</p>') });
  await page.getByRole('alert').getByText('another document').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await backend.call('versions.ofDocument', { id: documentId })).toHaveLength(1);
  expect((await backend.call('annotations.list', { documentId })).every(({ anchorState }) => anchorState === 'exact')).toBe(true);
});

it.each(['light', 'dark'] as const)('the review goes by keyboard: accept, leave lost, undo (%s)', async (theme) => {
  const { page, backend, goto, faults } = await replaced({ theme });
  await goto('/library/highlights');
  await page.getByRole('heading', { name: 'Words changed' }).waitFor();
  await page.locator('.doubt del', { hasText: 'nine' }).waitFor();
  await page.locator('.doubt ins', { hasText: 'eleven' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('grid', { name: 'Highlights to place' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Lost' }).waitFor();
  await page.keyboard.press('l');
  await page.getByText('Every highlight is at its place').waitFor();
  expect((await backend.call('annotations.list', {})).map(({ anchorState }) => anchorState).toSorted()).toEqual(['exact', 'exact', 'lost']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.getByRole('heading', { name: 'Words changed' }).waitFor();
  expect(faults).toEqual([]);
});

it('a lost highlight is named in the reader and placed by hand there', async () => {
  const { page, backend, goto, documentId, faults } = await replaced();
  await goto(`/read/${documentId}`);
  await textOf(page);
  await page.getByText('1 lost').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const lost = (await backend.call('doubts.list', {})).find(({ reason }) => reason === 'lost');
  await goto(`/library/highlights?id=${lost?.annotation.id ?? ''}`);
  await page.getByRole('heading', { name: 'Lost' }).waitFor();
  await page.keyboard.press('o');
  const bar = page.getByRole('region', { name: 'Placing a highlight' });
  await bar.waitFor();
  await textOf(page);
  await drag(page, 'Nobody answers the telephone');
  await bar.getByRole('button', { name: /Place it here/ }).click();
  await page.getByText('Placed the highlight.').waitFor();
  expect((await backend.call('annotations.list', { ids: [lost?.annotation.id ?? ''] }))[0]).toMatchObject({ quote: 'Nobody answers the telephone', anchorState: 'exact', note: 'mine' });
  expect(faults).toEqual([]);
});

it('highlights are carried over to the next edition by consent, and say where they came from', async () => {
  const { page, backend, goto, documentId, faults } = await withNote();
  const [next = ''] = await importTexts(backend, { 'next.html': second.replaceAll('Harvest note', 'Harvest note, next year') });
  await goto(`/read/${documentId}`);
  await page.getByRole('tab', { name: 'Document' }).click();
  await page.getByRole('button', { name: 'Carry highlights over…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Carry highlights over' });
  await dialog.getByRole('button', { name: 'Carry 2 highlights over' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Only unchanged ones' }).click();
  await dialog.getByRole('button', { name: 'Carry 1 highlight over' }).click();
  await page.getByText('Carried 1 highlight over.').waitFor();
  const [carried] = await backend.call('annotations.list', { documentId: next });
  expect(carried).toMatchObject({ quote: 'The ministry visited forty farms in the northern district', note: 'mine' });
  await goto(`/read/${next}?at=${String(carried?.start)}-${String(carried?.end)}`);
  await page.getByText('Carried over from').waitFor();
  expect(faults).toEqual([]);
});
