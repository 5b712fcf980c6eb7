// A country's ledger of suggested actions as the screen and the command line show it: with editions, decisions and observed values.

import type { ActionLedger, FollowedSuggestion } from '../action-ledger.ts';
import type { SourcedValue } from '../observation.ts';
import type { DocumentKind } from '../recognition.ts';

export const actionVerdicts = ['done', 'dropped', 'merged'] as const;
export type ActionVerdict = (typeof actionVerdicts)[number];

/** The analyst's decision about an action that is not printed any more; `evidence` is the sentence that says why. */
export type ActionDecision = {
  id: string;
  verdict: ActionVerdict;
  note: string;
  evidence: { documentId: string; start: number; end: number; quote: string } | null;
  author: string;
  madeAt: string;
};

export type CountryActions = Omit<ActionLedger, 'actions'> & {
  country: string;
  countryName: string;
  editions: { documentId: string; year: number; title: string; kind: DocumentKind }[];
  actions: (FollowedSuggestion & { decision: ActionDecision | null })[];
  /** What the targets inside actions are measured by: values by indicator and year, those that the matrix shows. */
  observed: { indicator: string; name: string; year: number; value: SourcedValue }[];
};
