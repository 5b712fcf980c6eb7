// Lines to passages: joins lines that were broken to a width, and knows headings, lists, tables, forms and quoted mail by
// their shape. What it is not sure of stays a paragraph of its own.

import { rowDraft, type DraftBlock } from '../../../core/canonical-text.ts';
import { narrowest, widest, type Line } from './lines.ts';

const bullet = /^(?:[-*•‣▪◦·●■□–—]|\uf0b7)\s+(?=\S)/u;
const enumerator = /^(\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)|(?:\d{1,3}|[a-z]|[ivx]{1,5})\)|\d{1,3}\.(?!\d)|¶\s?\d{1,3}\.?)\s+(?=\S)/u;
const rule = /^([-=_*~#.])\1{2,}$/;
const field = /^[\p{Lu}][\p{L} ./-]{1,30}:(?:\s|$)/u;
const sentenceEnd = /[.!?:;,。！？]["”’')\]]*$/u;
/** Three blanks between words line up columns; two only follow a full stop. */
const columns = /\S {3,}\S/;
/** A numbered passage longer than this is a paragraph of a report or cable, not an item of a list. */
const longItem = 160;
const longestHeading = 100;
/** A line is taken as broken when the next word would have passed this share of the width: people break a little early. */
const fullLine = 0.9;
/** A run of lines shows its own width from here on; narrower ones are addresses, verse and captions. */
const narrowestRun = 60;

/** No paragraph has more lines; a longer run without blank lines is a log or a list of data. */
const mostLines = 400;

const progressEvery = 50_000;

export function passagesOf(lines: Line[], width: number | null, onProgress?: (done: number, total: number) => void): DraftBlock[] {
  const drafts: DraftBlock[] = [];
  const tables = { count: 0 };
  let start = 0;
  let reported = 0;
  while (start < lines.length) {
    if ((lines[start] as Line).text === '') {
      start++;
      continue;
    }
    let end = start;
    while (end < lines.length && (lines[end] as Line).text !== '') end++;
    runPassages(lines.slice(start, end), width, tables, drafts);
    start = end;
    if (onProgress && start - reported >= progressEvery) {
      reported = start;
      onProgress(start, lines.length);
    }
  }
  return drafts;
}

/** The passages of lines that follow each other without a blank line. */
function runPassages(run: Line[], documentWidth: number | null, tables: { count: number }, drafts: DraftBlock[]): void {
  const first = run[0] as Line;
  const second = run[1];
  if (second && run.length === 2 && rule.test(second.text) && first.text.length <= longestHeading) {
    drafts.push({ kind: 'heading', level: second.text.startsWith('=') ? 1 : 2, text: plain(first.text) });
    return;
  }
  if (run.length === 1 && isHeading(first.text)) {
    drafts.push({ kind: 'heading', level: headingLevel(first.text), text: plain(first.text) });
    return;
  }
  if (run.every(({ text }) => text.startsWith('>'))) {
    drafts.push({ kind: 'quote', text: plain(run.map(({ text }) => text.replace(/^(?:>\s?)+/, '')).join(' ')) });
    return;
  }
  const width = runWidth(run, documentWidth);
  let at = 0;
  while (at < run.length) {
    const table = tableRows(run, at);
    if (table > 0) {
      for (const { text } of run.slice(at, at + table)) drafts.push({ ...rowDraft(text.split('\t').map((cell) => ({ text: plain(cell) }))), table: tables.count });
      tables.count++;
      at += table;
      continue;
    }
    const aligned = alignedLines(run, at);
    if (aligned > 0) {
      const margin = Math.min(...run.slice(at, at + aligned).map(({ indent }) => indent));
      drafts.push({ kind: 'code', text: run.slice(at, at + aligned).map(({ text, indent }) => ' '.repeat(Math.min(indent - margin, widest)) + text).join('\n') });
      at += aligned;
      continue;
    }
    at = passage(run, at, width, drafts);
  }
}

/** Reads one passage beginning at line `at`, and gives the line after it. */
function passage(run: Line[], at: number, width: number | null, drafts: DraftBlock[]): number {
  const first = run[at] as Line;
  if (rule.test(first.text)) return at + 1;
  const parts = [first.text];
  let end = at + 1;
  while (end < run.length && end - at < mostLines && continues(run[end - 1] as Line, run[end] as Line, width)) {
    parts.push((run[end] as Line).text);
    end++;
  }
  drafts.push(draft(plain(joined(parts)), run, at, end));
  return end;
}

function draft(text: string, run: Line[], at: number, end: number): DraftBlock {
  const marked = bullet.exec(text);
  if (marked) return { kind: 'list-item', level: listLevel(run, at), text: text.slice(marked[0].length) };
  const numbered = enumerator.exec(text);
  if (numbered) {
    const rest = text.slice(numbered[0].length);
    const label = (numbered[1] ?? '').replace(/^(\d+)\.$/, '$1');
    const isParagraph = rest.length > longItem || (at === 0 && end === run.length);
    return isParagraph ? { kind: 'paragraph', label, text: rest } : { kind: 'list-item', level: listLevel(run, at), label, text: rest };
  }
  if (field.test(text) && (isField(run[at - 1]) || isField(run[end]))) return { kind: 'field', text };
  return { kind: 'paragraph', text };
}

function isField(line: Line | undefined): boolean {
  return line !== undefined && line.text.length < widest && field.test(line.text);
}

function isItem(line: Line): boolean {
  return bullet.test(line.text) || enumerator.test(line.text);
}

/** Depth from 1: how many different smaller indents the items before it in the same run have, outermost first. */
function listLevel(run: Line[], at: number): number {
  let indent = (run[at] as Line).indent;
  let level = 1;
  for (let i = at - 1; i >= 0 && level < 6 && at - i < 200; i--) {
    const line = run[i] as Line;
    if (isItem(line) && line.indent < indent) {
      indent = line.indent;
      level++;
    }
  }
  return level;
}

function runWidth(run: Line[], documentWidth: number | null): number | null {
  let longest = 0;
  for (const { text } of run) longest = Math.max(longest, text.length);
  if (longest > widest * 1.5) return null;
  if (documentWidth !== null) return Math.max(documentWidth, Math.min(longest, widest));
  return longest >= narrowestRun && longest <= widest ? longest : null;
}

/**
 * Whether `next` continues the passage of `line`: the line is so full that the next word did not fit (the mark of text broken
 * to a width), or the next line goes on with a small letter.
 */
function continues(line: Line, next: Line, width: number | null): boolean {
  if (width === null || rule.test(next.text) || isItem(next) || isField(next)) return false;
  const blank = next.text.indexOf(' ');
  const word = blank === -1 ? next.text.length : blank;
  if (line.indent + line.text.length + 1 + word > width * fullLine) return true;
  const small = /^[\p{Ll}(]/u.test(next.text);
  return small && line.text.length > narrowest / 2 && !sentenceEnd.test(line.text);
}

/** Lines as one text: a blank between them, none after a hyphen inside a word or between Chinese or Japanese characters. */
function joined(parts: string[]): string {
  let text = parts[0] ?? '';
  if (parts.length === 1) return text;
  const pieces = [text];
  for (let i = 1; i < parts.length; i++) {
    const next = parts[i] as string;
    const close = /\p{L}-$/u.test(text) || (/[\u3000-\u9fff\uff00-\uffef]$/.test(text) && /^[\u3000-\u9fff\uff00-\uffef]/.test(next));
    pieces.push(close ? next : ` ${next}`);
    text = next;
  }
  return pieces.join('');
}

/** How many lines from `at` on have the same number of tabs between cells; 0 for fewer than two. */
function tableRows(run: Line[], at: number): number {
  const tabs = count(run[at]);
  if (tabs === 0) return 0;
  let end = at + 1;
  while (end < run.length && count(run[end]) === tabs) end++;
  return end - at >= 2 ? end - at : 0;
}

function count(line: Line | undefined): number {
  if (!line || !line.text.includes('\t')) return 0;
  return line.text.split('\t').length - 1;
}

function alignedLines(run: Line[], at: number): number {
  let end = at;
  while (end < run.length && columns.test((run[end] as Line).text.slice(0, 400))) end++;
  return end - at >= 2 ? end - at : 0;
}

function isHeading(text: string): boolean {
  if (text.length > longestHeading || text.length < 2 || bullet.test(text)) return false;
  if (/[.;,]$/.test(text) && !/^\p{Lu}[^\p{Ll}]*$/u.test(text)) return false;
  if (/^(?:chapter|section|part|annex|appendix|article|title)\s+[\dIVXLC]+\b/i.test(text)) return true;
  if (/^(?:\d{1,2}(?:\.\d{1,2}){0,4}\.?|[IVX]{1,5}\.|[A-H]\.)\s+\p{Lu}/u.test(text) && text.length <= 80) return !/[.!?]\s/.test(text.replace(/^\S+\s/, ''));
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length >= 3 && letters.every((letter) => letter === letter.toUpperCase() && letter !== letter.toLowerCase());
}

/** "2.3 ..." is of depth 2; everything else is a heading of the first level. */
function headingLevel(text: string): number {
  const number = /^(\d{1,2}(?:\.\d{1,2}){0,4})/.exec(text)?.[1];
  return number ? Math.min(number.split('.').length, 6) : 1;
}

/** The first passage is the title of the text when it is a line of its own that ends like one. */
export function titled(drafts: DraftBlock[]): DraftBlock[] {
  const [first, ...rest] = drafts;
  if (!first || rest.length === 0 || first.text.length > longestHeading * 1.5 || first.text.includes('\n')) return drafts;
  if (!/\p{L}{3}|\p{Script=Han}{2}/u.test(first.text)) return drafts;
  const short = (first.kind === 'paragraph' && first.label === undefined && first.text.length <= longestHeading && !sentenceEnd.test(first.text)) || first.kind === 'heading';
  if (!short || rest[0]?.kind === 'title') return drafts;
  return [{ ...first, kind: 'title', level: 0 }, ...rest];
}

/** One blank between words; no soft hyphens and zero-width spaces. */
function plain(text: string): string {
  return text.replace(/[\u00ad\u200b]/g, '').replace(/[ \t\u00a0]{2,}|[\t\u00a0]/g, ' ').trim();
}
