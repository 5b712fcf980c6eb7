// The open project as a whole: its name and its counts.

import type { ProjectSummary } from '../../core/project.ts';
import { counts, projectRow, renameProject } from '../store/projects.ts';
import type { Store } from '../store/store.ts';
import type { Read } from '../store/write.ts';
import type { Command } from './handler.ts';
import { named } from './words.ts';

export function summary(read: Read, store: Pick<Store, 'undoLabel' | 'redoLabel'>): ProjectSummary {
  return { ...counts(read), undoLabel: store.undoLabel(), redoLabel: store.redoLabel() };
}

export const rename: Command<'projects.rename'> = (write, { name }) => {
  const project = projectRow(write);
  if (!project) throw new Error('the project has no row');
  renameProject(write, project.id, name);
  return { value: null, label: `Rename the project to ${named(name)}` };
};
