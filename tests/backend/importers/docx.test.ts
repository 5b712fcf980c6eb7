// Word documents: text with its shape and numbers, what is left out said, bombs and damage refused in a sentence.

import { AlignmentType, CommentRangeEnd, CommentRangeStart, CommentReference, DeletedTextRun, Document, ExternalHyperlink, FootnoteReferenceRun, Header, HeadingLevel, InsertedTextRun, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxImporter } from '../../../shared/backend/importers/docx.ts';
import { shapes } from '../../support/parsed-document.ts';
import { patience } from '../../support/patience.ts';

const read = (bytes: Uint8Array) => docxImporter.parse({ name: 'law.docx', bytes });

const numbering = {
  config: [
    {
      reference: 'law',
      levels: [
        { level: 0, format: LevelFormat.DECIMAL, text: 'Article %1.', alignment: AlignmentType.START },
        { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2.', alignment: AlignmentType.START },
        { level: 2, format: LevelFormat.LOWER_LETTER, text: '(%3)', alignment: AlignmentType.START },
        { level: 3, format: LevelFormat.UPPER_ROMAN, text: '%4', alignment: AlignmentType.START },
      ],
    },
    { reference: 'dots', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.START }] },
  ],
};
const numbered = (level: number, text: string, reference = 'law') => new Paragraph({ numbering: { reference, level }, text });
const tracked = { author: 'A. B.', date: '2020-01-01T00:00:00Z' };

const law = new Uint8Array(
  await Packer.toBuffer(
    new Document({
      title: 'Law on Work',
      creator: 'Ministry of Samples',
      numbering,
      footnotes: { 1: { children: [new Paragraph('A note of the editor.')] } },
      comments: { children: [{ id: 0, author: 'C. D.', date: new Date(0), children: [new Paragraph('Check the age.')] }] },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('Official gazette')] }) },
          children: [
            new Paragraph({ text: 'Law on Work', heading: HeadingLevel.TITLE }),
            new Paragraph({ text: 'Chapter One', heading: HeadingLevel.HEADING_1 }),
            numbered(0, 'Scope'),
            numbered(1, 'This law covers all work.'),
            new Paragraph('A paragraph between.'),
            numbered(1, 'It does not cover:'),
            numbered(2, 'help in the house;'),
            numbered(2, 'school.'),
            numbered(3, 'Evening school too.'),
            numbered(0, 'Age'),
            numbered(1, 'Nobody under 15 may work.'),
            numbered(0, 'a dot', 'dots'),
            new Paragraph({
              children: [
                new TextRun('Children under '),
                new TextRun({ text: '15', bold: true }),
                new FootnoteReferenceRun(1),
                new InsertedTextRun({ ...tracked, id: 1, text: ' may not work' }),
                new DeletedTextRun({ ...tracked, id: 2, text: ' may work in summer' }),
                new CommentRangeStart(0),
                new TextRun(', see '),
                new CommentRangeEnd(0),
                new TextRun({ children: [new CommentReference(0)] }),
                new ExternalHyperlink({ link: 'https://example.org/law', children: [new TextRun('the law')] }),
              ],
            }),
            new Table({
              rows: [
                new TableRow({ tableHeader: true, children: ['Year', 'Fields'].map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
                new TableRow({ children: ['2019', '12'].map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
              ],
            }),
          ],
        },
      ],
    }),
  ),
);

/** The same document with some parts replaced or added. */
function withParts(parts: Record<string, string>): Uint8Array {
  return zipSync({ ...unzipSync(law), ...Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])) });
}

describe('a Word document', () => {
  it('is read with headings, printed numbers, lists, tables and notes', async () => {
    expect(shapes(await read(law))).toEqual([
      'title: Law on Work',
      'heading1: Chapter One',
      'list-item1 Article 1: Scope',
      'list-item2 1.1: This law covers all work.',
      'paragraph: A paragraph between.',
      'list-item2 1.2: It does not cover:',
      'list-item3 (a): help in the house;',
      'list-item3 (b): school.',
      'list-item4 I: Evening school too.',
      'list-item1 Article 2: Age',
      'list-item2 2.1: Nobody under 15 may work.',
      'list-item1: a dot',
      'paragraph: Children under 15¹ may not work, see the law',
      'table-row: Year\tFields',
      'table-row: 2019\t12',
      'note 1: A note of the editor.',
    ]);
  });

  it('keeps emphasis, links, header cells and core properties', async () => {
    const document = await read(law);
    const paragraph = document.blocks.find(({ kind, runs }) => kind === 'paragraph' && runs.length > 0);
    expect(paragraph?.runs.map(({ style, href }) => [style, href])).toEqual([['strong', undefined], ['link', 'https://example.org/law']]);
    expect(document.blocks.find(({ kind }) => kind === 'table-row')?.cells.every(({ header }) => header)).toBe(true);
    expect(document.properties).toMatchObject({ title: 'Law on Work', author: 'Ministry of Samples' });
  });

  it('says what it leaves out', async () => {
    const { leftOut, warnings } = await read(law);
    expect(leftOut.map(({ text, reason }) => `${text} (${reason})`)).toEqual([
      'C. D.: Check the age. (comment)',
      'may work in summer (deleted text of tracked changes)',
      'Official gazette (head of the pages)',
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['comments', 'tracked-changes']);
  });

  it('says when there is no text in it', async () => {
    const empty = withParts({ 'word/document.xml': '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body></w:body></w:document>' });
    const { text, warnings } = await read(empty);
    expect(text).toBe('');
    expect(warnings.map(({ code }) => code)).toContain('no-text');
  });
});

describe('a bad Word document', () => {
  it('is refused in a sentence when it is damaged', async () => {
    await expect(read(law.subarray(0, law.length - 300))).rejects.toMatchObject({ code: 'unreadable-file' });
    await expect(read(law.subarray(300))).rejects.toMatchObject({ code: 'unreadable-file' });
    await expect(read(withParts({ 'word/document.xml': '<w:document><w:p>' }))).rejects.toMatchObject({ code: 'unreadable-file' });
    await expect(read(withParts({ 'word/document.xml': '' }))).rejects.toMatchObject({ code: 'unreadable-file' });
  });

  it('is refused when it is a bomb', async () => {
    const spaces = ' '.repeat(40_000_000);
    await expect(read(withParts({ 'word/document.xml': `<w:document>${spaces}</w:document>` }))).rejects.toMatchObject({ code: 'too-large' });
    const many = zipSync({ ...unzipSync(law), ...Object.fromEntries(Array.from({ length: 11_000 }, (_, i) => [`word/x${i}.xml`, new Uint8Array()])) }, { level: 0 });
    await expect(read(many)).rejects.toMatchObject({ code: 'too-large' });
  });

  it('does not believe a size that the package states falsely', async () => {
    const bomb = zipSync({ ...unzipSync(law), 'word/document.xml': strToU8(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:p/>'.repeat(500_000)}</w:body></w:document>`) });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = 0; at + 46 < bomb.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000) view.setUint32(at + 24, 1_000, true);
    }
    await expect(read(bomb)).rejects.toMatchObject({ code: 'unreadable-file' });
  });

  it('is refused when it declares entities', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>';
    await expect(read(withParts({ 'word/document.xml': laughs }))).rejects.toMatchObject({ code: 'unreadable-file' });
  });

  it('does not hang on tables in tables or on broken numbering', async () => {
    const head = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';
    const deep = `${head}${'<w:tbl><w:tr><w:tc>'.repeat(3_000)}<w:p><w:r><w:t>deep</w:t></w:r></w:p>${'</w:tc></w:tr></w:tbl>'.repeat(3_000)}</w:body></w:document>`;
    const before = performance.now();
    await read(withParts({ 'word/document.xml': deep })).then(
      ({ text }) => expect(text).toBe('deep'),
      (error: unknown) => expect(error).toMatchObject({ code: 'unreadable-file' }),
    );
    await expect(read(withParts({ 'word/numbering.xml': '<w:abstractNum '.repeat(100_000), 'word/document.xml': `${head}${'<w:pPr>'.repeat(100_000)}` }))).rejects.toMatchObject({ code: 'unreadable-file' });
    expect(performance.now() - before).toBeLessThan(patience);
  }, 20_000);

  it('loads nothing that the document points to', async () => {
    const path = 'word/_rels/document.xml.rels';
    const image = '<Relationship Id="outside" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>';
    const drawing = '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="outside"/></v:shape></w:pict></w:r></w:p></w:body>';
    const part = (name: string) => new TextDecoder().decode(unzipSync(law)[name]);
    const document = await read(withParts({ [path]: part(path).replace('</Relationships>', image), 'word/document.xml': part('word/document.xml').replace('</w:body>', drawing) }));
    expect(document.warnings.map(({ code }) => code)).toContain('pictures');
    expect(document.text).not.toContain('root:');
  });
});
