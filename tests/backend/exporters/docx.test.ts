import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { ResolvedBlock, ResolvedBrief } from '../../../shared/core/brief.ts';
import { exportBrief } from '../../../shared/backend/exporters/index.ts';
import { hostileText } from '../../support/hostile.ts';
import { programPath } from '../../support/program.ts';
import { sampleBrief, sampleComparison, sampleHistory, sampleSource } from '../../support/brief.ts';

const soffice = programPath('soffice');

async function parts(brief: ResolvedBrief): Promise<Record<string, string>> {
  const { bytes } = await exportBrief(brief, 'docx');
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

const documentXml = async (brief: ResolvedBrief) => (await parts(brief))['word/document.xml'] ?? '';

async function read(brief: ResolvedBrief): Promise<{ html: string; text: string }> {
  const { bytes } = await exportBrief(brief, 'docx');
  const buffer = Buffer.from(bytes);
  return { html: (await mammoth.convertToHtml({ buffer })).value, text: (await mammoth.extractRawText({ buffer })).value.replaceAll('\u00a0', ' ') };
}

/** The paragraphs of the document after every tracked change was accepted or rejected, as Word would (ECMA-376, 17.13.5). */
function settled(xml: string, change: 'accepted' | 'rejected'): string[] {
  const dropped = change === 'accepted' ? 'del' : 'ins';
  const withoutRows = xml.replace(/<w:tr>(?:(?!<\/w:tr>).)*?<\/w:tr>/gs, (row) => (new RegExp(`<w:trPr>(?:(?!</w:trPr>).)*<w:${dropped} `, 's').test(row) ? '' : row));
  const withoutRuns = withoutRows.replace(new RegExp(`<w:${dropped} [^>]*?(?:/>|>.*?</w:${dropped}>)`, 'gs'), '');
  return [...withoutRuns.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([paragraph]) => decode([...paragraph.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)</g)].map((found) => found[1]).join('')));
}

const decode = (xml: string) => xml.replace(/&(lt|gt|quot|apos|amp);/g, (_entity, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '');

/** Bytes opened by LibreOffice and saved as another format. */
function opened(bytes: Uint8Array, as: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'annals-docx-'));
  try {
    writeFileSync(join(folder, 'brief.docx'), bytes);
    const run = spawnSync(soffice ?? '', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', as, '--outdir', folder, join(folder, 'brief.docx')], { timeout: 100_000 });
    expect(run.status).toBe(0);
    return readFileSync(join(folder, `brief.${as.split(':')[0]}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('an exported Word document', () => {
  it('uses Word’s own styles for title, headings and quotations', async () => {
    const { html } = await read(sampleBrief());
    expect(html).toContain('<h1>What the sources say</h1>');
    expect(html).toContain('<h2>Finding</h2>');
    const xml = await documentXml(sampleBrief());
    for (const style of ['Title', 'Subtitle', 'Heading1', 'Heading2', 'Quote', 'Claim', 'TableText', 'SourceEntry']) expect(xml).toContain(`<w:pStyle w:val="${style}"/>`);
  });

  it('numbers lists and sources by Word’s numbering, and starts a list where the text does', async () => {
    const { html } = await read(sampleBrief());
    expect(html).toContain('<ol><li>Visits no longer find');
    const numbered = await parts(sampleBrief({ blocks: [{ kind: 'text', text: { markdown: '7. seven\n8. eight\n\ntext\n\n1. one', citations: [] } }] }));
    expect(numbered['word/numbering.xml']).toContain('<w:start w:val="7"/>');
    expect(numbered['word/document.xml']?.match(/<w:numId w:val="(\d+)"\/>/g)).toHaveLength(3 + 4);
  });

  it('leads from each citation to the source in the list', async () => {
    const xml = await documentXml(sampleBrief());
    const anchors = [...xml.matchAll(/w:anchor="(\w+)"/g)].map((found) => found[1]);
    const bookmarks = new Set([...xml.matchAll(/<w:bookmarkStart [^>]*w:name="(\w+)"/g)].map((found) => found[1]));
    expect(anchors.length).toBeGreaterThan(20);
    for (const anchor of anchors) expect(bookmarks).toContain(anchor);
    expect([...bookmarks].toSorted()).toEqual(['source_1', 'source_2', 'source_3', 'source_4']);
    expect((await read(sampleBrief())).text).toContain('in 2007 [2, para. 2; 3, Table 6, p. 5].');
  });

  it('carries marking and page numbers at the head and foot of each page', async () => {
    const all = await parts(sampleBrief());
    expect(all['word/header1.xml']).toContain('UNCLASSIFIED');
    expect(all['word/footer1.xml']).toContain('UNCLASSIFIED');
    expect(all['word/footer1.xml']).toMatch(/PAGE.*NUMPAGES/s);
    const unmarked = await parts(sampleBrief({ markings: [] }));
    expect(unmarked['word/header1.xml']).toBeUndefined();
    expect(unmarked['word/footer1.xml']).toContain('Labour inspection');
  });

  it('gives each table a header row that Word repeats', async () => {
    const xml = await documentXml(sampleBrief());
    expect(xml.match(/<w:tbl>/g)).toHaveLength(3);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(3);
  });

  it('sets Arabic from right to left and its citation from left to right', async () => {
    const xml = await documentXml(sampleBrief());
    expect(xml).toMatch(/<w:bidi\/>.*?<w:rtl\/><\/w:rPr><w:t xml:space="preserve">المفتشون لا يزورون المزارع دون إشعار/s);
    expect(xml).toMatch(/\u200e<\/w:t>.{0,200}\[/s);
  });

  it('holds neither an account nor a place, and the author only as the analyst wrote it', async () => {
    const all = await parts(sampleBrief());
    const core = all['docProps/core.xml'] ?? '';
    expect(core).toContain('<dc:creator>Ana Example</dc:creator>');
    expect(core).toContain('<cp:lastModifiedBy>Ana Example</cp:lastModifiedBy>');
    expect((await parts(sampleBrief({ author: '' })))['docProps/core.xml']).toContain('<dc:creator>Annals</dc:creator>');
  });
});

describe('tracked changes', () => {
  const brief = sampleBrief({ blocks: [sampleComparison()] });
  const sentences = (paragraphs: string[]) => paragraphs.filter((paragraph) => paragraph.endsWith('.') && !paragraph.startsWith('Editions'));

  it('accepted, give the later edition; rejected, the earlier', async () => {
    const xml = await documentXml(brief);
    expect(xml).toContain('<w:ins ');
    expect(xml).toContain('<w:delText');
    const sources = ['All', 'Bureau', '07', 'Harvest'];
    const own = (paragraphs: string[]) => sentences(paragraphs).filter((paragraph) => !sources.some((word) => paragraph.startsWith(word)));
    expect(own(settled(xml, 'accepted'))).toEqual(['The ministry employed 172 inspectors in 2021.', 'A new law requires three days’ notice before every visit, and inspectors from the capital must be accompanied by an official of the province.', 'The council met twice.']);
    expect(own(settled(xml, 'rejected'))).toEqual(['The ministry employed 189 inspectors in 2020.', 'Inspectors may visit farms without notice.', 'The council met twice.']);
  });

  it('hold the words of both editions even when the differences given do not add up', async () => {
    const wrong = sampleComparison({ rows: [{ section: null, cells: ['Visits fell by half in 2020.', 'Visits rose by half in 2021.'].map((text, index) => ({ text, citation: { source: index + 1, locator: '' } })), steps: [{ class: 'reworded', since: 0, parts: [{ kind: 'same', text: 'nonsense', emphasis: null }] }] }] });
    const xml = await documentXml(sampleBrief({ blocks: [wrong] }));
    expect(settled(xml, 'accepted')).toContain('Visits rose by half in 2021.');
    expect(settled(xml, 'rejected')).toContain('Visits fell by half in 2020.');
    expect(settled(xml, 'accepted')).not.toContain('Visits fell by half in 2020.');
  });

  it('are signed by the editions, never by a person, and numbered without repetition', async () => {
    const xml = await documentXml(brief);
    const marks = [...xml.matchAll(/<w:(?:ins|del) ([^>]*)>/g)].map((found) => found[1] ?? '');
    expect(new Set(marks.map((mark) => /w:author="([^"]*)"/.exec(mark)?.[1]))).toEqual(new Set(['2020 to 2021']));
    expect(new Set(marks.map((mark) => /w:date="([^"]*)"/.exec(mark)?.[1]))).toEqual(new Set(['2022-03-04T00:00:00Z']));
    expect(new Set(marks.map((mark) => /w:id="([^"]*)"/.exec(mark)?.[1])).size).toBe(marks.length);
  });

  it('are not used for sources that are no editions of each other, nor for more than two', async () => {
    expect(await documentXml(sampleBrief({ blocks: [{ ...sampleComparison(), byTopic: true }] }))).not.toMatch(/<w:(ins|del) /);
    const { losses } = await exportBrief(sampleBrief({ blocks: [sampleHistory()], issues: [] }), 'docx');
    expect(await documentXml(sampleBrief({ blocks: [sampleHistory()] }))).not.toMatch(/<w:(ins|del) /);
    expect(losses).toEqual(['“Work on farms, 2018 to 2021” compares 4 editions; its differences are underlined and struck through, because tracked changes hold only two.']);
  });

  it('say that a moved sentence keeps its later place', async () => {
    expect((await exportBrief(sampleBrief({ blocks: [sampleComparison()], issues: [] }), 'docx')).losses).toHaveLength(1);
  });
});

describe('a Word document of difficult text', () => {
  const hostile = hostileText.join('\n');
  const everywhere = sampleBrief({
    title: hostile,
    subtitle: hostile,
    author: hostile,
    date: hostile,
    markings: [hostile],
    blocks: [
      { kind: 'heading', level: 3, text: hostile },
      { kind: 'text', text: { markdown: hostile, citations: [] } },
      { kind: 'quote', passage: { quote: hostile, citation: { source: 1, locator: hostile }, state: 'missing' }, remark: { markdown: '', citations: [] } },
      { ...sampleComparison(), title: hostile, rows: [{ section: hostile, cells: [{ text: hostile, citation: { source: 1, locator: '' } }, { text: `${hostile}\nmore`, citation: { source: 1, locator: '' } }], steps: [null] }] },
    ],
    sources: [sampleSource({ title: hostile })],
  });

  it('stays text and well-formed', async () => {
    const { html, text } = await read(everywhere);
    for (const line of hostileText) expect(text).toContain(line.trim());
    expect(html).not.toMatch(/<(script|img|svg)|href="(?!#)/i);
    const all = await parts(everywhere);
    for (const name of Object.keys(all).filter((each) => each.endsWith('.rels'))) expect(all[name]).not.toContain('javascript:');
  });

  it('keeps out what XML forbids', async () => {
    const xml = await documentXml(sampleBrief({ title: 'a\u0000b\u0008\ufffe\ud800', blocks: [{ kind: 'text', text: { markdown: 'x\u0001 `y\u001b` [z\u0002](https://example.org)', citations: [] } }] }));
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    expect(xml.isWellFormed()).toBe(true);
    expect(xml).toContain('a\ufffdb\ufffd\ufffd\ufffd');
  });

  it('an empty brief is a document that says so', async () => {
    const { text } = await read(sampleBrief({ title: '', subtitle: '', author: '', date: '', markings: [], blocks: [], sources: [], issues: [] }));
    expect(text.trim().split(/\n+/)).toEqual(['Untitled brief', 'This brief has no content yet.']);
  });

  it('a brief of 10 MB is written in time', { timeout: 60_000 }, async () => {
    const quote: ResolvedBlock = { kind: 'quote', passage: { quote: 'A sentence of the source & more. '.repeat(150), citation: { source: 1, locator: 'p. 4' }, state: 'exact' }, remark: { markdown: '', citations: [] } };
    const { bytes } = await exportBrief(sampleBrief({ blocks: Array.from({ length: 2100 }, () => quote) }), 'docx');
    expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).length).toBeGreaterThan(10_000_000);
  });

  it.skipIf(soffice === null)('opens in LibreOffice with every word and both kinds of change (needs soffice)', { timeout: 120_000 }, async () => {
    const { bytes } = await exportBrief(sampleBrief(), 'docx');
    const odt = strFromU8(unzipSync(new Uint8Array(opened(bytes, 'odt')))['content.xml'] ?? new Uint8Array());
    for (const words of ['المفتشون لا يزورون المزارع دون إشعار', '督察员在收获季节不足', 'Post sees no lack of inspectors', 'HARVEST SEASON AND THE SCHOOLS']) expect(odt).toContain(words);
    expect(odt.match(/<text:insertion>/g)?.length).toBeGreaterThanOrEqual(2);
    expect(odt.match(/<text:deletion>/g)?.length).toBeGreaterThanOrEqual(2);
    expect(odt).toContain('<dc:creator>2020 to 2021</dc:creator>');
    const rough = await exportBrief(everywhere, 'docx');
    expect(opened(rough.bytes, 'txt:Text (encoded):UTF8').toString()).toContain('督察员');
  });
});
