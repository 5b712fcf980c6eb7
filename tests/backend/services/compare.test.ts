import { describe, expect, it } from 'vitest';
import { refuseTooLong } from '../../../shared/backend/services/compare.ts';
import type { Comparison } from '../../../shared/core/comparison.ts';
import type { JobProgress } from '../../../shared/core/project.ts';
import { importTexts, openTestBackend } from '../../support/backend.ts';
import { patience } from '../../support/patience.ts';
import { syntheticEdit } from '../../support/synthetic-editions.ts';

const english = 'Inspectors visited forty harbours during the year.\n\nChildren mend nets on the southern coast.\n\nA council met in spring.\n';

async function prepared() {
  const backend = await openTestBackend();
  const edition = async (name: string, year: number | null, text: string, country = 'FJI') => {
    const [id = ''] = await importTexts(backend, { [name]: text });
    await backend.call('documents.update', { ids: [id], changes: { country, year } });
    return id;
  };
  return { backend, edition };
}

const classes = ({ rows }: Comparison) => rows.map((row) => row.steps.map((step) => step?.class ?? null));
/** Every passage of a column stands in one row. */
const cells = ({ rows }: Comparison, column: number) => rows.filter((row) => row.cells[column]).length;

describe('a comparison', () => {
  it('of one edition, of the same one twice, or of a removed one says what to do', async () => {
    const { backend, edition } = await prepared();
    const one = await edition('notes 2020.txt', 2020, english);
    await expect(backend.call('compare.run', { documentIds: [one] })).rejects.toThrow('at least two documents');
    await expect(backend.call('compare.run', { documentIds: [one, one] })).rejects.toThrow('at least two documents');
    await expect(backend.call('compare.run', { country: 'FJI' })).rejects.toThrow('at least two documents');
    await expect(backend.call('compare.run', { documentIds: [one, 'nowhere'] })).rejects.toThrow('not in the project');
    await expect(backend.call('compare.run', {})).rejects.toThrow('needs a country');
    const other = await edition('notes 2021.txt', 2021, `${english}\nA register was opened.\n`);
    expect((await backend.call('compare.run', { documentIds: [one, other, one] })).columns.map(({ documentId }) => documentId)).toEqual([one, other]);
  });

  it('of a year that is not there names those that are', async () => {
    const { backend, edition } = await prepared();
    await edition('notes 2019.txt', 2019, english);
    await edition('notes 2021.txt', 2021, `${english}\nA register was opened.\n`);
    await expect(backend.call('compare.run', { country: 'FJI', years: [2019, 2020] })).rejects.toThrow(/for 2020/);
    expect((await backend.call('compare.run', { country: 'FJI' })).columns.map(({ year }) => year)).toEqual([2019, 2021]);
  });

  it('of two documents of one year, and of two countries, stands', async () => {
    const { backend, edition } = await prepared();
    const one = await edition('notes a.txt', 2020, english);
    const other = await edition('notes b.txt', 2020, english.replace('forty', 'sixty'));
    const abroad = await edition('notes c.txt', 2021, english.replace('forty', 'ninety'), 'TON');
    expect((await backend.call('compare.run', { documentIds: [one, other] })).counts).toMatchObject({ reworded: 1, same: 2 });
    const mixed = await backend.call('compare.run', { documentIds: [other, abroad] });
    expect([mixed.country, mixed.counts.reworded]).toEqual([null, 1]);
  });

  it('of two languages, of no common section, and of a book against a line keeps every passage of both', async () => {
    const { backend, edition } = await prepared();
    const one = await edition('notes en.txt', 2019, english);
    const french = await edition('notes fr.txt', 2020, 'Les inspecteurs ont visité quarante ports.\n\nDes enfants réparent des filets.\n');
    const line = await edition('line.txt', 2021, 'Nothing was said.\n');
    const book = await edition('book.txt', 2022, Array.from({ length: 3000 }, (_, index) => `On page ${index} the council wrote of ${index * 7} boats and ${index + 3} nets.`).join('\n\n'));
    const languages = await backend.call('compare.run', { documentIds: [one, french] });
    expect([cells(languages, 0), cells(languages, 1), languages.counts.new, languages.counts.gone]).toEqual([3, 2, 2, 3]);
    const thick = await backend.call('compare.run', { documentIds: [line, book] });
    expect([cells(thick, 0), cells(thick, 1)]).toEqual([1, 3000]);
  });

  it('of a country that changed its name has a changed title and not a changed report', async () => {
    const { backend, edition } = await prepared();
    const page = (name: string) => `<!doctype html><title>${name}</title><h1>${name}</h1><h2>I. Work</h2><p>Children mend nets on the southern coast.</p><h2>II. Law</h2><p>The minimum age for work is 16.</p>`;
    const one = await edition('a.html', 2018, page('Old Island'));
    const other = await edition('b.html', 2019, page('Republic of the New Island'));
    expect(classes(await backend.call('compare.run', { documentIds: [one, other] })).flat().filter((each) => each === 'same')).toHaveLength(4);
  });

  it('follows a document that was replaced after it was compared, and its undo', async () => {
    const { backend, edition } = await prepared();
    const one = await edition('notes 2020.txt', 2020, english);
    const other = await edition('notes 2021.txt', 2021, english.replace('forty', 'sixty'));
    const run = async () => (await backend.call('compare.run', { documentIds: [one, other] })).counts;
    const before = await run();
    const { token } = await backend.call('versions.prepare', { documentId: other, file: { name: 'notes 2021.txt', bytes: new TextEncoder().encode('Something else altogether was printed.\n') } });
    await backend.call('versions.apply', { token });
    expect(await run()).toMatchObject({ gone: 3, new: 1, same: 0 });
    await backend.call('history.undo', {});
    expect(await run()).toEqual(before);
  });

  it('of two long documents leaves the application free to answer', async () => {
    const { backend, edition } = await prepared();
    const { older, newer } = syntheticEdit(7, 4000);
    const one = await edition('long 2020.txt', 2020, older.text.replaceAll('\n', '\n\n'));
    const other = await edition('long 2021.txt', 2021, newer.text.replaceAll('\n', '\n\n'));
    let isDone = false;
    const running = backend.call('compare.run', { documentIds: [one, other] }).then((comparison) => {
      isDone = true;
      return comparison;
    });
    await backend.call('documents.list', {});
    expect(isDone).toBe(false);
    expect((await running).rows.length).toBeGreaterThan(3000);
  });

  it('of two editions without a common section finds what stayed, under the section in which it stands now', async () => {
    const { backend, edition } = await prepared();
    const page = (section: string, ...sentences: string[]) => `<!doctype html><title>Note</title><h1>Note on harbours</h1><h2>${section}</h2>${sentences.map((each) => `<p>${each}</p>`).join('')}`;
    const kept = 'Children mend nets on the southern coast all through the winter.';
    const one = await edition('a.html', 2019, page('I. Boats', kept, 'The council counted forty boats in the old harbour.'));
    const other = await edition('b.html', 2020, page('IX. Weather', 'It rained on every second day of the month of June.', kept));
    const { rows, counts } = await backend.call('compare.run', { documentIds: [one, other] });
    const row = rows.find(({ cells }) => cells[0]?.text === kept);
    expect([row?.cells[1]?.text, row?.steps[0]?.class, row?.section]).toEqual([kept, 'same', 'IX. Weather']);
    // A sentence and its heading each.
    expect(counts).toMatchObject({ same: 2, new: 2, gone: 2 });
  });

  it('is stopped when it takes long, says so, and can be begun again', async () => {
    const { backend, edition } = await prepared();
    const { older, newer } = syntheticEdit(11, 9000);
    const one = await edition('long 2020.txt', 2020, older.text.replaceAll('\n', '\n\n'));
    const other = await edition('long 2021.txt', 2021, newer.text.replaceAll('\n', '\n\n'));
    const told: JobProgress[] = [];
    backend.subscribe((event) => {
      if (event.type !== 'progress' || event.job.compares === undefined) return;
      told.push(event.job);
      if (told.length === 1) void backend.call('jobs.cancel', { id: event.job.id });
    });
    await expect(backend.call('compare.run', { documentIds: [one, other] })).rejects.toThrow('The comparison was stopped. Nothing was changed.');
    expect(told.map(({ state }) => state)).toEqual(['running', 'cancelled']);
    expect(told[0]).toMatchObject({ label: 'Comparing 2020, 2021', compares: [one, other] });
    expect((await backend.call('jobs.list', {})).length).toBe(0);
    const again = await backend.call('compare.run', { documentIds: [one, other] });
    expect(cells(again, 0)).toBeGreaterThan(8000);
    expect(told.at(-1)).toMatchObject({ state: 'done' });
    // The job of a comparison that has ended cannot be stopped; what was compared stays.
    await backend.call('jobs.cancel', { id: told.at(-1)?.id ?? '' }).catch(() => undefined);
    expect((await backend.call('compare.run', { documentIds: [one, other] })).counts).toEqual(again.counts);
  }, patience * 2);

  it('of more than can be compared at once is refused with a sentence', () => {
    expect(() => refuseTooLong([7_000_000, 8_000_000])).not.toThrow();
    expect(() => refuseTooLong([9_000_000, 8_000_000])).toThrow('These documents have 17 million characters together; up to 15 million can be compared at once.');
  });
});
