// Runs in the sandbox beside the page and gives it two things: the port to the application, and the few abilities that only
// the system has. No path of the machine passes through here.

import { contextBridge, ipcRenderer } from 'electron';
import { pageChannels, pageMessages } from './messages.ts';

window.addEventListener('message', ({ source, origin, data }) => {
  const asksForPort = typeof data === 'object' && data !== null && 'type' in data && data.type === pageMessages.connect;
  if (asksForPort && source === window && origin === window.location.origin) ipcRenderer.send(pageChannels.connect);
});

ipcRenderer.on(pageChannels.port, ({ ports }) => window.postMessage({ type: pageMessages.port }, window.location.origin, ports));

const commandListeners = new Set<(id: string) => void>();
ipcRenderer.on(pageChannels.command, (_event, id: unknown) => {
  for (const listener of commandListeners) listener(String(id));
});

contextBridge.exposeInMainWorld('annals', {
  host: 'electron',
  platform: process.platform,
  onCommand: (listener: (id: string) => void): void => {
    commandListeners.add(listener);
  },
  showKeys: (changes: unknown): void => ipcRenderer.send(pageChannels.showKeys, changes),
  openProjectFile: (): Promise<boolean> => ipcRenderer.invoke(pageChannels.openProjectFile),
  createProjectFile: (): Promise<boolean> => ipcRenderer.invoke(pageChannels.createProjectFile),
  chooseWatchedFolder: (): Promise<string | null> => ipcRenderer.invoke(pageChannels.chooseWatchedFolder),
});
