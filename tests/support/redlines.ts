// Two texts as a redline, compared as the application does it.

import type { CitableSource } from '../../shared/core/citation.ts';
import type { EditionText } from '../../shared/core/alignment.ts';
import { compareEditions } from '../../shared/core/comparing.ts';
import type { Redline } from '../../shared/core/redline.ts';

const source: CitableSource = { kind: 'generic', title: 'Yearly note', issuer: 'Coast Office', identifier: null, date: null, year: null, countryName: 'Fiji', classification: null, fileName: 'note.txt' };

export function redlineBetween(older: EditionText, newer: EditionText, more: { classification?: string; countryName?: string | null } = {}): Redline {
  const rows = compareEditions([older, newer].map((text) => ({ family: 'report', text, pages: [] })));
  const edition = (text: EditionText, year: number) => ({ heading: String(year), source: { ...source, year, classification: more.classification ?? null }, text: text.text, blocks: text.blocks });
  return { countryName: more.countryName ?? 'Fiji', section: null, older: edition(older, 2020), newer: edition(newer, 2021), rows, date: '2026-03-14' };
}

/** One paragraph a line. */
export function plainEdition(key: string, lines: readonly string[]): EditionText {
  let at = 0;
  const blocks = lines.map((line) => {
    const block = { kind: 'paragraph' as const, start: at, end: at + line.length, level: 0, label: null, role: null, page: null, runs: [], cells: [], table: null };
    at += line.length + 1;
    return block;
  });
  return { key, text: lines.join('\n'), blocks, sections: [] };
}
