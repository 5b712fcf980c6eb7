// Recognises the yearly country reports of the US Department of Labor, "Findings on the Worst Forms of Child Labor", read from their
// PDFs: country, report year, level, sections, tables, values, suggested actions. By the wording of the series, never by the place on the page.

import type { Block, ParsedDocument } from '../../core/document.ts';
import type { Recogniser, RecogniserInput, Recognised } from '../../core/format.ts';
import { emptyRecognition, type Observation, type ProposedValue, type Recognition, type SuggestedAction } from '../../core/recognition.ts';
import type { Warning } from '../../core/document.ts';
import { readActivities } from './ilab-report/activities.ts';
import { repairCase } from './ilab-report/case-repair.ts';
import { conventionObservations } from './ilab-report/conventions.ts';
import { enforcementObservations } from './ilab-report/enforcement.ts';
import { firstReport } from './ilab-report/first-report.ts';
import { inspectorsObservation } from './ilab-report/inspectors.ts';
import { readInstitutions } from './ilab-report/institutions.ts';
import { legalBases, legalStandardObservations } from './ilab-report/legal-standards.ts';
import { mechanismObservations } from './ilab-report/mechanisms.ts';
import type { ReportContext } from './ilab-report/observing.ts';
import { readHead, readLevel, type ReportHead } from './ilab-report/report-head.ts';
import { readCitations, readReferences } from './ilab-report/references.ts';
import { findHeadings, toSections } from './ilab-report/report-sections.ts';
import { joinTables, readTables, toRecognisedTable, type ReportTable } from './ilab-report/report-tables.ts';
import { sectorObservations } from './ilab-report/sector-shares.ts';
import { statisticsObservations } from './ilab-report/statistics.ts';
import { divideReports } from './ilab-report/several-reports.ts';
import { readActions } from './ilab-report/suggested-actions.ts';
import { fold } from './ilab-report/wording.ts';

const issuer = 'U.S. Department of Labor, Bureau of International Labor Affairs';
const series = 'Findings on the Worst Forms of Child Labor';
/** How sure the recogniser is when it finds none, one ... four of its signs. */
const certainty = [0, 0.2, 0.8, 0.95, 0.99];
/** Section I begins within the first pages; more need not be read to know the series. */
const opening = 12_000;

function accepts({ parsed }: RecogniserInput): number {
  const start = fold(parsed.text.slice(0, opening));
  const signs = [
    start.includes('prevalenceandsectoraldistributionofchildlabor'),
    /made(?:a|an)?(?:significant|moderate|minimal|no)advancement/u.test(start) || parsed.blocks.slice(0, 8).some((block) => readLevel(parsed.text.slice(block.start, block.end)) !== null),
    start.includes('statisticsonchildrensworkandeducation') || start.includes('overviewofchildrensworkbysector'),
    parsed.leftOut.some((left) => /findingsontheworstformsofchildlabor|bureauofinternationallabor/u.test(fold(left.text))),
  ].filter(Boolean).length;
  // Saved web pages of the same reports have no pages and their own furniture.
  const printed = parsed.pages.length > 0 ? 1 : 0.6;
  return (certainty[signs] ?? 0) * printed;
}

function observationsOf(context: ReportContext, tables: readonly ReportTable[]): Observation[] {
  return [
    ...tables.flatMap((table) => {
      switch (table.role) {
        case 'statistics':
          return statisticsObservations(context, table);
        case 'conventions':
          return conventionObservations(context, table);
        case 'laws':
          return legalStandardObservations(context, table);
        case 'labor-enforcement':
        case 'criminal-enforcement':
          return enforcementObservations(context, table);
        default:
          return [];
      }
    }),
    ...sectorObservations(context),
  ].filter(firstOfItsKind());
}

/** Where a file prints a value twice (two reports in one file, a table read in two parts) the first counts. */
function firstOfItsKind(): (observation: Observation) => boolean {
  const seen = new Set<string>();
  return ({ indicator, year, territory }) => {
    const key = `${indicator} ${year} ${territory}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
}

function proposedValues(head: ReportHead, title: string): ProposedValue[] {
  const proposed: ProposedValue[] = [];
  if (head.country !== null && head.countryAt !== null) {
    proposed.push({ field: 'country', value: head.country.iso3, confidence: head.countryConfidence, ...head.countryAt });
    proposed.push({ field: 'title', value: title, confidence: 0.9, ...head.countryAt });
  }
  if (head.year !== null && head.yearAt !== null) proposed.push({ field: 'year', value: String(head.year), confidence: head.yearConfidence, ...head.yearAt });
  return proposed;
}

function warningsOf(reports: number, head: ReportHead, tables: readonly ReportTable[], actions: number): Warning[] {
  const warnings: Warning[] = [];
  if (reports > 1) warnings.push({ code: 'several-reports', message: `This file holds ${reports} country reports; only the first was read. Split the file to read the others.` });
  if (head.country === null) warnings.push({ code: 'country-not-recognised', message: 'The country of this report was not recognised.' });
  if (head.year === null) warnings.push({ code: 'year-not-recognised', message: 'The report year was not recognised.' });
  if (head.level === null) warnings.push({ code: 'level-not-recognised', message: 'The level of advancement was not recognised.' });
  if (head.assessed.length > 1) warnings.push({ code: 'several-assessments', message: `This report assesses ${head.assessed.join(', ')} together; country and level are those of the first.` });
  if (head.levelDoubt !== null) warnings.push({ code: 'level-contradicted', message: head.levelDoubt });
  if (actions === 0 && tables.every((table) => table.role !== 'actions')) warnings.push({ code: 'no-suggested-actions', message: 'No table of suggested actions was found.' });
  return warnings;
}

function withRoles(document: ParsedDocument, assessment: readonly Block[]): ParsedDocument {
  const marked = new Set(assessment);
  return { ...document, blocks: document.blocks.map((block) => (marked.has(block) ? { ...block, role: 'assessment' } : block)) };
}

function recognise({ name, parsed: whole }: RecogniserInput): Recognised {
  const { first: parsed, count, rest } = firstReport(whole);
  const headings = findHeadings(parsed);
  const firstSection = headings.find((heading) => heading.role === 'prevalence') ?? headings[0];
  const head = readHead(parsed, firstSection?.block.start ?? parsed.text.length, name);
  const document = joinTables(withRoles(repairCase(parsed, headings, readTables(parsed), head), head.assessment));
  const tables = readTables(document);
  const context: ReportContext = { document, country: head.country?.iso3 ?? null, year: head.year };
  const actions = tables.filter((table) => table.role === 'actions').reduce<SuggestedAction[]>((read, table) => [...read, ...readActions(document, table, read.at(-1)?.area)], []);
  const sections = toSections(document, headings, head.assessment);
  const observations = observationsOf(context, tables);
  const references = readReferences(document, sections);
  const title = [head.country?.name, [series, head.year].filter((part) => part !== null).join(', ')].filter((part) => part !== undefined).join(': ');
  const recognition: Recognition = {
    ...emptyRecognition,
    kind: 'ilab-report',
    confidence: accepts({ name: '', parsed }),
    country: head.country,
    year: head.year,
    title,
    language: 'en',
    issuer,
    facts: [{ label: 'Series', value: series, start: null, end: null }],
    sections,
    tables: tables.map(toRecognisedTable),
    observations: [...observations, ...inspectorsObservation(context, sections, observations), ...mechanismObservations(context, sections, tables)],
    actions,
    activities: tables.filter(({ role }) => role === 'sectors').flatMap((table) => readActivities(document, table)),
    institutions: tables.flatMap((table) => readInstitutions(document, table, head.year)),
    legalBases: tables.filter(({ role }) => role === 'laws').flatMap((table) => legalBases(document, table)),
    references,
    citations: readCitations(document, references),
    level: head.level,
    proposed: proposedValues(head, title),
    warnings: warningsOf(count, head, tables, actions.length),
  };
  if (rest.length === 0) return { parsed: document, recognition };
  // What follows the first report stays in the text, as it was read.
  return { parsed: { ...whole, text: document.text + whole.text.slice(document.text.length), blocks: [...document.blocks, ...rest] }, recognition };
}

export const ilabReportRecogniser: Recogniser = { id: 'ilab-report', accepts, recognise, divide: ({ parsed }) => divideReports(parsed) };
