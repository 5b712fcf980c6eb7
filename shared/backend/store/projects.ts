// The project row and the counts of the status bar.

import type { ProjectSummary } from '../../core/project.ts';
import type { Read, Write } from './write.ts';

export type ProjectRow = { id: string; name: string; sample: boolean; createdAt: string };

export function projectRow(read: Read): ProjectRow | null {
  const row = read.get<{ id: string; name: string; sample: number; created_at: string }>('SELECT * FROM project LIMIT 1');
  return row ? { id: row.id, name: row.name, sample: row.sample === 1, createdAt: row.created_at } : null;
}

export function insertProject(write: Write, project: ProjectRow): void {
  write.insert('project', { id: project.id, name: project.name, sample: project.sample ? 1 : 0, created_at: project.createdAt });
}

export function renameProject(write: Write, id: string, name: string): void {
  write.update('project', id, { name });
}

export function counts(read: Read): Omit<ProjectSummary, 'undoLabel' | 'redoLabel'> {
  const row = read.get<Omit<ProjectSummary, 'undoLabel' | 'redoLabel'>>(
    `SELECT (SELECT count(*) FROM document)   AS documents,
            (SELECT count(*) FROM annotation) AS annotations,
            (SELECT count(*) FROM tag)        AS tags,
            (SELECT count(*) FROM finding)    AS findings,
            (SELECT count(*) FROM brief)      AS briefs`,
  );
  return row ?? { documents: 0, annotations: 0, tags: 0, findings: 0, briefs: 0 };
}
