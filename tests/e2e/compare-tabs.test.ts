// The tabs of Compare that speak of the whole country, as an analyst works with them: walk, open the words, decide, make a finding.

import { afterAll, describe, expect, it } from 'vitest';
import { importTexts } from '../support/backend.ts';
import { islandNote, twoEditions } from '../support/two-editions.ts';
import { accessibilityFaults, closeBrowser, openWorkbench } from '../support/workbench.ts';

afterAll(closeBrowser);

async function prepared(part: string, options: Parameters<typeof openWorkbench>[0] = {}) {
  const bench = await openWorkbench(options);
  const [older = '', newer = '', note = ''] = await importTexts(bench.backend, { ...twoEditions, 'note.txt': islandNote });
  await bench.backend.call('documents.update', { ids: [note], changes: { country: 'FJI', year: 2021 } });
  await bench.goto(`/compare?country=FJI&part=${part}`);
  return { ...bench, older, newer, note };
}

describe('the tabs of a country', () => {
  it('are walked by keys, and the one that is shown stands in the address', async () => {
    const { page, faults } = await prepared('law');
    await page.getByRole('grid', { name: 'Law of Fiji' }).waitFor();
    await page.getByRole('tab', { name: 'Law' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('grid', { name: 'Goods and activities of Fiji' }).waitFor();
    expect(page.url()).toContain('part=goods');
    await page.keyboard.press('End');
    await expect.poll(() => page.getByRole('tab', { selected: true }).innerText()).toContain('Sources');
    expect(faults).toEqual([]);
  });

  it('show the law with what changed, explain a gap with both values, and open the words by Enter', async () => {
    const { page, newer, faults } = await prepared('law');
    await page.locator('[data-cell="2021:legal_standards.minimum_age_work"]').click();
    const inspector = page.getByRole('complementary', { name: 'Standard' });
    await inspector.getByText('14 → 15 since 2020').waitFor();
    await inspector.getByText('Basket Act: Section 5 → Section 6').waitFor();
    await page.locator('[data-cell="2021:gap work-while-school"]').click();
    await inspector.getByText(/Work is allowed from 15, while school is compulsory to 16/).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/read/${newer}\\?at=`));
    await page.goBack();
    await inspector.getByText(/Work is allowed from 15/).waitFor();
    expect(faults).toEqual([]);
  });

  it('show goods and activities, and make an annotation of what is in hand by one key', async () => {
    const { page, backend, newer, faults } = await prepared('goods');
    const row = page.locator('.ledger-row', { hasText: 'Selling fish in markets' });
    await row.locator('td').last().click();
    await page.getByRole('complementary', { name: 'Good or activity' }).getByText('Listed for the first time').waitFor();
    await page.keyboard.press('a');
    await page.getByRole('combobox', { name: 'Tag' }).fill('Markets');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await backend.call('annotations.list', { documentId: newer })).map(({ quote }) => quote)).toEqual([expect.stringContaining('Selling fish in markets')]);
    await page.locator('.modal-backdrop').waitFor({ state: 'detached' });
    await page.locator('[data-cell="2021:good pearls"]').click();
    await page.getByRole('complementary', { name: 'Good or activity' }).getByText('Listed; not in 2020').waitFor();
    expect(faults).toEqual([]);
  });

  it('show institutions with their former name and what changed, narrowed by state and words', async () => {
    const { page, faults } = await prepared('institutions');
    await page.locator('.ledger-row', { hasText: 'Human Rights Ombudsman' }).locator('td').last().click();
    await page.getByRole('complementary', { name: 'Institution' }).locator('del', { hasText: 'Ombudsman for Children' }).waitFor();
    await page.getByRole('searchbox', { name: 'Filter institutions' }).fill('boats');
    await expect.poll(() => page.locator('.ledger-row').count()).toBe(1);
    await page.getByRole('searchbox', { name: 'Filter institutions' }).fill('nothing of the kind');
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => page.locator('.ledger-row').count()).toBe(3);
    expect(faults).toEqual([]);
  });
});

describe('the sources', () => {
  it('put a document beside the edition that follows, say what is gone, and what claims rest on', async () => {
    const { page, faults } = await prepared('sources');
    await page.locator('.row-list-row', { hasText: 'harbour master keeps a list of boats and shows it' }).click();
    await page.getByRole('complementary', { name: 'Passage' }).getByText(/the same topic/).waitFor();
    await page.getByRole('button', { name: 'No longer said' }).click();
    await page.locator('.row-list-row', { hasText: 'reef of Kadavu' }).click();
    await page.getByRole('heading', { name: 'Said until 2020' }).waitFor();
    await page.getByRole('button', { name: 'Claims' }).click();
    await page.locator('.row-list-row').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: 'One source only' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/read\/.+at=/);
    expect(faults).toEqual([]);
  });

  it('keep what was decided of a contradiction with its note, and make a finding with both sides', async () => {
    const { page, backend, faults } = await prepared('sources');
    await page.getByRole('tab', { name: /1 open contradiction/ }).waitFor();
    await page.getByRole('button', { name: 'Contradictions' }).click();
    await page.locator('.row-list-row', { hasText: 'Labor inspectors' }).click();
    const inspector = page.getByRole('complementary', { name: 'Contradiction' });
    await inspector.getByText('The sentence names labor inspectors and the year 2021.').waitFor();
    await inspector.getByRole('button', { name: 'Explained' }).click();
    await inspector.getByText('Write why they differ.').waitFor();
    await inspector.getByRole('textbox', { name: 'Note' }).fill('The note counts the main island only.');
    await inspector.getByRole('button', { name: 'Explained' }).click();
    await expect.poll(async () => (await backend.call('contradictions.ofCountry', { country: 'FJI' })).counts).toEqual({ open: 0, explained: 1, accepted: 0 });
    await inspector.getByRole('button', { name: 'Make a finding…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make' }).click();
    await expect.poll(async () => (await backend.call('findings.list', {})).map(({ claim, supporting, contradicting }) => [claim, supporting, contradicting])).toEqual([['Labor inspectors in 2021: 240.', 1, 1]]);
    expect(faults).toEqual([]);
  });
});

it('the overview answers the questions, each tile leading to its place', async () => {
  const { page, faults } = await prepared('overview');
  const tile = (name: string) => page.locator('.overview-tile', { has: page.getByRole('heading', { name }) });
  await tile('Gaps in the law').getByText('1 gap between the standards of 2021.').waitFor();
  await tile('Contradictions').getByText(/open contradiction;/).waitFor();
  await tile('No longer said').getByText(/no successor in 2021/).waitFor();
  await tile('Law and ratifications').getByRole('link', { name: /14 → 15/ }).click();
  await page.getByRole('complementary', { name: 'Standard' }).getByText('14 → 15 since 2020').waitFor();
  expect(faults).toEqual([]);
});

it('a country without tables has tabs that say why they are empty', async () => {
  const { page, backend, goto } = await openWorkbench();
  const [first = '', second = ''] = await importTexts(backend, { 'one.txt': 'A visit to the reef. Nobody was there.', 'two.txt': 'Another visit to the reef. Somebody was there.' });
  await backend.call('documents.update', { ids: [first], changes: { country: 'FJI', year: 2020 } });
  await backend.call('documents.update', { ids: [second], changes: { country: 'FJI', year: 2021 } });
  for (const [part, title] of [['law', 'Nothing is known of the law of Fiji'], ['goods', 'No goods or activities of Fiji are known'], ['institutions', 'No institutions of Fiji are known'], ['sources&section=contradictions', 'No sources of Fiji contradict each other'], ['sources&section=claims', 'No edition of Fiji numbers its sources']] as const) {
    await goto(`/compare?country=FJI&part=${part}`);
    await page.getByText(title).waitFor();
  }
  await goto('/compare?country=FJI&part=overview');
  await page.getByText('No edition here reports a level.').waitFor();
  await page.getByText('No source here gives legal standards.').first().waitFor();
});

/** Each screen in one theme: goods are drawn as institutions are, the sections of the sources as one another. */
describe.each([
  ['light', [['law', '.ledger-row td'], ['institutions', '.ledger-row td'], ['sources', '.row-list-row'], ['overview', '.overview-lines a']]],
  ['dark', [['law', '.ledger-row td'], ['goods', '.ledger-row td'], ['sources&section=contradictions', '.row-list-row'], ['sources&section=claims', '.row-list-row'], ['overview', '.overview-lines a']]],
] as const)('in %s, also when narrow', (theme, screens) => {
  it('no tab has a fault of access', async () => {
    const { page, goto } = await prepared('law', { theme, width: 1024, height: 700 });
    for (const [part, row] of screens) {
      await goto(`/compare?country=FJI&part=${part}`);
      await page.locator(row).first().waitFor();
      if (part !== 'overview') await page.locator(row).first().click();
      expect([part, ...(await accessibilityFaults(page))]).toEqual([part]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    }
  });
});
