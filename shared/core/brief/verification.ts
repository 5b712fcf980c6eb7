// Reads a quote again in its document before it is shown or exported. Exact comparison only: one changed letter in a
// quotation is a false quotation. Re-anchoring is not done here.

import type { TextRange } from '../document.ts';
import type { BriefIssue, QuoteState, ResolvedBlock } from './model.ts';

/** `text` is the document's canonical text now, or null when the document is gone; offsets are UTF-16 code units, half-open. */
export function verifyQuote(quote: string, range: TextRange, text: string | null): QuoteState {
  if (text === null) return 'missing';
  if (quote !== '' && text.slice(range.start, range.end) === quote) return 'exact';
  return quote !== '' && text.includes(quote) ? 'elsewhere' : 'changed';
}

/** A sentence for each quotation of the brief that does not stand in its source as quoted. */
export function verifyQuotes(blocks: readonly ResolvedBlock[]): BriefIssue[] {
  return blocks.flatMap((block, index) => {
    const passages = block.kind === 'quote' ? [block.passage] : block.kind === 'finding' ? block.evidence : [];
    return passages.flatMap(({ quote, state }) => {
      const warning = quoteWarnings[state];
      return warning ? [{ code: warning.code, severity: 'warning' as const, message: `${warning.sentence} The quotation begins “${beginning(quote)}”.`, block: index }] : [];
    });
  });
}

/** What a reader of the brief is told beside a quotation that was not confirmed. */
export const quoteWarnings: Record<QuoteState, { code: 'quote-elsewhere' | 'quote-changed' | 'quote-missing'; sentence: string } | null> = {
  exact: null,
  elsewhere: { code: 'quote-elsewhere', sentence: 'These words stand at another place of the source than the one cited.' },
  changed: { code: 'quote-changed', sentence: 'The source does not contain these words as they are quoted.' },
  missing: { code: 'quote-missing', sentence: 'The source could not be read again to confirm this quotation.' },
};

function beginning(quote: string): string {
  const words = quote.replace(/\s+/gu, ' ').trim();
  const characters = Array.from(words.slice(0, 200));
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : words;
}
