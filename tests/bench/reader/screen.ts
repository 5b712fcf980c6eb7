// The built screen in a real Chromium for the reader's benchmark, and what is timed inside it: opening, scrolling, selecting, tagging.
// Times are told by the page itself, in milliseconds until the frame that shows the result is drawn.

import type { Browser, CDPSession, Page } from 'playwright';

export type Screen = { page: Page; session: CDPSession; close: () => Promise<void> };

/** Functions put into the page once; the page's content policy allows no other way to share code between evaluations. */
function helpers(): void {
  /** The time at which what stands now on the page is drawn. */
  const drawn = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(performance.now()));
        port1.start();
        port2.postMessage(null);
      });
    });
  const until = async (isSo: () => boolean, limit = 60_000) => {
    const end = performance.now() + limit;
    while (!isSo()) {
      if (performance.now() > end) throw new Error(`waited ${String(limit)} ms for ${String(isSo)}`);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };
  const go = (address: string) => {
    window.history.pushState(null, '', address);
    window.dispatchEvent(new PopStateEvent('popstate'));
  };
  /** Frames a second and the longest pause between two while the element is scrolled by itself. */
  const scroll = async (element: Element, step: number, milliseconds: number) => {
    const pauses: number[] = [];
    let last = performance.now();
    const begun = last;
    while (last - begun < milliseconds) {
      element.scrollTop += step;
      if (element.scrollTop + element.clientHeight >= element.scrollHeight - 2) element.scrollTop = 0;
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      pauses.push(performance.now() - last);
      last = performance.now();
      void now;
    }
    pauses.sort((one, other) => one - other);
    return { frames: (pauses.length * 1000) / (last - begun), worst: pauses.at(-1) ?? 0, slow: pauses[Math.floor(pauses.length * 0.95)] ?? 0 };
  };
  Object.assign(globalThis, { bench: { drawn, until, go, scroll } });
}

type Bench = { drawn: () => Promise<number>; until: (isSo: () => boolean, limit?: number) => Promise<void>; go: (address: string) => void; scroll: (element: Element, step: number, milliseconds: number) => Promise<Scrolled> };
export type Scrolled = { frames: number; worst: number; slow: number };

declare global {
  var bench: Bench;
}

export async function openScreen(browser: Browser, url: string): Promise<Screen> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await context.addInitScript(helpers);
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForSelector('.shell');
  const session = await context.newCDPSession(page);
  // Processor time of the page's own thread: on a busy machine it tells more than the clock.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, session, close: () => context.close() };
}

/** From the click to the first words on the screen. */
export function openDocument({ page }: Screen, id: string): Promise<number> {
  return page.evaluate(async (documentId) => {
    const { drawn, until, go } = globalThis.bench;
    go('/library');
    await until(() => document.querySelector('.reader-scroller') === null && document.querySelector('[role="grid"]') !== null);
    await drawn();
    const begun = performance.now();
    go(`/read/${documentId}`);
    await until(() => document.querySelector('.reader-scroller [data-start]') !== null);
    return (await drawn()) - begun;
  }, id);
}

/** Waits until as much is drawn as ever will be without scrolling. */
export async function settle({ page }: Screen): Promise<void> {
  await page.evaluate(async () => {
    const count = () => document.querySelectorAll('.reader-scroller [data-start]').length;
    for (let known = -1, same = 0; same < 4; ) {
      const now = count();
      same = now === known ? same + 1 : 0;
      known = now;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  });
}

export function scrollText({ page }: Screen, step: number, milliseconds: number): Promise<Scrolled> {
  return page.evaluate(
    async ([by = 0, time = 0]) => {
      const element = document.querySelector('.reader-scroller');
      if (!element) throw new Error('no text');
      element.scrollTop = 0;
      return await globalThis.bench.scroll(element, by, time);
    },
    [step, milliseconds],
  );
}

/** The limit: a page of the same height with nothing on it, in the same window. */
export function scrollNothing({ page }: Screen, step: number, milliseconds: number): Promise<Scrolled> {
  return page.evaluate(
    async ([by = 0, time = 0]) => {
      const frame = document.createElement('div');
      const inside = document.createElement('div');
      frame.style.cssText = 'position:fixed;inset:0;overflow:auto;background:#fff;z-index:1000';
      inside.style.height = '400000px';
      frame.append(inside);
      document.body.append(frame);
      const scrolled = await globalThis.bench.scroll(frame, by, time);
      frame.remove();
      return scrolled;
    },
    [step, milliseconds],
  );
}

/** All that is drawn of the text now, put on the page in one go as plain elements under the same styles: time until it is drawn, and whether the last line has its place. */
export function drawPlain({ page }: Screen): Promise<number> {
  return page.evaluate(async () => {
    const text = document.querySelector('.reader-page');
    if (!text) throw new Error('no text');
    const html = new XMLSerializer().serializeToString(text);
    const frame = document.createElement('div');
    frame.className = 'reader-scroller';
    frame.style.cssText = 'position:fixed;inset:0;z-index:1000';
    document.body.append(frame);
    await globalThis.bench.drawn();
    const begun = performance.now();
    frame.append(document.importNode(new DOMParser().parseFromString(html, 'text/html').body, true));
    const time = (await globalThis.bench.drawn()) - begun;
    frame.remove();
    return time;
  });
}

export async function heap({ session }: Screen): Promise<{ megabytes: number; nodes: number }> {
  for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { megabytes: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes') };
}

/** Selects some words with the pointer; from letting go of it to the toolbar on the screen. */
export async function selectWords({ page }: Screen): Promise<number> {
  const { x, y } = await page.evaluate(() => {
    const paragraph = [...document.querySelectorAll('.reader-paragraph')].find((element) => element.getBoundingClientRect().top > 220);
    const box = paragraph?.getBoundingClientRect();
    const answered = new Promise<number>((resolve, reject) => {
      document.addEventListener(
        'pointerup',
        () => {
          const begun = performance.now();
          void (async () => {
            await globalThis.bench.until(() => document.querySelector('.reader-toolbar') !== null);
            resolve((await globalThis.bench.drawn()) - begun);
          })().catch(reject);
        },
        { once: true, capture: true },
      );
    });
    Object.assign(globalThis, { answered });
    return { x: (box?.left ?? 0) + 60, y: (box?.top ?? 0) + 12 };
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 140, y, { steps: 3 });
  await page.mouse.up();
  return page.evaluate(() => (globalThis as unknown as { answered: Promise<number> }).answered);
}

/** Presses the key that tags what is selected; until one more range is painted and its card is opened. */
export async function tagSelection({ page }: Screen, key: string): Promise<number> {
  await page.evaluate(() => {
    const painted = () => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0);
    const answered = new Promise<number>((resolve, reject) => {
      document.addEventListener(
        'keydown',
        () => {
          const begun = performance.now();
          const before = painted();
          void (async () => {
            await globalThis.bench.until(() => painted() !== before && document.querySelector('.annotation-card-open') !== null);
            resolve((await globalThis.bench.drawn()) - begun);
          })().catch(reject);
        },
        { once: true, capture: true },
      );
    });
    Object.assign(globalThis, { answered });
  });
  await page.keyboard.press(key);
  return page.evaluate(() => (globalThis as unknown as { answered: Promise<number> }).answered);
}
