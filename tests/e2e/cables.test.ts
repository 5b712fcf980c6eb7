// Cables that cite each other, on the screen: links in the text, the card, the map and its table.

import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { importTexts } from '../support/backend.ts';
import { citingCables } from '../support/cables.ts';
import { accessibilityFaults, closeBrowser, openWorkbench, type WorkbenchOptions } from '../support/workbench.ts';

afterAll(closeBrowser);

async function withCables(options: WorkbenchOptions = {}) {
  const workbench = await openWorkbench(options);
  const ids = await importTexts(workbench.backend, citingCables);
  const [, baku = '', , tbilisi = '', state = ''] = ids;
  return { ...workbench, baku, tbilisi, state };
}

/** SHOTS names a folder for pictures to look at. */
const shots = process.env['SHOTS'];
async function shot(page: { screenshot: (options: { path: string }) => Promise<unknown> }, name: string) {
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

it('leads from "ref A" in the text to the cable, and says what is known of one that is missing', async () => {
  const { page, goto, tbilisi, baku, faults, backend } = await withCables();
  const { text } = await backend.call('documents.reading', { id: tbilisi });
  await goto(`/read/${tbilisi}`);
  await page.locator('.cable-mention').first().waitFor();
  const shown = await page.locator('.reader-paragraph').allTextContents();
  for (const paragraph of shown) expect(text).toContain(paragraph);
  await page.getByRole('link', { name: 'ref C' }).click();
  const card = page.getByRole('dialog', { name: 'What is referred to' });
  await card.getByText('06 Baku 200').waitFor();
  expect(await card.textContent()).toContain('between 1 Feb 2006 and 20 Mar 2006 · not in this project');
  await shot(page, 'missing');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'ref D' }).click();
  await card.getByText('Not a cable but a telcon').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'refs A' }).click();
  await page.waitForURL(`**/read/${baku}`);
  expect(faults).toEqual([]);
});

it.each(['light', 'dark'] as const)('shows in the card what a cable cites and what cites it (%s)', async (theme) => {
  const { page, goto, tbilisi, state, faults } = await withCables({ theme });
  await goto(`/read/${tbilisi}`);
  await page.getByRole('tab', { name: 'Document' }).click();
  const card = page.locator('.document-card');
  await card.getByText('Cited by').waitFor();
  expect(await card.getByRole('link', { name: '05 Yerevan 77', exact: true }).count()).toBe(1);
  await shot(page, `card-${theme}`);
  expect(await accessibilityFaults(page)).toEqual([]);
  await card.getByRole('link', { name: '06 STATE 7000', exact: true }).click();
  await page.waitForURL(`**/read/${state}`);
  expect(faults).toEqual([]);
});

it.each([
  ['light', 1440, 900],
  ['dark', 1024, 700],
] as const)('draws the map, walks it by keyboard and reads it as a table (%s, %i wide)', async (theme, width, height) => {
  const { page, goto, tbilisi, faults } = await withCables({ theme, width, height });
  await goto('/cables');
  await page.locator('.cables-mark').first().waitFor();
  expect(await page.locator('.cables-mark').count()).toBe(7);
  expect(await page.locator('.cables-mark-missing').count()).toBe(2);
  await shot(page, `map-${theme}`);
  await page.locator('[data-cable="06BAKU100"]').click();
  await page.keyboard.press('ArrowRight');
  await page.waitForURL('**/cables/06BAKU200');
  await page.keyboard.press('End');
  await page.waitForURL('**/cables/06BAKU300');
  await shot(page, `chosen-${theme}`);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Shown as' }).click();
  await page.getByRole('option', { name: 'Table' }).click();
  await page.getByRole('row', { name: /06 Baku 200/ }).click();
  await shot(page, `table-${theme}`);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('row', { name: /06 Tbilisi 900/ }).dblclick();
  await page.waitForURL(`**/read/${tbilisi}`);
  expect(faults).toEqual([]);
});

it('is found by the palette and from the library, and says the next step when there are no cables', async () => {
  const { page, goto, faults, backend } = await openWorkbench();
  await goto('/cables');
  await page.getByText('No cables in this project').waitFor();
  await importTexts(backend, citingCables);
  await page.locator('.cables-mark').first().waitFor();
  await goto('/library');
  await page.getByRole('link', { name: /^Cables/ }).click();
  await page.waitForURL('**/cables');
  await goto('/library');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('cables that cite');
  await page.getByRole('option', { name: /Cables that cite each other/ }).waitFor();
  await shot(page, 'palette');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/cables');
  expect(faults).toEqual([]);
});
