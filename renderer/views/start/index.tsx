import { EmptyState } from '../../components/notes.tsx';
export function StartView() {
  return <EmptyState title="Start" />;
}
