// A whole annotation session by keyboard alone, and what is heard of it: no pointer is touched from the opening of the project to the
// brief, in a real browser on the real application.

import type { Page } from 'playwright';
import { afterAll, expect, it } from 'vitest';
import { importTexts, placeOf } from '../support/backend.ts';
import { withPages } from '../support/paged-report.ts';
import { annotations, painted, textOf } from '../support/reading.ts';
import { patience } from '../support/patience.ts';
import { accessibilityFaults, closeBrowser, openWorkbench } from '../support/workbench.ts';

/** The cores may be shared; what is waited for comes. */
const patiently = { timeout: patience };

afterAll(closeBrowser);

const report = `<html lang="en"><head><title>Country note</title></head><body><h1>Country note</h1>
<p>The ministry did not publish its inspection figures. It said that they would follow in spring.</p>
<h2>Enforcement</h2><p>Inspectors visited 214 farms in the north. They found nine children at work. Unannounced inspections were suspended in June.</p></body></html>`;

/** Chooses a command or a thing by a few letters, as somebody does who knows no key. */
async function jump(page: Page, letters: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or jump to' }).fill(letters);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
}

/** Presses Tab until what has this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    if (name.test(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(name)}`);
}

const heard = (page: Page) => page.getByRole('status').allTextContents();

it('a session from the project to the brief needs no pointer, and is without accessibility faults in both themes', async () => {
  const workbench = await openWorkbench({ project: 'Harvest' });
  const { page, backend, faults } = workbench;
  page.setDefaultTimeout(15_000);
  await importTexts(backend, { 'note.html': report });
  await backend.call('projects.create', { name: 'Another' });
  await page.reload();
  await page.locator('.shell').waitFor();
  await page.evaluate(() => window.addEventListener('pointerdown', (event) => event.pointerType !== '' && document.body.setAttribute('data-pointed', event.pointerType), true));

  // The project, then the document.
  await page.keyboard.press('Control+o');
  await page.getByRole('button', { name: /^Harvest/ }).waitFor();
  await tabTo(page, /^Harvest/);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.title(), patiently).toContain('Harvest');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await jump(page, 'country note');
  await textOf(page);

  // A word is found, its sentence selected, tagged by a tag that is made while typing, noted.
  await page.keyboard.press('Control+f');
  await page.keyboard.type('suspended');
  await expect.poll(() => painted(page, 'find-current'), patiently).toEqual(['suspended']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await expect.poll(() => painted(page, 'pending'), patiently).toEqual(['Unannounced inspections were suspended in June.']);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.type('unannounced visits');
  await page.keyboard.press('Enter');
  await expect.poll(() => painted(page), patiently).toEqual(['Unannounced inspections were suspended in June.']);
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Note' }).waitFor();
  await page.keyboard.type('By whose order?');
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await annotations(workbench))[0]?.note, patiently).toBe('By whose order?');

  // Its end is moved; another is made, and one walks between them.
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await expect.poll(() => painted(page, 'active'), patiently).toEqual(['Unannounced inspections were suspended in June']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('ministry');
  await expect.poll(() => painted(page, 'find-current'), patiently).toEqual(['ministry']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await page.keyboard.press('h');
  await expect.poll(async () => (await annotations(workbench)).length, patiently).toBe(2);
  await expect.poll(() => painted(page), patiently).toHaveLength(2);
  await page.keyboard.press('j');
  await expect.poll(async () => (await heard(page)).join(' '), patiently).toContain('2 of 2. unannounced visits: “Unannounced inspections were suspended in June” Note: By whose order?');
  await page.keyboard.press('k');
  await expect.poll(async () => (await heard(page)).join(' '), patiently).toContain('1 of 2. Highlight without a tag: “The ministry did not');

  // Undo and redo, each named in the bar.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await annotations(workbench)).length, patiently).toBe(1);
  await page.getByRole('button', { name: 'Redo: Highlight a passage' }).waitFor();
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await annotations(workbench)).length, patiently).toBe(2);

  // Evidence of a new finding.
  await page.keyboard.press('Control+f');
  await page.keyboard.type('Unannounced');
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await page.keyboard.press('e');
  await page.getByRole('combobox', { name: 'Finding' }).waitFor();
  await page.keyboard.type('Inspections were suspended');
  await page.keyboard.press('Enter');
  await page.locator('.toast', { hasText: 'Added to the finding.' }).waitFor();
  expect(await backend.call('findings.list', {})).toMatchObject([{ claim: 'Inspections were suspended', supporting: 1 }]);

  // A brief, with the passage and the finding in it; the theme is changed by the palette.
  await jump(page, 'theme: dark');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme']), patiently).toBe('dark');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.getByRole('button', { name: 'New brief' }).first().waitFor();
  await jump(page, 'new brief');
  await page.getByRole('dialog').getByRole('textbox').first().waitFor();
  await page.keyboard.type('What stopped in June');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Export' }).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
  await page.keyboard.press('q');
  await page.getByRole('dialog', { name: 'Add a quotation' }).waitFor();
  await page.keyboard.type('unannounced visits');
  await page.getByRole('option').first().waitFor();
  await tabTo(page, /Unannounced inspections/);
  await page.keyboard.press('Space');
  await tabTo(page, /^Add passage/);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await backend.call('briefs.list', {})).length, patiently).toBe(1);
  const [brief] = await backend.call('briefs.list', {});
  await expect.poll(async () => (await backend.call('briefs.get', { id: brief?.id ?? '' })).blocks.map(({ kind }) => kind), patiently).toEqual(['quote']);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.body.dataset['pointed'])).toBeUndefined();
  expect(faults).toEqual([]);
});

it('highlights are heard with tags, passage, page and note, after the text they stand in and while walking; page and section when moving', async () => {
  const workbench = await withPages(undefined, { view: 'text' });
  const { page, backend, documentId, goto } = workbench;
  await textOf(page);
  const law = await backend.call('tags.create', { name: 'law' });
  await backend.call('annotations.create', { ...(await placeOf(backend, documentId, 'found nine children')), tagIds: [law.id], note: 'Since when? **Ask.**' });
  await backend.call('annotations.create', await placeOf(backend, documentId, 'Publish the figures'));
  const list = page.getByRole('list', { name: 'highlights above' }).or(page.getByRole('list', { name: 'highlight above' }));
  await expect.poll(() => list.count(), patiently).toBeGreaterThan(0);
  const snapshots = await Promise.all((await list.all()).map((each) => each.ariaSnapshot()));
  const tree = snapshots.join('\n').replaceAll('\\"', '"');
  expect(tree).toContain('button "law: “found nine children” Page 1. Note: Since when? **Ask.**"');
  expect(tree).toContain('button "Highlight without a tag: “Publish the figures” Page 3."');
  expect(await list.getByRole('button').first().getAttribute('aria-roledescription')).toBe('highlight');

  await page.locator('.reader-scroller').focus();
  await page.keyboard.press('j');
  await expect.poll(() => heard(page), patiently).toContain('1 of 2. law: “found nine children” Page 1. Note: Since when? **Ask.**');
  await page.keyboard.press('j');
  await expect.poll(() => heard(page), patiently).toContain('2 of 2. Highlight without a tag: “Publish the figures” Page 3.');
  await page.keyboard.press('j');
  await expect.poll(() => heard(page), patiently).toContain('This is the last highlight.');
  // Going to a page by key says where one has come.
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.getByRole('textbox', { name: /Page, or numbered/ }).waitFor();
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await page.setViewportSize({ width: 1440, height: 420 });
  await page.locator('.reader-scroller').focus();
  await page.keyboard.press('End');
  await expect.poll(async () => (await heard(page)).join(' | '), patiently).toContain('Page 3, printed vi. III Actions.');

  // Where the system forces its colours, the lines that tell highlights apart stay, and what is chosen has a frame.
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await page.locator('.reader-page').evaluate((element) => getComputedStyle(element).forcedColorAdjust)).toBe('none');
  expect(await page.locator('.navigation-item[aria-current="page"]').evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
  await page.emulateMedia({ forcedColors: 'none' });

  // On the pages the same list stands after the text of each page.
  await goto(`/read/${documentId}?view=pages`);
  await page.locator('.page-sheet[data-page="1"] .reader-spoken button').waitFor({ state: 'attached' });
  expect(await page.locator('.page-sheet[data-page="1"]').ariaSnapshot()).toContain('law: “found nine children” Page 1. Note: Since when? **Ask.**');
});
