// Imports as the analyst sees them: how far, held and gone on with; the ledger narrowed and exported; possible versions decided.

import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { importTexts } from '../support/backend.ts';
import { accessibilityFaults, closeBrowser, openWorkbench, type Workbench } from '../support/workbench.ts';

afterAll(closeBrowser);

const bytes = (text: string) => new TextEncoder().encode(text);
const paper = (title: string, changed = 0) => `${title}\n\n${Array.from({ length: 60 }, (_, n) => (n < changed ? `Nothing was said of matter ${String(n)} here.` : `In case ${String(n)} the inspectors of district ${String((n * 7) % 13)} agreed on step ${String((n * 5) % 11)}.`)).join('\n\n')}`;
const inspector = ({ page }: Workbench, name: string) => page.getByRole('complementary', { name });

describe('a run of imports', () => {
  it('shows how far it is, is held by a button and gone on with by the palette; a window opened later sees it too', async () => {
    const workbench = await openWorkbench();
    const { page, backend, goto, faults } = workbench;
    const files = Array.from({ length: 60 }, (_, n) => ({ name: `${String(n)}.txt`, bytes: bytes(paper(`Report ${String(n)}`)) }));
    await goto('/library/imports');
    const { runId } = await backend.call('imports.add', { files });
    const strip = page.getByRole('region', { name: 'Imports under way' });
    await page.getByRole('banner').getByRole('button', { name: 'Hold: Importing' }).click();
    await strip.getByText(/^Held\. \d+ files wait\.$/).waitFor();
    await goto('/library/imports');
    await strip.getByRole('progressbar', { name: 'Files read' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('Go on with the import');
    await page.getByRole('option', { name: /Go on with the import/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await backend.call('imports.wait', { runId });
    await strip.waitFor({ state: 'detached' });
    await page.getByRole('checkbox', { name: /^Read/ }).waitFor();
    expect(faults).toEqual([]);
  });
});

describe('the ledger', () => {
  it('is narrowed by status, format and words, kept in the address, and saved as CSV', async () => {
    const workbench = await openWorkbench();
    const { page, backend, goto } = workbench;
    const { runId } = await backend.call('imports.add', { files: [{ name: 'one.txt', bytes: bytes('One note about schools.') }, { name: 'two.html', bytes: bytes('<h1>Two</h1><p>About farms.</p>') }, { name: 'three.pdf', bytes: bytes('') }] });
    await backend.call('imports.wait', { runId });
    await goto('/library/imports');
    const rows = page.locator('[role=row][data-row]');
    await page.getByRole('checkbox', { name: /Web page/ }).check({ force: true });
    await page.waitForURL('**/library/imports?format=html');
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByRole('checkbox', { name: /^PDF/ }).check({ force: true });
    await expect.poll(() => rows.count()).toBe(2);
    await page.getByRole('searchbox', { name: 'Filter files' }).fill('three');
    await expect.poll(() => rows.count()).toBe(1);
    const loaded = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export the lines shown' }).click();
    await page.getByRole('menuitem', { name: 'Save as CSV' }).click();
    const csv = readFileSync(await (await loaded).path(), 'utf8');
    expect(csv).toMatch(/^\ufeffStatus,File,Bytes,Reason,What to do,When\r\nFailed,three\.pdf,0,/);
    await rows.first().click();
    await inspector(workbench, 'Selected files').getByRole('button', { name: 'Read as…' }).click();
    await page.getByRole('menuitem', { name: 'Cable' }).waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('possible versions', () => {
  it('are counted, decided by key, undone, compared, and shown beside the document', async () => {
    const workbench = await openWorkbench();
    const { page, backend, goto, faults } = workbench;
    const ids = await importTexts(backend, { 'first.txt': paper('Ruritania: note'), 'again.html': `<title>Ruritania: note</title>${paper('Ruritania: note').split('\n\n').map((line) => `<p>${line}</p>`).join('')}`, 'revised.txt': paper('Ruritania: note', 20) });
    await backend.call('documents.update', { ids, changes: { country: 'UZB', year: 2020 } });
    await goto('/library');
    await page.getByRole('link', { name: /Possible versions/ }).click();
    await page.waitForURL('**/library/pairs');
    const rows = page.locator('[role=row][data-row]');
    const before = await rows.count();
    expect(before).toBeGreaterThanOrEqual(2);
    await rows.first().click();
    await inspector(workbench, 'Selected pair').getByRole('button', { name: /Keep both as versions/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('k');
    await page.locator('.toast', { hasText: 'Both documents are kept as versions.' }).waitFor();
    await expect.poll(() => rows.count()).toBe(before - 1);
    await page.keyboard.press('n');
    await page.locator('.toast', { hasText: 'kept apart' }).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => rows.count()).toBe(before - 1);
    await page.getByRole('link', { name: 'Decided' }).click();
    await expect.poll(() => rows.count()).toBe(1);
    const [pair] = await backend.call('pairs.list', { state: 'decided' });
    await rows.first().click();
    await page.keyboard.press('d');
    await page.waitForURL(/\/compare\?documents=/);
    await goto(`/read/${pair?.document.id ?? ''}`);
    await page.getByRole('tab', { name: 'Document' }).click();
    await page.getByText('Imported earlier', { exact: false }).first().waitFor();
    expect(faults).toEqual([]);
  });
});
