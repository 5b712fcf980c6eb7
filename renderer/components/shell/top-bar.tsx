// The top bar: project, where to jump, undo and redo with their names, what is being imported, theme.

import { ArrowLeft, ArrowRight, ChevronDown, Monitor, Moon, PanelLeft, PanelRight, Redo2, Search, Sun, Undo2 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { type Theme, themes, useTheme } from '../../backend/use-look.ts';
import { useProject } from '../../backend/use-project.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { Button, IconButton, KeyboardHint } from '../button.tsx';
import { runCommand, useEnabledCommands } from '../commands.tsx';
import { Menu, type MenuEntry } from '../menu.tsx';
import { usePanelState } from '../panel-state.ts';
import { ImportProgress } from './import-progress.tsx';

export function TopBar({ hasProject }: { hasProject: boolean }) {
  const { undo, redo, undoLabel, redoLabel } = useUndo();
  return (
    <header className="top-bar">
      <ProjectMenu hasProject={hasProject} />
      <div className="top-bar-history">
        <IconButton icon={ArrowLeft} label="Back" command="go.back" onPress={() => window.history.back()} />
        <IconButton icon={ArrowRight} label="Forward" command="go.forward" onPress={() => window.history.forward()} />
      </div>
      {hasProject && (
        <AriaButton className="top-bar-search" onPress={() => runCommand('palette.open')}>
          <Search size={14} aria-hidden />
          <span className="truncate">Search or jump to…</span>
          <KeyboardHint command="palette.open" />
        </AriaButton>
      )}
      <span className="top-bar-space" />
      <ImportProgress />
      {hasProject && (
        <>
          <IconButton icon={Undo2} label={undoLabel ? `Undo: ${undoLabel}` : 'Nothing to undo'} command="edit.undo" isDisabled={!undoLabel} onPress={() => void undo()} />
          <IconButton icon={Redo2} label={redoLabel ? `Redo: ${redoLabel}` : 'Nothing to redo'} command="edit.redo" isDisabled={!redoLabel} onPress={() => void redo()} />
        </>
      )}
      <PanelButtons />
      <ThemeMenu />
    </header>
  );
}

/** Folding the panels of the view by mouse; the keys are [ and ]. */
function PanelButtons() {
  const enabled = useEnabledCommands();
  const { showsList, showsInspector } = usePanelState();
  return (
    <>
      {enabled.has('view.list') && <IconButton icon={PanelLeft} label={showsList ? 'Fold the list' : 'Unfold the list'} command="view.list" isOn={showsList} onPress={() => runCommand('view.list')} />}
      {enabled.has('view.inspector') && <IconButton icon={PanelRight} label={showsInspector ? 'Fold the inspector' : 'Unfold the inspector'} command="view.inspector" isOn={showsInspector} onPress={() => runCommand('view.inspector')} />}
    </>
  );
}

const themeNames: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' };
const themeIcons = { system: Monitor, light: Sun, dark: Moon };

function ThemeMenu() {
  const [theme, setTheme] = useTheme();
  const entries = themes.map((id): MenuEntry => ({ id, label: themeNames[id], isOn: theme === id, onAction: () => setTheme(id) }));
  return (
    <Menu label="Theme" entries={entries}>
      <IconButton icon={themeIcons[theme]} label={`Theme: ${themeNames[theme].toLowerCase()}`} />
    </Menu>
  );
}

function ProjectMenu({ hasProject }: { hasProject: boolean }) {
  const project = useProject();
  const give = (id: string, label: string): MenuEntry => ({ id, label, onAction: () => void runCommand(id) });
  const entries: MenuEntry[] = [
    give('project.new', 'New project…'),
    give('project.open', 'Open project…'),
    give('project.openSample', 'Open the sample project'),
    ...(hasProject
      ? (['separator', give('project.rename', 'Rename…'), give('project.backup', 'Back up'), give('project.check', 'Check…'), 'separator', give('import.files', 'Import files…'), give('import.folder', 'Import a folder…'), give('import.ledger', 'Import ledger')] as const)
      : []),
  ];
  const name = project.data?.name ?? 'Annals';
  return (
    <Menu label="Project" entries={entries}>
      <Button kind="quiet" className="top-bar-project" aria-label={`Project: ${name}`}>
        <span className="truncate">{name}</span>
        <ChevronDown size={14} aria-hidden />
      </Button>
    </Menu>
  );
}
