// The reader view (a place held until it is built).

import type { TextRange } from '../../../shared/core/document.ts';
import { EmptyState } from '../../components/notes.tsx';

export function ReaderView(_props: { documentId: string | null; at: TextRange | null }) {
  return <EmptyState title="Reader">Open a document from the library; the reading view is not part of this build yet.</EmptyState>;
}
