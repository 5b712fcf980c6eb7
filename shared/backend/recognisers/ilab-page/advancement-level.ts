// The line of a report page that states the level of advancement, such as "Minimal Advancement – Efforts Made but ...":
// level and qualifier kept apart.

import type { AdvancementLevel } from '../../../core/recognition.ts';
import { qualifierCase } from '../qualifier-case.ts';

export type StatedLevel = Pick<AdvancementLevel, 'level' | 'qualifier'> & {
  /** The line ends with the dash: its qualifier stands on the next one. */
  isOpen: boolean;
};

const words: Record<string, AdvancementLevel['level']> = {
  significant: 'significant',
  moderate: 'moderate',
  minimal: 'minimal',
  no: 'no',
};

const line = /^(?:level(?: of advancement)?:\s*)?(?:(significant|moderate|minimal|no)\s+advancement|(no\s+assessment))\s*(?:([-–—:]{1,3})\s*(.*))?$/i;

/** Null when the line states no level. Dashes of all kinds occur, with and without blanks around them. */
export function statedLevel(text: string): StatedLevel | null {
  const found = line.exec(text.replace(/\s+/g, ' ').trim());
  if (!found) return null;
  const level = found[2] ? 'no-assessment' : words[(found[1] ?? '').toLowerCase()];
  if (!level) return null;
  const qualifier = (found[4] ?? '').trim();
  return { level, qualifier: qualifier === '' ? null : qualifier === qualifier.toUpperCase() ? qualifierCase(qualifier) : qualifier, isOpen: found[3] !== undefined && qualifier === '' };
}

/** The level as the first sentence of an assessment tells it: "made a minimal advancement". */
export function toldLevel(text: string): { level: AdvancementLevel['level']; start: number; end: number } | null {
  const found = /\bmade\s+(?:an?\s+)?(?:only\s+)?(significant|moderate|minimal|no)\s+advancement\b/i.exec(text);
  const level = words[(found?.[1] ?? '').toLowerCase()];
  return found && level ? { level, start: found.index, end: found.index + found[0].length } : null;
}
