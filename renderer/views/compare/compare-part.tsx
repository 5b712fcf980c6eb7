// One comparison: filters on the left, its text or its overview in the middle, the row in hand on the right.

import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { changeClasses, type Comparison } from '../../../shared/core/comparison.ts';
import type { ComparisonFilter } from '../../../shared/core/saved-comparison.ts';
import { useQuery } from '../../backend/use-query.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { useCommandHandler } from '../../components/commands.tsx';
import { ChangeSign } from '../../components/marks.tsx';
import { EmptyState } from '../../components/notes.tsx';
import { Panels } from '../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../components/tabs.tsx';
import { type ComparePartName, link, navigate } from '../../routes.ts';
import { ComparisonWaiting } from './comparison-waiting.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { annotatedRows } from './annotated-rows.ts';
import { type Filter, linesOf } from './lines.ts';
import { Overview } from './overview.tsx';
import { MissingYearsNote } from './missing-years-note.tsx';
import type { Place } from './place.ts';
import { RowPanel } from './row-panel.tsx';
import { placeAfter } from './pair-in-hand.ts';
import { TextPart } from './text-part.tsx';
import { UnlikeNote } from './unlike-note.tsx';
import { useCorrections } from './use-corrections.ts';
import { noFilter } from './use-saved.ts';

type ComparePartProps = { documentIds: string[]; part: ComparePartName; section: string | null; row: string | null; /** Id of the saved comparison this is. */ saved: string | null; filter: ComparisonFilter; onFilter: (filter: ComparisonFilter) => void };

export function ComparePart({ documentIds, ...place }: ComparePartProps) {
  const comparison = useQuery('compare.run', { documentIds }, { keepPrevious: false });
  if (!comparison.data) return <ComparisonWaiting query={comparison} documentIds={documentIds} />;
  if (comparison.data.rows.length === 0) return <EmptyState title="There is no text to compare">Neither document has sentences that could be aligned.</EmptyState>;
  return <Shown comparison={comparison.data} documentIds={documentIds} {...place} />;
}

function Shown({ comparison, documentIds, part, section, row, saved, filter: chosen, onFilter }: ComparePartProps & { comparison: Comparison }) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const place = readPlace(row, comparison);

  const filter: Filter = useMemo(() => ({ ...chosen, section }), [chosen, section]);
  const inHand = place?.row ?? null;
  const annotations = useQuery('annotations.list', {}).data;
  const tags = useQuery('tags.list', {}).data;
  const annotated = useMemo(() => annotatedRows(comparison, annotations ?? noAnnotations, tags ?? noTags), [comparison, annotations, tags]);
  const lines = useMemo(() => linesOf(comparison, filter, unfolded, closed, inHand, annotated.tagsOfRow), [comparison, filter, unfolded, closed, inHand, annotated]);
  const changes = useMemo(() => lines.flatMap((line) => (line.kind === 'row' && line.isChange ? [line.index] : [])), [lines]);

  const go = (change: { part?: ComparePartName; section?: string | null; row?: string | null }) => navigate(link.compare({ country: comparison.country, documentIds, part, section, row, saved, ...change }), { replace: true });
  const setPlace = (next: Place) => go({ row: `${next.row}.${next.column}` });
  const step = (direction: 1 | -1) => {
    const current = place?.row ?? -1;
    const next = direction === 1 ? changes.find((index) => index > current) : changes.findLast((index) => index < (place ? current : Number.POSITIVE_INFINITY));
    if (next !== undefined) setPlace({ row: next, column: place?.column ?? comparison.columns.length - 1 });
  };
  useCommandHandler('compare.nextChange', () => step(1), part === 'text');
  useCommandHandler('compare.previousChange', () => step(-1), part === 'text');

  const corrections = useCorrections(comparison, place);

  // A correction makes the rows anew: the passage in hand stays in hand.
  const last = useRef({ comparison, place });
  useEffect(() => {
    const { comparison: before, place: held } = last.current;
    last.current = { comparison, place };
    if (before === comparison || !held) return;
    const moved = placeAfter(before, held, comparison);
    if (moved && moved.row !== place?.row) go({ row: `${moved.row}.${moved.column}` });
  });

  const openAt = (index: number) => {
    onFilter(noFilter);
    go({ part: 'text', section: null, row: `${index}.${comparison.columns.length - 1}` });
  };
  const unit = comparison.byTopic && documentIds.length === 2 ? 'shared topics' : 'changes';
  const position = place ? changes.indexOf(place.row) : -1;
  return (
    <Panels
      name="compare"
      keepsInspector
      listLabel="Filters"
      inspectorLabel="Row"
      workWidth={620}
      list={<FilterPanel comparison={comparison} annotated={annotated} tags={tags ?? noTags} filter={filter} onFilter={(change) => onFilter({ ...chosen, ...change })} onSection={(title) => go({ section: title, row: null })} />}
      inspector={<RowPanel comparison={comparison} place={place} onPlace={setPlace} corrections={corrections} />}
    >
      <Toolbar label="Comparison">
        <div className="compare-counts">
          {comparison.byTopic && comparison.counts.present > 0 && <span className="faint">by topic</span>}
          {changeClasses.filter((each) => comparison.counts[each] > 0).map((each) => <ChangeSign key={each} change={each} count={comparison.counts[each]} />)}
        </div>
        <ToolbarSpace />
        <span className="faint figures compare-position" aria-live="polite">
          {changes.length === 0 ? `No ${unit}` : position >= 0 ? `${position + 1} of ${changes.length}` : `${changes.length} ${unit}`}
        </span>
        <IconButton icon={ChevronUp} label="Previous change" command="compare.previousChange" isDisabled={changes.length === 0} onPress={() => step(-1)} />
        <IconButton icon={ChevronDown} label="Next change" command="compare.nextChange" isDisabled={changes.length === 0} onPress={() => step(1)} />
      </Toolbar>
      <UnlikeNote comparison={comparison} />
      <MissingYearsNote comparison={comparison} />
      {part === 'overview' ? (
        <div className="compare-overview">
          <Overview comparison={comparison} onRow={openAt} onSection={(title) => go({ part: 'text', section: title, row: null })} />
        </div>
      ) : lines.length === 0 ? (
        <EmptyState title="No row fits these filters" action={<Button onPress={() => (onFilter(noFilter), go({ section: null, row: null }))}>Show all</Button>} />
      ) : (
        <TextPart
          comparison={comparison}
          lines={lines}
          place={place}
          onPlace={setPlace}
          highlights={annotated.marks}
          annotations={annotations ?? noAnnotations}
          tags={tags ?? noTags}
          waiting={corrections.waiting}
          onStopWaiting={corrections.stopWaiting}
          onUnfold={(key) => setUnfolded(new Set([...unfolded, key]))}
          onSection={(title) => setClosed(closed.has(title) ? new Set([...closed].filter((each) => each !== title)) : new Set([...closed, title]))}
        />
      )}
    </Panels>
  );
}

const noAnnotations: never[] = [];
const noTags: never[] = [];

/** "12.1": row 12, column 1. */
function readPlace(row: string | null, comparison: Comparison): Place | null {
  const match = /^(\d{1,7})\.(\d)$/.exec(row ?? '');
  const place = match ? { row: Number(match[1]), column: Number(match[2]) } : null;
  return place && place.row < comparison.rows.length && place.column < comparison.columns.length ? place : null;
}
