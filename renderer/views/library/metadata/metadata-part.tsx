// The review of what documents are: every field that asks for a look as a row, with its value, how sure it is and the words that say
// it. Enter confirms, e corrects, o reads the passage; many at once by selecting or by what is shown.

import { CheckCheck } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useQuery } from '../../../backend/use-query.ts';
import { Button } from '../../../components/button.tsx';
import { useCommandHandler } from '../../../components/commands.tsx';
import { DataGrid } from '../../../components/data-grid.tsx';
import { FacetList } from '../../../components/facet-list.tsx';
import { useCountryName, useFieldActs } from '../../../components/field-note.tsx';
import { SearchField, Select } from '../../../components/fields.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../../components/notes.tsx';
import { PanelHead, Panels } from '../../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../../components/tabs.tsx';
import { link, navigate, openReview, type ReviewFilter } from '../../../routes.ts';
import { reviewColumns, shownCandidate } from './columns.tsx';
import { CorrectFieldDialog } from './correct-field-dialog.tsx';
import { FieldInspector } from './field-inspector.tsx';
import { confirmable, filterRows, reviewFacets, type ReviewRow, reviewRows, rowAfter } from './review.ts';
import './metadata.css';

const confidences = [
  { id: '0', label: 'However sure' },
  { id: '50', label: '50 % and more' },
  { id: '70', label: '70 % and more' },
  { id: '80', label: '80 % and more' },
  { id: '90', label: '90 % and more' },
] as const;

export function MetadataPart({ filter, parts }: { filter: ReviewFilter; parts: ReactNode }) {
  const reviews = useQuery('metadata.list', {});
  const countryName = useCountryName();
  const act = useFieldActs();
  const [text, setText] = useState('');
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const [correcting, setCorrecting] = useState<ReviewRow[] | null>(null);
  const filterField = useRef<HTMLInputElement>(null);
  const work = useRef<HTMLDivElement>(null);

  const all = useMemo(() => (reviews.data ? reviewRows(reviews.data) : null), [reviews.data]);
  const rows = useMemo(() => filterRows(all ?? [], filter, text), [all, filter, text]);
  const facets = useMemo(() => reviewFacets(all ?? [], filter), [all, filter]);
  const columns = useMemo(() => reviewColumns(countryName), [countryName]);
  const chosen = useMemo(() => rows.filter((row) => selected.has(row.id)), [rows, selected]);
  const shown = useMemo(() => confirmable(rows), [rows]);
  const narrow = useCallback((change: Partial<ReviewFilter>) => navigate(link.metadata({ ...filter, ...change }), { replace: true }), [filter]);
  const isEmpty = all !== null && all.length === 0;
  // The keys work from the first moment: a row is selected, and the grid has the focus.
  useEffect(() => {
    const [first] = rows;
    if (!first) return;
    select((known) => (rows.some(({ id }) => known.has(id)) ? known : new Set([first.id])));
    if (document.activeElement === document.body) work.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  }, [rows]);

  const leave = (left: readonly ReviewRow[], isGone: boolean) => {
    const next = rowAfter(rows, new Set(left.map(({ id }) => id)));
    if (next && (isGone || left.length === 1)) select(new Set([next.id]));
    work.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  };
  const leavesList = filter.shown.length > 0 && !filter.shown.includes('confirmed');
  const confirm = async (targets: readonly ReviewRow[]) => {
    if (targets.length > 0 && (await act.confirm(targets))) leave(targets, leavesList);
  };
  const read = (row: ReviewRow | undefined) => row && navigate(link.reader(row.documentId, shownCandidate(row)?.place ?? row.candidates[0]?.place ?? null));
  const correct = (targets: readonly ReviewRow[]) => {
    // One value for several fields of one kind; different fields have no value in common.
    if (targets.length > 0 && targets.every(({ field }) => field === targets[0]?.field)) setCorrecting([...targets]);
  };
  useCommandHandler('edit.find', () => filterField.current?.focus());
  useCommandHandler('metadata.confirm', () => void confirm(chosen), chosen.length > 0);
  useCommandHandler('metadata.confirmShown', () => void confirm(shown), shown.length > 0);
  useCommandHandler('metadata.correct', () => correct(chosen), chosen.length > 0);
  useCommandHandler('metadata.read', () => read(chosen[0]), chosen.length > 0);

  if (reviews.errorSentence) return <ErrorNote onRetry={reviews.refetch}>{reviews.errorSentence}</ErrorNote>;
  if (!all) return <Waiting />;
  const documents = new Set(rows.map(({ documentId }) => documentId)).size;

  return (
    <Panels
      name="metadata"
      listWidth={220}
      inspectorWidth={330}
      list={
        <>
          <PanelHead title="Filters" />
          <FacetList facets={facets} selected={{ shown: filter.shown, field: filter.field, kind: filter.kind }} onChange={(facet, values) => narrow({ [facet]: values })} />
        </>
      }
      listLabel="Filters"
      inspector={<FieldInspector rows={chosen} onConfirm={(targets) => void confirm(targets)} onCorrect={correct} onRead={read} />}
      inspectorLabel="Selected fields"
    >
      <Toolbar label="Review">
        {parts}
        <SearchField label="Filter fields" className="library-filter" value={text} onChange={setText} inputRef={filterField} />
      </Toolbar>
      {!isEmpty && (
        <Toolbar label="Fields shown" className="metadata-shown">
          <p className="metadata-count" role="status">
            {rows.length === 0 ? '' : `${rows.length.toLocaleString('en')} ${rows.length === 1 ? 'field' : 'fields'} of ${documents.toLocaleString('en')} ${documents === 1 ? 'document' : 'documents'}`}
          </p>
          <span className="faint metadata-keys">Enter confirms, E corrects, O reads the passage</span>
          <ToolbarSpace />
          <Select label="How sure" hideLabel className="metadata-least" choices={confidences} value={confidences.find(({ id }) => id === String(filter.least))?.id ?? '0'} onChange={(least) => narrow({ least: Number(least) })} />
          <Button icon={CheckCheck} isDisabled={shown.length === 0} onPress={() => void confirm(shown)}>
            {`Confirm ${shown.length.toLocaleString('en')} shown`}
          </Button>
        </Toolbar>
      )}
      <div className="library-grid" ref={work}>
        <DataGrid
          label="Fields to review"
          name="metadata"
          rows={rows}
          rowId={(row) => row.id}
          columns={columns}
          selected={selected}
          onSelect={select}
          onOpen={(row) => void confirm(selected.has(row.id) && chosen.length > 1 ? chosen : [row])}
          emptyState={<Nothing isEmpty={isEmpty} filter={filter} text={text} />}
        />
      </div>
      {correcting && (
        <CorrectFieldDialog
          rows={correcting}
          onClose={() => setCorrecting(null)}
          onDone={() => {
            setCorrecting(null);
            leave(correcting, filter.shown.length > 0 && !filter.shown.includes('corrected'));
          }}
        />
      )}
    </Panels>
  );
}

function Nothing({ isEmpty, filter, text }: { isEmpty: boolean; filter: ReviewFilter; text: string }) {
  if (isEmpty) return <EmptyState title="There is no document yet">What is recognised of imported documents is confirmed or corrected here.</EmptyState>;
  const isOpen = filter.shown.length === 1 && filter.shown[0] === 'open' && filter.field.length === 0 && filter.kind.length === 0 && filter.least === 0 && text === '';
  if (isOpen) {
    return (
      <EmptyState title="Nothing is left to confirm" action={<Button onPress={() => navigate(link.metadata({ ...openReview, shown: [] }))}>Show all fields</Button>}>
        What is sure, and what you decided, stays as it is.
      </EmptyState>
    );
  }
  return <EmptyState title="No field fits these filters" action={<Button onPress={() => navigate(link.metadata())}>Show what is to be confirmed</Button>} />;
}
