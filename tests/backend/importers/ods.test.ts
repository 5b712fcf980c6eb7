// OpenDocument spreadsheets: sheets as sections, tables with their heads, values as shown; damaged and hostile ones with a sentence.

import { describe, expect, it } from 'vitest';
import { importFile } from '../../../shared/backend/importers/index.ts';
import { packed } from '../../support/packages.ts';
import { shapes, unsoundness } from '../../support/parsed-document.ts';

const names = ['office', 'table', 'text', 'dc', 'meta'].map((name) => `xmlns:${name}="urn:${name}"`).join(' ');
const cell = (text: string, more = '') => `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;
const rowOf = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
const sheet = (name: string, ...rows: string[]) => `<table:table table:name="${name}">${rows.join('')}</table:table>`;

function spreadsheet(sheets: string, parts: Record<string, string> = {}): Uint8Array {
  return packed({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0"?><office:document-content ${names}><office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body></office:document-content>`,
    'meta.xml': `<office:document-meta ${names}><office:meta><dc:title>Visits</dc:title><meta:initial-creator>Bureau of Numbers</meta:initial-creator></office:meta></office:document-meta>`,
    'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="m"/>',
    ...parts,
  });
}
const read = (bytes: Uint8Array, name = 'visits.ods') => importFile({ name, bytes });

describe('a spreadsheet of OpenDocument', () => {
  it('is read by sheets and tables, with values as they are shown', async () => {
    const parsed = await read(spreadsheet(sheet('Visits', rowOf(cell('Year'), cell('Count')), rowOf(cell('2019', 'office:value-type="float" office:value="2019"'), cell('1,250', 'office:value-type="float" office:value="1250"')), rowOf(cell('2020'), cell('12 %'))) + sheet('Empty')));
    expect(shapes(parsed)).toEqual(['heading2: Visits', 'table-row: Year\tCount', 'table-row: 2019\t1,250', 'table-row: 2020\t12 %']);
    expect(unsoundness(parsed)).toEqual([]);
    expect(parsed.properties).toMatchObject({ title: 'Visits', author: 'Bureau of Numbers' });
    expect(parsed.leftOut).toEqual([{ text: 'Empty', reason: 'name of an empty sheet', page: null }]);
  });

  it('has cells that span others, repeat, and have comments that are left out', async () => {
    const parsed = await read(
      spreadsheet(
        sheet(
          'S',
          rowOf(cell('District'), cell('Boys and girls', 'table:number-columns-spanned="2"'), '<table:covered-table-cell/>'),
          rowOf('<table:table-cell><office:annotation><text:p>ask again</text:p></office:annotation><text:p>North</text:p></table:table-cell>', cell('0', 'table:number-columns-repeated="2"')),
          '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
        ),
      ),
    );
    expect(parsed.text).toContain('North\t0\t0');
    expect(parsed.leftOut).toEqual([{ text: 'ask again', reason: 'comment', page: null }]);
    expect(unsoundness(parsed)).toEqual([]);
  });

  it('in other scripts and directions is read as written, and known by its content under another name', async () => {
    const parsed = await read(spreadsheet(sheet('زيارات', rowOf(cell('السنة'), cell('العدد')), rowOf(cell('٢٠١٩'), cell('١٢')))), 'visits.xlsx');
    expect(shapes(parsed)).toEqual(['heading2: زيارات', 'table-row: السنة\tالعدد', 'table-row: ٢٠١٩\t١٢']);
  });

  it('that is cut short is read as far as it goes, and says so', async () => {
    const parsed = await read(spreadsheet('', { 'content.xml': `<office:document-content ${names}><office:body><office:spreadsheet>${sheet('S', rowOf(cell('Year'), cell('Count')), rowOf(cell('2019'), cell('3'))).replace('</table:table>', '')}` }));
    expect(parsed.text).toContain('2019\t3');
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['damaged-parts']);
  });

  it('under a password, without a sheet, or of a million cells is refused with a sentence', async () => {
    await expect(read(spreadsheet('', { 'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>' }))).rejects.toThrow('protected with a password');
    await expect(read(packed({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'other.xml': '<a/>' }))).rejects.toThrow('no OpenDocument spreadsheet');
    await expect(read(spreadsheet(sheet('S', `<table:table-row table:number-rows-repeated="1000000">${cell('x', 'table:number-columns-repeated="16000"')}${cell('y', 'table:number-columns-repeated="1000"')}</table:table-row>`)))).rejects.toThrow('more than 1,000,000 cells');
  });
});
