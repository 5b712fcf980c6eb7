// The frame around every view: top bar, navigation, status bar; the commands that work everywhere; palette, shortcuts, messages.

import type { ReactNode } from 'react';
import { useConnectionState } from '../../backend/backend.tsx';
import { useApplyLook } from '../../backend/use-look.ts';
import type { Route } from '../../routes.ts';
import { ImportArea } from '../../views/library/import-area.tsx';
import { useCommandKeys } from '../commands.tsx';
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

export function Shell({ route, hasProject, children }: { route: Route; hasProject: boolean; children: ReactNode }) {
  useApplyLook();
  useCommandKeys();
  useFrameCommands(hasProject);
  useRememberPlace(route);
  const connection = useConnectionState();
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
            {children}
          </main>
        </div>
        <StatusBar hasProject={hasProject} />
      </div>
      <PaletteDialog />
      <ProjectDialogs />
      <ShortcutSheet />
      <ToastList />
    </ImportArea>
  );
}
