// Makes the sample project through the contract itself, as an analyst would: import, annotate, tag, find, write.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TagColour } from '../core/annotation.ts';
import type { BriefBlockKind, ComparisonSpec } from '../core/brief.ts';
import type { Confidence, Likelihood, Stance } from '../core/finding.ts';
import type { ProjectInfo } from '../core/project.ts';
import { UserError } from '../core/user-error.ts';
import type { Application } from './application.ts';

/** resources/sample/sample.json: who points to whom is said by keys that only this file knows. */
export type SamplePlan = {
  name: string;
  files: string[];
  tags: { key: string; name: string; parent?: string; colour?: TagColour; definition?: string; example?: string }[];
  annotations: { key: string; file: string; quote: string; tags: string[]; note?: string }[];
  findings: { key: string; claim: string; confidence?: Confidence; likelihood?: Likelihood; country?: string; years?: number[]; note?: string; evidence: { annotation: string; stance: Stance }[] }[];
  brief: { title: string; subtitle: string; blocks: { kind: BriefBlockKind; text?: string; level?: number; annotation?: string; finding?: string; comparison?: Pick<ComparisonSpec, 'country' | 'years'> & { section?: string } }[] };
};

/** Opens the sample of this machine, or makes it. Throws when a quote of the plan is not in its file: a fault of ours, found by a test. */
export async function openSample(application: Application): Promise<ProjectInfo> {
  const { workspace, options, call } = application;
  const known = workspace.projects(null).find((project) => project.sample);
  if (known) return application.open(workspace.pathOf(known.id), null).info();

  const folder = join(options.resourcesDirectory, 'sample');
  if (!existsSync(join(folder, 'sample.json'))) throw new UserError('not-found', 'The sample project is missing from this installation.', 'Install Annals again, or begin with a project of your own.');
  const plan = JSON.parse(readFileSync(join(folder, 'sample.json'), 'utf8')) as SamplePlan;
  const session = application.open(workspace.freeProjectPath(plan.name), { name: plan.name, sample: true });

  const { runId } = await call('imports.add', { files: plan.files.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })) });
  const items = await call('imports.wait', { runId });
  const documents = new Map(items.map((item) => [item.fileName, item.documentId ?? '']));

  const tagIds = new Map<string, string>();
  for (const { key, parent, ...tag } of plan.tags) {
    const created = await call('tags.create', { ...tag, parentId: parent ? idOf(tagIds, parent) : null });
    tagIds.set(key, created.id);
  }

  const annotationIds = new Map<string, string>();
  for (const { key, file, quote, tags, note } of plan.annotations) {
    const documentId = idOf(documents, file);
    const { text } = await call('documents.reading', { id: documentId });
    const start = text.indexOf(quote);
    if (start < 0) throw new Error(`the sample quotes words that are not in ${file}: ${quote}`);
    const created = await call('annotations.create', { documentId, start, end: start + quote.length, tagIds: tags.map((tag) => idOf(tagIds, tag)), note: note ?? '' });
    annotationIds.set(key, created.id);
  }

  const findingIds = new Map<string, string>();
  for (const { key, evidence, ...finding } of plan.findings) {
    const created = await call('findings.create', finding);
    findingIds.set(key, created.id);
    for (const { annotation, stance } of evidence) await call('findings.addEvidence', { id: created.id, annotationIds: [idOf(annotationIds, annotation)], stance });
  }

  const brief = await call('briefs.create', { title: plan.brief.title, subtitle: plan.brief.subtitle });
  for (const block of plan.brief.blocks) {
    await call('briefs.addBlock', {
      briefId: brief.id,
      kind: block.kind,
      text: (block.text ?? '').replace(/\[@annotation:([\w-]+)\]/g, (_, key: string) => `[@annotation:${idOf(annotationIds, key)}]`),
      level: block.level ?? 0,
      annotationId: block.annotation ? idOf(annotationIds, block.annotation) : null,
      findingId: block.finding ? idOf(findingIds, block.finding) : null,
      comparison: block.comparison ?? null,
    });
  }

  // The sample begins as given: there is nothing of the analyst's own to undo in it.
  session.store.forgetHistory();
  session.announce(['*'], '');
  return session.info();
}

function idOf(ids: Map<string, string>, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`the sample names something it does not have: ${key}`);
  return id;
}
