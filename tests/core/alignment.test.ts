// What an analyst is told about two editions: each test is one promise. All sentences are ours.

import { describe, expect, it } from 'vitest';
import { alignEditions, type AlignedPair, type EditionText } from '../../shared/core/alignment.ts';
import { editionOf, textOf } from '../support/editions.ts';

function compare(before: string, after: string) {
  const older = editionOf(before, 'older');
  const newer = editionOf(after, 'newer');
  const { pairs, counts } = alignEditions(older, newer);
  const find = (words: string) => pairs.find((pair) => textOf(newer, pair.newer).includes(words) || textOf(older, pair.older).includes(words));
  return { older, newer, pairs, counts, find, classes: pairs.map((pair) => pair.class) };
}

/** One sentence against another, in the company of two that stay. */
function sentence(before: string, after: string): AlignedPair {
  const around = (text: string) => `# II. Law\nThe harbour authority keeps a register of fishing boats.\n${text}\nBoat owners renew their licence in spring.`;
  const { pairs } = compare(around(before), around(after));
  const pair = pairs[2];
  if (!pair) throw new Error('no pair');
  return pair;
}

function shown(pair: AlignedPair): string {
  return pair.differences.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('');
}

describe('what is never a change', () => {
  it.each([
    ['footnote numbers', 'The council met twice.(1-3)', 'The council met twice. (4,17)'],
    ['footnote numbers inside a sentence', 'Boys,(3) girls, and adults work there.', 'Boys, girls,(14; 15) and adults work there.'],
    ['brackets and raised numbers', 'The council met twice.[12]', 'The council met twice.¹²'],
    ['footnote signs', 'Fishing† is common.', 'Fishing‡ is common*.'],
    ['dashes', 'The plan for 2016–2018 ended.', 'The plan for 2016 -- 2018 ended.'],
    ['quotation marks', 'The "Safe Boats" plan ended.', 'The “Safe Boats” plan ended.'],
    ['apostrophes', "The children's fund closed.", 'The children’s fund closed.'],
    ['hyphens at line ends', 'The anti-trafficking unit implemented it.', 'The anti-traf-ficking unit imple-mented it.'],
    ['lost spaces', 'In 2019,the ministry published data.', 'In 2019, the ministry published data.'],
    ['no-break and doubled spaces', 'The ministry published  data.', 'The\u00a0ministry published data.'],
    ['damaged case', 'MiniMal Advancement In fiShing.', 'Minimal advancement in fishing.'],
    ['ligatures and soft hyphens', 'The o\ufb03ce \u00adclosed.', 'The office closed.'],
    ['thousands separators', 'There were 12,400 boats.', 'There were 12400 boats.'],
  ])('%s', (_, before, after) => {
    const pair = sentence(before, after);
    expect(pair).toMatchObject({ class: 'same', confidence: 1, differences: [], marks: [], nature: null });
  });

  it('a sentence boundary lost with its space', () => {
    const { counts } = compare('The unit found two boats. It fined both owners.', 'The unit found two boats.It fined both owners.');
    expect(counts).toMatchObject({ reworded: 0, joined: 0, new: 0, gone: 0 });
  });

  it('the references, which are left out', () => {
    const { pairs } = compare('Boats are old.\n# References\nHarbour Office. Letter, May 2014.', 'Boats are old.\n# References\nHarbour Office. Letter, June 2015.');
    expect(pairs).toHaveLength(1);
  });

  it('a table that floats behind a paragraph', () => {
    const table = 'Table 3. Boats in port\nTrawler | 3\nDinghy | 9';
    const text = 'The port has two piers. One pier is closed.';
    expect(compare(`${table}\n${text}`, `${text}\n${table}`).counts.moved).toBe(0);
  });
});

describe('what is a change', () => {
  it.each([
    ['a number', 'The inspectorate employed 189 inspectors.', 'The inspectorate employed 969 inspectors.', { numbersOnly: true, marks: ['number'], nature: 'value' }],
    ['a legal paragraph in brackets', 'Article 26.1(2) of the Labor Code forbids it.', 'Article 26.1(3) of the Labor Code forbids it.', { marks: ['number'], nature: 'value' }],
    ['ages in brackets', 'Girls (15-17) work in kitchens.', 'Girls (14-17) work in kitchens.', { marks: ['number'] }],
    ['a sign before a number', 'Catches changed by -5 percent in the bay.', 'Catches changed by 5 percent in the bay.', { numbersOnly: true }],
    ['a year', 'In 2019, the council met twice.', 'In 2020, the council met twice.', { numbersOnly: true, marks: ['date'], nature: 'value' }],
    ['a month', 'The council met on May 3 in the port.', 'The council met on June 3 in the port.', { marks: ['date'], nature: 'value' }],
    ['a negation', 'The law covers children working on family boats.', 'The law does not cover children working on family boats.', { marks: ['negation'], nature: 'weakened' }],
    ['a modal', 'Inspectors must visit every boat in the port.', 'Inspectors may visit every boat in the port.', { marks: ['modal'], nature: 'weakened' }],
    ['a degree', 'The island made minimal advancement in ending the practice.', 'The island made moderate advancement in ending the practice.', { nature: 'strengthened' }],
    ['a status', 'The cabinet drafted the fishing policy for the north coast.', 'The cabinet adopted the fishing policy for the north coast.', { nature: 'status' }],
    ['something added', 'Children work in fishing.', 'Children work in fishing, shrimp peeling, and net mending on the coast.', { nature: 'added' }],
    ['something removed', 'Children work in fishing, shrimp peeling, and net mending.', 'Children work in fishing.', { nature: 'removed' }],
    ['inflection', 'The law protects a child working at sea.', 'The laws protect the children working at sea.', { nature: null }],
    ['a small word', 'However, the port has only one inspector for all boats.', 'The port has only one inspector for all boats.', { nature: 'cosmetic' }],
  ] as const)('%s', (_, before, after, expected) => {
    expect(sentence(before, after)).toMatchObject({ class: 'reworded', ...expected });
  });

  it('shows the words changed, with numbers and negations marked', () => {
    const pair = sentence('The inspectorate employed 189 inspectors.(3)', 'The inspectorate does not employ 969 inspectors.(7)');
    expect(shown(pair)).toBe('The inspectorate [-employed -][-189 -]{+does +}{+not +}{+employ +}{+969 +}inspectors.(7)');
    expect(pair.differences.filter(({ emphasis }) => emphasis !== null).map(({ text, emphasis }) => [text.trim(), emphasis])).toEqual([
      ['189', 'number'],
      ['not', 'negation'],
      ['969', 'number'],
    ]);
  });

  it('a substitution the editors made everywhere is cosmetic', () => {
    const topics = ['begging', 'smuggling', 'peddling', 'poaching'];
    const report = (verb: string) => topics.map((topic, index) => `Plan ${index} of the ${topic} bureau ${verb} ${topic} by minors.`).join('\n');
    const { pairs } = compare(report('combats'), report('addresses'));
    expect(pairs.map((pair) => pair.nature)).toEqual(['cosmetic', 'cosmetic', 'cosmetic', 'cosmetic']);
  });
});

describe('where a passage went', () => {
  const first = 'The coast guard owns three patrol boats.';
  const second = 'Inspectors need a warrant to board a vessel at night.';
  const third = 'School starts at the age of six on the islands.';
  const fourth = 'The fund pays for uniforms and books.';

  it('a moved sentence is moved, and only that one', () => {
    const { pairs, newer } = compare([first, second, third, fourth].join(' '), [second, third, first, fourth].join(' '));
    expect(pairs.map((pair) => pair.class)).toEqual(['same', 'same', 'moved', 'same']);
    expect(textOf(newer, pairs[2]?.newer ?? [])).toBe(first);
  });

  it('a sentence that changed its section has moved', () => {
    const { find } = compare(`# II. Law\n${first} ${second}\n# III. Enforcement\n${third}`, `# II. Law\n${first}\n# III. Enforcement\n${second} ${third}`);
    expect(find('warrant')?.class).toBe('moved');
    expect(find('School')?.class).toBe('same');
  });

  it('moved and reworded', () => {
    const { find } = compare([first, second, third, fourth].join('\n'), [second.replace('at night', 'after sunset'), third, fourth, first.replace('three', 'five')].join('\n'));
    expect(find('patrol')).toMatchObject({ class: 'moved-reworded', numbersOnly: true });
    expect(find('warrant')?.class).toBe('reworded');
  });

  it('sections match by role when title and number changed', () => {
    const { find } = compare(`# III. ENFORCEMENT OF LAWS ON HARMFUL WORK\n${first}\n# VII. SUGGESTED ACTIONS\n${third}`, `# III. Enforcement\n${first}\n# VII. What to do\n${third}`);
    expect(find('patrol')?.class).toBe('same');
    expect(find('School')).toMatchObject({ class: 'same', section: { role: 'suggested-actions', title: 'VII. What to do' } });
  });

  it('one sentence made into two is split, two made into one are joined', () => {
    const whole = 'The navy closed the harbour for repairs, and the ministry opened a shelter for young fishers.';
    const parts = 'The navy closed the harbour for repairs. The ministry also opened a shelter for young fishers.';
    const split = compare(`${first}\n${whole}\n${third}`, `${first}\n${parts}\n${third}`);
    expect(split.counts).toMatchObject({ same: 2, split: 1, new: 0, gone: 0 });
    expect(split.find('navy')).toMatchObject({ older: [expect.anything()], newer: [expect.anything(), expect.anything()] });
    const joined = compare(`${first}\n${parts}\n${third}`, `${first}\n${whole}\n${third}`);
    expect(joined.counts).toMatchObject({ same: 2, joined: 1, new: 0, gone: 0 });
  });

  it('what is gone stands where it stood', () => {
    const { classes, pairs, older } = compare([first, second, third, fourth].join('\n'), [first, third, fourth].join('\n'));
    expect(classes).toEqual(['same', 'gone', 'same', 'same']);
    expect(textOf(older, pairs[1]?.older ?? [])).toBe(second);
  });

  it('unlike sentences are new and gone, not reworded', () => {
    const { counts } = compare(`${first} ${second}`, `${third} ${fourth}`);
    expect(counts).toMatchObject({ new: 2, gone: 2, reworded: 0 });
  });

  it('of two candidates the better is taken, and each only once', () => {
    const { find, counts } = compare('The union trained 40 inspectors in the capital. The union trained 12 judges in the capital.', 'The union trained 15 judges in the capital. The union trained 44 inspectors in the capital city.');
    expect(find('15 judges')?.differences.map(({ text }) => text)).toContain('12 ');
    expect(counts.new + counts.gone).toBe(0);
  });
});

describe('tables and lists', () => {
  const table = (rows: string, number = 6) => `# III. Enforcement\nTable ${number}. Inspection of boats\n${rows}`;

  it('rows are found by their name whatever their values', () => {
    const { pairs } = compare(table('Inspectors | 12 | 14\nVisits | Unknown | 300\nFines | 3 | 4'), table('Inspectors | 14 | 20\nTraining | Yes | Yes\nVisits | 310 | Unknown\nFines | 4 | 11', 7));
    const rows = pairs.slice(2);
    expect(rows.map((pair) => pair.class)).toEqual(['reworded', 'new', 'reworded', 'reworded']);
    expect(rows[0]).toMatchObject({ numbersOnly: true, nature: 'value' });
    expect(shown(rows[0] as AlignedPair)).toBe('Inspectors\t[-12\t-]{+14\t+}[-14-]{+20+}');
  });

  it('a table renumbered is the same table', () => {
    const { counts } = compare(table('Inspectors | 12 | 14', 9), table('Inspectors | 12 | 14', 11));
    expect(counts).toMatchObject({ same: 2, reworded: 1, moved: 0, new: 0 });
  });

  it('rows of one name in two tables keep their table', () => {
    const both = (a: number, b: number) => `Table 1. Boats\nChecks | ${a}\nFines | 2\nTable 2. Trucks\nChecks | ${b}\nLicences | 9`;
    const { pairs } = compare(both(5, 7), both(7, 5));
    expect(pairs.map((pair) => pair.class)).toEqual(['same', 'reworded', 'same', 'same', 'reworded', 'same']);
  });

  it('a column of repeated areas names no rows', () => {
    const { find } = compare(
      'Table 9. Suggested actions\nLaw | Ban night work of minors on trawlers. | 2012 – 2014\nLaw | Publish the list of dangerous trades. | 2014',
      'Table 9. Suggested actions\nLaw | Publish the list of dangerous trades. | 2014 – 2015\nLaw | Raise the age of compulsory schooling. | 2015',
    );
    expect(find('dangerous trades')).toMatchObject({ numbersOnly: true });
    expect(find('Raise the age')?.class).toBe('new');
    expect(find('Ban night work')?.class).toBe('gone');
  });

  it('two captions alike in form are not one caption reworded', () => {
    const { counts } = compare('Table 1. Overview of boats by harbour and owner', 'Table 1. Overview of schools by district and owner');
    expect(counts.reworded).toBe(0);
  });

  it('list items are compared one by one', () => {
    const { counts } = compare('- Harvesting kelp\n- Mending nets\n- Diving for pearls', '- Harvesting kelp\n- Diving for pearls\n- Selling fish');
    expect(counts).toMatchObject({ same: 2, new: 1, gone: 1, moved: 0 });
  });
});

describe('the result', () => {
  it('redraws both editions from the differences', () => {
    const { older, newer, pairs } = compare(
      'The “old” port of the city had 3 piers.(1) It closed in 2014, when the storm came.',
      'The "old" port of this city has 4 piers, all new.(2, 3) It closed in June 2014 when a storm came.',
    );
    for (const pair of pairs.filter(({ differences }) => differences.length > 0)) expect(redrawn(pair, older, newer)).toEqual([textOf(older, pair.older), textOf(newer, pair.newer)]);
  });

  it('is the same every time', () => {
    const before = 'Boats are old. Nets are torn. Nets are new. Children mend nets. Children mend sails.';
    const after = 'Nets are torn. Children mend old nets. Boats are old. Nets are new. Girls mend sails.';
    expect(compare(before, after).pairs).toEqual(compare(before, after).pairs);
  });
});

function redrawn(pair: AlignedPair, older: EditionText, newer: EditionText): [string, string] {
  const cut = (text: string, ranges: ({ start: number; end: number } | null)[]) => ranges.map((range) => (range ? text.slice(range.start, range.end) : '')).join('');
  return [cut(older.text, pair.differences.map((difference) => difference.older)), cut(newer.text, pair.differences.map((difference) => difference.newer))];
}
