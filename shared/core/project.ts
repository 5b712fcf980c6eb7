// The project (one file) and its history.

export type ProjectInfo = { id: string; name: string; createdAt: string; sample: boolean; fileName: string };

export type ProjectListing = { id: string; name: string; fileName: string; openedAt: string; sample: boolean; current: boolean };

export type ProjectSummary = {
  documents: number;
  annotations: number;
  tags: number;
  findings: number;
  briefs: number;
  undoLabel: string | null;
  redoLabel: string | null;
};

export type HistoryEntry = {
  id: string;
  label: string;
  madeAt: string;
  author: string;
  /** Rows changed. */
  rows: number;
  tables: string[];
  state: 'done' | 'undone' | 'abandoned';
};

export type JobProgress = {
  id: string;
  label: string;
  done: number;
  total: number;
  /** What is being worked on now. */
  current: string;
  state: 'running' | 'done' | 'cancelled' | 'failed';
};

export type CheckResult = { check: string; ok: boolean; detail: string };
