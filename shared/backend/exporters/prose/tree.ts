// The text of a block after its Markdown was read: the few things an export can set, already safe. Types only.

import type { Citation } from '../../../core/brief.ts';

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; children: Inline[] }
  | { kind: 'emphasis'; children: Inline[] }
  | { kind: 'deleted'; children: Inline[] }
  | { kind: 'code'; text: string }
  /** The address is http, https or mailto. */
  | { kind: 'link'; url: string; children: Inline[] }
  | { kind: 'break' }
  | { kind: 'citation'; citations: Citation[] };

export type ListItem = { checked: boolean | null; children: ProseBlock[] };

export type ColumnAlignment = 'left' | 'right' | 'center' | null;

export type ProseBlock =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'heading'; level: 1 | 2 | 3 | 4 | 5 | 6; children: Inline[] }
  | { kind: 'quote'; children: ProseBlock[] }
  /** `start` is the first number; null for a list without numbers. */
  | { kind: 'list'; start: number | null; items: ListItem[] }
  | { kind: 'code'; text: string }
  /** The first row is the header. */
  | { kind: 'table'; align: ColumnAlignment[]; rows: Inline[][][] }
  | { kind: 'rule' };

export type Prose = { blocks: ProseBlock[]; losses: string[] };
