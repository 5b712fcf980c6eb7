// Reports of the series put together from passages, without the way over a PDF: for what depends on wording and rows alone. The facts are invented, the
// words are ours; only headings, table titles and row labels are those of the series.

import { ilabReportRecogniser } from '../../../shared/backend/recognisers/ilab-report.ts';
import { assemble, type DraftBlock, rowDraft } from '../../../shared/core/canonical-text.ts';
import type { ParsedDocument } from '../../../shared/core/document.ts';
import type { Recognised } from '../../../shared/core/format.ts';
import type { Observation } from '../../../shared/core/recognition.ts';

/** A cell: its text, or its text and how many columns and rows it covers. */
export type DraftCell = string | { text: string; colSpan?: number; rowSpan?: number };
export type DraftTable = { caption: string; header: DraftCell[] | DraftCell[][]; rows: DraftCell[][]; notes?: string[] };

const cell = (own: DraftCell, header: boolean) => (typeof own === 'string' ? { text: own, header } : { ...own, header });

export const heading = (text: string): DraftBlock => ({ kind: 'heading', level: 2, text });
export const paragraph = (text: string): DraftBlock => ({ kind: 'paragraph', text });

let tables = 0;

export function table({ caption, header, rows, notes = [] }: DraftTable): DraftBlock[] {
  const index = tables++;
  const heads = (Array.isArray(header[0]) ? header : [header]) as DraftCell[][];
  return [
    ...(caption === '' ? [] : [{ kind: 'caption', text: caption, table: index } satisfies DraftBlock]),
    ...heads.map((own) => ({ ...rowDraft(own.map((one) => cell(one, true))), table: index })),
    ...rows.map((own) => ({ ...rowDraft(own.map((one) => cell(one, false))), table: index })),
    ...notes.map((text): DraftBlock => ({ kind: 'note', text })),
  ];
}

/** The head of a report and section I, without its tables. */
export function opening(country = 'Fiji', year = 2019, level = 'MODERATE ADVANCEMENT'): DraftBlock[] {
  return [
    { kind: 'title', text: country },
    { kind: 'heading', level: 1, text: level },
    paragraph(`In ${year}, ${country} made a moderate advancement in the matter of child work. Bicycles were bought.`),
    heading('I. PREVALENCE AND SECTORAL DISTRIBUTION OF CHILD LABOR'),
    paragraph(`Children in ${country} carry baskets. (1)`),
  ];
}

export const sections = {
  laws: heading('II. LEGAL FRAMEWORK FOR CHILD LABOR'),
  enforcement: heading('III. ENFORCEMENT OF LAWS ON CHILD LABOR'),
  coordination: heading('IV. COORDINATION OF GOVERNMENT EFFORTS ON CHILD LABOR'),
  policies: heading('V. GOVERNMENT POLICIES ON CHILD LABOR'),
  programs: heading('VI. SOCIAL PROGRAMS TO ADDRESS CHILD LABOR'),
  references: heading('REFERENCES'),
};

export const entry = (number: number, text: string): DraftBlock => ({ kind: 'list-item', level: 1, label: String(number), text });

export function parsedOf(...drafts: (DraftBlock | DraftBlock[])[]): ParsedDocument {
  return { ...assemble(drafts.flat()), pages: [], properties: {}, warnings: [], leftOut: [] };
}

export function recogniseDrafts(...drafts: (DraftBlock | DraftBlock[])[]): Recognised {
  return ilabReportRecogniser.recognise({ name: 'report', parsed: parsedOf(...drafts) });
}

/** "Mainland 12, Islands unknown": the values of an indicator and year with their territories, in the order they are printed. */
export function byTerritory({ recognition }: Recognised, indicator: string, year = recognition.year): string {
  return recognition.observations
    .filter((own) => own.indicator === indicator && own.year === year)
    .map((own) => `${own.territory ?? '(whole)'} ${shown(own)}`)
    .join(', ');
}

export const shown = ({ status, value }: Observation): string => (status === 'value' ? String(value) : status);
