// Hands a file made by the page to the analyst, as a download. Where it goes is the browser's or the system's to ask.

/** Milliseconds after which the browser surely holds the bytes itself. */
const keptFor = 60_000;

export function saveFile(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = fileName;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), keptFor);
}
