// Highlights as files, as other programs read them.

import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../shared/rpc/contract.ts';
import { annotate } from '../../support/annotated.ts';
import { importTexts, openTestBackend, placeOf } from '../../support/backend.ts';

async function annotated() {
  const backend = await openTestBackend();
  const all = await annotate(backend);
  const file = async (input: Input<'annotationList.export'>) => {
    const { bytes, ...rest } = await backend.call('annotationList.export', input);
    return { ...rest, bytes, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
  };
  return { backend, file, ...all };
}

const records = (text: string) => parse(text, { bom: true, columns: true }) as Record<string, string>[];

describe('as CSV', () => {
  it('has a row a highlight in the order of the list, with its source and its place in code points', async () => {
    const { file } = await annotated();
    const { text, fileName, mediaType } = await file({ filter: { years: ['2021'] }, format: 'csv' });
    expect(text.startsWith('\uFEFFPassage,Note,Tags,')).toBe(true);
    expect({ fileName: fileName.replace(/\d{4}-\d\d-\d\d/, 'DAY'), mediaType }).toEqual({ fileName: 'Highlights DAY.csv', mediaType: 'text/csv; charset=utf-8' });
    const rows = records(text);
    expect(rows.map(({ Passage }) => Passage)).toEqual(['Inspectors visited nine farms', 'Қазақстан', '😀 was watched']);
    expect(rows[2]).toMatchObject({ Tags: 'Cotton; Enforcement', Country: 'Uzbekistan', Year: '2021', Document: 'Another report', Colour: 'orange', Place: 'exact', Start: '19', End: '32' });
    expect(rows[0]).toMatchObject({ Tags: 'Enforcement › Inspectors', Findings: 'Fewer farms were visited', Source: expect.stringContaining('Report 2021') as string });
  });

  it('of chosen ones holds those only, and those that are still there', async () => {
    const { file, backend, annotations } = await annotated();
    await backend.call('annotations.remove', { ids: [annotations.age] });
    const { text } = await file({ among: [annotations.paper, annotations.age, annotations.twelve], format: 'csv' });
    expect(records(text).map(({ Passage }) => Passage)).toEqual(['Inspectors visited twelve farms', 'A paper of no country.']);
  });

  it.each(['=1+1', '+cmd', '-2', '@SUM(A1)', ' =HYPERLINK("x")', '\t=1'])('guards a note of %j, which a spreadsheet would run', async (note) => {
    const { file, backend, annotations } = await annotated();
    await backend.call('annotations.update', { id: annotations.nine, note });
    const { text } = await file({ among: [annotations.nine], format: 'csv' });
    expect(records(text)[0]?.['Note']).toBe(`'${note}`);
  });

  it('keeps right-to-left marks, quotes and lines as they were written', async () => {
    const { file, backend, annotations } = await annotated();
    const note = '\u202Eegassap\u202C \u200Fالعمل "الأول",\nثم الثاني';
    await backend.call('annotations.update', { id: annotations.nine, note });
    expect(records((await file({ among: [annotations.nine], format: 'csv' })).text)[0]?.['Note']).toBe(note);
  });
});

describe('as Web Annotations', () => {
  it('describes each target by its words and by code points that slice them from the text', async () => {
    const { file, backend, annotations, documents } = await annotated();
    const collection = JSON.parse((await file({ format: 'json' })).text) as { total: number; first: { items: { id: string; motivation: unknown; body?: { value: string; purpose: string }[]; target: { source: Record<string, string>; selector: Record<string, unknown>[] } }[] } };
    expect(collection).toMatchObject({ '@context': ['http://www.w3.org/ns/anno.jsonld', {}], type: 'AnnotationCollection', total: 7, first: { type: 'AnnotationPage', startIndex: 0 } });
    const harvest = collection.first.items.find(({ id }) => id === `urn:uuid:${annotations.harvest}`);
    expect(harvest).toMatchObject({ motivation: ['highlighting', 'tagging'], body: [{ value: 'Cotton', purpose: 'tagging' }, { value: 'Enforcement', purpose: 'tagging' }] });
    const [words, position] = harvest?.target.selector ?? [];
    expect(words).toEqual({ type: 'TextQuoteSelector', exact: '😀 was watched', prefix: 'The cotton harvest ', suffix: expect.stringMatching(/^\. Children were seen/) as string });
    const { text } = await backend.call('documents.reading', { id: documents.uzb });
    expect(position).toMatchObject({ type: 'TextPositionSelector' });
    expect([...text].slice(Number(position?.['start']), Number(position?.['end'])).join('')).toBe('😀 was watched');
    expect(harvest?.target.source['annals:sha256']).toMatch(/^urn:sha256:[0-9a-f]{64}$/);
    const nine = collection.first.items.find(({ id }) => id === `urn:uuid:${annotations.twelve}`);
    expect(nine?.body?.[0]).toEqual({ type: 'TextualBody', value: 'Compare *2021*.', format: 'text/markdown', purpose: 'commenting' });
  });
});

describe('as Markdown', () => {
  it('stands under its document with citation, locator, tags and note', async () => {
    const { file, annotations } = await annotated();
    const { text } = await file({ among: [annotations.twelve, annotations.nobody, annotations.harvest], format: 'markdown' });
    expect(text).toMatch(/^# Highlights\n\n3 highlights in 2 documents, /);
    expect(text).toContain('## Report 2020\n');
    expect(text).toContain('> “Inspectors visited twelve farms”');
    expect(text).toContain('Compare *2021*.');
    expect(text).toContain('Enforcement › Inspectors');
    expect(text).toContain('→ Fewer farms were visited');
    expect(text.indexOf('## Report 2020')).toBeLessThan(text.indexOf('## Another report'));
  });

  it('lets nothing in a passage or note become markup or a heading', async () => {
    const backend = await openTestBackend();
    const passage = '# No heading <script>alert(1)</script> [link](javascript:1) *stars*';
    const [documentId = ''] = await importTexts(backend, { 'a.txt': `Before it.\n\nSee ${passage} there.` });
    await backend.call('annotations.create', { ...(await placeOf(backend, documentId, passage)), note: '# Title\n\n<img src=x onerror=alert(1)>\n\n> quoted' });
    const text = new TextDecoder().decode((await backend.call('annotationList.export', { format: 'markdown' })).bytes);
    expect(text.match(/^#+ .*/gm)).toEqual(['# Highlights', expect.stringMatching(/^## /)]);
    expect(text).not.toMatch(/(?<!\\)<(?:script|img)/);
    expect(text).toContain('**Title**');
    expect(text).toContain('\\*stars\\*');
  });
});

describe('as a workbook', () => {
  it('has a sheet of highlights, of codings, and of tags as 0 and 1', async () => {
    const { file } = await annotated();
    const { bytes, losses } = await file({ format: 'xlsx' });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
    expect(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([['Highlights', 8], ['Codings', 6], ['Tags', 8]]);
    const line = (row: number) => [5, 6, 7].map((column) => workbook.getWorksheet('Tags')?.getRow(row).getCell(column).value);
    expect(line(1)).toEqual(['Cotton', 'Enforcement', 'Enforcement › Inspectors']);
    expect(line(7)).toEqual([1, 1, 0]);
    // Text that looks like a formula is text.
    expect(workbook.getWorksheet('Highlights')?.getRow(6).getCell(2).value).toBe('=1+1');
    expect(losses).toEqual([]);
  });
});
