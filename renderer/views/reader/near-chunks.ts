// Which chunks of the reading text stand in and near the window, found without measuring the others.

/** The first and the last chunk (included) that reach into the window or stand within so many windows of it; null while nothing is shown. */
export function nearChunks(scroller: HTMLElement, windows: number): { from: number; to: number } | null {
  const frame = scroller.getBoundingClientRect();
  if (frame.height === 0) return null;
  // A live collection: asking for it again costs nothing while the page stays as it is.
  const chunks = scroller.getElementsByClassName('reader-chunk');
  if (chunks.length === 0) return null;
  const from = firstBelow(chunks, frame.top - frame.height * windows);
  const to = firstBelow(chunks, frame.bottom + frame.height * windows);
  return { from, to };
}

/** Index of the first of the elements (in the order of the page) that reaches below `y`; the last when none does. */
export function firstBelow(elements: ArrayLike<Element>, y: number): number {
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.getBoundingClientRect().bottom ?? Infinity) > y) high = middle;
    else low = middle + 1;
  }
  return low;
}
