// The types of the application's own parts: what a host may ask for, and what actions work with.

import type { ProjectInfo } from '../core/project.ts';
import type { BackendEvent, Input, MethodName, Output } from '../rpc/contract.ts';
import type { Announcer } from './announcer.ts';
import type { Pool } from './jobs/pool.ts';
import type { Comparisons } from './services/compare.ts';
import type { Context } from './services/handler.ts';
import type { Imports } from './services/imports.ts';
import type { Watching } from './services/watching.ts';
import type { Recognitions } from './services/ocr.ts';
import type { Versions } from './services/versions.ts';
import type { Origin, Store } from './store/store.ts';
import type { Workspace } from './workspace.ts';

export type BackendOptions = {
  /** Projects, settings and the log live here; made when it is not there. */
  workspaceDirectory: string;
  /** Opened at the start, made when missing; null or absent: no project is open. */
  projectFile?: string | null;
  /** The repository's resources/, or its copy in the package. */
  resourcesDirectory: string;
  /** Electron's own printing; without it an installed Chromium prints. */
  printToPdf?: (html: string) => Promise<Uint8Array>;
  workerFile?: URL;
  workers?: number;
  /** What one file may take, to prove what happens beyond it: milliseconds in all and without a sign of life, MB of memory. */
  fileLimits?: { time?: number; silence?: number; memory?: number };
  /** False: the folder watched for a project rests, as for a command that ends in a second. */
  watchesFolders?: boolean;
  /** Milliseconds between two looks into it. */
  watchPause?: number;
  /** Limits a project file in pages of 4 KB, to prove what happens on a full disk. */
  maximumPages?: number;
};

export type Backend = {
  /** As the host. Throws UserError, or an Error that is a bug. */
  call: <Name extends MethodName>(method: Name, input: Input<Name>) => Promise<Output<Name>>;
  /** Method and input from outside; a page may not call what takes a path of the machine. */
  callUnchecked: (method: string, input: unknown, caller: 'page' | 'host') => Promise<unknown>;
  /** Returns a function that ends the subscription. */
  subscribe: (listener: (event: BackendEvent) => void) => () => void;
  close: () => Promise<void>;
};

/** An open project. */
export type Session = {
  store: Store;
  imports: Imports;
  versions: Versions;
  ocr: Recognitions;
  watching: Watching;
  origin: () => Origin;
  info: () => ProjectInfo;
  /** `annotations`: those concerned; null or left out: any may be. */
  announce: (tables: string[], label: string, annotations?: string[] | null) => void;
  close: () => void;
};

/** What actions work with: the open project, and the means to open another. */
export type Application = {
  options: BackendOptions;
  workspace: Workspace;
  pool: Pool;
  /** For recognising text: one thread, limits for a page. */
  ocrPool: Pool;
  comparisons: Comparisons;
  announcer: Announcer;
  context: Context;
  /** Throws UserError('no-project') when none is open. */
  session: () => Session;
  openSession: () => Session | null;
  open: (path: string, make: { name: string; sample: boolean } | null) => Session;
  call: Backend['call'];
};
