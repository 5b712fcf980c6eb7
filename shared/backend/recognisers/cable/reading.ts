// Reads a cable's text from top to bottom into its parts, all with offsets into the source: page metadata, routing header, content header,
// body, signature. It lays nothing out and checks nothing.

import type { TextRange } from '../../../core/document.ts';
import { readBanner } from './banner.ts';
import type { PlacedBanner } from './banner.ts';
import { readBody } from './body.ts';
import type { Body } from './body.ts';
import { readCopies } from './copies.ts';
import type { Copies } from './copies.ts';
import { canonicalIdentifier, fullYear, identifierOf, identifierParts } from './identifier.ts';
import { headerLabels } from './labels.ts';
import { pageBanners } from './page-banner.ts';
import { postOfOffice } from './post.ts';
import { withLineBreaks } from './line-breaks.ts';
import { readPageMetadata } from './page-metadata.ts';
import type { PageField, PageMetadata, PageValue } from './page-metadata.ts';
import { readReferences } from './references.ts';
import type { PlacedReference, Referrer } from './references.ts';
import { withRoles } from './roles.ts';
import type { SpokenPart } from './roles.ts';
import { isRoutingLine, readRouting } from './routing.ts';
import type { Routing } from './routing.ts';
import { readSignature } from './signature.ts';
import type { Signature } from './signature.ts';
import { blanked, linesOf, workingCopy } from './source.ts';
import { readTags } from './tags.ts';
import type { PlacedTag } from './tags.ts';

export type Reading = {
  source: string;
  /** Same length as the source; page banners and repeated section heads are blank in it. */
  work: string;
  page: PageMetadata;
  routing: Routing;
  /** The lines of the routing header. */
  routingRange: TextRange;
  copies: Copies;
  body: Omit<Body, 'parts'> & { parts: SpokenPart[] };
  signature: Signature;
  tags: PlacedTag[];
  references: PlacedReference[];
  identifier: string | null;
  publishedIdentifier: string | null;
  year: number | null;
  pageBanners: TextRange[];
  partial: boolean;
};

const PARTIAL = /partial extract of the original cable/i;
const PAGE_LABEL = /^\s*(?:Identifier|Reference ID|Canonical ID|Cable title|Origin|Viewing cable)\b/im;
/** Lines that go on with TO or INFO and have no keyword of their own, and those of exceptions. */
const MORE_ADDRESSEES = /^\s{0,40}(?:XMT\b|R[A-Z]{3,7}\/\S|(?:AM(?:EMBASSY|CONSUL)|US(?:MISSION|OFFICE|INT|DEL)|SECSTATE|SECDEF|CDR[A-Z]*|REO|AIT|[A-Z]+ COLLECTIVE)\b)/;
/** Page metadata and routing header lie within the first characters of a file. */
const LONGEST_FRONT = 60_000;

export function pageValue(page: PageMetadata, field: PageField): PageValue | null {
  return page.values.find((value) => value.field === field) ?? null;
}

/** Offset where the routing header starts, else the content. */
function endOfPage(work: string): number {
  const front = work.slice(0, LONGEST_FRONT);
  const lines = linesOf(front);
  const labels = headerLabels(front, 0, front.length);
  // The web page's own "Tags:" line stands below the page's other labels, in small letters.
  const onPage = (start: number): boolean => /^\s*Tags\b/.test(work.slice(start, start + 90)) && PAGE_LABEL.test(front.slice(0, start));
  const label = labels.find(({ kind, start }) => kind !== 'classifiedBy' && !(kind === 'tags' && onPage(start)));
  const line = lines.find((one) => !one.blank && (isRoutingLine(one.text) || readBanner(one) !== null));
  return Math.min(label?.start ?? work.length, line?.start ?? work.length);
}

/** Offset of the first banner or label after the routing header. */
function startOfContent(work: string, from: number): number {
  const end = Math.min(work.length, from + LONGEST_FRONT);
  const line = linesOf(work, from, end).find((one) => !one.blank && readBanner(one) !== null);
  if (line !== undefined) return line.start;
  const label = headerLabels(work, from, end)[0];
  if (label !== undefined) return label.start;
  // Neither: the content begins after the last routing line.
  const routing = linesOf(work, from, end).findLast((one) => isRoutingLine(one.text));
  if (routing === undefined) return from;
  let last = routing.end;
  for (const one of linesOf(work, Math.min(work.length, routing.end + 1), end)) {
    if (!MORE_ADDRESSEES.test(one.text.slice(0, 200))) break;
    last = one.end;
  }
  return Math.min(work.length, last + 1);
}

function identifierFrom(page: PageMetadata, banner: PlacedBanner | null, routing: Routing): { published: string | null; canonical: string | null } {
  const published = pageValue(page, 'identifier')?.value ?? null;
  if (published !== null) return { published, canonical: canonicalIdentifier(published) };
  // Nothing published: year, post and number stand in the routing header and the banner.
  const sent = routing.dtg === null ? null : Number(routing.dtg.utc.slice(0, 4));
  const post = banner === null ? postOfOffice(routing.from ?? '') : banner.canonicalPost;
  const serial = banner?.banner.serial ?? (routing.de === null ? null : String(routing.de.serial));
  if (post === null || sent === null || serial === null) return { published: null, canonical: null };
  return { published: null, canonical: identifierOf(sent, post, serial) };
}

function yearFrom(page: PageMetadata, routing: Routing, identifier: string | null): number | null {
  if (routing.dtg !== null) return Number(routing.dtg.utc.slice(0, 4));
  const created = pageValue(page, 'created');
  const printed = created === null ? null : (/\b(?:19|20)\d{2}\b/.exec(created.value)?.[0] ?? null);
  if (printed !== null) return Number(printed);
  const parts = identifier === null ? null : identifierParts(identifier);
  return parts === null ? null : fullYear(parts.year);
}

/** REF of the header; a table's column of references, divided by bars, where the header has none. */
function referencesOf(work: string, range: TextRange | null, referrer: Referrer): PlacedReference[] {
  if (range === null) return [];
  const divided = work.slice(0, range.start) + work.slice(range.start, range.end).replaceAll('|', ';');
  return readReferences(divided, { start: range.start, end: range.end }, referrer);
}

/** Reads plain text as a cable. Every part is empty or null when it is missing; nothing is rejected. */
export function readCable(source: string): Reading {
  const copy = withLineBreaks(workingCopy(source));
  const banners = pageBanners(copy);
  const clean = blanked(copy, banners);
  const pageEnd = endOfPage(clean);
  const page = readPageMetadata(clean, linesOf(clean, 0, pageEnd));
  const contentStart = startOfContent(clean, pageEnd);
  const routingRange = { start: pageEnd, end: contentStart };
  const routing = readRouting(clean, routingRange);
  const copies = readCopies(clean, contentStart, clean.length);
  const work = blanked(clean, copies.sectionHeads);
  const signature = readSignature(work, { start: copies.bodyStart, end: work.length });
  const { parts, ...rest } = readBody(work, { start: copies.bodyStart, end: signature.bodyEnd });
  const { published, canonical } = identifierFrom(page, copies.banner, routing);
  const year = yearFrom(page, routing, canonical);
  const { header } = copies;
  return {
    source,
    work,
    page,
    routing,
    routingRange,
    copies,
    body: { ...rest, parts: withRoles(work, parts) },
    signature,
    tags: header.tags === null ? [] : readTags(work, header.tags),
    references: referencesOf(work, header.references ?? pageValue(page, 'references'), { year, identifier: canonical }),
    identifier: canonical,
    publishedIdentifier: published,
    year,
    pageBanners: banners,
    partial: PARTIAL.test(source.slice(0, LONGEST_FRONT)),
  };
}
