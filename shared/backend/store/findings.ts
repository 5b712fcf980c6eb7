// Findings and their evidence.

import type { Confidence, Evidence, Finding, FindingStatus, Likelihood, Stance } from '../../core/finding.ts';
import type { Read, Write } from './write.ts';

type FindingRow = {
  id: string; claim: string; country: string | null; years: string; confidence: Confidence | null; likelihood: Likelihood | null; status: FindingStatus;
  note: string; author: string; created_at: string; updated_at: string;
};

export type CountedFinding = Finding & Record<Stance, number>;

const counted = `
  SELECT f.*, count(e.id) FILTER (WHERE e.stance = 'supporting')    AS supporting,
              count(e.id) FILTER (WHERE e.stance = 'contradicting') AS contradicting,
              count(e.id) FILTER (WHERE e.stance = 'context')       AS context
    FROM finding f
    LEFT JOIN evidence e ON e.finding_id = f.id`;

export function listFindings(read: Read): CountedFinding[] {
  return read.all<FindingRow & Record<Stance, number>>(`${counted} GROUP BY f.id ORDER BY f.updated_at DESC, f.id DESC`).map(fromRow);
}

export function findingById(read: Read, id: string): CountedFinding | null {
  const row = read.get<FindingRow & Record<Stance, number>>(`${counted} WHERE f.id = ? GROUP BY f.id`, id);
  return row ? fromRow(row) : null;
}

export function insertFinding(write: Write, finding: Finding): void {
  write.insert('finding', {
    id: finding.id,
    claim: finding.claim,
    country: finding.country,
    years: JSON.stringify(finding.years),
    confidence: finding.confidence,
    likelihood: finding.likelihood,
    status: finding.status,
    note: finding.note,
    author: finding.author,
    created_at: finding.createdAt,
    updated_at: finding.updatedAt,
  });
}

export type FindingChanges = Partial<Pick<Finding, 'claim' | 'country' | 'years' | 'confidence' | 'likelihood' | 'status' | 'note' | 'updatedAt'>>;

export function updateFinding(write: Write, id: string, { years, updatedAt, ...changes }: FindingChanges): void {
  write.update('finding', id, { ...changes, ...(years ? { years: JSON.stringify(years) } : {}), ...(updatedAt ? { updated_at: updatedAt } : {}) });
}

export function removeFindingRow(write: Write, id: string): void {
  write.remove('finding', id);
}

const evidenceColumns = 'id, finding_id AS findingId, annotation_id AS annotationId, stance, position';

export function evidenceOfFinding(read: Read, findingId: string): Evidence[] {
  return read.all<Evidence>(`SELECT ${evidenceColumns} FROM evidence WHERE finding_id = ? ORDER BY position, id`, findingId);
}

export function evidenceOfAnnotation(read: Read, annotationId: string): Evidence[] {
  return read.all<Evidence>(`SELECT ${evidenceColumns} FROM evidence WHERE annotation_id = ?`, annotationId);
}

export function evidenceById(read: Read, id: string): Evidence | null {
  return read.get<Evidence>(`SELECT ${evidenceColumns} FROM evidence WHERE id = ?`, id) ?? null;
}

export function insertEvidence(write: Write, evidence: Evidence): void {
  write.insert('evidence', { id: evidence.id, finding_id: evidence.findingId, annotation_id: evidence.annotationId, stance: evidence.stance, position: evidence.position });
}

export function setStance(write: Write, id: string, stance: Stance): void {
  write.update('evidence', id, { stance });
}

export function removeEvidenceRow(write: Write, id: string): void {
  write.remove('evidence', id);
}

function fromRow(row: FindingRow & Record<Stance, number>): CountedFinding {
  const { years, created_at, updated_at, ...rest } = row;
  return { ...rest, years: JSON.parse(years) as number[], createdAt: created_at, updatedAt: updated_at };
}
