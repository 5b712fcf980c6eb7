import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importTexts } from '../support/backend.ts';
import { countryPage } from '../support/country-page.ts';
import { temporaryFolder } from '../support/folder.ts';
import { importNotes } from '../support/notes.ts';
import { accessibilityFaults, closeBrowser, dropOnWindow, openWorkbench } from '../support/workbench.ts';

afterAll(closeBrowser);

describe('compare', () => {
  it('shows what was reworded with its numbers and negations, walks the changes by key, and opens the reader at the words', async () => {
    const bench = await openWorkbench();
    const [older, newer] = await importNotes(bench.backend);
    await bench.goto('/compare?country=UZB');
    const { page } = bench;
    await page.getByRole('grid', { name: 'Aligned text' }).waitFor();
    await expect.poll(() => page.locator('.compare-text del.compare-emphasis').allTextContents()).toContain('400');
    expect(await page.locator('.compare-text ins.compare-emphasis').allTextContents()).toEqual(expect.arrayContaining(['344', '18']));
    expect((await page.locator('.compare-text ins').allTextContents()).join(' ')).toContain('not');

    await page.keyboard.press('j');
    await expect.poll(() => page.locator('.compare-position').textContent()).toMatch(/^1 of \d+$/);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await expect.poll(() => page.locator('.compare-position').textContent()).toMatch(/^1 of \d+$/);
    const chosen = await page.locator('.compare-cell-active').textContent();
    await page.getByRole('button', { name: 'Open in the reader' }).click();
    await expect.poll(() => page.url()).toContain(`/read/${newer}?at=`);
    await page.goBack();
    await expect.poll(() => page.locator('.compare-cell-active').textContent()).toBe(chosen);
    expect(older).not.toBe(newer);
    expect(bench.faults).toEqual([]);
  });

  it('narrows to a kind of change and to a section, and folds what did not change', async () => {
    const bench = await openWorkbench();
    await importNotes(bench.backend);
    await bench.goto('/compare?country=UZB');
    const { page } = bench;
    await page.getByRole('grid').waitFor();
    expect(await page.locator('.compare-fold').count()).toBeGreaterThan(0);
    await page.getByRole('checkbox', { name: /^new/ }).click({ force: true });
    await expect.poll(() => page.locator('.compare-row').count()).toBe(1);
    expect(await page.locator('.compare-row').textContent()).toContain('A register of penalties');
    await page.getByRole('checkbox', { name: /^new/ }).click({ force: true });
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: /Law/ }).click();
    await expect.poll(() => page.locator('.compare-section').count()).toBe(1);
    expect(page.url()).toContain('section=');
  });

  it('codes words selected inside a cell with the keys of the reader, and narrows to the rows of a tag', async () => {
    const bench = await openWorkbench();
    const [, newer] = await importNotes(bench.backend);
    await bench.goto('/compare?country=UZB');
    const { page, backend } = bench;
    const cell = page.locator('.compare-cell').filter({ hasText: '344 inspectors' });
    await cell.click({ position: { x: 14, y: 20 } });
    const toolbar = page.getByRole('toolbar', { name: 'Selected passage' });
    const quotes = async () => (await backend.call('annotations.list', { documentId: newer })).map(({ quote }) => quote).toSorted();
    // By key: two words from where the caret is, then a tag typed where the field opens.
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await toolbar.waitFor();
    await page.keyboard.press('a');
    await page.getByRole('combobox', { name: 'Tag' }).fill('Inspectors');
    await page.keyboard.press('Enter');
    await expect.poll(quotes).toEqual(['The inspectorate']);
    await page.locator('.compare-highlight').filter({ hasText: 'The inspectorate' }).waitFor();
    // By pointer, across a difference: the last tag again with one key.
    await page.evaluate(() => {
      const leaf = [...document.querySelectorAll('.compare-cell [data-start]')].find((each) => each.textContent.includes('visit farms') && each.closest('.compare-cell')?.textContent.includes('may not visit'));
      const last = leaf?.firstChild;
      if (last) document.getSelection()?.setBaseAndExtent(last, last.textContent?.indexOf('farms') ?? 0, last, last.textContent?.length ?? 0);
    });
    await toolbar.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('1');
    await expect.poll(quotes).toHaveLength(2);
    expect((await quotes())[1]).toMatch(/^farms/);
    await toolbar.waitFor({ state: 'detached' });

    await page.getByRole('checkbox', { name: /^Inspectors/ }).click({ force: true });
    await expect.poll(() => page.locator('.compare-row').count()).toBe(2);
    await page.goto(`${bench.origin}/read/${newer}`);
    await page.getByText('Inspectors', { exact: true }).first().waitFor();
    expect(bench.faults).toEqual([]);
  });

  it('adds the year of a report that is dropped on it, and says of another country what it is', async () => {
    const bench = await openWorkbench();
    const folder = temporaryFolder();
    for (const [name, country] of [['2017.html', 'Fiji'], ['2018.html', 'Fiji'], ['tonga.html', 'Tonga']] as const) writeFileSync(join(folder, name), countryPage({ year: country === 'Tonga' ? 2018 : Number.parseInt(name, 10) }).replaceAll('Fiji', country));
    const { page, backend } = bench;
    const { runId } = await backend.call('imports.add', { files: [{ name: '2017.html', bytes: readFileSync(join(folder, '2017.html')) }] });
    await backend.call('imports.wait', { runId });
    await bench.goto('/compare?country=FJI');
    await page.getByText('Only 2017 is here for Fiji').waitFor();
    await dropOnWindow(bench, [join(folder, '2018.html')]);
    await page.getByText('Added 2018 to the comparison.').waitFor();
    await expect.poll(() => page.locator('.compare-column-head').count()).toBe(2);
    await dropOnWindow(bench, [join(folder, 'tonga.html')]);
    await page.getByText(/is of Tonga, not of Fiji/).waitFor();
    expect(await page.locator('.compare-column-head').count()).toBe(2);
    await page.getByRole('button', { name: 'Compare it' }).click();
    await page.getByText('Only 2018 is here for Tonga').waitFor();
    expect(bench.faults).toEqual([]);
  });

  it('makes a tag, a piece of evidence and a block of a brief from the row in hand', async () => {
    const bench = await openWorkbench();
    await importNotes(bench.backend);
    await bench.goto('/compare?country=UZB');
    const { page, backend } = bench;
    await page.getByRole('grid').waitFor();
    await page.getByText('344').first().click();
    // The keys do the same when the panel with their buttons is folded.
    await page.keyboard.press(']');
    await page.getByRole('complementary', { name: 'Row' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('a');
    await page.getByRole('combobox', { name: 'Tag' }).fill('Inspectors');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await backend.call('tags.list', {})).map((tag) => [tag.name, tag.annotations])).toEqual([['Inspectors', 1]]);
    await page.locator('.compare-highlight').first().waitFor();
    // Letters belong to a dialog until it is gone.
    const dialogGone = () => page.locator('.modal-backdrop').waitFor({ state: 'detached' });
    await dialogGone();

    await page.keyboard.press('e');
    await page.getByRole('combobox', { name: 'Finding' }).fill('There are fewer inspectors.');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await backend.call('findings.list', {})).map((finding) => [finding.claim, finding.supporting, finding.country])).toEqual([['There are fewer inspectors.', 1, 'UZB']]);
    // The passage was annotated already; it is used again.
    expect(await backend.call('annotations.list', {})).toHaveLength(1);
    await dialogGone();

    await page.keyboard.press('b');
    await page.getByRole('combobox', { name: 'Brief' }).fill('Inspectors in short');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await backend.call('briefs.list', {})).map((brief) => [brief.title, brief.blocks])).toEqual([['Inspectors in short', 1]]);
    expect(bench.faults).toEqual([]);
  });

  it('says what is missing when there is nothing, one edition, or none chosen', async () => {
    const bench = await openWorkbench();
    await bench.goto('/compare');
    await bench.page.getByText('Nothing to compare yet').waitFor();
    const [, newer] = await importNotes(bench.backend);
    await bench.backend.call('documents.remove', { ids: [newer] });
    await bench.page.getByText('Only 2020 is here for Uzbekistan').waitFor();
  });

  it('has a menu for further editions of a year; one chosen there gets a switch', async () => {
    const { page, backend, goto } = await openWorkbench();
    await importNotes(backend);
    const mails = await importTexts(backend, Object.fromEntries(['Alma', 'Bota', 'Chinara'].map((name) => [`${name}.txt`, `${name} writes of the fields in autumn.`])));
    await backend.call('documents.update', { ids: mails, changes: { country: 'UZB', year: 2021 } });
    await goto('/compare?country=UZB');
    const switches = page.getByRole('group', { name: 'Editions to compare' }).getByRole('button', { pressed: true });
    await expect.poll(() => switches.count()).toBe(2);
    await page.getByRole('button', { name: '1 further of 2021' }).click();
    await page.getByRole('menuitem').click();
    await page.getByRole('button', { name: '1 further of 2021' }).waitFor({ state: 'detached' });
    expect(await switches.count()).toBe(3);
    expect(new URL(page.url()).searchParams.toString()).toContain(mails.at(-1));
  });

  it.each(['light', 'dark'] as const)('has no accessibility fault, %s', async (theme) => {
    const bench = await openWorkbench({ theme });
    await importNotes(bench.backend);
    await bench.goto('/compare?country=UZB');
    await bench.page.getByRole('grid').waitFor();
    await bench.page.keyboard.press('j');
    expect(await accessibilityFaults(bench.page)).toEqual([]);
    await bench.page.getByRole('tab', { name: 'Overview' }).click();
    await bench.page.getByRole('heading', { name: 'Changes' }).waitFor();
    expect(await accessibilityFaults(bench.page)).toEqual([]);
  });
});
