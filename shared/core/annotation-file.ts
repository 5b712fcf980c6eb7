// Annotations as they leave the program: each with its source, its locator, the names of its tags and the claims it serves, and
// the tables they make. How a format is written is the exporters'.

import type { ListedAnnotation, TagColour } from './annotation.ts';
import { type DocumentShape, placeOf } from './brief/place.ts';
import { type CitableSource, formatLocator } from './citation.ts';
import type { DataCell, DataTable } from './data-table.ts';

/** Offsets in code points of the text, as other programs count them; end excluded. */
export type PointRange = { start: number; end: number };

/** The document of an annotation, as far as a file names it. */
export type FiledDocument = CitableSource & {
  id: string;
  /** The whole source as one line. */
  citation: string;
  language: string | null;
  /** SHA-256 of the original's bytes, hexadecimal. */
  contentId: string;
  format: string;
  importedAt: string;
};

export type FiledAnnotation = Pick<ListedAnnotation, 'id' | 'quote' | 'prefix' | 'suffix' | 'area' | 'note' | 'author' | 'createdAt' | 'updatedAt' | 'anchorState' | 'section' | 'page'> & {
  document: FiledDocument;
  /** Its own, else that of its first tag. */
  colour: TagColour;
  tags: { id: string; name: string; /** With the names above it. */ path: string }[];
  findings: { id: string; claim: string }[];
  /** As of `locatorOf`. */
  locator: string;
  /** Null where the words are lost. */
  points: PointRange | null;
  /** Its part of the page it begins on. */
  pagePoints: PointRange | null;
};

/** "p. 4", "para. 2"; '' where nothing is known, or where the words are lost. An area is named by its page. */
export function locatorOf(shape: DocumentShape, { area, anchorState, start, end }: Pick<ListedAnnotation, 'area' | 'anchorState' | 'start' | 'end'>): string {
  if (anchorState === 'lost') return '';
  if (area) return `p. ${shape.pages.find(({ number }) => number === area.page)?.label ?? area.page}`;
  return formatLocator(placeOf(shape, { start, end }));
}

const anchorWords: Record<ListedAnnotation['anchorState'], string> = { exact: 'exact', moved: 'moved', doubtful: 'to review', lost: 'lost' };

const column = (name: string) => ({ name });
const wide = (name: string) => ({ name, wide: true });

const sourceColumns = [column('Country'), column('Year'), wide('Document'), column('Kind'), column('Identifier'), column('Date'), column('Issuer'), column('Classification')];
const sourceCells = ({ document }: FiledAnnotation): DataCell[] => [document.countryName, document.year, document.title, document.kind, document.identifier, document.date, document.issuer, document.classification];

/** A row an annotation, in the order of the list. */
export function annotationsTable(annotations: readonly FiledAnnotation[]): DataTable {
  return {
    name: 'Highlights',
    columns: [
      wide('Passage'), wide('Note'), wide('Tags'), ...sourceColumns, wide('Section'), column('Page'), column('Locator'), wide('Source'),
      column('Colour'), column('Author'), column('Made'), column('Changed'), column('Place'), wide('Findings'), column('Start'), column('End'), column('Id'),
    ],
    rows: annotations.map((each) => [
      each.quote, each.note, each.tags.map(({ path }) => path).join('; '), ...sourceCells(each), each.section, each.page, each.locator, each.document.citation,
      each.colour, each.author, each.createdAt, each.updatedAt, anchorWords[each.anchorState], each.findings.map(({ claim }) => claim).join('; '), each.points?.start ?? null, each.points?.end ?? null, each.id,
    ]),
  };
}

/** A row a tag on an annotation: what statistics programs count. */
export function codingsTable(annotations: readonly FiledAnnotation[]): DataTable {
  return {
    name: 'Codings',
    columns: [column('Tag'), wide('Tag with those above'), wide('Passage'), ...sourceColumns, column('Page'), column('Locator'), column('Author'), column('Made'), column('Characters'), column('Id')],
    rows: annotations.flatMap((each) =>
      each.tags.map(({ name, path }): DataCell[] => [name, path, each.quote, ...sourceCells(each), each.page, each.locator, each.author, each.createdAt, each.points ? each.points.end - each.points.start : null, each.id]),
    ),
  };
}

/** A workbook of more cells would be too large to open. */
const mostMatrixCells = 2_000_000;

/** A row an annotation, a column a tag: 1 where it has the tag, else 0. Null when it would be too large. */
export function tagMatrixTable(annotations: readonly FiledAnnotation[]): DataTable | null {
  const paths = [...new Set(annotations.flatMap(({ tags }) => tags.map(({ path }) => path)))].toSorted((one, other) => one.localeCompare(other, 'en'));
  if (paths.length * annotations.length > mostMatrixCells) return null;
  return {
    name: 'Tags',
    columns: [column('Id'), wide('Document'), column('Year'), column('Page'), ...paths.map(column)],
    rows: annotations.map(({ id, document, page, tags }): DataCell[] => {
      const own = new Set(tags.map(({ path }) => path));
      return [id, document.title, document.year, page, ...paths.map((path) => (own.has(path) ? 1 : 0))];
    }),
  };
}
