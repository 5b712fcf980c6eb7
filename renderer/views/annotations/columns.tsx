// The columns of the grid of highlights. A row is an id; its cells show what has come of it.

import { NotebookPen } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ListRow } from '../../../shared/core/annotation-list.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { classes } from '../../components/button.tsx';
import type { Column } from '../../components/data-grid.tsx';
import { documentDate } from '../../components/dates.ts';
import { unknown } from '../../components/document-words.ts';
import { Link } from '../../components/link.tsx';
import { TagSwatch } from '../../components/marks.tsx';
import { AnchorMark } from '../../components/versions/anchor-note.tsx';
import { colourOf } from '../reader/highlight-words.ts';
import { addressOfRow } from './row-words.ts';
import { useListRow } from './use-list-rows.ts';

export function listColumns(tags: ReadonlyMap<string, TagWithCount>, countryName: (iso3: string) => string): Column<string>[] {
  const column = (id: string, label: string, width: number, cell: (row: ListRow) => ReactNode, more: Partial<Column<string>> = {}): Column<string> => ({ id, label, width, cell: (annotationId) => <Cell id={annotationId} cell={cell} />, ...more });
  return [
    column('passage', 'Passage', 260, (row) => <PassageCell row={row} tags={tags} />, { isFlexible: true }),
    column('tag', 'Tags', 148, (row) => <RowTags row={row} tags={tags} />, { sorts: true }),
    column('country', 'Country', 96, (row) => (row.country === null ? unknown : countryName(row.country)), { sorts: true }),
    column('year', 'Year', 52, (row) => row.year ?? unknown, { align: 'end' }),
    column('page', 'Page', 48, (row) => row.page !== null && <PlaceLink row={row}>{row.page.toLocaleString('en')}</PlaceLink>, { align: 'end' }),
    column('document', 'Document', 100, (row) => <PlaceLink row={row}>{row.documentTitle}</PlaceLink>, { sorts: true }),
    column('note', 'Note', 96, (row) => row.note !== '' && <NoteCell row={row} />),
    column('author', 'Author', 80, (row) => (row.author === '' ? unknown : <bdi title={row.author}>{row.author}</bdi>)),
    column('changed', 'Changed', 92, (row) => documentDate(row.updatedAt), { sorts: true }),
    column('made', 'Made', 92, (row) => documentDate(row.createdAt), { sorts: true }),
  ];
}

function Cell({ id, cell }: { id: string; cell: (row: ListRow) => ReactNode }) {
  const row = useListRow(id);
  return row ? cell(row) : null;
}

function PassageCell({ row, tags }: { row: ListRow; tags: ReadonlyMap<string, TagWithCount> }) {
  return (
    <span className={classes('annotations-passage', `colour-${colourOf(row, tags)}`)}>
      <AnchorMark state={row.anchorState} /> {row.area && <span className="faint">Area of page {row.area.page}: </span>}
      <bdi title={row.quote}>{row.quote}</bdi>
    </span>
  );
}

function NoteCell({ row }: { row: ListRow }) {
  return (
    <span title={row.note}>
      <NotebookPen size={12} className="annotations-sign" aria-hidden /> <bdi>{row.note}</bdi>
    </span>
  );
}

/** Cut off where there is no room; the pointer tells them all. */
export function RowTags({ row, tags }: { row: ListRow; tags: ReadonlyMap<string, TagWithCount> }) {
  const own = row.tagIds.flatMap((id) => tags.get(id) ?? []);
  return (
    <span className="annotations-tags" title={own.map(({ name }) => name).join(', ')}>
      {own.map((tag) => (
        <span key={tag.id} className="annotations-tag">
          <TagSwatch colour={tag.colour} />
          <bdi>{tag.name}</bdi>
        </span>
      ))}
    </span>
  );
}

/** One press leads to the passage. The grid is one stop of the Tab key, and Enter does the same. */
export function PlaceLink({ row, children }: { row: ListRow; children: ReactNode }) {
  return (
    <Link to={addressOfRow(row)} className="annotations-place" tabIndex={-1} title={`Read it in ${row.documentTitle}`}>
      {children}
    </Link>
  );
}
