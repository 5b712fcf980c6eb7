// ZIP archives: the files in them under clean names, bombs and locked files told and the others handed on.

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { chooseImporter } from '../../../shared/backend/importers/index.ts';
import { zipImporter } from '../../../shared/backend/importers/zip.ts';
import { cleanPath } from '../../../shared/backend/importers/zip/path.ts';
import { refusalOf, troubleWithDamage } from '../../support/damaged.ts';

const read = (bytes: Uint8Array) => zipImporter.parse({ name: 'papers.zip', bytes });
const words = strToU8('Words of a paper.');

/** Changes a field of the entry's record in the central directory; offsets by APPNOTE.TXT 4.3.12. */
function withEntry(archive: Uint8Array, name: string, change: (record: DataView) => void): Uint8Array {
  const copy = archive.slice();
  const at = Buffer.from(copy.buffer).lastIndexOf(name) - 46;
  change(new DataView(copy.buffer, at));
  return copy;
}

describe('an archive', () => {
  it('hands on its files under their paths, without folders and what systems add', async () => {
    const { text, files, warnings, leftOut } = await read(zipSync({ 'a.txt': words, 'reports/': new Uint8Array(), 'reports/2019/b.csv': strToU8('a,b\n1,2'), '__MACOSX/._a.txt': words, 'reports/.DS_Store': words, 'empty.txt': new Uint8Array() }));
    expect(files?.map(({ name }) => name)).toEqual(['a.txt', 'reports/2019/b.csv', 'empty.txt']);
    expect(new TextDecoder().decode(files?.[0]?.bytes)).toBe('Words of a paper.');
    expect([text, warnings]).toEqual(['', []]);
    expect(leftOut.map((left) => left.text)).toEqual(['__MACOSX/._a.txt', 'reports/.DS_Store']);
  });

  it('gives names that mean no place on a disk, each once', async () => {
    const { files } = await read(zipSync({ '../../etc/passwd': words, '/etc/passwd': words, 'C:\\Windows\\a.txt': words, 'x/./../a\u202etxt.exe': words, '..': words }));
    expect(files?.map(({ name }) => name)).toEqual(['etc/passwd', 'etc/passwd (2)', 'Windows/a.txt', 'x/atxt.exe', 'unnamed']);
    expect(cleanPath(`${'long'.repeat(100)}.pdf`)).toMatch(/^.{195,200}$/u);
    expect(cleanPath('deep/'.repeat(5_000)).length).toBeLessThanOrEqual(1_000);
  });

  it('reads names in UTF-8 and in the code page of DOS', async () => {
    const archive = zipSync({ 'Отчёт 报告.txt': words, 'Bxricht.txt': words });
    for (let at = 0; (at = Buffer.from(archive.buffer).indexOf('Bxricht', at)) !== -1; at++) archive[at + 1] = 0x81;
    expect((await read(archive)).files?.map(({ name }) => name)).toEqual(['Отчёт 报告.txt', 'Büricht.txt']);
  });

  it('is found by its content', async () => {
    expect((await chooseImporter({ name: 'papers', bytes: zipSync({ 'a.txt': words }) })).id).toBe('zip');
  });
});

describe('a bad archive', () => {
  it('hands on the others when one is a bomb, locked, damaged or packed in an unknown way', async () => {
    const archive = zipSync({ 'good.txt': words, 'bomb.txt': new Uint8Array(20_000_000), 'locked.txt': words, 'damaged.txt': words, 'strange.txt': words });
    const locked = withEntry(archive, 'locked.txt', (record) => record.setUint16(8, 1, true));
    const damaged = withEntry(locked, 'damaged.txt', (record) => record.setUint32(16, 1, true));
    const strange = withEntry(damaged, 'strange.txt', (record) => record.setUint16(10, 14, true));
    const { files, warnings, leftOut } = await read(strange);
    expect(files?.map(({ name }) => name)).toEqual(['good.txt']);
    expect(warnings).toMatchObject([{ code: 'not-unpacked' }]);
    expect(warnings[0]?.message).toMatch(/^4 files were not unpacked: “bomb\.txt” unpacks to hundreds.*“locked\.txt” is protected.*“damaged\.txt” is damaged.*“strange\.txt” is packed by a method/);
    expect(leftOut.map((left) => left.text)).toEqual(['bomb.txt', 'locked.txt', 'damaged.txt', 'strange.txt']);
  });

  it('stops a file that unpacks to more than it says', async () => {
    const lying = withEntry(zipSync({ 'good.txt': words, 'lie.txt': new Uint8Array(60_000_000) }), 'lie.txt', (record) => record.setUint32(24, 1_000, true));
    const { files, leftOut } = await read(lying);
    expect(files?.map(({ name }) => name)).toEqual(['good.txt']);
    expect(leftOut).toMatchObject([{ text: 'lie.txt' }]);
  });

  it('stops when many small bombs come to too much together', { timeout: 60_000 }, async () => {
    const zeros = new Uint8Array(3_900_000);
    const { files, warnings } = await read(zipSync(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`zeros${i}.txt`, zeros]))));
    const total = (files ?? []).reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect(total).toBeLessThanOrEqual(70 * 1024 * 1024);
    expect(warnings[0]?.code).toBe('not-unpacked');
  });

  it('is refused in a sentence when nothing of it can be used', async () => {
    expect((await refusalOf(zipImporter, 'a.zip', zipSync({}))).message).toBe('The archive holds no documents.');
    expect((await refusalOf(zipImporter, 'a.zip', zipSync({ 'a.txt': words }).slice(0, 60))).code).toBe('unreadable-file');
    expect((await refusalOf(zipImporter, 'a.zip', withEntry(zipSync({ 'a.txt': words }), 'a.txt', (record) => record.setUint16(8, 1, true)))).code).toBe('encrypted-file');
    expect((await refusalOf(zipImporter, 'a.zip', zipSync({ 'a.txt': new Uint8Array(20_000_000) }))).code).toBe('too-large');
    expect((await refusalOf(zipImporter, 'a.zip', zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}`, new Uint8Array()]))))).message).toContain('10,001');
  });

  it('ends in files or a UserError, whatever it is changed to', { timeout: 60_000 }, async () => {
    expect(await troubleWithDamage(zipImporter, 'a.zip', zipSync({ 'a.txt': words, 'b/c.txt': strToU8('More words. '.repeat(100)) }), 120)).toEqual([]);
  });
});
