// How cables are spoken of: a short name, when one was sent or must have been, and whether the project has it.

import { spelledIdentifier, type CableNode } from '../../shared/core/cable-graph.ts';
import { documentDate } from './dates.ts';
import { unknown } from './document-words.ts';

/** "06 Astana 891", or the beginning of the title of a cable without identifier. */
export function cableName({ identifier, post, title, id }: Pick<CableNode, 'identifier' | 'post' | 'title' | 'id'>): string {
  if (identifier !== null) return spelledIdentifier(identifier, post);
  const words = (title ?? id).trim();
  return words.length > 40 ? `${words.slice(0, 39)}…` : words;
}

/** "12 Mar 2006"; for a missing cable what is known: "12 to 20 Mar 2006", "2006". */
export function whenSent({ date, between, year }: Pick<CableNode, 'date' | 'between' | 'year'>): string {
  if (date !== null) return documentDate(date);
  if (between === null) return year === null ? unknown : String(year);
  const { from, to } = between;
  const isFromStart = from.endsWith('-01-01');
  const isToEnd = to.endsWith('-12-31');
  if (isFromStart && isToEnd) return from.slice(0, 4);
  if (isFromStart) return `${from.slice(0, 4)}, not after ${documentDate(to)}`;
  if (isToEnd) return `${from.slice(0, 4)}, not before ${documentDate(from)}`;
  return from === to ? documentDate(from) : `between ${documentDate(from)} and ${documentDate(to)}`;
}

export function isMissing({ documents }: Pick<CableNode, 'documents'>): boolean {
  return documents.length === 0;
}
