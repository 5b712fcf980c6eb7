// Coding at the speed of reading in a real browser: by keys alone, in every script; ends moved by hand and by key; overlapping, filtered
// and found passages.

import type { Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { importTexts, placeOf } from '../support/backend.ts';
import { annotations, drag, painted, textOf, withReport } from '../support/reading.ts';
import { accessibilityFaults, closeBrowser, openWorkbench } from '../support/workbench.ts';

afterAll(closeBrowser);

const selected = (page: Page) => page.evaluate(() => document.getSelection()?.toString());
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

describe('by keys alone', () => {
  it('fifty sentences are coded one after the other without waiting, each exactly itself', async () => {
    const { page, backend, faults, goto } = await openWorkbench();
    const sentences = Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? `Paragraph ${String(index)} says one thing about Dr. Farmer’s 1.5 hectares.` : `Then it asks: who went to school in 20${String(10 + index)}?`));
    const text = Array.from({ length: 25 }, (_, index) => sentences.slice(index * 2, index * 2 + 2).join(' ')).join('\n\n');
    const [documentId = ''] = await importTexts(backend, { 'long.txt': text });
    const tag = await backend.call('tags.create', { name: 'farms' });
    await backend.call('tags.create', { name: 'schools' });
    await goto(`/read/${documentId}`);
    await textOf(page);
    for (let index = 0; index < 50; index += 1) await press(page, 's', index % 2 === 0 ? '1' : '2');
    await expect.poll(async () => (await backend.call('projects.summary', {})).annotations).toBe(50);
    const made = await backend.call('annotations.list', { documentId });
    expect(made.map(({ quote }) => quote)).toEqual(sentences);
    expect(made.map(({ tagIds }) => tagIds.includes(tag.id))).toEqual(sentences.map((_, index) => index % 2 === 0));
    expect(faults).toEqual([]);
  });

  it('a passage grows and shrinks by letter, word, sentence and paragraph at either end, from a hit too, and is coded', async () => {
    const { page, backend, faults, ...rest } = await withReport();
    await press(page, 'Control+f');
    await page.keyboard.type('214 farms');
    await page.getByRole('status').filter({ hasText: '1 of 1' }).waitFor();
    await press(page, 'Escape');
    await expect.poll(() => selected(page)).toBe('214 farms');
    await press(page, 'Control+Shift+ArrowRight', 'Shift+ArrowRight');
    expect(await selected(page)).toBe('214 farms in t');
    await press(page, 'Shift+ArrowLeft', 'Control+Shift+ArrowLeft');
    expect(await selected(page)).toBe('214 farms');
    await press(page, 'o', 'Control+Shift+ArrowLeft');
    expect(await selected(page)).toBe('visited 214 farms');
    await press(page, 'Alt+Shift+ArrowLeft', 'o', 'Shift+ArrowDown');
    expect(await selected(page)).toBe('Inspectors visited 214 farms in the north.');
    await press(page, 'Shift+S');
    expect(await selected(page)).toBe('Inspectors visited 214 farms in the north. They found nine children at work.');
    await press(page, 'Control+Shift+ArrowDown', 'Shift+ArrowUp');
    expect(await selected(page)).toBe('Inspectors visited 214 farms in the north. They found nine children at work.');
    await press(page, 'w', 'w', '>');
    expect(await selected(page)).toBe('214');
    await press(page, '<', 'Escape', 'Shift+ArrowRight');
    // From nothing, the keys begin where one reads.
    expect((await selected(page))?.length).toBe(1);
    await press(page, 's', 'h');
    await expect.poll(async () => (await annotations({ page, backend, faults, ...rest })).length).toBe(1);
    expect(faults).toEqual([]);
  });

  it('letters of every script stay whole, and arrows go where the text goes', async () => {
    const { page, backend, goto, faults } = await openWorkbench();
    const [documentId = ''] = await importTexts(backend, { 'scripts.txt': 'عَمَل الأطفال ممنوع.\n\n児童労働を禁止する。\n\nThe 👩‍🌾🇰🇿 and the e\u0301nd.' });
    await goto(`/read/${documentId}`);
    await textOf(page);
    await press(page, 'Shift+ArrowRight');
    expect(await selected(page)).toBe('عَ');
    // Left is onward here.
    await press(page, 'Shift+ArrowLeft');
    expect(await selected(page)).toBe('عَمَ');
    await press(page, 'Shift+ArrowRight', 'Control+Shift+ArrowLeft', 'h');
    await press(page, 'p', 'p', 'w', 'Shift+ArrowRight', 'h');
    await press(page, 'p', 'w', 'w', 'Escape');
    await press(page, 'Control+f');
    await page.keyboard.type('👩‍🌾');
    await page.getByRole('status').filter({ hasText: '1 of 1' }).waitFor();
    await press(page, 'Escape', 'Shift+ArrowRight', 'h');
    await expect.poll(async () => (await backend.call('annotations.list', { documentId })).length).toBe(3);
    const quotes = (await backend.call('annotations.list', { documentId })).map(({ quote }) => quote);
    expect(quotes[0]).toBe('عَمَل');
    expect('児童労働を禁止する'.startsWith(quotes[1] ?? '-')).toBe(true);
    expect(quotes[2]).toBe('👩‍🌾🇰🇿');
    expect(await page.locator('.reader-paragraph').first().evaluate((element) => getComputedStyle(element).unicodeBidi)).toBe('plaintext');
    expect(faults).toEqual([]);
  });

  it('after Escape from the tag field or a dialog the passage is still in hand; after the outline one goes on there', async () => {
    const workbench = await withReport();
    const { page } = workbench;
    await press(page, 's', 'a');
    await page.getByRole('combobox', { name: 'Tag' }).waitFor();
    await press(page, 'Escape', 'e');
    await page.getByRole('combobox', { name: 'Finding' }).waitFor();
    await press(page, 'Escape');
    await page.getByRole('combobox', { name: 'Finding' }).waitFor({ state: 'detached' });
    await page.getByRole('toolbar', { name: 'Selected passage' }).waitFor();
    await press(page, 'e');
    await page.getByRole('combobox', { name: 'Finding' }).fill('They publish nothing');
    await press(page, 'Enter');
    await page.locator('.toast', { hasText: 'Added to the finding.' }).waitFor();
    await press(page, 'Escape');
    await page.getByRole('navigation', { name: 'Outline' }).getByRole('button', { name: /Actions/ }).click();
    await press(page, 'p');
    await expect.poll(() => selected(page)).toBe('Actions');
    await page.getByRole('navigation', { name: 'Outline' }).getByRole('button', { name: /Enforcement/ }).click();
    await press(page, 'Escape', 'j');
    await expect.poll(() => painted(page, 'active')).toEqual(['Country note']);
  });
});

describe('a highlight in hand', () => {
  it('is drawn to another end by its handles and by keys, moved, and taken back in one step with its name', async () => {
    const { page, backend, documentId, faults } = await withReport();
    await backend.call('annotations.create', await placeOf(backend, documentId, 'They found nine children'));
    await page.locator('.annotation-card').getByRole('button').click();
    const end = page.locator('.extent-handle-end');
    await end.waitFor();
    const box = await end.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    const target = await page.evaluate(() => {
      const node = [...document.querySelectorAll('[data-start]')].find((each) => each.textContent?.includes('nine children'))?.firstChild;
      const range = document.createRange();
      const at = node?.textContent?.indexOf('at work') ?? 0;
      if (node) range.setStart(node, at + 7);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left, y: top + height / 2 };
    });
    const quote = async () => (await backend.call('annotations.list', { documentId }))[0]?.quote;
    const from = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(target.x, target.y, { steps: 5 });
    await expect.poll(() => painted(page, 'active')).toEqual(['They found nine children at work']);
    expect(await quote()).toBe('They found nine children');
    await page.mouse.up();
    await page.getByRole('region', { name: 'Highlight' }).getByText('“They found nine children at work”').waitFor();
    expect(await backend.call('history.undo', {})).toEqual({ label: 'Change the passage of a highlight' });
    await expect.poll(() => painted(page, 'active')).toEqual(['They found nine children']);
    // Keys in one go, faster than the application answers, are one step too.
    await page.locator('.reader-scroller').focus();
    await press(page, 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight', 'Shift+ArrowRight', 'Alt+Shift+ArrowRight');
    await page.getByRole('region', { name: 'Highlight' }).getByText('“found nine children at work.”').waitFor();
    await backend.call('history.undo', {});
    await expect.poll(quote).toBe('They found nine children');
    await expect.poll(() => painted(page, 'active')).toEqual(['They found nine children']);
    await press(page, '>', '>');
    await expect.poll(quote).toBe('nine children at work');
    await press(page, 'Shift+ArrowDown');
    await expect.poll(quote).toBe('nine children at work.');
    expect(faults).toEqual([]);
  });

  it('gives way to the next that overlaps it by one key, all round; a filter shows some, says so, and one key shows all', async () => {
    const { page, backend, documentId, faults } = await withReport();
    const law = await backend.call('tags.create', { name: 'law' });
    const below = await backend.call('tags.create', { name: 'penalties', parentId: law.id });
    await backend.call('annotations.create', { ...(await placeOf(backend, documentId, 'The ministry did not publish its inspection figures.')), tagIds: [below.id] });
    await backend.call('annotations.create', { ...(await placeOf(backend, documentId, 'publish its inspection')), note: 'Inner' });
    await backend.call('annotations.create', await placeOf(backend, documentId, 'its inspection figures'));
    await backend.call('annotations.create', await placeOf(backend, documentId, 'nine children'));
    await expect.poll(async () => (await painted(page)).length).toBe(4);
    await press(page, 'j');
    const seen: string[][] = [await painted(page, 'active')];
    for (let round = 0; round < 3; round += 1) {
      await press(page, 'l');
      await expect.poll(() => painted(page, 'active')).not.toEqual(seen.at(-1));
      seen.push(await painted(page, 'active'));
    }
    expect(seen.flat()).toEqual(['The ministry did not publish its inspection figures.', 'publish its inspection', 'its inspection figures', 'The ministry did not publish its inspection figures.']);
    await press(page, 'Escape', 'f');
    const bar = page.getByRole('group', { name: 'Highlights shown' });
    await bar.getByRole('searchbox', { name: 'Words or note' }).fill('inner');
    await bar.getByText('1 of 4 highlights').waitFor();
    await expect.poll(() => painted(page)).toEqual(['publish its inspection']);
    expect(await page.locator('.annotation-card').count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await bar.getByRole('searchbox', { name: 'Words or note' }).fill('');
    await bar.getByRole('combobox', { name: 'Tag' }).click();
    await page.getByRole('option', { name: 'law' }).click();
    await expect.poll(() => painted(page)).toEqual(['The ministry did not publish its inspection figures.']);
    // What is made now is seen, although the filter leaves it out.
    await page.locator('.reader-scroller').focus();
    await drag(page, 'Publish the figures');
    await press(page, 'h');
    await expect.poll(async () => (await painted(page)).toSorted()).toEqual(['Publish the figures', 'The ministry did not publish its inspection figures.']);
    await press(page, 'Shift+F');
    await expect.poll(async () => (await painted(page)).length).toBe(5);
    expect(await bar.count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe('a note', () => {
  it('of a megabyte, with HTML pasted into it, is text, shown and kept', async () => {
    const workbench = await withReport();
    const { page, context, backend, documentId, faults } = workbench;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const long = `<img src="x" onerror="document.title='taken'"> **Bold** ${'word '.repeat(210_000)}`;
    await backend.call('annotations.create', { ...(await placeOf(backend, documentId, 'nine children')), note: long });
    await page.locator('.annotation-card', { hasText: 'word word' }).getByRole('button').click();
    const note = page.getByRole('textbox', { name: 'Note' });
    await note.waitFor();
    await page.evaluate(() => navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob(['<h1><b>pasted</b></h1>'], { type: 'text/html' }), 'text/plain': new Blob(['pasted '], { type: 'text/plain' }) })]));
    await note.focus();
    await press(page, 'Control+Home', 'Control+v');
    await expect.poll(async () => (await annotations(workbench))[0]?.note === `pasted ${long}`, { timeout: 10_000 }).toBe(true);
    expect(await page.title()).not.toContain('taken');
    expect(faults).toEqual([]);
  });
});

describe('finding', () => {
  it('minds case, whole words, diacritics and expressions when told; an invalid or endless one is answered with a sentence', async () => {
    const { page, backend, goto, faults } = await openWorkbench();
    const [documentId = ''] = await importTexts(backend, { 'find.txt': `Nuñez met Nunez. ${'a'.repeat(40)}!\n\n${'Inspection 12 and inspections 13. '.repeat(40)}` });
    await goto(`/read/${documentId}`);
    await textOf(page);
    const status = (words: string) => page.getByRole('search').getByRole('status').filter({ hasText: words }).waitFor();
    const field = page.getByRole('searchbox', { name: 'Find in this document' });
    await press(page, 'Control+f');
    await field.fill('nunez');
    await status('1 of 2');
    await page.getByRole('button', { name: 'Match diacritics' }).click();
    await status('1 of 1');
    await field.fill('inspection');
    await status('1 of 80');
    await page.getByRole('button', { name: 'Whole words' }).click();
    await status('1 of 40');
    await field.focus();
    await press(page, 'Shift+Enter');
    await status('40 of 40');
    expect(await page.locator('.hit-strip-lines').getAttribute('d')).toMatch(/^M0 \d+h8/);
    await page.getByRole('button', { name: 'Whole words' }).click();
    await page.getByRole('button', { name: 'Regular expression' }).click();
    await field.fill(String.raw`inspections? 1\d`);
    await status('of 80');
    await field.fill('(');
    await status('This is not a regular expression: unterminated group.');
    await field.fill('(a+)+b');
    await status('This expression takes too long on this text. Make it simpler.');
    await field.fill('13');
    await status('of 40');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
