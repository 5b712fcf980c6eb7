import { describe, expect, it } from 'vitest';
import { importTexts, openTestBackend, placeOf } from '../../support/backend.ts';

const reports = {
  '2020.html': '<title>Uzbekistan: note 2020</title><h1>Uzbekistan: note 2020</h1><h2>Enforcement</h2><p>There were 400 inspectors. They visited farms in every region of the country.</p><p>Nobody was fined for child labor in that year.</p>',
  '2021.html': '<title>Uzbekistan: note 2021</title><h1>Uzbekistan: note 2021</h1><h2>Enforcement</h2><p>There were 344 inspectors. They visited farms in every region of the country.</p><p>A hotline for complaints was opened in the spring.</p>',
};

async function prepared() {
  const backend = await openTestBackend();
  const [older = '', newer = ''] = await importTexts(backend, reports);
  await backend.call('documents.update', { ids: [older], changes: { country: 'UZB', year: 2020 } });
  await backend.call('documents.update', { ids: [newer], changes: { country: 'UZB', year: 2021 } });
  const annotation = await backend.call('annotations.create', await placeOf(backend, newer, 'There were 344 inspectors.'));
  const finding = await backend.call('findings.create', { claim: 'There are fewer inspectors.', annotationIds: [annotation.id], confidence: 'high' });
  const brief = await backend.call('briefs.create', { title: 'Fewer inspectors' });
  const add = (kind: 'heading' | 'text' | 'quote' | 'finding' | 'comparison' | 'sources', more: object = {}) => backend.call('briefs.addBlock', { briefId: brief.id, kind, ...more });
  return { backend, brief, annotation, finding, newer, add };
}

describe('a comparison of two notes', () => {
  it('pairs the reworded sentence with its numbers, and names what is new and gone', async () => {
    const { backend } = await prepared();
    const { rows, counts, columns } = await backend.call('compare.run', { country: 'UZB' });
    expect(columns.map((column) => column.year)).toEqual([2020, 2021]);
    const words = rows.map((row) => [row.steps[0]?.class, row.cells[0]?.text ?? null, row.cells[1]?.text ?? null]);
    expect(words).toContainEqual(['reworded', 'There were 400 inspectors.', 'There were 344 inspectors.']);
    expect(words).toContainEqual(['same', 'They visited farms in every region of the country.', 'They visited farms in every region of the country.']);
    expect(words).toContainEqual(['new', null, 'A hotline for complaints was opened in the spring.']);
    expect(words).toContainEqual(['gone', 'Nobody was fined for child labor in that year.', null]);
    expect(counts).toMatchObject({ new: 1, gone: 1 });
    const numbers = rows.find((row) => row.cells[0]?.text === 'There were 400 inspectors.')?.steps[0];
    expect(numbers?.numbersOnly).toBe(true);
    expect(numbers?.parts.filter((part) => part.emphasis === 'number').map((part) => [part.kind, part.text.trim()])).toEqual([['removed', '400'], ['added', '344']]);
  });

  it('of one document, or of a year that is not there, is refused with what there is', async () => {
    const { backend, newer } = await prepared();
    await expect(backend.call('compare.run', { documentIds: [newer] })).rejects.toThrow('at least two documents');
    await expect(backend.call('compare.run', { country: 'UZB', years: [2019, 2021] })).rejects.toThrow('no document of UZB for 2019');
    await expect(backend.call('compare.run', { country: 'KAZ' })).rejects.toThrow('no document of KAZ');
  });
});

describe('a brief', () => {
  it('keeps its blocks in order through adding between, moving and removing, and undo', async () => {
    const { backend, brief, add } = await prepared();
    const first = await add('heading', { text: 'First', level: 1 });
    await add('text', { text: 'Third' });
    await add('text', { text: 'Second', position: 1 });
    const order = async () => (await backend.call('briefs.get', { id: brief.id })).blocks.map((block) => [block.position, block.text]);
    expect(await order()).toEqual([[0, 'First'], [1, 'Second'], [2, 'Third']]);
    await backend.call('briefs.moveBlock', { id: first.id, position: 2 });
    expect(await order()).toEqual([[0, 'Second'], [1, 'Third'], [2, 'First']]);
    await backend.call('briefs.removeBlock', { ids: [first.id] });
    await backend.call('history.undo', {});
    await backend.call('history.undo', {});
    expect(await order()).toEqual([[0, 'First'], [1, 'Second'], [2, 'Third']]);
  });

  it('leads every sentence back to its place, in every format', async () => {
    const { backend, brief, annotation, finding, add } = await prepared();
    await add('text', { text: `The number fell [@annotation:${annotation.id}].` });
    await add('finding', { findingId: finding.id });
    await add('comparison', { comparison: { country: 'UZB', years: [2020, 2021] }, text: 'Two years' });
    await add('sources');
    const preview = await backend.call('briefs.preview', { id: brief.id });
    expect(preview.html).toContain('There are fewer inspectors.');
    expect(preview.html).toContain('Uzbekistan: note 2021');
    expect(preview.html).not.toContain('<script');
    for (const format of ['html', 'markdown', 'docx'] as const) {
      const file = await backend.call('briefs.export', { id: brief.id, format });
      expect(file.bytes.length).toBeGreaterThan(500);
      expect(file.fileName).toMatch(/^Fewer inspectors.*\.(html|md|docx)$/);
    }
    const markdown = new TextDecoder().decode((await backend.call('briefs.export', { id: brief.id, format: 'markdown' })).bytes);
    expect(markdown).toContain('There were 344 inspectors.');
  });

  it('says when a passage it quotes is gone, and loses no block', async () => {
    const { backend, brief, annotation, add } = await prepared();
    await add('quote', { annotationId: annotation.id, text: 'A remark' });
    expect((await backend.call('briefs.preview', { id: brief.id })).problems).toEqual([]);
    await backend.call('annotations.remove', { ids: [annotation.id] });
    const { problems } = await backend.call('briefs.preview', { id: brief.id });
    expect(problems.length).toBeGreaterThan(0);
    expect((await backend.call('briefs.get', { id: brief.id })).blocks).toHaveLength(1);
    await backend.call('history.undo', {});
    expect((await backend.call('briefs.preview', { id: brief.id })).problems).toEqual([]);
  });
});
