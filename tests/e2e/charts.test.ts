import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { importIndicatorReports } from '../support/indicator-reports.ts';
import { accessibilityFaults, closeBrowser, openWorkbench } from '../support/workbench.ts';

afterAll(closeBrowser);

const inspectors = 'enforcement.labor_inspectors';
const funding = 'enforcement.labor_inspectorate_funding_usd';
const address = (row: string, show: string) => `/compare?country=FJI&part=indicators&row=${row}&show=${show}`;

describe('the large chart of an indicator', () => {
  it('opens by key from the cell in hand, is walked by arrows, says what it shows, and Enter opens the page at the words', async () => {
    const bench = await openWorkbench();
    const { earlier } = await importIndicatorReports(bench.backend);
    await bench.goto(`/compare?country=FJI&part=indicators&row=${inspectors}:2018`);
    const { page } = bench;
    await page.locator('.matrix-active').focus();
    await page.keyboard.press('c');
    const chart = page.getByRole('listbox', { name: /^Labor inspectors, Fiji\. 3 values; from 31 in 2016 to 20 in 2018/ });
    await chart.waitFor();
    expect(page.url()).toContain('show=chart');
    expect(await chart.getByRole('option').evaluateAll((years) => years.map((year) => year.getAttribute('aria-label')))).toEqual([
      '2016: 31, Later report',
      '2017: 33, Printed report; 40, Later report; restated by a later report',
      '2018: 20 with a footnote, Printed report',
    ]);
    await page.getByText('Triangle: what a later report says instead.').waitFor();
    await page.getByText(/^Source: .*page 2/).waitFor();
    const table = page.getByRole('table', { name: 'Labor inspectors, Fiji' });
    expect(await table.getByRole('row').allTextContents()).toEqual(['YearValueSource', '201631Later report 2017, page 2', expect.stringMatching(/^201733 restated by a later reportPrinted report 2017, page 2$/), '201740Later report 2018, page 2', '201820†Printed report 2018, page 2']);
    await chart.locator('[aria-selected="true"]').focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.url()).toContain(`${inspectors}%3A2017`);
    await expect.poll(() => page.getByRole('complementary', { name: 'Value' }).textContent()).toContain('This value is restated by a later report.');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain(`/read/${earlier}?at=`);
    await page.goBack();
    await chart.waitFor();
    await page.keyboard.press('c');
    await page.getByRole('grid', { name: 'Indicators of Fiji' }).waitFor();
    expect(bench.faults).toEqual([]);
  });

  it('shows what is unknown as a gap with its word, and leaves as SVG and as PNG with title and source inside', async () => {
    const bench = await openWorkbench({ theme: 'dark' });
    await importIndicatorReports(bench.backend);
    await bench.goto(address(`${funding}:2018`, 'chart'));
    const { page } = bench;
    await page.locator('.chart-drawing').getByText('Unknown', { exact: true }).first().waitFor({ state: 'attached' });
    const saved = async (entry: string) => {
      await page.getByRole('button', { name: 'Export', exact: true }).last().click();
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: entry }).click()]);
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    };
    const svg = await saved('Chart, SVG');
    expect(svg.name).toMatch(/^[\w ,()-]+, Fiji\.svg$/u);
    const text = svg.bytes.toString('utf8');
    expect(text).toMatch(/>Unknown<[\s\S]*>Source: /u);
    // The colours are the light ones although the screen is dark.
    expect(text).toContain('fill="#fdfcfa"');
    const png = await saved('Chart, PNG');
    expect(png.name).toMatch(/\.png$/u);
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(png.bytes.readUInt32BE(16)).toBe(2 * Number(/width="(\d+)"/u.exec(text)?.[1]));
    // One key adds it to a brief, where it is drawn again with its table.
    await page.locator('.chart-drawing [aria-selected="true"]').focus();
    await page.keyboard.press('b');
    await page.getByRole('combobox', { name: 'Brief' }).fill('Money');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await bench.backend.call('briefs.list', {})).map(({ title, blocks }) => [title, blocks])).toEqual([['Money', 1]]);
    const [brief] = await bench.backend.call('briefs.list', {});
    expect((await bench.backend.call('briefs.get', { id: brief?.id ?? '' })).blocks).toMatchObject([{ kind: 'chart', chart: { country: 'FJI', indicator: funding, years: [] } }]);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(bench.faults).toEqual([]);
  });

  it('draws the level of advancement, small charts of a group that lead to the large one, and says when values are words', async () => {
    const bench = await openWorkbench({ width: 1024, height: 700 });
    await importIndicatorReports(bench.backend);
    const { page } = bench;
    await bench.goto(address('advancement_level.level:2018', 'chart'));
    await page.locator('.chart-drawing').getByText('Significant').waitFor();
    expect(await page.getByRole('option').evaluateAll((years) => years.map((year) => year.getAttribute('aria-label')))).toEqual(['2016: No edition', expect.stringContaining('2017: Moderate'), expect.stringMatching(/^2018: Moderate.*measured in another way from here on$/)]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await bench.goto(address(`${inspectors}:2018`, 'group'));
    const small = page.getByRole('list', { name: 'Labor law enforcement, Fiji' });
    await small.getByRole('button', { name: /^Labor inspectors ?\. 3 values/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await small.getByRole('button', { name: /^Funding of the inspectorate/ }).click();
    await page.getByRole('listbox', { name: /^Funding of the inspectorate, Fiji/ }).waitFor();
    await bench.goto(address('statistics.working_age_range:2018', 'chart'));
    await page.getByText('These values are words and are not drawn.').waitFor();
    expect(bench.faults).toEqual([]);
  });
});
