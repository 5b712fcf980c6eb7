// Tags against tags, years or countries: how many passages, and which. A cell opens its passages at the side.

import { useMemo, useState } from 'react';
import type { Closeness } from '../../../shared/core/codebook.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import type { Input } from '../../../shared/rpc/contract.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { isBoolean, isOneOf, useSetting } from '../../backend/use-setting.ts';
import { ExportMenu } from '../../components/export-menu.tsx';
import { Checkbox, SearchField, Select } from '../../components/fields.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../components/notes.tsx';
import { PanelHead, Panels } from '../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../components/tabs.tsx';
import { PassageList } from './passage-list.tsx';
import { type Cell, TagMatrixGrid } from './tag-matrix.tsx';
import { tagsWord } from './words.ts';

type Across = 'tags' | 'years' | 'countries';

const closenessNames: Record<Closeness, string> = { same: 'On the same passage', overlap: 'Overlapping', paragraph: 'In the same paragraph' };
const closenesses: Closeness[] = ['same', 'overlap', 'paragraph'];
const titles: Record<Across, string> = { tags: 'Tags together', years: 'Tags by year', countries: 'Tags by country' };
const isCloseness = isOneOf(closenesses);

export function MatrixPart({ across, tags }: { across: Across; tags: readonly TagWithCount[] }) {
  const [closeness, setCloseness] = useSetting<Closeness>('codebook.closeness', 'overlap', isCloseness);
  const [withBelow, setWithBelow] = useSetting('codebook.withBelow', true, isBoolean);
  const [text, setText] = useState('');
  const [cell, setCell] = useState<Cell | null>(null);
  const input: Input<'codebook.matrix'> = across === 'tags' ? { across, closeness } : { across, withBelow };
  const query = useQuery('codebook.matrix', input);
  const save = useCommand('codebook.exportMatrix');
  const shown = useMemo(() => {
    const wanted = text.trim().toLocaleLowerCase();
    const matrix = query.data;
    if (!matrix || wanted === '') return matrix;
    const rows = matrix.rows.filter((row) => row.path.toLocaleLowerCase().includes(wanted));
    return { ...matrix, rows };
  }, [query.data, text]);

  if (query.errorSentence) return <ErrorNote onRetry={query.refetch}>{query.errorSentence}</ErrorNote>;
  if (!query.data || !shown) return <Waiting />;
  const nameOf = (id: string) => tags.find((tag) => tag.id === id)?.name ?? '';
  const columnName = cell && query.data.columns.find(({ id }) => id === cell.column)?.name;
  return (
    <Panels
      name="codebook-matrix"
      inspectorLabel="Passages"
      inspector={
        cell && columnName !== undefined ? (
          <>
            <PanelHead title={<bdi>{[nameOf(cell.row), across === 'tags' ? nameOf(cell.column) : columnName].join(across === 'tags' ? ' + ' : ', ')}</bdi>} />
            <PassageList input={placeOf(across, cell, closeness, withBelow)} />
          </>
        ) : null
      }
    >
      <Toolbar label={titles[across]}>
        <h2 className="truncate">{titles[across]}</h2>
        <ToolbarSpace />
        <SearchField label="Filter tags" className="codebook-find" value={text} onChange={setText} />
        {across === 'tags' ? (
          <Select label="Together" hideLabel className="codebook-closeness" choices={closenesses.map((id) => ({ id, label: closenessNames[id] }))} value={closeness} onChange={setCloseness} />
        ) : (
          <Checkbox isOn={withBelow} onChange={setWithBelow}>
            With the tags below
          </Checkbox>
        )}
        <ExportMenu label="Export the matrix" kind="plain" entries={[{ id: 'csv', label: 'CSV', make: () => save.run(input) }]} />
      </Toolbar>
      {query.data.leftOut > 0 && <p className="faint codebook-basis">The {tagsWord(query.data.rows.length)} that stand together most often; {query.data.leftOut.toLocaleString('en')} others are in the exported file.</p>}
      {query.data.rows.length === 0 ? (
        <EmptyState title={across === 'tags' ? 'No two tags stand together' : 'No passage is tagged yet'}>
          {across === 'tags' && closeness !== 'paragraph' ? 'Count those in the same paragraph instead, or go on tagging.' : 'Select a passage in the reader and type the name of a tag.'}
        </EmptyState>
      ) : shown.rows.length === 0 ? (
        <EmptyState title="No tag fits this filter">Only tags with passages are in the matrix.</EmptyState>
      ) : (
        <TagMatrixGrid label={titles[across]} matrix={shown} isSquare={across === 'tags'} chosen={cell} onChoose={setCell} />
      )}
    </Panels>
  );
}

function placeOf(across: Across, { row, column }: Cell, closeness: Closeness, withBelow: boolean): Input<'tags.passages'> {
  if (across === 'tags') return { tagId: row, withBelow: false, together: { tagId: column, closeness } };
  if (across === 'years') return { tagId: row, withBelow, year: column === '' ? null : Number(column) };
  return { tagId: row, withBelow, country: column === '' ? null : column };
}
