// Search: the analyst's question to FTS5, filters and facets over its answer, and the small objects of the palette.

import type { DocumentKind } from '../../core/recognition.ts';
import type { FacetCount } from '../../core/search.ts';
import { toFtsQuery } from '../../core/search-query.ts';
import { type DocumentHits, hitsByDocument, namedObjects, searchPassages } from '../store/search.ts';
import type { Query } from './handler.ts';

export const find: Query<'search.find'> = (read, input, context) => {
  const ftsQuery = toFtsQuery(input.query);
  const found = hitsByDocument(read, ftsQuery);
  const within = {
    country: (hits: DocumentHits) => !input.countries?.length || (hits.country !== null && input.countries.includes(hits.country)),
    year: (hits: DocumentHits) => !input.years?.length || (hits.year !== null && input.years.includes(hits.year)),
    kind: (hits: DocumentHits) => !input.kinds?.length || input.kinds.includes(hits.kind),
    document: (hits: DocumentHits) => !input.documentIds?.length || input.documentIds.includes(hits.documentId),
  };
  const chosen = found.filter((hits) => Object.values(within).every((test) => test(hits)));
  /** A facet counts what its own filter would let in, so that another value can be chosen. */
  const facet = (own: 'country' | 'year' | 'kind', label: (value: string) => string): FacetCount[] => {
    const counts = new Map<string, number>();
    for (const hits of found) {
      const value = hits[own];
      const others = Object.entries(within).every(([name, test]) => name === own || test(hits));
      if (value !== null && others) counts.set(String(value), (counts.get(String(value)) ?? 0) + hits.hits);
    }
    return [...counts].map(([value, count]) => ({ value, label: label(value), count }));
  };
  const hits = chosen.length === 0 ? [] : searchPassages(read, ftsQuery, chosen.map((each) => each.documentId), input.limit, input.offset);
  return {
    total: chosen.reduce((sum, each) => sum + each.hits, 0),
    documents: chosen.length,
    hits: hits.map((hit) => ({ ...hit, countryName: hit.country ? context.countryName(hit.country) : null })),
    facets: {
      country: facet('country', (value) => context.countryName(value) ?? value).toSorted((one, other) => one.label.localeCompare(other.label, 'en')),
      year: facet('year', (value) => value).toSorted((one, other) => Number(other.value) - Number(one.value)),
      kind: facet('kind', (value) => kindNames[value as DocumentKind]).toSorted((one, other) => other.count - one.count),
    },
  };
};

export const objects: Query<'search.objects'> = (read) => namedObjects(read);

const kindNames: { [Kind in DocumentKind]: string } = {
  'ilab-report': 'Yearly report',
  'ilab-page': 'Report page',
  'ilab-dataset': 'Official data',
  cable: 'Cable',
  generic: 'Other document',
};
