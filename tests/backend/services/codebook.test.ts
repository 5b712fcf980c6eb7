import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readCodebook } from '../../../shared/backend/importers/codebook.ts';
import type { Input } from '../../../shared/rpc/contract.ts';
import { importTexts, openTestBackend, placeOf, type TestBackend } from '../../support/backend.ts';
import { qdcFaults } from '../../support/qdc.ts';
import { sharedBytes, sharedPresent } from '../../support/shared.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const file = (text: string, fileName = 'codes.csv'): Input<'codebook.import'> => ({ source: { fileName, bytes: bytesOf(text) } });
const shape = async (backend: TestBackend) => {
  const tags = await backend.call('tags.list', {});
  return tags.map(({ id: _, createdAt: __, parentId, annotations: ___, documents: ____, position: _____, ...tag }) => ({ ...tag, parent: tags.find(({ id }) => id === parentId)?.name ?? null }));
};
const tree = async (backend: TestBackend) => (await shape(backend)).map(({ name, parent }) => (parent === null ? name : `${parent}>${name}`)).join(' ');

async function filled(): Promise<TestBackend> {
  const backend = await openTestBackend();
  const law = await backend.call('tags.create', { name: 'Law › and "order" > <b>&', definition: '=1+1', whenToUse: 'Acts.\nDecrees.', whenNot: 'Plans', example: '-3 °C', aliases: ['قانون', 'Acts'], shortcut: '4', isExclusive: true });
  await backend.call('tags.create', { name: '@home\\', parentId: law.id, colour: 'brown' });
  const heading = await backend.call('tags.create', { name: 'Heading', isCodable: false });
  const low = await backend.call('tags.create', { name: 'Low', parentId: heading.id });
  await backend.call('tags.create', { name: 'Lowest', parentId: low.id });
  await backend.call('tags.archive', { ids: [low.id], isArchived: true });
  return backend;
}

describe('a codebook as a file', () => {
  it('goes out as CSV and comes back whole, formulas guarded on the way', async () => {
    const backend = await filled();
    const { bytes, losses, fileName } = await backend.call('codebook.export', { format: 'csv' });
    expect([losses, fileName]).toEqual([[], 'Codebook.csv']);
    expect(new TextDecoder().decode(bytes)).toContain("'=1+1");
    const other = await openTestBackend();
    await other.call('codebook.import', { source: { fileName, bytes } });
    expect(await shape(other)).toEqual(await shape(backend));
    await other.call('history.undo', {});
    expect(await other.call('tags.list', {})).toEqual([]);
  });

  it('goes out as .qdc that keeps every rule of the format, tells what it leaves out, and comes back as far as the format goes', async () => {
    const backend = await filled();
    const { bytes, losses, fileName } = await backend.call('codebook.export', { format: 'qdc' });
    expect(qdcFaults(new TextDecoder().decode(bytes))).toEqual([]);
    expect(losses).toEqual([
      'The digit of 1 tag is left out: the format has no place for it.',
      'The rule of 1 tag, that a passage carries one of those below it, is left out.',
      '1 archived tag is written like the others.',
      'When to use, when not, example and other names of 1 tag stand as paragraphs of its description.',
    ]);
    const other = await openTestBackend();
    await other.call('codebook.import', { source: { fileName, bytes } });
    expect(await shape(other)).toEqual((await shape(backend)).map((tag) => ({ ...tag, shortcut: null, isExclusive: false, isArchived: false })));
  });

  it('an empty codebook is not exported: the format allows no empty one', async () => {
    const backend = await openTestBackend();
    await expect(backend.call('codebook.export', { format: 'qdc' })).rejects.toThrow('There are no tags to export yet.');
  });

  it('is shown before it is imported: what is new, what is put together by its path, what is dropped; ours is never overwritten', async () => {
    const backend = await openTestBackend();
    const law = await backend.call('tags.create', { name: 'Law', definition: 'Ours.' });
    await backend.call('tags.create', { name: 'Age', parentId: law.id });
    const input = file('Code;Parent;Description;Owner;Colour\nLAW;;Theirs.;me;#ff0000\nage;law;From 15.;;\nSchool;Law;;;nonsense\nSchool;Law;Twice.;;\nFines;Enforcement;;;\n');
    expect(await backend.call('codebook.preview', input)).toEqual({
      origin: '',
      added: ['Law › School', 'Enforcement', 'Enforcement › Fines'],
      merged: [{ path: 'Law', fills: [] }, { path: 'Law › Age', fills: ['definition'] }],
      losses: ['The column “Owner” is not read.', '1 parent is named but not listed, and made as headings.', '1 tag has a colour that is none.', '“Law”: its definition differs; yours stays.', '“Law › School” stands in the file more than once; they become one.'],
    });
    expect(await tree(backend)).toBe('Law Law>Age');
    expect(await backend.call('codebook.import', input)).toEqual({ added: 3, merged: 2 });
    expect(await tree(backend)).toBe('Law Law>Age Law>School Enforcement Enforcement>Fines');
    expect((await shape(backend)).map(({ definition }) => definition)).toEqual(['Ours.', 'From 15.', 'Twice.', '', '']);
    await backend.call('history.undo', {});
    expect(await tree(backend)).toBe('Law Law>Age');
    expect((await shape(backend)).map(({ definition }) => definition)).toEqual(['Ours.', '']);
  });

  it('imported twice adds nothing the second time', async () => {
    const backend = await openTestBackend();
    const input = { source: { starter: 'labor-rights' } };
    const first = await backend.call('codebook.import', input);
    expect(first.added).toBeGreaterThan(50);
    expect(await backend.call('codebook.import', input)).toEqual({ added: 0, merged: first.added });
  });
});

describe('starter codebooks', () => {
  it('are two, every tag with a definition, and no two of one path', async () => {
    const backend = await openTestBackend();
    const starters = await backend.call('codebook.starters', {});
    expect(starters.map(({ id }) => id)).toEqual(['labor-rights', 'country-analysis']);
    for (const { id, tags } of starters) {
      const plan = await backend.call('codebook.preview', { source: { starter: id } });
      expect([plan.added.length, plan.losses]).toEqual([tags, []]);
    }
    await backend.call('codebook.import', { source: { starter: 'labor-rights' } });
    await backend.call('codebook.import', { source: { starter: 'country-analysis' } });
    for (const tag of await backend.call('tags.list', {})) if (tag.isCodable) expect(tag.definition, tag.name).not.toBe('');
    await expect(backend.call('codebook.preview', { source: { starter: 'none' } })).rejects.toThrow('no such starter');
  });
});

describe('matrices', () => {
  async function counted() {
    const backend = await openTestBackend();
    const [first = '', second = ''] = await importTexts(backend, { 'a.txt': 'One two three four.\n\nFive six seven eight.', 'b.txt': 'Nine ten eleven twelve.' });
    await backend.call('documents.update', { ids: [first], changes: { country: 'KAZ', year: 2020 } });
    const [a, b, c] = [await backend.call('tags.create', { name: 'A' }), await backend.call('tags.create', { name: '=B' }), await backend.call('tags.create', { name: 'C' })];
    const mark = async (documentId: string, words: string, tagIds: string[]) => backend.call('annotations.create', { ...(await placeOf(backend, documentId, words)), tagIds });
    await mark(first, 'One two', [a.id, b.id]);
    await mark(first, 'two three', [c.id]);
    await mark(first, 'four', [c.id]);
    await mark(first, 'Five six', [a.id]);
    await mark(second, 'ten', [b.id]);
    const cells = async (closeness: 'same' | 'overlap' | 'paragraph') => {
      const { cells: found, rows } = await backend.call('codebook.matrix', { across: 'tags', closeness });
      const name = (id: string) => rows.find((row) => row.id === id)?.path ?? '?';
      return found.filter(({ row, column }) => name(row) < name(column)).map(({ row, column, count }) => `${name(row)}${name(column)} ${String(count)}`).toSorted();
    };
    return { backend, a, b, c, cells };
  }

  it('tags stand together on one passage, in overlapping ones, or in one paragraph; a cell gives its passages of both sides', async () => {
    const { backend, a, b, c, cells } = await counted();
    expect(await cells('same')).toEqual(['=BA 1']);
    expect(await cells('overlap')).toEqual(['=BA 1', '=BC 2', 'AC 2']);
    expect(await cells('paragraph')).toEqual(['=BA 1', '=BC 3', 'AC 3']);
    const quotes = async (closeness: 'same' | 'overlap' | 'paragraph', other: string) => (await backend.call('tags.passages', { tagId: a.id, withBelow: false, together: { tagId: other, closeness } })).passages.map(({ quote }) => quote);
    expect(await quotes('same', b.id)).toEqual(['One two']);
    expect(await quotes('overlap', c.id)).toEqual(['One two', 'two three']);
    expect(await quotes('paragraph', c.id)).toEqual(['One two', 'two three', 'four']);
  });

  it('tags by year and country have a column for every document, with what is not known last; tags below count once', async () => {
    const { backend, a, b } = await counted();
    const years = await backend.call('codebook.matrix', { across: 'years' });
    expect(years.columns).toEqual([{ id: '2020', name: '2020' }, { id: '', name: 'No year' }]);
    expect(years.cells.filter(({ row }) => row === b.id).map(({ column, count }) => [column, count]).toSorted()).toEqual([['', 1], ['2020', 1]]);
    await backend.call('tags.move', { id: b.id, parentId: a.id, position: 0 });
    const nested = await backend.call('codebook.matrix', { across: 'countries' });
    expect(nested.columns.map(({ name }) => name)).toEqual(['Kazakhstan', 'No country']);
    expect(nested.rows.find(({ id }) => id === a.id)?.total).toBe(3);
    const csv = new TextDecoder().decode((await backend.call('codebook.exportMatrix', { across: 'years', withBelow: false })).bytes);
    expect(csv.replaceAll('\r\n', '|')).toBe('Tag,Passages,2020,No year|A,2,2,0|A › =B,2,1,1|C,2,2,0|');
  });
});

describe('bad files', () => {
  const read = (text: string, fileName = 'x.qdc') => readCodebook({ fileName, bytes: bytesOf(text) });
  const qdc = (codes: string, namespace = ' xmlns="urn:QDA-XML:codebook:1.0"') => `<?xml version="1.0"?>\n<CodeBook${namespace} origin="Other"><Codes>${codes}</Codes></CodeBook>`;

  it.each([
    ['nothing', '', 'empty'],
    ['a page', '<html><body>', 'no REFI-QDA codebook'],
    ['a half', '<CodeBook><Codes><Code name="a">', 'not well-formed'],
    ['no codes', qdc(''), 'has no codes'],
    ['an entity bomb', qdc('<Code name="&b;"/>').replace('\n', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'), 'entity of its own'],
    ['ten thousand levels', qdc(`${'<Code name="a">'.repeat(10_000)}${'</Code>'.repeat(10_000)}`), 'more than 100 deep'],
    ['more codes than anybody has', qdc('<Code name="a"/>'.repeat(20_001)), 'more than 20,000 codes'],
    ['a package', 'PK\u0003\u0004', 'no codebook'],
  ])('%s is refused with a sentence', (_name, text, sentence) => {
    expect(() => read(text)).toThrow(sentence);
  });

  it('a .qdc is read whatever its namespace, with BOM and CRLF, doubled GUIDs, no GUIDs, braces, sets', () => {
    const codes = '<Code guid="{A}" name="Eins" color="#0af" isCodable="false"><Description>Über\nalles.</Description><Code guid="a" name="\u202eعمل"/></Code><Code name=""/>';
    for (const namespace of ['', ' xmlns="urn:QDA-XML:codebook:1:0"', ' xmlns="urn:QDA-XML:codebook:1.0"']) {
      const { entries, losses, origin } = read(`\uFEFF${qdc(codes, namespace).replace('</CodeBook>', '<Sets><Set guid="b" name="s"/></Sets></CodeBook>').replaceAll('\n', '\r\n')}`);
      expect(entries).toMatchObject([{ name: 'Eins', colour: 'blue', isCodable: false, definition: 'Über\nalles.', children: [{ name: '\u202eعمل' }] }, { name: 'Without a name' }]);
      expect(origin).toBe('Other');
      expect(losses).toEqual(['1 set of codes: a codebook of Annals has no sets.', '1 tag has a colour, taken as the nearest of twelve.', '1 tag has a GUID that another code has too; both codes are read.', '1 tag has no name.']);
    }
    expect(read('<q:CodeBook xmlns:q="x"><q:Codes><q:Code name="a"/></q:Codes></q:CodeBook>').entries).toMatchObject([{ name: 'a' }]);
  });

  it('a table is read with any of the usual separators, encodings and heads', () => {
    const names = (text: string, bytes = bytesOf(text)) => readCodebook({ fileName: 'x.csv', bytes }).entries.map(({ name }) => name);
    expect(names('tag,description,number of highlights\r\nLaw,"a, ""b""\nc",3\r\n')).toEqual(['Law']);
    expect(names('sep=;\nName;Memo\nLaw;x')).toEqual(['Law']);
    expect(names('Code name\tColor\nLaw\tred')).toEqual(['Law']);
    expect(names('', new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from('Tag\nعمل', (letter) => letter.charCodeAt(0)).buffer)]))).toEqual(['عمل']);
    expect(names("Tag,Definition\n'=HYPERLINK(),'+x\n'quoted',y")).toEqual(['=HYPERLINK()', "'quoted'"]);
    expect(names('Path\nLaw > Age\nLaw')).toEqual(['Law']);
    expect(names(`Tag\n${'x'.repeat(600)}`)[0]).toHaveLength(500);
    expect(() => names('a,b\n1,2')).toThrow('no column “Tag”');
    expect(() => names('Tag\n')).toThrow('no rows with a tag');
    expect(() => names(`Tag\n${'x\n'.repeat(20_002)}`)).toThrow('more than 20,000 rows');
    expect(names('Tag,Definition\nLaw,"never closed\nAge,')).toContain('Law');
  });

  it('parents that go round in a circle stand at the top, and a chain of ten thousand is refused', () => {
    const circle = read('Tag,Parent\nA,B\nB,C\nC,A\nD,D', 'x.csv');
    expect(circle.losses.join(' ')).toContain('lies below it');
    expect(JSON.stringify(circle.entries).match(/"name":"[ABCD]"/g)?.length).toBeGreaterThanOrEqual(4);
    expect(() => read(`Tag,Parent\n${Array.from({ length: 10_000 }, (_, index) => `t${String(index)},t${String(index + 1)}`).join('\n')}`, 'x.csv')).toThrow('more than 100 deep');
  });
});

describe('files of other programs', () => {
  it.skipIf(!sharedPresent)('a project’s codebook is read and told from the project; the schema names a code as our own check does (needs ../shared)', () => {
    const project = unzipSync(sharedBytes('corpus', 'qdpx', 'qualitative-coding-demo.qdpx'));
    const bytes = Object.entries(project).find(([name]) => name.endsWith('.qde'))?.[1] ?? new Uint8Array();
    const { entries, losses, origin } = readCodebook({ fileName: 'project.qde.xml', bytes });
    const names = [...strFromU8(bytes).matchAll(/<Code [^>]*name="([^"]*)"/g)].map(([, name]) => name);
    const flat = (some: typeof entries): string[] => some.flatMap((entry) => [entry.name, ...flat(entry.children)]);
    expect(flat(entries)).toEqual(names);
    expect(names.length).toBeGreaterThan(3);
    expect(origin).not.toBe('');
    expect(losses).toContain('Only the codebook of this project is read, not its sources and codings.');
    const schema = strFromU8(sharedBytes('corpus', 'qdpx', 'Project.xsd'));
    const code = /<xsd:complexType name="CodeType">[\s\S]*?<\/xsd:complexType>/.exec(schema)?.[0] ?? '';
    expect([...code.matchAll(/<xsd:attribute [^>]*name="(\w+)"[^>]*?(use="required")?[^>]*>/g)].map(([whole, name]) => `${name ?? ''}${whole.includes('use="required"') ? ' required' : ''}`)).toEqual(['guid required', 'name required', 'isCodable required', 'color']);
  });
});
