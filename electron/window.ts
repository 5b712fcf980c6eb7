// Opens the window of the workbench: how it looks before the page is there, where it stands, and what its page may not do.

import { BrowserWindow, nativeTheme, screen } from 'electron';
import { appOrigin } from './app-protocol.ts';
import { restartBudget } from './restart-budget.ts';
import { recallPlace, rememberPlace, smallestSize } from './window-place.ts';

export type WindowOptions = {
  preloadFile: string;
  iconFile: string;
  /** Keeps the bounds between two starts. */
  placeFile: string;
  /** The page crashed too often to be loaded once more. */
  onGone: () => void;
};

/** The paper of both themes (--paper in renderer/styles/tokens.css), so that nothing flashes before the first paint. */
const paper = { light: '#fdfcfa', dark: '#1a1917' };

/** A page that crashes again and again would only flicker. */
const pageBudget = restartBudget(3, 60_000);

export function openWindow({ preloadFile, iconFile, placeFile, onGone }: WindowOptions): BrowserWindow {
  const { bounds, maximized } = recallPlace(
    placeFile,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    title: 'Annals',
    icon: iconFile,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      preload: preloadFile,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      // On other systems than the Mac, Chromium would fetch dictionaries from the internet.
      spellcheck: process.platform === 'darwin',
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => rememberPlace(placeFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }));
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    console.error(`Annals: the page ended unexpectedly (${reason}).`);
    if (pageBudget.spend(Date.now())) window.webContents.reload();
    else onGone();
  });
  window.loadURL(`${appOrigin}/`).catch((error: unknown) => {
    console.error('Annals: the screen could not be loaded.', error);
    // An empty window can be seen and closed, a hidden one cannot.
    window.show();
  });
  return window;
}
