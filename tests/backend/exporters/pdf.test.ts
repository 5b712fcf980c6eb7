import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportBrief } from '../../../shared/backend/exporters/index.ts';
import { chromiumPrinter, findChromium } from '../../../shared/backend/exporters/pdf.ts';
import { UserError } from '../../../shared/core/user-error.ts';
import { sampleBrief } from '../../support/brief.ts';

const chromium = findChromium();
const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('annals-pdf-'));

async function open(bytes: Uint8Array) {
  const document = await getDocument({ data: bytes.slice(), useSystemFonts: false, disableFontFace: true, verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, index) => document.getPage(index + 1)));
  const texts = await Promise.all(pages.map(async (page) => (await page.getTextContent()).items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')));
  const links = (await Promise.all(pages.map(async (page) => page.getAnnotations()))).flat();
  const { info } = await document.getMetadata();
  return { document, texts, links, info: info as Record<string, unknown> };
}

describe.skipIf(chromium === null)('an exported PDF (needs Chromium)', { timeout: 120_000 }, () => {
  it('holds the words of the brief, marking and number on each page, working links, and no place or account', async () => {
    const before = leftovers();
    const { bytes, fileName, mediaType } = await exportBrief(sampleBrief(), 'pdf');
    expect([fileName, mediaType]).toEqual(['Labour inspection in Ruritania - what changed between 2020 and 2021.pdf', 'application/pdf']);
    const { document, texts, links, info } = await open(bytes);
    const all = texts.join('\n').normalize('NFKC').replace(/\s+/g, ' ');
    for (const words of ['The inspectorate has fewer people and less freedom', '[2, para. 2; 3, Table 6, p. 5]', 'Post sees no lack of inspectors.', '督察员在收获季节不足', '07STRELSAU412 (Embassy Strelsau, 3 December 2007, UNCLASSIFIED)', '4 of 5 quotations stand word for word']) {
      expect(all).toContain(words);
    }
    expect(all).toMatch(/المفتشون|نوشتفملا/);
    texts.forEach((text, index) => {
      expect(text.split('UNCLASSIFIED').length).toBeGreaterThanOrEqual(3);
      expect(text).toContain(`${index + 1} / ${texts.length}`);
    });
    const inside = links.filter((link) => link.dest !== undefined && link.dest !== null);
    expect(inside.length).toBeGreaterThan(20);
    for (const link of inside) expect(typeof link.dest === 'string' ? await document.getDestination(link.dest) : link.dest).not.toBeNull();
    expect(links.filter((link) => link.url || link.unsafeUrl)).toEqual([]);
    expect(info['Title']).toBe('Labour inspection in Ruritania: what changed between 2020 and 2021');
    const raw = Buffer.from(bytes).toString('latin1');
    for (const secret of [tmpdir(), homedir(), 'file://', 'annals-pdf-']) expect(raw).not.toContain(secret);
    for (const name of [userInfo().username, hostname()]) if (name.length > 4) expect(raw + JSON.stringify(info)).not.toContain(name);
    expect(leftovers()).toEqual(before);
  });

  it('of an empty brief is one page that says so', async () => {
    const { bytes } = await exportBrief(sampleBrief({ title: '', subtitle: '', author: '', date: '', markings: [], blocks: [], sources: [] }), 'pdf');
    const { texts } = await open(bytes);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('This brief has no content yet.');
  });

  it('uses the printer of the host where there is one', async () => {
    const printed: string[] = [];
    const bytes = new Uint8Array([1, 2, 3]);
    const exported = await exportBrief(sampleBrief(), 'pdf', {
      printToPdf: async (html) => {
        printed.push(html);
        return bytes;
      },
    });
    expect(exported.bytes).toBe(bytes);
    expect(printed[0]).toMatch(/^<!doctype html>/);
  });
});

describe('without a browser that prints', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'annals-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const program = (script: string) => {
    const path = join(folder, 'browser');
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  };

  it('a plain sentence says what is missing', () => {
    expect(findChromium({ CHROMIUM: join(folder, 'nothing') })).toBeNull();
    expect(() => chromiumPrinter({ environment: { CHROMIUM: join(folder, 'nothing') } })).toThrow(
      expect.objectContaining({ name: 'UserError', code: 'missing-program', message: 'A PDF is printed by Chromium, and no Chromium, Chrome or Edge was found on this machine.' }),
    );
  });

  it('the variable CHROMIUM names the program', () => {
    const path = program('exit 0');
    expect(findChromium({ CHROMIUM: path })).toBe(path);
  });

  it.skipIf(process.platform === 'win32')('a browser that fails, hangs or cannot start ends in a sentence without places, and leaves nothing behind (needs sh)', async () => {
    const before = leftovers();
    const failing = chromiumPrinter({ program: program('exit 7') })('<p>');
    await expect(failing).rejects.toThrow('The browser that prints PDFs did not finish: it ended with code 7 and no file.');
    await expect(failing).rejects.toBeInstanceOf(UserError);
    await expect(chromiumPrinter({ program: program('sleep 30 & sleep 30'), timeLimit: 300 })('<p>')).rejects.toThrow('it took longer than');
    await expect(chromiumPrinter({ program: folder })('<p>')).rejects.toThrow('it could not be started.');
    expect(leftovers()).toEqual(before);
  });
});
