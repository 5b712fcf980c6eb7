import { describe, expect, it } from 'vitest';
import { type ActivityEdition, activityLedger } from '../../shared/core/activity-ledger.ts';
import { countryGoods } from '../../shared/core/goods.ts';
import type { MatrixRow } from '../../shared/core/indicator.ts';
import { type InstitutionEdition, institutionLedger } from '../../shared/core/institution-ledger.ts';
import { chainLists, pairBest } from '../../shared/core/lists/chains.ts';
import type { SourcedValue } from '../../shared/core/observation.ts';
import type { Institution, ListedActivity } from '../../shared/core/recognition.ts';

const activity = (text: string, more: Partial<ListedActivity> = {}): ListedActivity => ({ sector: 'Services', activity: text, hazardous: false, categorical: false, limitedEvidence: false, marks: [], territory: null, page: 1, start: 0, end: text.length, ...more });
const listed = (year: number, ...activities: (string | ListedActivity)[]): ActivityEdition => ({ documentId: `d${year}`, year, activities: activities.map((each) => (typeof each === 'string' ? activity(each) : each)) });
const states = (editions: ActivityEdition[]) => Object.fromEntries(activityLedger(editions).activities.map(({ activity: text, states: own }) => [text, Object.values(own).join(' ')]));

describe('work that children do', () => {
  it('is followed in other words, with examples and without them', () => {
    expect(states([listed(2018, 'Domestic work', 'Washing cars in the harbour', 'Ferry building, activities unknown'), listed(2019, 'Domestic work, including child care', 'Washing of cars in the harbour', 'Ferry building and repair')])).toEqual({
      'Domestic work, including child care': 'first reworded', 'Washing of cars in the harbour': 'first reworded', 'Ferry building and repair': 'first reworded',
    });
  });

  it('is new, ends, and comes back', () => {
    expect(states([listed(2017, 'Diving for pearls'), listed(2018, 'Herding goats'), listed(2019, 'Herding goats', 'Diving for pearls')])).toEqual({ 'Herding goats': 'new carried', 'Diving for pearls': 'first gone returned' });
  });

  it('says when one is put together with another', () => {
    const { activities } = activityLedger([listed(2018, 'Selling fish', 'Mending nets'), listed(2019, 'Selling fish, carrying ice and mending nets')]);
    expect(activities.map(({ activity: text, mergedInto }) => [text, mergedInto])).toEqual([['Selling fish, carrying ice and mending nets', null], ['Mending nets', 'd2019:0']]);
  });

  it('is hazardous from the year that says so', () => {
    const { activities } = activityLedger([listed(2018, 'Salt mining'), listed(2019, activity('Salt mining', { hazardous: true })), listed(2020, 'Salt mining')]);
    expect(activities[0]?.entries.map(({ hazard }) => hazard)).toEqual([null, 'now', 'no-longer']);
  });

  it('keeps sectors and territories apart', () => {
    expect(activityLedger([listed(2018, activity('Selling', { sector: 'Industry' })), listed(2019, activity('Selling goods', { sector: 'Services' }))]).activities).toHaveLength(2);
    expect(activityLedger([listed(2018, activity('Fishing', { territory: 'North' })), listed(2019, activity('Fishing for tuna', { territory: 'South' }))]).activities).toHaveLength(2);
  });

  it('takes nothing, one edition, and hostile names', () => {
    expect(activityLedger([])).toEqual({ years: [], activities: [] });
    expect(activityLedger([listed(2019)])).toEqual({ years: [2019], activities: [] });
    const odd = ['', ' ', '</script><b>', '\u202Ework', '🧵'.repeat(500), '(((('];
    expect(activityLedger([listed(2018, ...odd), listed(2019, ...odd)]).activities.length).toBeGreaterThanOrEqual(odd.length);
  });
});

const institution = (name: string, description: string, more: Partial<Institution> = {}): Institution => ({ kind: 'body', name, shortName: null, description, years: null, firstYear: null, lastYear: null, remarks: [], marks: [], page: 1, start: 0, end: 5, ...more });
const edition = (year: number, ...institutions: Institution[]): InstitutionEdition => ({ documentId: `d${year}`, year, institutions });
const told = (editions: InstitutionEdition[]) => institutionLedger(editions).institutions.map(({ name, states: own }) => [name, Object.values(own).join(' ')]);
const duty = 'Watches over the rights of children and receives complaints from them.';

describe('institutions', () => {
  it('are one when only the spelling, the acronym or the ministry behind the comma differs', () => {
    expect(told([edition(2018, institution('Council on Harbour Work (CHW)', duty, { shortName: 'CHW' })), edition(2019, institution('Council for Harbour Work', duty)), edition(2020, institution('Council for Harbour Work, Ministry of Ports', duty))])).toEqual([['Council for Harbour Work, Ministry of Ports', 'first carried carried']]);
    expect(told([edition(2018, institution('Committee for Child Rights', duty)), edition(2019, institution('Committee for Children’s Rights', duty))])).toEqual([['Committee for Children’s Rights', 'first carried']]);
    expect(told([edition(2018, institution('Inter-sectoral Board', duty)), edition(2019, institution('Intersectoral Board', duty)), edition(2020, institution('Inter sectoral Board', duty))])).toEqual([['Inter sectoral Board', 'first carried carried']]);
    expect(told([edition(2018, institution('Harbour Labour Unit (HLU)', duty, { shortName: 'HLU' })), edition(2019, institution('HLU', duty))])).toEqual([['Harbour Labour Unit (HLU)', 'first carried']]);
  });

  it('are renamed when another name stands before the same description', () => {
    const { institutions } = institutionLedger([edition(2018, institution('Ombudsman for Children', duty)), edition(2019, institution('Human Rights Ombudsman', duty))]);
    expect(institutions).toMatchObject([{ name: 'Human Rights Ombudsman', states: { 2018: 'first', 2019: 'renamed' }, entries: [{ formerName: null }, { formerName: 'Ombudsman for Children' }] }]);
  });

  it('have another role when their description begins otherwise, and other words when it goes on otherwise', () => {
    const [older, other, longer] = [institution('Port Office', duty), institution('Port Office', 'Pays grants to fishing schools and lends boats.'), institution('Port Office', `${duty} In 2019 it met twice.`)];
    expect(told([edition(2018, older), edition(2019, other)])).toEqual([['Port Office', 'first role']]);
    expect(told([edition(2018, older), edition(2019, longer)])).toEqual([['Port Office', 'first reworded']]);
  });

  it('of other years follow one another', () => {
    const plan = (firstYear: number) => institution('Action Plan against Harbour Work', duty, { kind: 'policy', firstYear, years: `${firstYear}–${firstYear + 2}` });
    expect(told([edition(2018, plan(2016)), edition(2019, plan(2019))])).toEqual([['Action Plan against Harbour Work', 'first renewed']]);
  });

  it('of other kinds are others, and two of one edition are never one', () => {
    expect(told([edition(2018, institution('Harbour Plan', duty)), edition(2019, institution('Harbour Plan', duty, { kind: 'policy' }))])).toHaveLength(2);
    expect(told([edition(2018, institution('Harbour Office', duty)), edition(2019, institution('Harbour Office', duty), institution('Harbour Office', duty))])).toHaveLength(2);
  });

  it('say what the report says of their year', () => {
    const remark = (kind: 'ended' | 'inactive' | 'active', year: number | null) => ({ kind, year, text: '', start: 0, end: 0 });
    const says = (...remarks: ReturnType<typeof remark>[]) => institutionLedger([edition(2019, institution('Council', duty, { remarks }))]).institutions[0]?.entries[0]?.says;
    expect([says(remark('inactive', 2019)), says(remark('ended', null)), says(remark('inactive', 2019), remark('active', 2019)), says(remark('ended', 2012))]).toEqual(['inactive', 'ended', null, null]);
  });

  it('are followed over nine editions of three hundred', () => {
    const many = Array.from({ length: 9 }, (_, year) => edition(2013 + year, ...Array.from({ length: 300 }, (_each, index) => institution(`Office ${index} for ${['pearls', 'nets', 'salt', 'ferries'][index % 4]} of bay ${index * 7}`, `${duty} It has ${index} boats and works in bay ${index * 7}. In ${2013 + year} it met ${index % 9} times.`, { kind: (['agency', 'body', 'policy', 'program'] as const)[index % 4] ?? 'body' }))));
    expect(institutionLedger(many).institutions).toHaveLength(300);
  });
});

const mark = (good: string, key: string, values: (boolean | undefined)[], years: readonly number[]): MatrixRow => ({
  indicator: `goods.${good}.${key}`, name: good, unit: 'yes/no', territory: null,
  cells: values.map((value, index) => (value === undefined ? null : { year: years[index] ?? 0, shown: 0, values: [{ status: 'value', value, unit: 'yes/no', source: 'data', documentId: 'd', documentTitle: 'D', documentKind: 'ilab-dataset', reportedYear: null, mark: null, note: null, page: null, start: 1, end: 2, quote: '', confidence: 1, correction: null } satisfies SourcedValue], restated: null, methodBreak: null })),
});
const goodsOf = (years: number[], rows: MatrixRow[], listing: number[] = years, names: string[] = []) => countryGoods({ years, groups: [{ id: 'goods', name: 'Goods', rows }] }, listing, names);

describe('goods', () => {
  it('are added, removed, and marked otherwise, each against the year before that lists goods', () => {
    const years = [2018, 2019, 2020];
    const { goods } = goodsOf(years, [mark('salt', 'child_labor', [true, true, true], years), mark('salt', 'forced_labor', [true, false, false], years), mark('nets', 'child_labor', [undefined, undefined, true], years), mark('pearl_shells', 'child_labor', [true, undefined, undefined], years)], years, ['Pearl (shells)']);
    expect(goods.map(({ name, isListed, changes }) => [name, isListed, changes.map(({ year, kind, mark: which }) => [year, kind, which].filter(Boolean).join(' '))])).toEqual([
      ['Nets', true, ['2020 added']], ['Salt', true, ['2019 unmarked forced_labor']], ['Pearl (shells)', false, ['2019 removed']],
    ]);
  });

  it('say nothing of a year whose documents would not list them', () => {
    const years = [2018, 2019, 2020];
    const rows = [mark('salt', 'child_labor', [true, undefined, true], years)];
    expect(goodsOf(years, rows, [2018, 2020])).toMatchObject({ years: [2018, 2020], goods: [{ changes: [] }] });
    expect(goodsOf(years, rows).goods[0]?.changes.map(({ year, kind }) => [year, kind])).toEqual([[2019, 'removed'], [2020, 'added']]);
    expect(goodsOf([], [])).toEqual({ years: [], goods: [] });
  });

  it('have no mark taken away by a source that does not print it', () => {
    const years = [2020, 2021];
    expect(goodsOf(years, [mark('salt', 'child_labor', [true, true], years), mark('salt', 'forced_child_labor', [true, undefined], years)]).goods[0]?.changes).toEqual([]);
  });
});

describe('lists', () => {
  it('are paired best first, one to one', () => {
    const ranks = [[0.9, 0.8], [0.85, 0]];
    expect(pairBest(2, 2, (older, newer) => ranks[older]?.[newer] ?? 0)).toEqual([{ older: 0, newer: 0, rank: 0.9 }]);
    expect(pairBest(0, 3, () => 1)).toEqual([]);
  });

  it('have every entry in exactly one chain', () => {
    const sizes = [3, 5, 2, 4];
    const chains = chainLists(sizes, (older) => pairBest(sizes[older] ?? 0, sizes[older + 1] ?? 0, (a, b) => ((a * 7 + b * 3 + older) % 5) / 5).map(({ older: a, newer: b, rank }) => ({ older: a, newer: b, kind: 'continued', alike: rank })), (gone, back) => (gone.index === back.index ? 0.7 : null));
    const places = chains.flatMap(({ nodes }) => nodes.map(({ edition: at, index }) => `${at} ${index}`));
    expect(new Set(places).size).toBe(places.length);
    expect(places).toHaveLength(14);
  });
});
