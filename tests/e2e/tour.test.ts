// A tour through every screen: with the sample project, with nothing, and with 200 documents of long names; at two sizes, in both
// themes. Nothing may be cut off or unreachable. The variable TOUR keeps a picture of each in out/screenshots.

import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, closeBrowser, openWorkbench, type Workbench } from '../support/workbench.ts';
import { fillWithLongNames, layoutFaults, type Screen, screensOf, show } from '../support/tour.ts';

afterAll(closeBrowser);

const pictures = process.env['TOUR'] === undefined ? null : join(import.meta.dirname, '..', '..', 'out', 'screenshots');

const large = { width: 1440, height: 900 };
const small = { width: 1024, height: 700 };

/** What is wrong with the screens, by screen. Colours are judged at one size: they do not depend on it. */
async function faultsOf(bench: Workbench, screens: readonly Screen[], name: string, theme: string): Promise<Record<string, string[]>> {
  const { page } = bench;
  const found: Record<string, string[]> = {};
  for (const size of [large, small]) {
    await page.setViewportSize(size);
    for (const screen of screens) {
      await show(page, screen);
      const faults = [...(await layoutFaults(page)), ...(size === large ? await accessibilityFaults(page) : [])];
      if (faults.length > 0) found[`${screen.name} ${String(size.width)}`] = faults;
      if (pictures) await page.screenshot({ path: join(pictures, `${name}-${screen.name}-${theme}-${String(size.width)}.png`) });
    }
  }
  return found;
}

const all = ['light', 'dark'] as const;

describe('every screen', () => {
  it('is judged by a check that sees a fault', async () => {
    const { page } = await openWorkbench();
    await page.evaluate(() => document.querySelector('.shell')?.append(document.createElement('button')));
    expect(await accessibilityFaults(page)).toEqual([expect.stringMatching(/^button-name: .*\(.*button/)]);
  });

  it.each(all)('with the sample project, %s', { timeout: 300_000 }, async (theme) => {
    const bench = await openWorkbench({ project: null, theme });
    await bench.backend.call('projects.openSample', {});
    await bench.goto('/library');
    expect(await faultsOf(bench, await screensOf(bench.backend), 'sample', theme)).toEqual({});
    expect(bench.faults).toEqual([]);
  });

  it.each(pictures ? all : (['dark'] as const))('with nothing in the project, and with no project, %s', { timeout: 300_000 }, async (theme) => {
    const bench = await openWorkbench({ theme });
    expect(await faultsOf(bench, await screensOf(bench.backend), 'empty', theme)).toEqual({});
    const first = await openWorkbench({ project: null, theme });
    expect(await faultsOf(first, [{ name: 'start', address: '/', shows: '.start' }], 'none', theme)).toEqual({});
    expect([...bench.faults, ...first.faults]).toEqual([]);
  });

  it.each(pictures ? all : (['light'] as const))('with 200 documents of long names, %s', { timeout: 300_000 }, async (theme) => {
    const bench = await openWorkbench({ theme });
    await fillWithLongNames(bench.backend);
    await bench.goto('/library');
    expect(await faultsOf(bench, await screensOf(bench.backend), 'long', theme)).toEqual({});
    expect(bench.faults).toEqual([]);
  });
});
