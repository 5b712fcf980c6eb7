// A highlighted passage with note and tags. Stored by position, exact quote and context, so that it can be found again.

import type { TextRange } from './document.ts';
import { onWholeLetters } from './text-steps.ts';

/** Characters of context kept on each side of a quote; the same as the W3C model's users store. */
export const contextLength = 32;

export type AnchorState = 'exact' | 'moved' | 'doubtful' | 'lost';

/** A rectangle on a page, in points (1/72 inch) from the top left of the page as it stands unturned by the reader. */
export type PageArea = { /** 1-based. */ page: number; x: number; y: number; width: number; height: number };

/**
 * A highlighted passage, or an area of a page (a figure, a stamp, a part of a scan). An area has a place in the text too, the words
 * it stands before, so that it is listed in document order; its `quote` is then its description and no words of the document.
 */
export type Annotation = TextRange & {
  id: string;
  documentId: string;
  quote: string;
  /** Null for a passage. */
  area: PageArea | null;
  prefix: string;
  suffix: string;
  /** 1-based page on which it starts; null when the document has none. */
  page: number | null;
  /** Name of a palette colour; null means the colour of its first tag. */
  colour: TagColour | null;
  /** Markdown. */
  note: string;
  author: string;
  createdAt: string;
  updatedAt: string;
  anchorState: AnchorState;
  tagIds: string[];
};

/** An annotation with enough of its document to be listed anywhere. */
export type ListedAnnotation = Annotation & {
  documentTitle: string;
  country: string | null;
  year: number | null;
  section: string | null;
  findingIds: string[];
};

/** Twelve colours, distinguishable in both themes; the style sheet holds their values. */
export const tagColours = [
  'blue',
  'teal',
  'green',
  'olive',
  'yellow',
  'orange',
  'red',
  'pink',
  'purple',
  'indigo',
  'brown',
  'grey',
] as const;
export type TagColour = (typeof tagColours)[number];

/** The stored anchor of a selection: its quote and up to 32 characters of context each side, never splitting a surrogate pair. */
export function anchorOf(text: string, range: TextRange): { quote: string; prefix: string; suffix: string } {
  return {
    quote: text.slice(range.start, range.end),
    prefix: text.slice(onCodePoint(text, Math.max(0, range.start - contextLength), 1), range.start),
    suffix: text.slice(range.end, onCodePoint(text, Math.min(text.length, range.end + contextLength), -1)),
  };
}

/** The range without white space at its ends, whole letters only; null when nothing is left or it lies outside the text. */
export function trimRange(text: string, range: TextRange): TextRange | null {
  const whole = onWholeLetters(text, { start: Math.max(0, Math.trunc(range.start)), end: Math.min(text.length, Math.trunc(range.end)) });
  let { start, end } = whole;
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { start, end } : null;
}

/** Moves an offset that stands between the two halves of a surrogate pair by `step`. */
function onCodePoint(text: string, offset: number, step: 1 | -1): number {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  const splits = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  return splits ? offset + step : offset;
}
