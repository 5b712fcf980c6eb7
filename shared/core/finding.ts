// A finding: a claim with evidence for and against, and how sure the analyst is.

import type { ListedAnnotation } from './annotation.ts';

export const confidences = ['high', 'moderate', 'low'] as const;
/** Speaks of sources and reasoning, never of likelihood (US analytic standards, ICD 203). */
export type Confidence = (typeof confidences)[number];

export const likelihoods = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
  'almost certain',
] as const;
/** One fixed scale of words (ICD 203). */
export type Likelihood = (typeof likelihoods)[number];

export const stances = ['supporting', 'contradicting', 'context'] as const;
export type Stance = (typeof stances)[number];

export const findingStatuses = ['draft', 'reviewed', 'settled'] as const;
export type FindingStatus = (typeof findingStatuses)[number];

export type Finding = {
  id: string;
  claim: string;
  /** ISO 3166-1 alpha-3; null while not chosen. */
  country: string | null;
  /** The years the claim speaks of, ascending. */
  years: number[];
  confidence: Confidence | null;
  likelihood: Likelihood | null;
  status: FindingStatus;
  note: string;
  author: string;
  createdAt: string;
  updatedAt: string;
};

export type Evidence = {
  id: string;
  findingId: string;
  annotationId: string;
  stance: Stance;
  position: number;
};

/** A finding with the number of its pieces of evidence by stance. */
export type FindingSummary = Finding & Record<Stance, number> & { countryName: string | null };

export type FindingWithEvidence = FindingSummary & { evidence: (Evidence & { annotation: ListedAnnotation })[] };
