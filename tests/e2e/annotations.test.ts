// The list of highlights over all documents, on the screen: narrowed, chosen, changed many at once, opened and come back to.

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, expect, it } from 'vitest';
import { annotate } from '../support/annotated.ts';
import { patience } from '../support/patience.ts';
import { accessibilityFaults, closeBrowser, openWorkbench } from '../support/workbench.ts';

afterAll(closeBrowser);

/** SHOTS names a folder for pictures to look at. */
const shots = process.env['SHOTS'];
async function shot(page: Page, name: string) {
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

const rowsOf = (page: Page) => page.locator('.data-grid-row');
const passages = (page: Page) => page.locator('.data-grid-row .annotations-passage bdi').allTextContents();
const selected = (page: Page) => page.locator('[data-row][aria-selected="true"]').count();

it('is narrowed, chosen by keyboard, changed at once and taken back; an entry opens its passage, and Back finds the list as it was', async () => {
  const { page, goto, backend, faults } = await openWorkbench();
  const { documents, annotations, tags } = await annotate(backend);
  await goto('/library');
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await page.waitForURL('**/annotations');
  await page.getByText('7 highlights in 4 documents').waitFor();
  expect(await passages(page)).toEqual(['Inspectors visited twelve farms', 'Nobody was fined', 'The minimum age for work is 16.', 'Inspectors visited nine farms', 'Қазақстан', '😀 was watched', 'A paper of no country.']);

  // Narrowed by a value, by words; the address says both.
  await page.getByRole('checkbox', { name: /^Kazakhstan/ }).click({ force: true });
  await page.getByText('5 of 7 highlights in 2 documents').waitFor();
  await page.getByRole('searchbox', { name: 'Words of the passage or the note' }).fill('INSPECTORS');
  await page.getByText('2 of 7 highlights in 2 documents').waitFor();
  await page.waitForURL('**/annotations?q=INSPECTORS&country=KAZ');
  await page.getByRole('searchbox').fill('');
  await page.getByText('5 of 7 highlights in 2 documents').waitFor();

  // All of them, by keyboard: tagged in one step, taken back in one.
  await page.getByRole('grid', { name: 'Highlights' }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.getByText('5 of 5 highlights chosen').waitFor();
  await page.keyboard.press('a');
  await page.getByRole('combobox', { name: 'Tag' }).fill('cott');
  await page.keyboard.press('Enter');
  await page.getByText('Tagged 5 highlights “Cotton”.').waitFor();
  expect((await backend.call('annotationList.find', { filter: { tags: [tags.cotton] } })).ids).toHaveLength(6);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(async () => (await backend.call('annotationList.find', { filter: { tags: [tags.cotton] } })).ids.length, { timeout: patience }).toBe(1);

  // Some of them: shift and the other keys; deleted, and back.
  await rowsOf(page).first().click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ControlOrMeta+ArrowDown');
  await page.keyboard.press('ControlOrMeta+ArrowDown');
  await page.keyboard.press('Space');
  await page.getByText('3 of 5 highlights chosen').waitFor();
  await page.keyboard.press('Delete');
  await page.getByText('Deleted 3 highlights.').waitFor();
  await expect.poll(() => rowsOf(page).count(), { timeout: patience }).toBe(2);
  expect((await backend.call('history.list', { limit: 1 }))[0]?.label).toBe('Delete 3 highlights');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => rowsOf(page).count(), { timeout: patience }).toBe(5);

  // Opened at its passage by Enter; Back finds what was chosen.
  await rowsOf(page).nth(1).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => selected(page), { timeout: patience }).toBe(3);
  const [nine] = await backend.call('annotations.list', { ids: [annotations.nine] });
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/read/${documents.kaz21}?at=${nine?.start}-${nine?.end}`);
  await page.goBack();
  await page.getByText('3 of 5 highlights chosen').waitFor();
  await expect.poll(() => selected(page), { timeout: patience }).toBe(3);
  await expect.poll(() => page.locator('.data-grid-active').getAttribute('data-row'), { timeout: patience }).toBe(annotations.nine);

  // One of them whole; one press on its document opens it too.
  await rowsOf(page).filter({ hasText: 'nine farms' }).click();
  await page.getByText('Two employers were fined.').waitFor();
  await page.getByRole('complementary', { name: 'Chosen highlights' }).getByRole('link', { name: 'Fewer farms were visited' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await shot(page, 'grid');
  await rowsOf(page).filter({ hasText: 'nine farms' }).getByRole('link', { name: 'Report 2021' }).click();
  await page.waitForURL(`**/read/${documents.kaz21}?at=${nine?.start}-${nine?.end}`);
  await page.goBack();
  await page.getByText('5 of 7 highlights in 2 documents').waitFor();
  await expect.poll(() => selected(page), { timeout: patience }).toBe(1);
  expect(faults).toEqual([]);
});

it('shows cards, colours and uses several as evidence, and hands over a file of the chosen', async () => {
  const { page, goto, backend, faults } = await openWorkbench({ theme: 'dark', width: 1024, height: 700 });
  const { annotations, finding } = await annotate(backend);
  await goto('/annotations?note=without');
  await page.getByText('5 of 7 highlights in 4 documents').waitFor();
  await page.keyboard.press('v');
  await page.locator('.annotations-card').first().waitFor();
  await page.locator('.annotations-card').first().click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+End');
  await page.getByText('4 of 5 highlights chosen').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await shot(page, 'cards');
  await page.keyboard.press('c');
  await page.getByRole('dialog').getByRole('button', { name: 'purple' }).click();
  await page.getByText('Coloured 4 highlights purple.').waitFor();
  expect((await backend.call('annotationList.find', { filter: { colours: ['purple'] } })).ids).toHaveLength(4);
  await page.keyboard.press('e');
  await page.getByRole('dialog').getByRole('combobox', { name: /Finding/ }).fill('Fewer');
  await page.getByRole('option', { name: 'Fewer farms were visited' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
  await expect.poll(async () => (await backend.call('findings.get', { id: finding })).evidence.length, { timeout: patience }).toBe(5);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Table (CSV)' }).click();
  const download = await downloading;
  expect(readFileSync(await download.path(), 'utf8').split('\r\n')).toHaveLength(6);
  // The one in hand is in the address, and opens by Enter.
  await page.locator(`[data-row="${annotations.harvest}"]`).click();
  await page.waitForURL(`**id=${annotations.harvest}`);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/read/**');
  expect(faults).toEqual([]);
});

it('says the one next step when there is nothing, and when nothing fits', async () => {
  const { page, goto, backend, faults } = await openWorkbench();
  await goto('/annotations');
  await page.getByText('Nothing is highlighted yet').waitFor();
  await page.getByRole('button', { name: 'Import documents…' }).waitFor();
  const { tags } = await annotate(backend);
  await page.getByText('7 highlights in 4 documents').waitFor();
  await goto(`/annotations?tag=${tags.cotton}`);
  await page.getByText('1 of 7 highlights in 1 document').waitFor();
  // The tag goes while the list is narrowed by it.
  await backend.call('tags.remove', { id: tags.cotton });
  await page.getByText('No highlight fits this filter').waitFor();
  await page.getByRole('button', { name: 'Take off the filter A tag that is gone' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await shot(page, 'none');
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await page.getByText('7 highlights in 4 documents').waitFor();
  expect(faults).toEqual([]);
});
