// Times the reader in a real Chromium on documents of our own words: opening, painting 10,000 highlights, scrolling, selecting,
// tagging, and what memory it takes to read 200 documents. Each peer runs in the same process as ours; the ratio counts, not the time.
// Needs the built screen (npm run build). Run: npm run bench -- reader

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { openBackend } from '../../shared/backend/backend.ts';
import { serveWeb } from '../../shared/hosts/web.ts';
import { resourcesDirectory } from '../support/backend.ts';
import { fillProject } from '../support/long-document.ts';
import { paintings } from './reader/paintings.ts';
import { drawPlain, heap, openDocument, openScreen, type Screen, scrollNothing, scrollText, selectWords, settle, tagSelection } from './reader/screen.ts';

const screenDirectory = process.env['SCREEN'] ?? join(import.meta.dirname, '..', '..', 'out', 'renderer');
const read = Number(process.env['DOCUMENTS'] ?? '200');
const rounds = 5;
/** Names of the parts to run: open, paint, scroll, answer, read; none: all. */
const parts = (process.env['PARTS'] ?? '').split(',').filter(Boolean);
const wants = (part: string) => parts.length === 0 || parts.includes(part);
/** Pixels a frame: a hand that turns the wheel fast, and one that drags the scroll bar. */
const speeds = { wheel: 20, fast: 60 };

const folder = mkdtempSync(join(tmpdir(), 'annals-bench-'));
try {
  if (existsSync(join(screenDirectory, 'index.html'))) await run();
  else console.log('The screen is not built; npm run build makes it.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

async function run(): Promise<void> {
  const file = join(folder, 'bench.annals');
  const short = Array.from({ length: read }, (_, index) => ({ id: `short-${String(index)}`, pages: 10, wordsAPage: 400, highlights: 40 }));
  fillProject(file, [
    { id: 'plain', pages: 200, wordsAPage: 500, highlights: 0 },
    { id: 'marked', pages: 200, wordsAPage: 500, highlights: 10_000 },
    { id: 'million', pages: 290, wordsAPage: 500, highlights: 300 },
    { id: 'pages', pages: 1500, wordsAPage: 400, highlights: 300 },
    ...short,
  ]);
  const backend = await openBackend({ workspaceDirectory: join(folder, 'workspace'), projectFile: file, resourcesDirectory, workers: 1 });
  const host = await serveWeb({ backend, rendererDirectory: screenDirectory, port: 0, host: '127.0.0.1' });
  const given = process.env['CHROMIUM'];
  const browser = await chromium.launch({ args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])], ...(given ? { executablePath: given } : {}) });
  try {
    const screen = await openScreen(browser, host.url);
    const characters = new Map((await backend.call('documents.list', {})).map((document) => [document.id, document.characters]));
    // What the window loads once is not counted.
    await openDocument(screen, 'short-0');

    if (wants('open')) await compareOpening(screen, (id) => `${((characters.get(id) ?? 0) / 1e6).toFixed(1)} million characters`);
    if (wants('paint')) await compareHighlights(browser, backend);
    if (wants('scroll')) await compareScrolling(screen);
    if (wants('answer')) await answers(screen);
    if (wants('read')) await reading(screen, short.map(({ id }) => id));
  } finally {
    await browser.close();
    await host.close();
    await backend.close();
  }
}

async function compareOpening(screen: Screen, length: (id: string) => string): Promise<void> {
  const opened = { first: await openDocument(screen, 'plain'), million: await openDocument(screen, 'million'), pages: await openDocument(screen, 'pages'), marked: await openDocument(screen, 'marked') };
  console.log('From the click to the first words                        ms');
  say(`1,500 pages, ${length('pages')} (limit 2,000)`, opened.pages);
  say(`${length('million')} (limit 2,000)`, opened.million);
  say('200 pages with 10,000 highlights', opened.marked);
  await openDocument(screen, 'plain');
  await settle(screen);
  const plain = await several(async () => await drawPlain(screen));
  const again: number[] = [];
  for (let round = 0; round < rounds; round += 1) again.push(await openDocument(screen, 'plain'));
  say('200 pages', opened.first);
  say('200 pages again', median(again));
  say('the same text put on the page as plain elements', plain);
  console.log(`200 pages against plain elements: ${ratio(opened.first, plain)}, again ${ratio(median(again), plain)} (goal 0.4)\n`);
}

async function compareHighlights(browser: Parameters<typeof paintings>[0], backend: Parameters<typeof paintings>[1]): Promise<void> {
  const { ours, elements, allAtOnce } = await paintings(browser, backend, 'marked', 3);
  console.log('10,000 highlights, from applying to painted              ms');
  say('ours', median(ours));
  say('<mark> elements', median(elements));
  say('the browser’s highlights, all at once', median(allAtOnce));
  console.log(`Against <mark>: ${ratio(median(ours), median(elements))} (goal 0.125)\n`);
}

async function compareScrolling(screen: Screen): Promise<void> {
  console.log('Scrolling, 200 pages        frames a second   95 % of frames within   worst (ms)');
  for (const [speed, step] of Object.entries(speeds)) {
    for (const turn of [1, 2]) {
      const nothing = await scrollNothing(screen, step, 3000);
      await openDocument(screen, 'plain');
      await settle(screen);
      const plain = await scrollText(screen, step, 4000);
      await openDocument(screen, 'marked');
      await settle(screen);
      const marked = await scrollText(screen, step, 4000);
      for (const [name, { frames, slow, worst }] of Object.entries({ 'an empty page (the limit)': nothing, 'no highlights': plain, '10,000 highlights': marked })) {
        console.log(`${`${speed} ${String(turn)}, ${name}`.padEnd(34)} ${frames.toFixed(1).padStart(8)} ${slow.toFixed(1).padStart(23)} ${worst.toFixed(1).padStart(12)}`);
      }
      console.log(`Against the limit: ${ratio(marked.frames, nothing.frames)} (goal 58 of 60 = 0.97)`);
    }
  }
  console.log('');
}

async function answers(screen: Screen): Promise<void> {
  console.log('200 pages with 10,000 highlights                         ms  (median and worst)');
  const selecting: number[] = [];
  const tagging: number[] = [];
  await openDocument(screen, 'marked');
  await settle(screen);
  for (let round = 0; round < rounds; round += 1) {
    await screen.page.evaluate((at) => document.querySelector('.reader-scroller')?.scrollTo(0, at), 2000 + round * 2000);
    await screen.page.waitForTimeout(700);
    selecting.push(await selectWords(screen));
    tagging.push(await tagSelection(screen, '1'));
  }
  say('a selection is answered (goal 50)', median(selecting), Math.max(...selecting));
  say('tagging it, until painted with its card open', median(tagging), Math.max(...tagging));
  console.log('');
}

/** An hour's reading in short: each document opened, scrolled, a passage tagged, left again. */
async function reading(screen: Screen, ids: string[]): Promise<void> {
  console.log('Reading documents one after another       heap (MB)    nodes');
  for (const [index, id] of ids.entries()) {
    await openDocument(screen, id);
    await scrollText(screen, 400, 300);
    await screen.page.evaluate(() => document.querySelector('.reader-scroller')?.scrollTo(0, 600));
    await selectWords(screen);
    await tagSelection(screen, '1');
    if ((index + 1) % Math.ceil(ids.length / 4) !== 0) continue;
    await screen.page.evaluate(() => globalThis.bench.go('/library'));
    // Answers nobody shows are forgotten after a minute.
    await screen.page.waitForTimeout(75_000);
    const { megabytes, nodes } = await heap(screen);
    console.log(`${`after ${String(index + 1)}`.padEnd(38)} ${megabytes.toFixed(1).padStart(12)} ${String(nodes).padStart(8)}`);
  }
}

function say(name: string, ...milliseconds: number[]): void {
  console.log(`${name.padEnd(52)} ${milliseconds.map((time) => time.toFixed(0).padStart(6)).join(' ')}`);
}

async function several(work: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await work());
  return median(times);
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0;
}

function ratio(ours: number, peer: number): string {
  return (ours / peer).toFixed(2);
}
