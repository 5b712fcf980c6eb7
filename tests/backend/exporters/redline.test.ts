import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { redlineParagraphs } from '../../../shared/backend/exporters/layout/redline.ts';
import { exportRedline } from '../../../shared/backend/exporters/redline.ts';
import type { EditionText } from '../../../shared/core/alignment.ts';
import type { Redline } from '../../../shared/core/redline.ts';
import { hostileText } from '../../support/hostile.ts';
import { programPath } from '../../support/program.ts';
import { plainEdition, redlineBetween } from '../../support/redlines.ts';
import { reportEdition } from '../../support/reports.ts';
import { sharedPresent } from '../../support/shared.ts';

const soffice = programPath('soffice');

const older = plainEdition('older', [
  'The coast in the harvest year',
  'The ministry employs 189 inspectors. They visit every landing site in the dry months. Nobody counted the boats.',
  'The council met twice in the capital and once on the outer islands.',
  'Schools stay open during the harvest, and teachers count who is there.',
  'A plan of action was written by hand and lost in the storm of that year.',
]);
const newer = plainEdition('newer', [
  'The coast in the harvest year',
  'The ministry employs 172 inspectors. They do not visit every landing site in the dry months.',
  'Schools stay open during the harvest, and teachers count who is there.',
  'A new law asks for three days’ notice before a visit.',
  'The council met twice in the capital and once on the outer islands.',
]);

const words = (text: string) => text.replace(/\s+/gu, ' ').trim();
/** The text of one edition as the alignment reads it: without what it leaves out. */
const wordsOf = ({ text, blocks }: EditionText) => words(blocks.map(({ start, end }) => text.slice(start, end)).join(' '));

function settled(redline: Redline, keep: 'added' | 'removed'): string {
  const paragraphs = redlineParagraphs(redline.rows, redline.older, redline.newer);
  return words(paragraphs.map(({ parts }) => parts.filter(({ kind }) => kind === 'same' || kind === keep).map(({ text }) => text).join('')).join(' '));
}

async function documentXml(redline: Redline): Promise<string> {
  const { bytes } = await exportRedline(redline, 'docx');
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
}

const decode = (xml: string) => xml.replace(/&(lt|gt|quot|apos|amp);/g, (_entity, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '');

/** The body of the document after every change was accepted or rejected, as Word would (ECMA-376, 17.13.5), without what stands before it. */
function settledXml(xml: string, change: 'accepted' | 'rejected'): string {
  const dropped = change === 'accepted' ? 'del' : 'ins';
  const body = xml.slice(xml.indexOf('</w:p>', xml.indexOf('w:val="Byline"')));
  const kept = body.replace(new RegExp(`<w:${dropped} [^>]*?(?:/>|>.*?</w:${dropped}>)`, 'gs'), '').replace(/<w:tab\/>/g, '<w:t>\t</w:t>');
  return words([...kept.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => decode([...paragraph.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)</g)].map((found) => found[1]).join(''))).join(' '));
}

/** LibreOffice opens the document, accepts or rejects every change, and saves the text: its own understanding of them, not ours. */
function settledByProgram(bytes: Uint8Array, command: 'AcceptAllTrackedChanges' | 'RejectAllTrackedChanges'): string {
  const folder = mkdtempSync(join(tmpdir(), 'annals-redline-'));
  try {
    const profile = join(folder, 'profile');
    writeFileSync(join(folder, 'redline.docx'), bytes);
    const office = (...more: string[]) => spawnSync(soffice ?? '', [`-env:UserInstallation=file://${profile}`, '--headless', ...more], { timeout: 100_000 });
    // The first start makes the profile, into which the macro is written.
    office('--convert-to', 'odt', '--outdir', folder, join(folder, 'redline.docx'));
    writeFileSync(join(profile, 'user', 'basic', 'Standard', 'Module1.xba'), macro(`file://${folder}/redline.docx`, `file://${folder}/settled.txt`, command));
    writeFileSync(join(profile, 'user', 'basic', 'Standard', 'script.xlb'), library);
    const run = office('macro:///Standard.Module1.Settle');
    expect(run.status).toBe(0);
    const text = readFileSync(join(folder, 'settled.txt'), 'utf8').replace(/^\uFEFF/, '');
    const lines = text.split(/\r?\n/);
    return words(lines.slice(lines.findIndex((line) => line.includes('Made 14 March 2026')) + 1).join(' '));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const library = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>`;

function macro(from: string, to: string, command: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">Sub Settle
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL("${from}", "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:${command}", "", 0, Array())
  Dim filter(1) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "Text (encoded)"
  filter(1).Name = "FilterOptions"
  filter(1).Value = "UTF8,LF"
  document.storeToURL("${to}", filter())
  document.close(True)
End Sub</script:module>`;
}

describe('a redline', () => {
  it('with all insertions is the later edition, with all deletions the earlier, each in its own order', () => {
    const redline = redlineBetween(older, newer);
    expect(settled(redline, 'added')).toBe(wordsOf(newer));
    expect(settled(redline, 'removed')).toBe(wordsOf(older));
  });

  it('keeps sentences of one paragraph together, and says which edition has a paragraph alone', () => {
    const redline = redlineBetween(older, newer);
    const paragraphs = redlineParagraphs(redline.rows, redline.older, redline.newer);
    const of = (text: string) => paragraphs.find(({ parts }) => parts.map((part) => part.text).join('').includes(text));
    expect(of('Nobody counted the boats')?.parts.map(({ text }) => text).join('')).toContain('inspectors');
    expect(of('three days’ notice')?.presence).toBe('newer');
    expect(of('lost in the storm')?.presence).toBe('older');
    expect(paragraphs.flatMap(({ parts }) => parts).filter(({ moved }) => moved).map(({ kind, text }) => [kind, text.slice(0, 11)])).toEqual([['added', 'Schools sta'], ['removed', 'Schools sta']]);
  });

  it('adds up whatever the two texts are', () => {
    const sentence = fc.oneof(fc.constantFrom('The council met twice.', 'Schools stay open all year.', 'المفتشون يزورون المزارع.', '督察员人数不足。', 'It rained 🙂.', 'Boats were counted by the harbour office in 2020.'), fc.lorem({ maxCount: 8 }).map((text) => `${text}.`));
    const text = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }).map((own) => own.join(' ')), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const [one, other] = [plainEdition('one', before), plainEdition('other', after)];
        const redline = redlineBetween(one, other);
        expect(settled(redline, 'added')).toBe(wordsOf(other));
        expect(settled(redline, 'removed')).toBe(wordsOf(one));
      }),
      { numRuns: 150 },
    );
  });

  it.skipIf(!sharedPresent).each([['KAZ-2020', 'KAZ-2021'], ['GHA-2018', 'GHA-2019'], ['BGD-2014', 'BGD-2015']])('adds up for the real reports %s and %s (needs ../shared)', async (one, other) => {
    const [before, after] = [await reportEdition(one), await reportEdition(other)];
    const redline = redlineBetween(before, after);
    // What the alignment leaves out is left out here too: the list of references.
    const body = (edition: EditionText) => {
      const references = edition.sections.find(({ role }) => role === 'references');
      return wordsOf({ ...edition, blocks: edition.blocks.filter(({ start }) => !references || start < references.start || start >= references.end) });
    };
    expect(settled(redline, 'added')).toBe(body(after));
    expect(settled(redline, 'removed')).toBe(body(before));
    expect(settledXml(await documentXml(redline), 'accepted')).toBe(body(after));
    expect(settledXml(await documentXml(redline), 'rejected')).toBe(body(before));
  });

  it('stays text, whatever stands in it, and is empty for empty texts', async () => {
    const rough = redlineBetween(plainEdition('a', [hostileText.join(' '), 'Plain words stay here.']), plainEdition('b', ['Plain words stay here.', `${hostileText.join(' ')} And more.`]));
    expect(await documentXml(rough)).not.toMatch(/<script/i);
    const html = strFromU8((await exportRedline(rough, 'html')).bytes);
    expect(html).not.toMatch(/<(?:script|img|svg)/i);
    expect(redlineParagraphs([], { text: '', blocks: [] }, { text: '', blocks: [] })).toEqual([]);
    expect((await exportRedline(redlineBetween(plainEdition('a', []), plainEdition('b', [])), 'docx')).bytes.length).toBeGreaterThan(1000);
  });

  it('carries marking, sources and what it leaves out, and a safe name', async () => {
    const file = await exportRedline(redlineBetween(older, newer, { classification: 'CONFIDENTIAL', countryName: 'Côte d’Ivoire / <b>' }), 'html');
    const html = strFromU8(file.bytes);
    expect(html).toContain('CONFIDENTIAL');
    expect(html).toContain('Earlier: Coast Office');
    expect(html).toMatch(/<ins><strong>172 ?<\/strong><\/ins>/);
    expect(html).toMatch(/<del><strong>189 ?<\/strong><\/del>/);
    expect(file.fileName).toMatch(/^Redline .*2020 to 2021\.html$/);
    expect(file.fileName).not.toMatch(/[/<>:]/);
    expect(file.losses).toEqual(expect.arrayContaining([expect.stringContaining('references'), expect.stringContaining('moved')]));
  });

  it.skipIf(soffice === null)('accepted and rejected by LibreOffice gives the two editions (needs soffice)', { timeout: 180_000 }, async () => {
    const { bytes } = await exportRedline(redlineBetween(older, newer), 'docx');
    expect(settledByProgram(bytes, 'AcceptAllTrackedChanges')).toBe(wordsOf(newer));
    expect(settledByProgram(bytes, 'RejectAllTrackedChanges')).toBe(wordsOf(older));
  });
});
