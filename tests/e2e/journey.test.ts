// A stranger's whole first hour, in a real browser on the real application and real documents: from the first start to an exported
// brief that leads back to its pages, and the day after. Every step is done by hand; the application is asked only what it has kept.

import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../shared/backend/exporters/pdf.ts';
import { sharedPath, sharedPresent } from '../support/shared.ts';
import { closeBrowser, openWorkbench, type Workbench } from '../support/workbench.ts';

afterAll(closeBrowser);

const seeds = [sharedPath('seeds', '000_db158117b0dbbf34.txt'), sharedPath('seeds', '004_7304c501b0428890.txt')];
const reports = [sharedPath('corpus', 'ilab', 'KAZ-2020.pdf'), sharedPath('corpus', 'ilab', 'KAZ-2021.pdf')];

const claim = 'Unannounced inspections in Kazakhstan were weakened by law.';
const title = 'Kazakhstan: inspections without notice';

/** Milliseconds for what takes the application real work: reading reports, comparing them, printing. */
const patience = 60_000;

const view = (page: Page, name: string) => page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name }).click();

async function importFiles(page: Page): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await (await chooser).setFiles([...seeds, ...reports]);
  await page.locator('.toast', { hasText: '4 files: 4 read' }).waitFor({ timeout: patience });
}

/** Finds words in the open document and selects the paragraph they stand in. */
async function selectParagraph(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: /find/i }).or(page.getByRole('searchbox', { name: /find/i })).first().fill(words);
  await page.getByText(/^1 of \d+/).first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await page.getByRole('toolbar', { name: 'Selected passage' }).waitFor();
}

/** From the opened card of a highlight. */
async function useAsEvidence(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Highlight' }).getByRole('button', { name: 'Use as evidence' }).click();
  const field = page.getByRole('combobox', { name: 'Finding' });
  await field.fill(claim);
  const known = page.getByRole('option', { name: claim });
  if (await known.isVisible().catch(() => false)) {
    await known.click();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
  } else await field.press('Enter');
  await page.locator('.toast', { hasText: 'Added to the finding.' }).last().waitFor();
  await field.waitFor({ state: 'detached' });
}

async function addBlock(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a block', exact: true }).click();
  await page.getByRole('menuitem', { name: kind, exact: true }).click();
}

async function exportAs(page: Page, name: RegExp): Promise<Download> {
  const file = page.waitForEvent('download', { timeout: patience });
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
  const download = await file;
  // Where something could not be carried, a dialog says so; where not, a toast.
  await page.getByText(`Exported ${download.suggestedFilename()}`).first().waitFor();
  const dialog = page.getByRole('dialog');
  if (await dialog.isVisible()) await dialog.getByRole('button', { name: 'Close' }).last().click();
  return download;
}

async function textOf(bench: Workbench, download: Download): Promise<string> {
  const { parsed } = await bench.backend.call('imports.inspect', { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) });
  return parsed.text.replace(/\s+/g, ' ');
}

describe('a first hour', () => {
  it.skipIf(!sharedPresent)('leads from two documents and two reports to a brief that leads back to its pages (needs ../shared)', { timeout: 300_000 }, async () => {
    const bench = await openWorkbench({ project: null });
    const { page, backend } = bench;
    page.setDefaultTimeout(20_000);

    // The first start, and the import.
    await page.getByRole('textbox', { name: 'Name of the new project' }).fill('Kazakhstan');
    await page.getByRole('button', { name: 'Create' }).click();
    await importFiles(page);
    await page.getByRole('link', { name: /^Imports/ }).click();
    await expect.poll(() => page.getByRole('row').filter({ hasText: /\.(txt|pdf)/ }).count()).toBe(4);
    expect((await backend.call('imports.list', {})).map((item) => item.status).filter((status) => status === 'failed')).toEqual([]);

    // The library knows country, years and kinds.
    await page.getByRole('link', { name: /^Documents/ }).click();
    await page.getByRole('grid').waitFor();
    await page.getByRole('group', { name: 'Year' }).getByRole('checkbox', { name: /2021/ }).click({ force: true });
    await expect.poll(() => page.locator('[role=row][data-row]').count()).toBe(2);
    await page.getByRole('group', { name: 'Kind' }).getByRole('checkbox', { name: /Report page/ }).click({ force: true });
    await expect.poll(() => page.locator('[role=row][data-row]').count()).toBe(1);

    // The page of 2021: a passage, a new tag, a note, a finding.
    await page.locator('[role=row][data-row]').dblclick();
    await page.waitForURL('**/read/*');
    await page.locator('[data-start]').first().waitFor();
    await selectParagraph(page, 'unannounced');
    await page.keyboard.press('a');
    await page.getByRole('combobox', { name: 'Tag' }).fill('Unannounced inspections');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await backend.call('tags.list', {})).map((tag) => [tag.name, tag.annotations])).toEqual([['Unannounced inspections', 1]]);
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Note' }).fill('Which article of the law?');
    await expect.poll(async () => (await backend.call('annotations.list', {}))[0]?.note).toBe('Which article of the law?');
    await useAsEvidence(page);

    // The cable: its second paragraph is evidence of the same finding.
    await view(page, 'Library');
    await page.getByRole('row', { name: /Cable/ }).dblclick();
    const paragraph = page.locator('.reader-unit', { has: page.locator('.figures', { hasText: /^2\.$/ }) });
    await paragraph.scrollIntoViewIfNeeded();
    await paragraph.locator('[data-start]').first().click({ clickCount: 3 });
    await page.getByRole('toolbar', { name: 'Selected passage' }).waitFor();
    await page.keyboard.press('h');
    await expect.poll(async () => (await backend.call('annotations.list', {})).length).toBe(2);
    await useAsEvidence(page);
    await expect.poll(async () => (await backend.call('findings.list', {})).map((finding) => [finding.claim, finding.supporting])).toEqual([[claim, 2]]);

    // Search leads to the passage.
    await view(page, 'Search');
    await page.getByRole('searchbox', { name: 'Search every passage' }).fill('unannounced inspections');
    await page.locator('.search-hit').first().click();
    await page.waitForURL(/\/read\/.+\?at=\d+-\d+$/);
    await page.locator('[data-start]').first().waitFor();

    // Compare: the cable beside the page, then the two reports, change by change.
    await view(page, 'Compare');
    const editions = page.getByRole('group', { name: 'Editions to compare' });
    const edition = (name: RegExp) => editions.getByRole('button', { name });
    await edition(/^2007.*Cable/).click();
    await edition(/^2021.*Report page/).click();
    await edition(/^2020.*Yearly report/).click();
    await edition(/^2021.*Yearly report/).click();
    await expect.poll(() => editions.getByRole('button', { pressed: true }).count()).toBe(2);
    await page.getByRole('grid', { name: 'Aligned text' }).waitFor({ timeout: patience });
    await page.getByText('by topic').first().waitFor();
    await edition(/^2020.*Yearly report/).click();
    await edition(/^2021.*Yearly report/).click();
    await edition(/^2007.*Cable/).click();
    await edition(/^2021.*Report page/).click();
    await expect.poll(() => page.locator('.compare-position').textContent(), { timeout: patience }).toMatch(/^\d+ changes$/);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect.poll(() => page.locator('.compare-position').textContent()).toMatch(/^2 of \d+$/);

    // The comparison begins a brief; finding, quotation and text with a citation go with it.
    await page.keyboard.press('b');
    await page.getByRole('dialog').getByRole('button', { name: /passage as a quotation/ }).click();
    await page.getByRole('option', { name: /^All .* changes as a table$/ }).click();
    await page.getByRole('combobox', { name: 'Brief' }).fill(title);
    await page.keyboard.press('Enter');
    await page.locator('.toast', { hasText: 'Added to the brief.' }).getByRole('button', { name: 'Show' }).click();
    await page.getByRole('textbox', { name: 'Title', exact: true }).waitFor();
    await addBlock(page, 'Finding');
    await page.getByRole('option', { name: claim }).click();
    await page.getByRole('button', { name: 'Add finding' }).click();
    await addBlock(page, 'Quotation');
    await page.getByRole('option').filter({ hasText: 'Unannounced inspections' }).click();
    await page.getByRole('button', { name: 'Add passage' }).click();
    await addBlock(page, 'Text');
    await page.getByRole('textbox', { name: 'Text', exact: true }).waitFor();
    await page.keyboard.type('An embassy wrote of it years before @2007');
    await page.getByRole('listbox', { name: 'Passages to cite' }).getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('.');

    // The preview is the brief: its table, its words, its numbered sources.
    const preview = page.frameLocator('iframe.brief-page:not([data-next])');
    await preview.getByText('An embassy wrote of it years before').waitFor({ timeout: patience });
    await preview.locator('.finding .claim').waitFor();
    await preview.locator('table ins').first().waitFor();
    expect(await preview.locator('.sources > li').count()).toBe(4);

    // Every format holds the words and the citation of the cable's paragraph.
    const docx = await textOf(bench, await exportAs(page, /^Word/));
    const html = await textOf(bench, await exportAs(page, /^Web page/));
    const markdown = await textOf(bench, await exportAs(page, /^Markdown/));
    const texts = { docx, html, markdown, ...(findChromium() === null ? {} : { pdf: await textOf(bench, await exportAs(page, /^PDF/)) }) };
    for (const [format, text] of Object.entries(texts)) {
      expect(text, format).toContain(claim);
      expect(text, format).toContain('An embassy wrote of it years before');
      expect(text, format).toMatch(/para\. 2/);
      expect(text, format).toContain('07ASTANA3256');
    }

    // Undo takes back the last steps, one at a time, and redo brings them again.
    const kinds = async () => (await backend.call('briefs.get', { id: page.url().split('/').at(-1) ?? '' })).blocks.map((block) => block.kind);
    expect(await kinds()).toEqual(['comparison', 'finding', 'quote', 'text']);
    const undo = page.getByRole('button', { name: /^Undo: / });
    await undo.click();
    while ((await kinds()).includes('text')) await undo.click();
    await page.getByRole('button', { name: /^Undo: Add a quotation/ }).click();
    await expect.poll(kinds).toEqual(['comparison', 'finding']);
    await page.getByRole('button', { name: /^Redo/ }).click();
    await expect.poll(kinds).toEqual(['comparison', 'finding', 'quote']);

    // The day after: everything is where it was.
    await page.reload();
    await page.locator('.brief-block').nth(2).waitFor();
    expect(await page.locator('.brief-block').count()).toBe(3);
    await view(page, 'Findings');
    await page.getByRole('gridcell', { name: claim }).waitFor();
    await view(page, 'Library');
    await expect.poll(() => page.locator('[role=row][data-row]').count()).toBe(4);
    expect(bench.faults).toEqual([]);
  });
});
