import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActionEdition, type ActionLedger, actionLedger } from '../../shared/core/action-ledger.ts';
import { targetsOf } from '../../shared/core/actions/targets.ts';
import { suggestedYears } from '../../shared/core/actions/years.ts';

function edition(year: number, ...actions: [area: string, years: string, text: string][]): ActionEdition {
  return {
    documentId: `d${year}`,
    year,
    actions: actions.map(([area, years, text]) => {
      const all = suggestedYears(years);
      return { area, text, years, firstYear: all[0] ?? null, lastYear: all.at(-1) ?? null, page: null, start: null, end: null };
    }),
  };
}

const row = (ledger: ActionLedger, words: string) => ledger.actions.find(({ text }) => text.includes(words));

const inspectors = 'Increase the number of harbour inspectors so that every landing site is visited.';
const school = 'Remove fees for uniforms that keep girls of fishing families out of school.';

describe('the years printed beside an action', () => {
  it.each([
    ['2009 – 2014', [2009, 2010, 2011, 2012, 2013, 2014]],
    ['2012 -- 2014', [2012, 2013, 2014]],
    ['2009 – 2011, 2014', [2009, 2010, 2011, 2014]],
    ['2020-2021', [2020, 2021]],
    ['2021', [2021]],
    ['2013 to 2015', [2013, 2014, 2015]],
    ['2015 – 2013', [2013, 2014, 2015]],
    ['', []],
    ['since ever', []],
    ['12345 and 99999999', []],
    ['2009 – 99999', [2009]],
  ])('are read from “%s”', (printed, years) => expect(suggestedYears(printed)).toEqual(years));
});

describe('the ledger of suggested actions', () => {
  it('follows an action from its first printed year over rewording to the newest edition', () => {
    const ledger = actionLedger([
      edition(2019, ['Enforcement', '2016 – 2019', inspectors], ['Social Programs', '2019', school]),
      edition(2020, ['Enforcement', '2016 – 2020', 'Increase the number of harbour inspectors and train them, so that every landing site is visited.'], ['Social Programs', '2019 – 2020', school]),
      edition(2021, ['Enforcement', '2016 – 2021', 'Increase the number of harbour inspectors and train them, so that every landing site is visited.']),
    ]);
    expect(ledger.years).toEqual([2019, 2020, 2021]);
    expect(row(ledger, 'harbour')).toMatchObject({ first: 2016, last: 2021, age: 6, isOpen: true, states: { 2016: 'said', 2018: 'said', 2019: 'carried', 2020: 'reworded', 2021: 'carried' }, firstYears: [2016] });
    expect(row(ledger, 'harbour')?.entries[1]?.differences.filter(({ kind }) => kind === 'added').map(({ text }) => text.trim())).toEqual(['and train them,']);
    expect(row(ledger, 'uniforms')).toMatchObject({ first: 2019, last: 2020, isOpen: false, states: { 2019: 'new', 2020: 'carried', 2021: 'gone' } });
  });

  it('keeps two actions of like words apart by the year each was first suggested', () => {
    const data = (body: string) => `Publish yearly figures about the inspections of the ${body}.`;
    const ledger = actionLedger([
      edition(2020, ['Enforcement', '2015 – 2020', data('harbour office')], ['Enforcement', '2018 – 2020', data('fishery office')]),
      edition(2021, ['Enforcement', '2018 – 2021', data('office for fishery and harbour')], ['Enforcement', '2015 – 2021', data('office for harbour')]),
    ]);
    expect(ledger.actions.map(({ first, entries }) => [first, entries.length])).toEqual([[2015, 2], [2018, 2]]);
  });

  it('takes one that is said to be new for new, though an older one is like it', () => {
    const ledger = actionLedger([
      edition(2020, ['Enforcement', '2014 – 2020', 'Publish figures about the number of inspections.']),
      edition(2021, ['Enforcement', '2021', 'Publish figures about the funding of the office.']),
    ]);
    expect(row(ledger, 'funding')).toMatchObject({ first: 2021, states: { 2021: 'new' } });
    expect(row(ledger, 'number')).toMatchObject({ isOpen: false, states: { 2021: 'gone' } });
  });

  it('says which action took another in, and which was taken out of one', () => {
    const merged = actionLedger([
      edition(2020, ['Social Programs', '2018 – 2020', 'Open shelters for children who work at night.'], ['Social Programs', '2016 – 2020', 'Give grants to families of boat crews in all provinces.']),
      edition(2021, ['Social Programs', '2016 – 2021', 'Give grants to families of boat crews in all provinces, and open shelters for children who work at night.']),
    ]);
    const whole = row(merged, 'grants');
    expect(row(merged, 'Open shelters')).toMatchObject({ mergedInto: whole?.id, states: { 2021: 'merged' } });
    expect(whole?.mergedFrom).toEqual([row(merged, 'Open shelters')?.id]);
    const split = actionLedger([
      edition(2020, ['Social Programs', '2016 – 2020', 'Give grants to families of boat crews in all provinces, and open shelters for children who work at night.']),
      edition(2021, ['Social Programs', '2016 – 2021', 'Give grants to families of boat crews in all provinces.'], ['Social Programs', '2016 – 2021', 'Open shelters for children who work at night.']),
    ]);
    expect(row(split, 'Open shelters')).toMatchObject({ splitFrom: row(split, 'grants')?.id, states: { 2021: 'split' } });
  });

  it('joins an action that an edition in between does not print, and says that it came back', () => {
    const ledger = actionLedger([edition(2019, ['Enforcement', '2017 – 2019', inspectors]), edition(2020, ['Social Programs', '2020', school]), edition(2021, ['Enforcement', '2017 – 2019, 2021', inspectors])]);
    expect(row(ledger, 'harbour')?.states).toEqual({ 2017: 'said', 2018: 'said', 2019: 'carried', 2020: 'gone', 2021: 'returned' });
  });

  it('marks an action whose words hardly stayed, but whose years say that it is the same', () => {
    const ledger = actionLedger([
      edition(2020, ['Enforcement', '2011 – 2020', 'Hire enough people to visit all landing sites.']),
      edition(2021, ['Enforcement', '2011 – 2021', 'Increase the inspectorate to meet technical advice on landing quays.']),
    ]);
    expect(ledger.actions).toMatchObject([{ first: 2011, entries: [{ byYears: false }, { byYears: true }] }]);
  });

  it('says when editions do not agree on the first year', () => {
    const ledger = actionLedger([edition(2020, ['Enforcement', '2015 – 2020', inspectors]), edition(2021, ['Enforcement', '2014 – 2021', inspectors])]);
    expect(ledger.actions).toMatchObject([{ first: 2014, firstYears: [2014, 2015] }]);
  });

  it('has one edition a year, no editions, and editions without actions', () => {
    expect(actionLedger([])).toEqual({ years: [], actions: [] });
    expect(actionLedger([edition(2020)])).toEqual({ years: [2020], actions: [] });
    const twice = actionLedger([edition(2020, ['Enforcement', '2020', inspectors]), { ...edition(2020, ['Enforcement', '2020', school]), documentId: 'second' }]);
    expect(twice.actions.map(({ text }) => text)).toEqual([inspectors]);
  });

  it('puts areas in the order of the report and open actions before closed, oldest first', () => {
    const ledger = actionLedger([
      edition(2020, ['Legal Framework', '2020', 'Ban night work.'], ['Enforcement', '2012 – 2020', inspectors], ['Coordination', '2020', 'Call the council together.'], ['Social Programs', '2020', school]),
      edition(2021, ['Enforcement', '2021', 'Train the coast guard.'], ['Enforcement', '2012 – 2021', inspectors], ['Social Programs', '2020 – 2021', school]),
    ]);
    expect(ledger.actions.map(({ area, first }) => `${area} ${first}`)).toEqual(['Legal Framework 2020', 'Enforcement 2012', 'Enforcement 2021', 'Coordination 2020', 'Social Programs 2020']);
  });

  it('has every action of every edition in exactly one row, and never twice in a year, whatever is printed', () => {
    const action = fc.tuple(fc.constantFrom('Enforcement', 'Coordination', '', '執行'), fc.constantFrom('2015 – 2020', '2019', '', '🙂', '2030 – 1990'), fc.oneof(fc.constantFrom(inspectors, school, 'دعم الأطفال', '子どもの保護を強化する'), fc.lorem({ maxCount: 9 }), fc.string({ unit: 'binary' })));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 2014, max: 2022 }), fc.array(action, { maxLength: 6 })), { maxLength: 6 }), (years) => {
        const editions = [...new Map(years).entries()].map(([year, actions]) => edition(year, ...actions));
        const ledger = actionLedger(editions);
        const entries = ledger.actions.flatMap((each) => each.entries);
        expect(entries.length).toBe(editions.reduce((sum, { actions }) => sum + actions.length, 0));
        for (const each of ledger.actions) expect(new Set(each.entries.map(({ year }) => year)).size).toBe(each.entries.length);
        expect(new Set(ledger.actions.map(({ id }) => id)).size).toBe(ledger.actions.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('targets inside actions', () => {
  it.each([
    ['Increase the number of labor inspectors from 189 to 969 to provide sufficient coverage of the workforce of 1,200,000.', [{ from: 189, to: 969, what: 'labor inspectors', indicator: 'enforcement.labor_inspectors' }]],
    ['Raise the staff from 1,024 to at least 2,048 labor inspectors.', [{ from: 1024, to: 2048, what: 'labor inspectors', indicator: 'enforcement.labor_inspectors' }]],
    ['Employ at least 40 judges.', [{ from: null, to: 40, what: 'judges', indicator: null }]],
    ['Report on work done from 2019 to 2021.', []],
    ['Protect children under age 18.', []],
    ['', []],
    ['٣٠ 三十', []],
  ])('are read from “%s”', (text, targets) => expect(targetsOf(text)).toMatchObject(targets));

  it('have their place in the text', () => {
    const text = 'Increase the number of labor inspectors from 189 to 969.';
    const [target] = targetsOf(text);
    expect(text.slice(target?.start, target?.end)).toBe('number of labor inspectors from 189 to 969');
  });

  it('are looked for in long and hostile texts without delay', () => {
    for (const text of ['a'.repeat(1_000_000), 'a '.repeat(500_000), 'from 1 to '.repeat(100_000), '1,'.repeat(500_000), 'labor-'.repeat(100_000)]) expect(targetsOf(text).length).toBeLessThan(1000);
  });
});
