// The folder of this machine in which projects, settings and the log live. It knows paths; a page never does.

import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import type { ProjectListing } from '../core/project.ts';
import { UserError } from '../core/user-error.ts';

type Remembered = { path: string; name: string; openedAt: string; sample: boolean };

/** A log larger than this (bytes) is begun anew; the one before is kept beside it. */
const largestLog = 5_000_000;

export class Workspace {
  private readonly folder: string;

  /** Makes the folder when it is not there. Throws UserError when it cannot be written. */
  constructor(folder: string) {
    this.folder = resolve(folder);
    try {
      for (const each of ['projects', 'log']) mkdirSync(join(this.folder, each), { recursive: true });
    } catch {
      throw new UserError('project-read-only', 'The folder in which Annals keeps projects and settings cannot be written.', 'Set ANNALS_HOME to a folder you may write to.');
    }
  }

  /** Where the analyst may put data of further languages for OCR; it need not be there. */
  get languageFolder(): string {
    return join(this.folder, 'languages');
  }

  /** A file name in the projects folder that is free; every character that some system forbids is replaced. */
  freeProjectPath(name: string): string {
    const safe = [...name.normalize('NFC').replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+|[. ]+$/g, '')].slice(0, 80).join('') || 'Project';
    for (let copy = 1; ; copy += 1) {
      const path = join(this.folder, 'projects', `${safe}${copy === 1 ? '' : ` ${copy}`}.annals`);
      if (!existsSync(path)) return path;
    }
  }

  /** Projects opened before and those in the projects folder, last opened first; missing ones are left out. */
  projects(currentPath: string | null): ProjectListing[] {
    const known = this.remembered();
    const folder = join(this.folder, 'projects');
    const found = readdirSync(folder)
      .filter((file) => file.endsWith('.annals'))
      .map((file) => join(folder, file))
      .filter((path) => !known.some((each) => each.path === path))
      .map((path) => ({ path, name: basename(path, '.annals'), openedAt: statSync(path).mtime.toISOString(), sample: false }));
    return [...known, ...found]
      .filter((each) => existsSync(each.path))
      .map((each) => ({ id: projectId(each.path), name: each.name, fileName: basename(each.path), openedAt: each.openedAt, sample: each.sample, current: each.path === currentPath }))
      .toSorted((one, other) => other.openedAt.localeCompare(one.openedAt));
  }

  /** Throws UserError('not-found'). */
  pathOf(id: string): string {
    const folder = join(this.folder, 'projects');
    const paths = [...this.remembered().map((each) => each.path), ...readdirSync(folder).map((file) => join(folder, file))];
    const path = paths.find((each) => projectId(each) === id);
    if (!path) throw new UserError('not-found', 'This project is not listed any more.', 'Open it by its file.');
    return path;
  }

  remember(project: Remembered): void {
    const others = this.remembered().filter((each) => each.path !== project.path);
    this.write('projects.json', [project, ...others].slice(0, 50));
  }

  settings(): Record<string, unknown> {
    const stored = this.readJson('settings.json');
    return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? { ...stored } : {};
  }

  set(key: string, value: unknown): void {
    this.write('settings.json', { ...this.settings(), [key]: value });
  }

  /** The folder watched for a project; kept here and not in the project, which may be handed on. */
  watchedFolder(projectPath: string): string | null {
    const stored = this.readJson('watched.json');
    const path = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>)[projectId(projectPath)] : null;
    return typeof path === 'string' ? path : null;
  }

  setWatchedFolder(projectPath: string, folder: string | null): void {
    const stored = this.readJson('watched.json');
    const others = Object.entries(typeof stored === 'object' && stored !== null ? stored : {}).filter(([id]) => id !== projectId(projectPath));
    this.write('watched.json', Object.fromEntries(folder === null ? others : [...others, [projectId(projectPath), folder]]));
  }

  /** Keeps a bug with its stack; never the text of a document. Answers the id under which it stands. */
  log(error: unknown, where: string): string {
    const id = createHash('sha256').update(`${Date.now()} ${Math.random()}`).digest('hex').slice(0, 8);
    const file = join(this.folder, 'log', 'annals.log');
    const entry = { id, at: new Date().toISOString(), where, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    try {
      if (existsSync(file) && statSync(file).size > largestLog) renameSync(file, `${file}.1`);
      appendFileSync(file, `${JSON.stringify(entry)}\n`);
    } catch {
      // A full disk must not turn one failure into two; the caller still tells the analyst.
    }
    return id;
  }

  private remembered(): Remembered[] {
    const stored = this.readJson('projects.json');
    return Array.isArray(stored) ? (stored as Remembered[]).filter((each) => typeof each?.path === 'string' && typeof each.name === 'string' && typeof each.openedAt === 'string') : [];
  }

  private readJson(name: string): unknown {
    try {
      return JSON.parse(readFileSync(join(this.folder, name), 'utf8')) as unknown;
    } catch {
      // Missing or damaged: settings begin anew, no project is touched.
      return null;
    }
  }

  /** Written beside and renamed, so that a crash leaves the old or the new file, never half of one. */
  private write(name: string, value: unknown): void {
    const file = join(this.folder, name);
    try {
      writeFileSync(`${file}.new`, JSON.stringify(value, null, 1));
      renameSync(`${file}.new`, file);
    } catch {
      throw new UserError('disk-full', 'A setting could not be saved.', 'Look whether the disk is full or read-only.');
    }
  }
}

/** Stands for the path of a project towards a page, which never sees the path itself. */
export function projectId(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
