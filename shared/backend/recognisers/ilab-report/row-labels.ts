// The label of a table's row without what is printed around it. Does not know which labels the series has.

import { withoutCitations } from './cells.ts';

const bullet = /^[■●◆▪•◦‣❑▲–-]\s*/u;

/** The label of a row, without bullet, citations and signs. */
export const cleanLabel = (text: string): string => withoutCitations(text).replace(bullet, '').replace(/[*†‡§¶\s]+$/u, '').trim();
