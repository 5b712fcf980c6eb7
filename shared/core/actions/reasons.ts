// Sentences of an edition that may say why it does not suggest an action any more: done, dropped, or part of another one. They are offered
// for a decision; nothing is decided here.

import type { Block, TextRange } from '../document.ts';
import type { Section } from '../recognition.ts';
import { sentences } from '../sentence.ts';
import { Wordings } from './wording.ts';

/** Offsets are UTF-16 code units into the canonical text of the edition. */
export type PossibleReason = TextRange & { quote: string; section: string | null; /** 0..1 */ likeness: number };

/** Less than this has nothing to do with the action. */
const leastLikeness = 0.18;
/** What a report says of something that was done or given up. */
const doneWords = /\b(?:adopted|amended|approved|built|completed|conducted|created|enacted|ended|established|finali[sz]ed|funded|hired|implemented|increased|launched|lifted|passed|prohibits?|published|ratified|raised|reopened|signed|trained|allocated|no longer|new law|new policy)\b/iu;
const doneBonus = 0.06;
/** Sections that repeat the suggestions themselves, or list sources. */
const leftOut = new Set(['suggested-actions', 'references']);

/** The likeliest first. */
export function possibleReasons(action: string, { text, blocks, sections }: { text: string; blocks: readonly Block[]; sections: readonly Section[] }, most = 5): PossibleReason[] {
  const passages = blocks
    .filter(({ kind, start }) => (kind === 'paragraph' || kind === 'list-item' || kind === 'note' || kind === 'table-row') && !leftOut.has(sectionAt(sections, start)?.role ?? ''))
    .flatMap((block): TextRange[] => (block.kind === 'table-row' ? [block] : sentences(text.slice(block.start, block.end)).map((range) => ({ start: block.start + range.start, end: block.start + range.end }))));
  const wordings = new Wordings([action, ...passages.map(({ start, end }) => text.slice(start, end))]);
  return passages
    .flatMap(({ start, end }, at): PossibleReason[] => {
      const { both, part } = wordings.alike(0, at + 1);
      const quote = text.slice(start, end).trim();
      // A short sentence stands in an action by chance; a longer one that holds most of it speaks of it.
      const likeness = Math.min(1, Math.max(both, 0.6 * both + 0.4 * part * Math.min(1, wordings.length(at + 1) / wordings.length(0))) + (doneWords.test(quote) ? doneBonus : 0));
      return likeness >= leastLikeness && quote !== action ? [{ start, end, quote, section: sectionAt(sections, start)?.title ?? null, likeness: Math.round(likeness * 1000) / 1000 }] : [];
    })
    .toSorted((one, other) => other.likeness - one.likeness || one.start - other.start)
    .slice(0, most);
}

/** The deepest section around an offset. */
function sectionAt(sections: readonly Section[], offset: number): Section | null {
  return sections.filter(({ start, end }) => start <= offset && offset < end).toSorted((one, other) => other.level - one.level)[0] ?? null;
}
