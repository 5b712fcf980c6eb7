// Every format once through the front door: real programs' files, other scripts, two byte orders, wrong names, damaged and empty ones.
// Each ends as a document that says what it is, or as a line of the ledger with a sentence.

import { Document, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../shared/backend/importers/index.ts';
import { UserError } from '../../../shared/core/user-error.ts';
import { bytesOf, labelledDocuments } from '../../fixtures/generic/index.ts';
import { openTestBackend } from '../../support/backend.ts';
import { shapes, unsoundness } from '../../support/parsed-document.ts';
import { book, openDocument, packed, workbook } from '../../support/packages.ts';
import { PageSheet, pdfOf } from './pdf-writing.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'little' | 'big') => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(order === 'little' ? bytes : bytes.swap16());
};
const docx = async (text: string) => new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(text)] }] })));

describe('a workbook written by a spreadsheet library', () => {
  it('is read as a spreadsheet shows it: dates, numbers, percents, merged heads, formulas with their values', async () => {
    const made = new ExcelJS.Workbook();
    made.creator = 'Bureau of Numbers';
    const sheet = made.addWorksheet('Visits');
    sheet.addRow(['Visits by district']);
    sheet.mergeCells('A1:D1');
    sheet.addRow(['District', 'Day', 'Visits', 'Share']);
    sheet.addRow(['North', new Date(Date.UTC(2019, 2, 5)), 1250, 0.125]);
    sheet.addRow(['South', new Date(Date.UTC(2020, 10, 30)), { formula: 'C3*2', result: 2500 }, 0.5]);
    sheet.getColumn(2).numFmt = 'yyyy-mm-dd';
    sheet.getColumn(3).numFmt = '#,##0';
    sheet.getColumn(4).numFmt = '0.0%';
    const parsed = await importFile({ name: 'visits.xlsx', bytes: new Uint8Array(await made.xlsx.writeBuffer()) });
    expect(shapes(parsed)).toEqual(['heading2: Visits', 'caption: Visits by district', 'table-row: District\tDay\tVisits\tShare', 'table-row: North\t2019-03-05\t1,250\t12.5%', 'table-row: South\t2020-11-30\t2,500\t50.0%']);
    expect(unsoundness(parsed)).toEqual([]);
    expect(parsed.properties['author']).toBe('Bureau of Numbers');
  });
});

describe('every format', () => {
  it('is imported through the application, with its facts', async () => {
    const backend = await openTestBackend();
    const byFormat = new Map(labelledDocuments.map((document) => [document.name.split('.').at(-1), document]));
    const files = await Promise.all([...byFormat.values()].map(async (document) => ({ name: document.name, bytes: await bytesOf(document) })));
    const { runId } = await backend.call('imports.add', { files });
    const items = await backend.call('imports.wait', { runId });
    expect(items.filter(({ status }) => !['ok', 'warnings'].includes(status)).map(({ fileName, reason }) => `${fileName}: ${reason}`)).toEqual([]);
    const formats = new Set((await backend.call('documents.list', {})).map(({ format }) => format));
    expect([...formats].sort()).toEqual(['csv', 'docx', 'email', 'epub', 'html', 'markdown', 'odt', 'pdf', 'rtf', 'text', 'xlsx']);
  });

  it.each([
    ['text in two byte orders', [{ name: 'a.txt', bytes: utf16('Поля на юге\n\nТекст о полях.', 'little') }, { name: 'b.txt', bytes: utf16('Поля на юге\n\nТекст о полях.', 'big') }], 'Поля на юге'],
    ['tables in two byte orders', [{ name: 'a.csv', bytes: utf16('Год;Число\n2019;3\n', 'little') }, { name: 'b.csv', bytes: utf16('Год;Число\n2019;3\n', 'big') }], 'Число'],
    ['pages in two byte orders', [{ name: 'a.html', bytes: utf16('<html><body><h1>حقول</h1><p>نص عن الحقول', 'little') }, { name: 'b.html', bytes: utf16('<html><body><h1>حقول</h1><p>نص عن الحقول', 'big') }], 'حقول'],
  ])('%s are the same text', async (_what, files, words) => {
    const [first, second] = await Promise.all(files.map((file) => importFile(file)));
    expect(first?.text).toContain(words);
    expect(second?.text).toBe(first?.text);
  });

  it('written from right to left keeps the order in which it is read', async () => {
    const text = 'زار المفتشون أربعين مزرعة في عام 2019.';
    const files = [
      { name: 'a.docx', bytes: await docx(text) },
      { name: 'a.odt', bytes: openDocument(`<text:p>${text}</text:p>`) },
      { name: 'a.epub', bytes: book({ 'one.xhtml': `<p dir="rtl">${text}</p>` }) },
      { name: 'a.xlsx', bytes: workbook([{ name: 'S', rows: `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>` }]) },
      { name: 'a.md', bytes: utf8(`# عنوان\n\n${text}`) },
      { name: 'a.eml', bytes: utf8(`From: a@example.org\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`) },
    ];
    for (const file of files) expect((await importFile(file)).text, file.name).toContain(text);
  });

  it('is known by its content under another name, and cut anywhere it is read in part or refused with a sentence', async () => {
    const whole: Record<string, Uint8Array> = {
      pdf: pdfOf([new PageSheet().text(72, 72, 'Some words on a page.')]),
      docx: await docx('Some words on a page.'),
      odt: openDocument('<text:p>Some words on a page.</text:p>'),
      xlsx: workbook([{ name: 'S', rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>Some words on a page.</t></is></c></row>' }]),
      epub: book({ 'one.xhtml': '<p>Some words on a page.</p>' }),
      rtf: utf8(String.raw`{\rtf1\ansi Some words on a page.\par}`),
      zip: packed({ 'a.txt': 'Some words on a page.' }),
    };
    for (const [extension, bytes] of Object.entries(whole)) {
      const renamed = await importFile({ name: 'renamed.txt', bytes });
      expect(renamed.text || new TextDecoder().decode(renamed.files?.[0]?.bytes), extension).toContain('Some words on a page.');
      for (const part of [0.3, 0.6, 0.95]) {
        const read = await importFile({ name: `cut.${extension}`, bytes: bytes.slice(0, Math.floor(bytes.length * part)) }).catch((error: unknown) => error);
        if (read instanceof Error) expect(read, `${extension} ${part}`).toBeInstanceOf(UserError);
      }
      await expect(importFile({ name: `empty.${extension}`, bytes: new Uint8Array() })).rejects.toThrow('empty');
    }
  });
});
