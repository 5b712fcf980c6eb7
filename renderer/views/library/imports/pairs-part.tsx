// Documents that may be versions of each other, offered one by one: keep both as versions, say that they are different, remove one, or
// look at the difference. What is decided is remembered and can be undone.

import { type ReactNode, useState } from 'react';
import { type DocumentPair, type PairDecision, pairWords, similarityInPercent } from '../../../../shared/core/document-pair.ts';
import { useCommand } from '../../../backend/use-command.ts';
import { useQuery } from '../../../backend/use-query.ts';
import { useUndo } from '../../../backend/use-undo.ts';
import { Button } from '../../../components/button.tsx';
import { useCommandHandler } from '../../../components/commands.tsx';
import { type Column, DataGrid } from '../../../components/data-grid.tsx';
import { compareText, editionOf } from '../../../components/document-words.ts';
import { Link } from '../../../components/link.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../../components/notes.tsx';
import { Panels } from '../../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../../components/tabs.tsx';
import { showToast } from '../../../components/toasts.ts';
import { link, navigate } from '../../../routes.ts';
import { PairInspector } from './pair-inspector.tsx';

const columns: Column<DocumentPair>[] = [
  { id: 'document', label: 'Imported later', width: 150, isFlexible: true, cell: (pair) => pair.document.title, title: (pair) => pair.document.title, compare: (left, right) => compareText(left.document.title, right.document.title) },
  { id: 'kind', label: 'Why', width: 118, cell: (pair) => pairWords[pair.kind].name, compare: (left, right) => compareText(left.kind, right.kind) },
  { id: 'other', label: 'Already here', width: 150, isFlexible: true, cell: (pair) => pair.other.title, title: (pair) => pair.other.title, compare: (left, right) => compareText(left.other.title, right.other.title) },
  { id: 'similarity', label: 'Same words', width: 104, align: 'end', cell: (pair) => similarityInPercent(pair.similarity), compare: (left, right) => left.similarity - right.similarity },
  { id: 'edition', label: 'Edition', width: 150, cell: (pair) => editionOf(pair.document), compare: (left, right) => compareText(editionOf(left.document), editionOf(right.document)) },
];

const decided: Column<DocumentPair> = { id: 'decision', label: 'Decided', width: 100, cell: (pair) => (pair.decision === 'versions' ? '⇄ Versions' : '≠ Different'), compare: (left, right) => compareText(left.decision, right.decision) };
const decidedColumns = [decided, ...columns];

const keyOf = (pair: DocumentPair) => `${pair.document.id} ${pair.other.id}`;

export function PairsPart({ isDecided, parts }: { isDecided: boolean; parts: ReactNode }) {
  const pairs = useQuery('pairs.list', { state: isDecided ? 'decided' : 'open' }, { keepPrevious: false });
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const decide = useDecide();
  const { undo } = useUndo();
  const removeCommand = useCommand('documents.remove');

  const rows = pairs.data ?? [];
  const chosen = rows.filter((pair) => selected.has(keyOf(pair)));
  // What is decided leaves the list; the next one is then at its place.
  const next = () => {
    const at = rows.findIndex((pair) => selected.has(keyOf(pair)));
    const following = rows.slice(at + 1).find((pair) => !selected.has(keyOf(pair))) ?? rows.find((pair) => !selected.has(keyOf(pair)));
    select(new Set(following ? [keyOf(following)] : []));
  };
  const give = (decision: PairDecision) => {
    if (chosen.length === 0) return;
    void decide(chosen, decision);
    if (!isDecided) next();
  };
  const compare = (pair: DocumentPair | undefined) => pair && navigate(link.compare({ documentIds: [pair.other.id, pair.document.id] }));
  const remove = async (id: string, title: string) => {
    const outcome = await removeCommand.run({ ids: [id] });
    if (outcome.ok) showToast({ text: `Removed “${title}”.`, action: { label: 'Undo', run: () => void undo() } });
  };
  useCommandHandler('pairs.keep', () => give('versions'), chosen.length > 0);
  useCommandHandler('pairs.different', () => give('different'), chosen.length > 0);
  useCommandHandler('pairs.compare', () => compare(chosen[0]), chosen.length === 1);

  if (pairs.errorSentence) return <ErrorNote onRetry={pairs.refetch}>{pairs.errorSentence}</ErrorNote>;
  return (
    <Panels
      name="pairs"
      inspectorWidth={340}
      inspector={<PairInspector pairs={chosen} onDecide={give} onCompare={compare} onRemove={(id, title) => void remove(id, title)} />}
      inspectorLabel="Selected pair"
    >
      <Toolbar label="Possible versions">
        {parts}
        <ToolbarSpace />
        <Link to={link.pairs(!isDecided)} className="pairs-switch">
          {isDecided ? 'Undecided' : 'Decided'}
        </Link>
      </Toolbar>
      {!pairs.data ? (
        <Waiting />
      ) : rows.length === 0 ? (
        <EmptyState title={isDecided ? 'Nothing was decided yet' : 'No document looks like a version of another'} action={<Button onPress={() => navigate(link.library())}>Go to the documents</Button>}>
          {isDecided ? 'Pairs you keep as versions or tell apart stand here.' : 'Revised editions, and the same text in another form, are offered here after an import.'}
        </EmptyState>
      ) : (
        <DataGrid label="Possible versions" name={isDecided ? 'pairs-decided' : 'pairs'} rows={rows} rowId={keyOf} columns={isDecided ? decidedColumns : columns} selected={selected} onSelect={select} onOpen={compare} />
      )}
    </Panels>
  );
}

function useDecide(): (pairs: readonly DocumentPair[], decision: PairDecision) => Promise<void> {
  const command = useCommand('pairs.decide');
  const { undo } = useUndo();
  return async (pairs, decision) => {
    const outcome = await command.run({ pairs: pairs.map((pair) => ({ documentId: pair.document.id, otherId: pair.other.id })), decision });
    if (!outcome.ok) return;
    const what = pairs.length === 1 ? 'Both documents' : `The documents of ${pairs.length.toLocaleString('en')} pairs`;
    showToast({ text: decision === 'versions' ? `${what} are kept as versions.` : `${what} are kept apart and not offered again.`, action: { label: 'Undo', run: () => void undo() } });
  };
}
