// Separated tables: what divides the cells, which row names them, titles and notes around them; prose under a table's name.

import { describe, expect, it } from 'vitest';
import { csvImporter } from '../../../shared/backend/importers/csv.ts';
import { hostileText } from '../../support/hostile.ts';
import { lostWords, refusalOf, troubleWithDamage } from '../../support/damaged.ts';
import { passages, shapes, unsoundness } from '../../support/parsed-document.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string | Uint8Array) => csvImporter.parse({ name: 'figures.csv', bytes: typeof text === 'string' ? bytes(text) : text });

describe('a separated table', () => {
  it.each([[','], [';'], ['\t'], ['|']])('is divided at "%s"', async (sign) => {
    const document = await read([['Country', '2019', '2020'], ['Ruritania', '1.5', '2.5'], ['Zenda', '3.5', '4.5']].map((row) => row.join(sign)).join('\r\n'));
    expect(passages(document)).toEqual(['Country\t2019\t2020', 'Ruritania\t1.5\t2.5', 'Zenda\t3.5\t4.5']);
    expect(document.blocks.map(({ cells }) => cells.every(({ header }) => header))).toEqual([true, false, false]);
    expect(unsoundness(document)).toEqual([]);
  });

  it('keeps separators, quotation marks and line ends inside cells', async () => {
    const document = await read('Name,Words\n"Zenda, Castle","said ""no"" and\nwent"\nStrelsau,yes\n');
    expect(passages(document)[1]).toBe('Zenda, Castle\tsaid "no" and\nwent');
  });

  it('knows backslashes before quotation marks', async () => {
    expect(passages(await read('id,words\n1,"he said \\"no\\" twice, loudly"\n2,"b"'))[1]).toBe('1\the said "no" twice, loudly');
  });

  it('tells titles and notes from rows', async () => {
    const document = await read('Inspectors by year;;\n;;\nCountry;2019;2020\nRuritania;12;13\nZenda;4;5\nSource: Ministry of Work, yearly figures;;\n');
    expect(shapes(document)).toEqual(['caption: Inspectors by year', 'table-row: Country\t2019\t2020', 'table-row: Ruritania\t12\t13', 'table-row: Zenda\t4\t5', 'note: Source: Ministry of Work, yearly figures']);
  });

  it('does not take a first row of values for names', async () => {
    const document = await read('1,Ruritania,2019\n2,Zenda,2020\n');
    expect(document.blocks[0]?.cells.some(({ header }) => header)).toBe(false);
  });

  it('reads other encodings and scripts, and says when it guessed', async () => {
    expect(passages(await read('国家,年\n中国,2019\n日本,2020'))[1]).toBe('中国\t2019');
    const old = Uint8Array.from([...bytes('Nom;Part\nC'), 0xf4, ...bytes('te;12\nS'), 0xe9, ...bytes('n;13\n')]);
    const document = await read(old);
    expect(passages(document)[1]).toBe('Côte\t12');
    expect(document.warnings.map(({ code }) => code)).toContain('encoding-guessed');
    expect(passages(await read(new Uint8Array(Buffer.from('\ufeffa;b\n1;2\n', 'utf16le'))))).toEqual(['a\tb', '1\t2']);
  });

  it('keeps the original with its lines for forms', async () => {
    expect((await read('a,b\r\n1,2\r\n')).source).toBe('a,b\n1,2\n');
  });

  it('uses the sign a spreadsheet names, and says so', async () => {
    const document = await read('sep=;\na;b\n1;2');
    expect(passages(document)).toEqual(['a\tb', '1\t2']);
    expect(document.leftOut).toMatchObject([{ text: 'sep=;' }]);
  });
});

describe('a bad table', () => {
  it('is read as text when it is prose', async () => {
    const document = await read('This is, as one sees, a text about nothing in particular; it goes on.\nAnother line, with a comma, stands here.\n');
    expect(document.blocks.every(({ kind }) => kind !== 'table-row')).toBe(true);
  });

  it('says when a quotation is never closed, and keeps the words', async () => {
    const document = await read('a,b\n1,"two\nthree,four\n');
    expect(document.warnings.map(({ code }) => code)).toEqual(['quotes-unbalanced']);
    expect(lostWords(document, ['two', 'three', 'four'])).toEqual([]);
  });

  it('loses no cell of rows of different lengths, and no hostile one', async () => {
    const rows = hostileText.map((text, i) => [`row${i}`, `"${text.replaceAll('"', '""')}"`, ...Array.from({ length: i % 4 }, (_, j) => `more${i}${j}`)].join(','));
    const document = await read(rows.join('\n'));
    expect(unsoundness(document)).toEqual([]);
    expect(lostWords(document, [...hostileText, ...rows.map((_row, i) => `row${i}`), 'more30', 'more72'])).toEqual([]);
  });

  it('is only empty when it is empty', async () => {
    expect((await read('\n \n')).warnings.map(({ code }) => code)).toContain('no-text');
  });

  it('does not hang on long lines, many rows or many quotation marks', { timeout: 120_000 }, async () => {
    for (const text of ['"'.repeat(300_000), ','.repeat(500_000), 'a,b\n'.repeat(200_000), `a,"${'x\n'.repeat(100_000)}`, 'a;b,'.repeat(100_000)]) {
      expect(unsoundness(await read(text))).toEqual([]);
    }
  });

  it('is refused in a sentence beyond the limit', async () => {
    expect((await refusalOf(csvImporter, 'a.csv', new Uint8Array(201 * 1024 * 1024))).code).toBe('too-large');
  });

  it('ends in a document or a UserError, whatever it is changed to', async () => {
    expect(await troubleWithDamage(csvImporter, 'a.csv', bytes('Country;"Sh;are";2019\n"Zen""da";0,5;x\nRuritania;1;y\n'.repeat(5)))).toEqual([]);
  });
});
