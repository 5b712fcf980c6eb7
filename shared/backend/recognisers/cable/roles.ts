// Says who speaks in each passage of a cable's body: summary, reporting, the author's comment, a request for action, quoted text.
// Summary and comment are the author's judgement; an analyst must not take them for what was seen or heard.

import type { BlockRole, TextRange } from '../../../core/document.ts';
import type { BodyPart, Paragraph, Passage } from './body.ts';

/** A passage, or part of one, with its role. */
export type SpokenPassage = Passage & { role: BlockRole };

export type SpokenParagraph = Omit<Paragraph, 'passages'> & { passages: SpokenPassage[] };
export type SpokenPart = Exclude<BodyPart, Paragraph> | SpokenParagraph;

const SUMMARY = /^[\s(\-=*]{0,6}(?:executive\s+)?summ?a?r?y\b/i;
/** In front of a paragraph the word must be a label, not the subject of a sentence. */
const SUMMARY_LABEL =
  /^[\s(]{0,3}(?:begin\s+)?(?:(?:introduction|comment|action requests?)\s*(?:and|\/|&)\s*)?(?:executive\s+)?(?:summ?a?r?y|SUMM?A?R?Y)(?:\s*(?:and|\/|&|,)\s*(?:[a-z]+\s+){0,3}[a-z]+)?\s*(?:\([A-Z/]{1,6}\)\s*)?(?:[:.]|-{1,3}(?!\w)|={2,})/i;
const END_SUMMARY = /\bend\s+(?:of\s+)?(?:the\s+)?(?:[a-z]+\s+(?:and|\/)\s+)?summ?a?r?y\b/i;
const JUDGEMENT =
  /^[\s(\-=*]{0,6}(?:begin\s+)?(?:(?:embassy|post|mission|consulate|poloff|econoff|bio|biographic|analyst|our|final)\s+)?(?:comments?|notes?|bionotes?)(?:\s*(?:and|\/|&)\s*(?:[a-z]+\s+){0,2}[a-z]+)?\s*(?:\([A-Z/]{1,6}\)\s*)?(?:[:.]|-{1,3}(?!\w)|$)/i;
const COMMENT_HEADING =
  /^(?:(?:embassy|post|mission|consulate|our|final|bio|biographic)\s+)?(?:comments?|notes?)\b(?!\s+(?:from|of|by|on)\b)|\band comments?$/i;
const END_JUDGEMENT = /\bend\s+(?:of\s+)?(?:[a-z]+\s+(?:and|\/)\s+)?(?:[a-z]+\s+)?(?:comments?|notes?|bio\s*notes?|assessment)\b/i;
const ACTION = /^[\s(\-=*]{0,6}(?:this is an?\s+)?action\s+requests?(?:ed)?\b\s*(?:[:.-]|$|for\b)/i;
const END_ACTION = /\bend\s+(?:of\s+)?action\s+requests?\b/i;
const QUOTED = /\bbegin\s+(?:[a-z]+\s+){0,4}(?:text|quote|transcript|translation|message)\b/i;
const END_QUOTED = /\bend\s+(?:[a-z]+\s+){0,4}(?:text|quote|transcript|translation|message)\b/i;
/** A comment that begins inside a passage, after a finished sentence. */
const COMMENT_INSIDE =
  /(?<=[.!?)"”\]]\s{1,6})\(?(?:(?:Begin|BEGIN)\s+)?(?:Embassy |Post |Poloff |EMBASSY |POST )?(?:Comment|COMMENT)\s?(?:\([A-Z/]{1,6}\)\s?)?:/;

type Standing = { role: BlockRole; until: RegExp; section: boolean };

function textOf(work: string, passage: Passage): string {
  return passage.ranges.map((range) => work.slice(range.start, range.end)).join(' ');
}

/** What a paragraph or heading opens by its first words; section: it stands until its end or the next heading. */
function opens(text: string, heading: boolean): Standing | null {
  const head = text.slice(0, 160);
  if (heading ? SUMMARY.test(head) : SUMMARY_LABEL.test(head)) return { role: 'summary', until: END_SUMMARY, section: heading };
  if (ACTION.test(head)) return { role: 'action-request', until: END_ACTION, section: heading };
  if (heading ? COMMENT_HEADING.test(head) : JUDGEMENT.test(head)) return { role: 'comment', until: END_JUDGEMENT, section: heading };
  return null;
}

/** Splits a passage's ranges at an offset of the working copy. */
function splitAt(ranges: readonly TextRange[], at: number): [TextRange[], TextRange[]] {
  const before = ranges.filter((range) => range.start < at).map((range) => ({ start: range.start, end: Math.min(range.end, at) }));
  const after = ranges.filter((range) => range.end > at).map((range) => ({ start: Math.max(range.start, at), end: range.end }));
  return [before.filter((range) => range.end > range.start), after];
}

function offsetIn(ranges: readonly TextRange[], joined: number): number {
  let left = joined;
  for (const range of ranges) {
    const length = range.end - range.start;
    if (left <= length) return range.start + left;
    left -= length + 1;
  }
  return ranges.at(-1)?.end ?? 0;
}

/** A passage whose comment begins inside it, as report and comment; the comment runs to its end mark or to the end of the passage. */
function withCommentApart(work: string, passage: Passage): SpokenPassage[] {
  const text = textOf(work, passage);
  const found = passage.kind === 'table' ? null : COMMENT_INSIDE.exec(text);
  if (found === null || found.index === 0) return [{ ...passage, role: 'report' }];
  const [before, after] = splitAt(passage.ranges, offsetIn(passage.ranges, found.index));
  return [
    { kind: passage.kind, ranges: before, role: 'report' },
    { kind: 'text', ranges: after, role: 'comment' },
  ];
}

/** True when the body marks the end of a summary before any summary opens. */
function summaryStartsUnmarked(work: string, parts: readonly BodyPart[]): boolean {
  for (const part of parts) {
    const text = part.kind === 'heading' ? work.slice(part.start, part.end) : part.passages.map((passage) => textOf(work, passage)).join(' ');
    if (opens(text, part.kind === 'heading')?.role === 'summary') return false;
    if (END_SUMMARY.test(text)) return true;
  }
  return false;
}

/** The parts with a role for each passage. */
export function withRoles(work: string, parts: readonly BodyPart[]): SpokenPart[] {
  let standing: Standing | null = summaryStartsUnmarked(work, parts) ? { role: 'summary', until: END_SUMMARY, section: true } : null;
  const marksEnd = new Map<BlockRole, boolean>();
  const all = (until: RegExp, from: number): boolean =>
    parts.slice(from, from + 40).some((part) => part.kind === 'paragraph' && part.passages.some((passage) => until.test(textOf(work, passage))));
  let firstParagraphSeen = false;
  return parts.map((part, index): SpokenPart => {
    if (part.kind === 'heading') {
      const text = work.slice(part.start, part.end);
      if (standing !== null && standing.until.test(text)) standing = null;
      else {
        const opened = opens(text, true);
        if (opened !== null || standing?.section === true) standing = opened;
        if (opened !== null) marksEnd.set(opened.role, all(opened.until, index));
      }
      firstParagraphSeen = false;
      return part;
    }
    // Under a heading without an end mark the summary is one paragraph long.
    if (standing?.role === 'summary' && standing.section && firstParagraphSeen && marksEnd.get('summary') === false && part.number !== null) standing = null;
    firstParagraphSeen = true;
    const passages: SpokenPassage[] = [];
    for (const [at, passage] of part.passages.entries()) {
      const text = textOf(work, passage);
      if (standing === null || (at === 0 && standing.section)) {
        const opened = opens(text, false);
        if (opened !== null) standing = opened.until.test(text) || !all(opened.until, index) ? { ...opened, section: false } : { ...opened, section: true };
        else if (standing === null && QUOTED.test(text.slice(0, 400))) standing = { role: 'quoted', until: END_QUOTED, section: all(END_QUOTED, index) };
      }
      // Without an end mark a summary is its own text and bullets; unnumbered paragraphs after it report.
      if (at > 0 && passage.kind === 'text' && standing?.role === 'summary' && !standing.section) standing = null;
      const role: BlockRole = standing?.role ?? 'report';
      passages.push(...(role === 'report' ? withCommentApart(work, passage) : [{ ...passage, role }]));
      if (standing !== null && standing.until.test(text)) standing = null;
    }
    if (standing !== null && !standing.section) standing = null;
    return { ...part, passages };
  });
}
