// How sure one can be from the first few thousand characters that a text is a cable.

import { readBanner } from './banner.ts';
import { isIdentifier } from './identifier.ts';
import { headerLabels } from './labels.ts';
import { MARK } from './marking.ts';
import { pageBanners } from './page-banner.ts';
import { isRoutingLine } from './routing.ts';
import { linesOf, workingCopy } from './source.ts';
import { isTagCode, readTags, tagsRange } from './tags.ts';

/** Cables show what they are within the page's lines, the routing header and the first labels: about 2,000 characters, 6,000 with long address lists. */
const READ = 6000;

const MARKED_PARAGRAPH = new RegExp(`^\\s{0,8}¶?1\\.?\\s{0,3}\\(${MARK}\\)`);
/** The orders on classification from 1953 to 2009, or one with a digit lost; other orders are cited in reports too. */
const ORDER = /^[\s:]{0,3}(?:10501|11652|12065|12356|12958|13526|\d{4}) ?:/;
const CAPTION = /^\s{0,40}SIPDIS\b/;
const CLASSIFIED_BY = /^\s{0,40}Classified by\s{0,3}:/i;
const PARTIAL = /partial extract of the original cable/i;
const TABLE_ROW = /^"?\d{1,7}"?,"?\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}"?,"?\d{2}[A-Z]{3,20}\d{1,7}"?,/;

type Sign =
  'banner' | 'tags' | 'order' | 'routing' | 'caption' | 'identifier' | 'partial' | 'row' | 'page banner' | 'marks' | 'classified by' | 'subject' | 'references';

/** Weights that sum to certainty for a whole cable; no single one reaches it. */
const WEIGHTS: Readonly<Record<Sign, number>> = {
  row: 0.7,
  routing: 0.45,
  banner: 0.45,
  tags: 0.4,
  partial: 0.4,
  order: 0.3,
  identifier: 0.3,
  caption: 0.25,
  'page banner': 0.2,
  marks: 0.15,
  'classified by': 0.15,
  subject: 0.08,
  references: 0.08,
};
/** Official letters and mail have these too; alone they say nothing. */
const WEAK: readonly Sign[] = ['subject', 'references'];
/** Signs that hardly occur outside cables, so that one is enough. */
const STRONG: readonly Sign[] = ['row', 'banner', 'tags', 'routing'];
/** What a lone sign is worth: it may be a quotation. Below the 0.1 of the generic recogniser. */
const LONE = 0.1;

function signsOf(head: string): Set<Sign> {
  const signs = new Set<Sign>();
  let routing = 0;
  for (const line of linesOf(head)) {
    if (line.blank) continue;
    const words = line.text.slice(0, 300);
    if (isRoutingLine(words)) routing += 1;
    if (readBanner(line) !== null) signs.add('banner');
    if (CAPTION.test(words)) signs.add('caption');
    if (MARKED_PARAGRAPH.test(words)) signs.add('marks');
    if (CLASSIFIED_BY.test(words)) signs.add('classified by');
    if (isIdentifier(words.trim())) signs.add('identifier');
    if (PARTIAL.test(words)) signs.add('partial');
    if (TABLE_ROW.test(words)) signs.add('row');
  }
  if (routing >= 2) signs.add('routing');
  if (pageBanners(head).length > 0) signs.add('page banner');
  const labels = headerLabels(head, 0, head.length);
  for (const label of labels) {
    if (label.kind === 'order' && ORDER.test(head.slice(label.valueStart, label.valueStart + 12))) signs.add('order');
    if (label.kind === 'tags' && readTags(head, tagsRange(head, label, labels, head.length)).filter(({ tag }) => isTagCode(tag)).length >= 2) signs.add('tags');
    if (label.kind === 'subject' || label.kind === 'references') signs.add(label.kind);
  }
  return signs;
}

/** 0 to 0.99. Reports and mail have none of the signs, or one quoted; two different ones make a cable likely. */
export function likeness(text: string): number {
  const head = workingCopy(text.slice(0, READ).replace(/<[^<>]{1,300}>/g, '\n'));
  const signs = [...signsOf(head)];
  const total = signs.reduce((sum, sign) => sum + WEIGHTS[sign], 0);
  const telling = signs.filter((sign) => !WEAK.includes(sign));
  const alone = telling.length === 0 || (telling.length === 1 && !telling.some((sign) => STRONG.includes(sign)));
  return Math.min(0.99, alone ? total * LONE : total);
}
