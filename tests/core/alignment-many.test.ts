// Following sentences over several editions, and putting different kinds of document side by side. All sentences are ours.

import { describe, expect, it } from 'vitest';
import { alignDifferent, alignEditions, alignMany, lineage, type EditionRow, type EditionText } from '../../shared/core/alignment.ts';
import { editionOf, textOf } from '../support/editions.ts';

const ferry = 'The ferry to the outer islands runs twice a week in summer.';
const school = 'The school at the harbour teaches forty children of fishing families.';
const fine = 'Owners of unlicensed boats pay a fine of 200 crowns to the district.';
const storm = 'A storm destroyed the breakwater and most of the drying racks.';

function rowsOf(...years: string[]) {
  const editions = years.map((text, index) => editionOf(text, String(2014 + index)));
  const rows = alignMany(editions);
  const find = (words: string) => {
    const found = rows.find((row) => row.cells.some((cell, index) => cell !== null && textOf(editions[index] as EditionText, cell).includes(words)));
    if (!found) throw new Error(`no row with ${words}`);
    return found;
  };
  return { editions, rows, find, classesOf: (row: EditionRow) => row.steps.map((step) => step?.class ?? null) };
}

describe('over several editions', () => {
  it('a row follows a sentence from where it is first seen to where it is last seen', () => {
    const { find, classesOf } = rowsOf(ferry, `${ferry} ${fine}`, `${ferry} ${fine.replace('200', '350')}`, ferry);
    const row = find('unlicensed');
    expect(row).toMatchObject({ first: 1, last: 2, returned: [] });
    expect(row.cells.map((cell) => cell !== null)).toEqual([false, true, true, false]);
    expect(classesOf(row)).toEqual(['new', 'reworded', 'gone']);
    expect(row.steps[1]).toMatchObject({ numbersOnly: true, pairs: [{ nature: 'value' }] });
    expect(classesOf(find('ferry'))).toEqual(['same', 'same', 'same']);
  });

  it('a sentence that was gone and comes back stands in its old row', () => {
    const { rows, find } = rowsOf(`${ferry} ${storm}`, ferry, `${ferry} ${school}`, `${ferry} ${school} ${storm}`);
    expect(find('breakwater')).toMatchObject({ first: 0, last: 3, returned: [3] });
    expect(rows).toHaveLength(3);
  });

  it('a split sentence keeps one row with both parts', () => {
    const { find, editions, rows } = rowsOf(
      `${ferry}\nThe navy closed the harbour for repairs, and the ministry opened a shelter for young fishers.`,
      `${ferry}\nThe navy closed the harbour for repairs. The ministry also opened a shelter for young fishers.`,
    );
    const row = find('navy');
    expect(rows).toHaveLength(2);
    expect(row.steps[0]).toMatchObject({ class: 'split' });
    expect(textOf(editions[1] as EditionText, row.cells[1] ?? [])).toBe('The navy closed the harbour for repairs. ¦ The ministry also opened a shelter for young fishers.');
  });

  it('rows come in reading order of the newest, and what is gone where it stood', () => {
    const { rows, editions } = rowsOf(`${ferry}\n${storm}\n${school}`, `${ferry}\n${school}\n${fine}`, `${fine}\n${ferry}\n${school}`);
    const words = rows.map((row) => {
      const index = row.cells.findLastIndex((cell) => cell !== null);
      return textOf(editions[index] as EditionText, row.cells[index] ?? []).split(' ').slice(0, 2).join(' ');
    });
    expect(words).toEqual(['Owners of', 'The ferry', 'A storm', 'The school']);
  });

  it('names the section of the newest edition that has the sentence', () => {
    const { find } = rowsOf(`# II. LAW ON BOATS\n${fine}`, `# II. Boats and the law\n${fine}`);
    expect(find('unlicensed').section).toMatchObject({ role: 'legal', title: 'II. Boats and the law' });
  });

  it('alignments corrected by hand are chained in the same way', () => {
    const older = editionOf(ferry);
    const newer = editionOf('Boats leave for the reef on Mondays.');
    const alignment = alignEditions(older, newer);
    const [gone, added] = [alignment.pairs.find((pair) => pair.class === 'gone'), alignment.pairs.find((pair) => pair.class === 'new')];
    if (!gone || !added) throw new Error('expected unlike sentences');
    const paired = { ...added, class: 'reworded' as const, confidence: 1, older: gone.older };
    const rows = lineage([{ ...alignment, pairs: [paired] }]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ first: 0, last: 1, steps: [{ class: 'reworded', confidence: 1 }] });
  });
});

describe('documents of different kinds', () => {
  const cable = editionOf(
    `Post met the harbour master about pearl divers who are under age.
     The ambassador asked the ministry of fisheries for lifeboats.
     Wheat prices rose again in the capital.`,
    'cable',
  );
  const report = editionOf(
    `# I. WORK
     Pearl divers under age were seen on eleven boats.
     # III. ENFORCEMENT
     Inspectors have no lifeboats and rarely visit the outer reef.
     The ministry of fisheries bought two lifeboats for inspectors.
     # References
     Harbour master. Interview on pearl divers.`,
    'report',
  );
  const groups = alignDifferent(cable, report);
  const about = (words: string) => groups.find((group) => textOf(cable, group.older).includes(words) || textOf(report, group.newer).includes(words));

  it('passages that speak of the same things stand together, with the words that say so', () => {
    const group = about('harbour master about');
    expect(textOf(report, group?.newer ?? [])).toContain('eleven boats');
    expect(group?.section).toMatchObject({ role: 'prevalence' });
    expect(group?.terms.map((term) => term.toLowerCase())).toEqual(expect.arrayContaining(['pearl', 'divers']));
    expect(textOf(report, about('ambassador')?.newer ?? [])).toContain('lifeboats');
  });

  it('what the other document does not speak of stands alone, in place', () => {
    expect(about('Wheat')).toMatchObject({ newer: [], terms: [], similarity: 0 });
  });

  it('every passage is in exactly one group, and headings and references in none', () => {
    expect(groups.flatMap((group) => group.older)).toHaveLength(3);
    expect(groups.flatMap((group) => group.newer)).toHaveLength(3);
    expect(about('Interview')).toBeUndefined();
  });
});
