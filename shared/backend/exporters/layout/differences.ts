// Word differences that add up: the parts that the alignment found, fitted to the very letters of both texts. An alignment looks
// past footnote numbers, quotation marks and spaces; a redline must not.

import { diffWordsWithSpace } from 'diff';
import type { DifferencePart } from '../../../core/comparison.ts';

/** A stretch of one side's text; `strong` where a number, negation or modal changed. */
export type Piece = { text: string; kind: DifferencePart['kind']; strong: boolean };

/** Beyond this a difference is slow to find and nobody reads it; the text is then shown as replaced. */
const mostEdits = 2000;
/** In milliseconds, for one pair of texts. */
const longestSearch = 200;

/** Both sides cut where the differences are; each side's pieces together are its text. */
export function fitDifferences(parts: readonly DifferencePart[], before: string, after: string): { older: Piece[]; newer: Piece[] } {
  const fitted = fitBoth(parts, before, after);
  if (fitted) return { older: fitted.flatMap(({ older }) => older ?? []), newer: fitted.flatMap(({ newer }) => newer ?? []) };
  const found = wordDifferences(before, after).map((part) => ({ text: part.text, kind: part.kind, strong: false }));
  return { older: found.filter((piece) => piece.kind !== 'added'), newer: found.filter((piece) => piece.kind !== 'removed') };
}

/** One list of changes: same + removed parts are `before`, same + added parts are `after`, to the letter. */
export function redlineOf(parts: readonly DifferencePart[], before: string, after: string): DifferencePart[] {
  const fitted = fitBoth(parts, before, after);
  if (!fitted) return wordDifferences(before, after);
  return fitted.flatMap(({ part, older, newer }): DifferencePart[] => {
    if (part.kind === 'removed') return [{ ...part, text: older?.text ?? '' }];
    if (part.kind === 'added') return [{ ...part, text: newer?.text ?? '' }];
    return wordDifferences(older?.text ?? '', newer?.text ?? '');
  });
}

type Fitted = { part: DifferencePart; older: Piece | null; newer: Piece | null };

/** Null when the parts are not the words of both texts. */
function fitBoth(parts: readonly DifferencePart[], before: string, after: string): Fitted[] | null {
  if (parts.length === 0) return null;
  const older = fit(
    parts.filter((part) => part.kind !== 'added').map((part) => part.older ?? part.text),
    before,
  );
  const newer = fit(
    parts.filter((part) => part.kind !== 'removed').map((part) => part.text),
    after,
  );
  if (!older || !newer) return null;
  let olderPlace = 0;
  let newerPlace = 0;
  const piece = ({ kind, emphasis }: DifferencePart, text: string | undefined): Piece => ({ text: text ?? '', kind, strong: kind !== 'same' && emphasis !== null });
  return parts.map((part) => ({
    part,
    older: part.kind === 'added' ? null : piece(part, older[olderPlace++]),
    newer: part.kind === 'removed' ? null : piece(part, newer[newerPlace++]),
  }));
}

/**
 * Cuts a text at the borders of its parts when they differ from it in white space at most: sentences that were split are
 * joined by a line break in the text and by nothing in the parts. Null when other characters differ.
 */
function fit(parts: readonly string[], text: string): string[] | null {
  const pieces: string[] = [];
  let at = 0;
  for (const part of parts) {
    const start = at;
    for (const character of part.replace(/\s+/gu, '')) {
      at = pastSpace(text, at);
      if (!text.startsWith(character, at)) return null;
      at += character.length;
    }
    // White space that the part ends with stays with it.
    if (/\s$/u.test(part)) at = pastSpace(text, at);
    pieces.push(text.slice(start, at));
  }
  if (pastSpace(text, at) < text.length) return null;
  return pieces.length === 0 ? (text === '' ? [] : null) : [...pieces.slice(0, -1), (pieces.at(-1) ?? '') + text.slice(at)];
}

function pastSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/u.test(text.charAt(at))) at += 1;
  return at;
}

function wordDifferences(before: string, after: string): DifferencePart[] {
  const part = (kind: DifferencePart['kind'], text: string): DifferencePart => ({ kind, text, emphasis: null });
  if (before === after) return before === '' ? [] : [part('same', before)];
  const found = diffWordsWithSpace(before, after, { maxEditLength: mostEdits, timeout: longestSearch });
  if (!found) return [part('removed', before), part('added', after)].filter((each) => each.text !== '');
  return found.map(({ added, removed, value }) => part(added ? 'added' : removed ? 'removed' : 'same', value));
}
