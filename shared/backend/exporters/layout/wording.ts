// The words and signs an export prints around the analyst's own, the same in every format.

import { formatDate } from '../../../core/citation.ts';
import { quoteWarnings, type Citation, type FindingBlock, type QuotedPassage, type ResolvedBrief } from '../../../core/brief.ts';
import type { ComparisonClass } from '../../../core/comparison.ts';
import type { Stance } from '../../../core/finding.ts';

/** A sign and a word each, so that colour is never the only sign. */
export const stanceWords: Record<Stance, { sign: string; word: string }> = {
  supporting: { sign: '+', word: 'Supports' },
  contradicting: { sign: '≠', word: 'Contradicts' },
  context: { sign: '·', word: 'Context' },
};

export const changeWords: Record<ComparisonClass, { sign: string; word: string }> = {
  same: { sign: '=', word: 'Same' },
  reworded: { sign: '~', word: 'Reworded' },
  moved: { sign: '⇅', word: 'Moved' },
  'moved-reworded': { sign: '⇅~', word: 'Moved and reworded' },
  split: { sign: '~', word: 'Split in two' },
  joined: { sign: '~', word: 'Joined in one' },
  new: { sign: '+', word: 'New' },
  gone: { sign: '−', word: 'Gone' },
  present: { sign: '·', word: 'Side by side' },
};

export const words = {
  untitled: 'Untitled brief',
  sources: 'Sources',
  noSources: 'This brief cites no source.',
  empty: 'This brief has no content yet.',
  noEvidence: 'No evidence is attached to this finding.',
  evidenceGone: 'This evidence is no longer in the project.',
  notInEdition: 'Not in this edition',
  check: 'Check before use:',
  analyst: 'Analyst’s note',
} as const;

/** "[3, p. 4; 5, para. 2]" in pieces, so that each number can be a link. */
export function citationPieces(citations: readonly Citation[]): { text: string; source: number | null }[] {
  const members = citations.flatMap((citation, index) => [
    { text: index === 0 ? '[' : '; ', source: null },
    { text: citation.locator === '' ? String(citation.source) : `${citation.source}, ${citation.locator}`, source: citation.source },
  ]);
  return members.length === 0 ? [] : [...members, { text: ']', source: null }];
}

/** Keeps "p. 4" and "§ III" on one line, where a format breaks lines by itself. */
export function unbroken(text: string): string {
  return text.replace(/(?<=(?:^|\s)(?:pp?\.|paras?\.|§|Table)) (?=\S)/g, '\u00a0');
}

export function citationText(citations: readonly Citation[]): string {
  return citationPieces(citations)
    .map((piece) => piece.text)
    .join('');
}

/** "Ana Example · 3 December 2007". */
export function byline(brief: ResolvedBrief): string {
  return [brief.author.trim(), brief.date === '' ? '' : formatDate(brief.date)].filter(Boolean).join(' · ');
}

export function markingLine(brief: ResolvedBrief): string {
  return brief.markings.join(' // ');
}

/** What stands under a claim, each a statement of its own: confidence and likelihood never share a sentence. */
export function findingFacts(block: FindingBlock): string[] {
  const scope = [block.countryName ?? '', yearsText(block.years)].filter(Boolean).join(', ');
  return [
    block.confidence === null ? 'Confidence not stated' : `${capital(block.confidence)} confidence`,
    block.likelihood === null ? '' : `Likelihood: ${block.likelihood}`,
    scope,
  ].filter(Boolean);
}

/** "2014, 2016–2018": runs of three or more are drawn together. */
export function yearsText(years: readonly number[]): string {
  const runs: number[][] = [];
  for (const year of [...new Set(years)].toSorted((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last?.at(-1) === year - 1) last.push(year);
    else runs.push([year]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run.map(String))).join(', ');
}

/** Words of a source stand in quotation marks; what describes a figure is ours and stands in brackets. */
export function quoted({ quote, isFigure }: QuotedPassage): string {
  return isFigure ? `[${quote}]` : `“${quote}”`;
}

/** What a reader must know about a quotation that was not confirmed; null when it was. */
export function quoteWarning(passage: QuotedPassage): string | null {
  return quoteWarnings[passage.state]?.sentence ?? null;
}

/** How many quotations were read again in their sources when the brief was made; '' when it quotes nothing. */
export function verificationLine(brief: ResolvedBrief): string {
  const passages = brief.blocks.flatMap((block) => (block.kind === 'quote' ? [block.passage] : block.kind === 'finding' ? block.evidence : [])).filter((passage) => !passage.isFigure);
  const confirmed = passages.filter((passage) => passage.state === 'exact').length;
  if (passages.length === 0) return '';
  if (confirmed === passages.length) return passages.length === 1 ? 'The quotation was read again in its source and stands there word for word.' : `All ${passages.length} quotations were read again in their sources and stand there word for word.`;
  if (confirmed === 0) return passages.length === 1 ? 'The quotation could not be confirmed in its source; it is marked.' : 'None of the quotations could be confirmed in its source; they are marked.';
  return `${confirmed} of ${passages.length} quotations stand word for word in their sources; the others are marked.`;
}

export function omittedRows(count: number): string {
  return count === 1 ? 'One further row is not shown.' : `${count} further rows are not shown.`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
