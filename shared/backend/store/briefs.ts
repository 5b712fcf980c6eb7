// Briefs and their blocks.

import type { Brief, BriefBlock, BriefBlockKind, ChartSpec, ComparisonSpec } from '../../core/brief.ts';
import type { Read, Write } from './write.ts';

type BriefRow = { id: string; title: string; subtitle: string; author: string; date: string; created_at: string; updated_at: string };
type BlockRow = { id: string; brief_id: string; position: number; kind: BriefBlockKind; text: string; level: number; annotation_id: string | null; finding_id: string | null; comparison: string | null; chart: string | null };

export function listBriefs(read: Read): (Brief & { blocks: number })[] {
  return read
    .all<BriefRow & { blocks: number }>('SELECT b.*, (SELECT count(*) FROM brief_block k WHERE k.brief_id = b.id) AS blocks FROM brief b ORDER BY b.updated_at DESC, b.id DESC')
    .map((row) => ({ ...fromBrief(row), blocks: row.blocks }));
}

export function briefById(read: Read, id: string): Brief | null {
  const row = read.get<BriefRow>('SELECT * FROM brief WHERE id = ?', id);
  return row ? fromBrief(row) : null;
}

export function insertBrief(write: Write, brief: Brief): void {
  write.insert('brief', { id: brief.id, title: brief.title, subtitle: brief.subtitle, author: brief.author, date: brief.date, created_at: brief.createdAt, updated_at: brief.updatedAt });
}

export function updateBrief(write: Write, id: string, { updatedAt, ...changes }: Partial<Pick<Brief, 'title' | 'subtitle' | 'author' | 'date' | 'updatedAt'>>): void {
  write.update('brief', id, { ...changes, ...(updatedAt ? { updated_at: updatedAt } : {}) });
}

export function removeBriefRow(write: Write, id: string): void {
  write.remove('brief', id);
}

export function blocksOfBrief(read: Read, briefId: string): BriefBlock[] {
  return read.all<BlockRow>('SELECT * FROM brief_block WHERE brief_id = ? ORDER BY position, id', briefId).map(fromBlock);
}

export function blockById(read: Read, id: string): BriefBlock | null {
  const row = read.get<BlockRow>('SELECT * FROM brief_block WHERE id = ?', id);
  return row ? fromBlock(row) : null;
}

export function blockIdsOfAnnotation(read: Read, annotationId: string): string[] {
  return read.all<{ id: string }>('SELECT id FROM brief_block WHERE annotation_id = ?', annotationId).map((row) => row.id);
}

export function blockIdsOfFinding(read: Read, findingId: string): string[] {
  return read.all<{ id: string }>('SELECT id FROM brief_block WHERE finding_id = ?', findingId).map((row) => row.id);
}

export function insertBlock(write: Write, block: BriefBlock): void {
  write.insert('brief_block', {
    id: block.id,
    brief_id: block.briefId,
    position: block.position,
    kind: block.kind,
    text: block.text,
    level: block.level,
    annotation_id: block.annotationId,
    finding_id: block.findingId,
    comparison: block.comparison ? JSON.stringify(block.comparison) : null,
    chart: block.chart ? JSON.stringify(block.chart) : null,
  });
}

export function updateBlock(write: Write, id: string, { comparison, chart, ...changes }: Partial<Pick<BriefBlock, 'text' | 'level' | 'position' | 'comparison' | 'chart'>>): void {
  write.update('brief_block', id, {
    ...changes,
    ...(comparison === undefined ? {} : { comparison: comparison ? JSON.stringify(comparison) : null }),
    ...(chart === undefined ? {} : { chart: chart ? JSON.stringify(chart) : null }),
  });
}

export function removeBlockRow(write: Write, id: string): void {
  write.remove('brief_block', id);
}

function fromBrief(row: BriefRow): Brief {
  return { id: row.id, title: row.title, subtitle: row.subtitle, author: row.author, date: row.date, createdAt: row.created_at, updatedAt: row.updated_at };
}

function fromBlock(row: BlockRow): BriefBlock {
  return {
    id: row.id,
    briefId: row.brief_id,
    position: row.position,
    kind: row.kind,
    text: row.text,
    level: row.level,
    annotationId: row.annotation_id,
    findingId: row.finding_id,
    comparison: row.comparison ? (JSON.parse(row.comparison) as ComparisonSpec) : null,
    chart: row.chart ? (JSON.parse(row.chart) as ChartSpec) : null,
  };
}
