// Follows the entries of a list over editions: from links between each two neighbours to chains from the first edition that has an entry
// to the last. What makes two entries one is for the caller to say.

/** Positions in two neighbouring lists. One entry has at most one `continued` link on each side. */
export type ListLink = { older: number; newer: number; kind: 'continued' | 'merged' | 'split'; alike: number };
export type ListNode = { edition: number; index: number };
/** `alike` 0..1 against the entry before it; 1 for the first. */
export type ListChain = { nodes: (ListNode & { alike: number })[]; mergedInto: ListNode | null; splitFrom: ListNode | null };

/**
 * `sizes`: entries of each edition, oldest first. `links`: between an edition and the next. `returning`: how sure it is, 0..1, that an
 * entry which an edition left out comes back as this one; null when it does not.
 */
export function chainLists(sizes: readonly number[], links: (older: number) => readonly ListLink[], returning: (gone: ListNode, back: ListNode) => number | null): ListChain[] {
  const chains: ListChain[] = [];
  const chainOf = new Map<string, ListChain>();
  const nodesOf = (edition: number) => Array.from({ length: sizes[edition] ?? 0 }, (_, index): ListNode => ({ edition, index }));
  const append = (chain: ListChain, node: ListNode, alike: number) => {
    chain.nodes.push({ ...node, alike });
    chainOf.set(key(node), chain);
  };
  const begin = (node: ListNode) => {
    const chain: ListChain = { nodes: [], mergedInto: null, splitFrom: null };
    chains.push(chain);
    append(chain, node, 1);
  };
  for (const node of nodesOf(0)) begin(node);
  for (let edition = 1; edition < sizes.length; edition += 1) {
    const own = links(edition - 1);
    const chainAt = (index: number, at: number) => chainOf.get(key({ edition: at, index }));
    for (const { older, newer, kind, alike } of own) {
      const chain = chainAt(older, edition - 1);
      if (kind === 'continued' && chain) append(chain, { edition, index: newer }, alike);
    }
    for (const node of nodesOf(edition).filter((each) => !chainOf.has(key(each)))) {
      const back = best(chains, node, edition, returning);
      if (back) append(back.chain, node, back.alike);
      else begin(node);
    }
    for (const { older, newer, kind } of own) {
      const ended = chainAt(older, edition - 1);
      const begun = chainAt(newer, edition);
      if (kind === 'merged' && ended) ended.mergedInto = { edition, index: newer };
      if (kind === 'split' && begun?.nodes[0]?.edition === edition) begun.splitFrom = { edition: edition - 1, index: older };
    }
  }
  return chains;
}

/** Among the chains that an earlier edition ended, the one that this entry most surely brings back. */
function best(chains: readonly ListChain[], node: ListNode, edition: number, returning: (gone: ListNode, back: ListNode) => number | null): { chain: ListChain; alike: number } | null {
  let found: { chain: ListChain; alike: number } | null = null;
  for (const chain of chains) {
    const last = chain.nodes.at(-1);
    if (!last || last.edition >= edition - 1) continue;
    const alike = returning(last, node);
    if (alike !== null && alike > (found?.alike ?? 0)) found = { chain, alike };
  }
  return found;
}

/** One-to-one, best first; of equal ones the first in the lists. Ranks of 0 and less are no pairs. */
export function pairBest(older: number, newer: number, rank: (older: number, newer: number) => number): { older: number; newer: number; rank: number }[] {
  const candidates: { older: number; newer: number; rank: number }[] = [];
  for (let a = 0; a < older; a += 1) {
    for (let b = 0; b < newer; b += 1) {
      const value = rank(a, b);
      if (value > 0) candidates.push({ older: a, newer: b, rank: value });
    }
  }
  candidates.sort((one, other) => other.rank - one.rank || one.older - other.older || one.newer - other.newer);
  const takenOlder = new Set<number>();
  const takenNewer = new Set<number>();
  return candidates.filter(({ older: a, newer: b }) => {
    if (takenOlder.has(a) || takenNewer.has(b)) return false;
    takenOlder.add(a);
    takenNewer.add(b);
    return true;
  });
}

function key({ edition, index }: ListNode): string {
  return `${edition} ${index}`;
}
