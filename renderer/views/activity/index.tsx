// The journal of the project: every step that changed it, newest first, and a way back to any of them.

import { History, Undo2 } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { HistoryEntry } from '../../../shared/core/project.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { useCommandHandler } from '../../components/commands.tsx';
import { type Column, DataGrid } from '../../components/data-grid.tsx';
import { dateAndTime } from '../../components/dates.ts';
import { SearchField } from '../../components/fields.tsx';
import { Badge } from '../../components/marks.tsx';
import { ContextMenu } from '../../components/menu.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../components/notes.tsx';
import { Panels } from '../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../components/tabs.tsx';
import { showToast } from '../../components/toasts.ts';
import { stateWords, steps, tableWords } from './step-words.ts';
import { StepInspector } from './step-inspector.tsx';
import './activity.css';

const columns: Column<HistoryEntry>[] = [
  { id: 'when', label: 'When', width: 146, cell: (entry) => dateAndTime(entry.madeAt) },
  { id: 'label', label: 'Step', width: 320, isFlexible: true, cell: (entry) => <span className={entry.state === 'done' ? undefined : 'activity-undone'}>{entry.label}</span>, title: (entry) => entry.label },
  { id: 'state', label: 'State', width: 120, cell: (entry) => (entry.state === 'done' ? stateWords.done : <Badge tone="unknown">{stateWords[entry.state]}</Badge>) },
  { id: 'rows', label: 'Rows', width: 72, align: 'end', cell: (entry) => entry.rows.toLocaleString('en') },
  { id: 'author', label: 'By', width: 120, cell: (entry) => entry.author || <span className="faint">Not named</span> },
];

/** The journal keeps all; more than this is looked up by filter in another way. */
const shownEntries = 10_000;

export function ActivityView() {
  const history = useQuery('history.list', { limit: shownEntries });
  const undoTo = useCommand('history.undoTo');
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const [text, setText] = useState('');
  const filterField = useRef<HTMLInputElement>(null);
  const all = history.data;
  const rows = useMemo(() => (all ?? []).filter((entry) => `${entry.label} ${entry.author} ${tableWords(entry)} ${stateWords[entry.state]} ${dateAndTime(entry.madeAt)}`.toLowerCase().includes(text.trim().toLowerCase())), [all, text]);

  const chosen = selected.size === 1 ? rows.find((entry) => selected.has(entry.id)) : undefined;
  const newerThan = (entry: HistoryEntry) => (all ?? []).slice(0, all?.indexOf(entry)).filter((other) => other.state === 'done').length;
  const goBackTo = async (entry: HistoryEntry) => {
    const outcome = await undoTo.run({ id: entry.id });
    if (outcome.ok) showToast({ text: `Took back ${steps(outcome.value.steps)}, down to “${entry.label}”. Redo brings them back.` });
  };

  useCommandHandler('activity.back', () => chosen && void goBackTo(chosen), chosen?.state === 'done' && newerThan(chosen) > 0);
  useCommandHandler('edit.find', () => filterField.current?.focus());

  if (history.errorSentence) return <ErrorNote onRetry={history.refetch}>{history.errorSentence}</ErrorNote>;
  if (!all) return <Waiting />;
  if (all.length === 0) {
    return (
      <EmptyState title="Nothing was changed yet" icon={History}>
        Every step that changes the project is kept here, and can be taken back.
      </EmptyState>
    );
  }

  return (
    <Panels name="activity" inspector={<StepInspector entry={chosen} newer={chosen ? newerThan(chosen) : 0} onGoBack={(entry) => void goBackTo(entry)} />} inspectorLabel="Selected step">
      <Toolbar label="Activity">
        <h2 className="activity-title">Activity</h2>
        <SearchField inputRef={filterField} label="Filter steps" className="activity-filter" value={text} onChange={setText} />
        <ToolbarSpace />
      </Toolbar>
      <ContextMenu
        label="Step"
        className="activity-grid"
        entries={(target) => {
          const id = target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? chosen?.id;
          const entry = rows.find((row) => row.id === id);
          if (!entry || entry.state !== 'done' || newerThan(entry) === 0) return [];
          return [{ id: 'back', label: `Undo to here (takes back ${steps(newerThan(entry))})`, icon: Undo2, command: 'activity.back', onAction: () => void goBackTo(entry) }];
        }}
      >
        <DataGrid label="Activity" name="activity" rows={rows} rowId={(entry) => entry.id} columns={columns} selected={selected} onSelect={select} emptyState={<EmptyState title="No step fits this filter" />} />
      </ContextMenu>
    </Panels>
  );
}
