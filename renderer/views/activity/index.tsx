import { EmptyState } from '../../components/notes.tsx';
export function ActivityView() {
  return <EmptyState title="Activity" />;
}
