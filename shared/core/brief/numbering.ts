// Numbers the sources of a brief in the order in which they are first cited; a source keeps its number throughout.

import type { Citation, CitedText, ResolvedBlock, Source } from './model.ts';

/** The citations of a block in reading order; exporters write them in the same order. */
export function citationsOf(block: ResolvedBlock): Citation[] {
  const found: Citation[] = [];
  mapCitations(block, (citation) => {
    found.push(citation);
    return citation;
  });
  return found;
}

/**
 * The blocks with their sources numbered anew from 1 in order of first citation, and those sources in that order.
 * A source that is never cited is left out. `sources` may carry any distinct numbers; citations refer to them.
 */
export function numberSources(blocks: readonly ResolvedBlock[], sources: readonly Source[]): { blocks: ResolvedBlock[]; sources: Source[] } {
  const known = new Map(sources.map((source) => [source.number, source]));
  const numbers = new Map<number, number>();
  const numbered = blocks.map((block) =>
    mapCitations(block, (citation) => {
      const number = numbers.get(citation.source) ?? numbers.size + 1;
      numbers.set(citation.source, number);
      return { ...citation, source: number };
    }),
  );
  const cited: Source[] = [];
  for (const [before, number] of numbers) {
    const source = known.get(before);
    if (!source) throw new Error(`A citation refers to source ${before}, which is not given.`);
    cited.push({ ...source, number });
  }
  return { blocks: numbered, sources: cited };
}

/** The block with each citation replaced; visits them in reading order. */
function mapCitations(block: ResolvedBlock, change: (citation: Citation) => Citation): ResolvedBlock {
  const text = ({ markdown, citations }: CitedText): CitedText => ({ markdown, citations: citations.map(change) });
  const passage = <P extends { citation: Citation | null }>(cited: P): P => ({ ...cited, citation: cited.citation && change(cited.citation) });
  switch (block.kind) {
    case 'heading':
    case 'sources':
    case 'missing':
      return block;
    case 'text':
      return { ...block, text: text(block.text) };
    case 'quote':
      return { ...block, passage: passage(block.passage), remark: text(block.remark) };
    case 'finding':
      return { ...block, evidence: block.evidence.map(passage), remark: text(block.remark) };
    case 'chart':
      return { ...block, rows: block.rows.map((row) => ({ ...row, sources: row.sources.map((source) => ({ ...source, citation: change(source.citation) })) })) };
    case 'comparison':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, citation: change(column.citation) })),
        rows: block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => cell && { ...cell, citation: change(cell.citation) }),
        })),
      };
  }
}
