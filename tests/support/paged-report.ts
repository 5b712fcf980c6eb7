// A report of three pages in a browser test: running heads, two columns, a table, a figure without words. And where words stand on
// the pages of the window.

import type { Page } from 'playwright';
import { PageSheet, pdfOf } from '../backend/importers/pdf-writing.ts';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench.ts';

const foot = (sheet: PageSheet, label: string) => sheet.text(72, 40, 'Ruritania: yearly report on farms and schools', 9).text(300, 770, label, 9);

/** Lines that a paragraph is set in; long enough that two columns are told apart. */
function column(sheet: PageSheet, x: number, top: number, lines: readonly string[]): void {
  sheet.lines(x, top, lines, 10);
}

export function reportPages(): PageSheet[] {
  const first = foot(new PageSheet(), 'iv').text(72, 90, 'Ruritania', 22, 'bold').text(72, 130, 'I. Enforcement', 13, 'bold');
  column(first, 72, 160, ['Inspectors visited 214 farms in the north of', 'the country last year. They found nine children', 'at work and sent all of them back to school', 'within a month of the visit. The ministry said', 'that the visits would go on in spring.']);
  column(first, 330, 160, ['Unannounced inspections were suspended in', 'June by an order of the cabinet. The order names', 'no reason and no end. Two unions asked the court', 'to lift it; the court has not answered. A law of', 'the year before had allowed such visits.']);
  first.box(90, 420, 290, 560);
  const second = foot(new PageSheet(), 'v').text(72, 90, 'II. Figures', 13, 'bold');
  second.text(72, 120, 'The table below gives the figures of the last two years.', 10);
  second.text(72, 145, 'Table 1. Inspections', 10, 'bold');
  second.table([72, 220, 320, 420], 152, ['Measure', '2020', '2021'], [['Inspectors', '41', '38'], ['Visits', '610', '214']]);
  second.lines(72, 320, ['The number of visits fell by two thirds while the number of inspectors hardly', 'changed. The ministry explains this by the suspension, which began in the middle'], 10);
  const third = foot(new PageSheet(), 'vi').lines(72, 90, ['of the year and is still in force. No figures were given for the months after it.', 'Schools report fewer children who come only after the harvest.'], 10);
  third.text(72, 160, 'III. Actions', 13, 'bold').text(72, 190, 'Publish the figures of every year before the next one ends.', 10);
  return [first, second, third];
}

export async function withPages(bytes: Uint8Array = pdfOf(reportPages()), options: WorkbenchOptions & { view?: string } = {}): Promise<Workbench & { documentId: string }> {
  const workbench = await openWorkbench(options);
  workbench.page.setDefaultTimeout(15_000);
  const { runId } = await workbench.backend.call('imports.add', { files: [{ name: 'Report.pdf', bytes }] });
  const [item] = await workbench.backend.call('imports.wait', { runId });
  if (!item?.documentId) throw new Error(`the report was not imported: ${item?.reason ?? 'no ledger line'}`);
  await workbench.goto(`/read/${item.documentId}?view=${options.view ?? 'pages'}`);
  if (options.view !== 'text') await workbench.page.locator('.page-picture canvas').first().waitFor();
  return { ...workbench, documentId: item.documentId };
}

type Place = { x: number; y: number };

/** Where a word stands in the window, by the recognised boxes: its left and right end. The page must be in sight. */
export async function wordAt({ page, backend }: Workbench, documentId: string, words: string): Promise<{ left: Place; right: Place }> {
  const { text, pages } = await backend.call('documents.reading', { id: documentId });
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  const end = start + words.length;
  for (const { number, width } of pages) {
    const boxes = await backend.call('documents.words', { id: documentId, page: number });
    const first = boxes.find((box) => box.start <= start && box.end > start);
    const last = boxes.find((box) => box.start < end && box.end >= end);
    if (!first || !last) continue;
    const sheet = await page.locator(`.page-sheet[data-page="${String(number)}"]`).boundingBox();
    if (!sheet) throw new Error(`page ${String(number)} is not in sight`);
    const scale = sheet.width / width;
    const at = (x: number, box: { y: number; height: number }): Place => ({ x: sheet.x + x * scale, y: sheet.y + (box.y + box.height / 2) * scale });
    return { left: at(first.x + 0.5, first), right: at(last.x + last.width - 0.2, last) };
  }
  throw new Error(`on no page: ${words}`);
}

/** Selects on the pages as a hand does. */
export async function dragOnPages(workbench: Workbench, documentId: string, from: string, to = from): Promise<void> {
  const { page } = workbench;
  const { left } = await wordAt(workbench, documentId, from);
  await page.mouse.move(left.x, left.y);
  await page.mouse.down();
  const { right } = await wordAt(workbench, documentId, to);
  await page.mouse.move(right.x, right.y, { steps: 5 });
  await page.mouse.up();
  await page.getByRole('toolbar', { name: 'Selected passage' }).waitFor();
}

/** How many boxes stand in a look such as "page-highlight" on the pages in sight. */
export function marked(page: Page, look: string): Promise<number> {
  return page.locator(`.${look}`).count();
}
