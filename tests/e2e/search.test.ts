import { afterAll, describe, expect, it } from 'vitest';
import { importNotes } from '../support/notes.ts';
import { accessibilityFaults, closeBrowser, openWorkbench } from '../support/workbench.ts';

afterAll(closeBrowser);

describe('search', () => {
  it('marks hits while typing, counts by facet, and opens a hit at its words by keyboard', async () => {
    const bench = await openWorkbench();
    await importNotes(bench.backend);
    await bench.goto('/search');
    const { page } = bench;
    await page.getByRole('searchbox', { name: 'Search every passage' }).fill('inspectors notice');
    await page.getByText('2 passages in 2 documents').waitFor();
    expect(await page.locator('.search-snippet mark').allTextContents()).toEqual(expect.arrayContaining(['notice']));
    await page.getByRole('checkbox', { name: /2021/ }).click({ force: true });
    await page.getByText('1 passage in 1 document').waitFor();
    await page.getByRole('searchbox').press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toMatch(/\/read\/.+\?at=\d+-\d+$/);
    await page.goBack();
    await page.getByText('1 passage in 1 document').waitFor();
    expect(bench.faults).toEqual([]);
  });

  it('explains a question it cannot answer, and one without hits', async () => {
    const bench = await openWorkbench();
    await importNotes(bench.backend);
    await bench.goto('/search');
    const field = bench.page.getByRole('searchbox');
    await field.fill('AND OR');
    await bench.page.getByRole('alert').getByText('only operators').waitFor();
    await field.fill('nowhere');
    await bench.page.getByText('No passage has these words').waitFor();
    await field.fill('');
    await bench.page.getByText('What can be asked').waitFor();
  });

  it.each(['light', 'dark'] as const)('has no accessibility fault, %s', async (theme) => {
    const bench = await openWorkbench({ theme });
    await importNotes(bench.backend);
    await bench.goto('/search?q=inspectors');
    await bench.page.locator('.search-hit').first().waitFor();
    expect(await accessibilityFaults(bench.page)).toEqual([]);
  });
});

describe('the palette', () => {
  it('finds a document, a tag and a command in spite of misspelling, and goes there', async () => {
    const bench = await openWorkbench();
    const [, newer] = await importNotes(bench.backend);
    const tag = await bench.backend.call('tags.create', { name: 'Unannounced inspections' });
    await bench.goto('/library');
    const { page } = bench;
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or jump to' }).fill('unanounced');
    await page.getByRole('option', { name: /Unannounced inspections/ }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain(`/codebook/${tag.id}`);

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or jump to' }).fill('note 2021');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain(`/read/${newer}`);

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or jump to' }).fill('setings');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('/settings');

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or jump to' }).fill('zebra crossing');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('/search?q=zebra%20crossing');
    expect(bench.faults).toEqual([]);
  });

  it('has no accessibility fault', async () => {
    const bench = await openWorkbench();
    await bench.goto('/library');
    await bench.page.keyboard.press('Control+k');
    await bench.page.getByRole('option').first().waitFor();
    expect(await accessibilityFaults(bench.page)).toEqual([]);
  });
});
