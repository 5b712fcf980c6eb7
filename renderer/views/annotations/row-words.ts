// Where a highlight of the list leads.

import type { ListRow } from '../../../shared/core/annotation-list.ts';
import { link } from '../../routes.ts';

/** The passage in the reader; of one whose words are lost the review of its place, since it stands nowhere. */
export function addressOfRow({ id, documentId, start, end, anchorState }: Pick<ListRow, 'id' | 'documentId' | 'start' | 'end' | 'anchorState'>): string {
  return anchorState === 'lost' ? link.doubts(id) : link.reader(documentId, { start, end });
}
