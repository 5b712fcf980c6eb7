// Recognises the web page of a country in the Labor Department's child labor reports, saved as a page or copied as text:
// country, year, level, goods with their marks, and the assessment. What a page prints of the full report is left to ilab-report.ts.

import { assemble, type DraftBlock } from '../../core/canonical-text.ts';
import type { Block, ParsedDocument, Warning } from '../../core/document.ts';
import type { Recogniser, RecogniserInput, Recognised } from '../../core/format.ts';
import { emptyRecognition, type ListedGood, type Observation, type ProposedValue, type Recognition } from '../../core/recognition.ts';
import { countries } from './countries.ts';
import { sectionsOf } from './generic/sections.ts';
import { tablesOf } from './generic/tables.ts';
import { toldLevel } from './ilab-page/advancement-level.ts';
import { goodKey, isMark, readGoods, type PageGood } from './ilab-page/goods.ts';
import { findings, pageParts, siteTitle, type PageParts } from './ilab-page/page-parts.ts';
import { ilabReportRecogniser } from './ilab-report.ts';

const issuer = 'U.S. Department of Labor, Bureau of International Labor Affairs';
const series = 'Findings on the Worst Forms of Child Labor';
/** The head of the page, in characters and passages. */
const opening = 6_000;
const openingPassages = 80;
/** That the page is of the series is known; two signs of a report's own sections suffice. */
const holdsReport = 0.4;

function accepts({ parsed }: RecogniserInput): number {
  const lines = parsed.text.slice(0, opening).split('\n').slice(0, openingPassages);
  const hasSite = lines.some((line) => siteTitle.test(line.trim()));
  const hasFindings = lines.some((line) => findings.test(line.trim()));
  const hasMarks = lines.some(isMark);
  const hasLevel = lines.some((line) => /^(?:significant|moderate|minimal|no) advancement\b|^no assessment\b/i.test(line.trim()));
  const signs = [hasSite, hasFindings, hasMarks, hasLevel].filter(Boolean).length;
  if (signs < 2 || (!hasSite && !hasFindings)) return 0;
  // Printed reports have pages and their own recogniser.
  return (parsed.pages.length > 0 ? 0.3 : 1) * (0.5 + 0.12 * signs);
}

function recognise({ name, parsed }: RecogniserInput): Recognised {
  const parts = pageParts(parsed);
  const headEnd = parts.findings ?? parts.assessment.from;
  const headStart = (parts.countryLine !== null && parts.countryLine < headEnd ? parts.countryLine : (parts.site ?? -1)) + 1;
  const lines = parts.passages.slice(headStart, headEnd).map(({ text }, i) => ({ text, index: headStart + i }));
  const { goods, alternatives } = readGoods(lines, (text) => countries.byName(text) !== null || siteTitle.test(text));

  const shaped = shapePassages(parts, goods);
  const isAlternative = new Set(alternatives);
  const leftOut = alternatives.map((index) => ({ text: parts.passages[index]?.text ?? '', reason: 'alternative text of a picture', page: null }));
  const { text, blocks } = assemble(shaped.filter((_, index) => !isAlternative.has(index)));
  const document: ParsedDocument = { ...parsed, text, blocks, leftOut: [...parsed.leftOut, ...parts.leftOut, ...leftOut] };
  const blockAt = (index: number | null): Block | null => (index === null ? null : (blocks[index - alternatives.filter((other) => other < index).length] ?? null));
  const recognition = understand(document, parts, goods, blockAt, accepts({ name, parsed }));
  return { parsed: document, recognition: withReport(document, recognition) };
}

/** Since 2018 some pages print the whole report below the assessment; its tables and actions are read as in the report. */
function withReport(document: ParsedDocument, recognition: Recognition): Recognition {
  if (ilabReportRecogniser.accepts({ name: '', parsed: document }) < holdsReport) return recognition;
  const { parsed, recognition: report } = ilabReportRecogniser.recognise({ name: '', parsed: document });
  // It may repair the case of letters; its places count as long as no letter moves.
  if (parsed.text.toLowerCase() !== document.text.toLowerCase() || report.year !== recognition.year) return recognition;
  const own = new Set(recognition.observations.map(({ indicator }) => indicator));
  return {
    ...recognition,
    // A copy may have lost the headings of the report; its assessment alone is then the page's.
    sections: report.sections.some(({ role }) => role !== 'assessment') ? report.sections : recognition.sections,
    tables: report.tables,
    actions: report.actions,
    activities: report.activities,
    institutions: report.institutions,
    legalBases: report.legalBases,
    references: report.references,
    citations: report.citations,
    observations: [...recognition.observations, ...report.observations.filter(({ indicator }) => !own.has(indicator))],
  };
}

/** The passages with the kind that their place on the page gives them. */
function shapePassages(parts: PageParts, goods: PageGood[]): DraftBlock[] {
  return parts.passages.map((passage, index): DraftBlock => {
    const { text, runs = [] } = passage;
    if (index === parts.countryLine && index < (parts.findings ?? parts.assessment.from)) return { kind: 'title', text, runs };
    if (index === parts.site) return { kind: 'caption', text, runs };
    if (index === parts.findings) return { kind: 'heading', level: 1, text, runs };
    if (index === parts.level?.at || index === parts.level?.qualifierAt) return { kind: 'heading', level: 2, text, runs };
    const good = goods.find(({ from, to }) => index >= from && index <= to);
    if (good) return { kind: 'list-item', level: index === good.from ? 1 : 2, text, runs };
    if (index >= parts.assessment.from && index < parts.assessment.to) return { ...passage, role: 'assessment' };
    return passage;
  });
}

function understand(document: ParsedDocument, parts: PageParts, pageGoods: PageGood[], blockAt: (index: number | null) => Block | null, confidence: number): Recognition {
  const assessment = Array.from({ length: parts.assessment.to - parts.assessment.from }, (_, i) => blockAt(parts.assessment.from + i)).filter((block) => block !== null);
  const country = countryOf(document, blockAt(parts.countryLine), blockAt(parts.findings), assessment[0] ?? null);
  const year = yearOf(document, parts.year, blockAt(parts.findings), assessment[0] ?? null);
  const level = levelOf(document, parts, blockAt, assessment[0] ?? null);
  const goods = pageGoods.map((good): ListedGood & PageGood => {
    const to = blockAt(good.to);
    return { ...good, start: blockAt(good.from)?.start ?? null, end: to?.end ?? null };
  });
  const title = `${country ? `${country.name}: ` : ''}${year ? `${year.value} ` : ''}${series}`;
  const recognition: Recognition = {
    ...emptyRecognition,
    kind: 'ilab-page',
    confidence,
    country: country && { iso3: country.iso3, name: country.name },
    year: year?.value ?? null,
    title,
    language: 'en',
    issuer,
    sections: sections(document, assessment),
    tables: tablesOf(document),
    goods: goods.map(({ name, childLabor, forcedLabor, start, end }) => ({ name, childLabor, forcedLabor, start, end })),
    level,
    proposed: proposals(title, country, year),
  };
  recognition.observations = observations(document, recognition, goods);
  recognition.facts = facts(recognition, country, year);
  recognition.warnings = warnings(recognition);
  return recognition;
}

function warnings({ country, year, level, goods }: Recognition): Warning[] {
  const found: Warning[] = [];
  if (!country) found.push({ code: 'country-not-recognised', message: 'The country of this page was not recognised.' });
  if (!year) found.push({ code: 'year-not-recognised', message: 'The report year of this page was not recognised.' });
  if (!level) found.push({ code: 'level-not-recognised', message: 'The level of advancement was not recognised.' });
  if (goods.some(({ childLabor, forcedLabor }) => !childLabor && !forcedLabor)) {
    found.push({ code: 'goods-without-marks', message: 'The page lists goods without saying whether child labor or forced labor is meant; the marks may have been lost in copying.' });
  }
  return found;
}

type PlacedCountry = { iso3: string; name: string; start: number; end: number; confidence: number };
type PlacedYear = { value: number; start: number; end: number; confidence: number };

function countryOf(document: ParsedDocument, ...places: (Block | null)[]): PlacedCountry | null {
  for (const [i, block] of places.entries()) {
    const mention = block && countries.inText(document.text.slice(block.start, block.end))[0];
    const named = block && countries.byName(document.text.slice(block.start, block.end));
    if (block && named) return { ...named, start: block.start, end: block.end, confidence: 0.99 };
    if (block && mention) return { iso3: mention.iso3, name: mention.name, start: block.start + mention.start, end: block.start + mention.end, confidence: i < 2 ? 0.97 : 0.8 };
  }
  return null;
}

function yearOf(document: ParsedDocument, stated: number | null, heading: Block | null, assessment: Block | null): PlacedYear | null {
  if (stated !== null && heading) {
    const start = document.text.indexOf(String(stated), heading.start);
    return { value: stated, start, end: start + 4, confidence: 0.99 };
  }
  const told = assessment && /\bIn\s+((?:19|20)\d{2})\b/.exec(document.text.slice(assessment.start, assessment.end));
  if (!assessment || !told?.[1]) return null;
  const end = assessment.start + told.index + told[0].length;
  return { value: Number(told[1]), start: end - 4, end, confidence: 0.8 };
}

function levelOf(document: ParsedDocument, parts: PageParts, blockAt: (index: number | null) => Block | null, assessment: Block | null): Recognition['level'] {
  const block = blockAt(parts.level?.at ?? null);
  if (parts.level && block) {
    const { level, qualifier } = parts.level.stated;
    return { level, qualifier, start: block.start, end: blockAt(parts.level.qualifierAt)?.end ?? block.end };
  }
  const told = assessment && toldLevel(document.text.slice(assessment.start, assessment.end));
  return assessment && told ? { level: told.level, qualifier: null, start: assessment.start + told.start, end: assessment.start + told.end } : null;
}

/** The assessment as a section of its own, as the full reports have it, and whatever headings follow. */
function sections(document: ParsedDocument, assessment: Block[]): Recognition['sections'] {
  const first = assessment[0];
  const last = assessment.at(-1);
  if (!first || !last) return sectionsOf(document);
  const later = sectionsOf({ ...document, blocks: document.blocks.filter(({ start }) => start > last.end) });
  return [{ number: null, title: 'Assessment', level: 1, page: first.page, role: 'assessment', start: first.start, end: last.end }, ...later];
}

function observations(document: ParsedDocument, { country, year, level }: Recognition, goods: (ListedGood & PageGood)[]): Observation[] {
  const observe = (indicator: string, value: boolean | string | null, place: { start: number | null; end: number | null }, certainty: number): Observation => ({
    indicator,
    country: country?.iso3 ?? null,
    territory: null,
    year,
    reportedYear: year,
    status: value === null ? 'not_printed' : 'value',
    value,
    unit: typeof value === 'string' ? 'text' : 'yes/no',
    mark: null,
    note: null,
    page: null,
    ...place,
    quote: place.start === null || place.end === null ? '' : document.text.slice(place.start, place.end).replace(/\s+/g, ' '),
    confidence: certainty,
  });
  const found: Observation[] = [];
  if (level) {
    const place = { start: level.start, end: level.end };
    found.push(observe('advancement_level.level', level.level, place, 0.99));
    if (level.qualifier !== null) found.push(observe('advancement_level.qualifier', level.qualifier, place, 0.99));
  }
  for (const good of goods) {
    const key = `goods.${goodKey(good.name)}`;
    const place = { start: good.start, end: good.end };
    const isMarked = good.childLabor || good.forcedLabor;
    // A mark that is there is certain; one that is not may have been lost in copying.
    const certainty = (value: boolean) => (value ? 0.98 : 0.9);
    found.push(observe(`${key}.child_labor`, isMarked ? good.childLabor : null, place, certainty(good.childLabor)));
    found.push(observe(`${key}.forced_labor`, isMarked ? good.forcedLabor : null, place, certainty(good.forcedLabor)));
    if (good.forcedChildLabor) found.push(observe(`${key}.forced_child_labor`, true, place, 0.98));
  }
  return found;
}

function proposals(title: string, country: PlacedCountry | null, year: PlacedYear | null): ProposedValue[] {
  const proposed: ProposedValue[] = [];
  if (country) {
    const { start, end, confidence } = country;
    proposed.push({ field: 'title', value: title, confidence: 0.9, start, end }, { field: 'country', value: country.iso3, confidence, start, end });
  }
  if (year) proposed.push({ field: 'year', value: String(year.value), confidence: year.confidence, start: year.start, end: year.end });
  return proposed;
}

const levelNames = { no: 'No Advancement', minimal: 'Minimal Advancement', moderate: 'Moderate Advancement', significant: 'Significant Advancement', 'no-assessment': 'No Assessment' };

function facts({ level, goods }: Recognition, country: PlacedCountry | null, year: PlacedYear | null): Recognition['facts'] {
  const found: Recognition['facts'] = [{ label: 'Series', value: series, start: null, end: null }];
  if (country) found.push({ label: 'Country', value: country.name, start: country.start, end: country.end });
  if (year) found.push({ label: 'Report year', value: String(year.value), start: year.start, end: year.end });
  if (level) found.push({ label: 'Level', value: levelNames[level.level], start: level.start, end: level.end });
  if (level?.qualifier) found.push({ label: 'Qualifier', value: level.qualifier, start: level.start, end: level.end });
  for (const { name, childLabor, forcedLabor, start, end } of goods) {
    const marks = [childLabor ? 'child labor' : '', forcedLabor ? 'forced labor' : ''].filter(Boolean).join(', ');
    found.push({ label: 'Good', value: marks ? `${name} (${marks})` : name, start, end });
  }
  return found;
}

export const ilabPageRecogniser: Recogniser = { id: 'ilab-page', accepts, recognise };
