import { describe, expect, it } from 'vitest';
import { importTexts, openTestBackend, placeOf, type TestBackend } from '../../support/backend.ts';
import { sharedBytes, sharedPresent } from '../../support/shared.ts';
import { type PrintedSuggestion, suggestionPage } from '../../support/suggestion-page.ts';

const inspectors = 'Increase the number of labor inspectors from 189 to 969 so that every island is visited.';
const shelters: PrintedSuggestion = ['Social Programs', 'Open shelters for children who work at night in the harbour.', '2018 – 2020'];

async function prepared(): Promise<{ backend: TestBackend; older: string; newer: string }> {
  const backend = await openTestBackend();
  const [older = '', newer = ''] = await importTexts(backend, {
    'fiji-2020.html': suggestionPage(2020, [['Enforcement', inspectors, '2016 – 2020'], shelters]),
    'fiji-2021.html': suggestionPage(2021, [['Enforcement', inspectors, '2016 – 2021']], 'In June the government opened two shelters in the harbour for children who work at night. Prices rose.'),
  });
  return { backend, older, newer };
}

describe('the ledger of a country', () => {
  it('follows its actions over the editions of the project, with the values that measure their targets', async () => {
    const { backend, older, newer } = await prepared();
    const ledger = await backend.call('suggestedActions.ledger', { country: 'FJI' });
    expect(ledger).toMatchObject({ countryName: 'Fiji', years: [2020, 2021], editions: [{ documentId: older }, { documentId: newer }] });
    expect(ledger.actions).toMatchObject([
      { area: 'Enforcement', first: 2016, last: 2021, isOpen: true, decision: null, targets: [{ from: 189, to: 969 }] },
      { area: 'Social Programs', first: 2018, last: 2020, isOpen: false, states: { 2021: 'gone' } },
    ]);
    expect(ledger.observed.map(({ year, value }) => [year, value.value])).toEqual([[2019, 189], [2020, 200], [2021, 240]]);
    const { text } = await backend.call('documents.reading', { id: newer });
    const entry = ledger.actions[0]?.entries.at(-1);
    expect(text.slice(entry?.start ?? 0, entry?.end ?? 0)).toContain(inspectors);
  });

  it('offers the sentences that may say why an action ended, and keeps the decision, which undo takes back', async () => {
    const { backend, older, newer } = await prepared();
    const offered = await backend.call('suggestedActions.reasons', { documentId: older, text: shelters[1] });
    expect(offered).toMatchObject({ documentId: newer, year: 2021 });
    const [first] = offered?.reasons ?? [];
    expect(first?.quote).toContain('opened two shelters');
    const place = await placeOf(backend, newer, 'opened two shelters');
    const { id } = await backend.call('suggestedActions.decide', { documentId: older, area: shelters[0], text: shelters[1], verdict: 'done', note: 'Two of five.', evidence: place });
    const decided = async () => (await backend.call('suggestedActions.ledger', { country: 'FJI' })).actions.find(({ area }) => area === 'Social Programs')?.decision;
    expect(await decided()).toMatchObject({ id, verdict: 'done', note: 'Two of five.', evidence: { documentId: newer, quote: 'opened two shelters' } });
    // Decided anew it keeps its place in history as one decision.
    expect(await backend.call('suggestedActions.decide', { documentId: older, area: shelters[0], text: shelters[1], verdict: 'dropped' })).toEqual({ id });
    expect(await backend.call('history.undo', {})).toEqual({ label: 'Mark a suggested action as dropped without word' });
    expect(await decided()).toMatchObject({ verdict: 'done' });
    await backend.call('suggestedActions.undecide', { id });
    expect(await decided()).toBeNull();
  });

  it('lets documents go that it quotes, and brings the decision back with them', async () => {
    const { backend, older, newer } = await prepared();
    const evidence = await placeOf(backend, newer, 'opened two shelters');
    await backend.call('suggestedActions.decide', { documentId: older, area: shelters[0], text: shelters[1], verdict: 'done', evidence });
    await backend.call('documents.remove', { ids: [newer, older] });
    expect((await backend.call('suggestedActions.ledger', { country: 'FJI' })).actions).toEqual([]);
    await backend.call('history.undo', {});
    expect((await backend.call('suggestedActions.ledger', { country: 'FJI' })).actions.at(-1)?.decision).toMatchObject({ evidence });
  });

  it('answers nothing for a country without reports, and says so of documents and actions that are not there', async () => {
    const { backend, older, newer } = await prepared();
    expect(await backend.call('suggestedActions.ledger', { country: 'PER' })).toMatchObject({ years: [], actions: [], observed: [] });
    expect(await backend.call('suggestedActions.reasons', { documentId: newer, text: inspectors })).toBeNull();
    await expect(backend.call('suggestedActions.reasons', { documentId: 'nowhere', text: inspectors })).rejects.toMatchObject({ code: 'not-found' });
    await expect(backend.call('suggestedActions.decide', { documentId: older, area: 'Enforcement', text: 'Never suggested.', verdict: 'done' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(backend.call('suggestedActions.decide', { documentId: older, area: shelters[0], text: shelters[1], verdict: 'done', evidence: { documentId: newer, start: 5, end: 5_000_000 } })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(backend.call('suggestedActions.undecide', { id: 'nothing' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it.skipIf(!sharedPresent)('has the oldest open actions of a real country over three printed reports (needs ../shared)', async () => {
    const backend = await openTestBackend();
    const files = [2019, 2020, 2021].map((year) => ({ name: `KAZ-${year}.pdf`, bytes: sharedBytes('corpus', 'ilab', `KAZ-${year}.pdf`) }));
    await backend.call('imports.wait', { runId: (await backend.call('imports.add', { files })).runId });
    const { actions } = await backend.call('suggestedActions.ledger', { country: 'KAZ' });
    const open = actions.filter(({ isOpen }) => isOpen);
    expect(open).toHaveLength(14);
    expect(open.toSorted((one, other) => one.first - other.first).slice(0, 3).map(({ first }) => first)).toEqual([2013, 2014, 2014]);
    expect(actions.filter(({ states }) => states[2021] === 'new')).toHaveLength(3);
    expect(actions.filter(({ states }) => states[2020] === 'gone').length).toBeGreaterThan(2);
  });
});
