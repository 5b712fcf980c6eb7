import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../shared/rpc/contract.ts';
import { idsQuery } from '../../../shared/backend/store/annotation-list.ts';
import { holdsWords, wholeList } from '../../../shared/core/annotation-list.ts';
import { annotate } from '../../support/annotated.ts';
import { importTexts, openTestBackend, placeOf, type TestBackend } from '../../support/backend.ts';

type Filter = NonNullable<Input<'annotationList.find'>['filter']>;

async function annotated() {
  const backend = await openTestBackend();
  const all = await annotate(backend);
  const names = new Map(Object.entries(all.annotations).map(([name, id]) => [id, name]));
  const found = async (filter: Filter = {}, sort: Input<'annotationList.find'>['sort'] = { by: 'country' }) => (await backend.call('annotationList.find', { filter, sort })).ids.map((id) => names.get(id) ?? id);
  return { backend, found, ...all };
}

const lastStep = async (backend: TestBackend) => (await backend.call('history.list', { limit: 1 }))[0]?.label;

describe('the list', () => {
  it('holds the highlights of all documents by country, year and place, unknown ones last', async () => {
    const { found, backend } = await annotated();
    expect(await found()).toEqual(['twelve', 'nobody', 'age', 'nine', 'letters', 'harvest', 'paper']);
    expect(await found({}, { by: 'country', descending: true })).toEqual(['harvest', 'nine', 'letters', 'twelve', 'nobody', 'age', 'paper']);
    const { documents, all, rows } = await backend.call('annotationList.find', { rows: 2 });
    expect({ documents, all, rows: rows.map(({ quote, documentTitle, country, year, isCut }) => ({ quote, documentTitle, country, year, isCut })) }).toEqual({ documents: 4, all: 7, rows: [{ quote: 'Inspectors visited twelve farms', documentTitle: 'Report 2020', country: 'KAZ', year: 2020, isCut: false }, { quote: 'Nobody was fined', documentTitle: 'Report 2020', country: 'KAZ', year: 2020, isCut: false }] });
  });

  it('is ordered by document, time or first tag', async () => {
    const { found, backend, annotations } = await annotated();
    expect(await found({}, { by: 'document' })).toEqual(['harvest', 'paper', 'twelve', 'nobody', 'age', 'nine', 'letters']);
    expect((await found({}, { by: 'made', descending: true })).at(-1)).toBe('twelve');
    await backend.call('annotations.update', { id: annotations.age, note: 'Changed last.' });
    expect((await found({}, { by: 'changed', descending: true }))[0]).toBe('age');
    const byTag = await found({}, { by: 'tag' });
    expect(byTag.slice(0, 4)).toEqual(['harvest', 'nobody', 'twelve', 'nine']);
    expect((await found({}, { by: 'tag', descending: true })).slice(0, 4)).toEqual(['twelve', 'nine', 'nobody', 'harvest']);
  });

  it('is narrowed by every group, alone and together', async () => {
    const { found, tags, documents } = await annotated();
    expect(await found({ tags: [tags.enforcement] })).toEqual(['twelve', 'nobody', 'nine', 'harvest']);
    expect(await found({ tags: [tags.enforcement], withBelow: false })).toEqual(['nobody', 'harvest']);
    expect(await found({ colours: ['teal', 'grey'] })).toEqual(['twelve', 'nine', 'paper']);
    expect(await found({ colours: ['yellow'] })).toEqual(['age', 'letters']);
    expect(await found({ countries: ['UZB', 'unknown'] })).toEqual(['harvest', 'paper']);
    expect(await found({ years: ['2021'], countries: ['KAZ'] })).toEqual(['nine', 'letters']);
    expect(await found({ documents: [documents.uzb] })).toEqual(['harvest']);
    expect(await found({ note: ['with'] })).toEqual(['twelve', 'letters']);
    expect(await found({ tagged: ['without'] })).toEqual(['age', 'letters', 'paper']);
    expect(await found({ used: ['with'] })).toEqual(['twelve', 'nine']);
    expect(await found({ used: ['with', 'without'] })).toHaveLength(7);
    expect(await found({ authors: ['unknown'] })).toHaveLength(7);
    expect(await found({ authors: ['Nobody'] })).toEqual([]);
    expect(await found({ anchors: ['doubtful', 'lost'] })).toEqual([]);
    expect(await found({ text: 'INSPECTORS nine' })).toEqual(['nine']);
    expect(await found({ text: 'compare twelve' })).toEqual(['twelve']);
    expect(await found({ text: 'ҚАЗАҚСТАН' })).toEqual(['letters']);
    expect(await found({ text: '%' })).toEqual([]);
    expect(await found({ text: `'; DROP TABLE annotation; --` })).toEqual([]);
  });

  it('counts for each further value what choosing it lists', async () => {
    const { backend, found, tags } = await annotated();
    for (const filter of [{}, { countries: ['KAZ'] }, { text: 'inspectors', years: ['2021'] }, { tags: [tags.enforcement], note: ['without'] }, { tags: [tags.enforcement], withBelow: false }] satisfies Filter[]) {
      const counts = await backend.call('annotationList.facets', { filter });
      for (const facet of Object.keys(counts) as (keyof typeof counts)[]) for (const { value, count } of counts[facet]) expect((await found({ ...filter, [facet]: [value] })).length, `${JSON.stringify(filter)} ${facet} ${value}`).toBe(count);
    }
  });

  it('asks by index for the tags, the documents and the rows', () => {
    const database = new BetterSqlite3(':memory:');
    // The shape of the tables is the project's; its statistics are not needed.
    database.exec(`CREATE TABLE document (id TEXT PRIMARY KEY, title TEXT, country TEXT, year INTEGER); CREATE TABLE tag (id TEXT PRIMARY KEY, parent_id TEXT, name TEXT, colour TEXT); CREATE INDEX tag_of_parent ON tag (parent_id);
      CREATE TABLE annotation (id TEXT PRIMARY KEY, document_id TEXT, start INTEGER, "end" INTEGER, quote TEXT, note TEXT, colour TEXT, author TEXT, anchor_state TEXT, created_at TEXT, updated_at TEXT); CREATE INDEX annotation_of_document ON annotation (document_id, start);
      CREATE TABLE annotation_tag (id TEXT PRIMARY KEY, annotation_id TEXT, tag_id TEXT, position INTEGER, UNIQUE (annotation_id, tag_id)); CREATE INDEX annotation_tag_of_tag ON annotation_tag (tag_id); CREATE TABLE evidence (id TEXT PRIMARY KEY, annotation_id TEXT); CREATE INDEX evidence_of_annotation ON evidence (annotation_id);`);
    database.function('holds_words', { varargs: true }, (words: unknown, ...texts: unknown[]) => Number(holdsWords(String(words), texts.map(String))));
    const plan = (filter: Partial<typeof wholeList>, by: 'country' | 'tag' = 'country') => {
      const { sql, parameters } = idsQuery({ ...wholeList, ...filter }, { by, descending: false }, null);
      return (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(parameters) as { detail: string }[]).map(({ detail }) => detail).join('\n');
    };
    expect(plan({ tags: ['t'] })).toMatch(/SEARCH l USING INDEX annotation_tag_of_tag/);
    expect(plan({ tags: ['t'] })).not.toMatch(/SCAN a\b/);
    expect(plan({ documents: ['d'] })).not.toMatch(/SCAN a\b/);
    expect(plan({ used: ['with'] })).toMatch(/evidence_of_annotation/);
    expect(plan({}, 'tag')).toMatch(/SEARCH l USING INDEX sqlite_autoindex_annotation_tag/);
    // What is not asked for is not computed.
    expect(plan({})).not.toMatch(/SUBQUERY/);
    database.close();
  });
});

describe('one of the list', () => {
  it('is shown whole, in its sentence, with its source, findings and history', async () => {
    const { backend, annotations, finding } = await annotated();
    await backend.call('annotations.update', { id: annotations.nine, note: 'Fewer.' });
    const detail = await backend.call('annotationList.detail', { id: annotations.nine });
    expect(detail).toMatchObject({ before: '', after: '. Two employers were fined.', citation: expect.stringContaining('Report 2021') as string, findings: [{ id: finding, claim: 'Fewer farms were visited', stance: 'supporting' }], annotation: { note: 'Fewer.' } });
    expect(detail?.history.map(({ label }) => label)).toEqual(['Edit a note', 'Make finding “Fewer farms were visited”', 'Tag a passage “Inspectors”']);
    expect((await backend.call('annotationList.detail', { id: annotations.age }))?.after).toBe(' Schooling ends at 18.');
  });

  it('with a note of 1 MB is cut in the list and whole by itself', async () => {
    const { backend, annotations } = await annotated();
    const note = 'Ein langer Satz 😀. '.repeat(55_000);
    await backend.call('annotations.update', { id: annotations.age, note });
    const [row] = await backend.call('annotationList.rows', { ids: [annotations.age] });
    expect(row?.isCut).toBe(true);
    expect(row?.note.length).toBeLessThan(1300);
    expect(row?.note.isWellFormed()).toBe(true);
    expect((await backend.call('annotationList.detail', { id: annotations.age }))?.annotation.note).toBe(note);
    expect((await backend.call('annotationList.find', { filter: { text: 'langer satz' } })).ids).toEqual([annotations.age]);
  });

  it('that is gone is left out of rows, and null by itself', async () => {
    const { backend, annotations } = await annotated();
    await backend.call('annotations.remove', { ids: [annotations.age] });
    expect((await backend.call('annotationList.rows', { ids: [annotations.nine, annotations.age, annotations.twelve] })).map(({ id }) => id)).toEqual([annotations.nine, annotations.twelve]);
    expect(await backend.call('annotationList.detail', { id: annotations.age })).toBeNull();
  });
});

describe('many at once', () => {
  it.each([
    ['tagging', 'Tag 7 passages “Cotton”', (backend: TestBackend, ids: string[], cotton: string) => backend.call('annotations.tag', { ids, tagIds: [cotton] })],
    ['colouring', 'Colour 7 highlights red', (backend: TestBackend, ids: string[]) => backend.call('annotationList.recolour', { ids, colour: 'red' })],
    ['deleting', 'Delete 7 highlights', (backend: TestBackend, ids: string[]) => backend.call('annotations.remove', { ids })],
    ['using as evidence', 'Add 5 passages to “Fewer farms were visited”', (backend: TestBackend, ids: string[], _cotton: string, finding: string) => backend.call('findings.addEvidence', { id: finding, annotationIds: ids, stance: 'context' })],
  ] as const)('%s is one step, which undo takes back whole', async (_name, label, act) => {
    const { backend, tags, finding } = await annotated();
    const before = await backend.call('annotationList.find', {});
    await act(backend, before.ids, tags.cotton, finding);
    expect(await lastStep(backend)).toBe(label);
    await backend.call('history.undo', {});
    expect(await backend.call('annotationList.find', {})).toEqual(before);
  });

  it('colouring as their tags takes the own colour away', async () => {
    const { backend, annotations, found } = await annotated();
    await backend.call('annotationList.recolour', { ids: [annotations.nine, annotations.paper], colour: null });
    expect(await lastStep(backend)).toBe('Colour 1 highlight by their tags');
    expect(await found({ colours: ['yellow'] })).toEqual(['age', 'letters', 'paper']);
  });

  it('leaves everything as it was when one is gone', async () => {
    const { backend, annotations } = await annotated();
    await backend.call('annotations.remove', { ids: [annotations.age] });
    await expect(backend.call('annotationList.recolour', { ids: [annotations.nine, annotations.age], colour: 'red' })).rejects.toThrow('not there any more');
    expect((await backend.call('annotationList.rows', { ids: [annotations.nine] }))[0]?.colour).toBeNull();
  });
});

describe('what is gone or not there', () => {
  it('a tag removed while the list is narrowed by it leaves nothing, and undo brings the list back', async () => {
    const { backend, found, tags } = await annotated();
    await backend.call('tags.remove', { id: tags.cotton });
    expect(await found({ tags: [tags.cotton] })).toEqual([]);
    expect((await backend.call('annotationList.facets', { filter: { tags: [tags.cotton] } })).countries).toEqual([]);
    expect((await backend.call('annotationList.facets', { filter: { tags: [tags.cotton] } })).tags.map(({ value }) => value)).toContain(tags.inspectors);
    await backend.call('history.undo', {});
    expect(await found({ tags: [tags.cotton] })).toEqual(['harvest']);
  });

  it('a document removed takes its highlights from the list; one left behind by damage is passed over', async () => {
    const { backend, found, documents } = await annotated();
    await backend.call('documents.remove', { ids: [documents.kaz20] });
    expect(await found()).toEqual(['nine', 'letters', 'harvest', 'paper']);
    await backend.call('history.undo', {});
    expect(await found()).toHaveLength(7);
    await backend.close();
    const database = new BetterSqlite3(backend.file);
    database.pragma('foreign_keys = OFF');
    database.prepare('DELETE FROM document WHERE id = ?').run(documents.uzb);
    database.close();
    const again = await openTestBackend({ folder: backend.folder });
    const { ids, rows } = await again.call('annotationList.find', {});
    expect([ids.length, rows.length]).toEqual([6, 6]);
    expect((await again.call('annotationList.facets', {})).documents).toHaveLength(3);
    expect((await again.call('annotationList.export', { format: 'csv' })).bytes.length).toBeGreaterThan(0);
  });

  it('an empty project answers an empty list', async () => {
    const backend = await openTestBackend();
    expect(await backend.call('annotationList.find', {})).toEqual({ ids: [], rows: [], documents: 0, all: 0 });
    expect(Object.values(await backend.call('annotationList.facets', {})).flat()).toEqual([]);
    await expect(backend.call('annotationList.export', { format: 'csv' })).rejects.toThrow('There is no highlight to export.');
  });

  it('overlapping highlights at one place keep one order', async () => {
    const backend = await openTestBackend();
    const [documentId = ''] = await importTexts(backend, { 'a.txt': 'Some words of one line that many have marked.' });
    const place = await placeOf(backend, documentId, 'words of one line');
    for (let index = 0; index < 5; index += 1) await backend.call('annotations.create', place);
    const once = (await backend.call('annotationList.find', {})).ids;
    expect((await backend.call('annotationList.find', {})).ids).toEqual(once);
  });
});
