import { expect, it } from 'vitest';
import { Turns } from '../../shared/backend/turns.ts';
import { openTestBackend } from '../support/backend.ts';

it('calls that come together run in their order, with a turn of the loop between two', async () => {
  const turns = new Turns();
  const seen: string[] = [];
  const call = async (name: string) => {
    await turns.take();
    seen.push(name);
    setImmediate(() => seen.push(`after ${name}`));
  };
  await Promise.all(['a', 'b', 'c'].map(call));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen.filter((name) => !name.startsWith('after'))).toEqual(['a', 'b', 'c']);
  expect(seen.indexOf('after a')).toBeLessThan(seen.indexOf('c'));
});

it('a command is answered before the queries that were asked with it', async () => {
  const backend = await openTestBackend();
  const answered: string[] = [];
  const asked = Array.from({ length: 10 }, () => backend.call('documents.list', {}).then(() => answered.push('query')));
  await Promise.all([...asked, backend.call('tags.create', { name: 'Quick' }).then(() => answered.push('command'))]);
  expect(answered.indexOf('command')).toBeLessThan(3);
  expect(answered).toHaveLength(11);
});
