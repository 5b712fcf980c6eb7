// Passages on their way out of the reader in a real browser: copied and pasted, dragged and dropped, into findings and briefs; and a file
// dropped on the open document.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { placeOf } from '../support/backend.ts';
import { temporaryFolder } from '../support/folder.ts';
import { drag, painted, withReport } from '../support/reading.ts';
import { closeBrowser, dropOnWindow } from '../support/workbench.ts';

afterAll(closeBrowser);

describe('a passage', () => {
  it('that is copied becomes a cited quotation in a brief, a citation in its text, and evidence of a finding', async () => {
    const { page, backend, documentId, context, goto, faults } = await withReport();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const brief = await backend.call('briefs.create', { title: 'Farms' });
    const finding = await backend.call('findings.create', { claim: 'Children work on farms' });
    await drag(page, 'Inspectors visited', 'in the north');
    await page.keyboard.press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Inspectors visited 214 farms in the north');
    // Other programs get the citation with it.
    expect(await page.evaluate(async () => (await (await navigator.clipboard.read())[0]?.getType('text/html'))?.text())).toContain('“Inspectors visited 214 farms in the north” (Country note, note.html, “Enforcement”)');

    await page.getByRole('link', { name: 'Briefs' }).click();
    await page.getByRole('link', { name: 'Farms' }).click();
    await page.locator('.brief-editor').getByRole('button', { name: 'Text' }).first().waitFor();
    await page.locator('.brief-editor').click({ position: { x: 4, y: 4 } });
    await page.keyboard.press('Control+v');
    await page.locator('.brief-passage').waitFor();
    const [made] = await backend.call('annotations.list', { documentId });
    expect(made).toMatchObject({ quote: 'Inspectors visited 214 farms in the north', tagIds: [] });
    expect((await backend.call('briefs.get', { id: brief.id })).blocks).toMatchObject([{ kind: 'quote', annotationId: made?.id }]);
    await page.getByRole('textbox', { name: 'Remark under the quotation' }).click();
    await page.keyboard.press('Control+v');
    await page.locator('.brief-citation').waitFor();
    await expect.poll(async () => (await backend.call('briefs.get', { id: brief.id })).blocks[0]?.text).toContain('“Inspectors visited 214 farms in the north” [');

    await goto(`/findings/${finding.id}`);
    await page.locator('.finding-evidence').click({ position: { x: 4, y: 4 } });
    await page.keyboard.press('Control+v');
    await page.locator('.toast', { hasText: 'Added as supporting evidence.' }).waitFor();
    expect((await backend.call('findings.get', { id: finding.id })).evidence.map(({ annotationId }) => annotationId)).toEqual([made?.id]);
    expect(await backend.call('annotations.list', { documentId })).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it('that is dragged to the findings asks for one; a highlight is dragged by its card; what is from another project is refused', async () => {
    const { page, backend, documentId, goto, faults } = await withReport();
    await backend.call('findings.create', { claim: 'Children work on farms' });
    const known = await backend.call('annotations.create', await placeOf(backend, documentId, 'suspended in June'));
    await drag(page, 'They found nine children at work');
    const words = await page.evaluate(() => {
      const { left, top, height } = document.getSelection()?.getRangeAt(0).getClientRects()[0] ?? new DOMRect();
      return { x: left + 30, y: top + height / 2 };
    });
    const findings = await page.getByRole('link', { name: 'Findings' }).boundingBox();
    await page.mouse.move(words.x, words.y);
    await page.mouse.down();
    await page.mouse.move(words.x - 20, words.y + 10, { steps: 3 });
    await page.mouse.move((findings?.x ?? 0) + 20, (findings?.y ?? 0) + 10, { steps: 8 });
    await page.mouse.up();
    await page.getByRole('combobox', { name: 'Finding' }).fill('Nine children were found');
    await page.keyboard.press('Enter');
    await page.locator('.toast', { hasText: 'Added to the finding.' }).waitFor();
    expect((await backend.call('annotations.list', { documentId })).map(({ quote }) => quote).toSorted()).toEqual(['They found nine children at work', 'suspended in June']);

    await page.keyboard.press('Escape');
    await page.locator('.annotation-card', { hasText: 'suspended in June' }).dragTo(page.getByRole('link', { name: 'Briefs' }));
    await page.getByRole('combobox', { name: 'Brief' }).fill('June');
    await page.keyboard.press('Enter');
    await page.locator('.toast', { hasText: 'Added to the brief.' }).waitFor();
    const [brief] = await backend.call('briefs.list', {});
    expect((await backend.call('briefs.get', { id: brief?.id ?? '' })).blocks).toMatchObject([{ kind: 'quote', annotationId: known.id }]);

    await goto(`/findings/${(await backend.call('findings.list', {}))[0]?.id ?? ''}`);
    await page.locator('.finding-evidence').waitFor();
    await page.evaluate((id) => {
      const data = new DataTransfer();
      data.setData('application/x-annals-passage', JSON.stringify({ projectId: 'another', documentId: id, start: 0, end: 4, annotationId: null, words: '“x”' }));
      document.querySelector('.finding')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, documentId);
    await page.locator('.toast', { hasText: 'This passage is from another project.' }).waitFor();
    expect(faults).toEqual([]);
  });
});

describe('a file dropped on the open document', () => {
  it('is offered as its newer version, and its highlights go along', async () => {
    const workbench = await withReport();
    const { page, backend, documentId } = workbench;
    await backend.call('annotations.create', await placeOf(backend, documentId, 'They found nine children at work'));
    const file = join(temporaryFolder(), 'newer.html');
    writeFileSync(file, '<html lang="en"><title>Country note</title><h1>Country note</h1><p>A new first paragraph.</p><p>They found nine children at work. Unannounced inspections were suspended in June.</p></html>');
    await dropOnWindow(workbench, [file]);
    const choice = page.getByRole('dialog', { name: 'A file for this document?' });
    await choice.getByText('newer.html').waitFor();
    await choice.getByRole('button', { name: 'Replace by this file…' }).click();
    await page.getByRole('dialog', { name: 'Replace by a newer file' }).getByRole('button', { name: 'Replace', exact: true }).click();
    await page.locator('.toast', { hasText: 'Replaced' }).waitFor();
    await expect.poll(() => painted(page, 'yellow')).toEqual(['They found nine children at work']);
    expect(await backend.call('documents.list', {})).toHaveLength(1);
  });
});
