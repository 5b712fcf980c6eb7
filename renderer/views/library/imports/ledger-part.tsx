// The import ledger: a line for every file that was ever handed in, what became of it, and what can be done about it.

import { ClipboardCopy, RotateCw } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { ImportItem } from '../../../../shared/core/library.ts';
import { useCommand } from '../../../backend/use-command.ts';
import { useQuery } from '../../../backend/use-query.ts';
import { Button } from '../../../components/button.tsx';
import { runCommand } from '../../../components/commands.tsx';
import { type Column, DataGrid } from '../../../components/data-grid.tsx';
import { dateAndTime, fileSize } from '../../../components/dates.ts';
import { compareText } from '../../../components/document-words.ts';
import { FacetList } from '../../../components/facet-list.tsx';
import { SearchField } from '../../../components/fields.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../../components/notes.tsx';
import { PanelHead, PanelSection, Panels } from '../../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../../components/tabs.tsx';
import { showToast } from '../../../components/toasts.ts';
import { link, navigate } from '../../../routes.ts';
import { canRetry, ledgerCsv, statuses, statusWords } from './ledger.ts';
import { StatusMark } from './status-mark.tsx';

const columns: Column<ImportItem>[] = [
  { id: 'status', label: 'Status', width: 116, cell: (item) => <StatusMark status={item.status} />, compare: (left, right) => statuses.indexOf(left.status) - statuses.indexOf(right.status) },
  { id: 'file', label: 'File', width: 200, isFlexible: true, cell: (item) => item.fileName, title: (item) => item.fileName, compare: (left, right) => compareText(left.fileName, right.fileName) },
  { id: 'reason', label: 'Reason', width: 180, isFlexible: true, cell: (item) => item.reason, title: (item) => `${item.reason} ${item.hint}`.trim(), compare: (left, right) => compareText(left.reason, right.reason) },
  { id: 'size', label: 'Size', width: 76, align: 'end', cell: (item) => fileSize(item.size), compare: (left, right) => left.size - right.size },
  { id: 'at', label: 'When', width: 132, cell: (item) => dateAndTime(item.at), compare: (left, right) => compareText(left.at, right.at) },
];

export function LedgerPart({ status, parts }: { status: string[]; parts: ReactNode }) {
  const ledger = useQuery('imports.list', { limit: 100_000 });
  const [text, setText] = useState('');
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const retryCommand = useCommand('imports.retry');

  const all = ledger.data;
  const found = useMemo(() => (all ?? []).filter((item) => `${item.fileName} ${item.reason}`.toLowerCase().includes(text.trim().toLowerCase())), [all, text]);
  const rows = useMemo(() => (status.length === 0 ? found : found.filter((item) => status.includes(item.status))), [found, status]);
  if (ledger.errorSentence) return <ErrorNote onRetry={ledger.refetch}>{ledger.errorSentence}</ErrorNote>;
  if (!all) return <Waiting />;

  const chosen = rows.filter((item) => selected.has(item.id));
  const retryable = (chosen.length > 0 ? chosen : rows).filter(canRetry);
  const values = statuses.map((id) => ({ value: id, label: statusWords[id].word, count: found.filter((item) => item.status === id).length })).filter((value) => value.count > 0 || status.includes(value.value));
  const open = (item: ImportItem) => item.documentId && navigate(link.reader(item.documentId));
  const copy = () =>
    void navigator.clipboard.writeText(ledgerCsv(rows)).then(
      () => showToast({ text: `${rows.length.toLocaleString('en')} ${rows.length === 1 ? 'line' : 'lines'} copied as CSV.` }),
      () => showToast({ text: 'The lines could not be copied: the system refused the clipboard.', tone: 'error' }),
    );

  return (
    <Panels
      name="ledger"
      listWidth={220}
      inspectorWidth={300}
      list={
        <>
          <PanelHead title="Filters" />
          <FacetList facets={[{ id: 'status', label: 'Status', values }]} selected={{ status }} onChange={(_facet, chosenStatus) => navigate(link.imports(chosenStatus), { replace: true })} />
        </>
      }
      listLabel="Filters"
      inspector={<LedgerInspector items={chosen} onOpen={open} onRetry={(items) => void retryCommand.run({ ids: items.map((item) => item.id) })} />}
      inspectorLabel="Selected files"
    >
      <Toolbar label="Import ledger">
        {parts}
        <SearchField label="Filter files" className="library-filter" value={text} onChange={setText} />
        <ToolbarSpace />
        {retryable.length > 0 && (
          <Button kind="quiet" icon={RotateCw} onPress={() => void retryCommand.run({ ids: retryable.map((item) => item.id) })}>
            {`Try ${retryable.length.toLocaleString('en')} again`}
          </Button>
        )}
        {rows.length > 0 && (
          <Button kind="quiet" icon={ClipboardCopy} onPress={copy}>
            Copy as CSV
          </Button>
        )}
      </Toolbar>
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
        <DataGrid label="Import ledger" name="ledger" rows={rows} rowId={(item) => item.id} columns={columns} selected={selected} onSelect={select} onOpen={open} typeAhead={(item) => item.fileName} emptyState={<EmptyState title="No line fits these filters" />} />
      )}
    </Panels>
  );
}

function LedgerInspector({ items, onOpen, onRetry }: { items: readonly ImportItem[]; onOpen: (item: ImportItem) => void; onRetry: (items: readonly ImportItem[]) => void }) {
  const [only] = items;
  const retryable = items.filter(canRetry);
  if (!only) {
    return (
      <>
        <PanelHead title="Nothing selected" />
        <PanelSection>
          <p className="faint">Select a line to read the whole reason, and what can be done.</p>
        </PanelSection>
      </>
    );
  }
  return (
    <>
      <PanelHead title={items.length === 1 ? 'File' : `${items.length.toLocaleString('en')} files`} />
      {items.length === 1 && (
        <PanelSection>
          <p className="ledger-name">{only.fileName}</p>
          <p>
            <StatusMark status={only.status} /> <span className="faint figures">{fileSize(only.size)}, {dateAndTime(only.at)}</span>
          </p>
          {only.reason && <p>{only.reason}</p>}
          {only.hint && <p>{only.hint}</p>}
        </PanelSection>
      )}
      {(only.documentId !== null || retryable.length > 0) && (
        <PanelSection>
          <div className="library-tag-list">
            {items.length === 1 && only.documentId && (
              <Button kind="plain" onPress={() => onOpen(only)}>
                {only.status === 'duplicate' ? 'Open the one already here' : 'Open document'}
              </Button>
            )}
            {retryable.length > 0 && (
              <Button kind="plain" icon={RotateCw} onPress={() => onRetry(retryable)}>
                {retryable.length === 1 ? 'Try again' : `Try ${retryable.length.toLocaleString('en')} again`}
              </Button>
            )}
          </div>
        </PanelSection>
      )}
    </>
  );
}
