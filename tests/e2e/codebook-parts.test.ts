// The codebook's other parts in a real browser on the real application: starters and files, split, archive, matrices, agreement.

import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { importTexts, placeOf } from '../support/backend.ts';
import { layoutFaults } from '../support/tour.ts';
import { accessibilityFaults, closeBrowser, openWorkbench, type WorkbenchOptions } from '../support/workbench.ts';

afterAll(closeBrowser);

/** Two analysts who agree about inspectors in one document and differ about the law in both. */
async function withAnalysts(options: WorkbenchOptions = {}) {
  const workbench = await openWorkbench(options);
  const { backend, page } = workbench;
  page.setDefaultTimeout(10_000);
  const [first = '', second = ''] = await importTexts(backend, {
    'North 2020.txt': 'Inspectors came without notice. The law was changed in spring.',
    'North 2021.txt': 'No inspector came. The new law forbids visits without notice.',
  });
  await backend.call('documents.update', { ids: [first], changes: { country: 'KAZ', year: 2020 } });
  await backend.call('documents.update', { ids: [second], changes: { country: 'KAZ', year: 2021 } });
  const inspectors = await backend.call('tags.create', { name: 'Inspectors' });
  const law = await backend.call('tags.create', { name: 'Law' });
  const mark = async (author: string, documentId: string, words: string, tagIds: string[]) => {
    await backend.call('settings.set', { key: 'author', value: author });
    await backend.call('annotations.create', { ...(await placeOf(backend, documentId, words)), tagIds });
  };
  await mark('Ada', first, 'Inspectors came', [inspectors.id]);
  await mark('Ada', first, 'The law was changed', [law.id, inspectors.id]);
  await mark('Ada', second, 'The new law', [law.id]);
  await mark('Ben', first, 'Inspectors came', [inspectors.id]);
  await mark('Ben', first, 'law was changed in spring', [law.id]);
  await mark('Ben', second, 'No inspector', [inspectors.id]);
  const counts = async () => (await backend.call('tags.list', {})).map(({ name, annotations }) => `${name} ${String(annotations)}`).join(', ');
  return { ...workbench, inspectors, law, counts };
}

describe('beginning', () => {
  it('with a starter codebook: everything it adds is shown first, and one step takes it back', async () => {
    const { page, backend, goto, faults } = await openWorkbench();
    page.setDefaultTimeout(10_000);
    await goto('/codebook');
    await page.getByRole('button', { name: 'Begin with a codebook…' }).click();
    await page.getByRole('button', { name: 'Labor rights' }).click();
    await page.getByText('Areas of action › Enforcement › Labor inspection').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /^Add \d+ tags$/ }).click();
    await page.getByRole('row', { name: /^Worst forms/ }).waitFor();
    await page.locator('.toast').last().getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await backend.call('tags.list', {})).length).toBe(0);
    expect(faults).toEqual([]);
  });

  it('with a file: what it cannot take over is told, and a damaged one changes nothing', async () => {
    const { page, backend, goto, counts } = await withAnalysts();
    await goto('/codebook');
    await page.getByRole('button', { name: 'Import and export' }).click();
    await page.getByRole('menuitem', { name: /^Import/ }).click();
    const input = page.locator('input[accept*=".qdc"]');
    await input.setInputFiles({ name: 'broken.qdc', mimeType: 'application/xml', buffer: Buffer.from('<CodeBook><Codes><Code') });
    await page.getByText(/not well-formed XML/).waitFor();
    await input.setInputFiles({ name: 'codes.csv', mimeType: 'text/csv', buffer: Buffer.from('Code,Parent,Owner\nlaw,,x\nAge,Law,y\n') });
    await page.getByText('The column “Owner” is not read.').waitFor();
    await page.getByText('Already there: 1').waitFor();
    await page.getByRole('button', { name: 'Add 1 tag' }).click();
    await expect.poll(counts).toBe('Inspectors 4, Law 3, Age 0');
    expect((await backend.call('tags.list', {})).at(-1)?.parentId).not.toBeNull();
  });

  it('is exported as a file by the menu', async () => {
    const { page, goto } = await withAnalysts();
    await goto('/codebook');
    await page.getByRole('button', { name: 'Import and export' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /\.qdc/ }).click()]);
    expect(download.suggestedFilename()).toBe('Codebook.qdc');
    expect(await readFile(await download.path(), 'utf8')).toContain('name="Inspectors"');
  });
});

describe('ordering', () => {
  it('deals passages out to new tags by digit alone', async () => {
    const { page, goto, counts, inspectors } = await withAnalysts();
    await goto(`/codebook/${inspectors.id}`);
    await page.locator('.codebook-quote').first().waitFor();
    await page.getByRole('button', { name: 'Split…' }).click();
    await page.getByRole('textbox', { name: 'New tag 1' }).fill('Visits');
    await page.getByRole('textbox', { name: 'New tag 2' }).fill('Absence');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('.codebook-split-list input').first().focus();
    for (const key of ['1', '1', '0', '2']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Split 3 passages off' }).click();
    await expect.poll(counts).toBe('Inspectors 1, Visits 2, Absence 1, Law 3');
    await page.locator('.toast').last().getByRole('button', { name: 'Undo' }).click();
    await expect.poll(counts).toBe('Inspectors 4, Law 3');
  });

  it('merges several chosen in the tree, and archives one that is then not offered but counted', async () => {
    const { page, backend, goto, counts, law, inspectors } = await withAnalysts();
    await backend.call('tags.create', { name: 'Acts' });
    await goto(`/codebook/${law.id}`);
    await page.getByRole('row', { name: /^Acts/ }).click({ modifiers: ['Control'] });
    await page.getByText('2 tags chosen').waitFor();
    await page.getByRole('group', { name: 'Chosen tags' }).getByRole('button', { name: 'Merge…' }).click();
    await page.getByRole('combobox', { name: 'Into' }).fill('Law');
    await page.getByRole('option', { name: 'Law', exact: true }).click();
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await expect.poll(counts).toBe('Inspectors 4, Law 3');
    expect((await backend.call('tags.list', {})).at(-1)?.aliases).toEqual(['Acts']);
    await goto(`/codebook/${inspectors.id}`);
    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    await page.getByText('Archived: not offered any more, still counted.').waitFor();
    await goto('/codebook');
    await page.getByRole('row', { name: /^Law/ }).waitFor();
    expect(await page.getByRole('row', { name: /Inspectors/ }).count()).toBe(0);
    await page.getByText('Show 1 archived').click();
    await page.getByRole('row', { name: /Inspectors/ }).waitFor();
  });

  it('shows where a tag is used; a country, year or document opens its passages alone', async () => {
    const { page, goto, law } = await withAnalysts();
    await goto(`/codebook/${law.id}`);
    await page.getByRole('link', { name: '2021 1', exact: true }).click();
    await expect.poll(() => page.locator('.codebook-quote').allTextContents()).toEqual(['The new law']);
    await page.getByRole('button', { name: 'Show all passages' }).click();
    await expect.poll(() => page.locator('.codebook-quote').count()).toBe(3);
  });
});

describe('matrices', () => {
  it('count tags together; arrow keys walk the cells and their passages stand at the side, one click from the page', async () => {
    const { page, goto, faults } = await withAnalysts();
    await goto('/codebook?part=together');
    const grid = page.getByRole('grid', { name: 'Tags together' });
    await grid.waitFor();
    await page.locator('.codebook-matrix-cell').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('complementary', { name: 'Passages' }).getByRole('heading', { name: 'Inspectors + Law' }).waitFor();
    await page.getByRole('complementary', { name: 'Passages' }).getByRole('link').first().click();
    await page.waitForURL(/\/read\/.*at=/);
    await goto('/codebook?part=years');
    await page.getByRole('columnheader', { name: '2021' }).waitFor();
    expect(await page.locator('.codebook-matrix-cell').allTextContents()).toEqual(['3', '1', '2', '1']);
    expect(faults).toEqual([]);
  });
});

describe('agreement', () => {
  it('says that one analyst alone agrees with nobody', async () => {
    const { page, backend, goto } = await openWorkbench();
    await backend.call('tags.create', { name: 'Law' });
    await goto('/codebook?part=agreement');
    await page.getByRole('heading', { name: 'Nobody has tagged a passage yet' }).waitFor();
  });

  it('gives the figures of two by tag; a difference opens both passages and is settled and taken back', async () => {
    const { page, goto, counts, faults } = await withAnalysts();
    await goto('/codebook?part=agreement');
    await page.getByRole('row', { name: /^Law/ }).click();
    const side = page.getByRole('complementary', { name: 'Differences' });
    await side.getByText('2 differences').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await side.getByRole('button', { name: 'Keep Ada’s' }).click();
    await side.getByText('1 difference', { exact: true }).waitFor();
    await expect.poll(counts).toBe('Inspectors 4, Law 2');
    await side.getByRole('button', { name: 'Take it off' }).click();
    await side.getByRole('heading', { name: 'They agree' }).waitFor();
    await page.locator('.toast').last().getByRole('button', { name: 'Undo' }).click();
    await side.getByText('1 difference', { exact: true }).waitFor();
    await side.getByRole('link').first().click();
    await page.waitForURL(/\/read\/.*at=/);
    expect(faults).toEqual([]);
  });
});

it.each(['light', 'dark'] as const)('every part is whole and accessible in the %s theme, in a narrow window and with long names', async (theme) => {
  const { page, goto, backend, law, inspectors } = await withAnalysts({ theme, width: 1024, height: 700 });
  await backend.call('tags.update', { id: inspectors.id, name: `Inspectors_${'without'.repeat(12)}`, shortcut: '4' });
  await backend.call('tags.move', { id: law.id, parentId: inspectors.id, position: 0 });
  const documents = await backend.call('documents.list', {});
  await backend.call('documents.update', { ids: documents.map(({ id }) => id), changes: { title: `A note ${'that goes on '.repeat(12)}_${'endless'.repeat(9)}` } });
  for (const address of [`/codebook/${inspectors.id}`, '/codebook?part=together', '/codebook?part=years', '/codebook?part=countries', '/codebook?part=agreement']) {
    await goto(address);
    await page.locator('.codebook-quote, [role=grid]').first().waitFor();
    if (address.endsWith('agreement')) await page.getByRole('row', { name: /^Inspectors/ }).first().click();
    else if (address.includes('part=')) await page.locator('.codebook-matrix-cell[data-none=false]').first().click();
    await page.locator('.codebook-quote').first().waitFor();
    expect([...(await layoutFaults(page)), ...(await accessibilityFaults(page))], address).toEqual([]);
  }
  await goto(`/codebook/${inspectors.id}`);
  await page.getByRole('button', { name: 'Split…' }).click();
  await page.locator('.codebook-split-list li').first().waitFor();
  expect([...(await layoutFaults(page)), ...(await accessibilityFaults(page))], 'split').toEqual([]);
});
