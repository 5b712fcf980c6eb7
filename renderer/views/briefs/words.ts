// How the parts of a brief are called wherever they are shown.

import { ChartLine, CircleCheckBig, GitCompareArrows, Heading, type LucideIcon, Pilcrow, Quote, ScrollText } from 'lucide-react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { BriefBlock, BriefBlockKind, BriefFormat, BriefIssue } from '../../../shared/core/brief.ts';

export const blockNames: Readonly<Record<BriefBlockKind, string>> = { heading: 'Heading', text: 'Text', quote: 'Quotation', finding: 'Finding', comparison: 'Comparison', chart: 'Chart', sources: 'Sources' };

export const blockIcons: Readonly<Record<BriefBlockKind, LucideIcon>> = { heading: Heading, text: Pilcrow, quote: Quote, finding: CircleCheckBig, comparison: GitCompareArrows, chart: ChartLine, sources: ScrollText };

export const formatNames: Readonly<Record<BriefFormat, { name: string; detail: string }>> = {
  docx: { name: 'Word (DOCX)', detail: 'with tracked changes' },
  pdf: { name: 'PDF', detail: '' },
  html: { name: 'Web page (HTML)', detail: 'one file' },
  markdown: { name: 'Markdown', detail: '' },
};

/** Characters of a title shown in a chip. */
const longestTitle = 28;

/** "KAZ 2021, p. 4": short enough to stand in a sentence; the title where no edition is known. */
export function citationLabel({ documentTitle, country, year, page }: Pick<ListedAnnotation, 'documentTitle' | 'country' | 'year' | 'page'>): string {
  const title = documentTitle.length > longestTitle ? `${documentTitle.slice(0, longestTitle - 1).trimEnd()}…` : documentTitle;
  const named = country !== null && year !== null ? `${country} ${year}` : title;
  return page === null ? named : `${named}, p. ${page}`;
}

export type ShownIn = { annotations: ReadonlyMap<string, ListedAnnotation>; findings: ReadonlyMap<string, string> };

/** The first words of a block, for the outline and for those who listen. */
export function blockWords(block: BriefBlock, { annotations, findings }: ShownIn): string {
  const own = {
    heading: block.text,
    text: block.text.replace(/\[@[^\]]*\]/g, '').replace(/[*_>#`]/g, ''),
    quote: annotations.get(block.annotationId ?? '')?.quote ?? 'The passage is gone',
    finding: findings.get(block.findingId ?? '') ?? 'The finding is gone',
    comparison: block.text || (block.comparison ? `${block.comparison.country} ${block.comparison.years.join(', ')}` : ''),
    chart: block.text || (block.chart ? `${block.chart.country} ${block.chart.indicator}` : ''),
    sources: block.text || 'Sources',
  }[block.kind];
  const words = own.replace(/\s+/g, ' ').trim();
  if (words === '') return `Empty ${blockNames[block.kind].toLowerCase()}`;
  return words.length > 90 ? `${words.slice(0, 89)}…` : words;
}

/** "2 to check, 3 notices", warnings first. */
export function problemCounts(problems: readonly BriefIssue[]): string {
  const warnings = problems.filter((problem) => problem.severity === 'warning').length;
  const notices = problems.length - warnings;
  return [warnings > 0 ? `${warnings} to check` : null, notices > 0 ? `${notices} ${notices === 1 ? 'notice' : 'notices'}` : null].filter(Boolean).join(', ');
}
