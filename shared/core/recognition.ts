// What Annals understands of a document: kind, edition, sections, and values, each with its place.

import type { TextRange, Warning } from './document.ts';

export type DocumentKind = 'ilab-report' | 'ilab-page' | 'ilab-dataset' | 'cable' | 'generic';

export type Section = TextRange & {
  /** "I" .. "VII", "1", "2.3"; null when the heading has no number. */
  number: string | null;
  title: string;
  /** Depth from 1. */
  level: number;
  page: number | null;
  /** A stable role to match sections over editions ("enforcement", "summary", "references"); null when unknown. */
  role: string | null;
};

export type Table = TextRange & {
  title: string;
  /** Printed number of the table ("6"); null when none. */
  number: string | null;
  columns: string[];
  rows: string[][];
  page: number | null;
};

export type ObservationStatus = 'value' | 'unknown' | 'not_applicable' | 'unavailable' | 'not_printed';

/** The value of an indicator for a country and year, from one source, with its passage. */
export type Observation = {
  /** A key such as "enforcement.labor_inspectors". */
  indicator: string;
  /** ISO 3166-1 alpha-3. */
  country: string | null;
  territory: string | null;
  /** The year the value speaks of. */
  year: number | null;
  /** The report year of the edition that prints it. */
  reportedYear: number | null;
  status: ObservationStatus;
  value: number | boolean | string | null;
  /** "count", "percent", "years", "USD", "yes/no", "text". */
  unit: string | null;
  /** Footnote sign printed with the value, and the note it points to. */
  mark: string | null;
  note: string | null;
  page: number | null;
  start: number | null;
  end: number | null;
  quote: string;
  /** 0..1 */
  confidence: number;
};

export type SuggestedAction = {
  area: string;
  text: string;
  /** As printed, such as "2009 – 2014, 2016". */
  years: string;
  firstYear: number | null;
  lastYear: number | null;
  page: number | null;
  start: number | null;
  end: number | null;
};

export type AdvancementLevel = {
  /** One ordinal scale. */
  level: 'no' | 'minimal' | 'moderate' | 'significant' | 'no-assessment';
  /** What follows the dash, as printed in sentence case; null when nothing does. */
  qualifier: string | null;
  start: number | null;
  end: number | null;
};

/** A good on the issuer's lists with its marks. */
export type ListedGood = { name: string; childLabor: boolean; forcedLabor: boolean; start: number | null; end: number | null };

/** A value the analyst may confirm: what the document says it is, and the passage that says so. */
export type ProposedValue = TextRange & { field: 'title' | 'country' | 'year' | 'date' | 'issuer' | 'author' | 'language'; value: string; confidence: number };

export type Recognition = {
  kind: DocumentKind;
  /** 0..1 that the kind is right. */
  confidence: number;
  country: { iso3: string; name: string } | null;
  /** Edition year: the report year, or the year a cable was sent. */
  year: number | null;
  title: string;
  /** BCP 47 primary tag such as "en"; null when not recognised. */
  language: string | null;
  issuer: string | null;
  author: string | null;
  /** ISO 8601 date or date-time of the document; null when not recognised. */
  date: string | null;
  /** The document's own identifier, such as a cable's reference id. */
  identifier: string | null;
  /** A marking to be shown and kept in every export, such as UNCLASSIFIED; null when none. */
  classification: string | null;
  /** Further facts for the metadata card, in reading order; plain words as labels. */
  facts: { label: string; value: string; start: number | null; end: number | null }[];
  sections: Section[];
  tables: Table[];
  observations: Observation[];
  actions: SuggestedAction[];
  goods: ListedGood[];
  level: AdvancementLevel | null;
  cable: Cable | null;
  proposed: ProposedValue[];
  warnings: Warning[];
};

export const emptyRecognition: Recognition = {
  kind: 'generic',
  confidence: 0,
  country: null,
  year: null,
  title: '',
  language: null,
  issuer: null,
  author: null,
  date: null,
  identifier: null,
  classification: null,
  facts: [],
  sections: [],
  tables: [],
  observations: [],
  actions: [],
  goods: [],
  level: null,
  cable: null,
  proposed: [],
  warnings: [],
};

export type CableReference = {
  bullet: string | null;
  /** Canonical cable id, or null for a typed non-cable reference. */
  value: string | null;
  /** What a reference that is no cable is: "email", "telcon", "report", "meeting" ... */
  kind: 'cable' | 'email' | 'telcon' | 'memo' | 'fax' | 'meeting' | 'book' | 'report' | 'message' | 'web' | 'other';
  raw: string;
  yearInferred: boolean;
  candidates: string[];
};

export type CableAddressee = { route: string | null; name: string; precedence: string | null; mcn: string | null; excluded: boolean };

/** A State Department cable; every field is optional because every field is missing somewhere. */
export type Cable = {
  /** Canonical identifier ("07ASTANA3256") and the published spelling. */
  id: string | null;
  publishedId: string | null;
  /** ISO local form as printed, in UTC, such as "2007-12-03T11:54:00". */
  created: string | null;
  released: string | null;
  classification: string | null;
  caveats: string[];
  origin: string | null;
  titleLabel: string | null;
  titleIsTruncated: boolean;
  transmissionId: string | null;
  precedence: string | null;
  relayedTo: string[];
  de: { station: string; serial: number; julian: string; time: string } | null;
  deDate: string | null;
  zn: string | null;
  dtg: { raw: string; precedence: string; utc: string } | null;
  from: string | null;
  to: CableAddressee[];
  info: CableAddressee[];
  banner: { classification: string; post: string; serial: string; sections: string | null } | null;
  captions: string[];
  attention: { office: string | null; for: string }[];
  eo: { order: string; decl: string | null; raw: string } | null;
  tags: string[];
  /** Tags decoded from the tables; meaning null when the tag is not known. */
  tagMeanings: { tag: string; kind: string; meaning: string | null }[];
  subject: string | null;
  references: CableReference[];
  headerBlocks: number;
  paragraphs: CableParagraph[];
  summaryParagraphs: number[];
  commentParagraphs: number[];
  signature: string[];
  classifiedBy: string | null;
  inTextReftels: { paragraph: number; letters: string[] }[];
  siteNoise: string[];
  /** Cross-checks between the parts of the cable. */
  checks: { check: string; ok: boolean; detail: string }[];
};

export type CableParagraph = TextRange & { n: number; marking: string | null; text: string };
