// Which importer takes a file: content before name, and a sentence for every file that none can read.

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { chooseImporter, importers, importFile } from '../../../shared/backend/importers/index.ts';
import { UserError } from '../../../shared/core/user-error.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const chosen = async (name: string, content: Uint8Array) => (await chooseImporter({ name, bytes: content })).id;

async function refused(name: string, content: Uint8Array): Promise<UserError> {
  try {
    await importFile({ name, bytes: content });
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error(`${name} was read`);
}

const wordParts = {
  '[Content_Types].xml': strToU8(
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  '_rels/.rels': strToU8(
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  ),
  'word/document.xml': strToU8(
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>A small document.</w:t></w:r></w:p></w:body></w:document>',
  ),
};
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89]);
const noise = Uint8Array.from({ length: 20_000 }, (_, i) => (i * 7919 + (i >> 3) * 104_729) & 0xff);

describe('choosing an importer', () => {
  it('has each format once', () => {
    expect(importers.map(({ id }) => id).sort()).toEqual(['csv', 'docx', 'email', 'epub', 'html', 'markdown', 'mbox', 'mhtml', 'ods', 'odt', 'pdf', 'rtf', 'text', 'xlsx', 'xml', 'zip']);
  });

  it('takes an archive for one though what it holds uncompressed reads like text', async () => {
    const archive = zipSync({ 'long.txt': strToU8('A long line of words without an end. '.repeat(10_000)), 'short.txt': strToU8('short') }, { level: 0 });
    expect(await chosen('papers.zip', archive)).toBe('zip');
  });

  it.each([
    ['note.txt', bytes('Some words.'), 'text'],
    ['note', bytes('Some words.'), 'text'],
    ['data.csv', bytes('a,b\n1,2'), 'csv'],
    ['note.md', bytes('# Words'), 'markdown'],
    ['page.html', bytes('<p>Words'), 'html'],
    ['page.HTM', bytes('<!DOCTYPE html><p>Words'), 'html'],
    ['page.txt', bytes('<!-- saved --><html><body>Words'), 'html'],
    ['notes.html', bytes('Words without any markup'), 'text'],
    ['file.pdf', bytes('%PDF-1.7\n1 0 obj'), 'pdf'],
    ['renamed.txt', bytes('%PDF-1.7\n1 0 obj'), 'pdf'],
    ['law.docx', zipSync(wordParts), 'docx'],
    ['renamed.txt', zipSync(wordParts), 'docx'],
    ['letter.docx', bytes('Really only words.'), 'text'],
    ['cars.txt', bytes('BMW and other makers of cars'), 'text'],
    ['MZ.txt', bytes('MZ is how this text begins'), 'text'],
  ])('%s', async (name, content, id) => {
    expect(await chosen(name, content)).toBe(id);
  });

  it('does not look at the folders of a name', async () => {
    expect(await chosen('a.pdf/"quotes" & 😀/it\'s.md', bytes('words'))).toBe('markdown');
  });
});

describe('files that cannot be read', () => {
  it('says that a file is empty', async () => {
    expect(await refused('note.txt', new Uint8Array())).toMatchObject({ code: 'unreadable-file', message: 'The file is empty.' });
    expect(await refused('report.pdf', new Uint8Array())).toMatchObject({ message: 'The file is empty.' });
  });

  it('does not take a binary file for text because of its name', async () => {
    const picture = await refused('photo.txt', png);
    expect(picture.code).toBe('unsupported-file');
    expect(picture.message).toBe('The file is a picture (PNG) although its name ends in .txt, which Annals does not read.');
    expect((await refused('data.txt', noise)).code).toBe('unsupported-file');
    expect((await refused('data.txt', noise)).message).toContain('not text');
  });

  it('knows a ZIP under a Word name', async () => {
    const error = await refused('law.docx', zipSync({ 'photo.txt': strToU8('words') }));
    expect(error).toMatchObject({ code: 'unreadable-file', message: 'The file is called a Word document, but it is a ZIP archive with no Word document in it.' });
  });

  it('knows documents under a password and old ones', async () => {
    const compound = new Uint8Array(2_048);
    compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await refused('old.docx', compound)).toMatchObject({ code: 'unsupported-file' });
    expect((await refused('old.doc', compound)).message).toContain('old kind');
    compound.set(Buffer.from('EncryptedPackage', 'utf16le'), 1_024);
    expect(await refused('secret.docx', compound)).toMatchObject({ code: 'encrypted-file' });
  });

  it('gives a hint for kinds that can be converted', async () => {
    const compound = new Uint8Array(2_048);
    compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect((await refused('letter.doc', compound)).hint).toContain('.docx');
  });

  it('gives a sentence for every cut of a document and never another error', async () => {
    const whole = zipSync(wordParts);
    for (let length = 1; length < whole.length; length += 37) {
      const cut = whole.subarray(0, length);
      try {
        await importFile({ name: 'cut.docx', bytes: cut });
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
        expect((error as UserError).message).toMatch(/^[A-Z].*\.$/);
      }
    }
  });
});
