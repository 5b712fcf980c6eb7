// Which cable cites which, among the cables of a project and those it does not have. Pure: rows in, graph out. A cable that is missing
// is known by its identifier only; when it was sent is bounded by its neighbours' serial numbers and by who cites it.

import type { TextRange } from './document.ts';

/** A cable of the project; several documents may be copies of one cable. */
export type CableDocument = { id: string; identifier: string | null; title: string; date: string | null; year: number | null; country: string | null; classification: string | null };

/** One place where a document cites a cable. */
export type CableCitation = { documentId: string; cited: string; letter: string | null; origin: 'header' | 'text'; raw: string; yearInferred: boolean; candidates: string[]; start: number | null; end: number | null };

/** Days (ISO dates) between which something happened, both included. */
export type DateSpan = { from: string; to: string };

export type CableNode = {
  /** The canonical identifier, or the document's id when the cable has none. */
  id: string;
  identifier: string | null;
  /** Plain name of the post; null when the identifier names none that is listed. */
  post: string | null;
  country: { iso3: string; name: string } | null;
  /** Its documents in the project, more than one for copies; none: the cable is missing. */
  documents: { id: string; title: string }[];
  title: string | null;
  /** ISO date; null when only bounds are known. */
  date: string | null;
  /** For a cable without a date. */
  between: DateSpan | null;
  year: number | null;
  classification: string | null;
};

export type CableEdge = {
  /** Ids of nodes: from the citing cable to the cited one. */
  from: string;
  to: string;
  documentId: string;
  /** Letters under which REF lists it. */
  letters: string[];
  /** As REF or the text prints it. */
  raw: string;
  /** Where, REF first; offsets into the canonical text of documentId. */
  places: (TextRange & { origin: CableCitation['origin'] })[];
  /** The year is not printed but taken from the citing cable. */
  yearInferred: boolean;
  /** The printed cable is missing, and this other one of the project may be meant: what was read instead. */
  instead: string | null;
};

export type CableGraph = { nodes: CableNode[]; edges: CableEdge[] };

export type IdentifierParts = { year: number; post: string; serial: number };
export type PostNames = { post: (code: string) => { name: string; iso3: string | null } | null; country: (iso3: string) => string | null };

/** Year (1966 to 2065), post and number of a canonical identifier; null for other text. */
export function partsOfIdentifier(identifier: string): IdentifierParts | null {
  const found = /^(\d{2})([A-Z][A-Z0-9]*?)(\d{1,7})$/.exec(identifier);
  if (!found) return null;
  const year = Number(found[1]);
  return { year: year >= 66 ? 1900 + year : 2000 + year, post: found[2] ?? '', serial: Number(found[3]) };
}

/** "06 Astana 891", as people write it; offices whose name is not their code keep the code ("07 STATE 158223"). Other text as it is. */
export function spelledIdentifier(identifier: string, post: string | null): string {
  const parts = partsOfIdentifier(identifier);
  if (!parts) return identifier;
  const letters = post?.normalize('NFD').replace(/[^A-Za-z]/g, '').toUpperCase();
  return `${identifier.slice(0, 2)} ${post !== null && letters === parts.post ? post : parts.post} ${parts.serial}`;
}

/** The graph of all citations. Nodes in order of time, missing ones among them. */
export function cableGraph(documents: readonly CableDocument[], citations: readonly CableCitation[], names: PostNames): CableGraph {
  const byNode = Map.groupBy(documents, nodeId);
  const nodeOfDocument = new Map(documents.map((document) => [document.id, nodeId(document)]));
  const edges = new Map<string, CableEdge>();
  for (const citation of citations) {
    const from = nodeOfDocument.get(citation.documentId);
    if (from === undefined) continue;
    const instead = byNode.has(citation.cited) ? undefined : citation.candidates.find((candidate) => byNode.has(candidate));
    const to = instead ?? citation.cited;
    if (to === from) continue;
    const key = `${citation.documentId} ${to}`;
    const edge = edges.get(key) ?? { from, to, documentId: citation.documentId, letters: [], raw: citation.raw, places: [], yearInferred: citation.yearInferred, instead: instead === undefined ? null : citation.cited };
    if (citation.letter !== null && !edge.letters.includes(citation.letter)) edge.letters.push(citation.letter);
    if (citation.start !== null && citation.end !== null) edge.places.push({ start: citation.start, end: citation.end, origin: citation.origin });
    // One place that prints the year is enough.
    edge.yearInferred &&= citation.yearInferred;
    edges.set(key, edge);
  }
  const list = [...edges.values()];
  for (const edge of list) edge.places.sort((one, other) => Number(one.origin === 'text') - Number(other.origin === 'text') || one.start - other.start);
  const known = [...byNode].map(([id, own]) => heldNode(id, own, names));
  const missing = [...new Set(list.map(({ to }) => to))].filter((id) => !byNode.has(id)).map((id) => missingNode(id, names));
  const nodes = [...known, ...missing];
  boundDates(nodes, list);
  return { nodes: nodes.toSorted((one, other) => timeOf(one).localeCompare(timeOf(other)) || one.id.localeCompare(other.id)), edges: list };
}

function nodeId({ id, identifier }: CableDocument): string {
  return identifier ?? id;
}

function heldNode(id: string, copies: readonly CableDocument[], names: PostNames): CableNode {
  const [first] = copies;
  const post = postOf(id, names);
  const iso3 = first?.country ?? null;
  return {
    id,
    identifier: first?.identifier ?? null,
    post: post?.name ?? null,
    country: iso3 === null ? null : { iso3, name: names.country(iso3) ?? iso3 },
    documents: copies.map((copy) => ({ id: copy.id, title: copy.title })),
    title: first?.title ?? null,
    date: copies.find((copy) => copy.date !== null)?.date?.slice(0, 10) ?? null,
    between: null,
    year: first?.year ?? partsOfIdentifier(id)?.year ?? null,
    classification: first?.classification ?? null,
  };
}

function missingNode(id: string, names: PostNames): CableNode {
  const post = postOf(id, names);
  const country = post?.iso3 ? { iso3: post.iso3, name: names.country(post.iso3) ?? post.iso3 } : null;
  return { id, identifier: id, post: post?.name ?? null, country, documents: [], title: null, date: null, between: null, year: partsOfIdentifier(id)?.year ?? null, classification: null };
}

function postOf(id: string, names: PostNames): { name: string; iso3: string | null } | null {
  const code = partsOfIdentifier(id)?.post;
  return code === undefined ? null : names.post(code);
}

/** A post numbers its cables through the year, so neighbours with dates bound those without; and nothing cites what was not yet sent. */
function boundDates(nodes: readonly CableNode[], edges: readonly CableEdge[]): void {
  const dated = new Map(nodes.map((node) => [node.id, node.date]));
  const citedOn = new Map<string, string>();
  for (const { from, to } of edges) {
    const date = dated.get(from);
    if (date && date < (citedOn.get(to) ?? '9999')) citedOn.set(to, date);
  }
  const series = Map.groupBy(nodes, ({ id, year }) => `${partsOfIdentifier(id)?.post ?? ''} ${String(year)}`);
  for (const node of nodes) {
    const parts = partsOfIdentifier(node.id);
    if (node.date !== null || node.year === null) continue;
    let from = `${String(node.year)}-01-01`;
    let to = `${String(node.year)}-12-31`;
    for (const other of parts ? (series.get(`${parts.post} ${String(node.year)}`) ?? []) : []) {
      const serial = partsOfIdentifier(other.id)?.serial;
      if (other.date === null || serial === undefined || !parts) continue;
      if (serial < parts.serial && other.date > from) from = other.date;
      if (serial > parts.serial && other.date < to) to = other.date;
    }
    const cited = citedOn.get(node.id);
    if (cited !== undefined && cited < to && cited >= from) to = cited;
    // Serial numbers and dates that contradict each other say nothing but the year.
    node.between = from <= to ? { from, to } : { from: `${String(node.year)}-01-01`, to: `${String(node.year)}-12-31` };
  }
}

/** The middle of what is known, as an ISO date; '' when nothing is. */
export function timeOf({ date, between, year }: Pick<CableNode, 'date' | 'between' | 'year'>): string {
  if (date !== null) return date;
  if (between !== null) return new Date((Date.parse(between.from) + Date.parse(between.to)) / 2).toISOString().slice(0, 10);
  return year === null ? '' : `${String(year)}-07-01`;
}

/** A cable on the other side of a citation. */
export type CitedCable = { node: CableNode; edge: CableEdge };

/** What a cable cites, in the order of REF, and what cites it, oldest first. */
export type CableCitations = {
  identifier: string | null;
  cites: CitedCable[];
  citedBy: CitedCable[];
  /** Other documents of the project that are the same cable. */
  copies: { id: string; title: string }[];
};

/** The part of the graph around one document; null when it is not in it. */
export function citationsOf({ nodes, edges }: CableGraph, documentId: string): CableCitations | null {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const own = nodes.find((node) => node.documents.some(({ id }) => id === documentId));
  if (!own) return null;
  const beside = (end: 'from' | 'to', among: readonly CableEdge[]): CitedCable[] =>
    among.flatMap((edge) => {
      const node = byId.get(edge[end]);
      return node ? [{ node, edge }] : [];
    });
  const citing = beside('from', edges.filter((edge) => edge.to === own.id));
  return {
    identifier: own.identifier,
    cites: beside('to', edges.filter((edge) => edge.documentId === documentId)),
    citedBy: citing.toSorted((one, other) => timeOf(one.node).localeCompare(timeOf(other.node))),
    copies: own.documents.filter(({ id }) => id !== documentId),
  };
}
