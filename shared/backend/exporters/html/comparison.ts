// A comparison as an HTML table: two editions side by side, more below each other. New and gone words carry a sign, a line and a colour.

import type { ComparisonBlock } from '../../../core/brief.ts';
import type { ComparisonClass } from '../../../core/comparison.ts';
import { columnsText, isLong, isSideBySide, markedRuns, stackedEntries, titleOf, type MarkedRun } from '../layout/comparison.ts';
import { changeWords, omittedRows, words } from '../layout/wording.ts';
import { citationLinks, type CitationTargets } from './citations.ts';
import { markup, type Markup } from './markup.ts';

export function comparisonMarkup(block: ComparisonBlock, targets: CitationTargets): Markup {
  const table = isSideBySide(block) ? sideBySide(block, targets) : stacked(block, targets);
  const marked = block.rows.some((row) => row.cells.some((_cell, column) => markedRuns(row, column).some((run) => run.added || run.removed)));
  const legend = [
    isSideBySide(block) ? null : markup`Editions compared: ${editions(block, targets)}. `,
    marked ? markup`<ins>Words</ins> are not in the edition before; <del>words</del> are not in the edition after. ` : null,
    block.omitted > 0 ? omittedRows(block.omitted) : null,
  ].filter((part) => part !== null);
  return markup`${table}${legend.length > 0 ? markup`<p class="legend">${legend}</p>\n` : null}`;
}

function editions(block: ComparisonBlock, targets: CitationTargets): Markup[] {
  return block.columns.map((column, index) => markup`${index > 0 ? ', ' : ''}${column.heading} ${citationLinks([column.citation], targets)}`);
}

function sideBySide(block: ComparisonBlock, targets: CitationTargets): Markup {
  const heads = block.columns.map((column) => markup`<th scope="col" dir="auto">${column.heading} ${citationLinks([column.citation], targets)}</th>`);
  const rows = block.rows.map((row, index) => {
    const cells = row.cells.map((cell, column) =>
      cell ? markup`<td><div class="cell" dir="auto">${runsMarkup(markedRuns(row, column))}</div>${citationLinks([cell.citation], targets)}</td>` : markup`<td class="absent">${words.notInEdition}</td>`,
    );
    const change = row.steps[0]?.class ?? null;
    return markup`${sectionRow(block, index)}<tr class="${change ?? 'same'}${isLong(row) ? ' long' : null}"><th scope="row" class="change">${changeMarkup(change)}</th>${cells}</tr>\n`;
  });
  return markup`<table class="pair">${caption(block)}<thead><tr><th scope="col" class="change">Change</th>${heads}</tr></thead>\n<tbody>${rows}</tbody></table>\n`;
}

function stacked(block: ComparisonBlock, targets: CitationTargets): Markup {
  const bodies = block.rows.map((row, index) => {
    const entries = stackedEntries(row).map(
      (entry) => markup`<tr class="${entry.change ?? 'same'}${isLong(row) ? ' long' : null}"><th scope="row" class="year">${columnsText(block, entry.columns)}</th><td class="change">${changeMarkup(entry.change)}</td>${
        entry.gone ? markup`<td class="absent">${words.notInEdition}</td>` : markup`<td><div class="cell" dir="auto">${runsMarkup(entry.runs)}</div>${citationLinks(entry.citations, targets)}</td>`
      }</tr>\n`,
    );
    return markup`${sectionRow(block, index) ? markup`<tbody>${sectionRow(block, index)}</tbody>` : null}<tbody class="stack">${entries}</tbody>`;
  });
  return markup`<table>${caption(block)}<thead><tr><th scope="col" class="year">Edition</th><th scope="col" class="change">Change</th><th scope="col">Text</th></tr></thead>\n${bodies}</table>\n`;
}

function caption(block: ComparisonBlock): Markup {
  return markup`<caption dir="auto">${titleOf(block)}</caption>`;
}

/** A line with the section's title where a new section begins. */
function sectionRow(block: ComparisonBlock, index: number): Markup | null {
  const section = block.rows[index]?.section ?? null;
  if (section === null || section === (block.rows[index - 1]?.section ?? null)) return null;
  return markup`<tr class="section"><th scope="colgroup" colspan="3" dir="auto">${section}</th></tr>\n`;
}

function changeMarkup(change: ComparisonClass | null): Markup | null {
  if (change === null) return null;
  const { sign, word } = changeWords[change];
  return markup`<span class="sign" aria-hidden="true">${sign}</span> ${word}`;
}

function runsMarkup(runs: readonly MarkedRun[]): Markup[] {
  return runs.map((run) => {
    const text = run.strong ? markup`<span class="strong">${run.text}</span>` : markup`${run.text}`;
    const removed = run.removed ? markup`<del>${text}</del>` : text;
    return run.added ? markup`<ins>${removed}</ins>` : removed;
  });
}

