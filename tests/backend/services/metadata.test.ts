// What documents are, field by field: proposals with their words, decisions that say who made them, one step for many, and back.

import BetterSqlite3 from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FieldReview, type MetadataField, needsLook } from '../../../shared/core/metadata.ts';
import { migrate, migrations } from '../../../shared/backend/store/migrate.ts';
import { fieldFacts } from '../../../shared/backend/store/metadata.ts';
import { reader } from '../../../shared/backend/store/write.ts';
import { importTexts, openTestBackend, type TestBackend } from '../../support/backend.ts';
import { temporaryFolder } from '../../support/folder.ts';

const note = 'Child work in Ghana, 2019\n\nBy Ama Mensah\n\nPublished: 12 March 2020\n\nThe inspectors of the ministry visited twelve fields in the southern regions and wrote down what they saw there.\n';

async function fieldsOf(backend: TestBackend, documentId: string): Promise<Record<MetadataField, FieldReview>> {
  const reviews = await backend.call('metadata.list', { documentIds: [documentId] });
  return Object.fromEntries(reviews.map((review) => [review.field, review])) as Record<MetadataField, FieldReview>;
}

describe('what was recognised', () => {
  it('stands with the words that say so, and what nobody says is unknown', async () => {
    const backend = await openTestBackend();
    const [id = ''] = await importTexts(backend, { 'note.txt': note });
    const { country, date, issuer } = await fieldsOf(backend, id);
    const { text } = await backend.call('documents.reading', { id });
    const place = country.candidates[0]?.place;
    expect(country).toMatchObject({ value: 'GHA', state: 'recognised', recognised: 'GHA', decision: null });
    expect(text.slice(place?.start, place?.end)).toBe('Ghana');
    const quote = date.candidates[0]?.quote;
    expect(quote?.text).toBe('Published: 12 March 2020');
    expect(quote?.text.slice(quote.start, quote.end)).toBe('12 March 2020');
    expect(issuer).toMatchObject({ value: null, state: 'unknown', candidates: [] });
    expect(needsLook(issuer)).toBe(false);
  });

  it('is kept for projects of the form before, with its places', () => {
    const path = join(temporaryFolder(), 'old.annals');
    const database = new BetterSqlite3(path);
    migrate(database, path, migrations().filter(({ version }) => version < 7));
    const text = 'Child work in Ghana\nPublished: 12 March 2020';
    const recognition = { kind: 'generic', confidence: 0.5, title: 'Child work in Ghana', country: { iso3: 'GHA', name: 'Ghana' }, year: 2020, date: '2020-03-12', proposed: [{ field: 'country', value: 'GHA', confidence: 0.9, start: 14, end: 19 }, { field: 'date', value: '2020-03-12', confidence: 0.9, start: 31, end: 44 }, { field: 'date', value: '2020-03-12', confidence: 0.7, start: 31, end: 44 }] };
    database.prepare(`INSERT INTO content VALUES ('c', x'00', 1, '2026')`).run();
    database.prepare(`INSERT INTO reading (id, content_id, format, text, blocks, recognition, properties, warnings, left_out, page_count, characters, level, made_at) VALUES ('r', 'c', 'text', ?, '[]', ?, '{}', '[]', '[]', 0, 0, NULL, '2026')`).run(text, JSON.stringify(recognition));
    database.prepare(`INSERT INTO passage (reading_id, kind, label, section, page, start, "end", text) VALUES ('r', 'title', NULL, NULL, NULL, 0, 19, ?), ('r', 'paragraph', NULL, NULL, NULL, 20, 44, ?)`).run(text.slice(0, 19), text.slice(20));
    database.prepare(`INSERT INTO document (id, content_id, reading_id, file_name, title, kind, country, year, date, imported_at) VALUES ('d', 'c', 'r', 'a.txt', 'Child work in Ghana', 'generic', 'TGO', 2020, '2020-03-12', '2026')`).run();
    migrate(database, path);
    const facts = Object.fromEntries(fieldFacts(reader(database), null).map((one) => [one.field, one]));
    database.close();
    expect(facts['date']).toMatchObject({ value: '2020-03-12', putIn: { confidence: expect.any(Number), quote: { text: 'Published: 12 March 2020', start: 11, end: 24 } }, others: [] });
    expect(facts['country']).toMatchObject({ value: 'TGO', putIn: { value: 'GHA', place: { start: 14, end: 19 } } });
    expect(facts['year']).toMatchObject({ value: '2020', putIn: { value: '2020', place: null } });
    expect(facts['issuer']).toMatchObject({ value: null, putIn: null });
  });
});

describe('a decision', () => {
  it('confirms many fields in one step, says who and when, and undo takes all of it back', async () => {
    const backend = await openTestBackend();
    await backend.call('settings.set', { key: 'author', value: 'R. Reader' });
    const ids = await importTexts(backend, { 'a.txt': note, 'b.txt': `${note}More.` });
    const before = await backend.call('metadata.list', {});
    await backend.call('metadata.confirm', { fields: ids.flatMap((documentId) => (['country', 'date', 'issuer'] as const).map((field) => ({ documentId, field }))) });
    const [id = ''] = ids;
    const { country, issuer, year } = await fieldsOf(backend, id);
    expect(country).toMatchObject({ state: 'confirmed', value: 'GHA', decision: { was: 'GHA', madeAt: expect.stringMatching(/^\d{4}-/) as string } });
    expect(issuer).toMatchObject({ state: 'confirmed', value: null });
    expect(year.decision).toBeNull();
    expect(await backend.call('history.undo', {})).toEqual({ label: 'Confirm 6 fields of 2 documents' });
    expect(await backend.call('metadata.list', {})).toEqual(before);
  });

  it('corrects one field of many documents; what was recognised stands beside it and comes back by reset', async () => {
    const backend = await openTestBackend();
    const ids = await importTexts(backend, { 'a.txt': note, 'b.txt': `${note}More.` });
    const [id = ''] = ids;
    await backend.call('documents.update', { ids, changes: { country: 'TGO', year: 2018 } });
    await backend.call('documents.update', { ids: [id], changes: { country: 'BEN' } });
    expect((await fieldsOf(backend, id)).country).toMatchObject({ value: 'BEN', state: 'corrected', recognised: 'GHA', decision: { was: 'GHA' } });
    expect((await fieldsOf(backend, ids[1] ?? '')).year).toMatchObject({ value: '2018', state: 'corrected', decision: { was: '2019' } });
    await backend.call('metadata.reset', { fields: ids.map((documentId) => ({ documentId, field: 'country' as const })) });
    expect((await fieldsOf(backend, id)).country).toMatchObject({ value: 'GHA', state: 'recognised', decision: null });
    await backend.call('history.undo', {});
    expect((await fieldsOf(backend, id)).country).toMatchObject({ value: 'BEN', state: 'corrected' });
    await backend.call('metadata.reset', { fields: ids.flatMap((documentId) => (['year', 'title', 'kind', 'author'] as const).map((field) => ({ documentId, field }))) });
    expect(await backend.call('documents.get', { id })).toMatchObject({ year: 2019, title: 'Child work in Ghana, 2019', kind: 'generic', author: 'Ama Mensah' });
  });

  it('typed as it was recognised is a confirmation, and one that undo took back counts no more', async () => {
    const backend = await openTestBackend();
    const [id = ''] = await importTexts(backend, { 'a.txt': note });
    await backend.call('documents.update', { ids: [id], changes: { country: 'GHA' } });
    expect((await fieldsOf(backend, id)).country.state).toBe('confirmed');
    await backend.call('history.undo', {});
    expect((await fieldsOf(backend, id)).country.state).toBe('recognised');
  });

  it('goes with its document, comes back with it, and stays after a restart', async () => {
    const backend = await openTestBackend();
    const [id = ''] = await importTexts(backend, { 'a.txt': note });
    await backend.call('documents.update', { ids: [id], changes: { issuer: 'A ministry' } });
    await backend.call('documents.remove', { ids: [id] });
    expect(await backend.call('metadata.list', {})).toEqual([]);
    await backend.call('history.undo', {});
    await backend.close();
    const again = await openTestBackend({ folder: backend.folder });
    expect((await fieldsOf(again, id)).issuer).toMatchObject({ value: 'A ministry', state: 'corrected', recognised: null });
    expect(await again.call('metadata.confirm', { fields: [{ documentId: 'nobody', field: 'title' }] }).catch((error: unknown) => String(error))).toContain('not in the project any more');
  });

  it('leaves fewer fields that ask for a look', async () => {
    const backend = await openTestBackend();
    const [id = ''] = await importTexts(backend, { 'Togo 2018.txt': 'Words that name no place at all.' });
    await importTexts(backend, { 'a.txt': note, 'b.txt': 'Cocoa\n\nGhana and Togo. Togo and Ghana. Ghana, Togo.' });
    const asking = (await backend.call('metadata.list', {})).filter(needsLook);
    expect(await backend.call('metadata.open', {})).toEqual({ documents: new Set(asking.map(({ documentId }) => documentId)).size, fields: asking.length });
    const { fields, documents } = await backend.call('metadata.open', {});
    expect(documents).toBeGreaterThan(1);
    await backend.call('metadata.confirm', { fields: [{ documentId: id, field: 'country' }] });
    expect(await backend.call('metadata.open', {})).toEqual({ documents, fields: fields - 1 });
  });
});
