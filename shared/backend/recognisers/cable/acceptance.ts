// How sure one can be from the first few thousand characters that a text is a cable.

import { readBanner } from './banner.ts';
import { isIdentifier } from './identifier.ts';
import { isRoutingLine } from './routing.ts';
import { linesOf, upper, workingCopy } from './source.ts';
import { isTagCode } from './tags.ts';

/** Cables show what they are within the page's lines, the routing header and the first labels: about 2,000 characters, 6,000 with long address lists. */
const READ = 6000;

const TAGS_LINE = /^\s{0,40}TAGS\s{0,3}[:;]?\s/;
const ORDER_LINE = /^\s{0,40}E\.?\s?O\.?\s{0,3}:?\s{0,3}(?:12356|12065|12958|13526|11652)\b/i;
const MARKED_PARAGRAPH = /^\s{0,8}¶?\d{1,2}\.?\s{0,3}\((?:U|SBU|C|S|C\/NF|S\/NF|S\/\/NF|LOU)\)/;

/** 0 to 0.99. Mail and reports have none of these lines, or one quoted; two different ones make a cable likely. */
export function likeness(text: string): number {
  const head = workingCopy(text.slice(0, READ));
  const seen = new Map<string, number>();
  let routing = 0;
  for (const line of linesOf(head.replace(/<[^<>]{1,300}>/g, '\n'))) {
    if (line.blank) continue;
    const words = line.text.slice(0, 300);
    if (isRoutingLine(words)) routing += 1;
    if (readBanner(line) !== null) seen.set('banner', 0.45);
    if (TAGS_LINE.test(words) && upper(words).split(/[\s,:;]+/).slice(1, 12).filter((word) => word.length > 1 && isTagCode(word)).length >= 2) seen.set('tags', 0.4);
    if (ORDER_LINE.test(words)) seen.set('order', 0.3);
    if (/^\s{0,40}SUBJ(?:ECT)? ?:/.test(words)) seen.set('subject', 0.08);
    if (/^\s{0,40}REF(?:S|TELS?)? ?:/.test(words)) seen.set('references', 0.08);
    if (/^\s{0,40}SIPDIS\b/.test(words)) seen.set('caption', 0.25);
    if (MARKED_PARAGRAPH.test(words)) seen.set('marks', 0.15);
    if (/^\s{0,40}Classified by\s{0,3}:/i.test(words)) seen.set('classified', 0.15);
    if (isIdentifier(words.trim())) seen.set('identifier', 0.3);
    if (/partial extract of the original cable/i.test(words)) seen.set('partial', 0.4);
    // The row of a table of cables.
    if (/^"?\d{1,7}"?,"?\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}"?,"?\d{2}[A-Z]{3,20}\d{1,7}"?,/.test(words)) seen.set('row', 0.7);
  }
  const total = [...seen.values()].reduce((sum, weight) => sum + weight, Math.min(0.6, routing * 0.2));
  // One sign alone may be a quotation.
  const single = seen.size + (routing >= 2 ? 2 : routing) <= 1;
  return Math.min(0.99, single ? total * 0.4 : total);
}
