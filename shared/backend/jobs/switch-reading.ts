// What a job that made another reading of a document asks for, so that the document takes it and its annotations are placed again.
// The work itself is services/versions.ts; a session hands it to the services that need it.

import type { PlacementCounts, VersionReason } from '../../core/version.ts';

/**
 * Puts a document on another reading and places its annotations again, as one undoable command. The reading must have been kept
 * (insertReading). Doubtful annotations take their best candidate's place and wait in the review; lost ones keep their quote.
 * Rejects with UserError 'cancelled' when the signal ends it; nothing is changed then.
 */
export type SwitchReading = (change: {
  documentId: string;
  readingId: string;
  reason: Exclude<VersionReason, 'import'>;
  /** A newer file: its bytes must have been kept (insertContent). Without it the original stays. */
  content?: { id: string; fileName: string };
  /** What undo says. */
  label: string;
  /** Steps with one key are undone together, however far apart. */
  stepKey?: string;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}) => Promise<PlacementCounts>;
