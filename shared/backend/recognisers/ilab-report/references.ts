// The numbered list at the end of a report, and the numbers in the text that point to it. Editions write "(1, 2)", "(1; 2)", "(1,2)" and "(7-14)",
// with and without a space before it.

import type { Block, ParsedDocument, TextRange } from '../../../core/document.ts';
import type { Citation, Reference, Section } from '../../../core/recognition.ts';
import { sentences } from '../../../core/sentence.ts';

const urlPattern = /\b(?:https?:\/\/|www\.)\S+/iu;
/** A range of more numbers than this is no range of references. */
const widestRange = 80;
/** A list is allowed to skip a few numbers, as misprinted ones do. */
const mostSkipped = 3;
/** Reports cite a few hundred works at most; without a list this bounds what a number in brackets may be. */
const mostReferences = 400;

type Start = { number: number; at: number; textAt: number };

/** Where entries begin within a block: by the block's own label, or by the next number in its text. */
function startsIn(text: string, block: Block, last: number): Start[] {
  const own = block.label === null ? Number.NaN : Number.parseInt(block.label, 10);
  if (own > last && own <= mostReferences) {
    return [{ number: own, at: block.start, textAt: block.start }, ...inText(text, own, false)].map((start, index) => (index === 0 ? start : moved(start, block)));
  }
  return inText(text, last, true).map((start) => moved(start, block));
}

const moved = (start: Start, block: Block): Start => ({ ...start, at: block.start + start.at, textAt: block.start + start.textAt });

/** Numbers that count on from `last`: at the start of the text, or after the end of the entry before. */
function inText(text: string, last: number, mayOpen: boolean): Start[] {
  const starts: Start[] = [];
  let from = 0;
  if (mayOpen) {
    const open = /^\s*(\d{1,3})(?:\.\s*|\s+)(?=\S)/u.exec(text);
    const number = Number(open?.[1]);
    if (open !== null && number > last && number <= last + 1 + mostSkipped) {
      starts.push({ number, at: 0, textAt: open[0].length });
      last = number;
      from = open[0].length;
    }
  }
  // The three digits of later numbers stand so near to the entry before that both may be read as one passage.
  for (;;) {
    const next = new RegExp(String.raw`(?<=[.\]”"/a-z])\s*(?<!\d)${last + 1}(?:\.\s*|\s+)(?=[\p{Lu}—“"‘'\[])`, 'u').exec(text.slice(from));
    if (next === null || (starts.length === 0 && mayOpen)) return starts;
    const at = from + next.index;
    const textAt = at + next[0].length;
    starts.push({ number: ++last, at: textAt - next[0].trimStart().length, textAt });
    from = textAt;
  }
}

/** The entries of the list; a passage without a number goes on with the entry before it. */
export function readReferences(document: ParsedDocument, sections: readonly Section[]): Reference[] {
  const list = sections.find((section) => section.role === 'references');
  if (list === undefined) return [];
  const references: Reference[] = [];
  const [, ...blocks] = document.blocks.filter((block) => block.start >= list.start && block.end <= list.end);
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) break;
    const starts = startsIn(document.text.slice(block.start, block.end), block, references.at(-1)?.number ?? 0);
    const before = references.at(-1);
    const first = starts[0]?.at ?? block.end;
    if (before !== undefined && first > block.start) before.end = trimmedEnd(document.text, before.start, first);
    starts.forEach(({ number, textAt }, index) => {
      const end = starts[index + 1]?.at ?? block.end;
      references.push({ number, start: textAt, end: trimmedEnd(document.text, textAt, end), text: '', url: null, page: pageOf(document, textAt) ?? block.page });
    });
  }
  return references.map((reference) => {
    const text = document.text.slice(reference.start, reference.end).replace(/\s+/gu, ' ').trim();
    return { ...reference, text, url: urlPattern.exec(text)?.[0].replace(/[.,;)\]]+$/u, '') ?? null };
  });
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

function pageOf(document: ParsedDocument, offset: number): number | null {
  return document.pages.find((page) => offset >= page.start && offset < page.end)?.number ?? null;
}

const bracket = /\(\s*(\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)[\s,;]*\)/gu;

/** The numbers in brackets of `text` that point to references, as ranges in it. `last` is the highest number of the list. */
function bracketsIn(text: string, last: number): (TextRange & { references: number[] })[] {
  const found: (TextRange & { references: number[] })[] = [];
  const counting = countingBrackets(text);
  for (const match of text.matchAll(bracket)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - 60), start);
    const after = text.slice(end, end + 12);
    // "Article 38.1(2)" and "section 87 (1) of" name a place in a law.
    if (/\d$/u.test(before)) continue;
    if (/\b(?:article|section|paragraph|clause|rule|regulation|chapter)s?\s+[\w.,-]*\d[\w.-]*\s*$/iu.test(before) && /^\s*(?:of|\(|,\s*\()/u.test(after)) continue;
    if (counting.has(start)) continue;
    const printed = match[1] ?? '';
    // "(79,690)" is a number of people: a group of three digits without a space, and no reference so high or so written.
    if (/^\d{1,3}(?:,\d{3})+$/u.test(printed) && !printed.split(',').every((part, at) => Number(part) <= last && (at === 0 || !part.startsWith('0')))) continue;
    const references = numbersOf(printed).filter((number) => number >= 1 && number <= last);
    if (references.length > 0) found.push({ start, end, references });
  }
  return found;
}

const counted = /(?<=\s)\((\d{1,2})\)(?=\s+(?!(?:and|or|as|but|which|while|with|in)\b)\p{Ll})/gu;

/** Where brackets count what follows them, "(1) to write, (2) to read", from one and without a gap. */
function countingBrackets(text: string): Set<number> {
  const counting = new Set<number>();
  let run: number[] = [];
  for (const { 1: number, index } of text.matchAll(counted)) {
    if (Number(number) === 1) run = [index];
    else if (run.length > 0 && Number(number) === run.length + 1) run.push(index);
    if (run.length > 1) for (const at of run) counting.add(at);
  }
  return counting;
}

function numbersOf(printed: string): number[] {
  return printed.split(/\s*[,;]\s*/u).flatMap((part) => {
    const [first = 0, last = first] = part.split(/\s*[–-]\s*/u).map(Number);
    return last > first && last - first <= widestRange ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : first === last ? [first] : [first, last];
  });
}

/** The passages that are searched one by one: the cells of a row, or the whole block. */
function passagesOf(block: Block): TextRange[] {
  return block.cells.length > 0 ? block.cells : [block];
}

/** The citations of the text, from the assessment to the list of references. */
export function readCitations(document: ParsedDocument, references: readonly Reference[]): Citation[] {
  const listStart = references[0]?.start ?? document.text.length;
  const last = references.reduce((highest, { number }) => Math.max(highest, number), 0) || mostReferences;
  const citations: Citation[] = [];
  let before: Block | null = null;
  for (const block of document.blocks) {
    if (block.start >= listStart) break;
    const previous: Block | null = before;
    before = block;
    if (block.kind === 'heading' || block.kind === 'title') continue;
    for (const passage of passagesOf(block)) {
      const text = document.text.slice(passage.start, passage.end);
      const brackets = bracketsIn(text, last);
      if (brackets.length === 0) continue;
      const ends = sentences(text);
      let from = 0;
      let claim: TextRange | null = null;
      for (const { start, end, references: numbers } of brackets) {
        const own = claimBefore(text, ends, from, start);
        // Two brackets side by side speak of the same claim.
        if (own.start < own.end) claim = { start: passage.start + own.start, end: passage.start + own.end };
        // A bracket that opens a paragraph was moved there from the end of the one before.
        else if (claim === null && previous?.kind === 'paragraph' && block.kind === 'paragraph') claim = lastSentence(document, previous);
        claim ??= { start: passage.start + start, end: passage.start + start };
        citations.push({ references: numbers, start: passage.start + start, end: passage.start + end, claimStart: claim.start, claimEnd: claim.end, page: pageOf(document, passage.start + start) ?? block.page });
        from = end;
      }
    }
  }
  return citations;
}

function lastSentence(document: ParsedDocument, block: Block): TextRange | null {
  const own = sentences(document.text.slice(block.start, block.end)).at(-1);
  return own === undefined ? null : { start: block.start + own.start, end: block.start + own.end };
}

/** The sentence that ends at the bracket, or its part after the bracket before. */
function claimBefore(text: string, all: readonly TextRange[], from: number, until: number): TextRange {
  const end = until - (text.slice(from, until).length - text.slice(from, until).trimEnd().length);
  const own = all.findLast((sentence) => sentence.start < end);
  const start = Math.max(from, own?.start ?? 0);
  return { start: start + (text.slice(start, end).length - text.slice(start, end).trimStart().length), end };
}
