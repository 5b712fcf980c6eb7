// Cables that cite each other, through the whole application: the graph with what is missing, one cable's part of it, undo.

import { describe, expect, it } from 'vitest';
import { importTexts, openTestBackend } from '../../support/backend.ts';
import { cableText, citingCables } from '../../support/cables.ts';

describe('the graph of cables', () => {
  it('has every cable of the project and every one that is cited and missing', async () => {
    const backend = await openTestBackend();
    await importTexts(backend, citingCables);
    const { nodes, edges } = await backend.call('cables.graph', {});
    expect(nodes.map(({ id, documents }) => [id, documents.length])).toEqual([
      ['05YEREVAN77', 0],
      ['06ANKARA50', 1],
      ['06BAKU100', 1],
      ['06BAKU200', 0],
      ['06BAKU300', 1],
      ['06TBILISI900', 1],
      ['06STATE7000', 1],
    ]);
    expect(nodes.find(({ id }) => id === '06BAKU200')).toMatchObject({ post: 'Baku', country: { iso3: 'AZE' }, title: null, date: null, between: { from: '2006-02-01', to: '2006-03-20' } });
    expect(nodes.find(({ id }) => id === '05YEREVAN77')?.between).toEqual({ from: '2005-01-01', to: '2005-12-31' });
    expect(edges.map(({ from, to, letters }) => `${from} ${letters.join('')} ${to}`).toSorted()).toEqual([
      '06BAKU300  06BAKU100',
      '06STATE7000 A 06TBILISI900',
      '06STATE7000 B 06BAKU300',
      '06TBILISI900  05YEREVAN77',
      '06TBILISI900 A 06BAKU300',
      '06TBILISI900 B 06ANKARA50',
      '06TBILISI900 C 06BAKU200',
    ]);
  });

  it('gives each place of a citation, in REF and in the text', async () => {
    const backend = await openTestBackend();
    const ids = await importTexts(backend, citingCables);
    const tbilisi = ids[3] ?? '';
    const { text } = await backend.call('documents.reading', { id: tbilisi });
    const { cites, citedBy, copies } = await backend.call('cables.ofDocument', { id: tbilisi });
    const words = cites.map(({ node, edge }) => [node.id, edge.places.map((place) => `${place.origin} ${text.slice(place.start, place.end)}`)]);
    expect(words).toEqual([
      ['06BAKU300', ['header BAKU 300', 'text refs A', 'text ref A', 'text Reftels']],
      ['06ANKARA50', ['header ANKARA 50', 'text B', 'text Reftels']],
      ['06BAKU200', ['header BAKU 200', 'text ref C', 'text Reftels']],
      ['05YEREVAN77', ['text 05 YEREVAN 77']],
    ]);
    expect(citedBy.map(({ node }) => node.id)).toEqual(['06STATE7000']);
    expect(copies).toEqual([]);
  });

  it('forgets a cable that is removed and knows it again after undo', async () => {
    const backend = await openTestBackend();
    const ids = await importTexts(backend, citingCables);
    const isMissing = async () => (await backend.call('cables.graph', {})).nodes.find(({ id }) => id === '06BAKU300')?.documents.length === 0;
    expect(await isMissing()).toBe(false);
    await backend.call('documents.remove', { ids: [ids[1] ?? ''] });
    expect(await isMissing()).toBe(true);
    await expect(backend.call('cables.ofDocument', { id: ids[1] ?? '' })).rejects.toThrow('not in the project any more');
    await backend.call('history.undo', {});
    expect(await isMissing()).toBe(false);
  });

  it('takes another reading of a reference when that one is in the project, and says so', async () => {
    const backend = await openTestBackend();
    const lima = { post: 'LIMA', tags: 'ELAB PE', subject: 'MINES' };
    const [citing = ''] = await importTexts(backend, {
      'new.txt': cableText({ ...lima, year: 2008, serial: 480, date: '2008-03-01', refs: ['LIMA 3853'] }),
      'old.txt': cableText({ ...lima, year: 2007, serial: 3853, date: '2007-12-11' }),
    });
    const { cites } = await backend.call('cables.ofDocument', { id: citing });
    expect(cites.map(({ node, edge }) => [node.id, edge.instead])).toEqual([['07LIMA3853', '08LIMA3853']]);
  });

  it('names copies of one cable as copies', async () => {
    const backend = await openTestBackend();
    const one = { year: 2006, post: 'BAKU', serial: 100, date: '2006-02-01', subject: 'SCHOOLS REOPEN', tags: 'ELAB AJ' };
    const [first = '', second = ''] = await importTexts(backend, { 'one.txt': cableText(one), 'two.txt': cableText({ ...one, subject: 'SCHOOLS REOPEN AGAIN' }) });
    const { copies } = await backend.call('cables.ofDocument', { id: first });
    expect(copies.map(({ id }) => id)).toEqual([second]);
    expect((await backend.call('cables.graph', {})).nodes).toHaveLength(1);
  });
});

describe('a file with several cables', () => {
  it('becomes a document each, from one text after another', async () => {
    const backend = await openTestBackend();
    await importTexts(backend, { 'all.txt': Object.values(citingCables).join('\n\n') });
    const documents = await backend.call('documents.list', {});
    expect(documents.map(({ identifier }) => identifier).toSorted()).toEqual(['06ANKARA50', '06BAKU100', '06BAKU300', '06STATE7000', '06TBILISI900']);
    expect(documents.every(({ kind }) => kind === 'cable')).toBe(true);
    expect((await backend.call('cables.graph', {})).nodes).toHaveLength(7);
  });

  it('becomes a document each, from the rows of a table', async () => {
    const backend = await openTestBackend();
    const row = (number: number, id: string, date: string, references: string, text: string) => `"${number}","${date}","${id}","Embassy Baku","UNCLASSIFIED","${references}","","${text.replaceAll('"', '\\"')}"`;
    const body = (subject: string, said: string) => `UNCLAS BAKU 000100\n\nE.O. 12958: N/A\nTAGS: ELAB AJ\nSUBJECT: ${subject}\n\n1. (U) He said "${said}".\n2. (U) That was all.\n\nDOE`;
    const csv = [
      'id,created,reference_id,origin,classification,references,header,body',
      row(1, '06BAKU100', '2/1/2006 10:00', '', body('FIRST', 'yes')),
      row(2, '06BAKU300', '3/20/2006 9:30', '06BAKU100|05ANKARA7', body('SECOND', 'no')).replace('000100', '000300'),
    ].join('\n');
    await importTexts(backend, { 'cables.csv': csv });
    const documents = await backend.call('documents.list', {});
    expect(documents.map(({ identifier, date }) => `${identifier} ${date}`).toSorted()).toEqual(['06BAKU100 2006-02-01', '06BAKU300 2006-03-20']);
    const { edges } = await backend.call('cables.graph', {});
    expect(edges.map(({ from, to }) => `${from} ${to}`)).toEqual(['06BAKU300 06BAKU100', '06BAKU300 05ANKARA7']);
  });
});
