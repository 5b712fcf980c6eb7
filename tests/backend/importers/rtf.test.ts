// Rich Text: text in every code page, shape, notes and tables; hostile nesting and lengths without end or loss.

import { describe, expect, it } from 'vitest';
import { chooseImporter } from '../../../shared/backend/importers/index.ts';
import { rtfImporter } from '../../../shared/backend/importers/rtf.ts';
import { lostWords, troubleWithDamage } from '../../support/damaged.ts';
import { shapes, unsoundness } from '../../support/parsed-document.ts';
import { convertedPage, samplePage, sampleShapes, wordProcessorPresent } from '../../support/word-processor.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const read = (text: string | Uint8Array) => rtfImporter.parse({ name: 'law.rtf', bytes: typeof text === 'string' ? bytes(text) : text });

const law = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset128 Gothic;}}
{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Title;}{\*\cs10 Default;}}
{\info{\title The harvest law}{\author Minist\'e8re}{\creatim\yr2020\mo3\dy4\hr1}}
{\header Official gazette\par}{\*\generator Program;}
\pard\s2 The harvest law\par
\pard\s1 Scope\par
\pard Children {\b under} {\i fifteen}, caf\'e9, \u1055?\u1088? and {\f1 \'cf\'f0\'e8} {\f2 \'93\'fa\'96\'7b} \u-10179?\u-8704?.{\super\chftn}{\footnote \pard {\super\chftn} A note of the editor.} More\line below\par
{\listtext\tab 1.\tab}\pard\ls1 first rule\par
{\listtext\'b7\tab}\pard\ls1\ilvl1 inner rule\par
\trowd\trhdr\cellx1\cellx2 \pard\intbl Year\cell Fields\cell\row
\trowd\clmgf\cellx1\clmrg\cellx2 \pard\intbl both\cell \cell\row
\trowd\cellx1\cellx2 \pard\intbl 2019\par autumn\cell 12\cell\row
\pard See {\field{\*\fldinst{HYPERLINK "https://example.org/law"}}{\fldrslt{the law}}}{\deleted removed}{\v secret}\emdash end\par
{\pict\pngblip 0123456789abcdef}{\*\unknown machinery}{\annotation Check the age.}\par
}`;

describe('a Rich Text document', () => {
  it('keeps its shape, letters, notes and tables', async () => {
    const document = await read(law);
    expect(shapes(document)).toEqual([
      'title: The harvest law',
      'heading1: Scope',
      'paragraph: Children under fifteen, café, Пр and При 日本 😀.¹ More\nbelow',
      'list-item1 1: first rule',
      'list-item2: inner rule',
      'table-row: Year\tFields',
      'table-row: both',
      'table-row: 2019\nautumn\t12',
      'paragraph: See the law—end',
      'note 1: A note of the editor.',
    ]);
    expect(document.blocks[5]?.cells.every(({ header }) => header)).toBe(true);
    expect(document.blocks[6]?.cells).toMatchObject([{ colSpan: 2 }]);
    expect(document.blocks[8]?.runs).toMatchObject([{ style: 'link', href: 'https://example.org/law' }]);
    expect(document.properties).toEqual({ title: 'The harvest law', author: 'Ministère', created: '2020-03-04' });
    expect(unsoundness(document)).toEqual([]);
  });

  it('says what it leaves out', async () => {
    const { leftOut, warnings } = await read(law);
    expect(leftOut.map(({ text, reason }) => `${reason}: ${text}`)).toEqual(['head of the pages: Official gazette', 'deleted text of tracked changes: removed', 'hidden text: secret', 'comment: Check the age.']);
    expect(warnings.map(({ code }) => code)).toEqual(['tracked-changes', 'pictures', 'comments']);
  });

  it('takes the Unicode form of a text that is written twice', async () => {
    expect((await read(String.raw`{\rtf1 {\upr{Cafe}{\*\ud{Caf\u233 e}}} {\uc2\u8364 EU}5}`)).text).toBe('Café €5');
  });

  it('is found by its content', async () => {
    expect((await chooseImporter({ name: 'law.doc', bytes: bytes(law) })).id).toBe('rtf');
    expect((await chooseImporter({ name: 'law.rtf', bytes: bytes('only words') })).id).toBe('text');
  });

  it.skipIf(!wordProcessorPresent)('reads what LibreOffice writes (needs soffice)', { timeout: 240_000 }, async () => {
    const document = await read(convertedPage(samplePage, 'rtf'));
    expect(shapes(document)).toEqual(sampleShapes);
  });
});

describe('a bad Rich Text document', () => {
  it('is read to its end when groups are never closed, closed too often or nested without sense', { timeout: 60_000 }, async () => {
    expect((await read(String.raw`{\rtf1 kept {\b too`)).text).toBe('kept too');
    expect((await read(String.raw`{\rtf1 kept {\b too`)).warnings.map(({ code }) => code)).toEqual(['file-cut-short']);
    const after = await read(String.raw`{\rtf1 kept}} after {the end}`);
    expect(lostWords(after, ['kept', 'after', 'the end'])).toEqual([]);
    expect((await read(`{\\rtf1 a${'{'.repeat(500_000)}b${'}'.repeat(500_000)} c}`)).text.replace(/\s/g, '')).toBe('abc');
    expect((await read(`{\\rtf1 a${'{\\footnote x'.repeat(20_000)}`)).text).toContain('x');
  });

  it('does not hang on tables without rows, long runs or wrong numbers', { timeout: 60_000 }, async () => {
    for (const text of ['\\intbl x\\cell '.repeat(50_000), '\\trowd\\row '.repeat(50_000), `\\bin99999999999 x`, `\\u99999999 y\\uc99999 z`, '\\ilvl999\\ls1 x\\par '.repeat(20_000), "\\'zz\\'8", 'word '.repeat(400_000), '{\\field{\\*\\fldinst HYPERLINK "javascript:alert(1)"}{\\fldrslt x}}'.repeat(5_000), '\\ansicpg99999 \\f77 \\\'e9']) {
      const document = await read(`{\\rtf1 ${text}}`);
      expect(unsoundness(document)).toEqual([]);
      expect(document.blocks.flatMap(({ runs }) => runs).filter(({ href }) => href?.startsWith('javascript'))).toEqual([]);
    }
  });

  it('is only empty when it is empty', async () => {
    expect((await read('{\\rtf1}')).warnings.map(({ code }) => code)).toEqual(['no-text']);
  });

  it('ends in a document or a UserError, whatever it is changed to', { timeout: 60_000 }, async () => {
    expect(await troubleWithDamage(rtfImporter, 'a.rtf', bytes(law), 120)).toEqual([]);
  });
});
