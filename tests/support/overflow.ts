// What is cut off on the page as it is shown: a page that scrolls sideways, controls out of reach, places that scroll in two
// directions. Tables, pages, charts and texts set side by side may scroll in both (WCAG 2.2, 1.4.10).

import type { Page } from 'playwright';

/** Classes of what needs two dimensions to be understood. */
const twoDimensional = ['data-grid', 'compare-', 'pages-scroller', 'timeline', 'ledger-', 'codebook-matrix', 'tag-matrix', 'reading-table', 'reader-table', 'chart', 'indicator', 'matrix-', 'code', 'actions-'];

/** One sentence for each fault. */
export function overflowFaults(page: Page): Promise<string[]> {
  return page.evaluate((exempt) => {
    const faults: string[] = [];
    const nameOf = (element: Element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`;
    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollWidth > root.clientWidth) faults.push(`The page is ${String(root.scrollWidth - root.clientWidth)} px wider than the window.`);
    if (root.scrollHeight > root.clientHeight + 1) faults.push(`The page is ${String(root.scrollHeight - root.clientHeight)} px higher than the window, outside of its views.`);
    const isExempt = (element: Element) => {
      for (let each: Element | null = element; each; each = each.parentElement) {
        const own = each;
        if (own.tagName === 'TABLE' || exempt.some((name) => [...own.classList].some((known) => known.startsWith(name)))) return true;
      }
      return false;
    };
    /** For the ear only, as react-aria hides it: nothing of it is shown. */
    const isClipped = (element: Element) => [element, element.parentElement].some((each) => each !== null && getComputedStyle(each).clipPath.startsWith('inset(50%'));
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('.visually-hidden, [inert], [aria-hidden=true]') && !isClipped(element);
    for (const element of document.querySelectorAll('body *')) {
      if (!isSeen(element) || isExempt(element)) continue;
      const style = getComputedStyle(element);
      if (!/auto|scroll/.test(style.overflowX) || element.scrollWidth <= element.clientWidth + 1) continue;
      if (/auto|scroll/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1) faults.push(`${nameOf(element)} scrolls in both directions (${String(element.scrollWidth)} px in ${String(element.clientWidth)} px).`);
    }
    for (const control of document.querySelectorAll('button, a[href], input:not([type=file]), textarea, [role=tab], [role=slider]')) {
      if (!isSeen(control) || isExempt(control)) continue;
      const box = control.getBoundingClientRect();
      if (box.width < 2 || box.height < 2) continue;
      let [left, right, top, bottom] = [0, window.innerWidth, 0, window.innerHeight];
      // What scrolls can bring it into sight; what hides cannot.
      let canScrollX = false;
      let canScrollY = false;
      for (let each = control.parentElement; each; each = each.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(each);
        const own = each.getBoundingClientRect();
        if (/auto|scroll/.test(overflowX)) canScrollX = true;
        if (/auto|scroll/.test(overflowY)) canScrollY = true;
        if (!canScrollX && /hidden|clip/.test(overflowX)) [left, right] = [Math.max(left, own.left), Math.min(right, own.right)];
        if (!canScrollY && /hidden|clip/.test(overflowY)) [top, bottom] = [Math.max(top, own.top), Math.min(bottom, own.bottom)];
        if (position === 'fixed') break;
      }
      const cutX = canScrollX ? 0 : Math.max(left - box.left, box.right - right);
      const cutY = canScrollY ? 0 : Math.max(top - box.top, box.bottom - bottom);
      if (cutX > 2 || cutY > 2) faults.push(`${nameOf(control)} is cut by ${String(Math.round(Math.max(cutX, cutY)))} px.`);
    }
    return faults;
  }, twoDimensional);
}
