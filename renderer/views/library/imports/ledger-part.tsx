// The import ledger: a line for every file that was ever handed in, what became of it, and what can be done about it.

import { ClipboardCopy, FileDown, RotateCw } from 'lucide-react';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { ImportItem } from '../../../../shared/core/library.ts';
import type { DocumentKind } from '../../../../shared/core/recognition.ts';
import { useCommand } from '../../../backend/use-command.ts';
import { useQuery } from '../../../backend/use-query.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import { runCommand } from '../../../components/commands.tsx';
import { type Column, DataGrid } from '../../../components/data-grid.tsx';
import { dateAndTime, fileSize } from '../../../components/dates.ts';
import { compareText } from '../../../components/document-words.ts';
import { FacetList } from '../../../components/facet-list.tsx';
import { SearchField } from '../../../components/fields.tsx';
import { Menu } from '../../../components/menu.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../../components/notes.tsx';
import { PanelHead, Panels } from '../../../components/panels.tsx';
import { saveFile } from '../../../components/save-file.ts';
import { Toolbar, ToolbarSpace } from '../../../components/tabs.tsx';
import { showToast } from '../../../components/toasts.ts';
import { link, navigate } from '../../../routes.ts';
import { canRetry, filterLedger, type LedgerFilter, ledgerCsv, ledgerFacets, noLedgerFilter, statuses } from './ledger.ts';
import { LedgerInspector } from './ledger-inspector.tsx';
import { RunStrip } from './run-strip.tsx';
import { StatusMark } from './status-mark.tsx';
import { WatchPanel } from './watch-panel.tsx';

const columns: Column<ImportItem>[] = [
  { id: 'status', label: 'Status', width: 116, cell: (item) => <StatusMark status={item.status} />, compare: (left, right) => statuses.indexOf(left.status) - statuses.indexOf(right.status) },
  { id: 'file', label: 'File', width: 200, isFlexible: true, cell: (item) => item.fileName, title: (item) => item.fileName, compare: (left, right) => compareText(left.fileName, right.fileName) },
  { id: 'reason', label: 'Reason', width: 180, isFlexible: true, cell: (item) => item.reason, title: (item) => `${item.reason} ${item.hint}`.trim(), compare: (left, right) => compareText(left.reason, right.reason) },
  { id: 'size', label: 'Size', width: 76, align: 'end', cell: (item) => fileSize(item.size), compare: (left, right) => left.size - right.size },
  { id: 'at', label: 'When', width: 132, cell: (item) => dateAndTime(item.at), compare: (left, right) => compareText(left.at, right.at) },
];

export function LedgerPart({ filter, parts }: { filter: LedgerFilter; parts: ReactNode }) {
  const ledger = useQuery('imports.list', { limit: 100_000 });
  const pairs = useQuery('pairs.list', {}).data;
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const retryCommand = useCommand('imports.retry');

  const all = ledger.data;
  const { status, formats, runs, text } = filter;
  // The address gives new lists each time; what is in them counts.
  const key = JSON.stringify([status, formats, runs, text]);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key stands for the four
  const rows = useMemo(() => filterLedger(all ?? [], filter), [all, key]);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- as above
  const facets = useMemo(() => ledgerFacets(all ?? [], filter), [all, key]);
  const narrow = useCallback(
    (change: Partial<LedgerFilter>) => {
      const next = { ...filter, ...change };
      navigate(link.imports(next.status, next), { replace: true });
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- as above
    [key],
  );
  if (ledger.errorSentence) return <ErrorNote onRetry={ledger.refetch}>{ledger.errorSentence}</ErrorNote>;
  if (!all) return <Waiting />;

  const chosen = rows.filter((item) => selected.has(item.id));
  const retryable = (chosen.length > 0 ? chosen : rows).filter(canRetry);
  const isFiltered = status.length + formats.length + runs.length > 0 || text !== '';
  const open = (item: ImportItem) => item.documentId && navigate(link.reader(item.documentId));
  const retry = (items: readonly ImportItem[], as?: DocumentKind) => void retryCommand.run({ ids: items.map((item) => item.id), ...(as ? { as } : {}) });
  const lines = `${rows.length.toLocaleString('en')} ${rows.length === 1 ? 'line' : 'lines'}`;
  const copy = () =>
    void navigator.clipboard.writeText(ledgerCsv(rows)).then(
      () => showToast({ text: `${lines} copied as CSV.` }),
      () => showToast({ text: 'The lines could not be copied: the system refused the clipboard.', tone: 'error' }),
    );
  // A spreadsheet takes UTF-8 for what it is only when the file begins with its mark.
  const save = () => saveFile(new Blob(['\ufeff', ledgerCsv(rows)], { type: 'text/csv;charset=utf-8' }), 'import ledger.csv');

  return (
    <Panels
      name="ledger"
      listWidth={220}
      inspectorWidth={300}
      list={
        <>
          <PanelHead title="Filters">
            {isFiltered && (
              <Button kind="quiet" onPress={() => narrow(noLedgerFilter)}>
                Clear all
              </Button>
            )}
          </PanelHead>
          <FacetList facets={facets} selected={{ status, formats, runs }} onChange={(facet, values) => narrow({ [facet]: values })} />
          <WatchPanel />
        </>
      }
      listLabel="Filters"
      inspector={<LedgerInspector items={chosen} pairs={pairs ?? []} onOpen={open} onRetry={retry} />}
      inspectorLabel="Selected files"
    >
      <Toolbar label="Import ledger">
        {parts}
        <SearchField label="Filter files" className="library-filter" value={text} onChange={(typed) => narrow({ text: typed })} />
        <span className="faint figures library-shown" role="status">
          {rows.length === all.length ? '' : `${rows.length.toLocaleString('en')} of ${all.length.toLocaleString('en')}`}
        </span>
        <ToolbarSpace />
        {retryable.length > 0 && (
          <IconButton icon={RotateCw} label={`Try ${retryable.length.toLocaleString('en')} again`} onPress={() => retry(retryable)} />
        )}
        {rows.length > 0 && (
          <Menu
            label="Export the lines shown"
            entries={[
              { id: 'copy', label: 'Copy as CSV', icon: ClipboardCopy, onAction: copy },
              { id: 'save', label: 'Save as CSV…', icon: FileDown, onAction: save },
            ]}
          >
            <IconButton icon={FileDown} label="Export the lines shown" />
          </Menu>
        )}
      </Toolbar>
      <RunStrip />
      {all.length === 0 ? (
        <EmptyState
          title="No file was imported yet"
          action={
            <Button kind="primary" onPress={() => runCommand('import.files')}>
              Choose files…
            </Button>
          }
        >
          Every file you hand in gets a line here: read, already here, or failed and why.
        </EmptyState>
      ) : (
        <DataGrid
          label="Import ledger"
          name="ledger"
          rows={rows}
          rowId={(item) => item.id}
          columns={columns}
          selected={selected}
          onSelect={select}
          onOpen={open}
          typeAhead={(item) => item.fileName}
          emptyState={<EmptyState title="No line fits these filters" action={<Button onPress={() => narrow(noLedgerFilter)}>Clear all filters</Button>} />}
        />
      )}
    </Panels>
  );
}
