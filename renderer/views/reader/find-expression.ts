// Regular expressions in "find": whether one is valid, and its hits in a text. Pure; an expression may take for ever on some texts, so
// the screen runs it in find-worker.ts, which can be stopped.

import type { TextRange } from '../../../shared/core/document.ts';
import { type FindOptions, isWhole, mostFound } from './find.ts';

/** The expression, or a sentence about what is wrong with it. */
export function expressionOf(source: string, { matchCase = false }: FindOptions): RegExp | string {
  try {
    return new RegExp(source, matchCase ? 'gmu' : 'gimu');
  } catch (error) {
    // "Invalid regular expression: /(/gimu: Unterminated group"
    const [, fault] = error instanceof Error ? (/: ([^:]+)$/.exec(error.message) ?? []) : [];
    return `This is not a regular expression${fault ? `: ${fault.charAt(0).toLowerCase()}${fault.slice(1)}` : ''}.`;
  }
}

/** Hits in the order of the text; one of no length is none. */
export function findExpression(text: string, expression: RegExp, { wholeWord = false }: FindOptions): TextRange[] {
  const found: TextRange[] = [];
  for (const { index, 0: words } of text.matchAll(expression)) {
    const range = { start: index, end: index + words.length };
    if (words !== '' && (!wholeWord || isWhole(text, range))) found.push(range);
    if (found.length >= mostFound) break;
  }
  return found;
}
