// What the list of highlights calls its groups and their values.

import { type ListFacet, type ListFilter, listFacets, type ListOrder, type Presence, unknownValue } from '../../../shared/core/annotation-list.ts';
import type { AnchorState } from '../../../shared/core/annotation.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { unknown } from '../../components/document-words.ts';

export const groupNames: Readonly<Record<ListFacet, string>> = {
  tags: 'Tag',
  colours: 'Colour',
  countries: 'Country',
  years: 'Year',
  documents: 'Document',
  authors: 'Author',
  note: 'Note',
  tagged: 'Tags',
  used: 'Findings',
  anchors: 'Place',
};

const presenceNames: Readonly<Record<'note' | 'tagged' | 'used', Readonly<Record<Presence, string>>>> = {
  note: { with: 'With a note', without: 'Without a note' },
  tagged: { with: 'With a tag', without: 'Without a tag' },
  used: { with: 'In a finding', without: 'In no finding' },
};

const anchorNames: Readonly<Record<AnchorState, string>> = { exact: 'Exact', moved: 'Moved with its words', doubtful: 'To review', lost: 'Lost' };

export const orderNames: Readonly<Record<ListOrder, string>> = { country: 'Country and year', document: 'Document', made: 'Time made', changed: 'Time changed', tag: 'First tag' };

export type Naming = { tags: ReadonlyMap<string, TagWithCount>; countryName: (iso3: string) => string; documentTitle: (id: string) => string | null };

/** A value as it is read; a tag or document that is gone says so. */
export function valueName(facet: ListFacet, value: string, { tags, countryName, documentTitle }: Naming): string {
  switch (facet) {
    case 'tags':
      return tags.get(value)?.name ?? 'A tag that is gone';
    case 'documents':
      return documentTitle(value) ?? 'A document that is gone';
    case 'note':
    case 'tagged':
    case 'used':
      return presenceNames[facet][value === 'with' ? 'with' : 'without'];
    case 'anchors':
      return value in anchorNames ? anchorNames[value as AnchorState] : value;
    case 'countries':
      return value === unknownValue ? unknown : countryName(value);
    case 'colours':
      return value.charAt(0).toUpperCase() + value.slice(1);
    case 'years':
    case 'authors':
      return value === unknownValue ? unknown : value;
  }
}

/** A filter with the values of one group replaced. What a group does not know is dropped when the address is read. */
export function withValues(filter: ListFilter, facet: ListFacet, values: readonly string[]): ListFilter {
  return { ...filter, [facet]: values };
}

export function chosenValues(filter: ListFilter): { facet: ListFacet; value: string }[] {
  return listFacets.flatMap((facet) => filter[facet].map((value) => ({ facet, value })));
}

export function highlightsWord(count: number): string {
  return count === 1 ? '1 highlight' : `${count.toLocaleString('en')} highlights`;
}
