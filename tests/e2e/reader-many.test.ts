// 10,000 highlights in one document in a real browser: those in the window are painted and have their cards, all the others are there
// when they are gone to, and one more is there at once.

import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importTexts } from '../support/backend.ts';
import { temporaryFolder } from '../support/folder.ts';
import { fillProject } from '../support/long-document.ts';
import { painted, textOf } from '../support/reading.ts';
import { closeBrowser, openWorkbench } from '../support/workbench.ts';

afterAll(closeBrowser);

describe('a document with 10,000 highlights', () => {
  it('paints those near the window, follows scrolling, opens those that overlap one after the other, and takes one more', async () => {
    const file = join(temporaryFolder(), 'many.annals');
    fillProject(file, [{ id: 'marked', pages: 200, wordsAPage: 500, highlights: 10_000 }]);
    const { page, backend, faults, goto } = await openWorkbench({ project: null });
    await backend.call('projects.openFile', { path: file });
    await goto('/read/marked');
    await textOf(page);
    const all = await backend.call('annotations.list', { documentId: 'marked', limit: 20_000 });
    const cards = page.locator('.highlight-margin [data-card]');
    await cards.first().waitFor();
    await expect.poll(async () => new Set(await painted(page)).has(all[4]?.quote ?? '')).toBe(true);
    // Few are painted, and each is one of the document's, or the part of one that lies in one paragraph.
    const quotes = all.map(({ quote }) => quote).join('|');
    const near = await painted(page);
    expect(near.length).toBeLessThan(1000);
    expect(near.filter((words) => !quotes.includes(words))).toEqual([]);
    // A card stands at the height of its passage.
    expect(await distance(page, all[0]?.id ?? '')).toBeLessThan(3);
    // Also when a bar above the text moves it.
    await page.keyboard.press('f');
    await page.getByRole('textbox', { name: 'Words or note' }).or(page.getByRole('searchbox')).first().waitFor();
    await expect.poll(() => distance(page, all[0]?.id ?? '')).toBeLessThan(3);
    await page.keyboard.press('Escape');

    const far = all.find(({ start }, index) => index % 10 === 0 && start > 350_000);
    const across = all.filter(({ start, end }) => far !== undefined && start < far.end && end > far.start);
    expect(across.length).toBeGreaterThan(1);
    const last = across.at(-1);
    await goto(`/read/marked?at=${String(far?.start)}-${String(far?.end)}`);
    await textOf(page);
    await cards.first().waitFor();
    await expect.poll(async () => new Set(await painted(page)).has(last?.quote ?? '')).toBe(true);
    await page.locator('.annotation-card-open').getByText((far?.quote ?? '').slice(0, 30)).waitFor();
    // Clicking at the same place goes on from the shorter to the longer and back.
    const opened = () => page.locator('.highlight-margin-open').getAttribute('data-card');
    // In the middle of what both cover: at its ends stand the handles of the one in hand.
    const point = await placeOf(page, Math.floor(((last?.start ?? 0) + Math.min(last?.end ?? 0, far?.end ?? 0)) / 2));
    const seen: (string | null)[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      await page.waitForTimeout(600);
      await page.mouse.click(point.x, point.y);
      await expect.poll(opened).not.toBe(seen.at(-1) ?? far?.id);
      seen.push(await opened());
    }
    expect(new Set(seen).size).toBeGreaterThan(1);
    expect(seen.every((id) => across.some((each) => each.id === id))).toBe(true);

    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    await page.getByRole('toolbar', { name: 'Selected passage' }).waitFor();
    await page.keyboard.press('1');
    await expect.poll(async () => (await backend.call('annotations.list', { documentId: 'marked', limit: 20_000 })).length).toBe(10_001);
    await page.getByRole('tab', { name: 'Notes 10,001' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('tab', { name: 'Notes 10,000' }).waitFor();
    expect(faults).toEqual([]);
  });
});

describe('a highlight in another script', () => {
  it('is painted whole and opened by a click on it: right to left, without spaces, with letters of several parts', async () => {
    const { page, backend, goto, faults } = await openWorkbench();
    const text = 'Opening words.\n\nزار المفتشون المزارع في الشمال ووجدوا تسعة أطفال.\n\n検査官は北部の農場を訪れ、九人の子どもを見つけた。\n\nThe harvest 👩‍🌾 was late in ñandú land.';
    const [documentId = ''] = await importTexts(backend, { 'scripts.txt': text });
    const { text: canonical } = await backend.call('documents.reading', { id: documentId });
    const passages = ['المزارع في الشمال', '北部の農場', '👩‍🌾 was'];
    for (const words of passages) await backend.call('annotations.create', { documentId, start: canonical.indexOf(words), end: canonical.indexOf(words) + words.length });
    await goto(`/read/${documentId}`);
    await textOf(page);
    await expect.poll(() => painted(page)).toEqual(passages);
    for (const words of passages) {
      const point = await placeOf(page, canonical.indexOf(words) + words.length - 1);
      await page.mouse.click(point.x, point.y);
      await page.locator('.annotation-card-open').getByText(words).waitFor();
      await page.waitForTimeout(600);
    }
    expect(faults).toEqual([]);
  });
});

type Page = Awaited<ReturnType<typeof openWorkbench>>['page'];

/** Where a character of the text stands in the window. */
function placeOf(page: Page, offset: number): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const leaf = [...document.querySelectorAll('[data-start]')].findLast((element) => Number(element.getAttribute('data-start')) <= wanted);
    let left = wanted - Number(leaf?.getAttribute('data-start'));
    const walker = document.createTreeWalker(leaf ?? document, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
      if (left < node.length) {
        const range = document.createRange();
        range.setStart(node, left);
        range.setEnd(node, left + 1);
        const box = range.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }
      left -= node.length;
    }
    throw new Error('not on the page');
  }, offset);
}

/** Pixels between the upper edges of a card and of the first lane, which stands at the same passage. */
function distance(page: Page, id: string): Promise<number> {
  return page.evaluate((wanted) => {
    const card = document.querySelector(`[data-card="${wanted}"]`)?.getBoundingClientRect().top ?? 0;
    const lane = document.querySelector('.reader-lane')?.getBoundingClientRect().top ?? Infinity;
    return Math.abs(card - lane);
  }, id);
}
