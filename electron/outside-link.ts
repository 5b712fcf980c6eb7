// A link to the world outside, such as a source's address in a note: offered to the system's browser, never opened here.

import { dialog, shell, type BrowserWindow } from 'electron';

/** What a browser or a mail program is for; other schemes start programs. */
const allowed = ['https:', 'http:', 'mailto:'];

/** Longer than a person reads before agreeing, and longer than some systems pass on. */
const longest = 2000;

let asking = false;

/** Asks, showing the whole address, because it may come from a document. One question at a time; others are dropped. */
export async function offerOutsideLink(window: BrowserWindow | null, address: string): Promise<void> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!window || asking || !url || !allowed.includes(url.protocol) || url.href.length > longest) return;
  asking = true;
  try {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      title: 'Annals',
      message: url.protocol === 'mailto:' ? 'Write to this address in your mail program?' : 'Open this address in your browser?',
      detail: url.href,
      buttons: ['Open', 'Cancel'],
      defaultId: 1,
      cancelId: 1,
    });
    if (response === 0) await shell.openExternal(url.href);
  } catch (error) {
    console.error('Annals: the address could not be opened.', error);
  } finally {
    asking = false;
  }
}
