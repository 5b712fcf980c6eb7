import { describe, expect, it } from 'vitest';
import { assemble } from '../../shared/core/canonical-text.ts';
import { type ComparedEdition, compareEditions, type Family } from '../../shared/core/comparing.ts';
import { patience } from '../support/patience.ts';

function edition(family: Family, key: string, paragraphs: readonly string[]): ComparedEdition {
  const { text, blocks } = assemble(paragraphs.map((each) => ({ kind: 'paragraph', text: each })));
  return { family, text: { key, text, blocks, sections: [] }, pages: [] };
}

const earlier = edition('report', '2020', ['There were 400 inspectors in the regional offices.', 'Migrant children pick cotton in the southern districts during autumn.', 'A telephone line for complaints is open.']);
const later = edition('report', '2021', ['There were 344 inspectors in the regional offices.', 'Migrant children pick cotton in the southern districts during autumn.', 'A register of penalties was opened.']);
const cable = edition('cable', 'cable', ['We visited the cotton fields in the southern districts and saw migrant children there.', 'The ambassador met the minister of transport about the railway.']);

const words = (rows: ReturnType<typeof compareEditions>) => rows.map((row) => row.cells.map((cell) => cell?.text ?? null));

describe('the rows of a comparison', () => {
  it('of two reports hold every passage once, with the places of what differs', () => {
    const rows = compareEditions([earlier, later]);
    expect(words(rows)).toEqual([
      ['There were 400 inspectors in the regional offices.', 'There were 344 inspectors in the regional offices.'],
      ['Migrant children pick cotton in the southern districts during autumn.', 'Migrant children pick cotton in the southern districts during autumn.'],
      ['A telephone line for complaints is open.', null],
      [null, 'A register of penalties was opened.'],
    ]);
    expect(rows.map((row) => row.steps[0]?.class)).toEqual(['reworded', 'same', 'gone', 'new']);
    expect(rows.map((row) => row.steps[0]?.nature)).toEqual(['value', undefined, undefined, undefined]);
    const added = rows[0]?.steps[0]?.parts.find((part) => part.kind === 'added');
    expect(added?.newerAt && later.text.text.slice(added.newerAt.start, added.newerAt.end).trim()).toBe('344');
    expect(added?.emphasis).toBe('number');
  });

  it('of a cable beside one report put what both speak of first, and claim no rewording', () => {
    const rows = compareEditions([cable, later]);
    expect(rows[0]?.section).toBe('On the same topic');
    expect(rows[0]?.cells.map((cell) => cell?.text.includes('cotton'))).toEqual([true, true]);
    expect(rows.slice(1).map((row) => row.section)).toEqual(['In one document only', 'In one document only']);
    expect(rows.flatMap((row) => row.steps.map((step) => step?.class ?? null))).toEqual(['present', null, null]);
  });

  it('of a cable beside two reports keep the alignment of the reports and lose no passage of the cable', () => {
    const rows = compareEditions([cable, earlier, later]);
    const cotton = rows.find((row) => row.cells[2]?.text.includes('cotton'));
    expect(cotton?.cells[0]?.text).toContain('cotton fields');
    expect(cotton?.steps.map((step) => step?.class ?? null)).toEqual([null, 'same']);
    expect(rows.map((row) => row.cells[0]?.text).filter(Boolean)).toHaveLength(2);
    expect(rows.filter((row) => row.steps[1]?.class === 'reworded')).toHaveLength(1);
  });

  it('of cables alone are editions of one another', () => {
    const second = edition('cable', 'cable 2', ['We visited the cotton fields in the southern districts and saw no migrant children there.']);
    const [row] = compareEditions([cable, second]);
    expect(row?.steps[0]?.class).toBe('reworded');
    expect(row?.steps[0]?.parts.some((part) => part.emphasis === 'negation')).toBe(true);
  });

  it('of nothing, and of one empty text, are answered', () => {
    expect(compareEditions([])).toEqual([]);
    expect(compareEditions([edition('report', 'empty', []), later]).map((row) => row.steps[0]?.class)).toEqual(['new', 'new', 'new']);
  });

  it('of 100,000 sentences hold every one of both sides exactly once, and say how far they are', () => {
    const size = 50_000;
    const sentence = (index: number, changed: boolean) => `The council of harbour ${index.toString(36)} counted ${changed ? index + 7 : index} boats.`;
    const long = (key: string, step: number) => edition('report', key, Array.from({ length: size }, (_, index) => sentence(index, index % step === step - 1)));
    const told: number[] = [];
    const rows = compareEditions([long('2020', Number.POSITIVE_INFINITY), long('2021', 500)], [], (share) => told.push(share));
    const starts = (column: number) => new Set(rows.flatMap(({ cells }) => cells[column]?.ranges.map(({ start }) => start) ?? [])).size;
    expect([rows.length, starts(0), starts(1)]).toEqual([size, size, size]);
    expect(rows.filter(({ steps }) => steps[0]?.class === 'reworded')).toHaveLength(size / 500);
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(told.every((share) => share >= 0 && share < 1)).toBe(true);
  }, patience * 2);
});
