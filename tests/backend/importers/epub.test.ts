// Electronic books: chapters in reading order, notes and title; protection, damage and bombs refused.

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { epubImporter } from '../../../shared/backend/importers/epub.ts';
import { chooseImporter } from '../../../shared/backend/importers/index.ts';
import { lostWords, refusalOf, troubleWithDamage } from '../../support/damaged.ts';
import { book } from '../../support/packages.ts';
import { shapes, unsoundness } from '../../support/parsed-document.ts';

const read = (bytes: Uint8Array) => epubImporter.parse({ name: 'walk.epub', bytes });

const walk = book(
  {
    'z first.xhtml': '<h1>The road</h1><p>It is <b>long</b><a id="x"/> and dry.</p><div/><table><tr><th>Day</th><th>Miles</th></tr><tr><td>1</td><td>12</td></tr></table>',
    'a-second.xhtml': '<h1>The castle</h1><p>Замок, 城堡, قلعة.</p><script>alert(1)</script>',
  },
  { nav: '<nav><ol><li>The road</li><li>The castle</li></ol></nav>' },
);

describe('a book', () => {
  it('is read in the order of its spine under its own title', async () => {
    const document = await read(walk);
    expect(shapes(document)).toEqual(['title: A walk through Ruritania', 'heading1: The road', 'paragraph: It is long and dry.', 'table-row: Day\tMiles', 'table-row: 1\t12', 'heading1: The castle', 'paragraph: Замок, 城堡, قلعة.']);
    expect(document.properties).toEqual({ title: 'A walk through Ruritania', author: 'A. Author, B. Author', language: 'en', created: '2012' });
    expect(document.leftOut).toMatchObject([{ reason: 'table of contents', text: 'The road The castle' }]);
    expect(unsoundness(document)).toEqual([]);
  });

  it('takes the printed title where there is one', async () => {
    expect(shapes(await read(book({ 'a.xhtml': '<h2>A WALK<br/>through Ruritania</h2><p>Words.</p>' })))[0]).toBe('title: A WALK\nthrough Ruritania');
  });

  it('is found by its content', async () => {
    expect((await chooseImporter({ name: 'walk', bytes: walk })).id).toBe('epub');
  });
});

describe('a bad book', () => {
  it('is told when it is none or protected', async () => {
    expect((await refusalOf(epubImporter, 'a.epub', zipSync({ 'a.txt': strToU8('words') }))).code).toBe('unreadable-file');
    const locked = book({ 'a.xhtml': 'xx' }, { parts: { 'META-INF/encryption.xml': '<encryption><CipherReference URI="OEBPS/a.xhtml"/></encryption>' } });
    expect((await refusalOf(epubImporter, 'a.epub', locked)).code).toBe('encrypted-file');
    const fonts = book({ 'a.xhtml': '<p>free</p>' }, { parts: { 'META-INF/encryption.xml': '<encryption><CipherReference URI="OEBPS/font.otf"/></encryption>' } });
    expect((await read(fonts)).text).toContain('free');
  });

  it('says that chapters are missing, and reads the others', async () => {
    const document = await read(book({ 'a.xhtml': '<p>kept</p>', 'b.xhtml': '<p>lost</p>' }, { parts: { 'OEBPS/b.xhtml': '' } }));
    expect(document.text).toContain('kept');
    const gone = await read(book({ 'a.xhtml': '<p>kept</p>', '../../etc/b.xhtml': '<p>x</p>' }));
    expect(lostWords(gone, ['kept'])).toEqual([]);
  });

  it('does not unpack bombs, resolve entities or fall into deep nesting', { timeout: 60_000 }, async () => {
    expect((await refusalOf(epubImporter, 'a.epub', book({ 'a.xhtml': ' '.repeat(30_000_000) }))).code).toBe('too-large');
    expect((await read(book({ 'a.xhtml': `${'<div>'.repeat(100_000)}deep &lol; words` }))).text).toContain('deep');
  });

  it('ends in a document or a UserError, whatever it is changed to', { timeout: 60_000 }, async () => {
    expect(await troubleWithDamage(epubImporter, 'a.epub', walk, 90)).toEqual([]);
  });
});
