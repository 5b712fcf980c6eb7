// The desktop program: one instance, one window, one backend process. What it does is in the files it imports.

import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import { commandsWith, type KeyChanges, keyChangesOf } from '../shared/core/command-keys.ts';
import { UserError } from '../shared/core/user-error.ts';
import { workspacePlace } from '../shared/core/workspace-place.ts';
import { appScheme, isAppAddress, serveScreen } from './app-protocol.ts';
import { BackendProcess } from './backend-process.ts';
import { isScreenAddress, restrictContents, restrictSession } from './deny.ts';
import { menuTemplate } from './menu.ts';
import { pageChannels } from './messages.ts';
import { offerOutsideLink } from './outside-link.ts';
import { printToPdf } from './print.ts';
import { projectArgument } from './project-argument.ts';
import { openWindow } from './window.ts';

/** This file is built to out/main/main.js; the package has the same layout inside its archive. */
const outDirectory = join(import.meta.dirname, '..');
const resourcesDirectory = join(outDirectory, '..', 'resources');
const workspace = resolve(workspacePlace(process.env, process.platform, homedir()));
const projectFilter = [{ name: 'Annals project', extensions: ['annals'] }];

let window: BrowserWindow | null = null;
let backendClosed = false;

const backend = new BackendProcess({
  entryFile: join(outDirectory, 'main', 'backend-entry.js'),
  place: { workspaceDirectory: workspace, resourcesDirectory },
  printToPdf,
  onRefused: (message, hint) => void tell(message, hint),
  onStopped: () => void askAfterStop(),
  onFailed: (message, hint) => void tell(message, hint).then(() => app.quit()),
});

keepChromiumsFiles();
app.enableSandbox();
protocol.registerSchemesAsPrivileged([appScheme]);
app.setAppUserModelId('org.annals.app');

const projectFile = projectArgument(process.argv, process.cwd());
if (app.requestSingleInstanceLock({ projectFile })) {
  app.on('second-instance', (_event, _words, _directory, data) => {
    showWindow();
    const path = typeof data === 'object' && data !== null && 'projectFile' in data ? data.projectFile : null;
    if (typeof path === 'string') void openProject(path);
  });
  app.on('web-contents-created', (_event, contents) => restrictContents(contents, (address) => void offerOutsideLink(window, address)));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', closeFirst);
  app.whenReady().then(start).catch((error: unknown) => {
    console.error('Annals: the program could not start.', error);
    app.exit(1);
  });
} else {
  app.quit();
}

/** Beside the projects in a folder of their own, and so apart for each ANNALS_HOME; else where Electron keeps them. */
function keepChromiumsFiles(): void {
  const directory = join(workspace, 'desktop');
  try {
    mkdirSync(directory, { recursive: true });
    app.setPath('userData', directory);
  } catch {
    // The application says what is wrong with the folder when it starts.
  }
}

function start(): void {
  restrictSession(session.defaultSession, isScreenAddress);
  serveScreen(session.defaultSession, join(outDirectory, 'renderer'));
  ipcMain.on(pageChannels.connect, (event) => {
    if (isOwnPage(event)) backend.connectPage(event.sender);
  });
  ipcMain.handle(pageChannels.openProjectFile, (event) => isOwnPage(event) && chooseProject('open'));
  ipcMain.handle(pageChannels.createProjectFile, (event) => isOwnPage(event) && chooseProject('create'));
  ipcMain.handle(pageChannels.chooseWatchedFolder, (event) => (isOwnPage(event) ? chooseWatchedFolder() : null));
  ipcMain.on(pageChannels.showKeys, (event, changes: unknown) => {
    if (isOwnPage(event)) showMenu(keyChangesOf(changes));
  });
  showMenu({});
  app.on('activate', showWindow);
  backend.start(projectFile === null ? { kind: 'none' } : { kind: 'file', path: projectFile });
  showWindow();
}

/** The native menu with the keys in force; the page, which keeps them, tells them once it is there and when they change. */
function showMenu(changes: KeyChanges): void {
  const send = (id: string): void => window?.webContents.send(pageChannels.command, id);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ commands: commandsWith(changes), platform: process.platform, forDevelopers: !app.isPackaged, send })));
}

/** Only the top page of our own screen is answered: neither a frame in it nor a page that took its place. */
function isOwnPage({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isAppAddress(senderFrame.url);
}

function showWindow(): void {
  if (window) {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    return;
  }
  window = openWindow({
    preloadFile: join(outDirectory, 'preload', 'preload.cjs'),
    iconFile: join(resourcesDirectory, 'icons', 'annals.png'),
    placeFile: join(app.getPath('userData'), 'window.json'),
    onGone: () => void tell('The window stopped working several times in a row.', 'Everything that was confirmed is saved. Close Annals and open it again.'),
  });
  window.on('closed', () => {
    window = null;
  });
}

async function chooseProject(how: 'open' | 'create'): Promise<boolean> {
  if (!window) return false;
  if (how === 'create') {
    const { canceled, filePath } = await dialog.showSaveDialog(window, { title: 'New project', filters: projectFilter, properties: ['createDirectory', 'showOverwriteConfirmation'] });
    return !canceled && openProject(filePath);
  }
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { title: 'Open project', filters: projectFilter, properties: ['openFile'] });
  const [path] = filePaths;
  return !canceled && path !== undefined && openProject(path);
}

/** Answers whether it was opened; why not is told here, because the sentence may name the path, which no page sees. */
async function openProject(path: string): Promise<boolean> {
  try {
    await (await backend.host()).call('projects.openFile', { path });
    return true;
  } catch (error) {
    const expected = error instanceof UserError;
    if (!expected) console.error('Annals: the project could not be opened.', error);
    await tell(expected ? error.message : 'The project could not be opened.', expected ? error.hint : 'Nothing was changed. Please try again.');
    return false;
  }
}

/** Answers the folder's name; the path stays here and in the application. */
async function chooseWatchedFolder(): Promise<string | null> {
  if (!window) return null;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { title: 'Watch a folder', buttonLabel: 'Watch', properties: ['openDirectory'] });
  const [path] = filePaths;
  if (canceled || path === undefined) return null;
  try {
    return (await (await backend.host()).call('watch.start', { path })).folder;
  } catch (error) {
    const expected = error instanceof UserError;
    if (!expected) console.error('Annals: the folder could not be watched.', error);
    await tell(expected ? error.message : 'The folder could not be watched.', expected ? error.hint : 'Nothing was changed. Please try again.');
    return null;
  }
}

async function tell(message: string, detail: string): Promise<void> {
  const options = { type: 'warning' as const, title: 'Annals', message, detail, buttons: ['Close'] };
  await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
}

async function askAfterStop(): Promise<void> {
  const options = {
    type: 'error' as const,
    title: 'Annals',
    message: 'Annals stopped working several times in a row.',
    detail: 'Everything it had confirmed is saved in the project.',
    buttons: ['Try again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  };
  const { response } = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
  if (response === 0) backend.tryAgain();
  else app.quit();
}

/** Quitting waits until the project is closed in good order. */
function closeFirst(event: Electron.Event): void {
  if (backendClosed) return;
  event.preventDefault();
  void backend.close().finally(() => {
    backendClosed = true;
    app.quit();
  });
}
