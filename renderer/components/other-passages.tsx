// A switch in a dialog about one passage that takes in those beside it too: the other editions of a pair, the other side of a contradiction.

import { useState } from 'react';
import type { Passage } from './annotation-of.ts';
import { Checkbox } from './fields.tsx';

export type OtherPassage = { /** "2020": which one it is. */ name: string; passage: Passage };

/** The passages that are meant, the one in hand first, and the switch; no switch where nothing stands beside it. */
export function useOtherPassages(passage: Passage, others: readonly OtherPassage[]): { passages: Passage[]; field: React.ReactNode } {
  const [isOn, setOn] = useState(false);
  return {
    passages: isOn ? [passage, ...others.map((other) => other.passage)] : [passage],
    field: others.length === 0 ? null : <Checkbox isOn={isOn} onChange={setOn}>Also the words of {others.map(({ name }) => name).join(', ')}</Checkbox>,
  };
}
