// Builds an edition's canonical text from plain lines, so that a test reads like the report it speaks of.

import { emptyBlock, type Block, type BlockKind, type TextRange } from '../../shared/core/document.ts';
import type { EditionText } from '../../shared/core/alignment.ts';
import type { Section } from '../../shared/core/recognition.ts';

const roles: Record<string, string> = { I: 'prevalence', II: 'legal', III: 'enforcement', VII: 'suggested-actions' };

/**
 * One block a line: "# III. Title" a section, "References" the references, "- " a list item, "Table 1. " a caption, cells
 * parted by " | " a table row, anything else a paragraph.
 */
export function editionOf(lines: string, key = 'edition'): EditionText {
  const blocks: Block[] = [];
  const sections: Section[] = [];
  let text = '';
  let table = -1;
  const add = (kind: BlockKind, printed: string, extra: Partial<Block> = {}) => {
    if (text !== '') text += '\n';
    const start = text.length;
    text += printed;
    blocks.push({ ...emptyBlock, cells: [], runs: [], kind, start, end: text.length, ...extra });
    return start;
  };
  for (const line of lines.split('\n').map((raw) => raw.trim()).filter((raw) => raw !== '')) {
    const heading = /^# (?:([IVX]+|\d+)\. )?(.*)$/.exec(line);
    if (heading) {
      const title = line.slice(2);
      const number = heading[1] ?? null;
      const start = add('heading', title, { level: 1 });
      sections.push({ start, end: 0, number, title, level: 1, page: null, role: title === 'References' ? 'references' : (roles[number ?? ''] ?? null) });
    } else if (line.startsWith('Table ')) {
      table++;
      add('caption', line, { table });
    } else if (line.startsWith('- ')) add('list-item', line.slice(2), { level: 1 });
    else if (line.includes(' | ')) addRow(line.split('|').map((cell) => cell.trim()));
    else add('paragraph', line);
  }
  sections.forEach((section, index) => {
    section.end = sections[index + 1]?.start ?? text.length;
  });
  return { key, text, blocks, sections };

  function addRow(cells: string[]): void {
    const start = add('table-row', cells.join('\t'), { table: Math.max(table, 0) });
    const block = blocks.at(-1);
    let at = start;
    for (const cell of cells) {
      block?.cells.push({ start: at, end: at + cell.length, header: false, colSpan: 1, rowSpan: 1 });
      at += cell.length + 1;
    }
  }
}

export function textOf(edition: EditionText, ranges: readonly TextRange[]): string {
  return ranges.map(({ start, end }) => edition.text.slice(start, end)).join(' ¦ ');
}
