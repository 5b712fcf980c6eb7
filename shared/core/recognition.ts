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

/** A sign printed beside words, the words it is set to, and the note it points to. The range is that of the words and the sign. */
export type PrintedMark = TextRange & { sign: string; words: string; note: string | null };

/** Work that children do, as the table of sectors and activities lists it. */
export type ListedActivity = {
  /** "Agriculture", "Industry", "Services", "Categorical Worst Forms of Child Labor"; another name as printed. */
  sector: string;
  /** As printed, without signs and reference numbers. */
  activity: string;
  /** National law calls it hazardous, in whole or in part; the marks say which words. */
  hazardous: boolean;
  /** A worst form of child labor in itself. */
  categorical: boolean;
  /** The report says that evidence is limited, of the whole or a part. */
  limitedEvidence: boolean;
  marks: PrintedMark[];
  territory: string | null;
  page: number | null;
  start: number | null;
  end: number | null;
};

export type InstitutionKind = 'agency' | 'body' | 'policy' | 'program';

/** What a report says of an institution's year: a sentence of its description, or the note a sign beside its name points to. */
export type YearRemark = TextRange & {
  kind: 'started' | 'resumed' | 'ended' | 'active' | 'inactive' | 'activity-unknown' | 'government-funded' | 'child-labor-missing' | 'impact-unstudied' | 'other';
  /** The year spoken of: the report year for "during the reporting period". */
  year: number | null;
  text: string;
};

/** An agency that enforces the law, a body that coordinates, a policy, or a social program. */
export type Institution = {
  kind: InstitutionKind;
  /** Without signs, reference numbers and years. */
  name: string;
  /** "MOL" of "Ministry of Labor (MOL)"; null when none is printed. */
  shortName: string | null;
  description: string;
  /** The years printed with the name, "2012–2014"; null when none are. */
  years: string | null;
  firstYear: number | null;
  lastYear: number | null;
  remarks: YearRemark[];
  marks: PrintedMark[];
  page: number | null;
  start: number | null;
  end: number | null;
};

/** A law named beside a legal standard, and the place in it: "Article 23.2" of the "Labor Code". */
export type CitedLaw = TextRange & { provision: string | null; law: string };

/** The legislation printed beside a legal standard. */
export type LegalBasis = {
  /** The standard's key without its last part, "legal_standards.minimum_age_work". */
  standard: string;
  territory: string | null;
  /** As printed, without reference numbers. */
  text: string;
  laws: CitedLaw[];
  page: number | null;
  start: number | null;
  end: number | null;
};

/** An entry of the numbered list of references. */
export type Reference = TextRange & { number: number; text: string; url: string | null; page: number | null };

/** Reference numbers in the text, and the claim before them: the words from the end of the sentence, cell or citation before. The range is that of the bracket. */
export type Citation = TextRange & { references: number[]; claimStart: number; claimEnd: number; page: number | null };

/** A value the analyst may confirm: what the document says it is, and the passage that says so. */
export type ProposedValue = TextRange & {
  field: 'title' | 'country' | 'year' | 'date' | 'issuer' | 'author' | 'language';
  value: string;
  /** 0..1 */
  confidence: number;
  /** What no passage says comes from the file's name or from what the file says of itself; start and end are 0 then. A passage when absent. */
  from?: 'passage' | 'file-name' | 'file-properties';
};

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
  activities: ListedActivity[];
  institutions: Institution[];
  legalBases: LegalBasis[];
  references: Reference[];
  citations: Citation[];
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
  activities: [],
  institutions: [],
  legalBases: [],
  references: [],
  citations: [],
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
  /** Other cables that may be meant: of the year before, or of another post of the same name. */
  candidates: string[];
  /** Where REF prints it; null or absent when it has no place in the text. */
  start?: number | null;
  end?: number | null;
};

/** A place in a cable's body that refers to other cables, or to a paragraph of its own. */
export type CableMention = TextRange & {
  /** By an entry of REF ("ref A", "reftels"); printed in full ("06 ASTANA 891"); unnamed ("septel"); a paragraph ("para 4"). */
  kind: 'reference' | 'cable' | 'unnamed' | 'paragraph';
  /** Number of the paragraph it stands in; null outside the numbered ones. */
  paragraph: number | null;
  /** Printed letters of REF; empty for "reftels" and cables printed in full. */
  letters: string[];
  /** Canonical ids of the cables meant; empty when none can be told. */
  cables: string[];
  candidates: string[];
  yearInferred: boolean;
  /** Number of the paragraph meant. */
  target: number | null;
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
  /** What the body refers to, in reading order; absent in readings made before this was read. */
  mentions?: CableMention[];
  siteNoise: string[];
  /** Cross-checks between the parts of the cable. */
  checks: { check: string; ok: boolean; detail: string }[];
};

export type CableParagraph = TextRange & { n: number; marking: string | null; text: string };
