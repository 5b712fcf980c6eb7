// `annals imports`: the last runs; holding one, going on with it, giving it up; the ledger as CSV.

import type { Backend } from '../../backend/backend.ts';
import type { ImportRunSummary } from '../../core/library.ts';
import { UserError } from '../../core/user-error.ts';
import { endOrHeld, holdAsked, report, showProgress } from './import.ts';
import { count, print, printJson, printTable } from './output.ts';
import { type CommonOptions, withProject } from './session.ts';

export function listRuns(options: CommonOptions): Promise<void> {
  return withProject({ ...options }, async (backend) => {
    const { runs, ...counts } = await backend.call('imports.counts', {});
    if (options.json) printJson({ counts, runs });
    else if (runs.length === 0) print('Nothing was imported yet.');
    else printTable(['run', 'begun', 'files', 'waiting', 'state'], runs.map(({ runId, at, files, open, isPaused }) => [runId, at, files, open, isPaused ? 'held' : open > 0 ? 'under way' : 'ended']));
  });
}

/** Without a run: all that are open. */
export function changeRuns(action: 'pause' | 'resume' | 'cancel', runId: string | undefined, options: CommonOptions): Promise<void> {
  return withProject(options, async (backend) => {
    for (const run of await chosenRuns(backend, runId)) {
      if (action === 'resume') await goOn(backend, run, options);
      else {
        await backend.call(action === 'pause' ? 'imports.pause' : 'imports.cancel', { runId: run.runId });
        const { open } = await stateOf(backend, run.runId);
        if (options.json) printJson({ runId: run.runId, open });
        else print(action === 'pause' ? `Held: ${count(open, 'file')} of ${run.files.toLocaleString('en')} wait.` : `Given up: ${count(run.open, 'file')} of ${run.files.toLocaleString('en')} were not read; what was read stays.`);
      }
    }
  });
}

async function goOn(backend: Backend, run: ImportRunSummary, options: CommonOptions): Promise<void> {
  const stopProgress = options.json ? () => {} : showProgress(backend);
  if ((await stateOf(backend, run.runId)).isPaused) await backend.call('imports.resume', { runId: run.runId });
  const items = await endOrHeld(backend, run.runId, holdAsked());
  stopProgress();
  report(items, run.runId, options);
}

async function chosenRuns(backend: Backend, runId: string | undefined): Promise<ImportRunSummary[]> {
  const { runs } = await backend.call('imports.counts', {});
  const open = runs.filter((run) => run.open > 0 && (runId === undefined || run.runId === runId));
  if (open.length === 0) throw new UserError('not-found', runId === undefined ? 'No import is under way or held.' : 'This import has ended, or there is none with this id.', '“annals imports” lists the last runs.');
  return open;
}

async function stateOf(backend: Backend, runId: string): Promise<{ open: number; isPaused: boolean }> {
  const { runs } = await backend.call('imports.counts', {});
  return runs.find((run) => run.runId === runId) ?? { open: 0, isPaused: false };
}
