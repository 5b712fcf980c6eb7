// The review: every highlight whose place is doubtful or lost, one after another, over all documents. What is decided leaves the list and can be undone.

import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import type { Doubt } from '../../../shared/core/version.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { Button } from '../../components/button.tsx';
import { useCommandHandler } from '../../components/commands.tsx';
import { type Column, DataGrid } from '../../components/data-grid.tsx';
import { compareText } from '../../components/document-words.ts';
import { Checkbox, Select } from '../../components/fields.tsx';
import { Badge } from '../../components/marks.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../components/notes.tsx';
import { Panels } from '../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../components/tabs.tsx';
import { showToast } from '../../components/toasts.ts';
import { highlights } from '../../components/versions/placement-words.ts';
import { beginPlacing } from '../../components/versions/version-sheets.ts';
import { link, navigate } from '../../routes.ts';
import { DoubtDetail } from './doubt-detail.tsx';
import { acceptable, percent, reasonWords } from './doubt-words.ts';
import './review.css';

const columns: Column<Doubt>[] = [
  { id: 'passage', label: 'Passage', width: 150, isFlexible: true, cell: ({ annotation }) => annotation.quote.replace(/\s+/g, ' ').slice(0, 200), title: ({ annotation }) => annotation.quote.slice(0, 600) },
  {
    id: 'match',
    label: 'Match',
    width: 92,
    cell: ({ reason, candidates: [first] }) => (first && reason !== 'area' ? <Badge tone="reworded">? {percent(first.similarity)}</Badge> : <Badge tone={reason === 'lost' ? 'gone' : 'reworded'}>{reason === 'lost' ? '✗ lost' : `? ${reasonWords[reason].name.split(' ')[0]?.toLowerCase() ?? ''}`}</Badge>),
    compare: (left, right) => (left.candidates[0]?.similarity ?? 0) - (right.candidates[0]?.similarity ?? 0),
  },
  { id: 'document', label: 'Document', width: 110, cell: ({ documentTitle }) => documentTitle, title: ({ documentTitle }) => documentTitle, compare: (left, right) => compareText(left.documentTitle, right.documentTitle) },
];

const thresholds = ['0.8', '0.85', '0.9', '0.95', '0.98', '1'] as const;
type Threshold = (typeof thresholds)[number];

export function DoubtsPart({ doubtId, parts }: { doubtId: string | null; parts: ReactNode }) {
  const [withLeft, setWithLeft] = useState(false);
  const query = useQuery('doubts.list', { withLeft });
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const [choice, setChoice] = useState<{ id: string; index: number } | null>(null);
  const [least, setLeast] = useState<Threshold>('0.95');
  const settle = useCommand('doubts.settle');
  const leaveCommand = useCommand('doubts.leave');
  const removeCommand = useCommand('annotations.remove');
  const { undo } = useUndo();

  const rows = useMemo(() => query.data ?? [], [query.data]);
  const wanted = selected.size > 0 ? selected : new Set(doubtId ? [doubtId] : []);
  const chosen = rows.filter(({ annotation }) => wanted.has(annotation.id));
  const current = chosen[0] ?? rows[0] ?? null;
  const acted = chosen.length > 0 ? chosen : current ? [current] : [];
  const index = choice && choice.id === current?.annotation.id ? choice.index : 0;
  const batch = acceptable(rows, Number(least));

  const next = () => {
    const gone = new Set(acted.map(({ annotation }) => annotation.id));
    const at = rows.findIndex(({ annotation }) => gone.has(annotation.id));
    const following = rows.slice(at + 1).find(({ annotation }) => !gone.has(annotation.id)) ?? rows.findLast(({ annotation }) => !gone.has(annotation.id));
    select(new Set(following ? [following.annotation.id] : []));
  };
  const done = (outcome: { ok: boolean }, text: string, isStep = true) => {
    if (!outcome.ok) return;
    if (isStep) next();
    showToast({ text, action: { label: 'Undo', run: () => void undo() } });
  };
  const placeOf = (doubt: Doubt, at: number) => {
    const candidate = doubt.candidates[at];
    return candidate ? [{ id: doubt.annotation.id, start: candidate.start, end: candidate.end }] : [];
  };
  const accept = async () => {
    const places = acted.flatMap((doubt) => placeOf(doubt, doubt === current ? index : 0));
    if (places.length > 0) done(await settle.run({ places }), `Placed ${highlights(places.length)}.`);
  };
  const acceptBatch = async () => {
    const places = batch.flatMap((doubt) => placeOf(doubt, 0));
    done(await settle.run({ places }), `Placed ${highlights(places.length)}.`, false);
  };
  const leave = async () => done(await leaveCommand.run({ ids: acted.map(({ annotation }) => annotation.id) }), `Left ${highlights(acted.length)} lost; ${acted.length === 1 ? 'it keeps its' : 'they keep their'} words and notes.`);
  const remove = async () => done(await removeCommand.run({ ids: acted.map(({ annotation }) => annotation.id) }), `Deleted ${highlights(acted.length)}.`);
  const placeByHand = () => {
    if (!current) return;
    const { annotation } = current;
    beginPlacing({ annotationId: annotation.id, documentId: annotation.documentId, quote: annotation.quote });
    const place = current.candidates[index] ?? annotation;
    navigate(link.reader(annotation.documentId, { start: place.start, end: place.end }));
  };
  const step = (by: 1 | -1) => {
    const at = rows.findIndex((row) => row === current);
    const to = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    if (to) select(new Set([to.annotation.id]));
  };
  useCommandHandler('doubts.accept', () => void accept(), (current?.candidates.length ?? 0) > 0);
  useCommandHandler('doubts.place', placeByHand, current !== null && current.annotation.area === null);
  useCommandHandler('doubts.leave', () => void leave(), current !== null);
  useCommandHandler('doubts.next', () => step(1), rows.length > 1);
  useCommandHandler('doubts.previous', () => step(-1), rows.length > 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement || !/^[1-5]$/.test(event.key) || !current?.candidates[Number(event.key) - 1]) return;
    setChoice({ id: current.annotation.id, index: Number(event.key) - 1 });
    event.preventDefault();
  };

  if (query.errorSentence) return <ErrorNote onRetry={query.refetch}>{query.errorSentence}</ErrorNote>;
  return (
    <>
      <Toolbar label="Highlights to place">
        {parts}
        <ToolbarSpace />
        {rows.length > 0 && (
          <div className="review-batch">
            <Select label="At least this similar" hideLabel choices={thresholds.map((id) => ({ id, label: `${percent(Number(id))} and more` }))} value={least} onChange={setLeast} />
            <Button isDisabled={batch.length === 0 || settle.pending} onPress={() => void acceptBatch()}>
              {batch.length === 0 ? 'Accept' : `Accept ${batch.length.toLocaleString('en')}`}
            </Button>
          </div>
        )}
        <Checkbox isOn={withLeft} onChange={setWithLeft}>
          With those left lost
        </Checkbox>
      </Toolbar>
      {!query.data ? (
        <Waiting />
      ) : rows.length === 0 ? (
        <EmptyState title="Every highlight is at its place" action={<Button onPress={() => navigate(link.library())}>Go to the documents</Button>}>
          When a document is replaced by a newer file or read again, highlights whose words have changed wait here for a decision.
        </EmptyState>
      ) : (
        <div className="review" onKeyDown={onKeyDown} role="presentation">
          <Panels
            name="review"
            listWidth={380}
            listLabel="Highlights to place"
            list={<DataGrid label="Highlights to place" name="review" rows={rows} rowId={(row) => row.annotation.id} columns={columns} selected={new Set(acted.map(({ annotation }) => annotation.id))} onSelect={select} onOpen={() => void accept()} onRemove={() => void remove()} />}
          >
            {acted.length > 1 && (
              <p className="review-several" role="status">
                {highlights(acted.length)} selected; what you decide is for all of them.
              </p>
            )}
            {current && <DoubtDetail doubt={current} chosen={index} actions={{ choose: (at) => setChoice({ id: current.annotation.id, index: at }), accept: () => void accept(), placeByHand, leave: () => void leave(), remove: () => void remove() }} />}
          </Panels>
        </div>
      )}
    </>
  );
}
