// What the palette finds: an index over titles that forgives misspelling, and the order of what is found.

import MiniSearch from 'minisearch';

export type PaletteEntry = {
  /** Type and id: one of a kind. */
  key: string;
  type: 'command' | 'document' | 'tag' | 'finding' | 'brief' | 'comparison' | 'search';
  id: string;
  title: string;
  detail: string;
  /** The key that does the same, in the spelling of the command list. */
  keys: string | null;
};

export type EntryIndex = { search: MiniSearch<PaletteEntry>; byKey: Map<string, PaletteEntry> };

/** More than can be looked over. */
const mostShown = 40;

export function indexEntries(entries: readonly PaletteEntry[]): EntryIndex {
  const search = new MiniSearch<PaletteEntry>({
    idField: 'key',
    fields: ['title', 'detail'],
    processTerm: (term) => term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
    searchOptions: {
      boost: { title: 3 },
      prefix: true,
      // One wrong letter in four, none in words so short that everything would be near.
      fuzzy: (term) => (term.length > 3 ? 0.25 : false),
      combineWith: 'AND',
    },
  });
  search.addAll(entries);
  return { search, byKey: new Map(entries.map((entry) => [entry.key, entry])) };
}

/** What was used last stands first: alone when nothing is typed, before equals when something is. */
export function findEntries({ search, byKey }: EntryIndex, text: string, recent: readonly string[]): PaletteEntry[] {
  const asked = text.trim();
  if (asked === '') {
    const before = recent.flatMap((key) => byKey.get(key) ?? []);
    const others = [...byKey.values()].filter((entry) => !recent.includes(entry.key));
    return [...before, ...others].slice(0, mostShown);
  }
  const found = search.search(asked, { boostDocument: (key) => (recent.includes(String(key)) ? 1.5 : 1) });
  const entries = found.flatMap((result) => byKey.get(String(result.id)) ?? []).slice(0, mostShown);
  return [...entries, { key: 'search', type: 'search', id: asked, title: `Search all text for “${asked}”`, detail: '', keys: null }];
}
