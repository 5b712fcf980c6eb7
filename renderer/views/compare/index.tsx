// The compare view (a place held until it is built).

import { EmptyState } from '../../components/notes.tsx';
import type { Route } from '../../routes.ts';

export function CompareView(_props: Extract<Route, { view: 'compare' }>) {
  return <EmptyState title="Compare">Compare is not part of this build yet.</EmptyState>;
}
