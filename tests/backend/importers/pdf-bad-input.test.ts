// PDFs that are damaged, locked, huge or hostile: each ends in a sentence the analyst can act on, or in a warning, never in a hang.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pdfImporter } from '../../../shared/backend/importers/pdf.ts';
import { UserError } from '../../../shared/core/user-error.ts';
import { PageSheet, pdfOf } from './pdf-writing.ts';

const read = (bytes: Uint8Array) => pdfImporter.parse({ name: 'a.pdf', bytes });
const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

async function refusal(bytes: Uint8Array): Promise<UserError> {
  const thrown: unknown = await read(bytes).then(
    () => null,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(UserError);
  return thrown as UserError;
}

describe('files that cannot be read', () => {
  it('says that a file is empty', async () => {
    expect(await refusal(new Uint8Array())).toMatchObject({ code: 'unreadable-file', message: 'This file is empty (0 bytes).' });
  });

  it('says that a file is damaged when it only begins like a PDF', async () => {
    expect((await refusal(latin('%PDF-1.7\nnothing of use follows'))).code).toBe('unreadable-file');
    expect((await refusal(latin('MZ\u0000\u0001 a program'))).code).toBe('unreadable-file');
  });

  it('says that a file of another kind, called PDF, is none', async () => {
    expect((await refusal(latin('PK\u0003\u0004 a package that someone renamed'))).code).toBe('unreadable-file');
    expect((await refusal(latin('<html><body>Not found</body></html>'))).code).toBe('unreadable-file');
  });

  it('reads the next file as if nothing had happened', async () => {
    await refusal(latin('%PDF-1.7\nnothing of use follows'));
    expect((await read(pdfOf([new PageSheet().text(54, 100, 'Snow')]))).text).toBe('Snow');
  });

  it('says that the end of a file is missing when it cannot be read without', async () => {
    const bytes = pdfOf([new PageSheet().text(54, 100, 'The first page is whole.')]);
    expect(await refusal(bytes.subarray(0, bytes.length / 2))).toMatchObject({ code: 'unreadable-file', message: expect.stringMatching(/end is missing/u) as string });
  });

  it('says that a file is protected by a password', async () => {
    const secret = '<' + 'ab'.repeat(32) + '>';
    const bytes = pdfOf([new PageSheet().text(54, 100, 'secret')], {
      trailer: `/ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O ${secret} /U ${secret} >>`,
    });
    expect(await refusal(bytes)).toMatchObject({ code: 'encrypted-file', message: 'This PDF is protected by a password.' });
  });
});

describe('files that can be read in part', () => {
  it('reads what is left of a file that was cut short, and says so', async () => {
    const bytes = pdfOf([new PageSheet().text(54, 100, 'The first page is whole.'), new PageSheet().text(54, 100, 'So is the second.')]);
    const document = await read(bytes.subarray(0, bytes.length - 10));
    expect(document.text).toContain('The first page is whole.');
    expect(document.warnings.map((warning) => warning.code)).toContain('file-cut-short');
  });

  it('imports a PDF without a text layer and says that there is no text', async () => {
    const scan = new PageSheet();
    scan.content = 'q 600 0 0 700 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q';
    const document = await read(pdfOf([scan]));
    expect(document.text).toBe('');
    expect(document.pages).toHaveLength(1);
    expect(document.warnings.map((warning) => warning.code)).toEqual(['no-text-layer', 'pages-without-text']);
    expect(document.warnings[0]?.message).toMatch(/no text that can be read/u);
  });

  it('reads a page of no width without falling over', async () => {
    const document = await read(pdfOf([new PageSheet(0, 792).text(0, 100, 'Rain'), new PageSheet().text(54, 100, 'Snow')]));
    expect(document.pages).toHaveLength(2);
    expect(document.text).toContain('Snow');
  });

  it('reads on when a page is broken', async () => {
    const broken = new PageSheet();
    broken.content = 'BT /nofont 12 Tf (x) Tj ET [ << ( 1 0 0 Q Q Q';
    const document = await read(pdfOf([broken, new PageSheet().text(54, 100, 'Snow')]));
    expect(document.text).toContain('Snow');
  });

  it('is not caught by a form that draws itself', async () => {
    const page = new PageSheet().text(54, 100, 'Rain');
    const bytes = new TextDecoder('latin1').decode(pdfOf([page], { objects: ['<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Me 9 0 R >> >> /Length 6 >>\nstream\n/Me Do\nendstream'] }));
    const document = await read(latin(bytes.replace('/Resources << /Font', '/Resources << /XObject << /Me 9 0 R >> /Font').replace(') Tj ET\n', ') Tj ET /Me Do\n')));
    expect(document.pages).toHaveLength(1);
  });
});

describe('large files', () => {
  it('refuses more pages than it can hold, and a page count that lies', async () => {
    const page = new PageSheet().text(54, 100, 'Rain');
    expect(await refusal(pdfOf(Array.from({ length: 20_001 }, () => page)))).toMatchObject({ code: 'too-large', message: expect.stringMatching(/20001 pages/u) as string });
    const lying = new TextDecoder('latin1').decode(pdfOf([page])).replace('/Count 1', '/Count 2000000000');
    const outcome = await read(latin(lying)).then(
      (document) => document.text,
      (error: unknown) => error,
    );
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UserError);
    else expect(outcome).toBe('Rain');
  });

  it('reads 5,000 pages and tells how far it is', { timeout: 120_000 }, async () => {
    const pages = Array.from({ length: 5000 }, (_, at) => new PageSheet().text(54, 40, 'Head', 9).text(54, 100, `Page ${at} of a long file has one line.`).text(300, 760, String(at + 1), 9));
    const told: number[] = [];
    const document = await pdfImporter.parse({ name: 'a.pdf', bytes: pdfOf(pages), onProgress: (done, total) => told.push(done / total) });
    expect(document.pages).toHaveLength(5000);
    expect(document.pages[4321]?.label).toBe('4322');
    expect(told.length).toBeGreaterThan(500);
    expect(told.at(-1)).toBe(1);
    expect(told.every((share, at) => at === 0 || share >= (told[at - 1] ?? 0))).toBe(true);
  });
});

describe('any bytes', () => {
  it('ends in a document or a UserError, whatever a file is changed to', { timeout: 60_000 }, async () => {
    const original = pdfOf([new PageSheet().text(54, 100, 'Rain falls on the hills.').rule(54, 110, 300, 110).box(54, 120, 300, 140)]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 }), async (changes) => {
        const bytes = original.slice();
        for (const [at, value] of changes) bytes[at] = value;
        try {
          const document = await read(bytes);
          expect(document.pages.length).toBeGreaterThanOrEqual(0);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('knows its files by content, then by name', () => {
    const accepts = (name: string, text: string) => pdfImporter.accepts({ name, bytes: latin(text), detected: null });
    expect(accepts('a.txt', '%PDF-1.4 ...')).toBe(1);
    expect(accepts('a.txt', 'stray bytes first %PDF-1.4')).toBe(1);
    expect(accepts('a.pdf', 'no header')).toBeLessThan(1);
    expect(accepts('a.txt', 'no header')).toBe(0);
  });
});
