// Finds the parts of a report: the assessment at the top, sections I to VII, their sub-headings, and the references. By wording, since
// the case of headings is damaged in some files and their numbers are sometimes misprinted.

import sectionList from '../../../../resources/ilab/sections.json' with { type: 'json' };
import type { Block, ParsedDocument } from '../../../core/document.ts';
import type { Section } from '../../../core/recognition.ts';
import { fold, foldKnown, likeness } from './wording.ts';

/** "I." to "VII." at the start of a heading, in any case; small L and digit one are read as I. */
const numeral = /^\s*([ivxl1]{1,5})\s*[.:]\s*/iu;
/** Headings are short; a sentence that begins like one is not. */
const longestHeading = 160;

export type FoundHeading = { block: Block; number: string | null; title: string; role: string | null; level: 1 | 2 };

function readHeading(block: Block, text: string): FoundHeading | null {
  if (text.length > longestHeading || block.kind === 'caption' || block.kind === 'table-row' || block.kind === 'note') return null;
  const bare = text.replace(numeral, '');
  const numbered = bare !== text;
  const folded = fold(bare);
  let best: { entry: (typeof sectionList)[number]; title: string; score: number } | null = null;
  for (const entry of sectionList) {
    for (const title of entry.titles) {
      const score = likeness(folded, foldKnown(title));
      if (score > (best?.score ?? 0.88)) best = { entry, title, score };
    }
  }
  if (best !== null) {
    const { entry } = best;
    // A paragraph that is only "References" is the heading; a table row or a sentence is not.
    if (block.kind === 'paragraph' && best.score < 0.97) return null;
    const level = entry.number !== null || entry.role === 'references' ? 1 : 2;
    return { block, number: entry.number, title: best.title, role: entry.role, level };
  }
  if (block.kind !== 'heading') return null;
  return { block, number: numbered ? (numeral.exec(text)?.[1] ?? null) : null, title: bare.replace(/\s+/gu, ' ').trim(), role: null, level: 2 };
}

/** Whether a heading is that of section I, with which each report begins. */
export function isFirstSection(text: string): boolean {
  return fold(text.replace(numeral, '')).startsWith('prevalenceandsectoraldistribution');
}

/** Headings in reading order. The first of each numbered section counts; a second one is a sub-heading. */
export function findHeadings(document: ParsedDocument): FoundHeading[] {
  const seen = new Set<string>();
  const headings: FoundHeading[] = [];
  for (const block of document.blocks) {
    const heading = readHeading(block, document.text.slice(block.start, block.end));
    if (heading === null) continue;
    if (heading.level === 1 && heading.role !== null) {
      if (seen.has(heading.role)) continue;
      seen.add(heading.role);
    }
    // Before the first section only the title and the level are set as headings.
    if (seen.size === 0) continue;
    headings.push(heading);
  }
  return headings;
}

/** Sections with their extents: each runs to the next of the same or a higher level. */
export function toSections(document: ParsedDocument, headings: readonly FoundHeading[], assessment: readonly Block[]): Section[] {
  const sections: Section[] = [];
  const first = assessment[0];
  const last = assessment.at(-1);
  if (first !== undefined && last !== undefined) {
    sections.push({ number: null, title: 'Assessment', level: 1, page: first.page, role: 'assessment', start: first.start, end: last.end });
  }
  headings.forEach((heading, at) => {
    const next = headings.slice(at + 1).find((other) => other.level <= heading.level);
    const end = next === undefined ? document.text.length : Math.max(heading.block.end, next.block.start - 1);
    sections.push({ number: heading.number, title: heading.title, level: heading.level, page: heading.block.page, role: heading.role, start: heading.block.start, end });
  });
  return sections;
}
