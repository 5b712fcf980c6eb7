// Turns stored blocks into a resolved brief: looks evidence up, reads every quotation again, numbers the sources, and lists
// what to look at before the brief is sent. It reads through four functions and knows nothing of the project behind them.

import type { Annotation, PageArea } from '../annotation.ts';
import { formatLocator, type CitableSource } from '../citation.ts';
import type { Comparison, ComparisonColumn, ComparisonRow, ComparisonStep } from '../comparison.ts';
import type { Evidence, Finding } from '../finding.ts';
import { chartBlock, type ChartMaterial } from './chart-block.ts';
import { checkBlocks } from './checks.ts';
import { selectRows } from './comparison-spec.ts';
import { highestMarkings } from './marking.ts';
import type { Brief, BriefBlock, BriefIssue, ChartSpec, Citation, CitedText, ComparedStep, ComparisonSpec, QuotedPassage, ResolvedBlock, ResolvedBrief, Source } from './model.ts';
import { numberSources } from './numbering.ts';
import { placeOf, type DocumentShape } from './place.ts';
import { replaceReferences, writeReferences, type Reference } from './references.ts';
import { verifyQuote, verifyQuotes } from './verification.ts';

/** A document as far as a brief cites it; a DocumentReading of the library is one. */
export type CitedReading = DocumentShape & { document: CitableSource & { id: string }; text: string };

/** The evidence a brief points at. Each answers null when the thing is no longer there. */
export type BriefMaterial = {
  annotation: (id: string) => (Pick<Annotation, 'documentId' | 'start' | 'end' | 'quote' | 'note'> & Partial<Pick<Annotation, 'area'>>) | null;
  finding: (id: string) => {
    finding: Pick<Finding, 'claim' | 'years' | 'confidence' | 'likelihood'>;
    countryName: string | null;
    evidence: readonly Pick<Evidence, 'annotationId' | 'stance' | 'position'>[];
  } | null;
  reading: (documentId: string) => CitedReading | null;
  comparison: (spec: ComparisonSpec) => Comparison | null;
  chart: (spec: ChartSpec) => ChartMaterial | null;
};

/** Blocks in any order; the resolved brief has them by position, one for each. `language` is a BCP 47 tag. */
export function resolveBrief(brief: Pick<Brief, 'title' | 'subtitle' | 'author' | 'date'>, stored: readonly BriefBlock[], material: BriefMaterial, language = 'en'): ResolvedBrief {
  const resolver = createResolver(material);
  const resolved = stored.toSorted((one, other) => one.position - other.position).map((block, index) => resolver.resolve(block, index));
  const { blocks, sources } = numberSources(resolved, resolver.sources);
  return {
    title: brief.title,
    subtitle: brief.subtitle,
    author: brief.author,
    date: brief.date,
    language,
    markings: highestMarkings(sources.map((source) => source.classification)),
    blocks,
    sources,
    issues: [...resolver.issues, ...verifyQuotes(blocks), ...checkBlocks(blocks)].toSorted((one, other) => one.block - other.block),
  };
}

function createResolver(material: BriefMaterial) {
  const sources: Source[] = [];
  const issues: BriefIssue[] = [];
  const readings = new Map<string, CitedReading | null>();
  const numbers = new Map<string, number>();

  /** Each document is fetched once a brief, however often it is cited. */
  function reading(documentId: string): CitedReading | null {
    const known = readings.get(documentId);
    if (known !== undefined) return known;
    const fetched = material.reading(documentId);
    readings.set(documentId, fetched);
    return fetched;
  }

  function numberOf(documentId: string, source: CitableSource): number {
    const known = numbers.get(documentId);
    if (known !== undefined) return known;
    const number = sources.length + 1;
    const { kind, title, issuer, identifier, date, year, countryName, classification } = source;
    sources.push({ number, kind, title, issuer, identifier, date, year, countryName, classification, fileName: baseName(source.fileName) });
    numbers.set(documentId, number);
    return number;
  }

  function passage(annotationId: string): (QuotedPassage & { note: string }) | null {
    const annotation = material.annotation(annotationId);
    if (!annotation) return null;
    const read = reading(annotation.documentId);
    if (annotation.area) return figure(annotation, annotation.area, read);
    return {
      quote: annotation.quote,
      state: verifyQuote(annotation.quote, annotation, read?.text ?? null),
      citation: read && { source: numberOf(annotation.documentId, read.document), locator: formatLocator(placeOf(read, annotation)) },
      note: annotation.note,
    };
  }

  /** An area of a page has no words to be read again; it is named with its page. */
  function figure({ quote, note, documentId }: Pick<Annotation, 'quote' | 'note' | 'documentId'>, area: PageArea, read: CitedReading | null): QuotedPassage & { note: string } {
    const page = read?.pages.find(({ number }) => number === area.page);
    const label = page?.label ?? String(area.page);
    const name = `Figure on page ${label}`;
    return {
      quote: quote === '' || quote === name ? name : `${name}: ${quote}`,
      state: read ? 'exact' : 'missing',
      isFigure: true,
      citation: read && { source: numberOf(documentId, read.document), locator: formatLocator({ paragraph: null, lastParagraph: null, table: null, section: null, page: label, lastPage: label }) },
      note,
    };
  }

  /** A citation in the text rests on its annotation's words even though they are not printed. */
  function cite(reference: Reference, block: number): Citation | null {
    const found = reference.kind === 'annotation' ? passage(reference.id) : null;
    if (found?.citation) {
      if (found.state !== 'exact') {
        issues.push(warning(`quote-${found.state}`, 'A citation in the text rests on a passage that no longer stands in its source as annotated.', block));
      }
      return { source: found.citation.source, locator: reference.locator || found.citation.locator };
    }
    const read = reference.kind === 'document' ? reading(reference.id) : null;
    return read && { source: numberOf(reference.id, read.document), locator: reference.locator };
  }

  function citedText(markdown: string, block: number): CitedText {
    const citations: Citation[] = [];
    const text = replaceReferences(markdown, (group) => {
      const marks: Reference[] = [];
      for (const reference of group.references) {
        const found = cite(reference, block);
        if (!found) continue;
        citations.push(found);
        marks.push({ kind: 'citation', id: String(citations.length), locator: '' });
      }
      const written = marks.length === 0 ? '' : writeReferences(marks);
      if (marks.length === group.references.length) return written;
      issues.push(warning('citation-missing', 'A citation in the text points at something that is no longer in the project.', block));
      return `${written}**(source missing)**`;
    });
    return { markdown: text, citations };
  }

  function comparison(spec: ComparisonSpec, title: string, block: number): ResolvedBlock {
    const compared = material.comparison(spec);
    if (!compared || compared.columns.length === 0) return missing('This comparison cannot be made: the project no longer has these editions.', block);
    const { rows, omitted } = selectRows(spec, compared);
    if (omitted > 0) issues.push({ code: 'comparison-cut', severity: 'notice', message: `The comparison shows ${rows.length} rows and leaves out ${omitted}; it says so below the table.`, block });
    const columns = compared.columns.map((column) => ({
      heading: headingOf(column, compared.byTopic),
      citation: { source: numberOf(column.documentId, reading(column.documentId)?.document ?? columnSource(column, compared.countryName)), locator: '' },
    }));
    return { kind: 'comparison', title, countryName: compared.countryName, columns, rows: rows.map((row) => comparedRow(row, compared)), omitted, byTopic: compared.byTopic };
  }

  function comparedRow(row: ComparisonRow, compared: Comparison) {
    const cells = row.cells.map((cell, index) => {
      const column = compared.columns[index];
      if (!cell || !column) return null;
      const read = reading(column.documentId);
      const locator = read ? formatLocator(placeOf(read, cell)) : cell.page === null ? '' : `p. ${cell.page}`;
      return { text: cell.text, citation: { source: numberOf(column.documentId, read?.document ?? columnSource(column, compared.countryName)), locator } };
    });
    return { section: row.section, cells, steps: row.steps.map((step, index) => step && comparedStep(step, step.class === 'present' ? null : columnBefore(compared.columns, index + 1))) };
  }

  function chart(spec: ChartSpec, title: string, block: number): ResolvedBlock {
    const found = material.chart(spec);
    const made = found && chartBlock(spec, title, found, (value) => {
      const { documentId, documentTitle, documentKind, reportedYear, page } = value;
      const known = reading(documentId)?.document ?? { kind: documentKind, title: documentTitle, year: reportedYear, identifier: null, classification: null, issuer: null, date: null, countryName: found.countryName, fileName: '' };
      return { source: numberOf(documentId, known), locator: page === null ? '' : `p. ${page}` };
    });
    return made ?? missing('This chart cannot be drawn: the project no longer has values of this indicator.', block);
  }

  function missing(message: string, block: number): ResolvedBlock {
    issues.push(warning('block-missing', message, block));
    return { kind: 'missing', message };
  }

  function resolve(block: BriefBlock, index: number): ResolvedBlock {
    switch (block.kind) {
      case 'heading':
        return { kind: 'heading', level: block.level === 2 || block.level === 3 ? block.level : 1, text: block.text };
      case 'text':
        return { kind: 'text', text: citedText(block.text, index) };
      case 'quote': {
        const found = block.annotationId === null ? null : passage(block.annotationId);
        if (!found) return missing('The passage quoted here is no longer in the project.', index);
        const { note: _note, ...quoted } = found;
        return { kind: 'quote', passage: quoted, remark: citedText(block.text, index) };
      }
      case 'finding': {
        const found = block.findingId === null ? null : material.finding(block.findingId);
        if (!found) return missing('The finding shown here is no longer in the project.', index);
        const { claim, years, confidence, likelihood } = found.finding;
        const evidence = found.evidence
          .toSorted((one, other) => one.position - other.position)
          .map(({ annotationId, stance }) => ({ stance, ...(passage(annotationId) ?? { quote: '', citation: null, state: 'missing' as const, note: '' }) }));
        return { kind: 'finding', claim, years, confidence, likelihood, countryName: found.countryName, evidence, remark: citedText(block.text, index) };
      }
      case 'comparison':
        return block.comparison ? comparison(block.comparison, block.text, index) : missing('No country and years are chosen for this comparison.', index);
      case 'chart':
        return block.chart ? chart(block.chart, block.text, index) : missing('No indicator is chosen for this chart.', index);
      case 'sources':
        return { kind: 'sources', heading: block.text };
    }
  }

  return { sources, issues, resolve };
}

/** Without the places in the documents, which mean nothing outside the project. */
function comparedStep(step: ComparisonStep, since: number | null): ComparedStep {
  const parts = step.parts.map(({ kind, text, emphasis, older }) => ({ kind, text, emphasis, ...(older === undefined ? {} : { older }) }));
  return { class: step.class, since, parts };
}

/** Editions are told apart by their years; a cable beside reports says what it is. */
function headingOf(column: ComparisonColumn, byTopic: boolean): string {
  if (column.year === null) return column.title;
  return byTopic && column.kind === 'cable' ? `Cable ${column.year}` : String(column.year);
}

/** Reports are compared with the report before, cables with the cable before (see core/comparison.ts). */
function columnBefore(columns: readonly ComparisonColumn[], index: number): number | null {
  const before = columns.findLastIndex((each, place) => place < index && (each.kind === 'cable') === (columns[index]?.kind === 'cable'));
  return before < 0 ? null : before;
}

function columnSource(column: ComparisonColumn, countryName: string | null): CitableSource {
  const { kind, title, identifier, year, classification } = column;
  return { kind, title, identifier, year, classification, issuer: null, date: null, countryName, fileName: '' };
}

function warning(code: BriefIssue['code'], message: string, block: number): BriefIssue {
  return { code, severity: 'warning', message, block };
}

/** A brief names files, never folders of the machine they came from. */
function baseName(fileName: string): string {
  return fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
}
