// Narrowing the fields to review, their order, and the facets they are narrowed by. Pure.

import { confidenceOf, fieldNames, type FieldReview, metadataFields, needsLook } from '../../../../shared/core/metadata.ts';
import type { DocumentKind } from '../../../../shared/core/recognition.ts';
import { compareText, kindNames } from '../../../components/document-words.ts';
import type { Facet } from '../../../components/facet-list.tsx';
import type { ReviewFilter } from '../../../routes.ts';

export type ReviewRow = FieldReview & { id: string; kind: DocumentKind };

/** How fields stand, as the facet has them; every field is in exactly one. */
const standings = { open: 'To confirm', sure: 'Recognised for sure', unknown: 'Unknown', confirmed: 'Confirmed', corrected: 'Corrected' } as const;
type Standing = keyof typeof standings;

export function standingOf(review: FieldReview): Standing {
  if (review.state === 'confirmed' || review.state === 'corrected') return review.state;
  if (needsLook(review)) return 'open';
  return review.state === 'recognised' ? 'sure' : 'unknown';
}

/** Identifier and marking are filled for few kinds; where they are not known nobody misses them. */
const rare = new Set<FieldReview['field']>(['identifier', 'classification']);

/** The rows of all documents: documents by name, fields in their order. */
export function reviewRows(reviews: readonly FieldReview[]): ReviewRow[] {
  const kinds = new Map(reviews.filter(({ field }) => field === 'kind').map(({ documentId, value }) => [documentId, value as DocumentKind]));
  return reviews
    .filter(({ field, state }) => !(rare.has(field) && state === 'unknown'))
    .map((review) => ({ ...review, id: `${review.documentId} ${review.field}`, kind: kinds.get(review.documentId) ?? 'generic' }))
    .toSorted((one, other) => compareText(one.documentTitle, other.documentTitle) || one.documentId.localeCompare(other.documentId) || metadataFields.indexOf(one.field) - metadataFields.indexOf(other.field));
}

export function filterRows(rows: readonly ReviewRow[], filter: ReviewFilter, text = ''): ReviewRow[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => isChosen(row, filter) && words.every((word) => `${row.documentTitle} ${row.value ?? ''}`.toLowerCase().includes(word)));
}

/** Counts by facet; each counts what the others leave. */
export function reviewFacets(rows: readonly ReviewRow[], filter: ReviewFilter): Facet[] {
  const count = (without: Partial<ReviewFilter>, valueOf: (row: ReviewRow) => string) => {
    const counts = new Map<string, number>();
    for (const row of rows) if (isChosen(row, { ...filter, ...without })) counts.set(valueOf(row), (counts.get(valueOf(row)) ?? 0) + 1);
    return counts;
  };
  const facet = (id: string, label: string, names: Readonly<Record<string, string>>, counts: Map<string, number>, chosen: readonly string[]): Facet => ({
    id,
    label,
    values: Object.entries(names).map(([value, name]) => ({ value, label: name, count: counts.get(value) ?? 0 })).filter(({ value, count: found }) => found > 0 || chosen.includes(value)),
  });
  return [
    facet('shown', 'Show', standings, count({ shown: [] }, standingOf), filter.shown),
    facet('field', 'Field', fieldNames, count({ field: [] }, (row) => row.field), filter.field),
    facet('kind', 'Kind of document', kindNames, count({ kind: [] }, (row) => row.kind), filter.kind),
  ];
}

/** What "Confirm all shown" confirms: values that stand and that nobody has decided yet. */
export function confirmable(rows: readonly ReviewRow[]): ReviewRow[] {
  return rows.filter(({ state, value }) => value !== null && (state === 'doubtful' || state === 'recognised'));
}

/** The row to go to when rows leave the list: the next that stays, else the last before them. */
export function rowAfter(rows: readonly ReviewRow[], leaving: ReadonlySet<string>): ReviewRow | null {
  const last = rows.findLastIndex(({ id }) => leaving.has(id));
  return rows.slice(last + 1).find(({ id }) => !leaving.has(id)) ?? rows.slice(0, Math.max(0, last)).findLast(({ id }) => !leaving.has(id)) ?? null;
}

function isChosen(row: ReviewRow, { shown, field, kind, least }: ReviewFilter): boolean {
  const confidence = confidenceOf(row) ?? row.candidates[0]?.confidence ?? 0;
  return (shown.length === 0 || shown.includes(standingOf(row))) && (field.length === 0 || field.includes(row.field)) && (kind.length === 0 || kind.includes(row.kind)) && (least === 0 || Math.round(confidence * 100) >= least);
}
