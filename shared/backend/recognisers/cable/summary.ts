// The words of a cable's summary without its labels, taken from a fragment or a whole cable.

import { readBody } from './body.ts';
import { withRoles } from './roles.ts';
import type { SpokenPassage } from './roles.ts';
import { oneLine } from './source.ts';

const LABEL =
  /^[\s(\-=*]{0,20}(?:begin\s+)?(?:(?:introduction|comment|action requests?)\s*(?:and|\/|&)\s*)?(?:executive\s+)?summ?a?r?y(?:\s*(?:and|\/|&|,)\s*(?:comment|action requests?|introduction|table of contents|recommendations?|overview))?(?=\s*[:.=\-(]|\s*$)[\s:.=-]*(?:\([A-Z/]{1,6}\)\s*)?/i;
const END_LABEL = /\s*\(?\bend\s+(?:of\s+)?(?:the\s+)?(?:[a-z]+\s+(?:and|\/)\s+)?summ?a?r?y\b[\s\S]*$/i;

function wordsOf(work: string, passage: SpokenPassage): string {
  return oneLine(passage.ranges.map((range) => work.slice(range.start, range.end)).join('\n'));
}

/** The summary of a body, one line a paragraph; null when it has none. work: the working copy with page banners blanked. */
export function summaryOf(work: string, start: number): string | null {
  const { parts } = readBody(work, { start, end: work.length });
  const lines: string[] = [];
  for (const part of withRoles(work, parts)) {
    if (part.kind === 'heading') continue;
    for (const passage of part.passages) {
      if (passage.role !== 'summary') continue;
      const words = wordsOf(work, passage);
      const text = (lines.length === 0 ? words.replace(LABEL, '') : words).replace(END_LABEL, '').trim();
      if (text !== '') lines.push(text);
    }
  }
  return lines.length === 0 ? null : lines.join('\n');
}
