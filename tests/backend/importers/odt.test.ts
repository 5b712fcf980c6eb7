// OpenDocument texts: shape, numbers and notes like those of Word documents; what is left out said; damage and bombs refused.

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { chooseImporter } from '../../../shared/backend/importers/index.ts';
import { odtImporter } from '../../../shared/backend/importers/odt.ts';
import { lostWords, refusalOf, troubleWithDamage } from '../../support/damaged.ts';
import { openDocument, packed } from '../../support/packages.ts';
import { shapes, unsoundness } from '../../support/parsed-document.ts';
import { convertedPage, samplePage, sampleShapes, wordProcessorPresent } from '../../support/word-processor.ts';

const read = (bytes: Uint8Array) => odtImporter.parse({ name: 'law.odt', bytes });

const law = openDocument(
  `<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>A clerk</dc:creator></office:change-info><text:p>removed words</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p text:style-name="P1">The harvest law</text:p>
<text:h text:outline-level="1">Scope</text:h>
<text:p>Children<text:s text:c="3"/>under <text:span text:style-name="T1">fifteen</text:span><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>A note of the editor.</text:p></text:note-body></text:note> may not<text:tab/>work<office:annotation><dc:creator>C. D.</dc:creator><text:p>Check the age.</text:p></office:annotation>, see <text:a xlink:href="https://example.org/law">the law</text:a>.</text:p>
<text:list text:style-name="L1"><text:list-item><text:p>first rule</text:p><text:list><text:list-item><text:p>inner rule</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>second rule</text:p></text:list-item></text:list>
<table:table><table:table-column/><table:table-header-rows><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell><table:table-cell><text:p>Fields</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>both</text:p></table:table-cell><table:covered-table-cell><text:p>covered</text:p></table:covered-table-cell></table:table-row><table:table-row><table:table-cell><text:p>2019</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>
<text:p text:style-name="Caption">Figure 1: a field<draw:frame><draw:text-box><text:p>in a box</text:p></draw:text-box></draw:frame><draw:frame><draw:image/><svg:desc>a drawn field</svg:desc></draw:frame></text:p>
<text:table-of-content><text:p>Scope 1</text:p></text:table-of-content>
<text:p text:style-name="Quotations">As it was said.</text:p>`,
  {
    automatic: '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>',
    styles: '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/></text:outline-style>',
    master: '<style:master-page><style:header><text:p>Official gazette</text:p></style:header></style:master-page>',
  },
);

describe('an OpenDocument text', () => {
  it('keeps its shape, numbers, notes and tables', async () => {
    const document = await read(law);
    expect(shapes(document)).toEqual([
      'title: The harvest law',
      'heading1 I: Scope',
      'paragraph: Children under fifteen¹ may not work, see the law.',
      'list-item1 1: first rule',
      'list-item2 (a): inner rule',
      'list-item1 2: second rule',
      'table-row: Year\tFields',
      'table-row: both',
      'table-row: 2019\t12',
      'caption: Figure 1: a field',
      'paragraph: in a box',
      'caption: a drawn field',
      'quote: As it was said.',
      'note 1: A note of the editor.',
    ]);
    expect(document.blocks[6]?.cells.every(({ header }) => header)).toBe(true);
    expect(document.blocks[7]?.cells[0]?.colSpan).toBe(2);
    expect(document.blocks[2]?.runs.map(({ style }) => style)).toEqual(['strong', 'link']);
    expect(document.properties).toMatchObject({ title: 'The harvest law', author: 'Ministry of Fields', created: '2019-05-06T00:00:00' });
    expect(unsoundness(document)).toEqual([]);
  });

  it('says what it leaves out', async () => {
    const { leftOut, warnings } = await read(law);
    expect(leftOut.map(({ text, reason }) => `${reason}: ${text}`)).toEqual(['deleted text of tracked changes: A clerk removed words', 'comment: C. D. Check the age.', 'under a cell that spans several: covered', 'table of contents: Scope 1', 'head of the pages: Official gazette']);
    expect(warnings.map(({ code }) => code)).toEqual(['comments', 'tracked-changes', 'pictures']);
  });

  it('is found by its content', async () => {
    expect((await chooseImporter({ name: 'law.txt', bytes: law })).id).toBe('odt');
    expect((await chooseImporter({ name: 'law.odt', bytes: strToU8('only words') })).id).toBe('text');
  });

  it.skipIf(!wordProcessorPresent)('reads what LibreOffice writes (needs soffice)', { timeout: 240_000 }, async () => {
    const document = await read(convertedPage(samplePage, 'odt'));
    expect(shapes(document)).toEqual(sampleShapes);
    expect(document.blocks.at(-1)?.runs).toMatchObject([{ style: 'link', href: 'https://example.org/x' }]);
  });
});

describe('a bad OpenDocument text', () => {
  it('is told when it is none or under a password', async () => {
    expect((await refusalOf(odtImporter, 'a.odt', zipSync({ 'a.txt': strToU8('words') }))).code).toBe('unreadable-file');
    const locked = openDocument('<text:p>x</text:p>', { parts: { 'META-INF/manifest.xml': '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>' } });
    expect((await refusalOf(odtImporter, 'a.odt', locked)).code).toBe('encrypted-file');
  });

  it('does not resolve entities or unpack bombs', { timeout: 60_000 }, async () => {
    expect((await refusalOf(odtImporter, 'a.odt', packed({ 'content.xml': '<!DOCTYPE a [<!ENTITY b "bbb">]><office:text>&b;</office:text>' }))).code).toBe('unreadable-file');
    expect((await refusalOf(odtImporter, 'a.odt', openDocument(' '.repeat(30_000_000)))).code).toBe('too-large');
  });

  it('is read past the damage, however deep it nests or often a cell repeats', { timeout: 60_000 }, async () => {
    const cut = await read(openDocument('<text:p>kept</text:p><text:p>lost & broken'));
    expect(cut.text).toBe('kept\nlost & broken');
    expect(cut.warnings.map(({ code }) => code)).toEqual(['damaged-parts']);
    const deep = await read(openDocument(`<text:p>kept</text:p>${'<text:list><text:list-item>'.repeat(50_000)}`));
    expect(deep.text).toBe('kept');
    const wide = await read(openDocument('<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'));
    expect(lostWords(wide, ['x'])).toEqual([]);
    expect(unsoundness(wide)).toEqual([]);
  });

  it('ends in a document or a UserError, whatever it is changed to', { timeout: 60_000 }, async () => {
    expect(await troubleWithDamage(odtImporter, 'a.odt', law, 90)).toEqual([]);
  });
});
