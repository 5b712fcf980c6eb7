// The lists of a report in its data card: folded until asked for, each entry at its words.

import { afterAll, describe, expect, it } from 'vitest';
import { listsPdf } from '../backend/recognisers/ilab-lists-writing.ts';
import { accessibilityFaults, closeBrowser, openWorkbench } from '../support/workbench.ts';

afterAll(closeBrowser);

async function openCard(theme: 'light' | 'dark' = 'light') {
  const bench = await openWorkbench({ theme });
  const { runId } = await bench.backend.call('imports.add', { files: [{ name: 'fiji.pdf', bytes: listsPdf() }] });
  const [item] = await bench.backend.call('imports.wait', { runId });
  const id = item?.documentId ?? '';
  await bench.goto(`/read/${id}`);
  await bench.page.getByRole('tab', { name: 'Values' }).click();
  await bench.page.locator('.listings').waitFor();
  return { ...bench, id };
}

describe('the lists in the data card', () => {
  it('are folded with their counts, and lead to the words when opened', async () => {
    const { page, backend, id } = await openCard();
    expect(await page.locator('.listings summary').allTextContents()).toEqual(['Activities 3', 'Legislation 2', 'Agencies 1', 'Policies 2', 'References 3']);
    expect(await page.locator('.listings details[open]').count()).toBe(0);
    const { text } = await backend.call('documents.reading', { id });
    const placeAfter = async (name: string): Promise<string> => {
      await page.locator('.listings').getByRole('link', { name, exact: true }).first().click();
      await expect.poll(() => page.url()).toMatch(/at=/);
      const [, start = 0, end = 0] = (/at=(\d+)-(\d+)/.exec(page.url()) ?? []).map(Number);
      return text.slice(start, end);
    };
    await page.locator('summary', { hasText: 'Activities' }).click();
    expect(await placeAfter('Carrying baskets and climbing palms')).toContain('Carrying baskets and climbing palms†');
    await page.locator('summary', { hasText: 'Policies' }).click();
    expect(await page.locator('.listings-remark').allTextContents()).toEqual(expect.arrayContaining([' new in 2019', ' activity unknown in 2019']));
    await page.locator('summary', { hasText: 'References' }).click();
    await page.locator('.listings-references li').nth(2).getByRole('link', { name: 'p. 1' }).first().click();
    await expect.poll(() => page.url()).toMatch(/at=/);
  });

  it.each(['light', 'dark'] as const)('have no accessibility fault, %s', async (theme) => {
    const { page } = await openCard(theme);
    for (const summary of await page.locator('.listings summary').all()) await summary.click();
    expect(await accessibilityFaults(page)).toEqual([]);
    if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/listings-${theme}.png` });
  });
});
