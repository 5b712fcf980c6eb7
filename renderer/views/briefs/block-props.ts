// What the editor of a block is given, whatever its kind.

import type { BriefBlock } from '../../../shared/core/brief.ts';

export type BlockBodyProps = {
  block: BriefBlock;
  /** Keeps the text of the block. */
  save: (text: string) => Promise<unknown>;
  /** True for the block made last. */
  autoFocus: boolean;
};
