// The ledger of suggested actions as an analyst works with it: walk, see why one ended, decide, take back, open the words in the report.

import { afterAll, expect, it } from 'vitest';
import { importTexts } from '../support/backend.ts';
import { suggestionPage } from '../support/suggestion-page.ts';
import { accessibilityFaults, closeBrowser, openWorkbench } from '../support/workbench.ts';

afterAll(closeBrowser);

const inspectors = 'Increase the number of labor inspectors from 189 to 969 so that every island is visited.';
const shelters = 'Open shelters for children who work at night in the harbour.';

async function prepared(options: Parameters<typeof openWorkbench>[0] = {}) {
  const bench = await openWorkbench(options);
  await importTexts(bench.backend, {
    'fiji-2020.html': suggestionPage(2020, [['Enforcement', inspectors, '2016 – 2020'], ['Social Programs', shelters, '2018 – 2020']]),
    'fiji-2021.html': suggestionPage(2021, [['Enforcement', `Significantly ${inspectors.toLowerCase()}`, '2016 – 2021'], ['Coordination', 'Call the council together.', '2021']], 'In June the government opened two shelters in the harbour for children who work at night.'),
  });
  await bench.goto('/compare?country=FJI&part=actions');
  await bench.page.getByRole('grid', { name: 'Suggested actions for Fiji' }).waitFor();
  return bench;
}

it('shows each action over its years, with what it asks for and what was observed', async () => {
  const { page, faults } = await prepared();
  await expect.poll(() => page.locator('.actions-row').count()).toBe(3);
  const row = page.locator('.actions-row', { hasText: 'labor inspectors' });
  expect(await row.locator('.actions-cell').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('title')))).toEqual(['2016: Suggested, as a later edition says', '2017: Suggested, as a later edition says', '2018: Suggested, as a later edition says', '2019: Suggested, as a later edition says', '2020: Carried on in the same words', '2021: Carried on, reworded']);
  await row.click();
  const inspector = page.getByRole('complementary', { name: 'Action' });
  await inspector.getByText('189 → 969').waitFor();
  await inspector.getByText('729 short').waitFor();
  expect(await inspector.locator('ins').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('Significantly')]));
  expect(faults).toEqual([]);
});

it('asks why an action ended, keeps the decision with its sentence, and takes it back', async () => {
  const { page, backend, faults } = await prepared();
  await page.locator('.actions-row', { hasText: 'Open shelters' }).click();
  const inspector = page.getByRole('complementary', { name: 'Action' });
  await inspector.getByRole('checkbox', { name: /opened two shelters/ }).check();
  await inspector.getByRole('button', { name: 'Done' }).click();
  await inspector.getByRole('link', { name: /opened two shelters/ }).waitFor();
  const decided = async () => (await backend.call('suggestedActions.ledger', { country: 'FJI' })).actions.find(({ text }) => text === shelters)?.decision?.verdict ?? null;
  expect(await decided()).toBe('done');
  await inspector.getByRole('button', { name: 'Take back' }).click();
  await inspector.getByRole('button', { name: 'Done' }).waitFor();
  expect(await decided()).toBeNull();
  expect(faults).toEqual([]);
});

it('is walked and opened by keys, and narrowed by state and words', async () => {
  const { page, faults } = await prepared();
  await page.locator('.actions-row').first().focus();
  await page.keyboard.press('End');
  await expect.poll(() => page.locator('.actions-in-hand').innerText()).toContain('Open shelters');
  await page.keyboard.press('Home');
  await expect.poll(() => page.locator('.actions-in-hand').innerText()).toContain('labor inspectors');
  await page.getByRole('searchbox', { name: 'Filter actions' }).fill('council');
  await expect.poll(() => page.locator('.actions-row').count()).toBe(1);
  await page.getByRole('searchbox', { name: 'Filter actions' }).fill('nothing of the kind');
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.locator('.actions-row').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/read\/.+at=/);
  await page.getByRole('document').or(page.locator('.reading')).first().waitFor();
  expect(faults).toEqual([]);
});

it.each(['light', 'dark'] as const)('has no faults of access in %s, also when narrow', async (theme) => {
  const { page } = await prepared({ theme, width: 1024, height: 700 });
  await page.locator('.actions-row', { hasText: 'Open shelters' }).click();
  expect(await accessibilityFaults(page)).toEqual([]);
});
