// A document open in the reader of a browser test: selecting in it by pointer, and what is painted over it.

import type { Page } from 'playwright';
import { importTexts } from './backend.ts';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench.ts';

const report = `<html lang="en"><head><title>Country note</title></head><body><h1>Country note</h1>
<p>The ministry did not publish its inspection figures. It said that they would follow in spring.</p>
<h2>Enforcement</h2>
<p>Inspectors visited 214 farms in the north. They found nine children at work. Unannounced inspections were suspended in June.</p>
<table><caption>Table 1. Inspections</caption><tr><th>Measure</th><th>2020</th><th>2021</th></tr><tr><td>Inspectors</td><td>41</td><td>38</td></tr><tr><td>Visits</td><td>610</td><td>214</td></tr></table>
<h2>Actions</h2><ul><li>Publish the figures every year.</li><li>Allow inspections without notice.</li></ul>
<p>Цены выросли. 🌾 The harvest 👩‍🌾 was late.</p></body></html>`;

export async function withReport(options: WorkbenchOptions = {}): Promise<Workbench & { documentId: string }> {
  const workbench = await openWorkbench(options);
  const [documentId = ''] = await importTexts(workbench.backend, { 'note.html': report });
  await workbench.goto(`/read/${documentId}`);
  await textOf(workbench.page);
  return { ...workbench, documentId };
}

/** Waits for the text in its own font: what is measured before stands elsewhere after. */
export async function textOf(page: Page): Promise<void> {
  page.setDefaultTimeout(10_000);
  await page.locator('[data-start]').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
}

/** The words painted in a look such as "pending", or in any colour. */
export function painted(page: Page, look: string | null = null): Promise<string[]> {
  return page.evaluate((wanted) => {
    const looks = [...CSS.highlights.keys()].filter((name) => (wanted === null ? !/overlap|active|pending|find|flash/.test(name) : name === `reader-${wanted}`));
    return looks.flatMap((name) =>
      [...(CSS.highlights.get(name) ?? [])].map((part) => {
        const range = document.createRange();
        range.setStart(part.startContainer, part.startOffset);
        range.setEnd(part.endContainer, part.endOffset);
        return range.toString();
      }),
    );
  }, look);
}

/** Selects words as a hand does: down before the first letter, up behind the last. */
export async function drag(page: Page, from: string, to = from): Promise<void> {
  const [start, end] = await page.evaluate(
    ([first = '', last = '']) => {
      const boxOf = (words: string, side: 'left' | 'right') => {
        for (const element of document.querySelectorAll('[data-start]')) {
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = (node.textContent ?? '').indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, side === 'left' ? at : at + words.length - 1);
            range.setEnd(node, side === 'left' ? at + 1 : at + words.length);
            const box = range.getBoundingClientRect();
            return { x: side === 'left' ? box.left + 1 : box.right - 1, y: (box.top + box.bottom) / 2 };
          }
        }
        throw new Error(`not on the page: ${words}`);
      };
      return [boxOf(first, 'left'), boxOf(last, 'right')];
    },
    [from, to],
  );
  if (!start || !end) throw new Error('nothing to drag over');
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
  await page.getByRole('toolbar', { name: 'Selected passage' }).waitFor();
}

export const annotations = async ({ backend }: Workbench) => (await backend.call('annotations.list', {})).map(({ quote, note, tagIds, start }) => ({ quote, note, tags: tagIds.length, start }));
