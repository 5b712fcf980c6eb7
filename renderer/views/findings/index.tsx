// The findings view (a place held until it is built).

import { EmptyState } from '../../components/notes.tsx';

export function FindingsView(_props: { findingId: string | null }) {
  return <EmptyState title="Findings">Findings are not part of this build yet.</EmptyState>;
}
