// What must hold for every parsed document, and short ways to look at one.

import type { ParsedDocument } from '../../shared/core/document.ts';

/** What is wrong with the offsets of a document: blocks in order, one newline apart, covering the text; runs and cells inside. */
export function unsoundness({ text, blocks }: ParsedDocument): string[] {
  const problems: string[] = [];
  let at = 0;
  for (const [i, { start, end, runs, cells }] of blocks.entries()) {
    if (start !== at || end <= start) problems.push(`block ${i} lies at ${start}..${end}, expected to start at ${at}`);
    if (start > 0 && text[start - 1] !== '\n') problems.push(`no newline before block ${i}`);
    for (const inner of [...runs, ...cells]) if (inner.start < start || inner.end > end || inner.end < inner.start) problems.push(`a run or cell of block ${i} lies outside`);
    at = end + 1;
  }
  if (text.length !== Math.max(0, at - 1)) problems.push(`the text has ${text.length} characters, its blocks end at ${at - 1}`);
  return problems.slice(0, 5);
}

export function passages({ text, blocks }: ParsedDocument): string[] {
  return blocks.map(({ start, end }) => text.slice(start, end));
}

/** Each passage as "kind level label: text", without what is zero or missing. */
export function shapes(document: ParsedDocument): string[] {
  const texts = passages(document);
  return document.blocks.map(({ kind, level, label }, i) => `${kind}${level || ''}${label ? ` ${label}` : ''}: ${texts[i]}`);
}
