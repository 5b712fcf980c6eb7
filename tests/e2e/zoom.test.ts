// At 200 % zoom, and with the reading text at its largest, no view loses a control or has to be scrolled in two directions.

import { afterAll, expect, it } from 'vitest';
import { overflowFaults } from '../support/overflow.ts';
import { closeBrowser, openWorkbench } from '../support/workbench.ts';

afterAll(closeBrowser);

// A window of 1440 by 900 at a zoom of 2 is one of 720 by 450 to the page.
it('every view is whole at 200 % zoom, with its panels folded and unfolded and the reading text large', async () => {
  const { page, goto, backend, faults } = await openWorkbench({ project: null, width: 720, height: 450 });
  await backend.call('projects.openSample', {});
  await backend.call('settings.set', { key: 'reading.size', value: 28 });
  const [documents, tags, findings, briefs] = await Promise.all([backend.call('documents.list', {}), backend.call('tags.list', {}), backend.call('findings.list', {}), backend.call('briefs.list', {})]);
  const country = documents.find((each) => each.country !== null)?.country ?? '';
  const places = [
    '/library',
    '/library/imports',
    '/library/metadata',
    '/annotations',
    `/read/${documents[0]?.id ?? ''}`,
    `/codebook/${tags[0]?.id ?? ''}`,
    '/codebook?part=together',
    '/codebook?part=agreement',
    `/findings/${findings[0]?.id ?? ''}`,
    `/briefs/${briefs[0]?.id ?? ''}`,
    '/search?q=labor',
    '/cables',
    '/activity',
    '/settings',
    // The other parts are built as these are.
    ...['overview', 'text', 'actions', 'sources'].map((part) => `/compare?country=${country}&part=${part}`),
  ];
  const found: string[] = [];
  await goto('/library');
  for (const place of places) {
    // Within the page: loading it anew for each of two dozen places would take most of the time.
    await page.evaluate((address) => {
      history.pushState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
    }, place);
    await page.waitForFunction(() => document.querySelectorAll('main *').length > 6);
    await page.waitForTimeout(200);
    for (const fault of await overflowFaults(page)) found.push(`${place}: ${fault}`);
    for (const side of ['[', ']']) {
      await page.keyboard.press(side);
      for (const fault of await overflowFaults(page)) found.push(`${place} with ${side}: ${fault}`);
      await page.keyboard.press(side);
    }
  }
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  for (const fault of await overflowFaults(page)) found.push(`shortcuts: ${fault}`);
  expect([...new Set(found)]).toEqual([]);
  expect(faults).toEqual([]);
});
