// What a search answers: passages with marked snippets, and counts by facet.

import type { DocumentKind } from './recognition.ts';

export type SnippetPart = { text: string; hit: boolean };

export type SearchHit = {
  documentId: string;
  title: string;
  country: string | null;
  countryName: string | null;
  year: number | null;
  kind: DocumentKind;
  section: string | null;
  page: number | null;
  label: string | null;
  /** The passage, offsets into the document's canonical text. */
  start: number;
  end: number;
  snippet: SnippetPart[];
};

export type FacetCount = { value: string; label: string; count: number };

export type SearchAnswer = {
  total: number;
  documents: number;
  hits: SearchHit[];
  facets: { country: FacetCount[]; year: FacetCount[]; kind: FacetCount[] };
};

export type SearchFilter = { countries?: string[]; years?: number[]; kinds?: DocumentKind[]; documentIds?: string[] };
