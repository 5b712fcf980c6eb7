// Gives damaged capitals back. Some fonts map bold capitals to small letters ("table 1. Statistics on children's Work"); where the
// series' own wording is known, the case is set right in place, so that no offset moves.

import type { Block, ParsedDocument } from '../../../core/document.ts';
import type { FoundHeading } from './report-sections.ts';
import type { ReportHead } from './report-head.ts';
import { tableTitles, type ReportTable } from './report-tables.ts';
import { fold, recase } from './wording.ts';

type Repair = { start: number; end: number; text: string };

/** The capitals of a text that is printed in capitals. Unchanged when that would move offsets. */
function capitals(text: string): string {
  const upper = text.toUpperCase();
  return upper.length === text.length ? upper : text;
}

function captionRepair(document: ParsedDocument, table: ReportTable): Repair[] {
  const { caption } = table;
  if (caption === null) return [];
  const printed = document.text.slice(caption.start, caption.end);
  const match = /^(\s*table\s+\d+[a-z]?\s*[.:]?\s*)(.*?)((?:\s*[([]\s*cont[^)\]]*[)\]])?[*†‡§]*\s*)$/isu.exec(printed);
  if (match === null) return [];
  const [, label = '', title = '', tail = ''] = match;
  const text = label.replace(/^(\s*)t/u, '$1T') + recase(title, table.title) + tail;
  return text.length === printed.length ? [{ start: caption.start, end: caption.end, text }] : [];
}

function headerRepairs(table: ReportTable): Repair[] {
  const known = tableTitles.find((entry) => entry.role === table.role)?.columns ?? [];
  return table.header.flatMap((row) =>
    row.cells.flatMap((cell) => {
      if (cell === null) return [];
      const name = known.find((column) => fold(column) === fold(cell.text));
      return name === undefined ? [] : [{ start: cell.start, end: cell.end, text: recase(cell.text, name) }];
    }),
  );
}

function blockRepair(document: ParsedDocument, block: Block | null, change: (text: string) => string): Repair[] {
  if (block === null) return [];
  const printed = document.text.slice(block.start, block.end);
  const text = change(printed);
  return text.length === printed.length ? [{ start: block.start, end: block.end, text }] : [];
}

/** The document with headings, captions, column heads, title and level in their proper case. */
export function repairCase(document: ParsedDocument, headings: readonly FoundHeading[], tables: readonly ReportTable[], head: ReportHead): ParsedDocument {
  const repairs: Repair[] = [
    ...blockRepair(document, head.levelBlock, capitals),
    // "Cote d'lvoire" is printed with a small L in place of the capital I.
    ...blockRepair(document, head.titleBlock, (text) => text.replace(/([’'])l(?=voire\b)/u, '$1I')),
    ...headings.flatMap((heading) => blockRepair(document, heading.block, (text) => (heading.level === 1 ? capitals(text) : heading.role === null ? text : recase(text, heading.title)))),
    ...tables.flatMap((table) => captionRepair(document, table)),
    ...tables.flatMap(headerRepairs),
  ].filter((repair) => document.text.slice(repair.start, repair.end) !== repair.text);
  if (repairs.length === 0) return document;
  let text = '';
  let from = 0;
  for (const repair of repairs.sort((a, b) => a.start - b.start)) {
    if (repair.start < from) continue;
    text += document.text.slice(from, repair.start) + repair.text;
    from = repair.end;
  }
  return { ...document, text: text + document.text.slice(from) };
}
