// Looks for a regular expression beside the screen, so that one that takes too long can be stopped with its thread.

import { expressionOf, findExpression } from './find-expression.ts';
import type { FindOptions } from './find.ts';
import type { TextRange } from '../../../shared/core/document.ts';

export type FindOrder = { text: string } | { source: string; options: FindOptions };
export type FindAnswer = 'begun' | { found: TextRange[] };

let text = '';

addEventListener('message', ({ data }: MessageEvent<FindOrder>) => {
  if ('text' in data) {
    text = data.text;
    return;
  }
  answer('begun');
  const expression = expressionOf(data.source, data.options);
  answer({ found: typeof expression === 'string' ? [] : findExpression(text, expression, data.options) });
});

function answer(message: FindAnswer): void {
  postMessage(message);
}
