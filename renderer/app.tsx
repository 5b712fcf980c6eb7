// The whole screen: the frame, and in it the view the address names. Which views there are is said here and nowhere else.

import { lazy, Suspense, useEffect, useRef } from 'react';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { Button } from './components/button.tsx';
import { EmptyState, ErrorNote, Waiting } from './components/notes.tsx';
import { useQuery } from './backend/use-query.ts';
import { useProject } from './backend/use-project.ts';
import { link, navigate, noFilter, type Route, useRoute } from './routes.ts';
import { Shell } from './components/shell/shell.tsx';
import { ActivityView } from './views/activity/index.tsx';
import { LibraryView } from './views/library/index.tsx';
import { SettingsView } from './views/settings/index.tsx';
import { StartView } from './views/start/index.tsx';

const loaders = {
  reader: () => import('./views/reader/index.tsx'),
  codebook: () => import('./views/codebook/index.tsx'),
  annotations: () => import('./views/annotations/index.tsx'),
  findings: () => import('./views/findings/index.tsx'),
  compare: () => import('./views/compare/index.tsx'),
  search: () => import('./views/search/index.tsx'),
  briefs: () => import('./views/briefs/index.tsx'),
  cables: () => import('./views/cables/index.tsx'),
};
const ReaderView = lazy(() => loaders.reader().then((module) => ({ default: module.ReaderView })));
const CodebookView = lazy(() => loaders.codebook().then((module) => ({ default: module.CodebookView })));
const AnnotationsView = lazy(() => loaders.annotations().then((module) => ({ default: module.AnnotationsView })));
const FindingsView = lazy(() => loaders.findings().then((module) => ({ default: module.FindingsView })));
const CompareView = lazy(() => loaders.compare().then((module) => ({ default: module.CompareView })));
const SearchView = lazy(() => loaders.search().then((module) => ({ default: module.SearchView })));
const BriefsView = lazy(() => loaders.briefs().then((module) => ({ default: module.BriefsView })));
const CablesView = lazy(() => loaders.cables().then((module) => ({ default: module.CablesView })));

/** Milliseconds after the start at which the other views are fetched, so that going to one is instant. */
const preloadAfter = 400;

export function App() {
  const route = useRoute();
  const project = useProject();
  // Drawing waits for the settings: panels must not jump to their remembered places.
  const settings = useQuery('settings.get', {});
  useOtherProject(project.data?.id);
  useEffect(() => {
    const timer = setTimeout(() => {
      // A view that cannot be fetched now is fetched, and its failure shown, when it is opened.
      for (const load of Object.values(loaders)) load().catch(() => undefined);
    }, preloadAfter);
    return () => clearTimeout(timer);
  }, []);

  const error = project.errorSentence ?? settings.errorSentence;
  if (error && project.data === undefined) return <ErrorNote onRetry={project.refetch}>{error}</ErrorNote>;
  if (project.data === undefined || settings.data === undefined) return <Waiting>Opening…</Waiting>;

  const hasProject = project.data !== null;
  return (
    <Shell route={route} hasProject={hasProject}>
      <ErrorBoundary key={`${route.view} ${project.data?.id ?? ''}`}>
        <Suspense fallback={<Waiting />}>{hasProject || route.view === 'settings' ? <View route={route} /> : <StartView />}</Suspense>
      </ErrorBoundary>
    </Shell>
  );
}

function View({ route }: { route: Route }) {
  switch (route.view) {
    case 'home':
      return <LibraryView part="documents" filter={noFilter} />;
    case 'library':
      return <LibraryView {...route} />;
    case 'reader':
      return <ReaderView documentId={route.documentId} at={route.at} shown={route.shown} beside={route.beside} />;
    case 'codebook':
      return <CodebookView tagId={route.tagId} part={route.part} place={route.place} />;
    case 'annotations':
      return <AnnotationsView {...route} />;
    case 'findings':
      return <FindingsView findingId={route.findingId} />;
    case 'compare':
      return <CompareView {...route} />;
    case 'search':
      return <SearchView {...route} />;
    case 'briefs':
      return <BriefsView briefId={route.briefId} />;
    case 'cables':
      return <CablesView cableId={route.cableId} />;
    case 'activity':
      return <ActivityView />;
    case 'settings':
      return <SettingsView part={route.part} />;
    case 'unknown':
      return (
        <EmptyState title="Nothing is kept at this address" action={<Button onPress={() => navigate(link.library())}>Go to the library</Button>}>
          <code>{route.path}</code>
        </EmptyState>
      );
  }
}

/** When another project is opened, the address still names something of the one before. */
function useOtherProject(id: string | undefined): void {
  const before = useRef(id);
  useEffect(() => {
    if (before.current !== undefined && id !== undefined && before.current !== id) navigate(link.library());
    if (id !== undefined) before.current = id;
  }, [id]);
}
