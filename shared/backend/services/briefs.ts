// Rules of briefs: ordered blocks, resolved against the project each time they are shown or exported.

import { type Brief, type BriefBlock, type BriefMaterial, type ComparisonSpec, resolveBrief, type ResolvedBrief } from '../../core/brief.ts';
import type { Comparison } from '../../core/comparison.ts';
import type { Matrix } from '../../core/indicator.ts';
import { UserError } from '../../core/user-error.ts';
import { annotationById } from '../store/annotations.ts';
import { blockById, blocksOfBrief, briefById, insertBlock, insertBrief, listBriefs, removeBlockRow, removeBriefRow, updateBlock as updateBlockRow, updateBrief } from '../store/briefs.ts';
import { documentRow, documentSummary } from '../store/documents.ts';
import { evidenceOfFinding, findingById } from '../store/findings.ts';
import { typingPause } from '../store/journal.ts';
import { readingById } from '../store/readings.ts';
import type { Read, Write } from '../store/write.ts';
import type { Command, Context, Query } from './handler.ts';
import { counted, named } from './words.ts';

export const list: Query<'briefs.list'> = (read) => listBriefs(read);

export const get: Query<'briefs.get'> = (read, { id }) => ({ ...existing(read, id), blocks: blocksOfBrief(read, id) });

export const create: Command<'briefs.create'> = (write, input, context) => {
  const now = context.now();
  const brief: Brief = { id: context.newId(), title: input.title, subtitle: input.subtitle, author: context.author, date: now.slice(0, 10), createdAt: now, updatedAt: now };
  insertBrief(write, brief);
  return { value: brief, label: `Make brief ${named(brief.title)}` };
};

export const update: Command<'briefs.update'> = (write, { id, ...changes }, context) => {
  const brief = existing(write, id);
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  updateBrief(write, id, { ...given, updatedAt: context.now() });
  return { value: null, label: `Change brief ${named(changes.title ?? brief.title)}`, merge: { key: `brief:${id}:${Object.keys(given).join()}`, within: typingPause } };
};

export const remove: Command<'briefs.remove'> = (write, { ids }) => {
  const briefs = ids.map((id) => existing(write, id));
  for (const id of ids) {
    for (const block of blocksOfBrief(write, id)) removeBlockRow(write, block.id);
    removeBriefRow(write, id);
  }
  return { value: null, label: briefs.length === 1 && briefs[0] ? `Remove brief ${named(briefs[0].title)}` : `Remove ${counted(ids.length, 'brief')}` };
};

export const addBlock: Command<'briefs.addBlock'> = (write, { position, ...input }, context) => {
  existing(write, input.briefId);
  if (input.annotationId !== null && !annotationById(write, input.annotationId)) throw new UserError('not-found', 'This highlight is not there any more.', 'It may have been deleted; undo brings it back.');
  if (input.findingId !== null && !findingById(write, input.findingId)) throw new UserError('not-found', 'This finding is not there any more.', 'It may have been removed; undo brings it back.');
  const blocks = blocksOfBrief(write, input.briefId);
  const at = Math.min(position ?? blocks.length, blocks.length);
  const block: BriefBlock = { ...input, id: context.newId(), position: at };
  insertBlock(write, block);
  renumber(write, blocks.toSpliced(at, 0, block));
  updateBrief(write, input.briefId, { updatedAt: context.now() });
  return { value: block, label: `Add ${blockNames[block.kind]} to a brief` };
};

export const updateBlock: Command<'briefs.updateBlock'> = (write, { id, ...changes }, context) => {
  const block = existingBlock(write, id);
  updateBlockRow(write, id, {
    ...(changes.text === undefined ? {} : { text: changes.text }),
    ...(changes.level === undefined ? {} : { level: changes.level }),
    ...(changes.comparison === undefined ? {} : { comparison: changes.comparison }),
    ...(changes.chart === undefined ? {} : { chart: changes.chart }),
  });
  updateBrief(write, block.briefId, { updatedAt: context.now() });
  const typed = changes.text !== undefined && changes.level === undefined && changes.comparison === undefined && changes.chart === undefined;
  return { value: null, label: `Edit ${blockNames[block.kind]} of a brief`, ...(typed ? { merge: { key: `block:${id}`, within: typingPause } } : {}) };
};

export const moveBlock: Command<'briefs.moveBlock'> = (write, { id, position }, context) => {
  const block = existingBlock(write, id);
  const others = blocksOfBrief(write, block.briefId).filter((each) => each.id !== id);
  renumber(write, others.toSpliced(Math.min(position, others.length), 0, block));
  updateBrief(write, block.briefId, { updatedAt: context.now() });
  return { value: null, label: `Move ${blockNames[block.kind]} in a brief` };
};

export const removeBlock: Command<'briefs.removeBlock'> = (write, { ids }, context) => {
  const blocks = ids.map((id) => existingBlock(write, id));
  for (const id of ids) removeBlockRow(write, id);
  for (const briefId of new Set(blocks.map((block) => block.briefId))) {
    renumber(write, blocksOfBrief(write, briefId));
    updateBrief(write, briefId, { updatedAt: context.now() });
  }
  return { value: null, label: blocks.length === 1 && blocks[0] ? `Remove ${blockNames[blocks[0].kind]} from a brief` : `Remove ${counted(ids.length, 'block')} from a brief` };
};

/** What other nouns give to a brief: comparisons, and the indicators of a country. */
export type BriefParts = { compare: (spec: ComparisonSpec) => Promise<Comparison>; matrix: (country: string) => Matrix };

/** The brief with everything it points at; comparisons are run first because they take a worker. */
export async function resolve(read: Read, id: string, context: Context, { compare, matrix }: BriefParts): Promise<ResolvedBrief> {
  const brief = existing(read, id);
  const blocks = blocksOfBrief(read, id);
  const comparisons = new Map<string, Comparison | null>();
  for (const { comparison } of blocks) {
    if (comparison && !comparisons.has(JSON.stringify(comparison))) comparisons.set(JSON.stringify(comparison), await orNull(compare(comparison)));
  }
  return resolveBrief(brief, blocks, materialOf(read, context, comparisons, matrix));
}

function materialOf(read: Read, context: Context, comparisons: Map<string, Comparison | null>, matrix: BriefParts['matrix']): BriefMaterial {
  return {
    annotation: (id) => annotationById(read, id),
    finding: (id) => {
      const finding = findingById(read, id);
      return finding ? { finding, countryName: finding.country ? context.countryName(finding.country) : null, evidence: evidenceOfFinding(read, id) } : null;
    },
    reading: (documentId) => {
      const document = documentSummary(read, documentId, context.countryName);
      const row = documentRow(read, documentId);
      const reading = row && readingById(read, row.readingId);
      return document && reading ? { document, text: reading.text, blocks: reading.blocks, pages: reading.pages, recognition: reading.recognition } : null;
    },
    comparison: (spec) => comparisons.get(JSON.stringify(spec)) ?? null,
    chart: ({ country, indicator, territory }) => {
      const { countryName, years, editions, groups } = matrix(country);
      const row = groups.flatMap(({ rows }) => rows).find((each) => each.indicator === indicator && each.territory === territory);
      return row ? { countryName, years, editions, row } : null;
    },
  };
}

/** An expected failure (a document has gone) becomes an issue of the brief; a bug stays a bug. */
async function orNull(comparison: Promise<Comparison>): Promise<Comparison | null> {
  try {
    return await comparison;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

const blockNames: { [Kind in BriefBlock['kind']]: string } = { heading: 'a heading', text: 'text', quote: 'a quotation', finding: 'a finding', comparison: 'a comparison', chart: 'a chart', sources: 'the sources' };

function renumber(write: Write, blocks: readonly BriefBlock[]): void {
  const stored = new Map(blocks[0] ? blocksOfBrief(write, blocks[0].briefId).map((block) => [block.id, block.position]) : []);
  blocks.forEach((block, position) => {
    if (stored.get(block.id) !== position) updateBlockRow(write, block.id, { position });
  });
}

function existing(read: Read | Write, id: string): Brief {
  const brief = briefById(read, id);
  if (!brief) throw new UserError('not-found', 'This brief is not there any more.', 'It may have been removed; undo brings it back.');
  return brief;
}

function existingBlock(read: Read | Write, id: string): BriefBlock {
  const block = blockById(read, id);
  if (!block) throw new UserError('not-found', 'This part of the brief is not there any more.', 'It may have been removed; undo brings it back.');
  return block;
}
