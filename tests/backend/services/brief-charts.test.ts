import { describe, expect, it } from 'vitest';
import { openTestBackend } from '../../support/backend.ts';
import { importIndicatorReports } from '../../support/indicator-reports.ts';

const inspectors = { country: 'FJI', indicator: 'enforcement.labor_inspectors', territory: null, years: [] };

async function prepared() {
  const backend = await openTestBackend();
  const ids = await importIndicatorReports(backend);
  const brief = await backend.call('briefs.create', { title: 'Inspectors' });
  const add = (chart: object | null, text = '') => backend.call('briefs.addBlock', { briefId: brief.id, kind: 'chart', chart: chart as never, text });
  const preview = async () => await backend.call('briefs.preview', { id: brief.id });
  return { backend, brief, add, preview, ...ids };
}

describe('a chart in a brief', () => {
  it('keeps which indicator, country and years, and is drawn from what the project knows now', async () => {
    const { backend, brief, add, preview, later } = await prepared();
    const block = await add(inspectors);
    expect((await backend.call('briefs.get', { id: brief.id })).blocks).toMatchObject([{ id: block.id, kind: 'chart', chart: inspectors }]);
    const { html, problems } = await preview();
    expect(problems).toEqual([]);
    expect(html).toContain('<svg');
    expect(html).toContain('Labor inspectors, Fiji');
    // 2017 as its own report prints it, and below what the next one says instead, each with its page.
    const rows = [...html.matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) => row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim());
    expect(rows).toContainEqual(expect.stringMatching(/^2017 33 Printed report \[ \d, p\. \d+ \]/));
    expect(rows).toContainEqual(expect.stringMatching(/^40 Later report \[ \d, p\. \d+ \]/));
    await backend.call('observations.correct', { documentId: later, indicator: inspectors.indicator, territory: null, year: 2018, status: 'value', value: 25, reason: 'The dagger was read as a figure.' });
    expect((await preview()).html).toMatch(/>25</);
  });

  it('shows the years it is told, and says when nothing is left to draw', async () => {
    const { backend, add, preview } = await prepared();
    const block = await add({ ...inspectors, years: [2018] }, 'Only one year');
    const { html } = await preview();
    expect(html).toContain('Only one year');
    expect(html).not.toMatch(/<th scope="row" class="year">2017/);
    await backend.call('briefs.updateBlock', { id: block.id, chart: { ...inspectors, indicator: 'no.such' } });
    expect((await preview()).problems).toMatchObject([{ code: 'block-missing', message: 'This chart cannot be drawn: the project no longer has values of this indicator.' }]);
    await backend.call('history.undo', {});
    expect((await preview()).problems).toEqual([]);
    await backend.call('briefs.updateBlock', { id: block.id, chart: null });
    expect((await preview()).problems).toMatchObject([{ message: 'No indicator is chosen for this chart.' }]);
  });

  it('is refused for what is no country, no indicator or no year', async () => {
    const { add } = await prepared();
    await expect(add({ ...inspectors, country: 'Fiji' })).rejects.toThrow('cannot use this input');
    await expect(add({ ...inspectors, indicator: '' })).rejects.toThrow('cannot use this input');
    await expect(add({ ...inspectors, years: [-3] })).rejects.toThrow('cannot use this input');
  });
});
