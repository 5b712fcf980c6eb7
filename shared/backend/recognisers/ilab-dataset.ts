// Recognises one country of an official data file of the Labor Department's child labor reports, as importers/xml.ts writes it: country,
// year, level, values, goods and suggested actions. It stands beside the report of the year and is never merged with it.

import dataset from '../../../resources/ilab/dataset.json' with { type: 'json' };
import type { ParsedDocument, Warning } from '../../core/document.ts';
import type { Recogniser, RecogniserInput, Recognised } from '../../core/format.ts';
import { emptyRecognition, type AdvancementLevel, type ProposedValue, type Recognition, type Section } from '../../core/recognition.ts';
import { countries } from './countries.ts';
import { sectionsOf } from './generic/sections.ts';
import { tablesOf } from './generic/tables.ts';
import { datasetActions } from './ilab-dataset/actions.ts';
import { datasetGoods, datasetObservations, isUnnamed, observe, type DatasetContext } from './ilab-dataset/observations.ts';
import { blocksBySection, type DatasetRow, rowsOf } from './ilab-dataset/rows.ts';
import { statedLevel } from './ilab-page/advancement-level.ts';

const issuer = 'U.S. Department of Labor, Bureau of International Labor Affairs';
const series = 'Findings on the Worst Forms of Child Labor, official data';
/** The roles that the sections of the printed reports have; an area of the suggested actions is none of them. */
const roles: Record<string, string> = { assessment: 'assessment', statistics: 'prevalence', laws: 'legal-framework', 'labor-enforcement': 'labor-enforcement', 'criminal-enforcement': 'criminal-enforcement', actions: 'suggested-actions' };

const accepts = ({ parsed }: RecogniserInput): number => (parsed.properties['data set'] === 'countries' || parsed.properties['data set'] === 'goods' ? 1 : 0);

function recognise({ parsed, name }: RecogniserInput): Recognised {
  const byId = blocksBySection(parsed);
  const rows = rowsOf(parsed, byId.get('country'));
  const country = countryOf(rows);
  const titleBlock = parsed.blocks.find(({ kind }) => kind === 'title');
  const title = titleBlock ? parsed.text.slice(titleBlock.start, titleBlock.end) : name;
  const year = /^\d{4}$/.test(parsed.properties['year'] ?? '') ? Number(parsed.properties['year']) : null;
  const context: DatasetContext = { document: parsed, country: country?.iso3 ?? null, year };
  const level = levelOf(rows);
  const recognition: Recognition = {
    ...emptyRecognition,
    kind: 'ilab-dataset',
    confidence: accepts({ parsed, name }),
    country: country && { iso3: country.iso3, name: country.name },
    year,
    title,
    language: 'en',
    issuer,
    facts: facts(parsed, rows, rowsOf(parsed, byId.get('projects'))),
    sections: sections(parsed),
    tables: tables(parsed),
    observations: [...levelObservations(context, level), ...datasetObservations(context)],
    actions: datasetActions(parsed),
    goods: datasetGoods(parsed),
    level: level && level.level,
    proposed: proposals(parsed, country, year, titleBlock ?? null),
  };
  recognition.warnings = warnings(recognition, rows);
  return { parsed, recognition };
}

type PlacedCountry = { iso3: string; name: string; row: DatasetRow; confidence: number };

/** By its name; by its code only when the name is not known, for the codes have been wrong. */
function countryOf(rows: DatasetRow[]): PlacedCountry | null {
  const named = rowLabelled(rows, 'Name');
  const name = named?.values[0]?.text ?? '';
  const byName = countries.byName(name);
  if (named && byName) return { ...byName, row: named, confidence: 0.99 };
  const coded = rowLabelled(rows, 'ISO3');
  const byCode = countries.byIso3(coded?.values[0]?.text ?? '');
  if (coded && byCode) return { ...byCode, row: coded, confidence: 0.95 };
  const mentioned = new Map(countries.inText(name).map((mention) => [mention.iso3, mention]));
  const [mention] = mentioned.values();
  return named && mention && mentioned.size === 1 ? { iso3: mention.iso3, name: mention.name, row: named, confidence: 0.8 } : null;
}

function rowLabelled(rows: DatasetRow[], path: string): DatasetRow | undefined {
  const label = dataset.country.find((field) => field.path === path)?.label;
  return rows.find((row) => row.label === label);
}

type PlacedLevel = { level: AdvancementLevel; row: DatasetRow };

/** In two years the level's element is short and its qualifier stands in an element of its own. */
function levelOf(rows: DatasetRow[]): PlacedLevel | null {
  for (const path of ['Automatic_Downgrade', 'Advancement_Level']) {
    const row = rowLabelled(rows, path);
    const value = row?.values[0];
    const stated = value && statedLevel(value.text);
    if (row && value && stated) return { level: { level: stated.level, qualifier: stated.qualifier, start: value.place.start, end: value.place.end }, row };
  }
  return null;
}

function levelObservations(context: DatasetContext, placed: PlacedLevel | null): Recognition['observations'] {
  const place = placed?.row.values[0]?.place;
  if (!placed || !place) return [];
  const { level, qualifier } = placed.level;
  const shared = { unit: 'text', row: placed.row, place };
  const found = [observe(context, { ...shared, indicator: 'advancement_level.level', text: level })];
  return qualifier === null ? found : [...found, observe(context, { ...shared, indicator: 'advancement_level.qualifier', text: qualifier })];
}

function sections(document: ParsedDocument): Section[] {
  const ids = new Map(dataset.sections.map(({ id, title }) => [title, id]));
  return sectionsOf(document).map((section) => ({ ...section, number: null, role: section.level === 1 ? (roles[ids.get(section.title) ?? ''] ?? null) : null }));
}

/** Tables without a caption have the title of their section. */
function tables(document: ParsedDocument): Recognition['tables'] {
  const headings = document.blocks.filter(({ kind }) => kind === 'heading');
  return tablesOf(document).map((table) => {
    const heading = headings.findLast(({ end }) => end < table.start);
    return heading && table.title === '' ? { ...table, title: document.text.slice(heading.start, heading.end) } : table;
  });
}

function facts({ properties }: ParsedDocument, rows: DatasetRow[], projects: DatasetRow[]): Recognition['facts'] {
  const found: Recognition['facts'] = [{ label: 'Series', value: series, start: null, end: null }];
  const { year } = properties;
  if (year !== undefined) found.push({ label: 'Report year', value: `${year} (known from ${properties['year known from'] ?? 'the file'})`, start: null, end: null });
  for (const { label, values } of rows) {
    const [value] = values;
    if (value && value.text !== '') found.push({ label, value: value.text, start: value.place.start, end: value.place.end });
  }
  for (const { block, label, values } of projects) {
    found.push({ label: 'Project', value: [label, ...values.map(({ text }) => text)].filter(Boolean).join(', '), start: block.start, end: block.end });
  }
  return found;
}

function proposals({ text, blocks }: ParsedDocument, country: PlacedCountry | null, year: number | null, title: { start: number; end: number } | null): ProposedValue[] {
  const proposed: ProposedValue[] = [];
  if (title) proposed.push({ field: 'title', value: text.slice(title.start, title.end), confidence: 0.95, start: title.start, end: title.end });
  const name = country?.row.values[0]?.place;
  if (country && name) proposed.push({ field: 'country', value: country.iso3, confidence: country.confidence, start: name.start, end: name.end });
  if (year === null) return proposed;
  // The assessment itself is the better witness of the year than the title that was put above it.
  const assessment = blocks.find(({ role }) => role === 'assessment');
  const inAssessment = assessment ? text.slice(assessment.start, Math.min(assessment.end, assessment.start + 40)).indexOf(String(year)) : -1;
  const start = assessment && inAssessment >= 0 ? assessment.start + inAssessment : title ? text.indexOf(String(year), title.start) : -1;
  if (start >= 0) proposed.push({ field: 'year', value: String(year), confidence: inAssessment >= 0 ? 0.99 : 0.7, start, end: start + 4 });
  return proposed;
}

function warnings({ country, observations }: Recognition, rows: DatasetRow[]): Warning[] {
  const found: Warning[] = [];
  const name = rowLabelled(rows, 'Name')?.values[0]?.text;
  if (!country && name !== undefined) found.push({ code: 'country-not-recognised', message: `Annals does not know a country called “${name}”.` });
  if (observations.some(({ territory }) => isUnnamed(territory))) {
    found.push({ code: 'territories-not-named', message: 'The file gives several values for some indicators and does not say for which territory each is.' });
  }
  const odd = observations.filter(({ confidence }) => confidence < 0.5);
  if (odd.length > 0) found.push({ code: 'doubtful-values', message: `Check ${odd.length === 1 ? 'a value that does' : `${odd.length} values that do`} not fit ${odd.length === 1 ? 'its' : 'their'} field: ${odd.slice(0, 3).map(({ quote }) => `“${quote}”`).join(', ')}.` });
  return found;
}

export const ilabDatasetRecogniser: Recogniser = { id: 'ilab-dataset', accepts, recognise };
