// How the line of a report's level differs from that of the edition before: a level changes as a whole, and so does its qualifier. Compared
// word by word, "advancement" would stay of one level in the next, which says nothing.

import type { WordDifference } from './alignment.ts';
import type { TextRange } from './document.ts';

export type LevelLine = { text: string; range: TextRange };

/** The pieces of both lines; same and removed ones make the older, same and added ones the newer. */
export function levelLineDifference(older: LevelLine, newer: LevelLine): WordDifference[] {
  const [was, is] = [parted(older), parted(newer)];
  const one = (kind: 'removed' | 'added', range: TextRange, { text }: LevelLine): WordDifference[] =>
    range.start < range.end ? [{ kind, text: text.slice(range.start, range.end), older: kind === 'removed' ? range : null, newer: kind === 'added' ? range : null, emphasis: null }] : [];
  if (letters(older, was.level) !== letters(newer, is.level)) return [...one('removed', older.range, older), ...one('added', newer.range, newer)];
  return [{ kind: 'same', text: newer.text.slice(is.level.start, is.level.end), older: was.level, newer: is.level, emphasis: null }, ...one('removed', was.qualifier, older), ...one('added', is.qualifier, newer)];
}

/** The level, and behind a dash or a colon its qualifier with that sign. */
function parted({ text, range }: LevelLine): { level: TextRange; qualifier: TextRange } {
  const at = text.slice(range.start, range.end).search(/\s*(?:[–—:]|\s-\s)/u);
  const cut = at < 0 ? range.end : range.start + at;
  return { level: { start: range.start, end: cut }, qualifier: { start: cut, end: range.end } };
}

function letters({ text }: LevelLine, { start, end }: TextRange): string {
  return text.slice(start, end).toLocaleLowerCase('en').replace(/[^\p{L}]+/gu, ' ').trim();
}
