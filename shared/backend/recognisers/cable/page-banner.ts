// Finds the banners that transmission put between the lines: "ASTANA 00003256  002 OF 004", "PAGE 02 ROME 01196 01 OF 02 082030Z".
// They fall anywhere, in TAGS, REF and sentences too, so they are found before anything else is read.

import type { TextRange } from '../../../core/document.ts';
import { postOf } from './post.ts';

const SECTION_COUNT = /\d{7,8}\s{1,60}\d{3}(?:\.\d)?\s{1,20}OF\s{1,20}\d{2,3}\b/g;
const PAGE = /\bPAGE\s{1,8}\d{2,3}\s{1,20}[A-Z][A-Z .'/-]{1,30}\s{1,12}\d{3,6}\s{1,20}(?:\d{2}\s{1,6}OF\s{1,6}\d{2}\s{1,20})?\d{6}Z/g;
/** A classification printed over the page banner; some copies spell the line break between them as backslash and n. */
const MARKING_BEFORE = /(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE)(?:\s|\\n){1,90}$/;
const CAPITAL_WORD = /^[A-Z][A-Z.'-]*$/;

/** Start of the words before an offset that name a post: the longest listed name, else the whole line when it is only capitals, else one word. */
function startOfPost(text: string, at: number): number {
  const near = text.slice(Math.max(0, at - 45), at);
  const lineStart = at - near.length + near.lastIndexOf('\n') + 1;
  const words = [...text.slice(lineStart, at).matchAll(/\S+/g)];
  let start = at;
  let unlisted = at;
  for (let index = words.length - 1; index >= Math.max(0, words.length - 4); index -= 1) {
    const word = words[index];
    if (word === undefined || !CAPITAL_WORD.test(word[0])) break;
    const wordStart = lineStart + word.index;
    if (postOf(text.slice(wordStart, at)) !== null) start = wordStart;
    if (index === 0 || unlisted === at) unlisted = wordStart;
  }
  return start < at ? start : unlisted;
}

/** Page banners in reading order, with the post or marking before them; offsets into text. */
export function pageBanners(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (const found of text.matchAll(SECTION_COUNT)) {
    const start = startOfPost(text, found.index);
    ranges.push({ start, end: found.index + found[0].length });
  }
  for (const found of text.matchAll(PAGE)) {
    const before = text.slice(Math.max(0, found.index - 110), found.index);
    const marking = MARKING_BEFORE.exec(before);
    ranges.push({ start: found.index - (marking?.[0].length ?? 0), end: found.index + found[0].length });
  }
  return ranges.sort((left, right) => left.start - right.start);
}
