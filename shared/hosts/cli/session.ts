// Opens the application for one command and closes it again.

import { resolve } from 'node:path';
import { type Backend, openBackend } from '../../backend/backend.ts';
import { UserError } from '../../core/user-error.ts';
import { resourcesDirectory, workspaceDirectory } from '../places.ts';

/** What every command takes. */
export type CommonOptions = { json?: boolean; project?: string };

/** Runs `work` without a project. */
export async function withBackend<Result>(work: (backend: Backend) => Promise<Result>): Promise<Result> {
  return withOpen(null, work);
}

/**
 * Runs `work` in the project of --project, else of ANNALS_PROJECT (each made when missing), else in the one last opened.
 * Throws UserError no-project when there is none of these.
 */
export async function withProject<Result>({ project }: CommonOptions, work: (backend: Backend) => Promise<Result>): Promise<Result> {
  const named = project ?? process.env['ANNALS_PROJECT'];
  if (named) return withOpen(resolve(named), work);
  return withOpen(null, async (backend) => {
    const [last] = await backend.call('projects.list', {});
    if (!last) throw new UserError('no-project', 'There is no project yet.', 'Name a file with --project FILE; it is made when it is not there.');
    await backend.call('projects.open', { id: last.id });
    console.error(`Project: ${last.name}`);
    return work(backend);
  });
}

async function withOpen<Result>(projectFile: string | null, work: (backend: Backend) => Promise<Result>): Promise<Result> {
  const backend = await openBackend({ workspaceDirectory: workspaceDirectory(), projectFile, resourcesDirectory, watchesFolders: false });
  try {
    return await work(backend);
  } finally {
    await backend.close();
  }
}
