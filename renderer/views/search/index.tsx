// The search view (a place held until it is built).

import { EmptyState } from '../../components/notes.tsx';
import type { Route } from '../../routes.ts';

export function SearchView(_props: Extract<Route, { view: 'search' }>) {
  return <EmptyState title="Search">Search is not part of this build yet.</EmptyState>;
}
