// The documents: facets at the left, the grid, and what is known of the selected ones at the right.

import { FileDown, FolderDown, Inbox } from 'lucide-react';
import { type ReactNode, useCallback, useDeferredValue, useMemo, useRef } from 'react';
import { useQuery } from '../../backend/use-query.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { besideAddress } from '../../components/open-beside.ts';
import { runCommand, useCommandHandler } from '../../components/commands.tsx';
import { DataGrid } from '../../components/data-grid.tsx';
import { type Facet, FacetList } from '../../components/facet-list.tsx';
import { SearchField } from '../../components/fields.tsx';
import { ContextMenu, type MenuEntry } from '../../components/menu.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../components/notes.tsx';
import { PanelHead, Panels } from '../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../components/tabs.tsx';
import { link, type LibraryFilter, navigate, noFilter } from '../../routes.ts';
import type { DocumentSummary } from '../../../shared/core/library.ts';
import { documentColumns } from './columns.tsx';
import { DocumentInspector } from './document-inspector.tsx';
import { type FacetId, filterDocuments, isFiltered, libraryFacets } from './facets.ts';
import { chooseNewerFile, openVersionSheet } from '../../components/versions/version-sheets.ts';
import { useReread } from '../../components/versions/use-reread.ts';
import { rememberSelection, useSelection } from './selection.ts';
import { useRemoveDocuments } from './use-remove-documents.ts';

const noFacets: readonly Facet[] = [];

export function DocumentsPart({ filter, parts }: { filter: LibraryFilter; parts: ReactNode }) {
  const documents = useQuery('documents.list', {});
  const tags = useQuery('tags.list', {});
  const [selected, select] = useSelection();
  const remove = useRemoveDocuments();
  const reread = useReread();
  const filterField = useRef<HTMLInputElement>(null);
  useCommandHandler('edit.find', () => filterField.current?.focus());

  const all = documents.data;
  const rows = useMemo(() => filterDocuments(all ?? [], filter), [all, filter]);
  // Drawn after the rows, a little at a time: while files are imported they change every moment, and the window must answer meanwhile.
  const facets = useDeferredValue(useMemo(() => libraryFacets(all ?? [], filter), [all, filter]), noFacets);
  const columns = useMemo(() => documentColumns(tags.data ?? []), [tags.data]);
  const chosen = useMemo(() => rows.filter((row) => selected.has(row.id)), [rows, selected]);

  const only = chosen.length === 1 ? chosen[0] : undefined;
  useCommandHandler('library.remove', () => void remove(chosen), chosen.length > 0);
  useCommandHandler('library.replace', () => only && chooseNewerFile(only), only !== undefined);
  useCommandHandler('library.reread', () => void reread(chosen.map((row) => row.id)), chosen.length > 0);
  useCommandHandler('library.carry', () => only && openVersionSheet({ kind: 'carry', documentId: only.id, title: only.title }), (only?.annotations ?? 0) > 0);

  const narrow = useCallback((change: Partial<LibraryFilter>) => navigate(link.libraryFiltered({ ...filter, ...change }), { replace: true }), [filter]);
  // Kept while only the selection changes: the many check boxes are the slowest part of this view to draw.
  const filters = useMemo(() => <Filters filter={filter} facets={facets} onNarrow={narrow} />, [filter, facets, narrow]);

  if (documents.errorSentence) return <ErrorNote onRetry={documents.refetch}>{documents.errorSentence}</ErrorNote>;
  if (!all) return <Waiting />;
  if (all.length === 0) return <EmptyLibrary parts={parts} />;

  const open = (document: DocumentSummary) => {
    rememberSelection(new Set([document.id]));
    navigate(link.reader(document.id));
  };
  const removeChosen = (removed: readonly DocumentSummary[]) => void remove(removed);

  const menuOf = (target: Element): MenuEntry[] => {
    const id = target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? (chosen.length === 1 ? chosen[0]?.id : undefined);
    const meant = rows.find((row) => row.id === id);
    const targets = meant && !selected.has(meant.id) ? [meant] : chosen;
    if (targets.length === 0) return [];
    const [only] = targets;
    const country = only?.country;
    return [
      ...(targets.length === 1 && only ? [{ id: 'open', label: 'Open in the reader', keys: 'Enter', onAction: () => open(only) }, { id: 'beside', label: 'Open beside', onAction: () => navigate(besideAddress(only.id)) }] : []),
      ...(targets.length === 2 && only && targets[1] ? [{ id: 'both', label: 'Read side by side', onAction: () => navigate(link.reader(only.id, null, { beside: targets[1]?.id ?? null })) }] : []),
      ...(targets.length > 1 && targets.length <= 9 ? [{ id: 'compare', label: `Compare these ${String(targets.length)}`, onAction: () => navigate(link.compare({ documentIds: targets.map((row) => row.id) })) }] : []),
      ...(country && targets.length === 1 ? [{ id: 'country', label: `Show all of ${only?.countryName ?? country}`, onAction: () => narrow({ ...noFilter, country: [country] }) }] : []),
      'separator',
      ...(targets.length === 1 && only ? [{ id: 'replace', label: 'Replace by a newer file…', onAction: () => chooseNewerFile(only) }] : []),
      { id: 'reread', label: targets.length === 1 ? 'Read again' : `Read ${String(targets.length)} documents again`, onAction: () => void reread(targets.map((row) => row.id)) },
      ...(targets.length === 1 && only && only.annotations > 0 ? [{ id: 'carry', label: 'Carry highlights over…', onAction: () => openVersionSheet({ kind: 'carry', documentId: only.id, title: only.title }) }] : []),
      'separator',
      { id: 'remove', label: targets.length === 1 ? 'Remove' : `Remove ${String(targets.length)} documents`, keys: 'Delete', isDanger: true, onAction: () => removeChosen(targets) },
    ];
  };

  return (
    <Panels
      name="library"
      listWidth={220}
      inspectorWidth={300}
      list={filters}
      listLabel="Filters"
      inspector={<DocumentInspector documents={chosen} tags={tags.data ?? []} onOpen={open} onRemove={removeChosen} />}
      inspectorLabel="Selected documents"
    >
      <Toolbar label="Library">
        {parts}
        <SearchField label="Filter documents" className="library-filter" value={filter.text} onChange={(text) => narrow({ text })} inputRef={filterField} />
        <span className="faint figures library-shown" role="status">
          {rows.length === all.length ? '' : `${rows.length.toLocaleString('en')} of ${all.length.toLocaleString('en')}`}
        </span>
        <ToolbarSpace />
        <IconButton icon={FileDown} label="Import files…" command="import.files" onPress={() => runCommand('import.files')} />
        <IconButton icon={FolderDown} label="Import a folder…" command="import.folder" onPress={() => runCommand('import.folder')} />
      </Toolbar>
      <ContextMenu label="Documents" className="library-grid" entries={menuOf}>
        <DataGrid
          label="Documents"
          name="library"
          rows={rows}
          rowId={(row) => row.id}
          columns={columns}
          defaultSort="country"
          selected={selected}
          onSelect={select}
          onOpen={open}
          onRemove={removeChosen}
          typeAhead={(row) => row.title}
          emptyState={<EmptyState title="No document fits these filters" action={<Button onPress={() => narrow(noFilter)}>Clear all filters</Button>} />}
        />
      </ContextMenu>
    </Panels>
  );
}

function Filters({ filter, facets, onNarrow }: { filter: LibraryFilter; facets: readonly Facet[]; onNarrow: (change: Partial<LibraryFilter>) => void }) {
  return (
    <>
      <PanelHead title="Filters">
        {isFiltered(filter) && (
          <Button kind="quiet" onPress={() => onNarrow(noFilter)}>
            Clear all
          </Button>
        )}
      </PanelHead>
      <FacetList facets={facets} selected={chosenFacets(filter)} onChange={(facet, values) => onNarrow({ [facet]: values })} />
    </>
  );
}

function chosenFacets({ country, year, kind, issuer }: LibraryFilter): Record<FacetId, readonly string[]> {
  return { country, year, kind, issuer };
}

function EmptyLibrary({ parts }: { parts: ReactNode }) {
  return (
    <>
      <Toolbar label="Library">{parts}</Toolbar>
      <EmptyState
        title="Drop files or a folder here"
        icon={Inbox}
        action={
          <>
            <Button kind="primary" icon={FileDown} onPress={() => runCommand('import.files')}>
              Choose files…
            </Button>
            <Button icon={FolderDown} onPress={() => runCommand('import.folder')}>
              Choose a folder…
            </Button>
          </>
        }
      >
        PDF, Word, web pages, Markdown and plain text. They are copied into the project; nothing leaves this machine.
      </EmptyState>
    </>
  );
}
