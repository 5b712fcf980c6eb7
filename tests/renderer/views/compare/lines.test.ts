import { describe, expect, it } from 'vitest';
import type { Comparison, ComparisonClass, ComparisonRow } from '../../../../shared/core/comparison.ts';
import { linesOf } from '../../../../renderer/views/compare/lines.ts';

function row(section: string, what: ComparisonClass, text: string): ComparisonRow {
  const cell = { start: 0, end: text.length, ranges: [{ start: 0, end: text.length }], text, page: null, label: null };
  return { section, sectionRole: null, cells: [what === 'new' ? null : cell, what === 'gone' ? null : cell], steps: [{ class: what, confidence: 1, numbersOnly: what === 'reworded', parts: [] }] };
}

function comparison(rows: ComparisonRow[]): Comparison {
  return { country: null, countryName: null, columns: [], rows, counts: {} as Comparison['counts'], byTopic: false, corrections: [] };
}

const all = { classes: [], natures: [], numbersOnly: false, tagIds: [], section: null };
const none: ReadonlySet<string> = new Set();
const shown = (lines: ReturnType<typeof linesOf>) => lines.map((line) => (line.kind === 'section' ? `# ${line.title} ${line.changes}/${line.rows}` : line.kind === 'fold' ? `… ${line.count}` : (line.row.cells[0]?.text ?? line.row.cells[1]?.text)));

describe('the lines of a comparison', () => {
  const rows = [row('I. Law', 'same', 'I. LAW'), row('I. Law', 'same', 'a'), row('I. Law', 'same', 'b'), row('I. Law', 'reworded', 'c'), row('I. Law', 'same', 'd'), row('II. Money', 'gone', 'e'), row('II. Money', 'new', 'f')];

  it('fold runs of what did not change, show a single one, and leave out a heading that the section says', () => {
    expect(shown(linesOf(comparison(rows), all, none, none, null))).toEqual(['# I. Law 1/5', '… 2', 'c', 'd', '# II. Money 2/2', 'e', 'f']);
  });

  it('unfold by key, and by the row in hand', () => {
    expect(shown(linesOf(comparison(rows), all, new Set(['fold 1']), none, null))).toContain('a');
    expect(shown(linesOf(comparison(rows), all, none, none, 2))).toContain('b');
  });

  it('of a closed section are its head alone', () => {
    expect(shown(linesOf(comparison(rows), all, none, new Set(['I. Law']), null))).toEqual(['# I. Law 1/5', '# II. Money 2/2', 'e', 'f']);
  });

  it('fit the filters, and are none when nothing does', () => {
    expect(shown(linesOf(comparison(rows), { ...all, classes: ['new', 'gone'] }, none, none, null))).toEqual(['# II. Money 2/2', 'e', 'f']);
    expect(shown(linesOf(comparison(rows), { ...all, numbersOnly: true }, none, none, null))).toEqual(['# I. Law 1/1', 'c']);
    const weaker = { ...row('I. Law', 'reworded', 'g'), steps: [{ class: 'reworded' as const, confidence: 1, numbersOnly: false, parts: [], nature: 'weakened' as const }] };
    expect(shown(linesOf(comparison([...rows, weaker]), { ...all, natures: ['weakened', 'status'] }, none, none, null))).toEqual(['# I. Law 1/1', 'g']);
    expect(linesOf(comparison(rows), { ...all, section: 'III. Nothing' }, none, none, null)).toEqual([]);
  });
});
