// The frame around every view: top bar, navigation, status bar; the commands that work everywhere; palette, shortcuts, messages.

import { type ReactNode, useEffect } from 'react';
import { useConnectionState } from '../../backend/backend.tsx';
import { useProject } from '../../backend/use-project.ts';
import { useApplyLook } from '../../backend/use-look.ts';
import type { Route } from '../../routes.ts';
import { ImportArea } from '../../views/library/import-area.tsx';
import { useCommandKeys } from '../commands.tsx';
import { useApplyKeys } from '../key-changes.ts';
import { VersionDialogs } from '../versions/version-dialogs.tsx';
import { ToastList } from '../toast-list.tsx';
import { useRememberPlace } from './last-place.ts';
import { Navigation } from './navigation.tsx';
import { PaletteDialog } from './palette-dialog.tsx';
import { ProjectDialogs } from './project-dialogs.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useFrameCommands } from './use-frame-commands.ts';
import './shell.css';

const viewNames: Readonly<Record<Route['view'], string>> = {
  home: 'Library',
  library: 'Library',
  reader: 'Reader',
  codebook: 'Codebook',
  annotations: 'Highlights',
  findings: 'Findings',
  compare: 'Compare',
  search: 'Search',
  briefs: 'Briefs',
  cables: 'Cables',
  activity: 'Activity',
  settings: 'Settings',
  unknown: 'Nothing here',
};

/** The name of the window, which the system's window list and the browser's history show. */
function useWindowTitle(view: string | null): void {
  const project = useProject().data?.name;
  useEffect(() => {
    document.title = [view, project, 'Annals'].filter(Boolean).join(' – ');
  }, [view, project]);
}

export function Shell({ route, hasProject, children }: { route: Route; hasProject: boolean; children: ReactNode }) {
  useApplyLook();
  useApplyKeys();
  useCommandKeys();
  useFrameCommands(hasProject);
  useRememberPlace(route);
  const connection = useConnectionState();
  const title = viewNames[route.view];
  useWindowTitle(hasProject ? title : null);
  return (
    <ImportArea isEnabled={hasProject}>
      <div className="shell">
        <TopBar hasProject={hasProject} />
        {connection === 'lost' && (
          <p className="shell-lost" role="status">
            The connection to the application is interrupted. What was saved is safe; Annals is trying to reach it again.
          </p>
        )}
        <div className="shell-middle">
          {hasProject && <Navigation route={route} />}
          <main className="shell-view" id="view">
            {hasProject && route.view !== 'settings' && <h1 className="visually-hidden">{title}</h1>}
            {children}
          </main>
        </div>
        <StatusBar hasProject={hasProject} />
      </div>
      <PaletteDialog />
      <ProjectDialogs />
      <VersionDialogs />
      <ShortcutSheet />
      <ToastList />
    </ImportArea>
  );
}
