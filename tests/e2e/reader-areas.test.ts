// What else the page view does in a real browser: areas of pages, two documents beside each other, pages unlike others, faults.

import { afterAll, describe, expect, it } from 'vitest';
import { PageSheet, pdfOf } from '../backend/importers/pdf-writing.ts';
import { importTexts } from '../support/backend.ts';
import { dragOnPages, marked, withPages } from '../support/paged-report.ts';
import { annotations, painted, textOf } from '../support/reading.ts';
import { accessibilityFaults, closeBrowser } from '../support/workbench.ts';

afterAll(closeBrowser);

describe('an area of a page', () => {
  it('is drawn, described, tagged, opened by a click, taken back and brought again', async () => {
    const workbench = await withPages();
    const { page, backend, documentId, faults } = workbench;
    const tag = await backend.call('tags.create', { name: 'figures' });
    await page.keyboard.press('r');
    const sheet = await page.locator('.page-sheet').first().boundingBox();
    if (!sheet) throw new Error('no page');
    const scale = sheet.width / 612;
    await page.mouse.move(sheet.x + 80 * scale, sheet.y + 410 * scale);
    await page.mouse.down();
    await page.mouse.move(sheet.x + 300 * scale, sheet.y + 570 * scale, { steps: 3 });
    await page.mouse.up();
    await expect.poll(async () => (await backend.call('annotations.list', { documentId })).length).toBe(1);
    const [made] = await backend.call('annotations.list', { documentId });
    expect(made).toMatchObject({ quote: 'Figure on page iv', page: 1 });
    expect(made?.area?.x).toBeCloseTo(80, -1);
    expect(made?.area?.height).toBeCloseTo(160, -1);
    const card = page.getByRole('region', { name: 'Area' });
    await card.getByRole('img', { name: 'Figure on page iv' }).locator('canvas').waitFor();
    await card.getByRole('textbox', { name: 'Description' }).fill('Map of the farms');
    await expect.poll(async () => (await annotations(workbench))[0]?.quote).toBe('Map of the farms');
    await page.keyboard.press('Escape');
    await page.keyboard.press('1');
    await expect.poll(async () => (await backend.call('annotations.list', { tagId: tag.id })).length).toBe(1);
    await page.keyboard.press('Delete');
    await expect.poll(() => marked(page, 'page-area')).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => marked(page, 'page-area')).toBe(1);
    await page.mouse.click(sheet.x + 150 * scale, sheet.y + 480 * scale);
    await card.waitFor();
    expect(await backend.call('projects.check', {})).not.toContainEqual(expect.objectContaining({ ok: false }));
    expect(faults).toEqual([]);
  });

  it('is marked and moved without a pointer', async () => {
    const workbench = await withPages();
    const { page, backend, documentId } = workbench;
    await page.locator('.pages-scroller').focus();
    await page.keyboard.press('r');
    await page.getByRole('group', { name: 'Mark an area' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await backend.call('annotations.list', { documentId })).length).toBe(1);
    const [made] = await backend.call('annotations.list', { documentId });
    await page.getByRole('button', { name: 'Change the area' }).press('Enter');
    await page.getByRole('group', { name: 'Change the area' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await backend.call('annotations.list', { documentId }))[0]?.area?.x).toBeCloseTo((made?.area?.x ?? 0) + 12, 3);
  });
});

describe('two documents beside each other', () => {
  it('have a view and a selection each, change sides, and take keys where one works', async () => {
    const workbench = await withPages(undefined, { view: 'text' });
    const { page, backend, documentId, faults } = workbench;
    const [otherId = ''] = await importTexts(backend, { 'note.txt': 'A note on the farms.\n\nThe union counted eleven children in the fields.' });
    // Which documents are open is written behind; leaving the page before would forget it.
    await expect.poll(async () => JSON.stringify(await backend.call('settings.get', {}))).toContain(documentId);
    await workbench.goto(`/read/${otherId}`);
    await page.getByRole('button', { name: /^Open .* beside$/ }).first().click();
    const right = page.getByRole('region', { name: 'Right document' });
    await right.locator('[data-start], .page-picture canvas').first().waitFor();
    expect(new URL(page.url()).searchParams.get('beside')).toBe(documentId);
    const left = page.getByRole('region', { name: 'Left document' });
    await left.locator('.reader-scroller').click();
    await page.keyboard.press('s');
    await page.keyboard.press('h');
    await expect.poll(async () => (await backend.call('annotations.list', {})).map((each) => each.documentId)).toEqual([otherId]);
    await right.locator('.reader-scroller:visible, .pages-scroller').first().click();
    await page.keyboard.press('s');
    await page.keyboard.press('h');
    await expect.poll(async () => (await backend.call('annotations.list', { documentId })).length).toBe(1);
    await right.getByRole('button', { name: 'Change sides' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('beside')).toBe(otherId);
    // Away from the button, so that its tooltip goes.
    await page.mouse.move(400, 500);
    await page.locator('.tooltip').waitFor({ state: 'detached' });
    expect(await accessibilityFaults(page)).toEqual([]);
    await right.getByRole('button', { name: 'Close this side' }).click();
    await expect.poll(() => page.getByRole('region', { name: 'Right document' }).count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe('pages that are unlike others', () => {
  it('turned by the file, of many sizes, without words or without anything, are shown and take areas', async () => {
    const turned = new PageSheet().text(72, 90, 'A page that the file turns.', 14);
    turned.rotate = 90;
    const workbench = await withPages(pdfOf([new PageSheet(300, 400).text(40, 60, 'A small page.', 14), turned, new PageSheet(3000, 2000).text(100, 200, 'A poster.', 90), new PageSheet().box(100, 100, 400, 400)]));
    const { page, backend, documentId, faults } = workbench;
    await dragOnPages(workbench, documentId, 'small page.');
    await page.keyboard.press('h');
    await expect.poll(async () => (await annotations(workbench)).map((each) => each.quote)).toEqual(['small page.']);
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Page' }).fill('2');
    await page.keyboard.press('Enter');
    await page.locator('.page-sheet[data-page="2"] canvas').waitFor();
    await dragOnPages(workbench, documentId, 'file turns.');
    await page.keyboard.press('h');
    await expect.poll(async () => (await annotations(workbench)).map((each) => each.quote)).toEqual(['small page.', expect.stringMatching(/^file tur/)]);
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Page' }).fill('4');
    await page.keyboard.press('Enter');
    await page.locator('.page-sheet[data-page="4"] canvas').waitFor();
    await page.locator('.pages-scroller').focus();
    await page.keyboard.press('r');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await backend.call('annotations.list', { documentId })).at(-1)?.quote).toBe('Figure on page 4');
    expect(faults).toEqual([]);
  });

  it('of a scan without any text stand alone; a document without pages says why it has none', async () => {
    const scan = await withPages(pdfOf([new PageSheet().box(100, 100, 400, 400)]), { view: 'text' }).catch((error: unknown) => error);
    if (scan instanceof Error) throw scan;
    const { page, backend, faults, goto, documentId } = scan as Awaited<ReturnType<typeof withPages>>;
    await page.locator('.page-picture canvas').first().waitFor();
    expect(await page.getByText('Pages only: there is no text in this document').count()).toBe(1);
    await backend.call('areas.create', { documentId, area: { page: 1, x: 100, y: 100, width: 300, height: 300 } });
    await expect.poll(() => marked(page, 'page-area')).toBe(1);
    const [noteId = ''] = await importTexts(backend, { 'note.txt': 'A note on the farms.' });
    await goto(`/read/${noteId}?view=pages`);
    await textOf(page);
    expect(await page.getByText('Text only: Plain text has no pages to show').count()).toBe(1);
    expect(faults).toEqual([]);
  });

  it('cannot be drawn at all: it is said, the words can still be marked, and the reading text stays', async () => {
    const workbench = await withPages(undefined, { view: 'text' });
    const { page, documentId } = workbench;
    await page.route('**/pdf.worker*', (route) => route.abort());
    await workbench.goto(`/read/${documentId}?view=pages`);
    await page.getByText('The pages of this file are damaged and cannot be drawn. The reading text holds what could be read.').waitFor();
    await dragOnPages(workbench, documentId, 'found nine children');
    await page.keyboard.press('h');
    await expect.poll(async () => (await annotations(workbench)).map((each) => each.quote)).toEqual(['found nine children']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('v');
    await textOf(page);
    await expect.poll(() => painted(page)).toEqual(['found nine children']);
  });

  it('are 1,500 and open at once, far pages too, with few of them in memory', async () => {
    const sheets = Array.from({ length: 1500 }, (_, index) => new PageSheet().lines(72, 90, Array.from({ length: 20 }, (_line, row) => `Line ${String(row)} of page ${String(index + 1)} tells of farms and schools.`), 11));
    const workbench = await withPages(pdfOf(sheets));
    const { page, faults } = workbench;
    await page.getByRole('textbox', { name: 'Page' }).fill('1400');
    await page.keyboard.press('Enter');
    await page.locator('.page-sheet[data-page="1400"] canvas').waitFor();
    await page.locator('.pages-scroller').focus();
    for (let step = 0; step < 12; step += 1) await page.keyboard.press('PageDown');
    await expect.poll(() => marked(page, 'page-sheet')).toBeLessThan(6);
    expect(await page.locator('.pages-scroller canvas').count()).toBeLessThan(6);
    expect(faults).toEqual([]);
  });
});
