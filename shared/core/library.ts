// The rows of the library: documents as the analyst keeps them, and the ledger of imports.

import type { Block, Page, Warning, LeftOut } from './document.ts';
import type { DocumentKind, Recognition } from './recognition.ts';

/** A document of the project. What the recogniser proposed may have been corrected by the analyst. */
export type DocumentSummary = {
  id: string;
  title: string;
  kind: DocumentKind;
  /** ISO 3166-1 alpha-3 and English name. */
  country: string | null;
  countryName: string | null;
  /** Edition year. */
  year: number | null;
  date: string | null;
  issuer: string | null;
  author: string | null;
  language: string | null;
  identifier: string | null;
  classification: string | null;
  fileName: string;
  /** Importer id: "pdf", "docx", "html", "csv", "email" and so on. */
  format: string;
  /** Bytes of the original. */
  size: number;
  /** 0 when the format has no pages. */
  pages: number;
  characters: number;
  warnings: number;
  annotations: number;
  tagIds: string[];
  importedAt: string;
};

/** Everything the reader needs at once; word boxes are fetched page by page. */
export type DocumentReading = {
  document: DocumentSummary;
  text: string;
  blocks: Block[];
  pages: Omit<Page, 'words'>[];
  recognition: Recognition;
  warnings: Warning[];
  leftOut: LeftOut[];
  properties: Record<string, string>;
};

export type ImportStatus = 'waiting' | 'ok' | 'warnings' | 'duplicate' | 'failed' | 'cancelled';

/** A line of the ledger: every file handed in ends in one. */
export type ImportItem = {
  id: string;
  runId: string;
  /** As handed in, with folders below the dropped one. */
  fileName: string;
  size: number;
  status: ImportStatus;
  /** Why it failed, what was warned of, or which document it duplicates. */
  reason: string;
  hint: string;
  /** The document it became or duplicates; it may have been removed or undone since. */
  documentId: string | null;
  /** All documents of these bytes, as a collection makes them; empty where documentId is null. */
  documentIds: string[];
  /** Importer id of what was read; null for what was not read. */
  format: string | null;
  at: string;
};

/** Lines of the ledger by status; the run newest first. */
export type ImportCounts = Record<ImportStatus, number> & { runs: ImportRunSummary[] };

export type ImportRunSummary = { runId: string; at: string; files: number; open: number; isPaused: boolean };

/** A folder whose new files are imported; its path stays with the application. */
export type WatchState = {
  /** Name of the folder, without its path; null: none is watched. */
  folder: string | null;
  state: 'off' | 'watching' | 'unreadable';
  /** Why it cannot be read, as a sentence; ''. */
  fault: string;
  files: number;
};
