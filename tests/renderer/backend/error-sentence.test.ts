// What the analyst reads when something failed.

import { expect, it } from 'vitest';
import { sentenceOf } from '../../../renderer/backend/error-sentence.ts';
import { UserError } from '../../../shared/core/user-error.ts';
import { ConnectionLost, InternalError } from '../../../shared/rpc/client.ts';

it('an expected failure is told as written, with its hint, as sentences', () => {
  expect(sentenceOf(new UserError('conflict', 'a tag of this name is here already', 'Choose another name'))).toBe('A tag of this name is here already. Choose another name.');
  expect(sentenceOf(new UserError('not-found', 'This tag is gone.'))).toBe('This tag is gone.');
});

it('a lost connection and a fault of the program say what is safe', () => {
  expect(sentenceOf(new ConnectionLost('x'))).toContain('safe');
  expect(sentenceOf(new InternalError('something went wrong, see log 7; nothing was lost'))).toBe('Something went wrong, see log 7; nothing was lost.');
  expect(sentenceOf(new TypeError('x is undefined'))).toMatch(/x is undefined.*safe/);
  expect(sentenceOf('a text')).toContain('a text');
});
