// Versions of a document: which file and reading it had when, and what became of its annotations when the text under them changed.

import type { Candidate, DoubtReason } from './anchoring.ts';
import type { Annotation } from './annotation.ts';
import type { TextRange } from './document.ts';

export type VersionReason = 'import' | 'replace' | 'reread' | 'ocr' | 'return';

export type DocumentVersion = {
  id: string;
  reason: VersionReason;
  fileName: string;
  /** Importer id. */
  format: string;
  /** Bytes of the original. */
  size: number;
  pages: number;
  characters: number;
  author: string;
  madeAt: string;
  /** The one in force. */
  isCurrent: boolean;
};

/** What became of annotations. Doubtful and lost ones wait for the analyst. */
export type PlacementCounts = { exact: number; moved: number; doubtful: number; lost: number };

export const noPlacements: Readonly<PlacementCounts> = { exact: 0, moved: 0, doubtful: 0, lost: 0 };

/** A version read and compared, not yet in force. Nothing is kept until it is applied. */
export type PreparedVersion = {
  /** Names it when it is applied or discarded. */
  token: string;
  documentId: string;
  documentTitle: string;
  fileName: string;
  /** Title, kind and year as the new reading has them. */
  title: string;
  year: number | null;
  /** The year the document has now: another one may mean another edition, which should stand beside it. */
  documentYear: number | null;
  /** The new text is the same, letter by letter. */
  isSameText: boolean;
  counts: PlacementCounts;
  /** Why this may be another document altogether; null when nothing speaks for that. */
  warning: string | null;
};

/** How one of several documents came out of being read again. */
export type RereadOutcome = {
  documentId: string;
  title: string;
  outcome: 'read' | 'same' | 'held-back' | 'failed' | 'cancelled';
  /** A sentence for all but "read" and "same". */
  reason: string;
  counts: PlacementCounts;
};

/** An annotation whose place waits for the analyst. */
export type Doubt = {
  annotation: Annotation;
  documentTitle: string;
  /** 'area': a picture on a page of another file; 'lost': nothing similar was found. */
  reason: DoubtReason | 'area' | 'lost';
  /** Best first; each with its words. */
  candidates: (Candidate & { page: number | null; excerpt: Excerpt })[];
  /** The passage as it last stood. */
  was: { page: number | null; excerpt: Excerpt };
  /** The analyst decided to leave it lost. */
  isLeft: boolean;
};

/** A passage with some of the text around it. */
export type Excerpt = { before: string; text: string; after: string };

/** An annotation that may be carried over to another edition. */
export type CarryOffer = TextRange & {
  annotation: Annotation;
  /** Of the words, 0..1; 1: the same. */
  similarity: number;
  page: number | null;
  excerpt: Excerpt;
};

/** Passages less similar than this are not offered for the next edition. */
export const leastCarriedSimilarity = 0.9;

/** From so many annotations on, most of them lost says that this is another document; of fewer, all. */
const fewestToWarn = 4;
/** Share of the text below which it is another one, whatever the highlights say; and below which it is doubtful. */
const foreignShare = { surely: 0.1, perhaps: 0.5 };

/** A sentence when the new text is hardly the same document; null otherwise. `shared`: share of the text that both have. */
export function foreignWarning({ exact, moved, doubtful, lost }: PlacementCounts, shared: number, isOtherCountry: boolean): string | null {
  const all = exact + moved + doubtful + lost;
  const isMostLost = all >= fewestToWarn ? lost > all / 2 : all > 0 && lost === all && shared < foreignShare.perhaps;
  if (isMostLost) return `This may be another document: ${lost} of ${all} highlights have no place in it.`;
  if (isOtherCountry) return 'This may be another document: it is about another country.';
  if (shared < foreignShare.surely) return 'This may be another document: hardly any of the text is the same.';
  return null;
}
