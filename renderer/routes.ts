// The addresses of Annals: every view with what it shows has one, which can be copied, reopened, and gone back to.
// The address is the only place where "what is shown" is kept; views keep no second copy of it.

import { useSyncExternalStore } from 'react';
import { type ListFilter, type ListSort, usualSort, wholeList } from '../shared/core/annotation-list.ts';
import type { TextRange } from '../shared/core/document.ts';
import { annotationQuery, parseAnnotationQuery } from './annotation-address.ts';

export type Route =
  | { view: 'home' }
  | { view: 'library'; part: 'documents'; filter: LibraryFilter }
  | { view: 'library'; part: 'metadata'; filter: ReviewFilter }
  | { view: 'library'; part: 'imports'; status: string[]; formats: string[]; runs: string[]; text: string }
  | { view: 'library'; part: 'pairs'; decided: boolean }
  | { view: 'library'; part: 'doubts'; doubtId: string | null }
  | { view: 'reader'; documentId: string | null; at: TextRange | null; shown: ReaderShown | null; /** Another document, beside it. */ beside: string | null }
  | { view: 'codebook'; tagId: string | null; part: CodebookPartName; place: UsePlace }
  | { view: 'annotations'; filter: ListFilter; sort: ListSort; /** The one in hand. */ annotationId: string | null }
  | { view: 'findings'; findingId: string | null }
  | { view: 'compare'; country: string | null; documentIds: string[]; part: ComparePartName; section: string | null; row: string | null; /** Of the indicators only. */ show: IndicatorShow | null; /** The saved comparison this is, or was opened as. */ saved: string | null }
  | { view: 'search'; query: string; countries: string[]; years: number[]; kinds: string[] }
  | { view: 'briefs'; briefId: string | null }
  | { view: 'cables'; cableId: string | null }
  | { view: 'activity' }
  | { view: 'settings'; part: SettingsPart | null }
  | { view: 'unknown'; path: string };

export type ViewName = Exclude<Route['view'], 'home' | 'unknown'>;

/** What the reader shows of a document; an address without it leaves the choice as it was. */
export const readerShown = ['text', 'pages', 'both'] as const;
export type ReaderShown = (typeof readerShown)[number];

/** Narrows the library; values are as text, 'unknown' standing for what is not known. */
export type LibraryFilter = { text: string; country: string[]; year: string[]; kind: string[]; issuer: string[] };
/** Narrows the fields to review; `least` is a confidence in percent. */
export type ReviewFilter = { shown: string[]; field: string[]; kind: string[]; least: number };
/** What asks for a look: the review begins with it. */
export const openReview: ReviewFilter = { shown: ['open'], field: [], kind: [], least: 0 };
export const noFilter: LibraryFilter = { text: '', country: [], year: [], kind: [], issuer: [] };

/** Long parts of the settings that can be gone to. */
export const settingsParts = ['keys', 'about'] as const;
export type SettingsPart = (typeof settingsParts)[number];

/** The parts of a comparison; an address without one means the text. */
export const compareParts = ['overview', 'text', 'actions', 'indicators', 'law', 'goods', 'institutions', 'sources'] as const;
export type ComparePartName = (typeof compareParts)[number];

/** The parts of the codebook; an address without one means the tags. */
export const codebookParts = ['tags', 'together', 'years', 'countries', 'agreement'] as const;
export type CodebookPartName = (typeof codebookParts)[number];
/** Narrows a tag's passages; null: those of documents without a country or year. */
export type UsePlace = { documentId?: string; country?: string | null; year?: number | null };

/** How the indicator in hand is shown instead of the matrix. `section` of the address then narrows the countries to a region. */
export const indicatorShows = ['chart', 'group', 'countries', 'ranking'] as const;
export type IndicatorShow = (typeof indicatorShows)[number];

type CompareAddress = { country?: string | null; documentIds?: string[]; part?: ComparePartName; section?: string | null; row?: string | null; show?: IndicatorShow | null; saved?: string | null };
type LedgerAddress = { formats?: string[]; runs?: string[]; text?: string };
type SearchAddress = { query?: string; countries?: string[]; years?: number[]; kinds?: string[] };

/** Addresses by name. Offsets are UTF-16 code units into the document's canonical text, end excluded. */
export const link = {
  home: () => '/',
  library: (part: 'documents' | 'imports' = 'documents') => (part === 'imports' ? '/library/imports' : '/library'),
  libraryFiltered: ({ text, country, year, kind, issuer }: LibraryFilter) => withQuery('/library', { q: text, country: country.join(','), year: year.join(','), kind: kind.join(','), issuer: issuer.map(encodeURIComponent).join(',') }),
  metadata: ({ shown, field, kind, least }: ReviewFilter = openReview) => withQuery('/library/metadata', { shown: shown.join(',') === 'open' ? null : shown.join(',') || 'all', field: field.join(','), kind: kind.join(','), least: least > 0 ? String(least) : null }),
  imports: (status: string[] = [], { formats = [], runs = [], text = '' }: LedgerAddress = {}) => withQuery('/library/imports', { status: status.join(','), format: formats.join(','), run: runs.join(','), q: text }),
  /** Highlights whose place waits for a decision; `doubtId` is the chosen one. */
  doubts: (doubtId?: string | null) => withQuery('/library/highlights', { id: doubtId }),
  pairs: (decided = false) => withQuery('/library/pairs', { decided: decided ? 'yes' : null }),
  reader: (documentId?: string | null, at?: TextRange | null, { shown, beside }: { shown?: ReaderShown | null; beside?: string | null } = {}) =>
    documentId ? withQuery(`/read/${encodeURIComponent(documentId)}`, { at: at ? `${at.start}-${at.end}` : null, view: shown, beside }) : '/read',
  codebook: (tagId?: string | null, { documentId, country, year }: UsePlace = {}) =>
    withQuery(withId('/codebook', tagId), { document: documentId, country: country === null ? unknownPlace : country, year: year === null ? unknownPlace : year?.toString() }),
  codebookPart: (part: CodebookPartName) => withQuery('/codebook', { part: part === 'tags' ? null : part }),
  /** Highlights of all documents, narrowed and in order. */
  annotations: (filter: Partial<ListFilter> = {}, sort: ListSort = usualSort, annotationId?: string | null) => withQuery('/annotations', { ...annotationQuery({ ...wholeList, ...filter }, sort), id: annotationId }),
  findings: (findingId?: string | null) => withId('/findings', findingId),
  compare: ({ country, documentIds, part, section, row, show, saved }: CompareAddress = {}) =>
    withQuery('/compare', { country, documents: documentIds?.join(','), part: part === 'text' ? null : part, section, row, show, saved }),
  search: ({ query, countries, years, kinds }: SearchAddress = {}) =>
    withQuery('/search', { q: query, country: countries?.join(','), year: years?.join(','), kind: kinds?.join(',') }),
  briefs: (briefId?: string | null) => withId('/briefs', briefId),
  /** All cables; `cableId`, a canonical identifier, is the chosen one. */
  cables: (cableId?: string | null) => withId('/cables', cableId),
  activity: () => '/activity',
  settings: (part: SettingsPart | null = null) => withId('/settings', part),
};

/** In an address: no country, or no year, is known. */
const unknownPlace = 'unknown';

function placeOfQuery(query: URLSearchParams): UsePlace {
  const document = query.get('document');
  const country = query.get('country');
  const year = query.get('year');
  return {
    ...(document ? { documentId: document } : {}),
    ...(country ? { country: country === unknownPlace ? null : country } : {}),
    ...(year === unknownPlace ? { year: null } : year && /^[1-2]\d{3}$/.test(year) ? { year: Number(year) } : {}),
  };
}

function withId(path: string, id: string | null | undefined): string {
  return id ? `${path}/${encodeURIComponent(id)}` : path;
}

function withQuery(path: string, values: Record<string, string | null | undefined>): string {
  const query = Object.entries(values)
    .filter((entry): entry is [string, string] => Boolean(entry[1]))
    // A comma needs no escape in a query, and an address is read by people too.
    .map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
    .join('&');
  return query ? `${path}?${query}` : path;
}

/** The route of an address such as "/read/abc?at=10-20". Never throws; what it does not know is 'unknown'. */
export function parseAddress(address: string): Route {
  const [, path = '', search = ''] = /^([^?#]*)\??([^#]*)/.exec(address) ?? [];
  const [name = '', id = '', ...more] = path.split('/').filter(Boolean).map(decode);
  const query = new URLSearchParams(search);
  if (more.length > 0) return { view: 'unknown', path };
  switch (name) {
    case '':
      return { view: 'home' };
    case 'read':
      return { view: 'reader', documentId: id || null, at: parseRange(query.get('at')), shown: readerShown.find((shown) => shown === query.get('view')) ?? null, beside: query.get('beside') || null };
    case 'codebook':
      return { view: 'codebook', tagId: id || null, part: codebookParts.find((part) => part === query.get('part')) ?? 'tags', place: placeOfQuery(query) };
    case 'annotations':
      return id ? { view: 'unknown', path } : { view: 'annotations', ...parseAnnotationQuery(query), annotationId: query.get('id') || null };
    case 'findings':
      return { view: 'findings', findingId: id || null };
    case 'briefs':
      return { view: 'briefs', briefId: id || null };
    case 'cables':
      return { view: 'cables', cableId: id || null };
    case 'compare':
      return { view: 'compare', country: query.get('country') || null, documentIds: list(query.get('documents')), part: compareParts.find((part) => part === query.get('part')) ?? 'text', section: query.get('section') || null, row: query.get('row') || null, show: indicatorShows.find((show) => show === query.get('show')) ?? null, saved: query.get('saved') || null };
    case 'search':
      return { view: 'search', query: query.get('q') ?? '', countries: list(query.get('country')), years: list(query.get('year')).map(Number).filter(Number.isInteger), kinds: list(query.get('kind')) };
    case 'library':
      if (id === 'imports') return { view: 'library', part: 'imports', status: list(query.get('status')), formats: list(query.get('format')), runs: list(query.get('run')), text: query.get('q') ?? '' };
      if (id === 'highlights') return { view: 'library', part: 'doubts', doubtId: query.get('id') || null };
      if (id === 'pairs') return { view: 'library', part: 'pairs', decided: query.get('decided') === 'yes' };
      if (id === 'metadata') return { view: 'library', part: 'metadata', filter: parseReview(query) };
      return id ? { view: 'unknown', path } : { view: 'library', part: 'documents', filter: parseFilter(query) };
    case 'activity':
      return id ? { view: 'unknown', path } : { view: 'activity' };
    case 'settings': {
      const part = settingsParts.find((known) => known === id) ?? null;
      return id && part === null ? { view: 'unknown', path } : { view: 'settings', part };
    }
    default:
      return { view: 'unknown', path };
  }
}

function parseFilter(query: URLSearchParams): LibraryFilter {
  // Names of issuers may hold commas, so each is escaped by itself.
  return { text: query.get('q') ?? '', country: list(query.get('country')), year: list(query.get('year')), kind: list(query.get('kind')), issuer: list(query.get('issuer')).map(decode) };
}

function parseReview(query: URLSearchParams): ReviewFilter {
  const shown = query.get('shown');
  const least = Number(query.get('least'));
  return { shown: shown === null ? openReview.shown : shown === 'all' ? [] : list(shown), field: list(query.get('field')), kind: list(query.get('kind')), least: least > 0 && least <= 100 ? least : 0 };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function list(value: string | null): string[] {
  return value ? value.split(',').filter(Boolean) : [];
}

function parseRange(value: string | null): TextRange | null {
  const match = /^(\d{1,10})-(\d{1,10})$/.exec(value ?? '');
  if (!match) return null;
  const range = { start: Number(match[1]), end: Number(match[2]) };
  return range.start < range.end ? range : null;
}

const listeners = new Set<() => void>();
let current: { address: string; route: Route } | null = null;

function shown(): Route {
  const address = window.location.pathname + window.location.search;
  if (current?.address !== address) current = { address, route: parseAddress(address) };
  return current.route;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/** What the address says is shown. The same object until the address changes. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, shown);
}

/** Goes to an address made by `link`. `replace` leaves no step to go back to: for typing in a query, not for opening a thing. */
export function navigate(address: string, { replace = false }: { replace?: boolean } = {}): void {
  if (address === window.location.pathname + window.location.search) return;
  if (replace) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  for (const listener of listeners) listener();
}
