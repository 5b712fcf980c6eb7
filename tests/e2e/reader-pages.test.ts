// The page view in a real browser: what is selected on the pages is what the text view shows, and back; places, find, sizes.

import { afterAll, describe, expect, it } from 'vitest';
import { placeOf } from '../support/backend.ts';
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
    // Its end is drawn to another word, and one step takes that back.
    const handle = await page.locator('.extent-handle-end').boundingBox();
    const { right } = await wordAt(workbench, documentId, 'nine children');
    await page.mouse.move((handle?.x ?? 0) + (handle?.width ?? 0) / 2, (handle?.y ?? 0) + (handle?.height ?? 0) / 2);
    await page.mouse.down();
    await page.mouse.move(right.x, right.y, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => (await annotations(workbench)).map(({ quote }) => quote)).toEqual(['found nine children']);
    expect(await backend.call('history.undo', {})).toEqual({ label: 'Change the passage of a highlight' });
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
