// Opening a document beside the one that the reader shows, from lists that name documents.

import type { TextRange } from '../../shared/core/document.ts';
import { link, parseAddress } from '../routes.ts';
import { lastPlace } from './shell/last-place.ts';

/** The address that shows it beside what the reader showed last, at the left where one reads on; alone when nothing was open. A passage is gone to at the left. */
export function besideAddress(documentId: string, at: TextRange | null = null): string {
  const last = parseAddress(lastPlace('reader'));
  const open = last.view === 'reader' ? last.documentId : null;
  if (open === null || open === documentId) return link.reader(documentId, at);
  return link.reader(documentId, at, { beside: open });
}
