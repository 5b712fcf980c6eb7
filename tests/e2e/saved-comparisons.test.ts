import { afterAll, describe, expect, it } from 'vitest';
import { importTexts } from '../support/backend.ts';
import { importNotes } from '../support/notes.ts';
import { accessibilityFaults, closeBrowser, openWorkbench } from '../support/workbench.ts';

afterAll(closeBrowser);

describe('saved comparisons', () => {
  it('are saved with their filters, opened from the palette, and say what changed since', async () => {
    const bench = await openWorkbench();
    const [older, newer] = await importNotes(bench.backend);
    const { page, backend } = bench;
    await bench.goto('/compare?country=UZB');
    await page.getByRole('grid', { name: 'Aligned text' }).waitFor();
    await page.getByRole('checkbox', { name: /^new/ }).click({ force: true });
    await expect.poll(() => page.locator('.compare-row').count()).toBe(1);
    await page.getByRole('button', { name: 'Saved', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Save this comparison…' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('What is new');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing has changed since.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    const [third = ''] = await importTexts(backend, { 'note 2022.html': '<!doctype html><title>Uzbekistan: note, 2022</title><h1>Uzbekistan: note, 2022</h1><p>The inspectorate had 300 inspectors.</p>' });
    await backend.call('documents.update', { ids: [third], changes: { country: 'UZB', year: 2022 } });
    const start = (await backend.call('documents.reading', { id: older })).text.indexOf('Schooling');
    const other = (await backend.call('documents.reading', { id: newer })).text.indexOf('Schooling');
    await backend.call('compare.correct', { verdict: 'apart', older: { documentId: older, starts: [start] }, newer: { documentId: newer, starts: [other] } });

    await bench.goto('/library');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or jump to' }).fill('What is new');
    await page.keyboard.press('Enter');
    const strip = page.getByRole('region', { name: 'Saved comparison' });
    await expect.poll(() => strip.textContent()).toContain('gone 1 → 2');
    expect(await page.getByRole('checkbox', { name: /^new/ }).isChecked()).toBe(true);
    await strip.getByRole('button', { name: /^Add 2022/ }).click();
    await expect.poll(() => page.locator('.compare-column-head').count()).toBe(3);
    await strip.getByRole('button', { name: 'Save as it is now' }).click();
    await page.getByText('Nothing has changed since.').waitFor();
    expect((await backend.call('savedComparisons.list', {}))[0]?.documentIds).toEqual([older, newer, third]);
    expect(bench.faults).toEqual([]);
  });
});
