// The tables a cable is read with: posts, their spellings and routes, and TAGS. It looks codes up exactly; guessing at misspelt ones is post.ts's work.

import aliasTable from '../../../../resources/cables/aliases.json' with { type: 'json' };
import postTable from '../../../../resources/cables/posts.json' with { type: 'json' };
import routeTable from '../../../../resources/cables/routes.json' with { type: 'json' };
import samePostTable from '../../../../resources/cables/same-post.json' with { type: 'json' };
import signerTable from '../../../../resources/cables/signers.json' with { type: 'json' };
import tagTable from '../../../../resources/cables/tags.json' with { type: 'json' };

export type Country = { iso3: string; name: string };
export type TagKind = 'subject' | 'program' | 'geo' | 'organization' | 'person' | 'phrase';
export type TagEntry = { kind: TagKind; meaning: string | null; country: Country | null };

type Post = { name: string; iso3: string | null };

const posts = new Map<string, Post>();
for (const [code, row] of Object.entries<(string | null)[]>(postTable)) {
  posts.set(code, { name: row[0] ?? code, iso3: row[1] ?? null });
}
const aliases = new Map<string, string>(Object.entries(aliasTable));
const routes = new Map<string, string>(Object.entries(routeTable));

const tags = new Map<string, TagEntry>();
const countryNames = new Map<string, string>();
for (const code of tagTable.organizationWithoutMeaning) tags.set(code, { kind: 'organization', meaning: null, country: null });
for (const kind of ['organization', 'program', 'subject'] as const) {
  for (const [code, meaning] of Object.entries<string>(tagTable[kind])) tags.set(code, { kind, meaning, country: null });
}
for (const [code, row] of Object.entries<(string | null)[]>(tagTable.geo)) {
  // A two-letter organization (UN, AP, VA) wins over a country of the same code.
  const name = row[0] ?? code;
  const iso3 = row[1] ?? null;
  if (iso3 !== null && !countryNames.has(iso3)) countryNames.set(iso3, name);
  if (!tags.has(code)) tags.set(code, { kind: 'geo', meaning: name, country: iso3 === null ? null : { iso3, name } });
}

export const postCodes: readonly string[] = [...posts.keys()];
export const tagCodes: readonly string[] = [...tags.keys()];

/** Repairs of TAGS verified by hand: persons written without comma, and wrong spellings of codes. */
export const personTags = new Map<string, string>(Object.entries(tagTable.person));
export const tagSpellings = new Map<string, string>(Object.entries(tagTable.spelling));

export function isPost(code: string): boolean {
  return posts.has(code);
}

/** The post a spelling stands for ("HCMC" is HOCHIMINHCITY); null when the spelling is not listed. */
export function postOfAlias(spelling: string): string | null {
  return aliases.get(spelling) ?? null;
}

/** Plain name of a post ("Astana"); the code itself when unknown. */
export function postName(code: string): string {
  return posts.get(code)?.name ?? code;
}

/** The country a post is accredited to; null for departments, missions to organizations and unknown posts. */
export function countryOfPost(code: string): Country | null {
  const iso3 = posts.get(code)?.iso3 ?? null;
  return iso3 === null ? null : { iso3, name: countryNames.get(iso3) ?? iso3 };
}

/** The post a routing indicator stood for in the public list of 2010. Indicators were reassigned: the name in the cable wins. */
export function postOfRoute(route: string): string | null {
  return routes.get(route) ?? null;
}

/** Other codes under which the same post, or one easily meant by it, published. */
export function otherCodesOf(post: string): string[] {
  return samePostTable.filter((group) => group.includes(post)).flatMap((group) => group.filter((code) => code !== post));
}

const signers = new Set(signerTable);

/** True for a surname that is known among those who sign cables. The list is far from whole and serves only to part names that were glued together. */
export function isSigner(name: string): boolean {
  return signers.has(name);
}

export function tagEntry(code: string): TagEntry | null {
  return tags.get(code) ?? null;
}
