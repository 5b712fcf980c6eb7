// The codebook in a real browser on the real application: making, moving, renaming, merging and removing tags, and their passages.

import { afterAll, describe, expect, it } from 'vitest';
import { importTexts, placeOf } from '../support/backend.ts';
import { accessibilityFaults, closeBrowser, openWorkbench, type Workbench, type WorkbenchOptions } from '../support/workbench.ts';

afterAll(closeBrowser);

/** "a(b,c)": the tree as it is stored. */
async function tree({ backend }: Workbench): Promise<string> {
  const tags = await backend.call('tags.list', {});
  const below = (parentId: string | null): string =>
    tags
      .filter((tag) => tag.parentId === parentId)
      .map((tag) => `${tag.name}${tags.some((child) => child.parentId === tag.id) ? `(${below(tag.id)})` : ''}`)
      .join(',');
  return below(null);
}

async function withTags(options: WorkbenchOptions = {}) {
  const workbench = await openWorkbench(options);
  const { backend, page } = workbench;
  page.setDefaultTimeout(10_000);
  const [first = '', second = ''] = await importTexts(backend, {
    'North 2020.txt': 'Inspectors came without notice. The law was changed in spring.',
    'North 2021.txt': 'No inspector came. The new law forbids visits without notice.',
  });
  const enforcement = await backend.call('tags.create', { name: 'Enforcement' });
  const inspectors = await backend.call('tags.create', { name: 'Inspectors', parentId: enforcement.id });
  const law = await backend.call('tags.create', { name: 'Law' });
  await backend.call('annotations.create', { ...(await placeOf(backend, first, 'Inspectors came without notice')), tagIds: [inspectors.id], note: 'In **spring** only.' });
  await backend.call('annotations.create', { ...(await placeOf(backend, second, 'No inspector came')), tagIds: [inspectors.id, law.id] });
  await backend.call('annotations.create', { ...(await placeOf(backend, second, 'The new law forbids visits')), tagIds: [law.id] });
  return { ...workbench, enforcement, inspectors, law };
}

const row = ({ page }: Workbench, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
const undo = async ({ page }: Workbench) => page.locator('.toast').last().getByRole('button', { name: 'Undo' }).click();

describe('the tree', () => {
  it('begins with a first tag, named in place; tags are made beside and below, renamed and moved by keyboard', async () => {
    const workbench = await openWorkbench();
    const { page, faults } = workbench;
    page.setDefaultTimeout(10_000);
    await workbench.goto('/codebook');
    await page.getByRole('button', { name: 'New tag' }).click();
    await page.keyboard.type('Enforcement');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Enforcement/ }).first().waitFor();
    await page.getByRole('button', { name: 'New tag below the chosen one' }).click();
    await page.keyboard.type('Inspectors');
    await page.keyboard.press('Enter');
    await row(workbench, 'Inspectors').waitFor();
    await page.getByRole('button', { name: 'New tag', exact: true }).click();
    await page.keyboard.type('Law');
    await page.keyboard.press('Enter');
    await row(workbench, 'Law').waitFor();
    expect(await tree(workbench)).toBe('Enforcement(Inspectors),Law');
    await row(workbench, 'Law').click();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => tree(workbench)).toBe('Law,Enforcement(Inspectors)');
    await row(workbench, 'Enforcement').click();
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => tree(workbench)).toBe('Law(Enforcement(Inspectors))');
    await row(workbench, 'Inspectors').click();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => tree(workbench)).toBe('Law(Enforcement,Inspectors)');
    await row(workbench, 'Inspectors').click();
    await page.keyboard.press('F2');
    await page.locator('.tree-rename').waitFor();
    await page.keyboard.type('Labor inspectors');
    await page.keyboard.press('Enter');
    await expect.poll(() => tree(workbench)).toBe('Law(Enforcement,Labor inspectors)');
    expect(faults).toEqual([]);
  });

  it('takes any name, says what is wrong with a name that is taken, and leaves the tag as it was', async () => {
    const workbench = await withTags();
    const { page, backend, law, faults } = workbench;
    await workbench.goto(`/codebook/${law.id}`);
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    await name.fill('enforcement');
    await name.press('Enter');
    await page.getByText('There is already a tag “Enforcement” here.').first().waitFor();
    await name.press('Escape');
    const odd = `"A"/B's \\ \u202eabc\u202c <b>&amp; ${'long '.repeat(90)}`.trim();
    await name.fill(odd);
    await name.press('Enter');
    await expect.poll(async () => (await backend.call('tags.list', {})).find((tag) => tag.id === law.id)?.name).toBe(odd);
    await page.locator('.codebook-title').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('asks before it removes a tag that is used, and gives it back with its passages', async () => {
    const workbench = await withTags();
    const { page, backend, enforcement } = workbench;
    await workbench.goto(`/codebook/${enforcement.id}`);
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('dialog').getByText('“Enforcement” and the tag below it are used at 2 passages.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => tree(workbench)).toBe('Law');
    await undo(workbench);
    await expect.poll(() => tree(workbench)).toBe('Enforcement(Inspectors),Law');
    expect((await backend.call('tags.list', {})).map((tag) => tag.annotations)).toEqual([0, 2, 2]);
  });

  it('merges a tag after saying what moves, never into a tag below it, and takes it back', async () => {
    const workbench = await withTags();
    const { page, backend, enforcement, inspectors, law } = workbench;
    await workbench.goto(`/codebook/${enforcement.id}`);
    await page.getByRole('button', { name: 'Merge into…' }).click();
    await page.getByRole('combobox', { name: 'Into' }).fill('Inspectors');
    await page.getByRole('option', { name: /Inspectors/ }).click();
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByText('“Enforcement” cannot be merged into a tag below it.').first().waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();

    await workbench.goto(`/codebook/${inspectors.id}`);
    await page.getByRole('button', { name: 'Merge into…' }).click();
    await page.getByRole('combobox', { name: 'Into' }).fill('Law');
    await page.getByRole('option', { name: /^Law/ }).click();
    await page.getByText('2 passages move to “Law”').waitFor();
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.waitForURL(`**/codebook/${law.id}`);
    expect((await backend.call('tags.list', {})).map(({ name, annotations }) => [name, annotations])).toEqual([['Enforcement', 0], ['Law', 3]]);
    await undo(workbench);
    await expect.poll(() => tree(workbench)).toBe('Enforcement(Inspectors),Law');
  });
});

describe('a tag', () => {
  it('keeps colour, definition, example, other names and digit as they are given', async () => {
    const workbench = await withTags();
    const { page, backend, law, faults } = workbench;
    const stored = async () => (await backend.call('tags.list', {})).find((tag) => tag.id === law.id);
    await workbench.goto(`/codebook/${law.id}`);
    await page.locator('.codebook-colour.colour-purple').click();
    await expect.poll(async () => (await stored())?.colour).toBe('purple');
    await page.getByRole('textbox', { name: 'Definition' }).fill('Acts and decrees, not plans.');
    await page.getByRole('textbox', { name: 'Example' }).fill('The act of 2021.');
    await expect.poll(async () => [(await stored())?.definition, (await stored())?.example]).toEqual(['Acts and decrees, not plans.', 'The act of 2021.']);
    await page.getByRole('textbox', { name: 'When not to use' }).fill('Plans.');
    await page.getByRole('textbox', { name: 'Other names, one a line' }).fill('Legislation\nActs');
    await expect.poll(async () => [(await stored())?.whenNot, (await stored())?.aliases]).toEqual(['Plans.', ['Legislation', 'Acts']]);
    await page.getByRole('button', { name: /Digit in the reader/ }).click();
    await page.getByRole('option', { name: '3', exact: true }).click();
    await expect.poll(async () => (await stored())?.shortcut).toBe('3');
    expect(faults).toEqual([]);
  });

  it('lists its passages and those of the tags below by document; a passage opens highlighted in the reader', async () => {
    const workbench = await withTags();
    const { page, enforcement, faults } = workbench;
    await workbench.goto(`/codebook/${enforcement.id}`);
    await expect.poll(() => page.locator('.codebook-quote').allTextContents()).toEqual(['Inspectors came without notice', 'No inspector came']);
    expect(await page.locator('.codebook-note strong').textContent()).toBe('spring');
    await page.getByRole('searchbox', { name: 'Filter passages' }).fill('no inspector');
    await expect.poll(() => page.locator('.codebook-quote').allTextContents()).toEqual(['No inspector came']);
    await page.getByRole('link', { name: /No inspector came/ }).click();
    await page.waitForURL(/\/read\/.*at=0-17/);
    await page.getByRole('region', { name: 'Highlight' }).getByText('“No inspector came”').waitFor();
    await page.goBack();
    await page.locator('.codebook-quote').first().waitFor();
    expect(faults).toEqual([]);
  });

  it('is taken off several passages, and another given to them, each in one step', async () => {
    const workbench = await withTags();
    const { page, backend, law } = workbench;
    const counts = async () => (await backend.call('tags.list', {})).map(({ name, annotations }) => `${name} ${String(annotations)}`);
    await workbench.goto(`/codebook/${law.id}`);
    await page.locator('.codebook-document header .checkbox').click();
    await page.getByRole('button', { name: 'Add a tag…' }).click();
    await page.getByRole('combobox', { name: 'Tag' }).fill('bans');
    await page.keyboard.press('Enter');
    await expect.poll(counts).toEqual(['Enforcement 0', 'Inspectors 2', 'Law 2', 'bans 2']);
    await page.getByRole('button', { name: 'Take off', exact: true }).click();
    await expect.poll(counts).toEqual(['Enforcement 0', 'Inspectors 2', 'Law 0', 'bans 2']);
    await page.getByRole('heading', { name: 'No passage has this tag yet' }).waitFor();
    await page.locator('.toast', { hasText: 'Took “Law” off' }).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(counts).toEqual(['Enforcement 0', 'Inspectors 2', 'Law 2', 'bans 2']);
  });
});

it.each(['light', 'dark'] as const)('is accessible in the %s theme and in a narrow window', async (theme) => {
  const workbench = await withTags({ theme, width: 1024, height: 700 });
  const { page, law } = workbench;
  await workbench.goto('/codebook');
  await page.getByRole('heading', { name: 'No tag is chosen' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await workbench.goto(`/codebook/${law.id}`);
  await page.locator('.codebook-quote').first().waitFor();
  await page.locator('.codebook-passage .checkbox').first().click();
  expect(await accessibilityFaults(page)).toEqual([]);
});
