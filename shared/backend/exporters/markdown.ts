// A brief as Markdown (CommonMark with tables). It is built as a tree and written by remark, so that nothing in a title, quote or
// note can turn into markup. Differences between editions are <ins> and <del>, the only HTML in it.

import type { BlockContent, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { sourceListParts } from '../../core/citation.ts';
import type { ChartBlock, CitedText, ComparisonBlock, Exporter, FindingBlock, QuotedPassage, ResolvedBlock, ResolvedBrief } from '../../core/brief.ts';
import { columnsText, isSideBySide, markedRuns, stackedEntries, titleOf, type MarkedRun } from './layout/comparison.ts';
import { byline, changeWords, citationText, findingFacts, markingLine, omittedRows, quoted, quoteWarning, stanceWords, verificationLine, words } from './layout/wording.ts';
import { proseNodes, text, lines } from './markdown/prose.ts';
import { parseProse } from './prose/parse.ts';

export const markdownExporter: Exporter = {
  id: 'markdown',
  name: 'Markdown',
  extension: 'md',
  mediaType: 'text/markdown; charset=utf-8',
  write: async (brief) => {
    const losses = new Set<string>();
    const root: Root = { type: 'root', children: briefNodes(brief, losses) };
    const markdown = unified().use(remarkGfm, { tablePipeAlign: false }).use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' }).stringify(root);
    if (brief.markings.length > 0) losses.add('Markdown has no pages: the marking stands at the head and foot of the text, not of every page.');
    if (brief.sources.length > 0) losses.add('Citations in Markdown are numbers; they do not link to the list of sources.');
    return { bytes: new TextEncoder().encode(markdown), losses: [...losses] };
  },
};

function briefNodes(brief: ResolvedBrief, losses: Set<string>): RootContent[] {
  const list = brief.blocks.findIndex((block) => block.kind === 'sources');
  const marking = markingLine(brief);
  const marked: RootContent[] = marking ? [paragraph(strong(marking))] : [];
  const line = byline(brief);
  return [
    ...marked,
    { type: 'heading', depth: 1, children: [text(oneLine(brief.title) || words.untitled)] },
    ...(brief.subtitle.trim() ? [paragraph(emphasis(oneLine(brief.subtitle)))] : []),
    ...(line ? [paragraph(text(oneLine(line)))] : []),
    ...(brief.blocks.length === 0 ? [paragraph(text(words.empty))] : []),
    ...brief.blocks.flatMap((block, index) => (block.kind === 'sources' && index !== list ? [] : blockNodes(block, brief, losses))),
    ...(list < 0 && (brief.sources.length > 0 || verificationLine(brief)) ? sourceNodes('', brief) : []),
    ...marked,
  ];
}

function blockNodes(block: ResolvedBlock, brief: ResolvedBrief, losses: Set<string>): RootContent[] {
  const prose = (cited: CitedText) => {
    const parsed = parseProse(cited);
    for (const loss of parsed.losses) losses.add(loss);
    return proseNodes(parsed);
  };
  switch (block.kind) {
    case 'heading':
      return [{ type: 'heading', depth: block.level === 1 ? 2 : block.level === 2 ? 3 : 4, children: [text(oneLine(block.text))] }];
    case 'text':
      return prose(block.text);
    case 'quote':
      return [{ type: 'blockquote', children: passageNodes(block.passage) }, ...prose(block.remark)];
    case 'finding':
      return [...findingNodes(block), ...prose(block.remark)];
    case 'comparison':
      return comparisonNodes(block);
    case 'chart':
      if (block.picture) losses.add('Markdown holds no pictures: of a chart its table is there, and its drawing is not.');
      return chartNodes(block);
    case 'sources':
      return sourceNodes(block.heading, brief);
    case 'missing':
      return [warning(block.message)];
  }
}

function passageNodes(passage: QuotedPassage): BlockContent[] {
  if (passage.quote === '') return [paragraph(text(words.evidenceGone))];
  const message = quoteWarning(passage);
  const cited = passage.citation ? ` ${citationText([passage.citation])}` : '';
  return [paragraph(...lines(`${quoted(passage)}${cited}`)), ...(message === null ? [] : [warning(message)])];
}

function findingNodes(block: FindingBlock): RootContent[] {
  const evidence = block.evidence.map((each) => {
    const [first, ...rest] = passageNodes(each);
    const { sign, word } = stanceWords[each.stance];
    const opening: PhrasingContent[] = [strong(`${sign} ${word}:`), text(' ')];
    const note = each.note.trim() ? [paragraph(...lines(`${words.analyst}: ${each.note.trim()}`))] : [];
    const passage: BlockContent[] = first?.type === 'paragraph' ? [paragraph(...opening, ...first.children), ...rest] : rest;
    return { type: 'listItem' as const, spread: false, children: [...passage, ...note] };
  });
  return [
    paragraph(strong(oneLine(block.claim))),
    paragraph(text(findingFacts(block).join(' · '))),
    evidence.length > 0 ? { type: 'list', ordered: false, spread: false, children: evidence } : warning(words.noEvidence),
  ];
}

function comparisonNodes(block: ComparisonBlock): RootContent[] {
  const editions = block.columns.map((column) => `${column.heading} ${citationText([column.citation])}`).join(', ');
  return [
    paragraph(strong(oneLine(titleOf(block)))),
    { type: 'table', align: [], children: isSideBySide(block) ? sideBySideRows(block) : stackedRows(block) },
    paragraph(text(`Editions compared: ${editions}.${block.omitted > 0 ? ` ${omittedRows(block.omitted)}` : ''}`)),
  ];
}

function chartNodes({ title, unit, notes, rows }: ChartBlock): RootContent[] {
  const lines_ = rows.map((row) => tableRow([[text(row.isFirst ? String(row.year) : '')], [text(row.value)], [text(row.sources.map(({ name, citation }) => `${name} ${citationText([citation])}`).join(', '))]]));
  return [paragraph(strong(oneLine(title))), { type: 'table', align: [], children: [tableRow([[text('Year')], [text(unit || 'Value')], [text('Source')]]), ...lines_] }, ...(notes.length > 0 ? [paragraph(text(notes.join(' ')))] : [])];
}

function sideBySideRows(block: ComparisonBlock): TableRow[] {
  const rows = block.rows.map((row) => {
    const change = row.steps[0]?.class ?? null;
    const cells = row.cells.map((cell, column): PhrasingContent[] =>
      cell ? [...runNodes(markedRuns(row, column)), text(` ${citationText([cell.citation])}`)] : [emphasis(words.notInEdition)],
    );
    return tableRow([[text(row.section ?? '')], [text(change === null ? '' : `${changeWords[change].sign} ${changeWords[change].word}`)], ...cells]);
  });
  return [tableRow([[text('Section')], [text('Change')], ...block.columns.map((column): PhrasingContent[] => [text(column.heading)])]), ...rows];
}

function stackedRows(block: ComparisonBlock): TableRow[] {
  const rows = block.rows.flatMap((row) =>
    stackedEntries(row).map((entry, index) => {
      const change = entry.change === null ? '' : `${changeWords[entry.change].sign} ${changeWords[entry.change].word}`;
      const cell = entry.gone ? [emphasis(words.notInEdition)] : [...runNodes(entry.runs), text(` ${citationText(entry.citations)}`)];
      return tableRow([[text(index === 0 ? (row.section ?? '') : '')], [text(columnsText(block, entry.columns))], [text(change)], cell]);
    }),
  );
  return [tableRow([[text('Section')], [text('Edition')], [text('Change')], [text('Text')]]), ...rows];
}

/** A cell of a Markdown table is one line. */
function runNodes(runs: readonly MarkedRun[]): PhrasingContent[] {
  return runs.flatMap((run): PhrasingContent[] => {
    const opening = `${run.added ? '<ins>' : ''}${run.removed ? '<del>' : ''}`;
    const closing = `${run.removed ? '</del>' : ''}${run.added ? '</ins>' : ''}`;
    const content = text(run.text.replaceAll('\n', ' '));
    return opening === '' ? [content] : [{ type: 'html', value: opening }, content, { type: 'html', value: closing }];
  });
}

function sourceNodes(heading: string, brief: ResolvedBrief): RootContent[] {
  const items = brief.sources.map((source) => ({
    type: 'listItem' as const,
    spread: false,
    children: [paragraph(...sourceListParts(source).map((part) => (part.title ? emphasis(oneLine(part.text)) : text(oneLine(part.text, false)))))],
  }));
  const verified = verificationLine(brief);
  return [
    { type: 'heading', depth: 2, children: [text(oneLine(heading) || words.sources)] },
    ...(verified ? [paragraph(emphasis(verified))] : []),
    items.length > 0 ? { type: 'list', ordered: true, start: 1, spread: false, children: items } : paragraph(text(words.noSources)),
  ];
}

function tableRow(cells: PhrasingContent[][]): TableRow {
  return { type: 'tableRow', children: cells.map((children) => ({ type: 'tableCell', children })) };
}

function warning(message: string): BlockContent {
  return paragraph(strong(words.check), text(` ${message}`));
}

function paragraph(...children: PhrasingContent[]) {
  return { type: 'paragraph' as const, children };
}

function strong(content: string): PhrasingContent {
  return { type: 'strong', children: [text(content)] };
}

function emphasis(content: string): PhrasingContent {
  return { type: 'emphasis', children: [text(content)] };
}

function oneLine(content: string, trim = true): string {
  const line = content.replace(/\s+/gu, ' ');
  return trim ? line.trim() : line;
}
