// The briefs view (a place held until it is built).

import { EmptyState } from '../../components/notes.tsx';

export function BriefsView(_props: { briefId: string | null }) {
  return <EmptyState title="Briefs">Briefs are not part of this build yet.</EmptyState>;
}
