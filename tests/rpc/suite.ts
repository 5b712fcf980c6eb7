// The promises of the contract's channel, written once and kept by every channel there is. A channel's own test calls it.

import { describe, expect, it } from 'vitest';
import type { Channel } from '../../shared/rpc/channel.ts';
import { ConnectionLost, createClient, InternalError } from '../../shared/rpc/client.ts';
import type { BackendEvent } from '../../shared/rpc/contract.ts';
import type { Served } from '../../shared/rpc/server.ts';
import { openTestBackend } from '../support/backend.ts';

/** A client's end of a channel on which `served` is served, to a page or to the host itself. */
export type Connect = (served: Served, caller: 'page' | 'host') => Promise<{ channel: Channel; /** Breaks the connection from the other end. */ cut: (() => void) | null }>;

export function keepsThePromisesOfAChannel(name: string, connect: Connect, { callers = ['page', 'host'] }: { callers?: ('page' | 'host')[] } = {}): void {
  const [caller = 'page'] = callers;

  const open = async () => {
    const backend = await openTestBackend();
    const { channel } = await connect(backend, caller);
    return { backend, channel, client: createClient(channel) };
  };

  /** Sends a message as a hostile page could write it, and answers the reply. */
  const send = (channel: Channel, message: { id: number; method?: unknown; input?: unknown }): Promise<Record<string, unknown>> =>
    new Promise((resolve) => {
      channel.onMessage((reply) => {
        if (typeof reply === 'object' && reply !== null && 'id' in reply && reply.id === message.id) resolve({ ...reply });
      });
      channel.post(message);
    });

  describe(`over ${name}`, () => {
    it('answers a query, and carries out a command', async () => {
      const { client } = await open();
      const tag = await client.call('tags.create', { name: 'Inspections' });
      expect(tag).toMatchObject({ name: 'Inspections', parentId: null });
      expect(await client.call('tags.list', {})).toMatchObject([{ id: tag.id, name: 'Inspections', annotations: 0 }]);
    });

    it('gives each of many calls at once its own answer', async () => {
      const { client } = await open();
      const names = Array.from({ length: 200 }, (_, index) => `Tag ${index}`);
      const made = await Promise.all(names.map((each) => client.call('tags.create', { name: each })));
      expect(made.map((tag) => tag.name)).toEqual(names);
    });

    it('keeps code, message and hint of an error', async () => {
      const { client } = await open();
      await expect(client.call('history.undo', {})).rejects.toMatchObject({ name: 'UserError', code: 'nothing-to-undo', message: expect.stringMatching(/\S/) as string });
      await expect(client.call('projects.open', { id: 'no-such-project' })).rejects.toMatchObject({ code: 'not-found', message: expect.stringMatching(/\.$/) as string, hint: expect.stringMatching(/\.$/) as string });
    });

    it('tells a bug as an internal error without its stack', async () => {
      const broken: Served = { callUnchecked: () => Promise.reject(new TypeError('a bug')), subscribe: () => () => {} };
      const { channel } = await connect(broken, caller);
      await expect(createClient(channel).call('tags.list', {})).rejects.toBeInstanceOf(InternalError);
      const reply = await send(channel, { id: 999, method: 'tags.list', input: {} });
      expect(reply).toEqual({ id: 999, error: { code: 'internal', message: 'a bug', hint: '' } });
    });

    it('refuses unknown methods, and what is no name of a method', async () => {
      const { channel } = await open();
      const names = ['no.such', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'tags.list ', 'x'.repeat(100_000)];
      const others = [undefined, null, 7, ['tags.list'], { toString: 'no function' }, JSON.parse('{"__proto__": {"toString": 1}}') as unknown];
      for (const [id, method] of [...names, ...others].entries()) expect(await send(channel, { id, method, input: {} }), JSON.stringify(method)).toMatchObject({ error: { code: 'unknown-method' } });
    });

    it('refuses input of another form, and does nothing', async () => {
      const { channel, client } = await open();
      const inputs: [string, unknown][] = [
        ['a number', 7],
        ['a text', 'name'],
        ['a list', [{ name: 'A' }]],
        ['a wrong type', { name: 42 }],
        ['a missing field', {}],
        ['an unknown field', { name: 'A', admin: true }],
        ['too long a text', { name: 'x'.repeat(1_000_000) }],
        ['bytes for a text', { name: new Uint8Array(3) }],
        ['a constructor', JSON.parse('{"name": "A", "constructor": {"prototype": {"polluted": true}}}')],
      ];
      for (const [id, [what, input]] of inputs.entries()) {
        expect(await send(channel, { id, method: 'tags.create', input }), what).toMatchObject({ error: { code: 'invalid-input', message: expect.stringContaining('tags.create') as string } });
      }
      expect(await client.call('tags.list', {})).toEqual([]);
    });

    it('is not led astray by __proto__ as input', async () => {
      const { channel, client } = await open();
      for (const input of ['{"__proto__": {"name": "A", "polluted": true}}', '{"name": "A", "__proto__": {"polluted": true}}']) {
        await send(channel, { id: 1, method: 'tags.create', input: JSON.parse(input) as unknown });
      }
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      expect((await client.call('tags.list', {})).some((tag) => 'polluted' in tag)).toBe(false);
    });

    it('does not answer what is no request, and goes on', async () => {
      const { channel, client } = await open();
      for (const message of [null, 7, 'text', [], {}, { id: 'one', method: 'tags.list' }, { push: { type: 'changed' } }]) channel.post(message);
      expect(await client.call('tags.list', {})).toEqual([]);
    });

    it('carries bytes both ways unchanged', async () => {
      const { client } = await open();
      const bytes = new TextEncoder().encode('Inspectors visited 12 farms.\n'.repeat(5000));
      const { runId } = await client.call('imports.add', { files: [{ name: 'visits.txt', bytes }, { name: 'more.txt', bytes: new TextEncoder().encode('Another text.') }] });
      const items = await client.call('imports.wait', { runId });
      const visits = items.find(({ fileName }) => fileName === 'visits.txt');
      const original = await client.call('documents.original', { id: visits?.documentId ?? '' });
      expect(original.bytes).toBeInstanceOf(Uint8Array);
      expect(Buffer.compare(original.bytes, bytes)).toBe(0);
    });

    it('carries a text of 1 MB, emoji and all', async () => {
      const { client } = await open();
      const text = 'Қазақстан 🌍 \u0000 "quoted" \\ line\n'.repeat(40_000);
      await client.call('settings.set', { key: 'note', value: text });
      expect((await client.call('settings.get', {}))['note']).toBe(text);
    });

    it('tells every client what changed, until it no longer wants to know', async () => {
      const { backend, client } = await open();
      const other = createClient((await connect(backend, caller)).channel);
      const heard: BackendEvent[] = [];
      const overheard: BackendEvent[] = [];
      const stop = client.subscribe((event) => heard.push(event));
      other.subscribe((event) => overheard.push(event));
      await client.call('tags.create', { name: 'A' });
      await expect.poll(() => [heard, overheard]).toMatchObject([[{ type: 'changed', tables: ['tag'], canUndo: true, canRedo: false }], [{ type: 'changed' }]]);
      stop();
      await client.call('tags.create', { name: 'B' });
      await expect.poll(() => overheard).toHaveLength(2);
      expect(heard).toHaveLength(1);
    });

    it.skipIf(!callers.includes('page'))('does not let a page name a path of the machine (only for channels that serve a page)', async () => {
      const backend = await openTestBackend();
      const client = createClient((await connect(backend, 'page')).channel);
      await expect(client.call('projects.openFile', { path: `${backend.file}.other` })).rejects.toMatchObject({ code: 'not-allowed' });
      await expect(client.call('projects.backupTo', { path: `${backend.file}.copy` })).rejects.toMatchObject({ code: 'not-allowed' });
    });

    it('says that the connection is lost to every call that waits and every later one', async () => {
      const silent: Served = { callUnchecked: () => new Promise(() => {}), subscribe: () => () => {} };
      const { channel, cut } = await connect(silent, caller);
      if (!cut) return;
      const client = createClient(channel);
      const waiting = client.call('tags.list', {});
      cut();
      await expect(waiting).rejects.toBeInstanceOf(ConnectionLost);
      await expect(client.call('tags.list', {})).rejects.toBeInstanceOf(ConnectionLost);
    });
  });
}
