import { describe, expect, it } from 'vitest';
import { importTexts, openTestBackend, type TestBackend } from '../../support/backend.ts';
import { countryPage } from '../../support/country-page.ts';
import { sharedBytes, sharedPresent } from '../../support/shared.ts';
import { islandNote, twoEditions } from '../../support/two-editions.ts';

const country = { country: 'FJI' };

async function prepared(more: Record<string, string> = {}): Promise<{ backend: TestBackend; ids: string[] }> {
  const backend = await openTestBackend();
  return { backend, ids: await importTexts(backend, { ...twoEditions, ...more }) };
}

async function withNote(): Promise<{ backend: TestBackend; older: string; newer: string; note: string }> {
  const { backend, ids: [older = '', newer = '', note = ''] } = await prepared({ 'note.txt': islandNote });
  await backend.call('documents.update', { ids: [note], changes: { country: 'FJI', year: 2021 } });
  return { backend, older, newer, note };
}

describe('what changed in a country', () => {
  it('has the law with age, legislation and gaps, each with its place', async () => {
    const { backend, ids: [, newer = ''] } = await prepared();
    const law = await backend.call('law.ofCountry', country);
    const work = law.standards.find(({ id }) => id === 'legal_standards.minimum_age_work');
    expect(work?.changes).toMatchObject([{ kind: 'age', year: 2021, from: '14', to: '15' }, { kind: 'legislation', laws: [{ law: 'Basket Act', from: 'Section 5', to: 'Section 6' }] }]);
    expect(law.standards.find(({ id }) => id === 'legal_standards.compulsory_education_age')?.changes).toEqual([]);
    expect(law.gaps).toMatchObject([{ kind: 'work-while-school', cells: [{ year: 2020 }, { year: 2021 }] }]);
    const { text } = await backend.call('documents.reading', { id: newer });
    const basis = work?.cells.at(-1)?.basis;
    expect(text.slice(basis?.start ?? 0, basis?.end ?? 0)).toContain('Basket Act');
  });

  it('has goods with their marks, and activities that came, went and were called hazardous', async () => {
    const { goods, activities } = await (await prepared()).backend.call('goods.ofCountry', country);
    expect(goods.goods.map(({ name, changes }) => [name, changes.map(({ kind, year }) => `${kind} ${year}`)])).toEqual([['Pearls', ['added 2021']], ['Sugarcane', []]]);
    expect(activities.activities.map(({ activity, states, entries }) => [activity, Object.values(states).join(' '), entries.at(-1)?.hazard])).toEqual([
      ['Cutting cane', 'first carried', 'now'], ['Selling fish in markets', 'new', null], ['Diving for pearls', 'first gone', null],
    ]);
  });

  it('has institutions, renamed and followed by others of their name', async () => {
    const { institutions } = await (await prepared()).backend.call('institutions.ofCountry', country);
    expect(institutions.map(({ name, states }) => [name, Object.values(states).join(' ')])).toEqual([['Human Rights Ombudsman', 'first renamed'], ['Ministry of Boats (MOB)', 'first carried'], ['Plan for Children', 'first renewed']]);
  });

  it('is empty for a country without reports, and has nothing to compare in one edition', async () => {
    const backend = await openTestBackend();
    await importTexts(backend, { 'fiji-2020.html': twoEditions['fiji-2020.html'] });
    expect(await backend.call('law.ofCountry', { country: 'PER' })).toMatchObject({ standards: [], conventions: [], gaps: [] });
    expect(await backend.call('goods.ofCountry', { country: 'PER' })).toMatchObject({ goods: { goods: [] }, activities: { activities: [] } });
    expect(await backend.call('institutions.ofCountry', { country: 'PER' })).toMatchObject({ institutions: [] });
    expect((await backend.call('law.ofCountry', country)).standards.flatMap(({ changes }) => changes)).toEqual([]);
    expect(await backend.call('sources.gone', country)).toMatchObject({ years: [2020], sentences: [] });
  });

  it('takes one document a year, and years that are missing in between', async () => {
    const { backend } = await prepared({ 'again-2021.html': countryPage({ year: 2021, agencies: [['Ministry of Boats (MOB)', 'Counts boats. (1)']] }), 'fiji-2018.html': countryPage({ year: 2018, agencies: [['Ministry of Boats (MOB)', 'Counts boats. (1)']] }) });
    const { years, institutions } = await backend.call('institutions.ofCountry', country);
    expect(years).toEqual([2018, 2020, 2021]);
    expect(institutions.find(({ name }) => name.startsWith('Ministry'))?.entries.map(({ year }) => year)).toEqual([2018, 2020, 2021]);
  });
});

describe('the sources of a country', () => {
  it('stand on the axis of years, with what their claims rest on', async () => {
    const { backend, older, newer, note } = await withNote();
    const { timeline, claims } = await backend.call('sources.ofCountry', country);
    expect(timeline.map((each) => [each.kind, each.documents.map(({ documentId }) => documentId)])).toEqual([['edition', [older]], ['gap', [note]], ['edition', [newer]]]);
    expect(claims.map(({ year, references, newest }) => [year, references, newest?.year])).toEqual([[2020, 2, 2021], [2021, 2, 2021]]);
    const { claims: own } = await backend.call('sources.claims', { documentId: newer });
    expect(own.find(({ text }) => text.includes('Cutting cane'))).toMatchObject({ newest: 2021, sources: [{ number: 1, year: 2014 }, { number: 2, year: 2021 }] });
  });

  it('stand beside the edition that follows, by topic', async () => {
    const { backend, newer, note } = await withNote();
    const topics = await backend.call('sources.topics', { documentId: note });
    expect(topics.edition?.documentId).toBe(newer);
    expect(topics.shared.find(({ document }) => document.text.includes('harbour master'))?.edition.text).toContain('harbour master');
    expect(topics.alone.map(({ text }) => text).join(' ')).toContain('Coconuts');
    await expect(backend.call('sources.topics', { documentId: note, besideId: note })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(backend.call('sources.topics', { documentId: 'nothing' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('no longer say what the newest edition dropped', async () => {
    const { sentences } = await (await prepared()).backend.call('sources.gone', country);
    expect(sentences.map(({ goneYear, cell }) => [goneYear, cell.text])).toEqual(expect.arrayContaining([[2021, expect.stringContaining('reef of Kadavu')]]));
  });
});

describe('contradictions', () => {
  const inspectors = async (backend: TestBackend) => {
    const { contradictions } = await backend.call('contradictions.ofCountry', country);
    return contradictions.find(({ indicator }) => indicator === 'enforcement.labor_inspectors');
  };

  it('between a report and a text are kept with state, note and author, and undo takes them back', async () => {
    const { backend, note } = await withNote();
    const found = await inspectors(backend);
    expect(found).toMatchObject({ year: 2021, state: 'open', sides: [{ value: 240 }, { value: 150, documentId: note }] });
    await backend.call('settings.set', { key: 'author', value: 'Ana' });
    await backend.call('contradictions.decide', { ...country, key: found?.key ?? '', state: 'explained', note: 'The note counts the main island only.' });
    expect(await inspectors(backend)).toMatchObject({ state: 'explained', decision: { note: 'The note counts the main island only.', author: 'Ana' } });
    expect((await backend.call('contradictions.ofCountry', country)).counts).toMatchObject({ explained: 1 });
    expect(await backend.call('history.undo', {})).toEqual({ label: 'Mark the contradiction of “Labor inspectors” in 2021 as explained' });
    expect(await inspectors(backend)).toMatchObject({ state: 'open', decision: null });
    await backend.call('contradictions.decide', { ...country, key: found?.key ?? '', state: 'accepted' });
    await backend.call('contradictions.decide', { ...country, key: found?.key ?? '', state: 'open' });
    expect(await inspectors(backend)).toMatchObject({ state: 'open', decision: null });
  });

  it('go with a document and come back with it, and are settled by a correction', async () => {
    const { backend, newer, note } = await withNote();
    const key = (await inspectors(backend))?.key ?? '';
    await backend.call('contradictions.decide', { ...country, key, state: 'accepted', note: 'Both stay.' });
    await backend.call('documents.remove', { ids: [note] });
    expect(await inspectors(backend)).toBeUndefined();
    await backend.call('history.undo', {});
    expect(await inspectors(backend)).toMatchObject({ state: 'accepted' });
    await backend.call('observations.correct', { documentId: newer, indicator: 'enforcement.labor_inspectors', year: 2021, status: 'value', value: 150, reason: 'Misprint.' });
    expect(await inspectors(backend)).toBeUndefined();
    await expect(backend.call('contradictions.decide', { ...country, key, state: 'accepted' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it.skipIf(!sharedPresent)('of a real country are those that were counted by hand, with its law and institutions (needs ../shared)', async () => {
    const backend = await openTestBackend();
    const files = [2019, 2020, 2021].map((year) => ({ name: `KAZ-${year}.pdf`, bytes: sharedBytes('corpus', 'ilab', `KAZ-${year}.pdf`) }));
    await backend.call('imports.wait', { runId: (await backend.call('imports.add', { files })).runId });
    const law = await backend.call('law.ofCountry', { country: 'KAZ' });
    expect(law.standards.find(({ id }) => id === 'legal_standards.minimum_age_work')?.changes).toMatchObject([{ kind: 'age', year: 2020, from: '16', to: '18' }, { kind: 'legislation', year: 2020 }]);
    expect(law.gaps.map(({ kind, cells }) => [kind, cells.map(({ year }) => year)])).toEqual([['work-while-school', [2019]], ['hazardous-not-met', [2019, 2020, 2021]], ['school-ends-before-work', [2020, 2021]]]);
    const { institutions } = await backend.call('institutions.ofCountry', { country: 'KAZ' });
    expect(institutions.find(({ name }) => name.includes('Counter Trafficking'))?.states).toEqual({ 2019: 'first', 2020: 'reworded', 2021: 'renewed' });
    expect((await backend.call('goods.ofCountry', { country: 'KAZ' })).activities.activities.filter(({ states }) => states[2021] === 'new').map(({ activity }) => activity)).toEqual(['Herding cattle', 'Use in illicit activities, including selling drugs']);
    expect((await backend.call('contradictions.ofCountry', { country: 'KAZ' })).contradictions).toEqual([]);
  });
});
