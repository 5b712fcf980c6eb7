import { homedir, hostname, tmpdir, userInfo } from 'node:os';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { briefFormats, type BriefMaterial, resolveBrief } from '../../../shared/core/brief.ts';
import { exportBrief, exporterOf, exporters } from '../../../shared/backend/exporters/index.ts';
import { fileNameFor } from '../../../shared/backend/exporters/layout/file-name.ts';
import { UserError } from '../../../shared/core/user-error.ts';
import { sampleBlock, sampleBrief, sampleMaterial, sampleReading } from '../../support/brief.ts';

const written = briefFormats.filter((format) => format !== 'pdf');

/** A name of three letters may stand in any word. */
const names = [userInfo().username, hostname()].filter((name) => name.length > 4);

/** All text a file holds, unzipped where it is a ZIP file. */
function contents(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return strFromU8(bytes);
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${strFromU8(part)}`)
    .join('\n');
}

describe('formats', () => {
  it('each has one exporter, found by name or extension', () => {
    expect(exporters.map((exporter) => exporter.id).toSorted()).toEqual([...briefFormats].toSorted());
    expect(exporterOf('md').id).toBe('markdown');
  });

  it.each(['', 'rtf', '__proto__', 'constructor'])('%j is refused in a sentence', (format) => {
    expect(() => exporterOf(format)).toThrow(UserError);
  });
});

describe('an export', () => {
  const quoted = (material: Partial<BriefMaterial>) => resolveBrief({ title: 'Farms', subtitle: '', author: '', date: '' }, [sampleBlock({ kind: 'quote', annotationId: 'report', text: 'Seen [@annotation:cable].' })], sampleMaterial(material));

  it.each(written)('as %s holds no folder, account or machine', async (format) => {
    const places = ['/home/ana/secret/report.pdf', 'C:\\Users\\ana\\secret\\report.pdf'];
    for (const fileName of places) {
      const brief = quoted({ reading: (id) => sampleReading(id, { kind: 'generic', title: '', issuer: null, identifier: null, fileName }) });
      const text = contents((await exportBrief(brief, format)).bytes);
      expect(text).toContain('report.pdf');
      for (const secret of ['secret', '/home/ana', 'Users', homedir(), tmpdir(), process.cwd(), import.meta.dirname, ...names]) expect(text).not.toContain(secret);
    }
  });

  it.each(written)('as %s shows and reports a quotation that is not in its source', async (format) => {
    const { bytes, losses } = await exportBrief(quoted({ annotation: () => ({ documentId: 'report', start: 6, end: 20, quote: 'Nobody wrote this.', note: '' }) }), format);
    expect(contents(bytes)).toContain('The source does not contain these words as they are quoted.');
    expect(losses).toContain('Exported with a warning in its place: The source does not contain these words as they are quoted. The quotation begins “Nobody wrote this.”.');
  });

  it.each(written)('as %s shows and reports what is gone', async (format) => {
    const { bytes, losses } = await exportBrief(quoted({ annotation: () => null }), format);
    expect(contents(bytes)).toContain('The passage quoted here is no longer in the project.');
    expect(losses).toContain('Exported with a warning in its place: The passage quoted here is no longer in the project.');
  });

  it.each(written)('as %s keeps the marking of the sources', async (format) => {
    expect(contents((await exportBrief(quoted({}), format)).bytes)).toContain('CONFIDENTIAL // NOFORN');
  });

  it.each(written)('as %s is of the kind it says, with a name from the title', async (format) => {
    const { fileName, mediaType } = await exportBrief(sampleBrief(), format);
    expect(fileName).toBe(`Labour inspection in Ruritania - what changed between 2020 and 2021.${exporterOf(format).extension}`);
    expect(mediaType).toBe(exporterOf(format).mediaType);
  });
});

describe('file names', () => {
  it.each([
    ['A brief: 2020/2021', 'A brief - 2020-2021.pdf'],
    ['../../etc/passwd', 'etc-passwd.pdf'],
    ['C:\\Windows\\x', 'C - -Windows-x.pdf'],
    ['con', 'brief-con.pdf'],
    ['.hidden', 'hidden.pdf'],
    ['a. . .', 'a.pdf'],
    ['', 'brief.pdf'],
    ['\u0000\u202e\u200b\n', 'brief.pdf'],
    ['تفتيش العمل 督察 👷🏽‍♀️ é', 'تفتيش العمل 督察 👷🏽‍♀️ é.pdf'],
    ['x'.repeat(500), `${'x'.repeat(80)}.pdf`],
    ['👷🏽‍♀️'.repeat(50), `${'👷🏽‍♀️'.repeat(11)}.pdf`],
  ])('of %j is %s', (title, name) => {
    expect(fileNameFor(title, 'pdf')).toBe(name);
  });
});
