// The columns of the library's grid.

import type { ReactNode } from 'react';
import type { DocumentSummary } from '../../../shared/core/library.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import type { Column } from '../../components/data-grid.tsx';
import { dateAndTime, documentDate } from '../../components/dates.ts';
import { compareNumber, compareText, kindNames, unknown } from '../../components/document-words.ts';
import { TagSwatch } from '../../components/marks.tsx';

/** Swatches shown in a cell; the inspector names them all. */
const shownTags = 6;

export function documentColumns(tags: readonly TagWithCount[]): Column<DocumentSummary>[] {
  const tagById = new Map(tags.map((tag) => [tag.id, tag]));
  const namesOf = (document: DocumentSummary) => document.tagIds.map((id) => tagById.get(id)?.name ?? '').filter(Boolean);
  return [
    {
      id: 'title',
      label: 'Title',
      width: 240,
      isFlexible: true,
      cell: (document) => document.title,
      title: (document) => document.title,
      compare: (left, right) => compareText(left.title, right.title),
    },
    {
      id: 'country',
      label: 'Country',
      width: 120,
      cell: (document) => known(document.countryName ?? document.country),
      title: (document) => document.countryName ?? unknown,
      compare: byEdition,
      isUnknown: (document) => document.countryName === null,
    },
    {
      id: 'year',
      label: 'Year',
      width: 82,
      align: 'end',
      cell: (document) => known(document.year),
      compare: (left, right) => compareNumber(left.year, right.year) || compareText(left.countryName, right.countryName),
      isUnknown: (document) => document.year === null,
    },
    { id: 'kind', label: 'Kind', width: 122, cell: (document) => kindNames[document.kind], compare: (left, right) => compareText(kindNames[left.kind], kindNames[right.kind]) },
    {
      id: 'pages',
      label: 'Pages',
      width: 64,
      align: 'end',
      // Some formats have none, which is not the same as none known.
      cell: (document) => (document.pages === 0 ? <span className="faint">none</span> : document.pages.toLocaleString('en')),
      compare: (left, right) => left.pages - right.pages,
    },
    { id: 'annotations', label: 'Passages', width: 82, align: 'end', cell: (document) => document.annotations.toLocaleString('en'), compare: (left, right) => left.annotations - right.annotations },
    {
      id: 'tags',
      label: 'Tags',
      width: 86,
      title: (document) => namesOf(document).join(', '),
      cell: (document) => (
        <span className="library-tags">
          {document.tagIds.slice(0, shownTags).map((id) => {
            const tag = tagById.get(id);
            return tag && <TagSwatch key={id} colour={tag.colour} />;
          })}
          {document.tagIds.length > 0 && <span className="faint">{document.tagIds.length}</span>}
          <span className="visually-hidden">{namesOf(document).join(', ')}</span>
        </span>
      ),
      compare: (left, right) => left.tagIds.length - right.tagIds.length,
    },
    {
      id: 'issuer',
      label: 'Issuer',
      width: 150,
      cell: (document) => known(document.issuer),
      title: (document) => document.issuer ?? unknown,
      compare: (left, right) => compareText(left.issuer, right.issuer),
      isUnknown: (document) => document.issuer === null,
    },
    {
      id: 'date',
      label: 'Date',
      width: 96,
      cell: (document) => known(document.date === null ? null : documentDate(document.date)),
      compare: (left, right) => compareText(left.date, right.date),
      isUnknown: (document) => document.date === null,
    },
    { id: 'imported', label: 'Imported', width: 146, cell: (document) => dateAndTime(document.importedAt), compare: (left, right) => compareText(left.importedAt, right.importedAt) },
  ];
}

/** Editions of a country stand together, in the order of their years. */
function byEdition(left: DocumentSummary, right: DocumentSummary): number {
  return compareText(left.countryName, right.countryName) || compareNumber(left.year, right.year) || compareText(left.title, right.title);
}

function known(value: string | number | null): ReactNode {
  return value === null || value === '' ? <span className="faint">{unknown}</span> : value;
}
