import { afterAll, describe, expect, it } from 'vitest';
import { importIndicatorReports } from '../support/indicator-reports.ts';
import { accessibilityFaults, closeBrowser, openWorkbench } from '../support/workbench.ts';

afterAll(closeBrowser);

const inspectors = 'enforcement.labor_inspectors';
const address = (row: string, show: string) => `/compare?country=FJI&part=indicators&row=${row}&show=${show}`;

describe('one indicator over countries', () => {
  it('stands by country and year, is sorted and searched, and each value leads to its words', async () => {
    const bench = await openWorkbench();
    const { later } = await importIndicatorReports(bench.backend);
    await bench.goto(`/compare?country=FJI&part=indicators&row=${inspectors}:2018`);
    const { page } = bench;
    await page.getByRole('button', { name: 'Across countries' }).click();
    const grid = page.getByRole('grid', { name: 'Labor inspectors across countries' });
    await grid.waitFor();
    const rows = () => grid.locator('[data-row]').evaluateAll((all) => all.map((row) => [...row.querySelectorAll('[role="gridcell"]')].map((cell) => cell.textContent.trim()).join('|')));
    await expect.poll(rows).toEqual(['Fiji|31|33 restated by a later report|20†|−11', 'Tonga|No source|Unknown|55|']);
    await grid.getByRole('columnheader', { name: '2018' }).getByRole('button').first().click();
    await grid.getByRole('columnheader', { name: '2018' }).getByRole('button').first().click();
    await expect.poll(rows).toEqual([expect.stringContaining('Tonga'), expect.stringContaining('Fiji')]);
    const panel = page.getByRole('complementary', { name: 'Country' });
    await grid.getByText('Tonga').click();
    await expect.poll(() => panel.textContent()).toMatch(/^Tonga.*2018Printed report.*55.*2017Later report.*Unknown/);
    await page.getByRole('searchbox', { name: 'Find a country' }).fill('fij');
    await expect.poll(rows).toEqual([expect.stringContaining('Fiji')]);
    await page.getByRole('status').getByText('1 country').waitFor();
    await grid.getByRole('link', { name: /^20/ }).click();
    await expect.poll(() => page.url()).toContain(`/read/${later}?at=`);
    expect(bench.faults).toEqual([]);
  });

  it('is ranked for a year with the unknown apart, walked by key, and both forms are accessible in both themes', async () => {
    const bench = await openWorkbench({ width: 1024, height: 700 });
    await importIndicatorReports(bench.backend);
    const { page } = bench;
    const faultsInBothThemes = async () => {
      const faults = await accessibilityFaults(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      faults.push(...(await accessibilityFaults(page)));
      await page.emulateMedia({ colorScheme: 'light' });
      return faults;
    };
    await bench.goto(address(`${inspectors}:2018`, 'ranking'));
    const ranking = page.getByRole('grid', { name: 'Countries by Labor inspectors, 2018' });
    await expect.poll(() => ranking.locator('[data-country]').allTextContents()).toEqual(['1Tonga55', '2Fiji20†']);
    expect(await faultsInBothThemes()).toEqual([]);
    await ranking.locator('[aria-selected="true"]').focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.getByRole('complementary', { name: 'Country' }).textContent()).toContain('Tonga');
    await bench.goto(address(`${inspectors}:2017`, 'ranking'));
    await page.getByRole('heading', { name: 'Unknown 1' }).waitFor();
    await bench.goto(address(`${inspectors}:2018`, 'countries'));
    await page.getByRole('grid').waitFor();
    expect(await faultsInBothThemes()).toEqual([]);
    expect(bench.faults).toEqual([]);
  });
});
