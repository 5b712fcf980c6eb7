// A coding session in a real browser on the real application: select, tag, note, evidence, walk; by pointer and by keyboard.

import { afterAll, describe, expect, it } from 'vitest';
import { placeOf } from '../support/backend.ts';
import { annotations, drag, painted, withReport } from '../support/reading.ts';
import { accessibilityFaults, closeBrowser } from '../support/workbench.ts';

afterAll(closeBrowser);

describe('a passage selected by pointer', () => {
  it('is tagged while typing the name of a new tag, noted, and taken back step by step', async () => {
    const workbench = await withReport();
    const { page, backend, faults } = workbench;
    await drag(page, 'Unannounced inspections', 'in June');
    await page.keyboard.type('unannounced visits');
    expect(await painted(page, 'pending')).toEqual(['Unannounced inspections were suspended in June']);
    await page.keyboard.press('Enter');
    await expect.poll(() => painted(page)).toEqual(['Unannounced inspections were suspended in June']);
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Note' }).waitFor();
    await page.keyboard.type('Since when? **Ask.**');
    await expect.poll(async () => (await annotations(workbench))[0]?.note).toBe('Since when? **Ask.**');
    expect((await backend.call('tags.list', {})).map(({ name, annotations: count }) => [name, count])).toEqual([['unannounced visits', 1]]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await annotations(workbench))[0]?.note).toBe('');
    await page.keyboard.press('Control+z');
    await expect.poll(() => painted(page)).toEqual([]);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => painted(page)).toEqual(['Unannounced inspections were suspended in June']);
    expect(faults).toEqual([]);
  });

  it('over several paragraphs and table cells keeps its words and paints no number of the margin', async () => {
    const workbench = await withReport();
    const { page, documentId, backend } = workbench;
    await drag(page, 'suspended in June', '610');
    await page.keyboard.press('h');
    const place = { start: (await placeOf(backend, documentId, 'suspended')).start, end: (await placeOf(backend, documentId, '610')).end };
    await expect.poll(async () => (await annotations(workbench)).map((each) => each.quote.replaceAll(/\s+/g, ' '))).toEqual(['suspended in June. Table 1. Inspections Measure 2020 2021 Inspectors 41 38 Visits 610']);
    expect(await backend.call('annotations.list', {})).toMatchObject([place]);
    await expect.poll(() => painted(page)).toContain('Table 1. Inspections');
    expect(await painted(page)).not.toContain('•');
  });

  it('becomes evidence of a new finding, which its card then names', async () => {
    const workbench = await withReport();
    const { page, backend } = workbench;
    await drag(page, 'They found nine children at work');
    await page.keyboard.press('e');
    await page.getByRole('combobox', { name: 'Finding' }).fill('Children still work on the farms');
    await page.keyboard.press('Enter');
    await page.locator('.toast', { hasText: 'Added to the finding.' }).waitFor();
    expect(await backend.call('findings.list', {})).toMatchObject([{ claim: 'Children still work on the farms', supporting: 1 }]);
    await page.keyboard.press('Escape');
    await page.locator('.annotation-card', { hasText: '1 finding' }).getByRole('button').click();
    await page.getByRole('region', { name: 'Highlight' }).getByRole('link', { name: 'Children still work on the farms' }).waitFor();
  });

  it('is copied with its source and place', async () => {
    const workbench = await withReport();
    const { page, context } = workbench;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await drag(page, 'Inspectors visited', 'in the north');
    await page.keyboard.press('c');
    await page.locator('.toast', { hasText: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('“Inspectors visited 214 farms in the north” (Country note, note.html, “Enforcement”)');
  });
});

describe('the keyboard alone', () => {
  it('selects sentences and paragraphs, extends them, walks highlights, moves their ends, and is told each', async () => {
    const workbench = await withReport();
    const { page, backend } = workbench;
    const chosen = () => page.evaluate(() => document.getSelection()?.toString());
    await page.keyboard.press('s');
    await page.keyboard.press('s');
    expect(await chosen()).toBe('The ministry did not publish its inspection figures.');
    await page.keyboard.press('Shift+S');
    expect(await chosen()).toBe('The ministry did not publish its inspection figures. It said that they would follow in spring.');
    await page.keyboard.press('Escape');
    expect(await painted(page, 'pending')).toEqual([]);
    await page.keyboard.press('p');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await chosen()).toMatch(/^Inspectors visited/);
    await page.keyboard.press('ArrowUp');
    expect(await chosen()).toBe('Enforcement');
    await page.keyboard.press('h');
    await page.keyboard.press('s');
    await page.keyboard.press('h');
    await expect.poll(() => painted(page)).toEqual(['Enforcement', 'Inspectors visited 214 farms in the north.']);
    await page.keyboard.press('k');
    await expect.poll(() => page.getByRole('status').filter({ hasText: '1 of 2' }).textContent()).toContain('“Enforcement”');
    await page.keyboard.press('j');
    await expect.poll(() => painted(page, 'active')).toEqual(['Inspectors visited 214 farms in the north.']);
    // First the full stop goes, a letter, then a word.
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(() => painted(page, 'active')).toEqual(['Inspectors visited 214 farms in the north']);
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await expect.poll(() => painted(page, 'active')).toEqual(['Inspectors visited 214 farms in the']);
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await expect.poll(() => painted(page, 'active')).toEqual(['visited 214 farms in the']);
    await page.keyboard.press('Enter');
    await page.keyboard.type('From the card');
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await backend.call('annotations.list', { text: 'From the card' })).length).toBe(1);
    await page.keyboard.press('j');
    await page.keyboard.press('Delete');
    await expect.poll(() => painted(page)).toEqual(['Enforcement']);
    await page.locator('.toast', { hasText: 'Deleted the highlight.' }).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => painted(page)).toEqual(['Enforcement', 'visited 214 farms in the']);
  });
});

describe('highlights', () => {
  it('that overlap are darker together, have lanes of their own, and are opened one after the other by clicking', async () => {
    const workbench = await withReport();
    const { page, backend, documentId, faults } = workbench;
    const law = await backend.call('tags.create', { name: 'law' });
    await backend.call('annotations.create', { ...(await placeOf(backend, documentId, 'The ministry did not publish its inspection figures')), tagIds: [law.id] });
    await backend.call('annotations.create', { ...(await placeOf(backend, documentId, 'its inspection figures')), note: 'Inner' });
    await expect.poll(() => painted(page, 'overlap')).toEqual(['its inspection figures']);
    await expect.poll(() => page.locator('.reader-lane').evaluateAll((lanes) => new Set(lanes.map((lane) => (lane as HTMLElement).style.left)).size)).toBe(2);
    const target = await page.evaluate(() => {
      const [part] = [...(CSS.highlights.get('reader-overlap') ?? [])];
      const range = document.createRange();
      if (part) range.setStart(part.startContainer, part.startOffset + 2);
      if (part) range.setEnd(part.startContainer, part.startOffset + 3);
      const box = range.getBoundingClientRect();
      return { x: box.left + 2, y: box.top + 8 };
    });
    await page.mouse.click(target.x, target.y);
    await expect.poll(() => painted(page, 'active')).toEqual(['its inspection figures']);
    await page.waitForTimeout(600);
    await page.mouse.click(target.x, target.y);
    await expect.poll(() => painted(page, 'active')).toEqual(['The ministry did not publish its inspection figures']);
    await page.getByRole('button', { name: 'Take off law' }).click();
    await expect.poll(async () => (await backend.call('tags.list', {}))[0]?.annotations).toBe(0);
    await page.getByRole('button', { name: 'Colour' }).click();
    await page.getByRole('menuitem', { name: 'purple' }).click();
    await expect.poll(() => painted(page, 'purple')).toEqual(['The ministry did not publish its inspection figures']);
    expect(faults).toEqual([]);
  });

  it('named by the address are gone to, flashed and opened; an address beyond the text harms nothing', async () => {
    const workbench = await withReport();
    const { page, backend, documentId, faults } = workbench;
    const made = await backend.call('annotations.create', { ...(await placeOf(backend, documentId, 'Allow inspections without notice.')), note: 'Gone to' });
    await workbench.goto(`/read/${documentId}?at=${String(made.start)}-${String(made.end)}`);
    await expect.poll(() => painted(page, 'flash')).toEqual(['Allow inspections without notice.']);
    await page.getByRole('textbox', { name: 'Note' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Gone to');
    await workbench.goto(`/read/${documentId}?at=999990-999999`);
    await page.locator('[data-start]').first().waitFor();
    await workbench.goto('/read/not-a-document');
    await page.getByRole('heading', { name: 'This document is not in the project any more' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('never split an emoji or a letter with its marks', async () => {
    const workbench = await withReport();
    const { page } = workbench;
    await page.evaluate(() => {
      const element = [...document.querySelectorAll('[data-start]')].find((each) => each.textContent?.includes('🌾'));
      const node = element?.firstChild;
      const at = (element?.textContent ?? '').indexOf('🌾');
      // The browser would not select half a sign, but a script may.
      if (node) document.getSelection()?.setBaseAndExtent(node, at + 1, node, at + 8);
    });
    await page.getByRole('toolbar', { name: 'Selected passage' }).waitFor();
    await page.locator('.reader-scroller').focus();
    await page.keyboard.press('h');
    await expect.poll(async () => (await annotations(workbench)).map((each) => each.quote)).toEqual(['🌾 The h']);
  });

  it('show their card at the passage where the window is too narrow for the inspector', async () => {
    const workbench = await withReport({ width: 800, height: 700 });
    const { page } = workbench;
    if ((await page.locator('.panel-inspector').count()) > 0) await page.keyboard.press(']');
    await drag(page, 'They found nine children');
    await page.keyboard.press('n');
    await page.locator('.reader-floating').getByRole('textbox', { name: 'Note' }).fill('Here');
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await annotations(workbench))[0]?.note).toBe('Here');
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
