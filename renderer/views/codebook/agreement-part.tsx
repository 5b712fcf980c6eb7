// How far two analysts agree, tag by tag, and their differences one by one, to be settled.

import { Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { AnalystAgreement } from '../../../shared/core/codebook.ts';
import { type TagWithCount, tagPaths } from '../../../shared/core/tag.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { type Column, DataGrid } from '../../components/data-grid.tsx';
import { ExportMenu } from '../../components/export-menu.tsx';
import { Select } from '../../components/fields.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../components/notes.tsx';
import { PanelHead, Panels } from '../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../components/tabs.tsx';
import { DisputeList } from './dispute-list.tsx';
import { analystName } from './words.ts';

type Row = AnalystAgreement['tags'][number] & { path: string };

export function AgreementPart({ tags }: { tags: readonly TagWithCount[] }) {
  const analysts = useQuery('agreement.analysts', {});
  const [chosen, setChosen] = useState<{ first: string; second: string } | null>(null);
  if (analysts.errorSentence) return <ErrorNote onRetry={analysts.refetch}>{analysts.errorSentence}</ErrorNote>;
  if (!analysts.data) return <Waiting />;
  const authors = analysts.data.map(({ author }) => author);
  const first = chosen && authors.includes(chosen.first) ? chosen.first : authors[0];
  const second = chosen && authors.includes(chosen.second) && chosen.second !== first ? chosen.second : authors.find((author) => author !== first);
  if (first === undefined || second === undefined) {
    return (
      <EmptyState title={first === undefined ? 'Nobody has tagged a passage yet' : `Only ${first === '' ? 'one analyst' : first} has tagged passages`} icon={Users}>
        Agreement is reckoned between two analysts who tagged the same documents. A passage belongs to whoever’s name is in the settings when it is made.
      </EmptyState>
    );
  }
  return <TwoAnalysts key={`${first}\n${second}`} tags={tags} first={first} second={second} authors={authors} onChoose={(one, other) => setChosen({ first: one, second: other })} />;
}

type TwoAnalystsProps = { tags: readonly TagWithCount[]; first: string; second: string; authors: readonly string[]; onChoose: (first: string, second: string) => void };

function TwoAnalysts({ tags, first, second, authors, onChoose }: TwoAnalystsProps) {
  const agreement = useQuery('agreement.ofTwo', { first, second });
  const save = useCommand('agreement.export');
  const [tagId, setTagId] = useState<string | null>(null);
  const rows = useMemo(() => {
    const paths = tagPaths(tags);
    return (agreement.data?.tags ?? []).map((each): Row => ({ ...each, path: paths.get(each.tagId) ?? '' }));
  }, [agreement.data, tags]);
  const columns = useMemo(() => columnsOf(analystName(first), analystName(second)), [first, second]);
  if (agreement.errorSentence) return <ErrorNote onRetry={agreement.refetch}>{agreement.errorSentence}</ErrorNote>;
  if (!agreement.data) return <Waiting />;
  const { documents, characters, leftOut } = agreement.data;
  const row = rows.find((each) => each.tagId === tagId);
  const choices = authors.map((author) => ({ id: author === '' ? noName : author, label: analystName(author) }));
  const select = (label: string, value: string, onChange: (author: string) => void) => (
    <Select label={label} hideLabel className="codebook-analyst" choices={choices} value={value === '' ? noName : value} onChange={(id) => onChange(id === noName ? '' : id)} />
  );
  return (
    <Panels
      name="codebook-agreement"
      inspectorLabel="Differences"
      inspectorWidth={380}
      inspector={
        row ? (
          <>
            <PanelHead title={<bdi>{row.path.split(' › ').at(-1)}</bdi>} />
            <DisputeList key={row.tagId} tagId={row.tagId} first={first} second={second} />
          </>
        ) : null
      }
    >
      <Toolbar label="Agreement">
        <h2 className="truncate">Agreement</h2>
        {select('First analyst', first, (author) => onChoose(author, author === second ? first : second))}
        <span className="faint">and</span>
        {select('Second analyst', second, (author) => onChoose(author === first ? second : first, author))}
        <ToolbarSpace />
        <ExportMenu label="Export the figures" kind="plain" entries={[{ id: 'csv', label: 'CSV', make: () => save.run({ first, second }) }]} />
      </Toolbar>
      <p className="faint codebook-basis">
        {documents === 0
          ? 'No document has been coded by both.'
          : `Over ${characters.toLocaleString('en')} characters of the ${documents === 1 ? 'document' : `${documents.toLocaleString('en')} documents`} both have coded. A settled difference counts as agreed; keep the figures of before by exporting them first.`}
        {leftOut > 0 && ` ${leftOut === 1 ? '1 document' : `${leftOut.toLocaleString('en')} documents`} coded by one of them only ${leftOut === 1 ? 'is' : 'are'} left out.`}
      </p>
      <DataGrid
        label="Agreement by tag"
        name="agreement"
        rows={rows}
        rowId={(each) => each.tagId}
        columns={columns}
        selected={new Set(tagId === null ? [] : [tagId])}
        onSelect={(ids) => setTagId([...ids][0] ?? null)}
        typeAhead={(each) => each.path}
        emptyState={<EmptyState title="Nothing to compare">They have not tagged passages of the same document.</EmptyState>}
      />
    </Panels>
  );
}

/** A select knows no empty choice. */
const noName = ' ';

function columnsOf(first: string, second: string): Column<Row>[] {
  const figure = (value: number | null) => (value === null ? <span className="faint" title="It cannot be reckoned: nothing varies.">none</span> : value.toFixed(3));
  const number = (value: number) => value.toLocaleString('en');
  const compared = (of: (row: Row) => number | null) => ({ compare: (left: Row, right: Row) => (of(left) ?? 0) - (of(right) ?? 0), isUnknown: (row: Row) => of(row) === null });
  return [
    { id: 'tag', label: 'Tag', width: 200, isFlexible: true, cell: (row) => <bdi>{row.path}</bdi>, title: (row) => row.path, compare: (left, right) => left.path.localeCompare(right.path) },
    { id: 'percent', label: 'Agreement', width: 92, align: 'end', cell: ({ agreement: { percent } }) => (percent === null ? figure(null) : `${(percent * 100).toFixed(1)} %`), ...compared((row) => row.agreement.percent) },
    { id: 'kappa', label: 'Kappa', width: 72, align: 'end', cell: (row) => figure(row.agreement.kappa), ...compared((row) => row.agreement.kappa) },
    { id: 'alpha', label: 'Alpha', width: 72, align: 'end', cell: (row) => figure(row.agreement.alpha), ...compared((row) => row.agreement.alpha) },
    { id: 'disputes', label: 'Differences', width: 96, align: 'end', cell: (row) => number(row.disputes), ...compared((row) => row.disputes) },
    { id: 'both', label: 'Both', width: 72, align: 'end', cell: (row) => number(row.agreement.both), ...compared((row) => row.agreement.both) },
    { id: 'first', label: `Only ${first}`, width: 104, align: 'end', cell: (row) => number(row.agreement.onlyFirst), ...compared((row) => row.agreement.onlyFirst) },
    { id: 'second', label: `Only ${second}`, width: 104, align: 'end', cell: (row) => number(row.agreement.onlySecond), ...compared((row) => row.agreement.onlySecond) },
  ];
}
