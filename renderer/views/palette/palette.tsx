// The palette (a place held until it is built).

import { EmptyState } from '../../components/notes.tsx';

export default function Palette(_props: { onClose: () => void }) {
  return <EmptyState title="Search or jump to…">The palette is not part of this build yet.</EmptyState>;
}
