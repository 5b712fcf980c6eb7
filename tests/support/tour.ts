// Walks through every screen of the workbench and says what is wrong with each as it stands: text that leaves its box, controls that
// are cut off. Which project is open is the caller's.

import type { Page } from 'playwright';
import type { Backend } from '../../shared/backend/backend.ts';
import { importTexts, placeOf } from './backend.ts';

export type Screen = {
  name: string;
  address: string;
  /** What is there when the screen is drawn. */
  shows: string;
  /** What is done before it is looked at. */
  prepare?: (page: Page) => Promise<void>;
};

/** Every screen, with the things of the open project where it has some. */
export async function screensOf(backend: Backend): Promise<Screen[]> {
  const documents = await backend.call('documents.list', {});
  const annotated = documents.find((document) => document.annotations > 0) ?? documents[0];
  const [tag] = await backend.call('tags.list', {});
  const [finding] = await backend.call('findings.list', {});
  const [brief] = await backend.call('briefs.list', {});
  const editions = (await backend.call('compare.editions', {})).find((each) => each.editions.length > 1);
  return [
    { name: 'library', address: '/library', shows: '.shell [role=grid], .shell .empty-state' },
    { name: 'library-chosen', address: '/library', shows: '.shell [role=grid], .shell .empty-state', prepare: chooseRow },
    { name: 'imports', address: '/library/imports', shows: '.shell [role=grid], .shell .empty-state' },
    { name: 'reader', address: annotated ? `/read/${annotated.id}` : '/read', shows: annotated ? '[data-start]' : '.empty-state' },
    { name: 'codebook', address: tag ? `/codebook/${tag.id}` : '/codebook', shows: '.panels, .empty-state' },
    { name: 'findings', address: '/findings', shows: '[role=grid], .empty-state' },
    ...(finding ? [{ name: 'finding', address: `/findings/${finding.id}`, shows: '.finding-claim textarea' }] : []),
    { name: 'compare', address: editions ? `/compare?country=${editions.country}` : '/compare', shows: '[role=grid], .empty-state', ...(editions ? { prepare: (page: Page) => page.keyboard.press('j') } : {}) },
    ...(editions ? [{ name: 'compare-overview', address: `/compare?country=${editions.country}`, shows: '[role=grid]', prepare: (page: Page) => page.getByRole('tab', { name: 'Overview' }).click() }] : []),
    { name: 'search-start', address: '/search', shows: '[role=searchbox], input[type=search]' },
    { name: 'search', address: '/search?q=inspectors', shows: '.search-hit, .empty-state' },
    ...(brief ? [{ name: 'brief', address: `/briefs/${brief.id}`, shows: '.brief-block, .brief-start' }] : [{ name: 'briefs', address: '/briefs', shows: '.empty-state' }]),
    { name: 'activity', address: '/activity', shows: '.shell main' },
    { name: 'settings', address: '/settings', shows: '.shell main' },
    { name: 'palette', address: '/library', shows: '.shell', prepare: openPalette },
    { name: 'shortcuts', address: '/library', shows: '.shell', prepare: openShortcuts },
  ];
}

async function chooseRow(page: Page): Promise<void> {
  const row = page.locator('[role=row][data-row]').first();
  if (await row.isVisible().catch(() => false)) await row.click();
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
}

async function openShortcuts(page: Page): Promise<void> {
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
}

/** Goes to a screen without loading the page anew, as a link does. */
export async function show(page: Page, screen: Screen): Promise<void> {
  await page.keyboard.press('Escape');
  await page.evaluate((address) => {
    window.history.pushState(null, '', address);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, screen.address);
  await page.locator(screen.shows).first().waitFor();
  await screen.prepare?.(page);
  // What was asked for on the way has come, and is drawn.
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(150);
}

/** Sentences about text and controls that cannot be seen whole. Text that ends in an ellipsis, wraps or scrolls is fine. */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults = new Set<string>();
    const nameOf = (element: Element) => `${element.tagName.toLowerCase()}${[...element.classList].map((each) => `.${each}`).join('')}`;
    const isShown = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('.visually-hidden, [aria-hidden=true] svg');
    const ends = (style: CSSStyleDeclaration) => style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
    /** The element that cuts this box off at its left or right, if one does. */
    const cutter = (element: Element, box: DOMRect): Element | null => {
      for (let above: Element | null = element; above && above !== document.body; above = above.parentElement) {
        const style = getComputedStyle(above);
        if (style.position === 'fixed') return null;
        if (ends(style) || style.overflowX === 'auto' || style.overflowX === 'scroll') return null;
        if (style.overflowX === 'visible') continue;
        const frame = above.getBoundingClientRect();
        // Made for those who listen only.
        if (frame.width <= 1.5) return null;
        if (box.right > frame.right + 1.5 || box.left < frame.left - 1.5) return above;
      }
      return box.right > window.innerWidth + 1 || box.left < -1 ? document.body : null;
    };
    for (const element of document.querySelectorAll('body *')) {
      if (!isShown(element)) continue;
      // A table may be wider than its place, a page may not.
      if (/auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 2 && element.clientWidth > 0 && !element.matches('[role=grid], [role=tablist], pre, input, textarea') && !element.querySelector(':scope > [role=grid], :scope > table')) faults.add(`It scrolls sideways: ${nameOf(element)}`);
      const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      if (text.length > 0 && !element.closest('svg')) {
        const style = getComputedStyle(element);
        if (style.overflowX === 'visible' && style.display !== 'inline' && element.scrollWidth > element.clientWidth + 2 && element.clientWidth > 0) faults.add(`Text leaves its box: ${nameOf(element)} “${element.textContent?.trim().slice(0, 40) ?? ''}”`);
        const range = document.createRange();
        for (const node of text) {
          range.selectNodeContents(node);
          const by = cutter(element, range.getBoundingClientRect());
          if (by) faults.add(`Text is cut off by ${nameOf(by)}: “${node.textContent?.trim().slice(0, 40) ?? ''}”`);
        }
      }
      if (element.matches('button, a[href], input, textarea, [role=button], [role=tab], [role=combobox]')) {
        const by = cutter(element.parentElement ?? element, element.getBoundingClientRect());
        if (by && element.getBoundingClientRect().width > 1) faults.add(`A control is cut off by ${nameOf(by)}: ${nameOf(element)} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 40)}”`);
      }
    }
    return [...faults];
  });
}

const long = 'a name that goes on as names of files from ministries, archives and mail attachments do go on';

/** 200 documents and a few things made of them, all with names longer than any place for them. */
export async function fillWithLongNames(backend: Backend): Promise<void> {
  const texts = Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [
      `${String(index + 1).padStart(3, '0')} ${long}${'_without_spaces'.repeat(index % 5)}.html`,
      `<title>Note ${index + 1}: ${long}, ${'und'.repeat(index % 4)}${index % 7 === 0 ? ' Объединённые сведения о детском труде' : ''}</title><h1>Note ${index + 1}</h1><h2>Enforcement of every law on the employment of ${long}</h2><p>The inspectorate had ${400 - index} inspectors. ${'Supercalifragilistic'.repeat(index % 3)} They wrote ${index} reports on ${long}.</p>`,
    ]),
  );
  const ids = await importTexts(backend, texts);
  const countries = ['UZB', 'COD', 'VCT', 'KAZ', null];
  for (const [index, country] of countries.entries()) {
    const own = ids.filter((_, place) => place % countries.length === index);
    await backend.call('documents.update', { ids: own, changes: { country } });
  }
  for (const [place, year] of [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021].entries()) {
    await backend.call('documents.update', { ids: ids.filter((_, index) => Math.floor(index / 5) % 8 === place), changes: { year, issuer: `Ministry of ${long}` } });
  }
  const parent = await backend.call('tags.create', { name: `Enforcement: ${long}` });
  const tag = await backend.call('tags.create', { name: `Inspectors_${'without'.repeat(12)}`, parentId: parent.id, definition: `What is counted. ${long}.` });
  const annotations: string[] = [];
  for (const id of ids.slice(0, 12)) {
    const place = await placeOf(backend, id, 'inspectors. ');
    annotations.push((await backend.call('annotations.create', { ...place, tagIds: [tag.id, parent.id], note: `Compare with ${long}. ${'x'.repeat(90)}` })).id);
  }
  const finding = await backend.call('findings.create', { claim: `Fewer inspectors than ${long}, ${long}, and ${'very'.repeat(40)} few.`, annotationIds: annotations.slice(0, 6) });
  await backend.call('findings.addEvidence', { id: finding.id, annotationIds: annotations.slice(6), stance: 'contradicting' });
  const brief = await backend.call('briefs.create', { title: `In short: ${long}, ${long}`, subtitle: long });
  await backend.call('briefs.addBlock', { briefId: brief.id, kind: 'heading', level: 1, text: `First of all ${long}` });
  await backend.call('briefs.addBlock', { briefId: brief.id, kind: 'text', text: `It fell [@annotation:${annotations[0] ?? ''}] ${'again'.repeat(40)} [@annotation:${annotations[1] ?? ''}].` });
  await backend.call('briefs.addBlock', { briefId: brief.id, kind: 'quote', annotationId: annotations[2] ?? null });
  await backend.call('briefs.addBlock', { briefId: brief.id, kind: 'finding', findingId: finding.id });
  await backend.call('briefs.addBlock', { briefId: brief.id, kind: 'sources', text: 'Sources' });
}
