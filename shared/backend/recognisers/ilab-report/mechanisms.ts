// Whether a country has mechanisms to coordinate, policies and programs: the opening sentences of sections IV to VI say it, and their tables show it.

import type { Observation, Section } from '../../../core/recognition.ts';
import { sentences } from '../../../core/sentence.ts';
import { observe, type ReportContext } from './observing.ts';
import type { ReportTable, TableRole } from './report-tables.ts';

type Mechanism = { indicator: string; section: string; table: TableRole; there: RegExp };

const mechanisms: readonly Mechanism[] = [
  { indicator: 'mechanisms.coordination', section: 'coordination', table: 'coordination', there: /\b(?:has|have|had)\s+(?:\w+ly\s+)?(?:established|created|formed)\b.*\bmechanisms?\b/iu },
  { indicator: 'mechanisms.policy', section: 'policies', table: 'policies', there: /\b(?:has|have|had)\s+(?:\w+ly\s+)?(?:established|adopted|created)\b.*\b(?:polic(?:y|ies)|plans?)\b/iu },
  { indicator: 'mechanisms.program', section: 'social-programs', table: 'programs', there: /\b(?:funded|participated in|supported|implemented)\b.*\b(?:programs?|projects?)\b/iu },
];

const absent = /\b(?:no evidence|not (?:been )?established|has not\b|have not\b|did not (?:fund|participate|establish|have)|lacks?|does not (?:have|appear)|no (?:mechanism|policy|policies|program|programs|coordinating)\b|unable to determine|not found)/iu;
/** The statement is made at the beginning of the section. */
const opening = 3;

/** One observation for each of the three where the section says it or its table lists any. */
export function mechanismObservations(context: ReportContext, sections: readonly Section[], tables: readonly ReportTable[]): Observation[] {
  return mechanisms.flatMap((mechanism) => {
    const section = sections.find(({ role }) => role === mechanism.section);
    const table = tables.find(({ role, rows }) => role === mechanism.table && rows.length > 0);
    const stated = section === undefined ? null : statement(context, section, mechanism, table === undefined);
    if (stated !== null) return [stated];
    const row = table?.rows[0];
    const cell = row?.cells.find((own) => own !== null);
    if (table === undefined || row === undefined || cell === undefined || cell === null) return [];
    return [observe(context, { indicator: mechanism.indicator, unit: 'yes/no', cell, block: row.block, page: row.page, table, year: context.year, value: { status: 'value', value: true, mark: null }, confidence: 0.9 })];
  });
}

/** A denial counts only where no table lists any: "has established policies, but has not adopted a plan" is a yes. */
function statement(context: ReportContext, section: Section, { indicator, there }: Mechanism, deniable: boolean): Observation | null {
  const { document } = context;
  const blocks = document.blocks.filter((block) => block.start >= section.start && block.end <= section.end && block.kind === 'paragraph').slice(0, opening);
  for (const block of blocks) {
    const text = document.text.slice(block.start, block.end);
    for (const range of sentences(text)) {
      const sentence = text.slice(range.start, range.end);
      const denied = deniable && absent.test(sentence);
      if (!denied && !there.test(sentence)) continue;
      const place = { ...block, start: block.start + range.start, end: block.start + range.end };
      return observe(context, { indicator, unit: 'yes/no', cell: { ...place, text: sentence }, block: place, page: block.page, table: null, year: context.year, value: { status: 'value', value: !denied, mark: null }, confidence: denied ? 0.75 : 0.95 });
    }
  }
  return null;
}
