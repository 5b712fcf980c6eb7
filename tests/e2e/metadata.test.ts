// The review of what documents are: from the passage to the decision, one and many, by keyboard alone. In a real browser on the real
// application.

import { afterAll, describe, expect, it } from 'vitest';
import { importTexts } from '../support/backend.ts';
import { accessibilityFaults, closeBrowser, openWorkbench, type Workbench, type WorkbenchOptions } from '../support/workbench.ts';

afterAll(closeBrowser);

const notes = {
  'cocoa.txt': 'Cocoa without borders\n\nFamilies move between Ghana and Togo. Ghana counts the bags, Togo counts the lorries. Ghana and Togo met twice.',
  'kilns.txt': 'Bricks and schoolbooks\n\nAfghan families owe money. In Afghanistan the debt passes on. The kilns of Afghanistan close in winter.',
  'salt.txt': 'Salt roads\n\nThe caravans leave Chad in autumn. Chad counts the camels. Chad taxes the salt.',
};

async function withNotes(options: WorkbenchOptions = {}): Promise<Workbench & { ids: string[] }> {
  const workbench = await openWorkbench(options);
  workbench.page.setDefaultTimeout(15_000);
  const ids = await importTexts(workbench.backend, notes);
  await workbench.goto('/library/metadata');
  await workbench.page.getByRole('grid', { name: 'Fields to review' }).waitFor();
  return { ...workbench, ids };
}

const row = ({ page }: Workbench, name: RegExp) => page.getByRole('row', { name });
const stateOf = async ({ backend }: Workbench, id: string | undefined, field: string) => (await backend.call('metadata.list', { documentIds: [id ?? ''] })).find((review) => review.field === field);

describe('the review', () => {
  it('is reached from the library, names what asks for a look, and is walked, confirmed and corrected by keyboard alone', async () => {
    const workbench = await withNotes();
    const { page, ids, faults } = workbench;
    const [cocoa, kilns] = ids;
    await page.getByRole('link', { name: /To confirm 3/ }).waitFor();
    await expect.poll(() => page.getByRole('row', { selected: true }).count()).toBe(1);
    // The first row is the country of the kilns, with the words that say so.
    await row(workbench, /Bricks and schoolbooks Country Afghanistan/).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await stateOf(workbench, kilns, 'country'))?.state).toBe('confirmed');
    await expect.poll(() => page.getByRole('row', { selected: true }).textContent()).toContain('Cocoa without borders');

    // What is not clear is not put in; both countries are offered, and one is chosen by typing.
    expect((await stateOf(workbench, cocoa, 'country'))?.value).toBeNull();
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'Correct the country' });
    await dialog.getByRole('combobox', { name: 'Country' }).fill('Tog');
    await page.getByRole('option', { name: /Togo/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: /Ghana, 35 %/ }).waitFor();
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await expect.poll(async () => (await stateOf(workbench, cocoa, 'country'))?.value).toBe('TGO');

    // Undo takes the last decision back, one step each.
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await stateOf(workbench, cocoa, 'country'))?.value).toBeNull();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await stateOf(workbench, kilns, 'country'))?.state).toBe('doubtful');
    expect(faults).toEqual([]);
  });

  it('opens the passage in the reader', async () => {
    const workbench = await withNotes();
    const { page } = workbench;
    await row(workbench, /Salt roads Country Chad/).click();
    await page.getByRole('complementary', { name: 'Selected fields' }).getByText('What was found').waitFor();
    await page.keyboard.press('o');
    await page.waitForURL(/\/read\/[^?]+\?at=\d+-\d+/);
    await page.getByText('The caravans leave').first().waitFor();
  });

  it('confirms all shown above a confidence in one step, and says when nothing is left', async () => {
    const workbench = await withNotes();
    const { page, ids } = workbench;
    await page.getByRole('button', { name: 'However sure' }).click();
    await page.getByRole('option', { name: '50 % and more' }).click();
    await page.waitForURL(/least=50/);
    await page.getByRole('button', { name: 'Confirm 2 shown' }).click();
    await page.locator('.toast', { hasText: 'Confirmed 2 fields.' }).waitFor();
    await page.getByRole('heading', { name: 'No field fits these filters' }).waitFor();
    expect(await Promise.all(ids.map(async (id) => (await stateOf(workbench, id, 'country'))?.state))).toEqual(['unknown', 'confirmed', 'confirmed']);
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
    await row(workbench, /Salt roads Country Chad/).waitFor();
  });

  it('sets one field of many documents, shows what it was, and resets it', async () => {
    const workbench = await withNotes();
    const { page, ids } = workbench;
    await workbench.goto('/library/metadata?shown=all&field=year');
    await row(workbench, /Salt roads Year/).waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: /Set for all/ }).waitFor();
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: 'Year' }).fill('20199');
    await page.keyboard.press('Enter');
    await page.getByText('A year has four digits').waitFor();
    await page.getByRole('textbox', { name: 'Year' }).fill('2019');
    await page.keyboard.press('Enter');
    await page.locator('.toast', { hasText: 'Set year of 3 documents.' }).waitFor();
    expect((await workbench.backend.call('documents.list', {})).map(({ year }) => year)).toEqual([2019, 2019, 2019]);

    await workbench.goto('/library/metadata?shown=corrected');
    await row(workbench, /Salt roads Year/).click();
    const inspector = page.getByRole('complementary', { name: 'Selected fields' });
    await inspector.getByText(/Corrected.*was Unknown/).waitFor();
    await inspector.getByRole('button', { name: /Reset year/ }).click();
    await expect.poll(async () => (await stateOf(workbench, ids[2], 'year'))?.value).toBeNull();
  });

  it.each(['light', 'dark'] as const)('has no fault for those who cannot see it, in the %s theme and a narrow window', async (theme) => {
    const workbench = await withNotes({ theme, width: 1024, height: 700 });
    const { page } = workbench;
    await page.waitForTimeout(200);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('e');
    await page.getByRole('dialog', { name: 'Correct the country' }).waitFor();
    // The list of choices opens with the focus; closed, the dialog itself is seen.
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await workbench.goto('/library?q=Cocoa');
    await row(workbench, /Cocoa/).click();
    await page.getByText('Perhaps').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(workbench.faults).toEqual([]);
  });
});

describe('the fields beside a document', () => {
  it('say how sure they are, take what else was found, and tell who corrected them', async () => {
    const workbench = await withNotes();
    const { page, ids } = workbench;
    await workbench.goto('/library?q=Cocoa');
    await row(workbench, /Cocoa/).click();
    await page.getByRole('button', { name: 'Togo, 35 %' }).or(page.getByRole('button', { name: /Togo, \d+ %/ })).first().click();
    await expect.poll(async () => (await stateOf(workbench, ids[0], 'country'))?.value).toBe('TGO');
    await page.getByText(/Corrected.*was Unknown/).waitFor();
    await page.getByRole('button', { name: /Reset country/ }).click();
    await page.getByText('Perhaps').waitFor();
  });
});
