// The states of a contradiction in words.

import type { ContradictionState } from '../../../../shared/core/contradiction-queue.ts';

export const stateNames: Record<ContradictionState, string> = { open: 'Open', explained: 'Explained', accepted: 'Accepted' };

export const stateMeanings: Record<ContradictionState, string> = {
  open: 'Nobody has looked into it yet.',
  explained: 'The note says why they differ.',
  accepted: 'They differ, and both are kept as they are.',
};
