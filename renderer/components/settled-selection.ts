// Tells when the browser's selection may be read: at every change, but not while a pointer that went down in the text is still held.

/** `isWithin` says whether a pressed place belongs to the text that is read. The answer stops listening. */
export function onSettledSelection(read: () => void, isWithin: (pressed: Element) => boolean): () => void {
  let isPointerDown = false;
  const readSettled = () => {
    if (!isPointerDown) read();
  };
  const onDown = (event: PointerEvent) => {
    isPointerDown = event.target instanceof Element && isWithin(event.target) && !event.target.closest('.reader-toolbar');
  };
  const onUp = () => {
    if (!isPointerDown) return;
    isPointerDown = false;
    // The browser drops an old selection only after the pointer has gone up on it.
    setTimeout(readSettled);
  };
  document.addEventListener('selectionchange', readSettled);
  document.addEventListener('pointerdown', onDown, true);
  document.addEventListener('pointerup', onUp, true);
  document.addEventListener('pointercancel', onUp, true);
  return () => {
    document.removeEventListener('selectionchange', readSettled);
    document.removeEventListener('pointerdown', onDown, true);
    document.removeEventListener('pointerup', onUp, true);
    document.removeEventListener('pointercancel', onUp, true);
  };
}
