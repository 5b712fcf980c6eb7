// The frame around every view: first start, going places, keys, panels, theme. In a real browser on the real application.

import { afterAll, describe, expect, it } from 'vitest';
import { importTexts } from '../support/backend.ts';
import { accessibilityFaults, closeBrowser, openWorkbench } from '../support/workbench.ts';

afterAll(closeBrowser);

describe('the first start', () => {
  it('opens the sample project with one press', async () => {
    const { page, backend, faults } = await openWorkbench({ project: null });
    await page.getByRole('button', { name: 'Open the sample project' }).click();
    await page.getByRole('grid', { name: 'Documents' }).waitFor();
    await expect.poll(async () => (await backend.call('projects.summary', {})).findings, { timeout: 20_000 }).toBeGreaterThan(0);
    expect((await backend.call('projects.current', {}))?.sample).toBe(true);
    expect(faults).toEqual([]);
  });

  it('makes a project from a name, and an empty library says what to do', async () => {
    const { page, faults } = await openWorkbench({ project: null });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Name of the new project' }).fill('Kazakhstan 2014–2021');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Drop files or a folder here' }).waitFor();
    expect(await page.title()).toBe('Library – Kazakhstan 2014–2021 – Annals');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('says why, when a name cannot be used, and loses nothing', async () => {
    const { page } = await openWorkbench({ project: null });
    await page.getByRole('textbox', { name: 'Name of the new project' }).fill('x'.repeat(200));
    await page.getByRole('button', { name: 'Create' }).click();
    await page.locator('.toast[data-tone="error"]').waitFor();
    expect(await page.getByRole('textbox', { name: 'Name of the new project' }).inputValue()).toHaveLength(200);
  });
});

describe('every place', () => {
  // A fault of size does not depend on the theme, nor one of colour on the size: two of the four pairs see both.
  it.each([
    ['light', 1440, 900],
    ['dark', 1024, 700],
  ] as const)('is without accessibility faults in the %s theme at %d pixels', async (theme, width, height) => {
    const { page, goto, backend, faults } = await openWorkbench({ theme, width, height });
    await importTexts(backend, { 'a.txt': 'A first text about inspections.', 'b.txt': 'A second text about schools.' });
    for (const address of ['/library', '/library/imports', '/activity', '/settings', '/no/such/place']) {
      await goto(address);
      await page.locator('main :is(h1, h2)').first().waitFor();
      expect(await accessibilityFaults(page), address).toEqual([]);
    }
    expect(faults).toEqual([]);
  });

  it('is reached by keys, and Back and Forward walk the places', async () => {
    const { page, goto } = await openWorkbench();
    await goto('/library');
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await page.waitForURL('**/activity');
    await page.keyboard.press('Control+,');
    await page.waitForURL('**/settings');
    await page.keyboard.press('Alt+ArrowLeft');
    await page.waitForURL('**/activity');
    await page.keyboard.press('Alt+ArrowRight');
    await page.waitForURL('**/settings');
    // A letter typed into a field is a letter.
    await page.getByRole('textbox', { name: 'Name' }).fill('');
    await page.keyboard.type('gl?[');
    expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('gl?[');
    expect(page.url()).toMatch(/settings$/);
  });

  it('shows the keys with ? and the palette with Ctrl+K, and Escape closes both', async () => {
    const { page, goto } = await openWorkbench();
    await goto('/activity');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Search or jump to' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('the panels', () => {
  it('give way in a narrow window, open by key, and are remembered after a reload', async () => {
    const { page, goto, backend } = await openWorkbench({ width: 1024, height: 700 });
    await importTexts(backend, { 'a.txt': 'A text.' });
    await goto('/library');
    const list = page.getByRole('complementary', { name: 'Filters' });
    const inspector = page.getByRole('complementary', { name: 'Selected documents' });
    await inspector.waitFor();
    expect(await list.count()).toBe(0);
    await page.keyboard.press('[');
    await list.waitFor();
    await page.keyboard.press('[');
    await list.waitFor({ state: 'detached' });

    await page.setViewportSize({ width: 1440, height: 900 });
    await page.keyboard.press('[');
    await list.waitFor();
    await page.getByRole('separator', { name: 'Width of Filters' }).focus();
    const before = (await list.boundingBox())?.width ?? 0;
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await list.boundingBox())?.width).toBe(before + 16);
    await page.keyboard.press(']');
    await inspector.waitFor({ state: 'detached' });
    await expect.poll(async () => (await backend.call('settings.get', {}))['panels.library']).toMatchObject({ inspectorFolded: true });
    await page.reload();
    await list.waitFor();
    expect((await list.boundingBox())?.width).toBe(before + 16);
    expect(await inspector.count()).toBe(0);
  });
});

describe('the look', () => {
  it('follows the theme and density chosen, at once and after a reload', async () => {
    const { page, goto } = await openWorkbench({ theme: 'light' });
    await goto('/settings');
    await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
    await page.getByRole('radio', { name: 'Compact' }).check({ force: true });
    const look = () => page.evaluate(() => ({ theme: document.documentElement.dataset['theme'], density: document.documentElement.dataset['density'], paper: getComputedStyle(document.body).backgroundColor }));
    await expect.poll(look).toMatchObject({ theme: 'dark', density: 'compact' });
    const chosen = await look();
    await page.reload();
    await page.waitForSelector('.shell');
    expect(await look()).toEqual(chosen);
  });

  it('loads fonts and everything else from the application alone', async () => {
    const { page, goto, origin } = await openWorkbench();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await goto('/settings');
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(() => document.fonts.check('17px "Source Serif 4 Variable"'))).toBe(true);
    expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))).toEqual([]);
  });
});
