// Scores the canonical text of the real PDFs: the assessment of each yearly report against the description in the official XML, with the words in
// which they differ; and, for every PDF, that no letter is lost that another reader (pdf.js) finds on the page. Run by
// `npm run score -- text [ISO3[-year]]`. The real documents must lie beside the project.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { diffArrays } from 'diff';
import { pdfImporter } from '../../shared/backend/importers/pdf.ts';
import { ilabReportRecogniser } from '../../shared/backend/recognisers/ilab-report.ts';
import type { ParsedDocument } from '../../shared/core/document.ts';
import { pdfjsPages } from '../support/pdfjs-pages.ts';
import { sharedPath, sharedPresent } from '../support/shared.ts';
import type { TruthRecord } from './ilab.ts';

/** From this similarity on, two texts count as the same; this share of the reports must reach it. */
const alike = 0.98;
const goal = 0.95;
/** Words shown around each difference. */
const context = 4;

const wordsOf = (text: string): string[] => text.normalize('NFKC').replace(/[’‘]/gu, "'").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Likeness of two texts by their words in order: twice the longest common subsequence over the sum of lengths. */
export function similarity(a: string, b: string): number {
  const one = wordsOf(a);
  const two = wordsOf(b);
  if (one.length + two.length === 0) return 1;
  const common = diffArrays(one, two).reduce((sum, part) => sum + (part.added || part.removed ? 0 : part.count), 0);
  return (2 * common) / (one.length + two.length);
}

/** The places in which two texts differ, each with a few words around it: "said that [-the-] {+a+} law". */
function differences(found: string, expected: string): string[] {
  const parts = diffArrays(wordsOf(found), wordsOf(expected));
  const shown: string[] = [];
  let place = '';
  parts.forEach((part, at) => {
    const text = part.value.join(' ');
    if (part.removed) place += ` [-${text}-]`;
    else if (part.added) place += ` {+${text}+}`;
    else {
      if (place !== '') shown.push(`${place} ${part.value.slice(0, context).join(' ')}`);
      place = at + 1 < parts.length ? part.value.slice(-context).join(' ') : '';
    }
  });
  if (/[[{]/u.test(place)) shown.push(place);
  return shown;
}

type Assessment = { document: string; page: number | null; similarity: number; found: string; expected: string };

function assessmentOf(record: TruthRecord, document: string, parsed: ParsedDocument): Assessment {
  const recognised = ilabReportRecogniser.recognise({ name: document, parsed });
  const blocks = recognised.parsed.blocks.filter((block) => block.role === 'assessment');
  const found = blocks.map((block) => recognised.parsed.text.slice(block.start, block.end)).join(' ');
  return { document, page: blocks[0]?.page ?? null, similarity: similarity(found, record.description), found, expected: record.description };
}

/** Bullets of symbol fonts, which the other reader takes for the letter in whose place they stand. */
const bullets: Record<string, string> = { '■': 'n', '●': 'l', '◆': 'u', '▲': 's', '❑': 'qop' };

const letters = (text: string): string[] => [...text.normalize('NFKC').toLowerCase()].filter((character) => /[\p{L}\p{N}]/u.test(character));

function countOf(characters: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of characters) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** Letters and digits that the other reader finds on a page, oftener than they are in the text of the page or in what was left out of it. */
function lostOf(parsed: ParsedDocument, other: readonly string[]): { asked: number; lost: { page: number; letters: string }[] } {
  const lost: { page: number; letters: string }[] = [];
  let asked = 0;
  other.forEach((text, index) => {
    const page = parsed.pages[index];
    const kept = (page?.words ?? []).map((word) => parsed.text.slice(word.start, word.end)).join('');
    const left = parsed.leftOut.filter((entry) => entry.page === index + 1).map((entry) => entry.text);
    const labels = parsed.blocks.filter((block) => block.page === index + 1).map((block) => block.label ?? '');
    const own = countOf(letters([kept, ...left, ...labels].join(' ').replace(/[■●◆▲❑]/gu, (bullet) => bullets[bullet] ?? '')));
    const wanted = letters(text);
    asked += wanted.length;
    const missing = [...countOf(wanted)].flatMap(([letter, count]) => Array.from({ length: Math.max(0, count - (own.get(letter) ?? 0)) }, () => letter));
    if (missing.length > 0) lost.push({ page: index + 1, letters: missing.sort().join('') });
  });
  return { asked, lost };
}

function pdfsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.pdf$/iu.test(name)).map((name) => join(folder, name)).sort();
}

export async function scoreText(only = ''): Promise<{ assessments: Assessment[]; lost: number }> {
  const truth = JSON.parse(readFileSync(sharedPath('corpus', 'ilab', 'truth.json'), 'utf8')) as { records: TruthRecord[] };
  const records = new Map(truth.records.map((record) => [`${record.iso3}-${record.report_year}.pdf`, record]));
  const assessments: Assessment[] = [];
  let asked = 0;
  let lost = 0;
  let documents = 0;
  for (const path of pdfsBelow(sharedPath('corpus'))) {
    const name = basename(path);
    if (!name.startsWith(only)) continue;
    documents++;
    const bytes = new Uint8Array(readFileSync(path));
    const parsed = await pdfImporter.parse({ name, bytes });
    const record = records.get(name);
    if (record !== undefined && record.description !== '') assessments.push(assessmentOf(record, name, parsed));
    const letter = lostOf(parsed, await pdfjsPages(bytes));
    asked += letter.asked;
    for (const { page, letters: missing } of letter.lost) {
      lost += missing.length;
      console.log(`not in the text · ${name} · page ${page} · ${missing.length} letters: ${missing.slice(0, 120)}`);
    }
  }
  for (const assessment of assessments.filter((entry) => entry.similarity < alike)) {
    console.log(`assessment · ${assessment.document} · page ${assessment.page ?? '-'} · similarity ${assessment.similarity.toFixed(3)}; [-only in the PDF-] {+only in the XML+}`);
    for (const place of differences(assessment.found, assessment.expected)) console.log(`    ${place}`);
  }
  const good = assessments.filter((entry) => entry.similarity >= alike).length;
  const mean = assessments.reduce((sum, entry) => sum + entry.similarity, 0) / Math.max(1, assessments.length);
  console.log('');
  console.log(`assessment at least ${alike} like the XML: ${good} of ${assessments.length}, ${((100 * good) / Math.max(1, assessments.length)).toFixed(1)} % (goal ${100 * goal} %; mean ${mean.toFixed(4)})`);
  console.log(`letters and digits found by pdf.js and not kept, labelled or left out with a reason: ${lost} of ${asked} in ${documents} PDFs`);
  return { assessments, lost };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!sharedPresent) console.log('skipped: the real documents do not lie beside the project');
  else await scoreText(process.argv[2]);
}
