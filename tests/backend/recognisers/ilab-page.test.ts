// The web page of a country's child labor report: any country and year, copied as text or saved as a page. The texts here are
// our own; only the page's fixed labels are real.

import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../shared/backend/importers/html.ts';
import { parseText, textImporter } from '../../../shared/backend/importers/text.ts';
import { statedLevel } from '../../../shared/backend/recognisers/ilab-page/advancement-level.ts';
import { ilabPageRecogniser } from '../../../shared/backend/recognisers/ilab-page.ts';
import { recognise } from '../../../shared/backend/recognisers/index.ts';
import type { ParsedDocument } from '../../../shared/core/document.ts';
import { passages, unsoundness } from '../../support/parsed-document.ts';
import { sharedBytes, sharedPresent } from '../../support/shared.ts';
import { patience } from '../../support/patience.ts';

const read = (parsed: ParsedDocument) => recognise({ name: 'page', parsed });
const assessment = 'In 2019, Ghana made moderate advancement. Inspectors went to twelve fields and wrote down what they saw there. Nobody was fined, and the plan for the next year was not published.';

const page = (country: string, goods: string, findings: string, level: string, text = assessment) =>
  `Child Labor and Forced Labor Reports\n\n${country}\n\n${goods}${country}\n${findings}\n\n${level}\n\n${text}\n\nWant this report plus over a thousand pages of research in the palm of\nyour hand? Download ILAB's Sweat & Toil App today!\n`;
const ghana = page(
  'Ghana',
  'Cocoa\nCocoa\nChild Labor Icon\nForced Labor Icon\nFish\nFish\nChild Labor Icon\nForced Labor Icon\nGold\nGold\nChild Labor Icon\n',
  '2019 Findings on the Worst Forms of Child Labor:',
  'Moderate Advancement',
);
const goodsOf = (text: string) => read(parseText(text)).recognition.goods.map(({ name, childLabor, forcedLabor }) => `${name}${childLabor ? ' C' : ''}${forcedLabor ? ' F' : ''}`);

describe('a report page copied as text', () => {
  const { parsed, recognition } = read(parseText(ghana));

  it('is known with its country, year, level and issuer', () => {
    expect(recognition).toMatchObject({
      kind: 'ilab-page',
      country: { iso3: 'GHA', name: 'Ghana' },
      year: 2019,
      title: 'Ghana: 2019 Findings on the Worst Forms of Child Labor',
      language: 'en',
      level: { level: 'moderate', qualifier: null },
      warnings: [],
    });
    expect(recognition.issuer).toContain('Bureau of International Labor Affairs');
  });

  it('lists the goods with their marks, once each', () => {
    expect(goodsOf(ghana)).toEqual(['Cocoa C F', 'Fish C F', 'Gold C']);
  });

  it('keeps the assessment as a passage and a section of its own', () => {
    expect(parsed.blocks.filter(({ role }) => role === 'assessment')).toHaveLength(1);
    const [section] = recognition.sections;
    expect(section).toMatchObject({ role: 'assessment', title: 'Assessment', level: 1 });
    expect(parsed.text.slice(section?.start, section?.end)).toBe(assessment);
  });

  it('leaves out the advertisement and the pictures of names, and says so', () => {
    expect(parsed.text).not.toContain('App today');
    expect(parsed.leftOut.map(({ reason }) => reason)).toEqual(['advertisement on the page', ...Array.from({ length: 3 }, () => 'alternative text of a picture')]);
    expect(unsoundness(parsed)).toEqual([]);
  });

  it('places every value at its passage', () => {
    for (const { start, end, value } of recognition.proposed.filter(({ field }) => field === 'year')) expect(parsed.text.slice(start, end)).toBe(value);
    const level = recognition.observations.find(({ indicator }) => indicator === 'advancement_level.level');
    expect(level).toMatchObject({ value: 'moderate', country: 'GHA', year: 2019, reportedYear: 2019, quote: 'Moderate Advancement' });
    expect(recognition.observations.filter(({ indicator }) => indicator.startsWith('goods.')).map(({ indicator, value }) => `${indicator} ${value}`)).toEqual([
      'goods.cocoa.child_labor true',
      'goods.cocoa.forced_labor true',
      'goods.fish.child_labor true',
      'goods.fish.forced_labor true',
      'goods.gold.child_labor true',
      'goods.gold.forced_labor false',
    ]);
    const gold = recognition.goods[2];
    expect(parsed.text.slice(gold?.start ?? 0, gold?.end ?? 0)).toBe('Gold\nChild Labor Icon');
    expect(recognition.facts.map(({ label }) => label)).toEqual(['Series', 'Country', 'Report year', 'Level', 'Good', 'Good', 'Good']);
  });
});

describe('other pages of the series', () => {
  it.each([
    ['Gambia, The', 'GMB'],
    ["Cote d'lvoire", 'CIV'],
    ['Congo, Democratic Republic of the', 'COD'],
    ['Turkey (Türkiye)', 'TUR'],
    ['Burma', 'MMR'],
    ['West Bank and the Gaza Strip', 'PSE'],
  ])('of %s', (name, iso3) => {
    const { recognition } = read(parseText(page(name, '', '2016 Findings on the Worst Forms of Child Labor:', 'No Advancement', 'The inspectors stayed at home.')));
    expect(recognition).toMatchObject({ kind: 'ilab-page', country: { iso3 }, year: 2016, goods: [], level: { level: 'no' } });
  });

  it('with a level and qualifier on one line, on two, in capitals, or beside the heading', () => {
    const qualifier = 'Efforts Made but Continued Law that Delayed Advancement';
    for (const level of [`Minimal Advancement – ${qualifier}`, `Minimal Advancement– ${qualifier}`, `Minimal Advancement -- ${qualifier}`, `Minimal Advancement –\n${qualifier}`, `MINIMAL ADVANCEMENT - ${qualifier.toUpperCase()}`]) {
      expect(read(parseText(page('Ghana', '', '2018 Findings on the Worst Forms of Child Labor:', level))).recognition.level).toMatchObject({ level: 'minimal', qualifier });
    }
    expect(read(parseText(page('Ghana', '', '2018 Findings on the Worst Forms of Child Labor: Significant Advancement', ''))).recognition).toMatchObject({ year: 2018, level: { level: 'significant', qualifier: null } });
  });

  it('whose level is told only in the first sentence, or not at all', () => {
    expect(read(parseText(page('Ghana', '', '2019 Findings on the Worst Forms of Child Labor:', ''))).recognition.level).toMatchObject({ level: 'moderate' });
    const { recognition } = read(parseText(page('Ghana', '', '2019 Findings on the Worst Forms of Child Labor:', '', 'Nothing is told.')));
    expect(recognition.level).toBeNull();
    expect(recognition.warnings.map(({ code }) => code)).toEqual(['level-not-recognised']);
  });

  it('with an assessment of several paragraphs and sections after it', () => {
    const { parsed, recognition } = read(parseText(page('Ghana', '', '2019 Findings on the Worst Forms of Child Labor:', 'Moderate Advancement', `${assessment}\n\nA second paragraph says more about it.\n\nI. PREVALENCE\n\nMany children work.`)));
    expect(parsed.blocks.filter(({ role }) => role === 'assessment')).toHaveLength(2);
    expect(recognition.sections.map(({ title, number }) => [number, title])).toEqual([[null, 'Assessment'], ['I', 'PREVALENCE']]);
  });

  it('with goods in other shapes', () => {
    const goods = (text: string) => goodsOf(page('Ghana', text, '2019 Findings on the Worst Forms of Child Labor:', 'Moderate Advancement'));
    expect(goods('Cocoa Child Labor Icon Forced Labor Icon\nGold Child Labor Icon\n')).toEqual(['Cocoa C F', 'Gold C']);
    expect(goods('Cocoa icon\nCocoa\nChild Labor Icon\nBricks, clay\nForced Labor Icon\n')).toEqual(['Cocoa C', 'Bricks, clay F']);
    expect(goods('Brazil Nuts/Chestnuts\nBrazil Nuts/Chestnuts\nForced Child Labor Icon\n')).toEqual(['Brazil Nuts/Chestnuts C F']);
    expect(goods('Cocoa\nCocoa\nGold\nGold\n')).toEqual(['Cocoa', 'Gold']);
  });
});

describe('a report page saved from the browser', () => {
  const good = (name: string, ...marks: string[]) => `<div class="good"><img src="g.png" alt="${name}"><p>${name}</p>${marks.map((mark) => `<img src="m.png" alt="${mark} Icon">`).join('')}</div>`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Child Labor and Forced Labor Reports | Department</title><script>track()</script></head><body><header><nav><a>Agencies</a></nav></header>
    <main><h1>Child Labor and Forced Labor Reports</h1><h2>Ghana</h2>${good('Cocoa', 'Child Labor', 'Forced Labor')}${good('Gold', 'Child Labor')}
    <h3>Ghana<br>2019 Findings on the Worst Forms of Child Labor:</h3><p><b>Moderate Advancement</b></p><p>${assessment}</p><p>Another paragraph.</p>
    <p>Want this report plus over a thousand pages of research in the palm of your hand? <a href="/app">Download ILAB's Sweat &amp; Toil App today!</a></p></main><footer>Contact us</footer></body></html>`;

  it('gives the same as the copied text', () => {
    const { parsed, recognition } = read(parseHtml(html));
    expect(recognition).toMatchObject({ kind: 'ilab-page', country: { iso3: 'GHA' }, year: 2019, level: { level: 'moderate', qualifier: null } });
    expect(recognition.goods.map(({ name, childLabor, forcedLabor }) => [name, childLabor, forcedLabor])).toEqual([['Cocoa', true, true], ['Gold', true, false]]);
    expect(parsed.blocks.filter(({ role }) => role === 'assessment')).toHaveLength(2);
    expect(parsed.leftOut.map(({ reason }) => reason)).toContain('advertisement on the page');
    expect(unsoundness(parsed)).toEqual([]);
  });
});

describe('a page that prints the whole report', () => {
  it('keeps its goods and level, and gives the tables and actions of the report', () => {
    const table = (caption: string, ...rows: string[][]) => `<table><caption>${caption}</caption>${rows.map((row, i) => `<tr>${row.map((cell) => (i === 0 ? `<th>${cell}` : `<td>${cell}`)).join('')}`).join('')}</table>`;
    const { parsed, recognition } = read(
      parseHtml(`<main><h1>Child Labor and Forced Labor Reports</h1><h2>Ghana</h2><div><p>Gold</p><img alt="Child Labor Icon"></div><h3>Ghana</h3><h3>2019 Findings on the Worst Forms of Child Labor:</h3><p>Moderate Advancement</p><p>${assessment}</p>
        <h3>I. Prevalence and Sectoral Distribution of Child Labor</h3><p>Children work.</p>
        <h3>III. Enforcement of Laws on Child Labor</h3>${table('Table 6. Labor Law Enforcement Efforts Related to Child Labor', ['Overview of Labor Law Enforcement', '2018', '2019'], ['Number of Labor Inspectors', '60', '72'])}
        <h3>VII. Suggested Government Actions to Eliminate Child Labor</h3>${table('Table 11. Suggested Government Actions to Eliminate Child Labor', ['Area', 'Suggested Action', 'Year(s) Suggested'], ['Enforcement', 'Train the inspectors.', '2017 – 2019'])}</main>`),
    );
    expect(recognition).toMatchObject({ kind: 'ilab-page', country: { iso3: 'GHA' }, level: { level: 'moderate' }, goods: [{ name: 'Gold', childLabor: true, forcedLabor: false }] });
    expect(recognition.actions).toMatchObject([{ area: 'Enforcement', text: 'Train the inspectors.', firstYear: 2017, lastYear: 2019 }]);
    expect(recognition.observations.filter(({ indicator }) => indicator === 'enforcement.labor_inspectors').map(({ year, value, start, end }) => [year, value, parsed.text.slice(start ?? 0, end ?? 0)])).toEqual([
      [2018, 60, '60'],
      [2019, 72, '72'],
    ]);
    expect(recognition.sections.map(({ role }) => role)).toEqual(['assessment', 'prevalence', 'enforcement', 'suggested-actions']);
  });
});

describe('the lists of a page that prints the whole report', () => {
  const rows = (...cells: string[][]) => `<table>${cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
  const report = (heading: (text: string) => string) =>
    read(
      parseHtml(`<main><h1>Child Labor and Forced Labor Reports</h1><h2>Ghana</h2><h3>Ghana</h3><h3>2019 Findings on the Worst Forms of Child Labor:</h3><p>Moderate Advancement</p><p>${assessment}</p>
        ${heading('I. Prevalence and Sectoral Distribution of Child Labor')}<p>Children carry baskets. (1) Table 1 provides key indicators.</p>
        <p>Table 1. Statistics on Children’s Work and Education</p>${rows(['Working children, ages 5 to 14 (% and population):', '25.1 (3,157,442)'], ['School attendance, ages 5 to 14 (%):', '74.1'])}
        <p>Table 2. Overview of Children’s Work by Sector and Activity</p>${rows(['Sector/Industry', 'Activity'], ['Agriculture', 'Carrying baskets† (1)'], ['Categorical Worst Forms of Child Labor‡', 'Forced begging (2)'])}<p>† Determined by national law or regulation as hazardous.</p>
        ${heading('II. Legal Framework for Child Labor')}<p>Table 4. Laws and Regulations on Child Labor</p>${rows(['Standard', 'Meets International Standards', 'Age', 'Legislation'], ['Minimum Age for Work', 'Yes', '15', 'Section 5 of the Basket Act (2)'])}
        ${heading('V. Government Policies on Child Labor')}<p>Table 9. Key Policies Related to Child Labor</p>${rows(['Policy', 'Description'], ['Basket Plan (2018–2022)†', 'Wants fewer baskets. (2)'])}<p>† Policy was approved during the reporting period.</p>
        ${heading('References')}<ol><li>A book about baskets. Accra; 2014.</li><li>A count of schools. Accra; 2016.</li></ol></main>`),
    );

  it('are those of the printed report, although its captions are paragraphs', () => {
    const { parsed, recognition } = report((text) => `<h3>${text}</h3>`);
    expect(recognition.activities.map(({ sector, activity, hazardous, categorical }) => [sector, activity, hazardous, categorical])).toEqual([
      ['Agriculture', 'Carrying baskets', true, false],
      ['Categorical Worst Forms of Child Labor', 'Forced begging', false, true],
    ]);
    expect(recognition.institutions).toMatchObject([{ kind: 'policy', name: 'Basket Plan', firstYear: 2018, lastYear: 2022, remarks: [{ kind: 'started', year: 2019 }] }]);
    expect(recognition.legalBases).toMatchObject([{ standard: 'legal_standards.minimum_age_work', laws: [{ provision: 'Section 5', law: 'Basket Act' }] }]);
    expect(recognition.observations.find(({ indicator }) => indicator === 'statistics.working_percent')).toMatchObject({ value: 25.1, status: 'value' });
    expect(recognition.references.map(({ number, text }) => [number, text])).toEqual([[1, 'A book about baskets. Accra; 2014.'], [2, 'A count of schools. Accra; 2016.']]);
    expect(recognition.citations.map(({ claimStart, claimEnd, references }) => [parsed.text.slice(claimStart, claimEnd), references])).toContainEqual(['Children carry baskets.', [1]]);
  });

  it('are there when a copy has lost the headings', () => {
    const { recognition } = report(() => '');
    expect(recognition.activities).toHaveLength(2);
    expect(recognition.institutions).toHaveLength(1);
    expect(recognition.legalBases).toHaveLength(1);
    expect(recognition.sections.find(({ role }) => role === 'assessment')?.end).toBeLessThan(1000);
  });
});

describe('what is no report page', () => {
  it.each(['', 'Child Labor and Forced Labor Reports', 'A report says: minimal advancement.', 'Minimal Advancement\n\nChild Labor Icon', 'Words. '.repeat(5_000)])('is not taken for one', (text) => {
    expect(ilabPageRecogniser.accepts({ name: 'a', parsed: parseText(text) })).toBe(0);
  });

  it('is still read without failing when it is asked for', () => {
    for (const text of ['', 'Ghana', ghana.slice(0, 60), ghana.slice(200), 'Child Labor Icon\n'.repeat(2_000), 'Ghana\n'.repeat(5_000), '2019 Findings on the Worst Forms of Child Labor: '.repeat(500), 'ガーナ\n\n子ども\n\nChild Labor Icon']) {
      const before = performance.now();
      const { parsed } = ilabPageRecogniser.recognise({ name: 'a', parsed: parseText(text) });
      expect(unsoundness(parsed)).toEqual([]);
      expect(performance.now() - before).toBeLessThan(patience);
    }
  });

  it('keeps every word of the page somewhere', () => {
    const words = (text: string) => text.split(/\s+/).filter(Boolean).sort();
    const { parsed } = ilabPageRecogniser.recognise({ name: 'a', parsed: parseText(ghana) });
    expect(words([parsed.text, ...parsed.leftOut.map(({ text }) => text)].join(' '))).toEqual(words(ghana));
  });

  it('has levels that are lines of their own', () => {
    expect(statedLevel('No Assessment')).toMatchObject({ level: 'no-assessment', qualifier: null });
    expect(statedLevel('Minimal advancement was made in the year.')).toBeNull();
    expect(statedLevel('constructor advancement')).toBeNull();
  });
});

it.skipIf(!sharedPresent)('recognises the seed page (needs ../shared)', async () => {
  const { parsed, recognition } = read(await textImporter.parse({ name: 'page.txt', bytes: sharedBytes('seeds', '000_db158117b0dbbf34.txt') }));
  expect(recognition).toMatchObject({
    kind: 'ilab-page',
    country: { iso3: 'KAZ', name: 'Kazakhstan' },
    year: 2021,
    level: { level: 'minimal', qualifier: 'Efforts Made but Regression in Law that Delayed Advancement' },
    goods: [{ name: 'Cotton', childLabor: true, forcedLabor: true }],
  });
  expect(parsed.blocks.filter(({ role }) => role === 'assessment')).toHaveLength(1);
  expect(passages(parsed).some((text) => text.includes('App today'))).toBe(false);
  expect(parsed.leftOut.map(({ reason }) => reason).sort()).toEqual(['advertisement on the page', 'alternative text of a picture']);
});

type TruthRecord = {
  iso3: string;
  country: string;
  xml_name: string;
  report_year: number;
  description: string;
  advancement_level: { full: string; level: string; qualifier: string | null };
  goods: { name: string; child_labor: boolean; forced_labor: boolean }[];
};

it.skipIf(!sharedPresent)('reads the pages of six countries and eight years as the official data has them (needs ../shared)', () => {
  const { records } = JSON.parse(new TextDecoder().decode(sharedBytes('corpus', 'ilab', 'truth.json'))) as { records: TruthRecord[] };
  expect(records.length).toBeGreaterThan(40);
  for (const { iso3, xml_name: name, report_year: year, description, advancement_level: stated, goods } of records) {
    const lines = goods.map((good) => `${good.name}\n${good.name}\n${good.child_labor ? 'Child Labor Icon\n' : ''}${good.forced_labor ? 'Forced Labor Icon\n' : ''}`).join('');
    const { recognition } = read(parseText(page(name, lines, `${year} Findings on the Worst Forms of Child Labor:`, stated.full, description)));
    expect(recognition).toMatchObject({ kind: 'ilab-page', country: { iso3 }, year, level: { level: stated.level.toLowerCase(), qualifier: stated.qualifier } });
    expect(recognition.goods.map((good) => [good.name, good.childLabor, good.forcedLabor])).toEqual(goods.map((good) => [good.name, good.child_labor, good.forced_labor]));
  }
});
