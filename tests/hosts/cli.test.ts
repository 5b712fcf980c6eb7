// The command line as a script uses it: exit codes, where sentences go, and the shapes of its JSON.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contract } from '../../shared/rpc/contract.ts';
import { temporaryFolder } from '../support/folder.ts';
import { root } from '../support/imports.ts';

/** The bundle when `npm test` has just built it, else the sources: the same program, which starts more slowly. */
const program = process.env['ANNALS_BUILT'] ? join(root, 'out', 'main', 'cli.js') : join(root, 'shared', 'hosts', 'cli.ts');

type Ended = { status: number | null; stdout: string; stderr: string; lines: () => Record<string, unknown>[] };

/** Runs `annals WORDS` in a folder of its own, with a workspace of its own. */
function annals(folder: string, words: string[], { input = '', environment = {} }: { input?: string; environment?: Record<string, string> } = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { PATH: process.env['PATH'], ANNALS_HOME: join(folder, 'workspace'), ...environment },
  });
  return { status, stdout, stderr, lines: () => stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>) };
}

const project = ['--project', 'test.annals'];

/** A folder with documents of our own words, one level deep, and a file that nobody means. */
function documents(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'papers', 'older'), { recursive: true });
  writeFileSync(join(folder, 'papers', 'visit.txt'), 'Inspectors visited twelve farms in Kazakhstan in 2021.\n\nTwo employers were fined.\n');
  writeFileSync(join(folder, 'papers', 'older', 'visit.md'), '# A visit in 2020\n\nInspectors visited nine farms. Nobody was fined.\n');
  writeFileSync(join(folder, 'papers', 'copy.txt'), 'Inspectors visited twelve farms in Kazakhstan in 2021.\n\nTwo employers were fined.\n');
  writeFileSync(join(folder, 'papers', '.hidden'), 'not meant');
  return folder;
}

describe('importing', () => {
  it('prints a ledger with a line a file, in columns and as JSON', () => {
    const folder = documents();
    const told = annals(folder, ['import', 'papers', ...project]);
    expect(told).toMatchObject({ status: 0, stderr: '' });
    expect(told.stdout).toMatch(/^file +status +reason\n/);
    expect(told.stdout).toMatch(/3 files: .*1 duplicate/);
    const { items, counts, runId } = annals(folder, ['import', 'papers/visit.txt', '--json', ...project]).lines()[0] ?? {};
    expect({ items, counts }).toMatchObject({ counts: { duplicate: 1 }, items: [{ fileName: 'visit.txt', status: 'duplicate', runId }] });
  });

  it('knows files by their folders below the given one', () => {
    const { items } = annals(documents(), ['import', 'papers', '--json', ...project]).lines()[0] as { items: { fileName: string }[] };
    expect(items.map(({ fileName }) => fileName).sort()).toEqual(['papers/copy.txt', 'papers/older/visit.md', 'papers/visit.txt']);
  });

  it('goes on when a path is not there, and ends with 1', () => {
    const told = annals(documents(), ['import', 'nothing.pdf', 'papers/visit.txt', '--json', ...project]);
    expect(told.status).toBe(1);
    expect(told.stderr).toBe('There is no file “nothing.pdf”.\nCheck the spelling; a path with spaces needs quotes.\n');
    expect(told.lines()[0]).toMatchObject({ counts: { ok: 1 } });
  });

  it('ends with 1 when a file fails, and the ledger says why', () => {
    const folder = documents();
    writeFileSync(join(folder, 'broken.pdf'), '%PDF-1.7 and nothing more');
    const told = annals(folder, ['import', 'broken.pdf', 'papers/visit.txt', '--json', ...project]);
    expect(told.status).toBe(1);
    expect(told.lines()[0]).toMatchObject({ counts: { ok: 1, failed: 1 }, items: expect.arrayContaining([expect.objectContaining({ fileName: 'broken.pdf', status: 'failed', reason: expect.stringMatching(/\.$/) as string })]) as unknown });
  });

  it('reads names with quotes, spaces, emoji and a leading dash', () => {
    const folder = temporaryFolder();
    for (const name of ["it's a \"note\".txt", 'Қазақстан 🌍.txt', '-n.txt']) writeFileSync(join(folder, name), `A text named ${name}.`);
    const told = annals(folder, ['import', '--json', ...project, '--', "it's a \"note\".txt", 'Қазақстан 🌍.txt', '-n.txt']);
    expect(told).toMatchObject({ status: 0, stderr: '' });
    expect(told.lines()[0]).toMatchObject({ counts: { ok: 3 } });
  });
});

describe('inspecting', () => {
  it('prints one JSON object a file, in the order given, with every published field', () => {
    const folder = documents();
    const told = annals(folder, ['inspect', '--json', 'papers/visit.txt', 'papers/older/visit.md']);
    expect(told.status).toBe(0);
    const [first, second] = told.lines();
    expect([first?.['file'], second?.['file']]).toEqual(['papers/visit.txt', 'papers/older/visit.md']);
    expect(Object.keys(first ?? {})).toEqual(['file', 'kind', 'confidence', 'country', 'year', 'title', 'language', 'metadata', 'sections', 'tables', 'observations', 'actions', 'activities', 'institutions', 'legalBases', 'references', 'citations', 'level', 'goods', 'cable', 'warnings']);
    expect(second?.['title']).toBe('A visit in 2020');
  });

  it('needs no project and makes none', () => {
    const folder = documents();
    annals(folder, ['inspect', 'papers/visit.txt']);
    expect(annals(folder, ['call', 'projects.list']).lines()).toEqual([[]]);
  });

  it('goes on after a file that is not there or cannot be read, and ends with 1', () => {
    const folder = documents();
    writeFileSync(join(folder, 'empty.pdf'), '');
    const told = annals(folder, ['inspect', '--json', 'nothing.pdf', 'empty.pdf', 'papers/visit.txt']);
    expect(told.status).toBe(1);
    expect(told.stderr).toContain('There is no file “nothing.pdf”.');
    const lines = told.lines();
    expect(lines.map(({ file }) => file)).toEqual(['nothing.pdf', 'empty.pdf', 'papers/visit.txt']);
    expect(lines[0]).toMatchObject({ error: { code: 'not-found' } });
    expect(lines[2]).toMatchObject({ kind: 'generic' });
  });

  it('reads as the kind it is told', () => {
    expect(annals(documents(), ['inspect', '--json', '--as', 'cable', 'papers/visit.txt']).lines()[0]).toMatchObject({ kind: 'cable' });
    expect(annals(documents(), ['inspect', '--as', 'novel', 'papers/visit.txt'])).toMatchObject({ status: 1, stdout: '' });
  });

  it('answers lines with lines, each under its id', () => {
    const lines = [
      { id: 'a', as: 'cable-fragment', kind: 'subject', input: 'SUBJECT: (U) A VISIT TO TWELVE FARMS\nREF: A. ASTANA 12' },
      { id: 2, as: 'generic', input: 'Inspectors visited twelve farms.' },
      { id: 'no kind', as: 'cable-fragment', input: 'x' },
      { id: 'no input' },
      { id: 'unknown', as: 'novel', input: 'x' },
    ];
    const input = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n\nno json\n`;
    const told = annals(temporaryFolder(), ['inspect', '--jsonl', '-'], { input });
    expect(told.status).toBe(1);
    const answers = told.lines();
    expect(answers.map(({ id }) => id)).toEqual(['a', 2, 'no kind', 'no input', 'unknown', null]);
    expect(answers[0]).toEqual({ id: 'a', result: 'A VISIT TO TWELVE FARMS' });
    expect(answers[1]).toMatchObject({ result: { kind: 'generic' } });
    for (const answer of answers.slice(2)) expect(answer).toMatchObject({ error: { code: 'invalid-input', message: expect.stringMatching(/\.$/) as string } });
    const missing = annals(temporaryFolder(), ['inspect', '--jsonl', 'nothing.jsonl']);
    expect([missing.status, missing.stderr]).toEqual([1, 'There is no file “nothing.jsonl” that can be read.\n']);
  });
});

describe('the project', () => {
  it('is searched, changed, undone, redone, backed up and checked', () => {
    const folder = documents();
    annals(folder, ['import', 'papers/visit.txt', 'papers/older/visit.md', ...project]);
    const run = (...words: string[]) => annals(folder, [...words, '--json', ...project]);

    expect(run('search', 'inspectors farms').lines()[0]).toMatchObject({ total: 2, documents: 2, hits: [{ snippet: expect.any(Array) as unknown }, {}] });
    expect(annals(folder, ['search', 'fined', ...project]).stdout).toMatch(/2 passages in 2 documents\n$/);
    expect(run('search', '"').status).toBe(run('search', '"').stderr === '' ? 0 : 1);

    expect(run('call', 'tags.create', '{"name": "Fines"}').lines()[0]).toMatchObject({ name: 'Fines' });
    expect(run('history').lines()[0]).toMatchObject(expect.arrayContaining([expect.objectContaining({ state: 'done' })]));
    const label = run('undo').lines()[0]?.['label'];
    expect(run('call', 'tags.list').lines()).toEqual([[]]);
    expect(run('redo').lines()[0]).toEqual({ label });
    expect(run('call', 'tags.list').lines()[0]).toHaveLength(1);

    expect(run('backup').lines()[0]).toMatchObject({ fileName: expect.stringMatching(/\.annals$/) as string, size: expect.any(Number) as number });
    expect(run('backup', '--out', 'copy.annals').status).toBe(0);
    expect(annals(folder, ['search', 'fined', '--project', 'copy.annals', '--json']).lines()[0]).toMatchObject({ total: 2 });
    const checks = run('check');
    expect(checks.status).toBe(0);
    expect(checks.lines()[0]).toEqual(expect.arrayContaining([expect.objectContaining({ ok: true })]));
  });

  it('is the one last opened when none is named, and a sentence when there is none', () => {
    const folder = documents();
    const none = annals(folder, ['search', 'farms']);
    expect(none).toMatchObject({ status: 1, stdout: '', stderr: 'There is no project yet.\nName a file with --project FILE; it is made when it is not there.\n' });
    annals(folder, ['import', 'papers/visit.txt', ...project]);
    const last = annals(folder, ['search', 'farms', '--json']);
    expect(last.stderr).toMatch(/^Project: \S/);
    expect(last.lines()[0]).toMatchObject({ total: 1 });
    expect(annals(folder, ['search', 'farms', '--json'], { environment: { ANNALS_PROJECT: 'other.annals' } }).lines()[0]).toMatchObject({ total: 0 });
  });

  it('that is no project is refused with a sentence and not touched', () => {
    const folder = documents();
    writeFileSync(join(folder, 'letter.annals'), 'Dear Ada,\nthis is no project.\n');
    const told = annals(folder, ['search', 'farms', '--project', 'letter.annals']);
    expect(told).toMatchObject({ status: 1, stdout: '' });
    expect(told.stderr).toMatch(/letter\.annals.*\.\n/);
    expect(readFileSync(join(folder, 'letter.annals'), 'utf8')).toBe('Dear Ada,\nthis is no project.\n');
  });

  it('has briefs that are listed and exported', () => {
    const folder = documents();
    const { id } = annals(folder, ['call', 'briefs.create', '{"title": "Farms"}', ...project]).lines()[0] as { id: string };
    annals(folder, ['call', 'briefs.addBlock', JSON.stringify({ briefId: id, kind: 'text', text: 'Twelve farms were visited.' }), ...project]);
    expect(annals(folder, ['brief', 'list', '--json', ...project]).lines()[0]).toMatchObject([{ id, title: 'Farms', blocks: 1 }]);
    const told = annals(folder, ['brief', 'export', id, '--format', 'md', '--out', 'farms.md', '--json', ...project]);
    expect(told).toMatchObject({ status: 0, stderr: '' });
    expect(told.lines()[0]).toMatchObject({ out: 'farms.md', losses: expect.any(Array) as unknown });
    expect(readFileSync(join(folder, 'farms.md'), 'utf8')).toContain('Twelve farms were visited.');
    expect(annals(folder, ['brief', 'export', id, '--format', 'odt', '--out', 'farms.odt', ...project])).toMatchObject({ status: 1, stderr: expect.stringContaining('docx, html, md and pdf') as string });
    expect(annals(folder, ['brief', 'export', id, '--format', 'html', '--out', 'no/such/farms.html', ...project])).toMatchObject({ status: 1, stderr: expect.stringContaining('“no/such/farms.html” could not be written.') as string });
  });

  it('is compared by documents, in the published shape', () => {
    const folder = documents();
    annals(folder, ['import', 'papers/visit.txt', 'papers/older/visit.md', ...project]);
    const listed = annals(folder, ['call', 'documents.list', ...project]).lines()[0] as unknown as { id: string }[];
    const told = annals(folder, ['compare', '--documents', listed.map((each) => each.id).join(','), '--json', ...project]);
    expect(told).toMatchObject({ status: 0, stderr: '' });
    expect(told.lines()[0]).toMatchObject({ years: expect.any(Array) as unknown, levels: expect.any(Array) as unknown, text: { pairs: expect.any(Array) as unknown, counts: expect.any(Object) as unknown }, actions: [], indicators: [], contradictions: [] });
    expect(annals(folder, ['compare', ...project])).toMatchObject({ status: 1, stdout: '' });
    expect(annals(folder, ['compare', '--country', 'KAZ', '--years', '20,21', ...project])).toMatchObject({ status: 1, stderr: expect.stringContaining('“20” is no year.') as string });
  });
});

describe('any method', () => {
  it('can be listed, with its input as JSON Schema', () => {
    const methods = annals(temporaryFolder(), ['methods', '--json']).lines()[0] as unknown as { name: string; input: object }[];
    expect(methods.map(({ name }) => name)).toEqual(Object.keys(contract));
    expect(methods.find(({ name }) => name === 'tags.create')?.input).toMatchObject({ type: 'object' });
    expect(annals(temporaryFolder(), ['methods']).stdout).toMatch(/tags\.create +command +\S/);
  });

  it('can be called with bytes from a file, and answers with bytes', () => {
    const folder = documents();
    const { runId } = annals(folder, ['call', 'imports.add', '{"files": [{"name": "visit.txt", "bytes": {"$file": "papers/visit.txt"}}, {"name": "b.txt", "bytes": {"$base64": "QSB0ZXh0Lg=="}}]}', ...project]).lines()[0] as { runId: string };
    expect(runId).toMatch(/\S/);
    const listed = annals(folder, ['call', 'imports.list', ...project]).lines()[0] as unknown as { fileName: string; documentId: string | null }[];
    expect(listed.map(({ fileName }) => fileName).sort()).toEqual(['b.txt', 'visit.txt']);
    const [done] = listed.filter(({ documentId }) => documentId !== null);
    if (!done) return;
    const original = annals(folder, ['call', 'documents.original', JSON.stringify({ id: done.documentId }), ...project]).lines()[0] as { bytes: { $base64: string } };
    expect(Buffer.from(original.bytes.$base64, 'base64').toString()).toMatch(/^(?:Inspectors|A text\.)/);
  });

  it.each([
    ['an unknown method', ['call', 'no.such']],
    ['__proto__', ['call', '__proto__']],
    ['a wrong input', ['call', 'tags.create', '{"name": 7}']],
    ['an unknown field', ['call', 'tags.create', '{"name": "A", "__proto__": {"x": 1}, "y": 1}']],
    ['no JSON', ['call', 'tags.create', '{name: A}']],
    ['a file that is not there', ['call', 'imports.add', '{"files": [{"name": "a", "bytes": {"$file": "nothing"}}]}']],
    ['nothing to undo', ['undo']],
    ['an unknown command', ['frobnicate']],
    ['an unknown flag', ['undo', '--hard']],
    ['a missing argument', ['search']],
    ['a wrong number', ['history', '--limit', 'many']],
    ['a wrong port', ['serve', '--port', '70000']],
    ['an unknown brief', ['brief', 'export', 'x', '--format', 'md', '--out', 'x.md']],
  ])('is refused with a sentence and 1: %s', (_what, words) => {
    const { status, stdout, stderr } = annals(temporaryFolder(), [...words, ...project]);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/\S/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('reads its input from standard input', () => {
    expect(annals(temporaryFolder(), ['call', 'tags.create', '-', ...project], { input: '{"name": "Fines"}' }).lines()[0]).toMatchObject({ name: 'Fines' });
  });
});
