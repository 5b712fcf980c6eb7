// The codebook view (a place held until it is built).

import { EmptyState } from '../../components/notes.tsx';

export function CodebookView(_props: { tagId: string | null }) {
  return <EmptyState title="Codebook">The codebook is not part of this build yet.</EmptyState>;
}
