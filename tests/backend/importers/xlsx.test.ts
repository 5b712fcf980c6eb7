// Spreadsheets: values as shown, sheets as sections, spans, what is hidden or beside the cells; bombs and damage refused.

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { chooseImporter } from '../../../shared/backend/importers/index.ts';
import { xlsxImporter } from '../../../shared/backend/importers/xlsx.ts';
import { formatNumber } from '../../../shared/backend/importers/xlsx/number-format.ts';
import { lostWords, refusalOf, troubleWithDamage } from '../../support/damaged.ts';
import { packed, workbook } from '../../support/packages.ts';
import { shapes, unsoundness } from '../../support/parsed-document.ts';

const read = (bytes: Uint8Array) => xlsxImporter.parse({ name: 'figures.xlsx', bytes });
const text = (reference: string, words: string) => `<c r="${reference}" t="inlineStr"><is><t>${words}</t></is></c>`;

const figures = workbook(
  [
    {
      name: 'Inspectors',
      rows: `<row r="1">${text('A1', 'Inspectors by year')}</row><row r="3"><c r="A3" t="s"><v>0</v></c>${text('B3', 'Count')}${text('C3', 'Share')}${text('D3', 'Since')}</row><row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" s="1"><v>1234.5</v></c><c r="C4" s="2"><v>0.125</v></c><c r="D4" s="3"><v>43528</v></c></row><row r="5">${text('A5', 'Zenda')}<c r="B5"><f>SUM(B4:B4)</f><v>0.30000000000000004</v></c><c r="C5" t="e"><v>#DIV/0!</v></c><c r="D5" t="b"><v>1</v></c></row><row r="7">${text('A7', 'Source: Ministry of Work')}</row>`,
    },
    { name: 'Spans', state: 'hidden', rows: `<row r="1">${text('B1', 'Region')}${text('C1', 'Boys and girls')}<c r="D1"/></row><row r="2">${text('C2', 'boys')}${text('D2', 'girls')}</row><row r="3">${text('B3', 'North')}<c r="C3"><v>1</v></c><c r="D3"><v>2</v></c></row>`, after: '<mergeCells><mergeCell ref="B1:B2"/><mergeCell ref="C1:D1"/></mergeCells><headerFooter><oddHeader>&amp;L&amp;"Arial"Draft figures&amp;RPage &amp;P</oddHeader></headerFooter>' },
    { name: 'Empty', rows: '' },
  ],
  { 'xl/comments1.xml': '<comments><commentList><comment><text><r><t>Check this.</t></r></text></comment></commentList></comments>', 'xl/charts/chart1.xml': '<c:chart xmlns:c="c" xmlns:a="a"><a:p><a:r><a:t>Chart of years</a:t></a:r></a:p></c:chart>' },
  { strings: ['<t>Country</t>', '<r><t>Côte </t></r><r><t>d’Or</t></r><rPh sb="0" eb="1"><t>reading</t></rPh>'], formats: ['#,##0', '0.0%', 'd mmmm yyyy'] },
);

describe('a workbook', () => {
  it('shows its sheets as sections with tables, values as the spreadsheet shows them', async () => {
    const document = await read(figures);
    expect(shapes(document)).toEqual([
      'heading2: Inspectors',
      'caption: Inspectors by year',
      'table-row: Country\tCount\tShare\tSince',
      'table-row: Côte d’Or\t1,235\t12.5%\t2019-03-04',
      'table-row: Zenda\t0.3\t#DIV/0!\tTRUE',
      'paragraph: Source: Ministry of Work',
      'heading2: Spans',
      'table-row: Region\tBoys and girls',
      'table-row: boys\tgirls',
      'table-row: North\t1\t2',
    ]);
    expect(unsoundness(document)).toEqual([]);
    expect(document.properties).toMatchObject({ title: 'Figures of Ruritania', author: 'Office of Numbers' });
  });

  it('has header rows and cells that span', async () => {
    const document = await read(figures);
    const rows = document.blocks.filter(({ kind, table }) => kind === 'table-row' && table === 1);
    expect(rows[0]?.cells).toMatchObject([{ header: true, rowSpan: 2, colSpan: 1 }, { header: true, colSpan: 2, rowSpan: 1 }]);
    expect(rows.map(({ cells }) => cells[0]?.header)).toEqual([true, true, false]);
  });

  it('says what is hidden, beside the cells or left out', async () => {
    const { warnings, leftOut } = await read(figures);
    expect(warnings.map(({ code }) => code)).toEqual(['hidden-sheet', 'comments', 'charts']);
    expect(leftOut.map((left) => left.text)).toEqual(['Draft figures Page', 'Empty', 'Check this.', 'Chart of years']);
  });

  it('shows formulas without a saved value as they are', async () => {
    const document = await read(workbook([{ name: 'A', rows: `<row>${text('A1', 'Sum')}<c r="B1"><f>SUM(C1:C9)</f></c></row>` }]));
    expect(document.text).toContain('=SUM(C1:C9)');
    expect(document.warnings[0]?.code).toBe('formulas-without-value');
  });

  it('reads cells without references and names with prefixes', async () => {
    const sheet = '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Mali</x:t></x:is></x:c><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect((await read(workbook([{ name: 'A', rows: '' }], { 'xl/worksheets/sheet1.xml': sheet }))).text).toBe('A\nMali\t7');
  });

  it('keeps Chinese, Arabic and line breaks in cells', async () => {
    const document = await read(workbook([{ name: '数据', rows: `<row>${text('A1', '国家')}${text('B1', 'مفتش')}</row><row>${text('A2', 'a_x000D_&#10;b')}${text('B2', 'c')}</row>` }]));
    expect(shapes(document)).toEqual(['heading2: 数据', 'table-row: 国家\tمفتش', 'table-row: a\nb\tc']);
  });
});

describe('numbers', () => {
  it.each([
    [1234.5, '#,##0.00', '1,234.50'], [0.5, '0%', '50%'], [-3, '0;(0)', '(3)'], [12, '"USD" #,##0', 'USD 12'], [12.5, '[$€-407] 0.0', '€ 12.5'], [7, '000', '007'], [1234567, '0.0,,"m"', '1.2m'],
    [0.1 + 0.2, 'General', '0.3'], [43528.75, 'yyyy-mm-dd hh:mm', '2019-03-04 18:00'], [0.5, 'h:mm', '12:00'], [1.5, '[h]:mm:ss', '36:00:00'], [43528, 'mmm-yy', '2019-03'], [43528, 'yyyy', '2019'], [1, 'd/m/yyyy', '1900-01-01'],
    [-1, 'd/m/yyyy', '-1'], [5, '@', '5'], [0.333, '# ?/?', '0.333'], [1e300, '0', '1'], [12, ';;;', '12'],
  ])('%d as %s is %s', (value, format, shown) => {
    const read = formatNumber(value, format, false);
    if (value === 1e300) expect(read.startsWith(shown)).toBe(true);
    else expect(read).toBe(shown);
  });

  it('counts days from 1904 where the workbook does', () => {
    expect(formatNumber(42066, 'yyyy-mm-dd', true)).toBe('2019-03-04');
  });
});

describe('a bad workbook', () => {
  it('is told when it is none, old or under a password', async () => {
    expect(await refusalOf(xlsxImporter, 'a.xlsx', zipSync({ 'a.txt': strToU8('words') }))).toMatchObject({ code: 'unreadable-file' });
    const compound = new Uint8Array(2_048);
    compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await refusalOf(xlsxImporter, 'a.xlsx', compound)).toMatchObject({ code: 'unsupported-file' });
    compound.set(Buffer.from('EncryptedPackage', 'utf16le'), 1_024);
    expect(await refusalOf(xlsxImporter, 'a.xlsx', compound)).toMatchObject({ code: 'encrypted-file' });
  });

  it('is found under another name, and not under its own when it is text', async () => {
    expect((await chooseImporter({ name: 'a.txt', bytes: figures })).id).toBe('xlsx');
    expect((await chooseImporter({ name: 'a.xlsx', bytes: strToU8('only words') })).id).toBe('text');
  });

  it('is read up to the damage, and says so', async () => {
    const sheet = `<worksheet><sheetData><row>${text('A1', 'kept')}${text('B1', 'too')}</row><row>${text('A2', 'lost')}`.slice(0, -20);
    const document = await read(workbook([{ name: 'A', rows: '' }], { 'xl/worksheets/sheet1.xml': sheet }));
    expect(document.text).toContain('kept\ttoo');
    expect(document.warnings.map(({ code }) => code)).toContain('damaged-parts');
  });

  it('does not resolve entities, unpack bombs or read endless cells', { timeout: 120_000 }, async () => {
    expect((await refusalOf(xlsxImporter, 'a.xlsx', workbook([{ name: 'A', rows: '' }], { 'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY b "bbb">]><sst>&b;</sst>' }))).code).toBe('unreadable-file');
    expect((await refusalOf(xlsxImporter, 'a.xlsx', workbook([{ name: 'A', rows: ' '.repeat(30_000_000) }]))).code).toBe('too-large');
    const many = `<row>${'<c><v>1</v></c>'.repeat(10_000)}</row>`.repeat(101);
    expect((await refusalOf(xlsxImporter, 'a.xlsx', workbook(Array.from({ length: 1 }, () => ({ name: 'A', rows: many.replace(/(?<=<v>)1(?=<)/g, () => String(Math.random())) }))))).code).toBe('too-large');
  });

  it('does not hang on spans and places at the edge of a sheet', { timeout: 60_000 }, async () => {
    const document = await read(workbook([{ name: 'A', rows: `<row>${text('A1', 'wide')}${text('XFD1048576', 'far')}</row>`, after: `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(5_000)}</mergeCells>` }]));
    expect(lostWords(document, ['wide', 'far'])).toEqual([]);
    expect(unsoundness(document)).toEqual([]);
  });

  it('ends in a document or a UserError, whatever it is changed to', { timeout: 60_000 }, async () => {
    expect(await troubleWithDamage(xlsxImporter, 'a.xlsx', figures, 90)).toEqual([]);
    expect(await troubleWithDamage(xlsxImporter, 'a.xlsx', packed({}), 6)).toEqual([]);
  });
});
