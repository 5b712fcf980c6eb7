import { afterAll, describe, expect, it } from 'vitest';
import { patience } from '../support/patience.ts';
import { placeOf } from '../support/backend.ts';
import { importNotes } from '../support/notes.ts';
import { accessibilityFaults, closeBrowser, openWorkbench, type Workbench } from '../support/workbench.ts';

afterAll(closeBrowser);

async function withPassages(bench: Workbench): Promise<void> {
  const [older, newer] = await importNotes(bench.backend);
  await bench.backend.call('annotations.create', await placeOf(bench.backend, older, 'The inspectorate had 400 inspectors.'));
  await bench.backend.call('annotations.create', await placeOf(bench.backend, newer, 'The inspectorate had 344 inspectors.'));
}

describe('findings', () => {
  it('are made, get evidence of each stance, and lead with one click to the passage', async () => {
    const bench = await openWorkbench();
    await withPassages(bench);
    await bench.goto('/findings');
    const { page, backend } = bench;
    await page.getByRole('button', { name: 'New finding' }).click();
    await page.getByRole('textbox', { name: 'Claim' }).fill('There are fewer inspectors.');
    await page.getByRole('button', { name: 'Make finding' }).click();
    await page.getByRole('button', { name: 'Add a passage' }).click();
    await page.getByRole('option', { name: /344/ }).click();
    await page.getByRole('button', { name: 'Add passage' }).click();
    await page.getByRole('button', { name: 'Add contradicting evidence' }).click();
    await page.getByRole('option', { name: /400/ }).click();
    await page.getByRole('button', { name: 'Add passage' }).click();
    await expect.poll(async () => (await backend.call('findings.list', {}))[0]).toMatchObject({ supporting: 1, contradicting: 1 });

    const quote = page.locator('.evidence-passage', { hasText: '400' });
    await quote.focus();
    await page.keyboard.press('o');
    await expect.poll(async () => (await backend.call('findings.list', {}))[0]).toMatchObject({ contradicting: 0, context: 1 });
    await quote.click();
    await expect.poll(() => page.url()).toMatch(/\/read\/.+\?at=\d+-\d+$/);
    expect(bench.faults).toEqual([]);
  });

  it('keep what is typed by themselves, and undo leads back', async () => {
    const bench = await openWorkbench();
    const { id } = await bench.backend.call('findings.create', { claim: 'A claim' });
    await bench.goto(`/findings/${id}`);
    const { page, backend } = bench;
    await page.getByRole('textbox', { name: 'Claim' }).fill('A better claim');
    await page.getByRole('textbox', { name: 'Years' }).fill('2019-2021');
    await page.keyboard.press('Tab');
    await expect.poll(async () => await backend.call('findings.get', { id })).toMatchObject({ claim: 'A better claim', years: [2019, 2020, 2021] });
    await backend.call('history.undo', {});
    await backend.call('history.undo', {});
    // Undone before the screen has seen what was kept, the field gives way to what is stored all the same.
    await expect.poll(() => page.getByRole('textbox', { name: 'Claim' }).inputValue(), { timeout: patience }).toBe('A claim');
    await page.getByRole('textbox', { name: 'Claim' }).fill('We judge with high confidence that it is likely.');
    await page.getByText('Confidence and likelihood stand in one sentence').waitFor();
  });

  it('keep the words typed just before the view is left', async () => {
    const bench = await openWorkbench();
    const { id } = await bench.backend.call('findings.create', { claim: 'A claim' });
    await bench.goto(`/findings/${id}`);
    await bench.page.getByRole('textbox', { name: 'Note (Markdown)' }).fill('Last words');
    await bench.page.getByRole('link', { name: 'Library' }).click();
    await expect.poll(async () => (await bench.backend.call('findings.get', { id })).note).toBe('Last words');
  });

  it('are removed with Undo in reach', async () => {
    const bench = await openWorkbench();
    const { id } = await bench.backend.call('findings.create', { claim: 'A claim' });
    await bench.goto(`/findings/${id}`);
    await bench.page.getByRole('button', { name: 'Remove' }).click();
    await bench.page.getByText('No findings yet').waitFor();
    await bench.page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
    await bench.page.getByRole('gridcell', { name: 'A claim' }).waitFor();
  });

  it.each(['light', 'dark'] as const)('have no accessibility fault, %s', async (theme) => {
    const bench = await openWorkbench({ theme });
    await withPassages(bench);
    const [one, two] = await bench.backend.call('annotations.list', {});
    const { id } = await bench.backend.call('findings.create', { claim: 'A claim', annotationIds: [one?.id ?? ''] });
    await bench.backend.call('findings.addEvidence', { id, annotationIds: [two?.id ?? ''], stance: 'contradicting' });
    await bench.goto(`/findings/${id}`);
    await bench.page.locator('.evidence').first().waitFor();
    expect(await accessibilityFaults(bench.page)).toEqual([]);
    await bench.goto('/findings');
    await bench.page.getByRole('grid').waitFor();
    expect(await accessibilityFaults(bench.page)).toEqual([]);
  });
});
