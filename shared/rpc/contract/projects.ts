// Projects: which is open, opening another, its counts, history and care.

import { z } from 'zod';
import type { HistoryDetail } from '../../core/history-detail.ts';
import type { CheckResult, HistoryEntry, ProjectInfo, ProjectListing, ProjectSummary } from '../../core/project.ts';
import { returns } from '../method.ts';
import { byId, id, nothing } from './inputs.ts';

const name = z.string().trim().min(1, 'a project needs a name').max(120);

export const projects = {
  'projects.current': returns<ProjectInfo | null>().action('The open project, or null.', nothing),
  'projects.list': returns<ProjectListing[]>().action('Projects of this machine, last opened first.', nothing),
  'projects.create': returns<ProjectInfo>().action('Makes a project and opens it.', z.strictObject({ name })),
  'projects.open': returns<ProjectInfo>().action('Opens a listed project.', byId),
  'projects.openSample': returns<ProjectInfo>().action('Makes the sample project (or opens it when there is one) and opens it.', nothing),
  'projects.openFile': returns<ProjectInfo>().action('Opens a project file by its path, making it when it is not there.', z.strictObject({ path: z.string().min(1) }), true),
  'projects.rename': returns<null>().command('Renames the open project.', z.strictObject({ name })),
  'projects.summary': returns<ProjectSummary>().query('Counts, and what undo and redo would do.', nothing, ['*']),
  'projects.check': returns<CheckResult[]>().action('Checks integrity, anchors and orphans.', nothing),
  'projects.backup': returns<{ fileName: string; size: number }>().action('Writes a checked copy beside the project.', nothing),
  'projects.backupTo': returns<{ fileName: string; size: number }>().action('Writes a checked copy to a path.', z.strictObject({ path: z.string().min(1) }), true),
  'history.list': returns<HistoryEntry[]>().query('The journal, newest first.', z.strictObject({ limit: z.number().int().min(1).max(10_000).default(200) }), ['*']),
  'history.detail': returns<HistoryDetail>().query('What a step changed.', byId, ['*']),
  'history.undo': returns<{ label: string }>().action('Takes back the newest step.', nothing),
  'history.redo': returns<{ label: string }>().action('Does the step last taken back again.', nothing),
  'history.undoTo': returns<{ steps: number }>().action('Takes back every step made after this one.', z.strictObject({ id })),
  'countries.list': returns<{ iso3: string; name: string }[]>().action('Countries by the names Annals uses, in alphabetical order.', nothing),
  'settings.get': returns<Record<string, unknown>>().action('Settings of this machine: theme, panels, last place.', nothing),
  'settings.set': returns<null>().action('Keeps a setting of this machine.', z.strictObject({ key: z.string().min(1).max(100), value: z.json() })),
  'jobs.cancel': returns<null>().action('Cancels a running job.', z.strictObject({ id })),
};
