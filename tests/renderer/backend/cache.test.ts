// Which answers a change makes stale.

import { describe, expect, it } from 'vitest';
import { inTurns, isStale } from '../../../renderer/backend/cache.ts';

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

describe('refreshing', () => {
  it('begins at once, and gathers what changes meanwhile into one more', async () => {
    const turns: string[][] = [];
    const refresh = inTurns(async (tables) => {
      turns.push(tables);
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    refresh(['tag']);
    expect(turns).toEqual([['tag']]);
    for (let count = 0; count < 100; count += 1) refresh(['document', 'import_item']);
    await expect.poll(() => turns).toEqual([['tag'], ['document', 'import_item']]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(turns).toHaveLength(2);
    refresh(['brief']);
    expect(turns).toHaveLength(3);
  });

  it('goes on after one that fails, and is not held up by one that never ends', async () => {
    const turns: string[] = [];
    const refresh = inTurns((tables) => {
      turns.push(String(tables));
      return tables.includes('stuck') ? new Promise(() => undefined) : Promise.reject(new Error('failed'));
    });
    refresh(['failing']);
    refresh(['stuck']);
    await expect.poll(() => turns).toEqual(['failing', 'stuck']);
    refresh(['next']);
    await expect.poll(() => turns, { timeout: 3000 }).toEqual(['failing', 'stuck', 'next']);
  });
});
