import { EmptyState } from '../../components/notes.tsx';
export function SettingsView() {
  return <EmptyState title="Settings" />;
}
