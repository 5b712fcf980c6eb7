// The codebook as a whole: its form in files, what an import would do to it, and what is counted over it. Pure types.

import type { Agreement } from './agreement.ts';
import type { TagColour } from './annotation.ts';
import type { TextRange } from './document.ts';
import type { Tag } from './tag.ts';

/** A tag as a file holds it. */
export type CodebookEntry = Pick<Tag, 'name' | 'definition' | 'whenToUse' | 'whenNot' | 'example' | 'isCodable' | 'isExclusive' | 'isArchived'> & {
  aliases: readonly string[];
  shortcut: string | null;
  /** Null: the file names none. */
  colour: TagColour | null;
  children: CodebookEntry[];
};

export type CodebookFile = {
  /** The program or collection it comes from; '' when it does not say. */
  origin: string;
  entries: CodebookEntry[];
  /** What the file holds and the codebook cannot, a sentence each. */
  losses: string[];
};

export type StarterCodebook = { id: string; name: string; description: string; tags: number };

/** Tags by their paths. */
export type CodebookPreview = {
  origin: string;
  added: string[];
  merged: { path: string; /** Fields that were empty and are filled. */ fills: string[] }[];
  losses: string[];
};

export type TagUse = {
  passages: number;
  documents: { id: string; title: string; country: string | null; year: number | null; passages: number }[];
  /** Passages that carry several of the tags right below although their parent allows one. */
  several: number;
};

/** How near two passages must be to count as together, a cell counting those of either tag: one passage, overlapping ones, or a paragraph both reach into. */
export type Closeness = 'same' | 'overlap' | 'paragraph';

export type TagMatrix = {
  /** Across tags the columns are the rows. An id is a tag's, a year or a country code; '' stands for "not known". */
  columns: { id: string; name: string }[];
  /** Tags in the codebook's order, with the passages of each in all. */
  rows: { id: string; path: string; colour: TagColour; depth: number; total: number }[];
  cells: { row: string; column: string; count: number }[];
  /** Tags that stand together with others more rarely than those shown. */
  leftOut: number;
};

export type AnalystWork = { author: string; passages: number; documents: number };

export type AnalystAgreement = {
  /** Both have coded them; the figures are of these. */
  documents: number;
  characters: number;
  /** Coded by one of the two only, and left out. */
  leftOut: number;
  tags: { tagId: string; agreement: Agreement; disputes: number }[];
};

export type DisputedPassage = TextRange & { annotationId: string; quote: string };

export type ListedDispute = TextRange & {
  documentId: string;
  title: string;
  country: string | null;
  year: number | null;
  page: number | null;
  /** Characters that only one of the two has coded. */
  characters: number;
  first: DisputedPassage[];
  second: DisputedPassage[];
};
