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
  /** paused: held by the analyst; it stays so after a restart. */
  state: 'running' | 'paused' | 'done' | 'cancelled' | 'failed';
  /** How fast it goes, smoothed; absent for work that does not say. */
  pace?: JobPace;
  /** Recognition of text: counted in pages, held and taken up by its own methods. */
  isOcr?: true;
  /** A comparison of these documents: shown where they are compared. */
  compares?: string[];
};

export type JobPace = {
  filesPerSecond: number | null;
  /** Null when nothing with pages was read lately. */
  pagesPerSecond: number | null;
  /** What is left at this pace; null while it is too early to say, or held. */
  secondsLeft: number | null;
  /** True for a run that was held when the application last ended, or that a restart took up again. */
  isTakenUp: boolean;
};

export type CheckResult = { check: string; ok: boolean; detail: string };
