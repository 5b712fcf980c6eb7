// Whether a country has enough labor inspectors by the advice of the ILO. No cell says it: the text under the enforcement table does, in
// words ("likely insufficient") or by the number the country would need.

import type { Block } from '../../../core/document.ts';
import type { Observation, Section } from '../../../core/recognition.ts';
import { observe, type ReportContext } from './observing.ts';

const tooFew = /\bnumber of (?:labor )?inspectors\b[^.]*?\b(?:insufficient|inadequate|not (?:likely )?(?:sufficient|adequate|enough)|does not meet|below)\b/iu;
const enough = /\bnumber of (?:labor )?inspectors\b[^.]*?\b(?:is|are|was|were|appears?(?: to be)?)\s+(?:likely\s+)?(?:sufficient|adequate)\b|\bnumber of (?:labor )?inspectors\b[^.]*?\bmeets\b/iu;
const needed = /\b(?:would|should)\s+(?:need to\s+|have to\s+)?(?:employ|have|need)\s+(?:about|roughly|approximately|around|at least|nearly)?\s*([\d,]+)\s+(?:labor\s+)?inspectors/iu;

/** The statement in the labor enforcement part; nothing when the report makes none. */
export function inspectorsObservation(context: ReportContext, sections: readonly Section[], known: readonly Observation[]): Observation[] {
  const { document } = context;
  const part = sections.find((section) => section.role === 'labor-enforcement') ?? sections.find((section) => section.role === 'enforcement');
  if (part === undefined) return [];
  const inspectors = known.find((entry) => entry.indicator === 'enforcement.labor_inspectors' && entry.year === context.year && entry.territory === null)?.value;
  const blocks = document.blocks.filter((block) => block.start >= part.start && block.end <= part.end && block.kind !== 'table-row' && block.kind !== 'caption');
  let byNumber: Observation | null = null;
  for (const block of blocks) {
    const text = document.text.slice(block.start, block.end);
    for (const [pattern, value] of [[tooFew, false], [enough, true]] as const) {
      const match = pattern.exec(text);
      if (match !== null) return [statement(context, block, match, value, 0.85)];
    }
    const number = needed.exec(text);
    if (byNumber === null && number !== null && typeof inspectors === 'number') {
      byNumber = statement(context, block, number, inspectors >= Number((number[1] ?? '').replaceAll(',', '')), 0.75);
    }
  }
  return byNumber === null ? [] : [byNumber];
}

function statement(context: ReportContext, block: Block, match: RegExpExecArray, value: boolean, confidence: number): Observation {
  const start = block.start + match.index;
  const cell = { start, end: start + match[0].length, text: match[0] };
  const sentence = { ...block, start, end: cell.end };
  return observe(context, {
    indicator: 'enforcement.inspectors_meet_ilo_advice', unit: 'yes/no', cell, block: sentence, page: pageOf(context, start), table: null, year: context.year, value: { status: 'value', value, mark: null }, confidence,
  });
}

function pageOf(context: ReportContext, offset: number): number | null {
  return context.document.pages.find((page) => offset >= page.start && offset < page.end)?.number ?? null;
}
