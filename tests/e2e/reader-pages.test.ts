// The page view in a real browser: what is selected on the pages is what the text view shows, and back; places, find, areas, faults.

import { afterAll, describe, expect, it } from 'vitest';
import { PageSheet, pdfOf } from '../backend/importers/pdf-writing.ts';
import { importTexts, placeOf } from '../support/backend.ts';
import { dragOnPages, marked, withPages, wordAt } from '../support/paged-report.ts';
import { annotations, drag, painted, textOf } from '../support/reading.ts';
import { accessibilityFaults, closeBrowser } from '../support/workbench.ts';

afterAll(closeBrowser);

describe('a passage selected on the pages', () => {
  it('is the one the text view shows, and one highlighted in the text stands on the pages', async () => {
    const workbench = await withPages();
    const { page, backend, documentId, faults } = workbench;
    await backend.call('tags.create', { name: 'visits' });
    await dragOnPages(workbench, documentId, 'found nine children', 'back to school');
    await page.keyboard.press('1');
    await expect.poll(async () => (await annotations(workbench)).map((each) => [each.quote, each.tags])).toEqual([['found nine children at work and sent all of them back to school', 1]]);
    // One box a line: the passage stands on two lines of its column.
    await expect.poll(() => marked(page, 'page-highlight')).toBe(2);
    await page.keyboard.press('Escape');
    await page.keyboard.press('v');
    await textOf(page);
    await expect.poll(() => painted(page)).toEqual(['found nine children at work and sent all of them back to school']);
    await drag(page, 'Two unions asked', 'the court');
    await page.keyboard.press('1');
    await page.keyboard.press('Escape');
    await page.keyboard.press('v');
    await expect.poll(() => marked(page, 'page-highlight')).toBeGreaterThanOrEqual(3);
    expect(faults).toEqual([]);
  });

  it('runs through columns, heads and pages without what is not text, and is copied as the text is', async () => {
    const workbench = await withPages();
    const { page, context, backend, documentId } = workbench;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await dragOnPages(workbench, documentId, 'spring.', 'Unannounced');
    await page.keyboard.press('Control+c');
    expect((await page.evaluate(() => navigator.clipboard.readText())).replaceAll(/\s+/g, ' ')).toBe('spring. Unannounced');
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.getByRole('textbox', { name: /Page, or numbered/ }).fill('v');
    await page.keyboard.press('Enter');
    await page.locator('.page-sheet[data-page="2"]').waitFor();
    await expect.poll(() => page.locator('.reader-bar-page').textContent()).toContain('printed v');
    // From a table cell over the page break: no running head, no page number.
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+-');
    await page.keyboard.press('Control+-');
    await page.locator('.page-sheet[data-page="3"]').waitFor();
    await dragOnPages(workbench, documentId, '610', 'still in force.');
    await page.keyboard.press('h');
    await expect.poll(async () => (await backend.call('annotations.list', { documentId })).length).toBe(1);
    const [made] = await backend.call('annotations.list', { documentId });
    const quote = made?.quote.replaceAll(/\s+/g, ' ') ?? '';
    expect(quote).toMatch(/^610 214 The number of visits fell/);
    expect(quote).toContain('which began in the middle of the year and is still in force.');
    expect(quote).not.toContain('yearly report');
    expect(quote).not.toMatch(/\bvi?\b/);
  });

  it('by key, by word and by paragraph, is extended and shrunk, and answers to a double and a triple click', async () => {
    const workbench = await withPages();
    const { page, documentId } = workbench;
    const quotes = async () => (await annotations(workbench)).map((each) => each.quote.replaceAll(/\s+/g, ' '));
    await page.locator('.pages-scroller').focus();
    const { left } = await wordAt(workbench, documentId, 'ministry');
    await page.mouse.dblclick(left.x + 4, left.y);
    await page.keyboard.press('Shift+Control+ArrowRight');
    await page.keyboard.press('h');
    await expect.poll(quotes).toEqual(['ministry said']);
    await page.keyboard.press('Escape');
    const court = (await wordAt(workbench, documentId, 'reason')).left;
    await page.mouse.click(court.x + 3, court.y, { clickCount: 3 });
    await page.keyboard.press('h');
    await expect.poll(async () => (await quotes()).at(-1)).toMatch(/^Unannounced inspections were suspended .* had allowed such visits\.$/);
    await page.keyboard.press('Escape');
    await page.mouse.click(5 + court.x, court.y + 260);
    await page.keyboard.press('s');
    await expect.poll(() => page.getByRole('status').filter({ hasText: 'Selected:' }).count()).toBe(1);
    await page.keyboard.press('h');
    await expect.poll(async () => (await quotes()).length).toBe(3);
  });
});

describe('the two views', () => {
  it('side by side follow each other and show one selection; the choice and the place are kept', async () => {
    const workbench = await withPages(undefined, { view: 'both' });
    const { page, faults, documentId, backend } = workbench;
    await textOf(page);
    await drag(page, 'Inspectors visited', 'in the north');
    await expect.poll(() => marked(page, 'page-selected')).toBeGreaterThan(0);
    await page.keyboard.press('h');
    await expect.poll(async () => (await backend.call('annotations.list', { documentId })).length).toBe(1);
    await expect.poll(() => marked(page, 'page-highlight')).toBeGreaterThan(0);
    await page.getByRole('radio', { name: 'Pages' }).click();
    await expect.poll(() => page.locator('.reader-scroller').isVisible()).toBe(false);
    await workbench.goto(`/read/${documentId}`);
    await page.locator('.page-picture canvas').first().waitFor();
    expect(await page.getByRole('radio', { name: 'Pages' }).isChecked()).toBe(true);
    expect(faults).toEqual([]);
  });

  it('are gone through by outline, thumbnails and page number, and back again', async () => {
    const { page, faults } = await withPages(undefined, { height: 700 });
    const number = () => page.getByRole('textbox', { name: 'Page' }).inputValue();
    await page.getByRole('navigation', { name: 'Outline' }).getByRole('button', { name: /Actions/ }).click();
    await expect.poll(number).toBe('3');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(number).toBe('1');
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(number).toBe('3');
    await page.getByRole('tab', { name: 'Pages' }).click();
    await page.getByRole('button', { name: 'Page 2, printed v' }).click();
    await expect.poll(number).toBe('2');
    await page.getByRole('textbox', { name: 'Page' }).fill('1');
    await page.keyboard.press('Enter');
    await expect.poll(number).toBe('1');
    await page.getByRole('textbox', { name: 'Page' }).fill('99');
    await page.keyboard.press('Enter');
    await expect.poll(number).toBe('1');
    expect(faults).toEqual([]);
  });

  it('show what is found and what the address names, at any size and turned', async () => {
    const workbench = await withPages();
    const { page, backend, documentId, faults } = workbench;
    const place = await placeOf(backend, documentId, 'the suspension');
    await workbench.goto(`/read/${documentId}?at=${String(place.start)}-${String(place.end)}&view=pages`);
    await expect.poll(() => marked(page, 'page-flash')).toBe(1);
    await page.locator('.pages-scroller').focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('visits');
    await expect.poll(() => marked(page, 'page-hit-current')).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.reader-find-count').textContent()).toMatch(/of 4/);
    await page.keyboard.press('Escape');
    const width = async () => (await page.locator('.page-sheet').first().boundingBox())?.width ?? 0;
    const before = await width();
    await page.keyboard.press('Control+=');
    await expect.poll(width).toBeGreaterThan(before);
    await page.keyboard.press('Control+0');
    await expect.poll(width).toBe(before);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+R');
    await expect.poll(async () => ((await page.locator('.page-sheet').first().boundingBox())?.height ?? 0) < (await width())).toBe(true);
    expect(faults).toEqual([]);
  });
});

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

describe('the page view', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`with highlights, an area and the toolbar is accessible in the ${theme} theme`, async () => {
      const workbench = await withPages(undefined, { theme });
      const { page, backend, documentId } = workbench;
      const tag = await backend.call('tags.create', { name: 'visits' });
      await backend.call('annotations.create', { ...(await placeOf(backend, documentId, 'Inspectors visited 214 farms')), tagIds: [tag.id], note: 'Which farms?' });
      await backend.call('areas.create', { documentId, area: { page: 1, x: 90, y: 420, width: 200, height: 140 } });
      await expect.poll(() => marked(page, 'page-area')).toBe(1);
      await dragOnPages(workbench, documentId, 'Two unions asked', 'court');
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('tab', { name: 'Pages' }).click();
      await page.getByRole('radio', { name: 'Both' }).click();
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  }
});

describe('two documents beside each other', () => {
  it('have a view and a selection each, change sides, and take keys where one works', async () => {
    const workbench = await withPages(undefined, { view: 'text' });
    const { page, backend, documentId, faults } = workbench;
    const [otherId = ''] = await importTexts(backend, { 'note.txt': 'A note on the farms.\n\nThe union counted eleven children in the fields.' });
    await workbench.goto(`/read/${documentId}?view=pages`);
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
    await dragOnPages(workbench, documentId, 'small page');
    await page.keyboard.press('h');
    await expect.poll(async () => (await annotations(workbench)).map((each) => each.quote)).toEqual(['small page']);
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Page' }).fill('2');
    await page.keyboard.press('Enter');
    await page.locator('.page-sheet[data-page="2"] canvas').waitFor();
    await dragOnPages(workbench, documentId, 'file turns');
    await page.keyboard.press('h');
    await expect.poll(async () => (await annotations(workbench)).map((each) => each.quote)).toEqual(['small page', 'file turns']);
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
