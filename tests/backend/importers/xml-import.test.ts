import { describe, expect, it } from 'vitest';
import { openTestBackend } from '../../support/backend.ts';
import { countriesXml, country2017, type Fields, twoTerritories } from './xml-writing.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const names = ['Chad', 'Mali', 'Benin', 'Togo', 'Ghana', 'Kenya', 'Malawi', 'Zambia', 'Angola', 'Rwanda'];
const file = countriesXml(country2017, twoTerritories, ...names.map((Name): Fields => ({ Name, Description: `In 2017, ${Name} opened schools.`, Enforcements: { Labor_Inspectors: '12' } })));

describe('the import of one file with many countries', () => {
  it('makes a document of each, counts them in the ledger, and is one step to take back and bring again', async () => {
    const backend = await openTestBackend();
    const { runId } = await backend.call('imports.add', { files: [{ name: 'folder/data 2017.xml', bytes: bytes(file) }] });
    const [line] = await backend.call('imports.wait', { runId });
    expect([line?.status, line?.reason]).toEqual(['ok', '12 countries.']);
    const documents = await backend.call('documents.list', {});
    expect(documents.map(({ country }) => country).toSorted()).toEqual(['AGO', 'BEN', 'GHA', 'IRQ', 'KEN', 'MLI', 'MWI', 'RWA', 'TCD', 'TGO', 'UZB', 'ZMB']);
    expect(new Set(documents.map(({ kind, year, fileName, format }) => `${kind} ${year} ${fileName} ${format}`))).toEqual(new Set(['ilab-dataset 2017 folder/data 2017.xml xml']));
    const iraq = documents.find(({ country }) => country === 'IRQ');
    const reading = await backend.call('documents.reading', { id: iraq?.id ?? '' });
    expect(reading.text.split('\n')[0]).toBe('Iraq, official data 2017');
    expect(reading.recognition.observations.length).toBeGreaterThan(5);
    const original = await backend.call('documents.original', { id: iraq?.id ?? '' });
    expect(new TextDecoder().decode(original.bytes)).toBe(file);

    expect((await backend.call('projects.summary', {})).undoLabel).toBe('Import 12 documents');
    await backend.call('history.undo', {});
    expect(await backend.call('documents.list', {})).toEqual([]);
    expect((await backend.call('search.find', { query: 'schools' })).total).toBe(0);
    await backend.call('history.redo', {});
    expect(await backend.call('documents.list', {})).toHaveLength(12);
    expect((await backend.call('search.find', { query: 'schools' })).total).toBe(10);
  });

  it('says that the same bytes are here already; after a step back they can come again', async () => {
    const backend = await openTestBackend();
    const add = async (name: string) => {
      const { runId } = await backend.call('imports.add', { files: [{ name, bytes: bytes(file) }] });
      return (await backend.call('imports.wait', { runId }))[0];
    };
    await add('one.xml');
    const again = await add('another name.xml');
    expect([again?.status, again?.reason]).toEqual(['duplicate', 'The same file is already here as 12 documents.']);
    expect(await backend.call('documents.list', {})).toHaveLength(12);
    await backend.call('history.undo', {});
    expect((await add('one.xml'))?.status).toBe('ok');
    expect(await backend.call('documents.list', {})).toHaveLength(12);
  });

  it('counts documents where countries come twice or are unknown, tells a warning once, and counts together with other files', async () => {
    const backend = await openTestBackend();
    const twice = countriesXml({ Name: 'Chad' }, { Name: 'Chad', Region: 'Sahel' }, { Name: 'Mali' });
    const { runId } = await backend.call('imports.add', { files: [{ name: 'twice.xml', bytes: bytes(twice) }, { name: 'note.txt', bytes: bytes('A note.\n\nIt says little.') }, { name: 'cut.xml', bytes: bytes(twice.slice(0, 80)) }] });
    const ledger = await backend.call('imports.wait', { runId });
    expect(ledger.map(({ status }) => status)).toEqual(['warnings', 'ok', 'failed']);
    expect(ledger[0]?.reason).toBe('3 documents. Neither the file nor its name says of which year the data are.');
    expect(ledger[2]?.reason).toMatch(/^The file breaks off in line \d+/);
    expect(await backend.call('documents.list', {})).toHaveLength(4);
    expect((await backend.call('projects.summary', {})).undoLabel).toBe('Import 4 documents');
    await backend.call('history.undo', {});
    expect(await backend.call('documents.list', {})).toEqual([]);
  });

  it('shows the parts when a file is only inspected', async () => {
    const backend = await openTestBackend();
    const { parts } = await backend.call('imports.inspect', { name: 'data.xml', bytes: bytes(file) });
    expect(parts?.map(({ recognition }) => recognition.country?.iso3).slice(0, 3)).toEqual(['UZB', 'IRQ', 'TCD']);
  });
});
