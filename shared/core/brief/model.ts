// A brief twice: as the project stores it (blocks that point at evidence) and resolved (pure data, all an export needs, no
// ids into a project). Only types here; resolve.ts turns the first into the second.

import type { ChartDrawing } from '../chart-drawing.ts';
import type { ComparisonClass, DifferencePart } from '../comparison.ts';
import type { Confidence, Likelihood, Stance } from '../finding.ts';
import type { DocumentKind } from '../recognition.ts';

export const briefBlockKinds = ['heading', 'text', 'quote', 'finding', 'comparison', 'chart', 'sources'] as const;
export type BriefBlockKind = (typeof briefBlockKinds)[number];

export const briefFormats = ['docx', 'html', 'markdown', 'pdf'] as const;
export type BriefFormat = (typeof briefFormats)[number];

export type Brief = {
  id: string;
  title: string;
  subtitle: string;
  /** As the analyst wants it printed; never filled from the account of the machine. */
  author: string;
  /** ISO 8601 date printed under the title; empty when none is wanted. */
  date: string;
  createdAt: string;
  updatedAt: string;
};

/** A block as stored. Fields that its kind does not use are null, '' or 0. */
export type BriefBlock = {
  id: string;
  briefId: string;
  /** Order in the brief. */
  position: number;
  kind: BriefBlockKind;
  /**
   * Markdown with inline citations (see references.ts) for "text"; the plain words of a "heading" or of the title of a
   * "comparison", "chart" or "sources" block; a Markdown remark under a "quote" or "finding"; else ''.
   */
  text: string;
  /** Of a "quote". */
  annotationId: string | null;
  /** Of a "finding". */
  findingId: string | null;
  /** Of a "comparison". */
  comparison: ComparisonSpec | null;
  /** Of a "chart". */
  chart: ChartSpec | null;
  /** 1 to 3 for a "heading", else 0. */
  level: number;
};

/** Which indicator of which country a chart of a brief draws. */
export type ChartSpec = {
  /** ISO 3166-1 alpha-3. */
  country: string;
  indicator: string;
  territory: string | null;
  /** Ascending; empty for all the project knows. */
  years: number[];
};

/** Which rows of which comparison a brief shows. */
export type ComparisonSpec = {
  /** ISO 3166-1 alpha-3. */
  country: string;
  /** 2 to 9 edition years, ascending; fewer only where documentIds says which editions. */
  years: number[];
  /** Exactly these editions, in this order; empty for the yearly report of each year. */
  documentIds: string[];
  /** Only rows of the section with this title or role; null for all. */
  section: string | null;
  /** Only rows with a step of one of these classes; empty for everything but "same". */
  classes: ComparisonClass[];
  maxRows: number;
};

export type ResolvedBrief = {
  title: string;
  subtitle: string;
  author: string;
  /** ISO 8601, or ''. */
  date: string;
  /** BCP 47 tag of the language the brief is written in. */
  language: string;
  /** The highest classification of the sources and their caveats, shown at head and foot; empty when none is marked. */
  markings: string[];
  /** One for each stored block, in the same order. */
  blocks: ResolvedBlock[];
  /** In order of their numbers, which is the order of first citation. */
  sources: Source[];
  issues: BriefIssue[];
};

export type Source = {
  /** From 1. */
  number: number;
  kind: DocumentKind;
  title: string;
  issuer: string | null;
  identifier: string | null;
  /** ISO 8601. */
  date: string | null;
  /** Edition year. */
  year: number | null;
  countryName: string | null;
  classification: string | null;
  /** The file's own name, without folders. */
  fileName: string;
};

export type Citation = {
  /** Number of the source. */
  source: number;
  /** "p. 4", "para. 2", "§ III, p. 5"; '' when the source as a whole is cited. */
  locator: string;
};

/** Whether the words of a quote stand in the document now, where the annotation says. */
export type QuoteState =
  | 'exact'
  /** The same words stand at another place of the document. */
  | 'elsewhere'
  /** The document does not hold these words. */
  | 'changed'
  /** The document is not in the project any more. */
  | 'missing';

export type QuotedPassage = {
  quote: string;
  citation: Citation | null;
  state: QuoteState;
  /** True: an area of a page. `quote` then describes it and quotes nothing. */
  isFigure?: boolean;
};

/** Markdown in which `[@citation:N]` stands for the N-th of `citations`, counted from 1. */
export type CitedText = { markdown: string; citations: Citation[] };

export type ResolvedEvidence = QuotedPassage & { stance: Stance; note: string };

export type ComparedCell = { text: string; citation: Citation };

/** What happened in a column. */
export type ComparedStep = {
  class: ComparisonClass;
  /** Index of the column it is compared with; null for "present", which claims no rewording. */
  since: number | null;
  /** Word differences from that column to this one; empty when the words are the same or only one of them has the sentence. */
  parts: DifferencePart[];
};

export type ComparedRow = {
  section: string | null;
  /** One a column; null when the column has no such sentence. */
  cells: (ComparedCell | null)[];
  /** One for each column but the first; null when there is nothing to say. */
  steps: (ComparedStep | null)[];
};

export type HeadingBlock = { kind: 'heading'; level: 1 | 2 | 3; text: string };
export type TextBlock = { kind: 'text'; text: CitedText };
export type QuoteBlock = { kind: 'quote'; passage: QuotedPassage; remark: CitedText };
export type FindingBlock = {
  kind: 'finding';
  claim: string;
  confidence: Confidence | null;
  likelihood: Likelihood | null;
  countryName: string | null;
  years: number[];
  evidence: ResolvedEvidence[];
  remark: CitedText;
};
export type ComparisonBlock = {
  kind: 'comparison';
  title: string;
  countryName: string | null;
  columns: { heading: string; citation: Citation }[];
  rows: ComparedRow[];
  /** Rows that met the filter but exceeded the largest number of rows. */
  omitted: number;
  /** True when the columns are of different kinds and rows only stand side by side by topic: no rewording is claimed. */
  byTopic: boolean;
};
/** One line of a chart's table: a value with all who say it. `isFirst`: what the chart shows of its year; others say something else. */
export type ChartRow = { year: number; value: string; sources: { name: string; citation: Citation }[]; isFirst: boolean };
export type ChartBlock = {
  kind: 'chart';
  title: string;
  /** "Number", "Percent"; '' when there is none. */
  unit: string;
  /** SVG by itself, with its shapes for formats that take none; pixels. Null when the values are words and are not drawn. */
  picture: { svg: string; width: number; height: number; drawing: ChartDrawing } | null;
  /** The chart in words, for who does not see it. */
  description: string;
  /** What its marks mean. */
  notes: string[];
  rows: ChartRow[];
};
export type SourcesBlock = { kind: 'sources'; heading: string };
/** A block whose evidence is gone: the export says so at its place. */
export type MissingBlock = { kind: 'missing'; message: string };

export type ResolvedBlock = HeadingBlock | TextBlock | QuoteBlock | FindingBlock | ComparisonBlock | ChartBlock | SourcesBlock | MissingBlock;

export type BriefIssueCode =
  | 'quote-elsewhere'
  | 'quote-changed'
  | 'quote-missing'
  | 'citation-missing'
  | 'block-missing'
  | 'comparison-cut'
  | 'sources-twice'
  | 'uncited-text'
  | 'no-evidence'
  | 'no-support'
  | 'no-confidence'
  | 'one-source'
  | 'contradicted'
  | 'confidence-with-likelihood';

/** Something to look at before the brief is sent. A warning means that a reader could be misled; a notice is advice. */
export type BriefIssue = {
  code: BriefIssueCode;
  severity: 'warning' | 'notice';
  message: string;
  /** Index into the blocks. */
  block: number;
};

/** What the place that runs an export can do for it. */
export type ExportAbilities = {
  /** Prints one self-contained HTML page; the answer is a PDF file. Absent where no browser is at hand. */
  printToPdf?: ((html: string) => Promise<Uint8Array>) | undefined;
};

export type ExportedBrief = {
  bytes: Uint8Array;
  /** A proposal from the title that is safe on every system, with extension and without folders. */
  fileName: string;
  mediaType: string;
  /** In sentences: what this format could not carry, and what was exported with a warning. */
  losses: string[];
};

/** A brief in one file format. */
export type Exporter = {
  id: BriefFormat;
  /** As shown in a menu. */
  name: string;
  /** Without dot. */
  extension: string;
  mediaType: string;
  /** Throws UserError('missing-program') when an ability it needs is not there. */
  write: (brief: ResolvedBrief, abilities: ExportAbilities) => Promise<{ bytes: Uint8Array; losses: string[] }>;
};
