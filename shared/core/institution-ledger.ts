// Agencies, coordinating bodies, policies and programs of a country, followed over its editions by name and description: what is new,
// ended, renamed, followed by another of its name, or has another role.

import { Wordings } from './actions/wording.ts';
import type { WordDifference } from './alignment/pair.ts';
import { chainLists, type ListChain, type ListNode, pairBest } from './lists/chains.ts';
import type { Institution, InstitutionKind } from './recognition.ts';

/** Editions with a year, each year once. */
export type InstitutionEdition = { documentId: string; year: number; institutions: readonly Institution[] };

/**
 * What it is in a year. `first`: in the oldest edition, so that nothing says whether it was new then. `renewed`: a policy or program with
 * other first years under the same or a like name, such as the action plan that follows another. `role`: it is described as doing
 * something else; `reworded`: other words, much the same. A renamed one is said to be renamed, whatever its description says.
 */
export type InstitutionState = 'first' | 'new' | 'carried' | 'reworded' | 'role' | 'renamed' | 'renewed' | 'returned' | 'gone';

export type InstitutionEntry = Institution & {
  documentId: string;
  year: number;
  /** Against the entry before it; empty when the words are the same, and for the first. */
  differences: WordDifference[];
  /** 0..1: how alike name and description are to those of the entry before; 1 for the first. */
  alike: number;
  /** The name of the entry before, when this one has another. */
  formerName: string | null;
  /** The edition itself says that it ended, or that it was not active, in this year. */
  says: 'ended' | 'inactive' | null;
};

export type FollowedInstitution = {
  /** Stable while the editions stay: documentId and position of the newest entry. */
  id: string;
  kind: InstitutionKind;
  /** Of the newest edition that has it; written out where that one prints its initials alone. */
  name: string;
  isListed: boolean;
  entries: InstitutionEntry[];
  states: Record<number, InstitutionState>;
};

export type InstitutionLedger = { years: number[]; institutions: FollowedInstitution[] };

/** Name and description together, from here on two entries are one. */
const leastAlike = 0.42;
/** One with years of its own that do not follow on, and another name, is another one. */
const leastRenewed = 0.5;
const leastReturning = 0.6;
/** The duties of an institution are told in the first sentence; below this they are other duties. */
const leastRole = 0.34;
const nameShare = 0.6;
/** Two that print the same initials are probably one. */
const acronymBonus = 0.3;

const kinds: readonly InstitutionKind[] = ['agency', 'body', 'policy', 'program'];

/** Editions oldest first. By kind; listed ones first, in the order of the newest edition. */
export function institutionLedger(editions: readonly InstitutionEdition[]): InstitutionLedger {
  const all = editions.flatMap(({ institutions }) => institutions);
  const names = new Wordings(all.map(({ name }) => plainName(name)));
  const descriptions = new Wordings(all.map(({ description }) => description));
  const roles = new Wordings(all.map(({ description }) => roleOf(description)));
  const keys = all.map(({ name }) => namingWords(name).join(''));
  const shorts = all.map(({ name }) => initialsOf(name));
  const before: number[] = [];
  let total = 0;
  for (const { institutions } of editions) {
    before.push(total);
    total += institutions.length;
  }
  const at = ({ edition, index }: ListNode) => editions[edition]?.institutions[index];
  const wording = ({ edition, index }: ListNode) => (before[edition] ?? 0) + index;
  const rankOf = (older: ListNode, newer: ListNode): number => {
    const [one, other] = [at(older), at(newer)];
    if (!one || !other || one.kind !== other.kind) return 0;
    const [a, b] = [wording(older), wording(newer)];
    if (keys[a] !== '' && keys[a] === keys[b]) return 2;
    if ((shorts[a] && shorts[a] === other.shortName) || (shorts[b] && shorts[b] === one.shortName)) return 1.5;
    const acronym = one.shortName !== null && one.shortName === other.shortName ? acronymBonus : 0;
    const words = names.likeness(a, b);
    const role = roles.likeness(a, b);
    // The order of the words can add to the likeness of the name, but not make up for words that are not there.
    if (nameShare * Math.min(1, words + 0.3) + (1 - nameShare) * role + acronym < leastAlike) return 0;
    const name = names.alike(a, b).both;
    const alike = Math.min(1, nameShare * name + (1 - nameShare) * role + acronym);
    return alike >= (isRenewed(one, other) ? leastRenewed : leastAlike) ? alike : 0;
  };
  const chains = chainLists(
    editions.map(({ institutions }) => institutions.length),
    (older) =>
      pairBest(editions[older]?.institutions.length ?? 0, editions[older + 1]?.institutions.length ?? 0, (a, b) => rankOf({ edition: older, index: a }, { edition: older + 1, index: b })).map(({ older: a, newer: b, rank }) => ({ older: a, newer: b, kind: 'continued', alike: Math.min(1, rank) })),
    (gone, back) => {
      const rank = Math.min(1, rankOf(gone, back));
      return rank >= leastReturning ? rank : null;
    },
  );
  const newest = editions.at(-1);
  const institutions = chains.map((chain) => rowOf(chain, editions, { descriptions, roles, wording }));
  const position = (each: FollowedInstitution) => newest?.institutions.findIndex(({ name, kind }) => name === each.name && kind === each.kind) ?? 0;
  return {
    years: editions.map(({ year }) => year),
    institutions: institutions.toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || Number(other.isListed) - Number(one.isListed) || (one.isListed ? position(one) - position(other) : (other.entries.at(-1)?.year ?? 0) - (one.entries.at(-1)?.year ?? 0))),
  };
}

/** Acronyms in brackets, articles and signs are another way to print the same name. */
function plainName(name: string): string {
  return name.replace(/\s*\([^()]{1,20}\)/gu, '').replace(/[’']s\b/gu, 's').replace(/^the\s+/iu, '').trim();
}

const smallWords = new Set(['of', 'for', 'the', 'on', 'to', 'and', 'in', 'against', 'a']);

/** Words of a name as far as they name: "Children’s Rights" is "Child Rights", and "on" is "for". */
function namingWords(name: string): string[] {
  const words = plainName(name).normalize('NFKD').toLocaleLowerCase('en').replace(/(?<=\p{L})[’']s?(?=\P{L}|$)|(?<=\p{L})[-’'](?=\p{L})/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !smallWords.has(word)).map((word) => (/^child(?:ren)?s?$/u.test(word) ? 'child' : word.replace(/(?<=\p{L}{3})s$/u, '')));
}

/** Another spelling, or the same name with the ministry it belongs to behind a comma, is no other name. */
function isRenamed(one: string, other: string): boolean {
  const [a, b] = [namingWords(one), namingWords(other)];
  if (a.join('') === b.join('')) return false;
  const [short, long] = a.length < b.length ? [one, other] : [other, one];
  const lead = long.slice(0, Math.max(0, long.lastIndexOf(',')));
  return !(lead !== '' && namingWords(lead).join(' ') === namingWords(short).join(' '));
}

/** "CLU" of a name that is "CLU" or "MELR’s CLU", beside which "Child Labor Unit (CLU)" may stand; null of a name written out. */
function initialsOf(name: string): string | null {
  return /\p{Ll}{2}/u.test(name) ? null : (plainName(name).split(/[\s’']+/u).at(-1) ?? null);
}

function isShortOf(name: string, { shortName }: Institution): boolean {
  return shortName !== null && initialsOf(name) === shortName;
}

function isRenewed(one: Institution, other: Institution): boolean {
  return one.firstYear !== null && other.firstYear !== null && one.firstYear !== other.firstYear;
}

/** The first sentence, without what it says of a single year. */
function roleOf(description: string): string {
  const [first = ''] = /^.*?[.!?](?=\s|$)/su.exec(description) ?? [description];
  return first.slice(0, 400);
}

type Told = { descriptions: Wordings; roles: Wordings; wording: (node: ListNode) => number };

function rowOf(chain: ListChain, editions: readonly InstitutionEdition[], { descriptions, roles, wording }: Told): FollowedInstitution {
  const states: Record<number, InstitutionState> = {};
  const entries = chain.nodes.flatMap((node, at): InstitutionEntry[] => {
    const edition = editions[node.edition];
    const institution = edition?.institutions[node.index];
    if (!edition || !institution) return [];
    const earlier = chain.nodes[at - 1];
    const was = earlier && editions[earlier.edition]?.institutions[earlier.index];
    const formerName = was && isRenamed(was.name, institution.name) && !isShortOf(was.name, institution) && !isShortOf(institution.name, was) ? was.name : null;
    if (!earlier || !was) states[edition.year] = node.edition === 0 ? 'first' : 'new';
    else if (node.edition - earlier.edition > 1) states[edition.year] = 'returned';
    else if (isRenewed(was, institution)) states[edition.year] = 'renewed';
    else if (formerName !== null) states[edition.year] = 'renamed';
    else if (descriptions.same(wording(earlier), wording(node))) states[edition.year] = 'carried';
    else states[edition.year] = roles.alike(wording(earlier), wording(node)).both < leastRole ? 'role' : 'reworded';
    return [{ ...institution, documentId: edition.documentId, year: edition.year, differences: earlier ? descriptions.differences(wording(earlier), wording(node)) : [], alike: node.alike, formerName, says: saysOf(institution, edition.year) }];
  });
  const first = chain.nodes[0]?.edition ?? 0;
  editions.forEach(({ year }, edition) => {
    if (edition > first && states[year] === undefined) states[year] = 'gone';
  });
  const last = chain.nodes.at(-1);
  const newest = entries.at(-1);
  return { id: `${newest?.documentId ?? ''}:${newest?.kind ?? ''}:${last?.index ?? 0}`, kind: newest?.kind ?? 'agency', name: entries.find((each) => newest !== undefined && isShortOf(newest.name, each))?.name ?? newest?.name ?? '', isListed: last?.edition === editions.length - 1, entries, states };
}

function saysOf({ remarks }: Institution, year: number): InstitutionEntry['says'] {
  const own = remarks.filter((remark) => remark.year === year || remark.year === null);
  if (own.some(({ kind }) => kind === 'ended')) return 'ended';
  return own.some(({ kind }) => kind === 'inactive') && !own.some(({ kind }) => kind === 'active' || kind === 'resumed') ? 'inactive' : null;
}
