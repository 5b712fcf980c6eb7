// Highlights of all documents: narrowed by what is told of them, in an order, as a grid or as cards; many changed at once, exported,
// each opened at its passage. What narrows and which one is in hand is in the address.

import { useCallback, useMemo, useState } from 'react';
import { type ListFilter, type ListOrder, listOrders, type ListSort, wholeList } from '../../../shared/core/annotation-list.ts';
import { useProject } from '../../backend/use-project.ts';
import { useQuery } from '../../backend/use-query.ts';
import { isOneOf, useSetting } from '../../backend/use-setting.ts';
import { useCommandHandler } from '../../components/commands.tsx';
import { DataGrid } from '../../components/data-grid.tsx';
import { useCountryName } from '../../components/field-note.tsx';
import { ContextMenu, type MenuEntry } from '../../components/menu.tsx';
import { ErrorNote, Waiting } from '../../components/notes.tsx';
import { Panels } from '../../components/panels.tsx';
import { link, navigate, type Route } from '../../routes.ts';
import { AnnotationInspector } from './annotation-inspector.tsx';
import { BulkDialog, type BulkQuestion } from './bulk-dialogs.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { CardGrid } from './card-grid.tsx';
import { listColumns } from './columns.tsx';
import { NoneFit, NothingYet } from './empty-states.tsx';
import { FilterChips, FilterPanel } from './filter-panel.tsx';
import { keepChosen, keptChosen } from './list-memory.ts';
import { ListBar, shapes } from './list-bar.tsx';
import { addressOfRow } from './row-words.ts';
import { useBulk } from './use-bulk.ts';
import { RowsProvider, useListRows } from './use-list-rows.ts';
import type { Naming } from './words.ts';
import './annotations.css';

type AnnotationsRoute = Extract<Route, { view: 'annotations' }>;
const isShape = isOneOf(shapes);

export function AnnotationsView(route: AnnotationsRoute) {
  const { annotationId } = route;
  const { filter, sort } = useNarrowing(route);
  const project = useProject().data?.id ?? '';
  const answer = useQuery('annotationList.find', { filter, sort });
  const tagList = useQuery('tags.list', {}).data;
  const documents = useQuery('documents.list', {}).data;
  const countryName = useCountryName();
  const [shape, setShape] = useSetting('annotations.shape', 'grid', isShape);
  const list = `${project} ${link.annotations(filter, sort)}`;
  const [choice, setChoice] = useState<{ list: string; ids: ReadonlySet<string> }>(() => ({ list, ids: keptChosen(list, annotationId) }));
  const [question, setQuestion] = useState<BulkQuestion | null>(null);
  const bulk = useBulk();
  const rows = useListRows(answer.data);

  const tags = useMemo(() => new Map((tagList ?? []).map((tag) => [tag.id, tag])), [tagList]);
  const naming: Naming = useMemo(() => {
    // Editions often have one title, and it is cut at its end: the year tells them apart.
    const titles = new Map((documents ?? []).map(({ id, title, year }) => [id, year === null || title.startsWith(String(year)) ? title : `${String(year)} ${title}`]));
    return { tags, countryName, documentTitle: (id) => titles.get(id) ?? null };
  }, [tags, countryName, documents]);
  const columns = useMemo(() => listColumns(tags, countryName), [tags, countryName]);
  const ids = answer.data?.ids;
  /** In the order of the list; what is no longer listed is no longer chosen. */
  const picked = useMemo(() => (choice.ids.size === 0 ? [] : (ids ?? []).filter((id) => choice.ids.has(id))), [ids, choice]);
  const selected = useMemo(() => new Set(picked), [picked]);

  const go = useCallback((next: ListFilter, nextSort: ListSort) => navigate(link.annotations(next, nextSort), { replace: true }), []);
  const narrow = useCallback((next: ListFilter) => go(next, sort), [go, sort]);
  const order = useCallback((next: ListSort) => go(filter, next), [go, filter]);
  const choose = (chosen: ReadonlySet<string>) => {
    setChoice({ list, ids: chosen });
    keepChosen(list, chosen);
    const [only] = chosen;
    if (chosen.size < 2) navigate(link.annotations(filter, sort, only ?? null), { replace: true });
  };
  const open = (id: string) => {
    const row = rows.rowOf(id);
    if (!row) return;
    keepChosen(list, selected.size > 1 ? selected : new Set([id]));
    navigate(link.annotations(filter, sort, id), { replace: true });
    navigate(addressOfRow(row));
  };
  const remove = () => void bulk.remove(picked);

  const hasPicked = picked.length > 0 && !bulk.isBusy;
  useCommandHandler('annotations.tag', () => setQuestion('tag'), hasPicked);
  useCommandHandler('annotations.untag', () => setQuestion('untag'), hasPicked);
  useCommandHandler('annotations.colour', () => setQuestion('colour'), hasPicked);
  useCommandHandler('annotations.evidence', () => setQuestion('evidence'), hasPicked);
  useCommandHandler('annotations.remove', remove, hasPicked);
  useCommandHandler('annotations.shape', () => setShape(shape === 'grid' ? 'cards' : 'grid'));
  useCommandHandler('annotations.clear', () => narrow(wholeList));

  // Kept while only the choice changes: the many check boxes are the slowest part of this view to draw.
  const filters = useMemo(() => <FilterPanel filter={filter} naming={naming} onFilter={narrow} />, [filter, naming, narrow]);

  if (answer.errorSentence) return <ErrorNote onRetry={answer.refetch}>{answer.errorSentence}</ErrorNote>;
  if (!answer.data || !ids || !tagList) return <Waiting />;
  if (answer.data.all === 0) return <NothingYet hasDocuments={(documents?.length ?? 0) > 0} />;

  const inHand = picked.length === 1 ? (picked[0] ?? null) : null;
  const emptyState = <NoneFit onClear={() => narrow(wholeList)} />;
  const menuOf = (target: Element): MenuEntry[] => {
    const id = target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? inHand;
    if (picked.length === 0) return [];
    return [
      ...(picked.length === 1 && id !== null ? [{ id: 'open', label: 'Read it in its document', keys: 'Enter', onAction: () => open(id) }, 'separator' as const] : []),
      { id: 'tag', label: 'Tag…', onAction: () => setQuestion('tag') },
      { id: 'untag', label: 'Take a tag off…', onAction: () => setQuestion('untag') },
      { id: 'colour', label: 'Colour…', onAction: () => setQuestion('colour') },
      { id: 'evidence', label: 'Use as evidence…', onAction: () => setQuestion('evidence') },
      'separator',
      { id: 'remove', label: picked.length === 1 ? 'Delete' : `Delete ${picked.length.toLocaleString('en')} highlights`, keys: 'Delete', isDanger: true, onAction: remove },
    ];
  };
  return (
    <Panels
      name="annotations"
      listWidth={220}
      inspectorWidth={320}
      list={filters}
      listLabel="Filters"
      inspector={<AnnotationInspector id={inHand} chosen={picked.length} tags={tags} onTag={() => setQuestion('tag')} />}
      inspectorLabel="Chosen highlights"
    >
      <ListBar filter={filter} sort={sort} shape={shape} onFilter={narrow} onSort={order} onShape={setShape} />
      <FilterChips filter={filter} naming={naming} onFilter={narrow} />
      <BulkBar answer={answer.data} picked={picked} filter={filter} sort={sort} isBusy={bulk.isBusy} onAsk={setQuestion} onRemove={remove} onNone={() => choose(new Set())} />
      <RowsProvider value={rows}>
        <ContextMenu label="Highlights" className="annotations-list" entries={menuOf}>
          {shape === 'grid' ? (
            <DataGrid
              label="Highlights"
              name="annotations"
              rows={ids}
              rowId={sameId}
              columns={columns}
              order={{ sort: sortWord(sort), onSort: (word) => order(sortOfWord(word)) }}
              startAt={annotationId}
              selected={selected}
              onSelect={choose}
              onOpen={open}
              onRemove={remove}
              emptyState={emptyState}
            />
          ) : (
            <CardGrid ids={ids} tags={tags} countryName={countryName} selected={selected} onSelect={choose} onOpen={open} onRemove={remove} startAt={annotationId} emptyState={emptyState} />
          )}
        </ContextMenu>
      </RowsProvider>
      {question && picked.length > 0 && <BulkDialog question={question} ids={picked} tags={tags} bulk={bulk} onClose={() => setQuestion(null)} />}
    </Panels>
  );
}

/** The same objects while only the one in hand changes: the address is read anew with each step through the list. */
function useNarrowing({ filter, sort }: AnnotationsRoute): Pick<AnnotationsRoute, 'filter' | 'sort'> {
  const address = link.annotations(filter, sort);
  const [held, setHeld] = useState({ address, filter, sort });
  if (held.address === address) return held;
  const next = { address, filter, sort };
  setHeld(next);
  return next;
}

const sameId = (id: string) => id;

/** As the grid writes an order. */
function sortWord({ by, descending }: ListSort): string {
  return `${descending ? '-' : ''}${by}`;
}

function sortOfWord(word: string): ListSort {
  const by: ListOrder = listOrders.find((each) => each === word.replace(/^-/, '')) ?? 'country';
  return { by, descending: word.startsWith('-') };
}
