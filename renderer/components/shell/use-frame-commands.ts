// The commands that work in every view: going places, undo, theme, density.

import { useDensity, useTheme } from '../../backend/use-look.ts';
import { electron } from '../../backend/electron.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { useOpenProject } from '../../backend/use-project.ts';
import { link, navigate } from '../../routes.ts';
import { useEffect } from 'react';
import { runCommand, useCommandHandler } from '../commands.tsx';
import { showToast } from '../toasts.ts';
import { lastPlace } from './last-place.ts';
import { openSheet } from './sheets.ts';

export function useFrameCommands(hasProject: boolean): void {
  useGoing(hasProject);
  useEditing(hasProject);
  useLooks();
  useProjectCommands(hasProject);
  useEffect(() => {
    electron()?.onCommand(runCommand);
  }, []);
}

function useGoing(hasProject: boolean): void {
  useCommandHandler('go.metadata', () => navigate(link.metadata()), hasProject);
  useCommandHandler('go.doubts', () => navigate(link.doubts()), hasProject);
  useCommandHandler('go.library', () => navigate(lastPlace('library')), hasProject);
  useCommandHandler('go.reader', () => navigate(lastPlace('reader')), hasProject);
  useCommandHandler('go.codebook', () => navigate(lastPlace('codebook')), hasProject);
  useCommandHandler('go.annotations', () => navigate(lastPlace('annotations')), hasProject);
  useCommandHandler('go.findings', () => navigate(lastPlace('findings')), hasProject);
  useCommandHandler('go.compare', () => navigate(lastPlace('compare')), hasProject);
  useCommandHandler('go.search', () => navigate(lastPlace('search')), hasProject);
  useCommandHandler('go.briefs', () => navigate(lastPlace('briefs')), hasProject);
  useCommandHandler('go.cables', () => navigate(lastPlace('cables')), hasProject);
  useCommandHandler('go.activity', () => navigate(link.activity()), hasProject);
  useCommandHandler('go.settings', () => navigate(link.settings()));
  useCommandHandler('help.about', () => navigate(link.settings('about')));
  useCommandHandler('go.back', () => window.history.back());
  useCommandHandler('go.forward', () => window.history.forward());
}

function useEditing(hasProject: boolean): void {
  const { undo, redo } = useUndo();
  // Not by what the screen knows: a key pressed right after a step must not be lost because the label is still on its way.
  useCommandHandler('edit.undo', () => void undo(), hasProject);
  useCommandHandler('edit.redo', () => void redo(), hasProject);
  useCommandHandler('edit.copyAddress', () => {
    void navigator.clipboard.writeText(window.location.href).then(
      () => showToast({ text: 'The address of this view is copied.' }),
      () => showToast({ text: 'The address could not be copied: the system refused the clipboard.', tone: 'error' }),
    );
  });
}

function useLooks(): void {
  const [, setTheme] = useTheme();
  const [, setDensity] = useDensity();
  useCommandHandler('view.theme.system', () => setTheme('system'));
  useCommandHandler('view.theme.light', () => setTheme('light'));
  useCommandHandler('view.theme.dark', () => setTheme('dark'));
  useCommandHandler('view.density.compact', () => setDensity('compact'));
  useCommandHandler('view.density.normal', () => setDensity('normal'));
  useCommandHandler('view.density.comfortable', () => setDensity('comfortable'));
}

function useProjectCommands(hasProject: boolean): void {
  const project = useOpenProject();
  const backup = useCommand('projects.backup');
  useCommandHandler('project.new', () => openSheet('project.new'));
  useCommandHandler('project.open', () => openSheet('project.open'));
  useCommandHandler('project.openSample', () => void project.openSample());
  useCommandHandler('project.rename', () => openSheet('project.rename'), hasProject);
  useCommandHandler('project.check', () => openSheet('project.check'), hasProject);
  useCommandHandler(
    'project.backup',
    () =>
      void backup.run({}).then((outcome) => {
        if (outcome.ok) showToast({ text: `A checked copy was written beside the project: ${outcome.value.fileName}` });
      }),
    hasProject,
  );
}
