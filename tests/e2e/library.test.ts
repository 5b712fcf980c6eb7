// The library from the first dropped folder to a corrected, narrowed and undone one. In a real browser on the real application.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importTexts } from '../support/backend.ts';
import { temporaryFolder } from '../support/folder.ts';
import { accessibilityFaults, closeBrowser, dropOnWindow, openWorkbench, type Workbench } from '../support/workbench.ts';

afterAll(closeBrowser);

const grid = ({ page }: Workbench) => page.getByRole('grid');
const row = ({ page }: Workbench, name: string | RegExp) => page.getByRole('row', { name });
const titles = ({ page }: Workbench) => page.locator('[role=row][data-row] [role=gridcell]:first-child').allTextContents();

async function withDocuments(names: string[]): Promise<Workbench> {
  const workbench = await openWorkbench();
  await importTexts(workbench.backend, Object.fromEntries(names.map((name) => [`${name}.txt`, `${name}\n\nThis text says something about ${name}.`])));
  await workbench.goto('/library');
  await grid(workbench).waitFor();
  return workbench;
}

describe('files dropped anywhere', () => {
  it('are read with their folders; each ends as a line of the ledger, and a system file is left out by name', async () => {
    const folder = join(temporaryFolder(), 'reports');
    mkdirSync(join(folder, '2021', 'deep “quoted” 😀'), { recursive: true });
    // More than one answer of the system's folder reader holds (100).
    for (let index = 0; index < 130; index += 1) writeFileSync(join(folder, '2021', `report ${String(index)}.txt`), `Report number ${String(index)}.`);
    writeFileSync(join(folder, '2021', 'deep “quoted” 😀', 'copy.txt'), 'Report number 7.');
    writeFileSync(join(folder, 'empty.pdf'), '');
    writeFileSync(join(folder, '.DS_Store'), 'x');
    const workbench = await openWorkbench();
    const { page, backend, faults } = workbench;
    await workbench.goto('/settings');
    await dropOnWindow(workbench, [folder]);
    await expect.poll(() => page.locator('.toast').allTextContents(), { timeout: 60_000 }).toEqual([expect.stringContaining('132 files: 130 read, 1 already here, 1 failed. 1 file of the system left out.')]);

    await page.getByRole('button', { name: 'Show ledger' }).click();
    await page.waitForURL('**/library/imports');
    await page.getByRole('checkbox', { name: /Failed/ }).check({ force: true });
    await page.waitForURL('**/library/imports?status=failed');
    await row(workbench, /empty\.pdf/).click();
    await page.getByRole('complementary', { name: 'Selected files' }).getByRole('button', { name: 'Try again' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect((await backend.call('imports.list', {})).map((item) => item.fileName)).toContain('reports/2021/deep “quoted” 😀/copy.txt');
    expect(faults).toEqual([]);
  });

  it('without a project say why nothing happens, and the page stays', async () => {
    const file = join(temporaryFolder(), 'a.html');
    writeFileSync(file, '<h1>Not Annals</h1>');
    const workbench = await openWorkbench({ project: null });
    await dropOnWindow(workbench, [file]);
    // The shell shows it as a drop that is not allowed; the browser must not show the file instead.
    await workbench.page.waitForTimeout(500);
    await workbench.page.getByRole('heading', { name: 'Annals' }).waitFor();
  });
});

describe('files chosen in a picker', () => {
  it('are imported, the same file a second time too', async () => {
    const file = join(temporaryFolder(), 'note.md');
    writeFileSync(file, '# A note\n\nSome words.');
    const workbench = await openWorkbench();
    const { page } = workbench;
    page.on('filechooser', (chooser) => void chooser.setFiles(file));
    // The driver begins to catch the system's dialog without saying when it does; loading the page anew is after it.
    await workbench.goto('/library');
    for (const expected of ['1 file: 1 read.', '1 file: 1 already here.']) {
      await page.keyboard.press('Control+i');
      await page.locator('.toast', { hasText: expected }).waitFor();
    }
    await row(workbench, /A note/).waitFor();
  });
});

describe('the grid', () => {
  it('is walked, selected, opened and left again by keyboard alone', async () => {
    const workbench = await withDocuments(['Annex 10', 'Annex 2', 'Brazil', 'Kazakhstan']);
    const { page } = workbench;
    await page.getByRole('columnheader', { name: 'Title' }).getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => titles(workbench)).toEqual(['Annex 2', 'Annex 10', 'Brazil', 'Kazakhstan']);
    await grid(workbench).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await page.getByRole('row', { selected: true }).count()).toBe(2);
    await page.keyboard.type('kaz');
    await expect.poll(() => page.getByRole('row', { selected: true }).getByRole('gridcell').first().textContent()).toBe('Kazakhstan');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/read\//);
    await page.keyboard.press('Alt+ArrowLeft');
    await page.waitForURL('**/library');
    await expect.poll(() => page.getByRole('row', { selected: true }).getByRole('gridcell').first().textContent()).toBe('Kazakhstan');
  });

  it('removes the selected by Delete, says so, and takes it back by the toast', async () => {
    const workbench = await withDocuments(['One', 'Two', 'Three']);
    const { page } = workbench;
    await row(workbench, /^One/).click();
    await row(workbench, /^Two/).click({ modifiers: ['Control'] });
    await page.keyboard.press('Delete');
    await expect.poll(() => titles(workbench)).toEqual(['Three']);
    await page.locator('.toast', { hasText: 'Removed 2 documents.' }).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await titles(workbench)).sort()).toEqual(['One', 'Three', 'Two']);
  });

  it('offers a menu for the row by the menu key and by the other mouse button', async () => {
    const workbench = await withDocuments(['One', 'Two']);
    const { page } = workbench;
    await row(workbench, /^Two/).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Open in the reader' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await grid(workbench).focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Open in the reader' }).waitFor();
  });

  it('draws only what is seen of 400 documents, and jumps to the last at once', async () => {
    const workbench = await openWorkbench();
    const { page, backend } = workbench;
    const bytes = (index: number) => new TextEncoder().encode(`Text ${String(index)}`);
    const { runId } = await backend.call('imports.add', { files: Array.from({ length: 400 }, (_, index) => ({ name: `text-${String(index)}.txt`, bytes: bytes(index) })) });
    await backend.call('imports.wait', { runId });
    await workbench.goto('/library');
    await grid(workbench).focus();
    expect(await grid(workbench).getAttribute('aria-rowcount')).toBe('401');
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('.data-grid-active').getAttribute('aria-rowindex')).toBe('401');
    expect(await page.locator('[role=row][data-row]').count()).toBeLessThan(80);
    const active = await grid(workbench).getAttribute('aria-activedescendant');
    await page.keyboard.press('Home');
    expect(await page.locator(`[id="${active ?? ''}"]`).count()).toBeLessThanOrEqual(1);
    await expect.poll(() => page.locator('.data-grid-active').getAttribute('aria-rowindex')).toBe('2');
  });
});

describe('the inspector', () => {
  it('corrects country and year of several documents as one step each, and undo takes them back one by one', async () => {
    const workbench = await withDocuments(['One', 'Two', 'Three']);
    const { page, backend } = workbench;
    await row(workbench, /^One/).click();
    await row(workbench, /^Three/).click({ modifiers: ['Control'] });
    const inspector = page.getByRole('complementary', { name: 'Selected documents' });
    await inspector.getByRole('combobox', { name: 'Country' }).fill('Kaz');
    await page.getByRole('option', { name: 'Kazakhstan' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await inspector.getByRole('textbox', { name: 'Year' }).fill('2021');
    await page.keyboard.press('Tab');
    const editions = async () => (await backend.call('documents.list', {})).map((document) => `${document.title} ${document.country ?? '?'} ${String(document.year ?? '?')}`).sort();
    await expect.poll(editions).toEqual(['One KAZ 2021', 'Three KAZ 2021', 'Two ? ?']);
    await grid(workbench).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(editions).toEqual(['One KAZ ?', 'Three KAZ ?', 'Two ? ?']);
    await page.keyboard.press('Control+z');
    await expect.poll(editions).toEqual(['One ? ?', 'Three ? ?', 'Two ? ?']);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(editions).toEqual(['One KAZ ?', 'Three KAZ ?', 'Two ? ?']);
  });

  it('refuses a year that is none beside the field, and Escape gives the typing up', async () => {
    const workbench = await withDocuments(['One']);
    const { page, backend } = workbench;
    await row(workbench, /^One/).click();
    const year = page.getByRole('textbox', { name: 'Year' });
    await year.fill('20x1');
    await page.keyboard.press('Enter');
    await page.getByText('A year has four digits, such as 2021.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await year.inputValue()).toBe('');
    expect((await backend.call('documents.list', {}))[0]?.year).toBeNull();
  });
});

describe('the filters', () => {
  it('narrow by facet and words, stand in the address, and are cleared in one press', async () => {
    const workbench = await withDocuments(['One', 'Two', 'Three']);
    const { page, backend, goto } = workbench;
    const [first] = await backend.call('documents.list', {});
    await backend.call('documents.update', { ids: [first?.id ?? ''], changes: { country: 'KAZ' } });
    await page.getByRole('checkbox', { name: /Kazakhstan/ }).check({ force: true });
    await page.waitForURL('**/library?country=KAZ');
    await expect.poll(() => titles(workbench)).toEqual([first?.title]);
    await page.keyboard.press('Control+f');
    await page.keyboard.type('nothing like it');
    await page.getByRole('heading', { name: 'No document fits these filters' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await expect.poll(async () => (await titles(workbench)).length).toBe(3);
    await goto('/library?country=unknown');
    await expect.poll(async () => (await titles(workbench)).length).toBe(2);
  });
});

describe('the activity', () => {
  it('lists the steps, says what each changed, and goes back to one of them by its key', async () => {
    const workbench = await withDocuments(['One']);
    const { page, backend, goto } = workbench;
    const [document] = await backend.call('documents.list', {});
    const ids = [document?.id ?? ''];
    for (const year of [2019, 2020, 2021]) await backend.call('documents.update', { ids, changes: { year } });
    await goto('/activity');
    await page.locator('[role=row][aria-rowindex="4"]').click();
    const changed = page.getByRole('complementary', { name: 'Selected step' }).locator('.activity-fields', { hasText: 'year' });
    expect(await changed.textContent()).toContain('2019');
    await page.getByRole('button', { name: 'Undo to here' }).waitFor();
    await page.keyboard.press('Shift+U');
    await page.locator('.toast', { hasText: 'Took back 2 steps' }).waitFor();
    expect((await backend.call('documents.list', {}))[0]?.year).toBe(2019);
    await page.keyboard.press('Control+f');
    await page.keyboard.type('undone');
    await expect.poll(() => page.getByRole('grid', { name: 'Activity' }).getAttribute('aria-rowcount')).toBe('3');
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
