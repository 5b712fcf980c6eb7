// Writes the text of a block as Word paragraphs, lists and tables.

import { AlignmentType, BorderStyle, ExternalHyperlink, HeadingLevel, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType, type IParagraphOptions, type ParagraphChild } from 'docx';
import type { ColumnAlignment, Inline, Prose, ProseBlock } from '../prose/tree.ts';
import { isRightToLeft } from '../prose/characters.ts';
import { bold, citationRuns, italic, textRuns, type RunStyle } from './runs.ts';
import { hairline, inkLine, noLine, textWidth } from './styles.ts';
import { deepestListLevel, type ChangeMark, type DocxWriting } from './writing.ts';

export type WordBlock = Paragraph | Table;

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6] as const;

/** `level` counts from 1. */
export function headingParagraph(level: number, children: ParagraphChild[], text: string): Paragraph {
  return new Paragraph({ heading: headings[level - 1] ?? HeadingLevel.HEADING_6, children, ...direction(text) });
}

/** Sets a paragraph from right to left when its first letter is; alignment "start" follows by itself. */
export function direction(text: string): Pick<IParagraphOptions, 'bidirectional'> {
  return isRightToLeft(text) ? { bidirectional: true } : {};
}

/** A quotation in its own direction, its line on the side where it begins. */
export function quoteStyle(text: string): Pick<IParagraphOptions, 'style' | 'bidirectional' | 'border'> {
  return { style: 'Quote', ...direction(text), ...(isRightToLeft(text) ? { border: { left: noLine, right: { ...hairline, size: 12, space: 10 } } } : {}) };
}

export function proseBlocks(prose: Prose, writing: DocxWriting): WordBlock[] {
  return prose.blocks.flatMap((block) => wordBlocks(block, {}, writing));
}

function wordBlocks(block: ProseBlock, within: IParagraphOptions, writing: DocxWriting): WordBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ ...within, ...direction(plainText(block.children)), children: paragraphRuns(block.children) })];
    case 'heading':
      return [headingParagraph(block.level, paragraphRuns(block.children), plainText(block.children))];
    case 'quote':
      return block.children.flatMap((child) => wordBlocks(child, { ...within, style: 'Quote' }, writing));
    case 'list':
      return listBlocks(block, 0, within, writing);
    case 'code':
      return [new Paragraph({ ...within, style: 'Code', children: textRuns(block.text) })];
    case 'table':
      // Word joins two tables that touch, and sets a table close to the paragraph before it.
      return [gap(), proseTable(block.rows, block.align), gap()];
    case 'rule':
      return [new Paragraph({ border: { bottom: { ...hairline, space: 1 } }, children: [] })];
  }
}

function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 120, lineRule: LineRuleType.EXACT }, children: [] });
}

function listBlocks(list: Extract<ProseBlock, { kind: 'list' }>, level: number, within: IParagraphOptions, writing: DocxWriting): WordBlock[] {
  const reference = writing.list(list.start);
  return list.items.flatMap((item) => {
    const box: ParagraphChild[] = item.checked === null ? [] : [new TextRun(item.checked ? '☑ ' : '☐ ')];
    const [first, ...rest] = item.children;
    const opens = first?.kind === 'paragraph';
    const words = opens ? first.children : [];
    const opening = new Paragraph({ ...within, ...(within.style ? {} : { style: 'ListParagraph' }), numbering: { reference, level }, ...direction(plainText(words)), children: [...box, ...paragraphRuns(words)] });
    const below = (opens ? rest : item.children).flatMap((child) =>
      child.kind === 'list' ? listBlocks(child, Math.min(level + 1, deepestListLevel), within, writing) : wordBlocks(child, { ...within, indent: { start: 397 * (level + 1) } }, writing),
    );
    return [opening, ...below];
  });
}

function proseTable(rows: Inline[][][], align: readonly ColumnAlignment[]): Table {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const width = Math.floor(textWidth / columns);
  return wordTable(
    Array.from({ length: columns }, () => width),
    rows.map((row, index) =>
      Array.from({ length: columns }, (_, column) => {
        const inlines = row[column] ?? [];
        return [new Paragraph({ style: 'TableText', ...alignment(align[column] ?? null), ...direction(plainText(inlines)), children: paragraphRuns(inlines, index === 0 ? bold : {}) })];
      }),
    ),
  );
}

/** A table whose first row is its header, repeated on each page. Widths in twentieths of a point. */
export function wordTable(widths: readonly number[], rows: readonly Paragraph[][][]): Table {
  return tableOf(
    widths,
    rows.map((cells, index) => tableRow(widths, cells, { header: index === 0 })),
  );
}

type RowOptions = { header?: boolean; long?: boolean; insertion?: ChangeMark; deletion?: ChangeMark };

export function tableOf(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    margins: { top: 60, bottom: 60, left: 0, right: 120 },
    borders: { top: inkLine, bottom: hairline, left: noLine, right: noLine, insideHorizontal: hairline, insideVertical: noLine },
    rows,
  });
}

/** A long row may run over the end of a page; a short one would only leave a stray line there. */
export function tableRow(widths: readonly number[], cells: readonly Paragraph[][], { header = false, long = false, ...changes }: RowOptions = {}): TableRow {
  return new TableRow({
    ...(header ? { tableHeader: true } : {}),
    ...(long ? {} : { cantSplit: true }),
    ...changes,
    children: cells.map((children, column) => new TableCell({ children, width: { size: widths[column] ?? 0, type: WidthType.DXA }, ...(header ? { borders: { bottom: { style: BorderStyle.SINGLE, size: 4, color: inkLine.color } } } : {}) })),
  });
}

function alignment(align: ColumnAlignment): Pick<IParagraphOptions, 'alignment'> {
  return align === 'right' ? { alignment: AlignmentType.END } : align === 'center' ? { alignment: AlignmentType.CENTER } : {};
}

function paragraphRuns(inlines: readonly Inline[], style: RunStyle = {}): ParagraphChild[] {
  return inlineRuns(inlines, style, isRightToLeft(plainText(inlines)));
}

function inlineRuns(inlines: readonly Inline[], style: RunStyle, rightToLeft: boolean): ParagraphChild[] {
  return inlines.flatMap((inline): ParagraphChild[] => {
    switch (inline.kind) {
      case 'text':
        return textRuns(inline.text.replaceAll('\n', ' '), style);
      case 'strong':
        return inlineRuns(inline.children, { ...style, ...bold }, rightToLeft);
      case 'emphasis':
        return inlineRuns(inline.children, { ...style, ...italic }, rightToLeft);
      case 'deleted':
        return inlineRuns(inline.children, { ...style, strike: true }, rightToLeft);
      case 'code':
        return textRuns(inline.text, { ...style, font: 'Consolas' });
      case 'link':
        return [new ExternalHyperlink({ link: inline.url, children: inlineRuns(inline.children, { ...style, style: 'Hyperlink' }, rightToLeft) })];
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'citation':
        return citationRuns(inline.citations, { rightToLeft });
    }
  });
}

function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ('text' in inline ? inline.text : 'children' in inline ? plainText(inline.children) : '')).join('');
}
