// What the main process and the backend process say to each other beside the contract, and the names of the channels
// between the main process and the page. Types and names only.

import type { UserError } from '../shared/core/user-error.ts';

export type BackendPlace = {
  workspaceDirectory: string;
  resourcesDirectory: string;
};

/** What is open when the backend process begins to answer. */
export type FirstProject =
  /** The file given on the command line. */
  | { kind: 'file'; path: string }
  /** The project opened last: after a crash the analyst finds what was open before. */
  | { kind: 'last' }
  /** Nothing: the screen shows the projects there are. */
  | { kind: 'none' };

export type ToBackend =
  | { type: 'start'; place: BackendPlace; project: FirstProject }
  /** Comes with one port, on which the contract is served to this caller. */
  | { type: 'serve'; caller: 'page' | 'host' }
  | { type: 'printed'; id: number; result: Uint8Array | string }
  | { type: 'close' };

export type FromBackend =
  | { type: 'ready' }
  /** The first project could not be opened; the application runs without one. */
  | { type: 'refused'; message: UserError['message']; hint: UserError['hint'] }
  /** The application cannot run at all, and why; it will not be better when it is started again. */
  | { type: 'failed'; message: UserError['message']; hint: UserError['hint'] }
  | { type: 'print'; id: number; html: string };

/** Names of the channels between the main process and the preload. */
export const pageChannels = {
  connect: 'annals:connect',
  port: 'annals:port',
  command: 'annals:command',
  showKeys: 'annals:show-keys',
  openProjectFile: 'annals:open-project-file',
  createProjectFile: 'annals:create-project-file',
  chooseWatchedFolder: 'annals:choose-watched-folder',
} as const;

/** What page and preload say to each other; the page's side is in renderer/backend/channels.ts. */
export const pageMessages = { connect: 'annals:connect', port: 'annals:port' } as const;
