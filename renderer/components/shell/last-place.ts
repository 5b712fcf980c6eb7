// Where each view was left, so that going back to it in the navigation shows what was shown. Forgotten when the window closes.

import { useLayoutEffect } from 'react';
import { useProject } from '../../backend/use-project.ts';
import { link, type Route, type ViewName } from '../../routes.ts';

const starts: Record<ViewName, string> = {
  library: link.library(),
  reader: link.reader(),
  codebook: link.codebook(),
  annotations: link.annotations(),
  findings: link.findings(),
  compare: link.compare(),
  search: link.search(),
  briefs: link.briefs(),
  cables: link.cables(),
  activity: link.activity(),
  settings: link.settings(),
};

let places: Partial<Record<ViewName, string>> = {};
let projectOfPlaces: string | undefined;

/** The address under which the view was last seen, else its beginning. */
export function lastPlace(view: ViewName): string {
  return places[view] ?? starts[view];
}

export function useRememberPlace(route: Route): void {
  const project = useProject().data?.id;
  useLayoutEffect(() => {
    if (project !== projectOfPlaces) places = {};
    projectOfPlaces = project;
    // The library opens with its documents, whatever was looked up in the ledger.
    if (route.view === 'home' || route.view === 'unknown' || route.view === 'library') return;
    places[route.view] = window.location.pathname + window.location.search;
  }, [route, project]);
}
