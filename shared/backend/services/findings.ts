// Rules of findings: a claim with evidence, each piece once; country and years follow the evidence unless said otherwise.

import type { Finding, FindingWithEvidence, Stance } from '../../core/finding.ts';
import { UserError } from '../../core/user-error.ts';
import { listAnnotations } from '../store/annotations.ts';
import { blockIdsOfFinding } from '../store/briefs.ts';
import { evidenceById, evidenceOfFinding, findingById, insertEvidence, insertFinding, listFindings, removeEvidenceRow, removeFindingRow, setStance, updateFinding } from '../store/findings.ts';
import { typingPause } from '../store/journal.ts';
import type { Read, Write } from '../store/write.ts';
import type { Command, Context, Query } from './handler.ts';
import { counted, named } from './words.ts';

export const list: Query<'findings.list'> = (read, _input, context) =>
  listFindings(read).map((finding) => ({ ...finding, countryName: finding.country ? context.countryName(finding.country) : null }));

export const get: Query<'findings.get'> = (read, { id }, context): FindingWithEvidence => {
  const finding = existing(read, id);
  const evidence = evidenceOfFinding(read, id);
  const annotations = new Map(listAnnotations(read, { ids: evidence.map((each) => each.annotationId), limit: 100_000 }).map((each) => [each.id, each]));
  return {
    ...finding,
    countryName: finding.country ? context.countryName(finding.country) : null,
    evidence: evidence.flatMap((each) => {
      const annotation = annotations.get(each.annotationId);
      return annotation ? [{ ...each, annotation }] : [];
    }),
  };
};

export const create: Command<'findings.create'> = (write, input, context) => {
  const passages = listAnnotations(write, { ids: input.annotationIds, limit: 100_000 });
  const countries = [...new Set(passages.flatMap((each) => (each.country ? [each.country] : [])))];
  const years = [...new Set(passages.flatMap((each) => (each.year === null ? [] : [each.year])))];
  const now = context.now();
  const finding: Finding = {
    id: context.newId(),
    claim: input.claim,
    country: input.country === undefined ? (countries.length === 1 ? (countries[0] ?? null) : null) : input.country,
    years: ascending(input.years ?? years),
    confidence: input.confidence,
    likelihood: input.likelihood,
    status: 'draft',
    note: input.note,
    author: context.author,
    createdAt: now,
    updatedAt: now,
  };
  insertFinding(write, finding);
  addTo(write, finding.id, input.annotationIds, input.stance, context);
  return { value: finding, label: `Make finding ${named(finding.claim)}` };
};

export const update: Command<'findings.update'> = (write, { id, ...input }, context) => {
  const finding = existing(write, id);
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  updateFinding(write, id, { ...given, ...(input.years ? { years: ascending(input.years) } : {}), updatedAt: context.now() });
  const typed = Object.keys(given).every((field) => field === 'claim' || field === 'note');
  return {
    value: null,
    label: `Change finding ${named(input.claim ?? finding.claim)}`,
    ...(typed ? { merge: { key: `finding:${id}:${Object.keys(given).join()}`, within: typingPause } } : {}),
  };
};

export const remove: Command<'findings.remove'> = (write, { ids }) => {
  const first = ids.map((id) => existing(write, id))[0];
  for (const id of ids) {
    for (const blockId of blockIdsOfFinding(write, id)) write.update('brief_block', blockId, { finding_id: null });
    for (const evidence of evidenceOfFinding(write, id)) removeEvidenceRow(write, evidence.id);
    removeFindingRow(write, id);
  }
  return { value: null, label: ids.length === 1 && first ? `Remove finding ${named(first.claim)}` : `Remove ${counted(ids.length, 'finding')}` };
};

export const addEvidence: Command<'findings.addEvidence'> = (write, input, context) => {
  const finding = existing(write, input.id);
  const added = addTo(write, input.id, input.annotationIds, input.stance, context);
  if (added > 0) updateFinding(write, input.id, { updatedAt: context.now() });
  return { value: null, label: `Add ${counted(added, 'passage')} to ${named(finding.claim)}` };
};

export const changeStance: Command<'findings.setStance'> = (write, { evidenceIds, stance }) => {
  for (const id of evidenceIds) {
    existingEvidence(write, id);
    setStance(write, id, stance);
  }
  return { value: null, label: `Mark ${counted(evidenceIds.length, 'piece')} of evidence as ${stance}` };
};

export const removeEvidence: Command<'findings.removeEvidence'> = (write, { evidenceIds }) => {
  for (const id of evidenceIds) {
    existingEvidence(write, id);
    removeEvidenceRow(write, id);
  }
  return { value: null, label: `Take ${counted(evidenceIds.length, 'piece')} of evidence away` };
};

function addTo(write: Write, findingId: string, annotationIds: readonly string[], stance: Stance, context: Context): number {
  const present = evidenceOfFinding(write, findingId);
  const known = new Set(present.map((each) => each.annotationId));
  const existingIds = new Set(listAnnotations(write, { ids: [...annotationIds], limit: 100_000 }).map((each) => each.id));
  let position = present.length;
  for (const annotationId of new Set(annotationIds)) {
    if (!existingIds.has(annotationId)) throw new UserError('not-found', 'This highlight is not there any more.', 'It may have been deleted; undo brings it back.');
    if (known.has(annotationId)) continue;
    insertEvidence(write, { id: context.newId(), findingId, annotationId, stance, position });
    position += 1;
  }
  return position - present.length;
}

function ascending(years: readonly number[]): number[] {
  return [...new Set(years)].toSorted((one, other) => one - other);
}

function existing(read: Read, id: string) {
  const finding = findingById(read, id);
  if (!finding) throw new UserError('not-found', 'This finding is not there any more.', 'It may have been removed; undo brings it back.');
  return finding;
}

function existingEvidence(read: Read, id: string) {
  const evidence = evidenceById(read, id);
  if (!evidence) throw new UserError('not-found', 'This piece of evidence is not there any more.', 'It may have been removed; undo brings it back.');
  return evidence;
}
