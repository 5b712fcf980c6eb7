import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { placeOf } from '../support/backend.ts';
import { importNotes } from '../support/notes.ts';
import { accessibilityFaults, closeBrowser, openWorkbench, type Workbench } from '../support/workbench.ts';

afterAll(closeBrowser);

/** Two notes, one passage of each, a finding, and an empty brief that is shown. */
async function withBrief(bench: Workbench) {
  const { backend } = bench;
  const [older, newer] = await importNotes(backend);
  const before = await backend.call('annotations.create', await placeOf(backend, older, 'The inspectorate had 400 inspectors.'));
  const after = await backend.call('annotations.create', await placeOf(backend, newer, 'The inspectorate had 344 inspectors.'));
  const finding = await backend.call('findings.create', { claim: 'There are fewer inspectors.', annotationIds: [before.id, after.id], confidence: 'moderate' });
  const brief = await backend.call('briefs.create', { title: 'Inspectors in short' });
  await bench.goto(`/briefs/${brief.id}`);
  const blocks = async () => (await backend.call('briefs.get', { id: brief.id })).blocks;
  return { brief, finding, before, after, newer, blocks };
}

const preview = (page: Page) => page.frameLocator('iframe.brief-page:not([data-next])');
const addAtEnd = async (page: Page, kind: string) => {
  await page.getByRole('button', { name: 'Add a block', exact: true }).click();
  await page.getByRole('menuitem', { name: kind, exact: true }).click();
};

describe('briefs', () => {
  it('are built from every kind of block, each shown at once as it will be printed', async () => {
    const bench = await openWorkbench();
    const { page } = bench;
    const { blocks } = await withBrief(bench);
    await page.getByRole('button', { name: 'Heading', exact: true }).click();
    await page.getByRole('textbox', { name: 'Heading' }).fill('In short');
    await addAtEnd(page, 'Text');
    await page.getByRole('textbox', { name: 'Text', exact: true }).waitFor();
    await page.keyboard.type('The number fell @344');
    await page.getByRole('option', { name: /344 inspectors/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('.');
    expect(await page.locator('.brief-citation').textContent()).toBe('UZB 2021');
    await addAtEnd(page, 'Quotation');
    await page.getByRole('option', { name: /400 inspectors/ }).click();
    await page.getByRole('button', { name: 'Add passage' }).click();
    await addAtEnd(page, 'Finding');
    await page.getByRole('option', { name: /fewer inspectors/ }).click();
    await page.getByRole('button', { name: 'Add finding' }).click();
    await addAtEnd(page, 'Comparison');
    await page.getByRole('combobox', { name: 'Country' }).fill('Uzb');
    await page.getByRole('option', { name: /Uzbekistan/ }).click();
    await addAtEnd(page, 'Sources');
    await expect.poll(async () => (await blocks()).map((block) => block.kind)).toEqual(['heading', 'text', 'quote', 'finding', 'comparison', 'sources']);
    await expect.poll(async () => (await blocks())[1]?.text).toMatch(/^The number fell \[@annotation:[\w-]+\]\.$/);
    const shown = preview(page);
    await shown.getByText('The number fell').waitFor();
    await shown.locator('.finding .claim').waitFor();
    await shown.locator('table ins').first().waitFor();
    expect(await shown.locator('h1').evaluate((heading) => getComputedStyle(heading).fontSize)).not.toBe('32px');
    expect(await shown.locator('.sources > li').count()).toBe(2);
    expect(bench.faults).toEqual([]);
  });

  it('keep the words as they are typed, with citations that open their passage and typing that can be taken back', async () => {
    const bench = await openWorkbench();
    const { page, backend } = bench;
    const { brief, after, newer, blocks } = await withBrief(bench);
    await backend.call('briefs.addBlock', { briefId: brief.id, kind: 'text', text: `It fell [@annotation:${after.id}].` });
    const text = page.getByRole('textbox', { name: 'Text', exact: true });
    await text.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Much.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Next line');
    await expect.poll(async () => (await blocks())[0]?.text).toBe(`It fell [@annotation:${after.id}]. Much.\nNext line`);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await blocks())[0]?.text).toBe(`It fell [@annotation:${after.id}]. Much.`);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+b');
    await expect.poll(async () => (await blocks())[0]?.text).toBe(`**It fell [@annotation:${after.id}]. Much.**`);
    await page.locator('.brief-citation').click();
    await expect.poll(() => page.url()).toContain(`/read/${newer}?at=`);
    await page.goBack();
    await page.locator('.brief-citation').waitFor();
    await backend.call('annotations.remove', { ids: [after.id] });
    await page.locator('.brief-citation-missing').waitFor();
    expect(bench.faults).toEqual([]);
  });

  it('lose no letter that is typed while the words before it are being kept', async () => {
    const bench = await openWorkbench();
    const { page, backend } = bench;
    const { brief, blocks } = await withBrief(bench);
    await backend.call('briefs.addBlock', { briefId: brief.id, kind: 'text', text: '' });
    await backend.call('briefs.addBlock', { briefId: brief.id, kind: 'heading', level: 1, text: '' });
    for (const [index, field] of [page.getByRole('textbox', { name: 'Text', exact: true }), page.getByRole('textbox', { name: 'Heading' })].entries()) {
      // About as long as the pause after which they are kept.
      await field.pressSequentially('abcdef', { delay: 620 });
      await page.keyboard.press('Tab');
      await expect.poll(async () => (await blocks())[index]?.text).toBe('abcdef');
    }
    expect(bench.faults).toEqual([]);
  });

  it('are reordered by key and by hand, and lose a block only until undo', async () => {
    const bench = await openWorkbench();
    const { page, backend } = bench;
    const { brief, blocks } = await withBrief(bench);
    for (const text of ['One', 'Two', 'Three']) await backend.call('briefs.addBlock', { briefId: brief.id, kind: 'heading', level: 1, text });
    /** As it is shown; that it is kept so is seen at the end. */
    const order = () => page.getByRole('textbox', { name: 'Heading' }).evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value).join(' '));
    const handle = (index: number): Locator => page.locator('.brief-handle').nth(index);
    await handle(2).waitFor();
    await handle(0).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(order).toBe('Two One Three');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Heading, block 2 of 3');
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(order).toBe('Two Three One');
    await handle(2).dragTo(page.locator('.brief-block').nth(0), { targetPosition: { x: 100, y: 4 } });
    await expect.poll(order).toBe('One Two Three');
    await handle(1).focus();
    await page.keyboard.press('Delete');
    await expect.poll(order).toBe('One Three');
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(order).toBe('One Two Three');
    await page.locator('.brief-block').nth(1).hover({ position: { x: 100, y: 6 } });
    await page.getByRole('button', { name: 'Add a block before block 2' }).click();
    await page.getByRole('menuitem', { name: 'Text' }).click();
    await expect.poll(async () => (await blocks()).map((block) => block.text || block.kind)).toEqual(['One', 'text', 'Two', 'Three']);
    expect(bench.faults).toEqual([]);
  });

  it('say what to look at, lead to it, and export to every format', async () => {
    const bench = await openWorkbench();
    const { page, backend } = bench;
    const { brief, after, finding } = await withBrief(bench);
    await backend.call('briefs.addBlock', { briefId: brief.id, kind: 'text', text: 'We judge with high confidence that it is likely.' });
    await backend.call('briefs.addBlock', { briefId: brief.id, kind: 'quote', annotationId: after.id });
    await backend.call('briefs.addBlock', { briefId: brief.id, kind: 'finding', findingId: finding.id });
    await page.getByRole('list', { name: 'To look at before the brief leaves the house' }).getByRole('button', { name: /both confidence and likelihood/ }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Text, block 1 of 3');
    for (const [name, ending] of [['Word', '.docx'], ['Web page', '.html'], ['Markdown', '.md']] as const) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page.getByRole('menuitem', { name }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe(`Inspectors in short${ending}`);
      expect(readFileSync(await file.path()).length).toBeGreaterThan(400);
      await page.getByText(`Exported Inspectors in short${ending}`).first().waitFor();
    }
    expect(bench.faults).toEqual([]);
  });

  it('are made, renamed and removed with Undo in reach; a title is never lost', async () => {
    const bench = await openWorkbench();
    const { page, backend } = bench;
    await bench.goto('/briefs');
    await page.getByRole('button', { name: 'New brief' }).click();
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('First');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('A better title');
    await page.getByRole('textbox', { name: 'Subtitle' }).fill('With a subtitle');
    await page.getByRole('textbox', { name: 'Author, as printed' }).fill('A. Analyst');
    await page.getByRole('textbox', { name: 'Date, as printed' }).fill('2026-03-14');
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await backend.call('briefs.list', {}))[0]).toMatchObject({ title: 'A better title', subtitle: 'With a subtitle', author: 'A. Analyst', date: '2026-03-14' });
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('');
    await page.getByText('A brief needs a title').waitFor();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('No briefs yet').waitFor();
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('navigation', { name: 'Briefs' }).getByRole('link', { name: /A better title/ }).waitFor();
    expect(bench.faults).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('have no accessibility fault, %s', async (theme) => {
    const bench = await openWorkbench({ theme, project: null });
    await bench.backend.call('projects.openSample', {});
    const [brief] = await bench.backend.call('briefs.list', {});
    await bench.goto(`/briefs/${brief?.id ?? ''}`);
    await preview(bench.page).locator('h1').waitFor();
    await bench.page.getByRole('textbox', { name: 'Text', exact: true }).first().click();
    expect(await accessibilityFaults(bench.page)).toEqual([]);
    expect(bench.faults).toEqual([]);
  });
});
