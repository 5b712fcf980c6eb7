// Text as Word runs: line breaks, writing direction, tracked changes and linked citations. Paragraphs and tables are not made here.

import { DeletedTextRun, InsertedTextRun, InternalHyperlink, Tab, TextRun, type IRunOptions, type IRunPropertiesOptions, type ParagraphChild } from 'docx';
import type { Citation } from '../../../core/brief.ts';
import { citationPieces, unbroken } from '../layout/wording.ts';
import { printable, splitByDirection } from '../prose/characters.ts';
import type { ChangeMark } from './writing.ts';

export type RunStyle = Pick<IRunPropertiesOptions, 'bold' | 'boldComplexScript' | 'italics' | 'italicsComplexScript' | 'strike' | 'underline' | 'color' | 'style' | 'font' | 'characterSpacing'>;

/** A change from the earlier edition to the later one; `mark` gives each run a number of its own. */
export type TrackedChange = { kind: 'inserted' | 'deleted'; mark: () => ChangeMark };

export const bold: RunStyle = { bold: true, boldComplexScript: true };
export const italic: RunStyle = { italics: true, italicsComplexScript: true };

/** Runs for a text of any script; a newline becomes a line break within the paragraph, a tab Word's own. */
export function textRuns(text: string, style: RunStyle = {}, change: TrackedChange | null = null): ParagraphChild[] {
  // A string among `children` would be taken for a field when it says CURRENT or TOTAL_PAGES: words go in as `text`.
  const run = (content: Pick<IRunOptions, 'text' | 'break' | 'children' | 'rightToLeft'>) => {
    if (change?.kind === 'inserted') return new InsertedTextRun({ ...style, ...content, ...change.mark() });
    if (change?.kind === 'deleted') return new DeletedTextRun({ ...style, ...content, ...change.mark() });
    return new TextRun({ ...style, ...content });
  };
  return printable(text)
    .split(/(\n|\t)/)
    .flatMap((part) => {
      if (part === '\n') return [run({ break: 1 })];
      if (part === '\t') return [run({ children: [new Tab()] })];
      return part === '' ? [] : splitByDirection(part).map((each) => run({ text: each.text, ...(each.rightToLeft ? { rightToLeft: true } : {}) }));
    });
}

/**
 * "[3, p. 4]" with the number leading to the list of sources. In a paragraph written from right to left it stands between two
 * left-to-right marks (U+200E); without them its brackets and commas would change places.
 */
export function citationRuns(citations: readonly Citation[], { change = null, rightToLeft = false }: { change?: TrackedChange | null; rightToLeft?: boolean } = {}): ParagraphChild[] {
  const runs = citationPieces(citations).flatMap(({ text, source }) => {
    const pieces = textRuns(unbroken(text), source === null ? {} : { style: 'Citation' }, change);
    return source === null ? pieces : [new InternalHyperlink({ anchor: sourceBookmark(source), children: pieces })];
  });
  return rightToLeft ? [...textRuns('\u200e'), ...runs, ...textRuns('\u200e')] : runs;
}

/** Word takes letters, digits and underscores, 40 characters at most. */
export function sourceBookmark(source: number): string {
  return `source_${source}`;
}
