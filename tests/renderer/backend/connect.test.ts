// The connection of the page: it comes back by itself, and says meanwhile that it is away.

import { describe, expect, it } from 'vitest';
import { connect } from '../../../renderer/backend/connect.ts';
import type { Channel } from '../../../shared/rpc/channel.ts';
import { channelPair } from '../../../shared/rpc/channel.ts';
import { ConnectionLost } from '../../../shared/rpc/client.ts';
import type { BackendEvent } from '../../../shared/rpc/contract.ts';
import { serve } from '../../../shared/rpc/server.ts';

/** An application whose channels can be cut. */
function cuttable() {
  const cuts: (() => void)[] = [];
  const told: ((event: BackendEvent) => void)[] = [];
  let refusals = 0;
  const open = (): Promise<Channel> => {
    if (refusals > 0) {
      refusals -= 1;
      return Promise.reject(new Error('refused'));
    }
    const [page, application] = channelPair();
    let closed: (() => void)[] = [];
    serve({ callUnchecked: (method) => (method === 'projects.check' ? new Promise(() => undefined) : Promise.resolve(method)), subscribe: (listener) => (told.push(listener), () => undefined) }, application, 'page');
    cuts.push(() => {
      for (const listener of closed) listener();
      closed = [];
    });
    return Promise.resolve({ ...page, post: (message) => page.post(message), onMessage: (listener) => page.onMessage(listener), onClose: (listener) => closed.push(listener) });
  };
  return { open, cut: () => cuts.at(-1)?.(), refuseNext: (count: number) => (refusals = count), tell: (event: BackendEvent) => told.at(-1)?.(event) };
}

describe('a connection that breaks', () => {
  it('rejects what was asked, opens again after refusals, and answers what is asked meanwhile', async () => {
    const application = cuttable();
    const connection = connect(application.open);
    const states: string[] = [];
    connection.onState((state) => states.push(state));
    expect(await connection.call('projects.list', {})).toBe('projects.list');

    const unanswered = connection.call('projects.check', {});
    await new Promise((resolve) => setTimeout(resolve, 10));
    application.refuseNext(1);
    application.cut();
    await expect(unanswered).rejects.toThrow(ConnectionLost);
    expect(connection.state()).toBe('lost');
    expect(await connection.call('settings.get', {})).toBe('settings.get');
    expect(states).toEqual(['open', 'lost', 'open']);
  });

  it('goes on telling what changed', async () => {
    const application = cuttable();
    const connection = connect(application.open);
    const events: BackendEvent[] = [];
    connection.subscribe((event) => events.push(event));
    await connection.call('projects.list', {});
    application.cut();
    await connection.call('projects.list', {});
    application.tell({ type: 'changed', tables: ['tag'], label: 'Rename tag', canUndo: true, canRedo: false });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(events).toHaveLength(1);
  });
});
