// What the parts of one DOCX file share while it is written: numbers for tracked changes, numbering for lists, losses.

import { AlignmentType, LevelFormat, type NumberingDefinition } from 'docx';
import { printable } from '../prose/characters.ts';

/** Identity of one tracked change; ids are unique in the file, the date is ISO 8601. */
export type ChangeMark = { id: number; author: string; date: string };

export type DocxWriting = {
  losses: Set<string>;
  /** Lists and their numbering, as far as they were needed. */
  numbering: NumberingDefinition[];
  /** A tracked change made "by" the step between two editions. */
  mark: (author: string) => ChangeMark;
  /** The reference of a numbering that begins at `start`; bullets for null. */
  list: (start: number | null) => string;
};

/** Word has nine levels of a list. */
export const deepestListLevel = 8;

export const sourceNumbering = 'sources';
const bullets = 'bullets';

/** `date` is ISO 8601 or ''; Word wants a date for each change, and the day of the brief is the only one that is true. */
export function createWriting(date: string): DocxWriting {
  const moment = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0] ?? '1970-01-01';
  const numbering: NumberingDefinition[] = [
    { reference: bullets, levels: levels(LevelFormat.BULLET, (level) => ['•', '–', '·'][level % 3] ?? '•', 1) },
    { reference: sourceNumbering, levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 454, hanging: 454 } } } }] },
  ];
  let changes = 0;
  return {
    losses: new Set(),
    numbering,
    mark: (author) => ({ id: (changes += 1), author: printable(author), date: `${moment}T00:00:00Z` }),
    list: (start) => {
      if (start === null) return bullets;
      const reference = `list-${numbering.length}`;
      numbering.push({ reference, levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`, start) });
      return reference;
    },
  };
}

function levels(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (level: number) => string, start: number) {
  return Array.from({ length: deepestListLevel + 1 }, (_, level) => ({
    level,
    format,
    text: text(level),
    start: level === 0 ? start : 1,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 397 * (level + 1), hanging: 397 } } },
  }));
}
