import { EmptyState } from '../../components/notes.tsx';
export function LibraryView(_props: { part: 'documents' | 'imports' }) {
  return <EmptyState title="Library" />;
}
