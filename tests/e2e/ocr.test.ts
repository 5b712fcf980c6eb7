// A scanned document on the screen: said, recognised by one press, read with its doubts by key and by pointer, and taken back.

import { afterAll, describe, expect, it } from 'vitest';
import { PageSheet, pdfOf } from '../backend/importers/pdf-writing.ts';
import { pdfOfPictures, scannedPage } from '../support/scans.ts';
import { accessibilityFaults, closeBrowser, openWorkbench, type Workbench } from '../support/workbench.ts';

afterAll(closeBrowser);

/** Printed over in one line, so that some of its words are in doubt. */
const scan = () => {
  const sheet = new PageSheet(330, 150).text(40, 40, 'Harvest inspections', 16, 'bold').lines(40, 75, ['Inspectors visited 214 farms in the north', 'and found nine children at work.'], 11).text(40, 115, 'nine of them were twelve', 11).text(42, 119, 'WMWMWMWMWMWMWM', 9);
  return pdfOfPictures([scannedPage(pdfOf([sheet]), 1, { noise: 0.002 })]);
};

async function withScan(theme: 'light' | 'dark', width: number): Promise<Workbench & { id: string }> {
  const workbench = await openWorkbench({ theme, width });
  const { runId } = await workbench.backend.call('imports.add', { files: [{ name: 'harvest.pdf', bytes: scan() }] });
  const [item] = await workbench.backend.call('imports.wait', { runId });
  return { ...workbench, id: item?.documentId ?? '' };
}

describe('a scanned document', () => {
  it.each([
    ['light', 1440],
    ['dark', 1024],
  ] as const)('is said to be one, recognised, read with its doubts and taken back (%s)', { timeout: 60_000 }, async (theme, width) => {
    const workbench = await withScan(theme, width);
    const { page, backend, id, faults } = workbench;
    page.setDefaultTimeout(20_000);
    await workbench.goto(`/read/${id}`);
    await page.getByText('The page is a picture without text.').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Recognise text' }).first().click();

    // The new reading takes the place of the picture by itself.
    await page.getByText('Inspectors visited 214 farms').waitFor();
    await page.getByRole('tab', { name: 'Document' }).click();
    await page.getByText('Page 1 was read by OCR in English').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    const doubts = await backend.call('ocr.doubts', { id });
    expect(doubts.length).toBeGreaterThan(0);
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('reader-doubt')?.size ?? 0)).toBe(doubts.length);
    await page.locator('.reader-scroller').focus();
    await page.keyboard.press('u');
    await page.getByText(/read by OCR, \d+ % sure\. 1 of/).waitFor();
    await page.locator('.doubt-tip').waitFor();
    expect(await page.locator('.doubt-tip').textContent()).toMatch(/^read by OCR, \d+ % sure$/);

    await backend.call('history.undo', {});
    await page.getByText('The page is a picture without text.').first().waitFor();
    expect(faults).toEqual([]);
  });

  it('offers the setting, off at first, and keeps it', { timeout: 60_000 }, async () => {
    const workbench = await openWorkbench();
    const { page, backend } = workbench;
    await workbench.goto('/settings');
    const box = page.getByRole('checkbox', { name: 'Recognise scanned pages by itself' });
    expect(await box.isChecked()).toBe(false);
    expect(await page.getByRole('checkbox', { name: 'English' }).isDisabled()).toBe(true);
    await page.getByText('Recognise scanned pages by itself').click();
    await expect.poll(async () => (await backend.call('settings.get', {}))['ocr.atImport']).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
