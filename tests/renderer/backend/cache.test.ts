// Which answers a change makes stale.

import { describe, expect, it } from 'vitest';
import { isStale } from '../../../renderer/backend/cache.ts';

describe('an answer', () => {
  it('is stale when a table it reads has changed', () => {
    expect(isStale('documents.list', ['annotation'])).toBe(true);
    expect(isStale('documents.list', ['brief'])).toBe(false);
  });
  it('that reads everything is stale after any change, and none when nothing changed', () => {
    expect(isStale('projects.summary', ['brief_block'])).toBe(true);
    expect(isStale('projects.summary', [])).toBe(false);
  });
  it('is stale whatever it reads when another project was opened', () => {
    expect(isStale('projects.current', ['*'])).toBe(true);
    expect(isStale('settings.get', ['*'])).toBe(true);
  });
  it('of an unknown method is left alone', () => {
    expect(isStale('__proto__', ['*'])).toBe(false);
    expect(isStale(undefined, ['*'])).toBe(false);
  });
});
