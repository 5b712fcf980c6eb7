import { afterAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../shared/backend/backend.ts';
import { reportPdf } from '../backend/recognisers/ilab-report-writing.ts';
import { importNotes } from '../support/notes.ts';
import { accessibilityFaults, closeBrowser, openWorkbench } from '../support/workbench.ts';

afterAll(closeBrowser);

/** Reports of Fiji for 2017 and 2018, in our own words; the later one says 40 inspectors for 2017 where the earlier said 33. */
async function importReports(backend: Backend): Promise<{ earlier: string; later: string }> {
  const inspectorate = (year: number, before: string, now: string) => ({
    header: ['Overview of Labor Law Enforcement', String(year - 1), String(year)],
    rows: [
      ['Number of Labor Inspectors', `${before} (6)`, `${now} (7, 8)`],
      ['Labor Inspectorate Funding', 'Unknown (6)', '$3.1 million (6)'],
    ],
  });
  const files = [
    { name: '2017.pdf', bytes: reportPdf({ year: 2017, inspectorate: inspectorate(2017, '31', '33') }) },
    { name: '2018.pdf', bytes: reportPdf({ year: 2018, inspectorate: inspectorate(2018, '40', '20†') }) },
  ];
  const { runId } = await backend.call('imports.add', { files });
  const items = await backend.call('imports.wait', { runId });
  const idOf = (name: string) => items.find((item) => item.fileName === name)?.documentId ?? '';
  return { earlier: idOf('2017.pdf'), later: idOf('2018.pdf') };
}

const address = '/compare?country=FJI&part=indicators';
const cell = (key: string) => `[data-cell="${key}"]`;
const inspectors = 'enforcement.labor_inspectors';

describe('the indicators of a country', () => {
  it('stand by year with their signs, are walked by key, and open the reader at the words; the way back leads to the cell', async () => {
    const bench = await openWorkbench();
    const { later } = await importReports(bench.backend);
    await bench.goto('/compare?country=FJI');
    const { page } = bench;
    await page.getByRole('tab', { name: 'Indicators' }).click();
    await page.getByRole('grid', { name: 'Indicators of Fiji' }).waitFor();
    expect(await page.locator('.matrix thead th').allTextContents()).toEqual(['Indicator', expect.stringContaining('2016'), expect.stringContaining('2017'), expect.stringContaining('2018'), 'Chart']);
    expect(await page.locator(cell(`${inspectors}:2017`)).textContent()).toBe('33 restated by a later report');
    expect(await page.locator(cell(`${inspectors}:2018`)).textContent()).toBe('20†');
    expect(await page.locator(cell('enforcement.labor_inspectorate_funding_usd:2016')).textContent()).toBe('Unknown');
    expect(await page.locator(`${cell('enforcement.labor_inspectorate_funding_usd:2016')}.hatch`).count()).toBe(1);
    expect(await page.locator('.matrix-year.matrix-break').allTextContents()).toEqual([expect.stringContaining('not of the country'), expect.stringContaining('not of the country')]);

    await page.locator(cell(`${inspectors}:2017`)).focus();
    const panel = page.getByRole('complementary', { name: 'Value' });
    await panel.getByText('Later report', { exact: true }).waitFor();
    expect(await panel.locator('blockquote').allTextContents()).toEqual([expect.stringContaining('33'), expect.stringContaining('40')]);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).toContain(`row=enforcement.labor_inspectors%3A2018`);
    await expect.poll(() => panel.textContent()).toContain('Data are from July to June.');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain(`/read/${later}?at=`);
    const [, start = 0, end = 0] = (/at=(\d+)-(\d+)/.exec(page.url()) ?? []).map(Number);
    expect((await bench.backend.call('documents.reading', { id: later })).text.slice(start, end)).toContain('20†');
    await page.goBack();
    await page.locator('.matrix-active').waitFor();
    expect(await page.locator('.matrix-active').getAttribute('data-cell')).toBe(`${inspectors}:2018`);
    expect(bench.faults).toEqual([]);
  });

  it('are narrowed by words and folded, show their source under the pointer, and a click on the value opens it', async () => {
    const bench = await openWorkbench();
    const { earlier } = await importReports(bench.backend);
    await bench.goto(address);
    const { page } = bench;
    await page.getByRole('grid').waitFor();
    await page.getByRole('button', { name: /^Labor law enforcement/ }).click();
    await expect.poll(() => page.locator(cell(`${inspectors}:2017`)).count()).toBe(0);
    await page.keyboard.press('Control+f');
    await page.keyboard.type('inspectors');
    // What is looked for is seen although its group is folded.
    await expect.poll(() => page.locator('.matrix tbody tr:not(.matrix-group) th').allTextContents()).toEqual(['Labor inspectors', 'Enough inspectors by the advice of the ILO']);
    await page.locator(cell(`${inspectors}:2017`)).hover();
    await expect.poll(() => page.getByRole('tooltip').textContent()).toMatch(/33 Printed report 2017, page 2.*Number of Labor Inspectors.*40 Later report 2018/);
    await page.locator(cell(`${inspectors}:2017`)).getByRole('link').click();
    await expect.poll(() => page.url()).toContain(`/read/${earlier}?at=`);
    await page.goBack();
    await page.getByRole('grid').waitFor();
    await page.getByRole('searchbox', { name: 'Filter indicators' }).fill('nothing of the kind');
    await page.getByText('No indicator fits these words').waitFor();
    expect(bench.faults).toEqual([]);
  });

  it('are corrected by hand with a reason, the original stays beside, and it is taken back and undone', async () => {
    const bench = await openWorkbench();
    await importReports(bench.backend);
    await bench.goto(`${address}&row=${inspectors}:2017`);
    const { page } = bench;
    await page.locator('.matrix-active').focus();
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Value' }).fill('many');
    await page.keyboard.press('Enter');
    await page.getByText('This is not a number').waitFor();
    await page.getByText('Give the reason').waitFor();
    await page.getByRole('textbox', { name: 'Value' }).fill('1,040');
    await page.getByRole('textbox', { name: 'Reason' }).fill('The scan says so.');
    await page.getByRole('button', { name: 'Correct', exact: true }).click();
    await expect.poll(() => page.locator('.matrix-active').textContent()).toContain('1,040');
    expect(await page.locator('.matrix-active').textContent()).toContain('corrected by hand');
    const panel = page.getByRole('complementary', { name: 'Value' });
    await expect.poll(() => panel.textContent()).toMatch(/Corrected by hand.*1,040.*The scan says so\..*Printed report.*33/);

    await panel.getByRole('tab', { name: 'Data card' }).click();
    await panel.getByText('recognised: 33').waitFor();
    expect(await panel.getByRole('heading', { level: 3 }).allTextContents()).toEqual(expect.arrayContaining(['Labor law enforcement', 'Suggested actions']));
    await panel.getByRole('tab', { name: 'Value' }).click();
    await panel.getByRole('button', { name: 'Take back' }).click();
    await expect.poll(() => page.locator('.matrix-active').textContent()).toContain('33');
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect.poll(() => page.locator('.matrix-active').textContent()).toContain('1,040');
    expect(bench.faults).toEqual([]);
  });

  it('say why there are none, and are there for a single edition', async () => {
    const bench = await openWorkbench();
    await importNotes(bench.backend);
    await bench.goto('/compare?country=UZB&part=indicators');
    await bench.page.getByText('No values of Uzbekistan are known').waitFor();
    const { earlier } = await importReports(bench.backend);
    await bench.backend.call('documents.remove', { ids: [earlier] });
    await bench.goto('/compare?country=FJI');
    await bench.page.getByRole('main').getByRole('link', { name: 'Indicators' }).click();
    await bench.page.getByRole('grid', { name: 'Indicators of Fiji' }).waitFor();
    expect(bench.faults).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has no accessibility fault, %s', async (theme) => {
    const bench = await openWorkbench({ theme, width: 1280 });
    await importReports(bench.backend);
    await bench.goto(address);
    const { page } = bench;
    await page.getByText('No value in hand').waitFor();
    // Some rows stand for all: axe takes its time for each cell.
    await page.getByRole('searchbox', { name: 'Filter indicators' }).fill('inspect');
    await page.locator(cell(`${inspectors}:2017`)).hover();
    await page.getByRole('tooltip').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator(cell(`${inspectors}:2017`)).focus();
    await page.getByRole('button', { name: 'Correct…' }).first().waitFor();
    if (theme === 'light') expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Data card' }).click();
    await page.locator('.data-card').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    if (theme === 'light') return;
    await page.getByRole('button', { name: 'Correct Labor inspectors, 2017' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
