import { afterAll, describe, expect, it } from 'vitest';
import { importNotes } from '../support/notes.ts';
import { accessibilityFaults, closeBrowser, openWorkbench } from '../support/workbench.ts';

afterAll(closeBrowser);

describe('correcting pairs by hand', () => {
  it('parts, pairs and equates sentences by key and menu, keeps the sentence in hand, and is undone', async () => {
    const bench = await openWorkbench();
    const [older, newer] = await importNotes(bench.backend);
    await bench.backend.call('settings.set', { key: 'author', value: 'Ada' });
    await bench.goto('/compare?country=UZB');
    const { page, backend } = bench;
    const verdicts = async () => (await backend.call('compare.run', { documentIds: [older, newer] })).corrections.map((each) => each.verdict);
    await page.getByRole('grid', { name: 'Aligned text' }).waitFor();
    await page.locator('.compare-cell').filter({ hasText: '344 inspectors' }).click();
    await page.keyboard.press('u');
    await expect.poll(verdicts).toEqual(['apart']);
    await expect.poll(() => page.locator('.compare-cell-active').textContent()).toContain('344 inspectors');
    await page.getByText('Parted by hand', { exact: true }).waitFor();
    expect(await page.locator('.correction-list').textContent()).toContain('Ada, ');
    expect(await page.locator('.compare-by-hand').count()).toBe(2);

    await page.keyboard.press('p');
    await page.getByText('To be paired, of 2021').waitFor();
    await page.locator('.compare-cell').filter({ hasText: 'Nobody was convicted' }).click();
    await page.getByRole('button', { name: 'Pair with this sentence' }).click();
    await expect.poll(verdicts).toEqual(['paired', 'apart']);
    await expect.poll(() => page.locator('.compare-row-active').textContent()).toContain('344 inspectors');
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.locator('.compare-cell').filter({ hasText: 'minimum age for work is 18' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Says the same' }).click();
    await expect.poll(verdicts).toEqual(['same', 'paired', 'apart']);
    await page.getByText('Said to be the same by hand', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Take back' }).click();
    await expect.poll(verdicts).toEqual(['paired', 'apart']);
    await page.keyboard.press('Control+z');
    await expect.poll(verdicts).toEqual(['same', 'paired', 'apart']);
    expect(bench.faults).toEqual([]);
  });
});
