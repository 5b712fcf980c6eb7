// The channel in memory.

import { channelPair } from '../../shared/rpc/channel.ts';
import { serve } from '../../shared/rpc/server.ts';
import { keepsThePromisesOfAChannel } from './suite.ts';

keepsThePromisesOfAChannel('a pair in memory', (served, caller) => {
  const [near, far] = channelPair();
  serve(served, far, caller);
  return Promise.resolve({ channel: near, cut: null });
});
