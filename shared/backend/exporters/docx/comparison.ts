// A comparison as a Word table. Two editions of one text become tracked changes: accepting all gives the later text, rejecting
// all the earlier. More editions stand below each other with plain marks, since a tracked change knows only before and after.

import { Paragraph, type ParagraphChild, type TableRow } from 'docx';
import type { ComparedRow, ComparisonBlock } from '../../../core/brief.ts';
import type { ComparisonClass } from '../../../core/comparison.ts';
import { columnsText, isLong, isRedline, isSideBySide, markedRuns, redline, stackedEntries, titleOf, type MarkedRun } from '../layout/comparison.ts';
import { changeWords, omittedRows, words } from '../layout/wording.ts';
import { direction, tableOf, tableRow, type WordBlock } from './prose.ts';
import { bold, citationRuns, italic, textRuns, type TrackedChange } from './runs.ts';
import { added, gone, textWidth } from './styles.ts';
import type { ChangeMark, DocxWriting } from './writing.ts';

export function comparisonBlocks(block: ComparisonBlock, writing: DocxWriting): WordBlock[] {
  const title = titleOf(block);
  const editions = block.columns.flatMap((column, index): ParagraphChild[] => [...textRuns(`${index > 0 ? ', ' : ''}${column.heading} `), ...citationRuns([column.citation])]);
  return [
    new Paragraph({ style: 'TableCaption', ...direction(title), children: textRuns(title) }),
    isRedline(block) ? redlineTable(block, writing) : isSideBySide(block) ? sideBySide(block) : stacked(block, title, writing),
    new Paragraph({ style: 'Legend', children: [...textRuns('Editions compared: '), ...editions, ...textRuns('.'), ...(block.omitted > 0 ? textRuns(` ${omittedRows(block.omitted)}`) : [])] }),
  ];
}

function redlineTable(block: ComparisonBlock, writing: DocxWriting) {
  const widths = [1474, 5953, textWidth - 1474 - 5953];
  const [before, after] = block.columns.map((column) => column.heading);
  const author = `${before} to ${after}`;
  const mark = () => writing.mark(author);
  if (block.rows.some((row) => row.steps[0]?.class.startsWith('moved'))) {
    writing.losses.add('In the tracked changes a moved sentence stands at its later place; rejecting the changes restores its words, not its place.');
  }
  const rows = block.rows.flatMap((row, index) => {
    const { rowChange, change } = wholeRow(row, mark);
    const texts = redline(row).flatMap((part) =>
      textRuns(part.text, part.emphasis === null || part.kind === 'same' ? {} : bold, part.kind === 'same' ? null : { kind: part.kind === 'added' ? 'inserted' : 'deleted', mark }),
    );
    const places = row.cells.flatMap((cell) => (cell ? [text(citationRuns([cell.citation], { change }))] : []));
    const words_ = row.cells[1]?.text ?? row.cells[0]?.text ?? '';
    return [...sectionRow(block, index, widths), tableRow(widths, [[text(changeRuns(row.steps[0]?.class ?? null, change))], [text(texts, words_)], places], { ...rowChange, long: isLong(row) })];
  });
  return tableOf(widths, [headerRow(widths, ['Change', `Text, ${author} (tracked changes)`, 'Where']), ...rows]);
}

/** A sentence that only one edition has takes its row with it when the changes are accepted or rejected. */
function wholeRow(row: ComparedRow, mark: () => ChangeMark): { rowChange: { insertion?: ChangeMark; deletion?: ChangeMark }; change: TrackedChange | null } {
  const [before, after] = row.cells;
  if (before && after) return { rowChange: {}, change: null };
  return before ? { rowChange: { deletion: mark() }, change: { kind: 'deleted', mark } } : { rowChange: { insertion: mark() }, change: { kind: 'inserted', mark } };
}

function sideBySide(block: ComparisonBlock) {
  const widths = [1474, Math.floor((textWidth - 1474) / 2), Math.ceil((textWidth - 1474) / 2)];
  const rows = block.rows.flatMap((row, index) => {
    const cells = row.cells.map((cell, column) => (cell ? [text(markedText(markedRuns(row, column)), cell.text), text(citationRuns([cell.citation]))] : [absent()]));
    return [...sectionRow(block, index, widths), tableRow(widths, [[text(changeRuns(row.steps[0]?.class ?? null))], ...cells], { long: isLong(row) })];
  });
  return tableOf(widths, [headerRow(widths, ['Change', ...block.columns.map((column) => column.heading)]), ...rows]);
}

function stacked(block: ComparisonBlock, title: string, writing: DocxWriting) {
  if (!block.byTopic) writing.losses.add(`“${title}” compares ${block.columns.length} editions; its differences are underlined and struck through, because tracked changes hold only two.`);
  const widths = [1304, 1474, textWidth - 1304 - 1474];
  const rows = block.rows.flatMap((row, index) => [
    ...sectionRow(block, index, widths),
    ...stackedEntries(row).map((entry) =>
      tableRow(
        widths,
        [
          [text(textRuns(columnsText(block, entry.columns)))],
          [text(changeRuns(entry.change))],
          entry.gone ? [absent()] : [text(markedText(entry.runs), entry.runs.map((run) => run.text).join('')), text(citationRuns(entry.citations))],
        ],
        { long: isLong(row) },
      ),
    ),
  ]);
  return tableOf(widths, [headerRow(widths, ['Edition', 'Change', 'Text']), ...rows]);
}

function headerRow(widths: readonly number[], titles: readonly string[]): TableRow {
  return tableRow(
    widths,
    titles.map((title) => [text(textRuns(title, bold), title)]),
    { header: true },
  );
}

/** The title of a section where it begins; in the first cell that is wide enough, as merged cells trouble screen readers. */
function sectionRow(block: ComparisonBlock, index: number, widths: readonly number[]): TableRow[] {
  const section = block.rows[index]?.section ?? null;
  if (section === null || section === (block.rows[index - 1]?.section ?? null)) return [];
  const wide = widths.findIndex((width) => width > 2000);
  return [
    tableRow(
      widths,
      widths.map((_width, column) => [column === wide ? text(textRuns(section, bold), section) : text([])]),
    ),
  ];
}

function text(children: ParagraphChild[], words = ''): Paragraph {
  return new Paragraph({ style: 'TableText', ...direction(words), children });
}

function absent(): Paragraph {
  return text(textRuns(words.notInEdition, italic));
}

function changeRuns(change: ComparisonClass | null, tracked: TrackedChange | null = null): ParagraphChild[] {
  if (change === null) return [];
  const { sign, word } = changeWords[change];
  return [...textRuns(sign, bold, tracked), ...textRuns(` ${word}`, {}, tracked)];
}

function markedText(runs: readonly MarkedRun[]): ParagraphChild[] {
  return runs.flatMap((run) =>
    textRuns(run.text, {
      ...(run.added ? { underline: {}, color: added } : {}),
      ...(run.removed ? { strike: true, color: gone } : {}),
      ...(run.strong ? bold : {}),
    }),
  );
}
