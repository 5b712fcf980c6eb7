// The address of the list of highlights: its filter and order as a query, and back. What it does not know is left out, calmly.

import { anchorStates, type ListFilter, listOrders, type ListSort, presences, unknownValue, usualSort, wholeList } from '../shared/core/annotation-list.ts';
import { tagColours } from '../shared/core/annotation.ts';

export function annotationQuery(filter: ListFilter, sort: ListSort): Record<string, string | null> {
  return {
    q: filter.text,
    tag: filter.tags.join(','),
    below: filter.withBelow ? null : 'no',
    colour: filter.colours.join(','),
    country: filter.countries.join(','),
    year: filter.years.join(','),
    document: filter.documents.join(','),
    // Names may hold commas, so each is escaped by itself.
    author: filter.authors.map(encodeURIComponent).join(','),
    note: filter.note.join(','),
    tagged: filter.tagged.join(','),
    finding: filter.used.join(','),
    place: filter.anchors.join(','),
    sort: sort.by === usualSort.by && sort.descending === usualSort.descending ? null : `${sort.descending ? '-' : ''}${sort.by}`,
  };
}

export function parseAnnotationQuery(query: URLSearchParams): { filter: ListFilter; sort: ListSort } {
  const list = (name: string) => [...new Set((query.get(name) ?? '').split(',').filter(Boolean))];
  const among = <Word extends string>(name: string, words: readonly Word[]) => list(name).flatMap((value) => words.find((word) => word === value) ?? []);
  const written = query.get('sort') ?? '';
  const by = listOrders.find((order) => order === written.replace(/^-/, ''));
  return {
    filter: {
      ...wholeList,
      text: (query.get('q') ?? '').slice(0, 500),
      tags: ids(list('tag')),
      withBelow: query.get('below') !== 'no',
      colours: among('colour', tagColours),
      countries: list('country').filter((value) => value === unknownValue || /^[A-Z]{3}$/.test(value)),
      years: list('year').filter((value) => value === unknownValue || /^[12]\d{3}$/.test(value)),
      documents: ids(list('document')),
      authors: list('author').map(decode).filter((name) => name.length <= 500),
      note: among('note', presences),
      tagged: among('tagged', presences),
      used: among('finding', presences),
      anchors: among('place', anchorStates),
    },
    sort: by ? { by, descending: written.startsWith('-') } : usualSort,
  };
}

function ids(values: string[]): string[] {
  return values.filter((value) => value.length <= 64);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
