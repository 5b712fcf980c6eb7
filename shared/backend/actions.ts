// The contract's actions: projects, history, settings, imports, export. What they do is in session, store and services.

import type { ProjectInfo } from '../core/project.ts';
import type { Application } from './application.ts';
import { exportBrief } from './exporters/index.ts';
import { availableLanguages } from './importers/index.ts';
import { countryNames } from './recognisers/countries.ts';
import { openSample } from './sample.ts';
import * as agreement from './services/agreement.ts';
import * as annotationFiles from './services/annotation-files.ts';
import * as briefs from './services/briefs.ts';
import * as codebook from './services/codebook.ts';
import * as comparisonFiles from './services/comparison-files.ts';
import type { Actions } from './services/handler.ts';
import * as observations from './services/observations.ts';

export function actions(application: Application): Actions {
  const { workspace, context, comparisons, options, session } = application;
  const after = (step: { tables: string[]; label: string; annotations: string[] | null }, said: string) => {
    session().announce(step.tables, `${said}: ${step.label}`, step.annotations);
    return { label: step.label };
  };

  const abilities = options.printToPdf ? { printToPdf: options.printToPdf } : {};

  return {
    'projects.current': () => application.openSession()?.info() ?? null,
    'projects.list': () => workspace.projects(application.openSession()?.store.path ?? null),
    'projects.create': ({ name }): ProjectInfo => application.open(workspace.freeProjectPath(name), { name, sample: false }).info(),
    'projects.open': ({ id }) => application.open(workspace.pathOf(id), null).info(),
    'projects.openSample': () => openSample(application),
    'projects.openFile': ({ path }) => application.open(path, { name: '', sample: false }).info(),
    'projects.check': () => session().store.check(),
    'projects.backup': () => session().store.backup(new Date()),
    'projects.backupTo': ({ path }) => session().store.backup(new Date(), path),
    'history.undo': () => after(session().store.undo(), 'Undid'),
    'history.redo': () => after(session().store.redo(), 'Redid'),
    'history.undoTo': ({ id }) => {
      const { store, announce } = session();
      const steps = store.history(1_000_000).filter((entry) => entry.state === 'done');
      const newer = steps.findIndex((entry) => entry.id === id);
      const count = Math.max(0, newer);
      const tables = new Set<string>();
      for (let step = 0; step < count; step += 1) for (const table of store.undo().tables) tables.add(table);
      if (count > 0) announce([...tables], `Undid ${count} steps`);
      return { steps: count };
    },
    'countries.list': () => countryNames,
    'settings.get': () => workspace.settings(),
    'settings.set': ({ key, value }) => {
      workspace.set(key, value);
      return null;
    },
    'jobs.cancel': ({ id }) => {
      if (!comparisons.cancel(id) && !session().versions.cancel(id) && !session().ocr.cancel(id)) session().imports.cancel(id);
      return null;
    },
    'versions.prepare': ({ jobId, ...input }) => session().versions.prepareReplacement({ ...input, id: jobId }),
    'versions.prepareReturn': ({ versionId, jobId }) => session().versions.prepareReturn({ versionId, id: jobId }),
    'versions.apply': ({ token }) => session().versions.apply(token),
    'versions.discard': ({ token }) => {
      session().versions.discard(token);
      return null;
    },
    'versions.reread': (input) => session().versions.reread(input),
    'versions.wait': ({ runId }) => session().versions.wait(runId),
    'ocr.languages': () => availableLanguages([workspace.languageFolder]),
    'ocr.start': (input) => session().ocr.start(input),
    'ocr.pause': ({ id }) => {
      session().ocr.pause(id);
      return null;
    },
    'ocr.resume': ({ id }) => {
      session().ocr.resume(id);
      return null;
    },
    'ocr.cancel': ({ id }) => {
      session().ocr.cancel(id);
      return null;
    },
    'ocr.wait': ({ ids }) => session().ocr.wait(ids),
    'jobs.list': () => application.announcer.jobs(),
    'watch.start': ({ path }) => session().watching.start(path),
    'watch.stop': () => {
      session().watching.stop();
      return null;
    },
    'imports.add': (input) => session().imports.add(input),
    'imports.retry': (input) => {
      session().imports.retry(input);
      return null;
    },
    'imports.pause': ({ runId }) => {
      session().imports.pause(runId);
      return null;
    },
    'imports.resume': ({ runId }) => {
      session().imports.resume(runId);
      return null;
    },
    'imports.cancel': ({ runId }) => {
      session().imports.cancel(runId);
      return null;
    },
    'imports.wait': ({ runId }) => session().imports.wait(runId),
    'imports.inspect': async ({ name, bytes, as }) => {
      const { parsed, recognition, parts } = await application.pool.run({ kind: 'read-file', name, bytes, as: as ?? null });
      return { parsed, recognition, ...(parts && { parts }) };
    },
    'compare.redline': async ({ olderId, newerId, section, format }) => {
      const { read } = session().store;
      const comparison = await comparisons.run(read, { documentIds: [olderId, newerId], section }, context);
      return comparisonFiles.redline(read, comparison, format, abilities, context);
    },
    'compare.pairs': async ({ format, ...input }) => comparisonFiles.pairs(await comparisons.run(session().store.read, input, context), format),
    'compare.matrix': async ({ country, format }) => comparisonFiles.matrix(await observations.matrix(session().store.read, { country }, context), format),
    'compare.countries': async ({ format, ...input }) => comparisonFiles.countries(await observations.indicator(session().store.read, input, context), format),
    'annotationList.export': (input) => annotationFiles.exportList(session().store.read, input, context),
    'codebook.export': ({ format }) => codebook.exportCodebook(session().store.read, format),
    'codebook.exportMatrix': (input) => codebook.exportMatrix(session().store.read, input, context),
    'agreement.export': (input) => agreement.exportFigures(session().store.read, input),
    'briefs.export': async ({ id, format }) => {
      const { read } = session().store;
      const brief = await briefs.resolve(read, id, context, { compare: (spec) => comparisons.ofSpec(read, spec, context), matrix: (country) => observations.countryMatrix(read, { country }, context) });
      return exportBrief(brief, format, abilities);
    },
  };
}
