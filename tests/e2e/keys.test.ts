// Keys set by the analyst in a real browser on the real application: pressed in the settings, in force at once and after a reload.

import { afterAll, expect, it } from 'vitest';
import { annotations, textOf, withReport } from '../support/reading.ts';
import { patience } from '../support/patience.ts';
import { accessibilityFaults, closeBrowser } from '../support/workbench.ts';

/** The cores may be shared; what is waited for comes. */
const patiently = { timeout: patience };

afterAll(closeBrowser);

it('keys are set by pressing them: refusals and conflicts are said, a key is moved, and all places show and obey it', async () => {
  const workbench = await withReport();
  const { page, goto, backend, documentId, faults } = workbench;
  const stored = async () => (await backend.call('settings.get', {}))['keys'];
  const row = (label: string) => page.locator('.key-row').filter({ has: page.locator('.key-row-label', { hasText: new RegExp(`^${label}`) }) });
  const said = page.locator('.key-recorder-note');
  const begin = (label: string) => page.getByRole('button', { name: `Set keys of “${label}”` }).press('Enter');

  // To the settings by the palette, as somebody who does not know the key.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or jump to' }).fill('change keys');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/settings/keys');

  await begin('Write a note');
  await page.keyboard.press('Control+p');
  await expect.poll(() => said.textContent(), patiently).toBe('Ctrl+P is kept by the system or the browser. It prints, everywhere. Press others.');
  await page.keyboard.press('e');
  await expect.poll(() => said.textContent(), patiently).toBe('E already gives “Reader: use as evidence…”. Move it to “Write a note”, or press others.');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Move here' }).press('Enter');
  await expect.poll(stored, patiently).toEqual({ 'reader.note': ['N', 'E'], 'reader.evidence': [] });
  // The keyboard goes on where it was.
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')), patiently).toBe('Set keys of “Write a note”');
  await page.getByRole('button', { name: 'Take N from “Write a note”' }).press('Enter');
  await expect.poll(stored, patiently).toEqual({ 'reader.note': ['E'], 'reader.evidence': [] });
  expect(await row('Use as evidence').textContent()).toContain('none');

  // Two keys after each other, and a key of another script, which counts by its place.
  await begin('Use as evidence…');
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await expect.poll(stored, patiently).toEqual({ 'reader.note': ['E'], 'reader.evidence': ['G E'] });
  await begin('Highlight only');
  await page.keyboard.press('Escape');
  expect(await page.locator('.key-recorder').count()).toBe(0);

  await page.getByRole('searchbox', { name: 'Find a command or a key' }).fill('e');
  await page.getByRole('searchbox', { name: 'Find a command or a key' }).fill('write a note');
  await expect.poll(() => page.locator('.key-row').count(), patiently).toBe(1);

  await goto(`/read/${documentId}`);
  await textOf(page);
  await page.locator('.reader-scroller').focus();
  await page.keyboard.press('s');
  const toolbar = page.getByRole('toolbar', { name: 'Selected passage' });
  await toolbar.waitFor();
  expect(await toolbar.getByRole('button', { name: 'Note' }).textContent()).toBe('NoteE');
  // As a Russian keyboard sends it: У stands where E is.
  await page.evaluate(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'у', code: 'KeyE', bubbles: true, cancelable: true })));
  await page.getByRole('textbox', { name: 'Note' }).waitFor();
  await page.keyboard.type('n and e are letters here');
  await expect.poll(async () => (await annotations(workbench))[0]?.note, patiently).toBe('n and e are letters here');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.waitFor();
  expect(await sheet.getByRole('heading', { level: 3 }).first().textContent()).toBe('In Reader');
  expect(await sheet.locator('dl > div', { hasText: 'Write a note' }).textContent()).toBe('Write a noteE');
  expect(await sheet.locator('dl > div', { hasText: 'Use as evidence…' }).first().textContent()).toBe('Use as evidence…G then E');
  await sheet.getByRole('button', { name: 'Change keys…' }).press('Enter');
  await page.waitForURL('**/settings/keys');

  await page.getByRole('button', { name: 'Set “Write a note” back' }).press('Enter');
  await expect.poll(stored, patiently).toEqual({ 'reader.evidence': ['G E'] });
  await page.getByRole('button', { name: 'Set all back' }).press('Enter');
  await expect.poll(stored, patiently).toEqual({});
  await page.locator('.toast', { hasText: 'as they were at first' }).getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(stored, patiently).toEqual({ 'reader.evidence': ['G E'] });
  expect(faults).toEqual([]);
});
