// The side of the double that a test talks to: it runs functions the test sends, in the main process or in the page.

import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { session } from './session.ts';
import { ipcMain, nextAnswers, shown } from './system.ts';
import { utilityProcessIds } from './utility-process.ts';

export type Asked = { id: number; where: 'main' | 'page'; source: string; value: unknown };
export type Answered = { id: number; value: unknown } | { id: number; error: string };

/** What a function of a test finds in the main process. */
export const inside = { app, BrowserWindow, session, ipcMain, shown, nextAnswers, openWindows, utilityProcessIds };
export type Inside = typeof inside;

function openWindows(): BrowserWindow[] {
  return app.windows.filter((window) => window instanceof BrowserWindow);
}

process.on('message', (asked: Asked) => {
  run(asked).then(
    (value) => say({ id: asked.id, value }),
    (error: unknown) => say({ id: asked.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
// Nobody is left to test.
process.on('disconnect', () => process.exit(1));

async function run({ where, source, value }: Asked): Promise<unknown> {
  if (where === 'main') return functionOf<[Inside, unknown]>(source)(inside, value);
  const window = openWindows()[0];
  if (!window) throw new Error('no window is open');
  await window.webContents.firstLoad;
  const page = await window.webContents.opened;
  return page.evaluate(functionOf<[unknown]>(source), value);
}

function functionOf<Values extends unknown[]>(source: string): (...values: Values) => unknown {
  return new Function(`return (${source})`)() as (...values: Values) => unknown;
}

function say(message: Answered): void {
  if (process.connected) process.send?.(message);
}
