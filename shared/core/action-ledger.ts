// The ledger of a country's suggested actions: each followed over the editions, from the year it was first suggested to the last.
// Pure; the editions come with their actions as recognised.

import { type ActionLink, followActions, type FollowedAction, type FollowingOptions } from './actions/following.ts';
import { type ActionTarget, targetsOf } from './actions/targets.ts';
import { Wordings } from './actions/wording.ts';
import { suggestedYears } from './actions/years.ts';
import type { WordDifference } from './alignment/pair.ts';
import type { SuggestedAction } from './recognition.ts';

/** Editions with a year, each year once. */
export type ActionEdition = { documentId: string; year: number; actions: readonly SuggestedAction[] };

/**
 * What an action is in a year. `said`: the project has no edition of that year, or that edition does not print it, but a later one
 * says that it was suggested then. `merged`: its words stand in another action from then on. `gone`: the edition of that year does
 * not suggest it any more.
 */
export const actionStates = ['new', 'carried', 'reworded', 'split', 'returned', 'said', 'merged', 'gone'] as const;
export type ActionState = (typeof actionStates)[number];

/** An action as one edition prints it. */
export type ActionEntry = SuggestedAction & {
  documentId: string;
  year: number;
  /** Against the entry before it, offsets into the two texts; empty when the words are the same, and for the first. */
  differences: WordDifference[];
  /** 0..1: how alike its words and those of the entry before are; 1 for the first. */
  confidence: number;
  /** The words say little: it is taken to continue the entry before because its printed years say so. */
  byYears: boolean;
};

export type FollowedSuggestion = {
  /** Stable while the editions stay: documentId and position of the newest entry. */
  id: string;
  area: string;
  /** In the words of the newest edition that has it. */
  text: string;
  /** The first year it was suggested, as printed; where nothing is printed the first edition that has it. */
  first: number;
  /** The last year it was suggested. */
  last: number;
  /** Suggested in the newest edition. */
  isOpen: boolean;
  /** Years from the first to the newest edition (open) or to the last suggestion. */
  age: number;
  /** Oldest first; one an edition. */
  entries: ActionEntry[];
  /** By year, from `first` to the newest edition's year; years without any word of it are left out. */
  states: Record<number, ActionState>;
  /** Ids of the actions whose words it took in, or into which it went, or from which it was taken out. */
  mergedInto: string | null;
  mergedFrom: string[];
  splitFrom: string | null;
  /** The editions do not agree on its first year. */
  firstYears: number[];
  targets: ActionTarget[];
};

export type ActionLedger = {
  /** Years of the editions, ascending. */
  years: number[];
  /** By area in the order of the newest edition; within an area open ones first, oldest first. */
  actions: FollowedSuggestion[];
};

type Node = { edition: number; position: number; action: SuggestedAction; followed: FollowedAction };
type Chain = { nodes: { node: Node; link: ActionLink | null }[]; mergedInto: Node | null; splitFrom: Node | null };

/** Editions in any order; of two editions of one year the first given counts. */
export function actionLedger(given: readonly ActionEdition[], options: FollowingOptions = {}): ActionLedger {
  const editions = [...new Map(given.toReversed().map((edition) => [edition.year, edition])).values()].toSorted((one, other) => one.year - other.year);
  const wordings = new Wordings(editions.flatMap(({ actions }) => actions.map(({ text }) => text)));
  let wording = 0;
  const nodes = editions.map(({ actions }, edition) =>
    actions.map((action, position): Node => ({ edition, position, action, followed: { wording: wording++, area: action.area, firstYear: action.firstYear ?? suggestedYears(action.years)[0] ?? null } })),
  );
  const chains = chainsOf(nodes, editions, wordings, options);
  const idOf = (node: Node | null): string | null => {
    const chain = node && chains.find((each) => each.nodes.some((member) => member.node === node));
    const last = chain?.nodes.at(-1)?.node;
    return last ? nodeId(last, editions) : null;
  };
  const rows = chains.map((chain) => rowOf(chain, editions, wordings, idOf));
  for (const row of rows) if (row.mergedInto !== null) rows.find(({ id }) => id === row.mergedInto)?.mergedFrom.push(row.id);
  return { years: editions.map(({ year }) => year), actions: inOrder(rows, editions) };
}

function chainsOf(nodes: readonly Node[][], editions: readonly ActionEdition[], wordings: Wordings, options: FollowingOptions): Chain[] {
  const chainOf = new Map<Node, Chain>();
  const chains: Chain[] = [];
  const begin = (node: Node): Chain => {
    const chain: Chain = { nodes: [{ node, link: null }], mergedInto: null, splitFrom: null };
    chains.push(chain);
    chainOf.set(node, chain);
    return chain;
  };
  for (const node of nodes[0] ?? []) begin(node);
  nodes.slice(1).forEach((newer, step) => {
    const older = nodes[step] ?? [];
    const links = followActions(older.map(({ followed }) => followed), newer.map(({ followed }) => followed), wordings, editions[step]?.year ?? 0, options);
    for (const link of links) {
      const before = older[link.older];
      const after = newer[link.newer];
      const chain = before && chainOf.get(before);
      if (link.kind !== 'continued' || !chain || !after) continue;
      chain.nodes.push({ node: after, link });
      chainOf.set(after, chain);
    }
    for (const node of newer) if (!chainOf.has(node)) chainOf.set(node, returning(chains, node, nodes, step, wordings) ?? begin(node));
    for (const link of links) {
      const before = older[link.older];
      const after = newer[link.newer];
      const ended = before && chainOf.get(before);
      const begun = after && chainOf.get(after);
      if (link.kind === 'merged' && ended && after) ended.mergedInto = after;
      if (link.kind === 'split' && begun && before && begun.nodes[0]?.node === after) begun.splitFrom = before;
    }
  });
  return chains;
}

/** An action that an edition left out and a later one prints again: in the same words, or with the same first year and nearly so. */
function returning(chains: readonly Chain[], node: Node, nodes: readonly Node[][], step: number, wordings: Wordings): Chain | undefined {
  const absent = chains.filter((chain) => (chain.nodes.at(-1)?.node.edition ?? 0) < step && nodes[step + 1] !== undefined);
  let best: { chain: Chain; alike: number } | undefined;
  for (const chain of absent) {
    const last = chain.nodes.at(-1)?.node;
    if (!last || node.followed.firstYear === null || last.followed.firstYear !== node.followed.firstYear) continue;
    const { both } = wordings.alike(last.followed.wording, node.followed.wording);
    if (both >= leastReturning && both > (best?.alike ?? 0)) best = { chain, alike: both };
  }
  best?.chain.nodes.push({ node, link: { older: 0, newer: node.position, kind: 'continued', alike: best.alike, byYears: false } });
  return best?.chain;
}

/** How alike an action must be to one that an edition in between did not print. */
const leastReturning = 0.6;

function rowOf({ nodes, mergedInto, splitFrom }: Chain, editions: readonly ActionEdition[], wordings: Wordings, idOf: (node: Node | null) => string | null): FollowedSuggestion {
  const entries = nodes.map(({ node, link }, at): ActionEntry => {
    const before = nodes[at - 1]?.node;
    return {
      ...node.action,
      documentId: editions[node.edition]?.documentId ?? '',
      year: editions[node.edition]?.year ?? 0,
      differences: before ? wordings.differences(before.followed.wording, node.followed.wording) : [],
      confidence: link?.alike ?? 1,
      byYears: link?.byYears ?? false,
    };
  });
  const newest = nodes.at(-1)?.node;
  const firstYears = [...new Set(nodes.flatMap(({ node }) => node.followed.firstYear ?? []))].toSorted((one, other) => one - other);
  const first = Math.min(...firstYears, entries[0]?.year ?? Number.POSITIVE_INFINITY);
  const last = entries.at(-1)?.year ?? first;
  const newestYear = editions.at(-1)?.year ?? last;
  return {
    id: newest ? nodeId(newest, editions) : '',
    area: newest?.action.area ?? '',
    text: newest?.action.text ?? '',
    first,
    last,
    isOpen: last === newestYear,
    age: last - first + 1,
    entries,
    states: statesOf(nodes, entries, editions, wordings, { first, merged: mergedInto !== null, split: splitFrom !== null }),
    mergedInto: idOf(mergedInto),
    mergedFrom: [],
    splitFrom: idOf(splitFrom),
    firstYears,
    targets: targetsOf(newest?.action.text ?? ''),
  };
}

function statesOf(nodes: Chain['nodes'], entries: readonly ActionEntry[], editions: readonly ActionEdition[], wordings: Wordings, { first, merged, split }: { first: number; merged: boolean; split: boolean }): Record<number, ActionState> {
  const states: Record<number, ActionState> = {};
  const said = new Set(entries.flatMap(({ years }) => suggestedYears(years)));
  for (const year of said) states[year] = 'said';
  let previous: Node | null = null;
  editions.forEach(({ year }, edition) => {
    const node = nodes.find((each) => each.node.edition === edition)?.node;
    if (node) {
      const skipped = previous !== null && node.edition - previous.edition > 1;
      const begun = split ? 'split' : first < year ? 'carried' : 'new';
      states[year] = previous === null ? begun : skipped ? 'returned' : wordings.same(previous.followed.wording, node.followed.wording) ? 'carried' : 'reworded';
      previous = node;
    } else if (previous && states[year] !== 'said') states[year] = merged && edition > (nodes.at(-1)?.node.edition ?? 0) ? 'merged' : 'gone';
  });
  return states;
}

function nodeId(node: Node, editions: readonly ActionEdition[]): string {
  return `${editions[node.edition]?.documentId ?? ''}:${node.position}`;
}

function inOrder(rows: readonly FollowedSuggestion[], editions: readonly ActionEdition[]): FollowedSuggestion[] {
  const areasOf = ({ actions }: ActionEdition) => [...new Set(actions.map(({ area }) => area))];
  // The edition with most areas gives their order; a report leaves out an area that it has no action for.
  const areas = [...new Set(editions.toReversed().map(areasOf).toSorted((one, other) => other.length - one.length).flat())];
  return rows.toSorted((one, other) => areas.indexOf(one.area) - areas.indexOf(other.area) || Number(other.isOpen) - Number(one.isOpen) || one.first - other.first || other.last - one.last);
}
