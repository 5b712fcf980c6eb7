// Tables of documents of no known kind, from their rows: title from the caption, columns from the header row.

import type { Block, ParsedDocument } from '../../../core/document.ts';
import type { Table } from '../../../core/recognition.ts';

const numbered = /^(?:table|tableau|tabla|tabela|tabelle|таблица)\s+([\dIVX]+(?:\.\d+)*)\s*[.:–-]?\s*/i;

export function tablesOf(document: ParsedDocument): Table[] {
  const tables: Table[] = [];
  const { blocks } = document;
  for (let i = 0; i < blocks.length; i++) {
    const first = blocks[i] as Block;
    if (first.kind !== 'table-row') continue;
    let end = i + 1;
    while (blocks[end]?.kind === 'table-row' && blocks[end]?.table === first.table) end++;
    tables.push(tableOf(document, blocks.slice(i, end), blocks[i - 1]));
    i = end - 1;
  }
  return tables;
}

function tableOf({ text }: ParsedDocument, rows: Block[], before: Block | undefined): Table {
  const first = rows[0] as Block;
  const last = rows.at(-1) as Block;
  const caption = before?.kind === 'caption' ? text.slice(before.start, before.end) : '';
  const hasHeader = first.cells.length > 0 && first.cells.every(({ header }) => header);
  const read = (row: Block): string[] => row.cells.map((cell) => text.slice(cell.start, cell.end).replace(/\s+/g, ' ').trim());
  return {
    title: caption.replace(numbered, '').trim(),
    number: numbered.exec(caption)?.[1] ?? null,
    columns: hasHeader ? read(first) : [],
    rows: (hasHeader ? rows.slice(1) : rows).map(read),
    page: first.page,
    start: before?.kind === 'caption' ? before.start : first.start,
    end: last.end,
  };
}
