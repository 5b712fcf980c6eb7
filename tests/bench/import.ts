// Times the import of the real PDFs beside its peers, as pages per second of processor time, all in one run: text with positions against pdf.js alone
// (goal 2.5 times) and pdftotext, the whole import against recollindex (goal 1.3 times), two workers against one (goal 1.6 times), and the longest block
// of the window and the application while 1,000 files are imported (goal 50 ms). Imports run as bundled programs, as analysts have them. Run by
// `npm run bench -- import`. The real documents must lie beside the project.

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openPdf } from '../../shared/backend/importers/pdf/source.ts';
import { makePrograms } from '../../shared/tasks/bundles.ts';
import { inTree } from '../../shared/tasks/tree.ts';
import { resourcesDirectory } from '../support/backend.ts';
import { programPath } from '../support/program.ts';
import { sharedBytes, sharedPath, sharedPresent } from '../support/shared.ts';
import type { Measured } from './import/contender.ts';
import type { Stillness } from './import/window.ts';

/** Each contender runs so often, taking turns; its best run counts, since neighbours on the machine only ever take time away. */
const rounds = 3;
/** Files of the responsiveness run, most of them short notes. */
const many = 1000;

/** The last line a program of ours prints, as JSON. */
function answerOf(script: string, given: readonly string[], folder = join(import.meta.dirname, 'import')): unknown {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, script), ...given], { encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`${script} ${given.join(' ')} failed: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

const contender = (name: string, folder: string): Measured => answerOf('contender.ts', [name, folder]) as Measured;

/** Bundles the importing program into a folder from which it can be run. */
async function makeImporting(place: string): Promise<(what: 'whole' | 'text', folder: string, workers: number) => Measured> {
  const directory = join(place, 'out', 'main');
  await makePrograms(directory, { importing: 'tests/bench/import/importing.ts', worker: 'shared/backend/jobs/worker.ts' });
  symlinkSync(inTree('node_modules'), join(place, 'node_modules'), 'junction');
  return (what, folder, workers) => answerOf('importing.js', [what, folder, String(workers), resourcesDirectory], directory) as Measured;
}

/** Processor time of a program and all it starts, in seconds, told by the shell (POSIX `times`). */
function program(command: string, place: string): Measured {
  const began = performance.now();
  const { stdout } = spawnSync('/bin/sh', ['-c', `(${command}) >/dev/null 2>&1; times`], { encoding: 'utf8', cwd: place, env: { ...process.env, HOME: place } });
  const children = stdout.trim().split('\n').at(-1) ?? '';
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/gu)].reduce((sum, [, minutes, rest]) => sum + 60 * Number(minutes) + Number(rest), 0);
  return { cpu: seconds, wall: (performance.now() - began) / 1000 };
}

function better(a: Measured | undefined, b: Measured): Measured {
  if (a === undefined) return b;
  return { cpu: Math.min(a.cpu, b.cpu), wall: Math.min(a.wall, b.wall) };
}

function realPdfs(): string[] {
  return readdirSync(sharedPath('corpus'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.pdf$/iu.test(name)).sort();
}

function pagesOf(names: readonly string[]): number {
  let pages = 0;
  for (const name of names) {
    const source = openPdf(sharedBytes('corpus', name));
    pages += source.pageCount;
    source.close();
  }
  return pages;
}

const words = ['harvest', 'school', 'mine', 'inspector', 'river', 'council', 'law', 'valley', 'report', 'child', 'brick', 'district', 'harbour', 'teacher', 'quarry', 'market'];

/** Notes that are all different, of about a page each. */
function writeNotes(folder: string, count: number): void {
  for (let note = 0; note < count; note++) {
    const sentence = (at: number) => `${Array.from({ length: 14 }, (_, word) => words[(note * 7 + at * 3 + word * (1 + (note % 5))) % words.length]).join(' ')} ${note}.${at}.`;
    writeFileSync(join(folder, `note-${String(note).padStart(4, '0')}.txt`), Array.from({ length: 25 }, (_, at) => sentence(at)).join('\n\n'));
  }
}

async function run(): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'annals-bench-'));
  try {
    const names = realPdfs();
    const pages = pagesOf(names);
    const pdfs = join(place, 'pdfs');
    mkdirSync(pdfs);
    for (const name of names) copyFileSync(sharedPath('corpus', name), join(pdfs, basename(name)));
    const recoll = join(place, 'recoll');
    mkdirSync(recoll);
    writeFileSync(join(recoll, 'recoll.conf'), `topdirs = ${pdfs}\n`);

    const importing = await makeImporting(place);
    const contenders: Record<string, (() => Measured) | null> = {
      'text with positions': () => contender('positions', pdfs),
      'PDFium by itself': () => contender('pdfium', pdfs),
      'text laid out': () => contender('parse', pdfs),
      'pdf.js, text alone': () => contender('pdfjs', pdfs),
      pdftotext: programPath('pdftotext') === null ? null : () => program('for f in pdfs/*.pdf; do pdftotext "$f" -; done', place),
      'pdftotext -bbox': programPath('pdftotext') === null ? null : () => program('for f in pdfs/*.pdf; do pdftotext -bbox "$f" -; done', place),
      'import, one worker': () => importing('whole', pdfs, 1),
      'import, two workers': () => importing('whole', pdfs, 2),
      'text and index alone': () => importing('text', pdfs, 1),
      recollindex: programPath('recollindex') === null ? null : () => program('recollindex -c recoll -z', place),
    };
    const best = new Map<string, Measured>();
    for (let round = 0; round < rounds; round++) for (const [name, measure] of Object.entries(contenders)) if (measure !== null) best.set(name, better(best.get(name), measure()));

    console.log(`${names.length} PDFs, ${pages} pages; best of ${rounds} runs\n${''.padEnd(22)}pages/CPU s   pages/s`);
    const rate = (name: string): number => pages / (best.get(name)?.cpu ?? Number.NaN);
    for (const name of Object.keys(contenders)) {
      const measure = best.get(name);
      console.log(measure === undefined ? `${name.padEnd(22)}(not on this machine)` : `${name.padEnd(22)}${rate(name).toFixed(0).padStart(11)}${(pages / measure.wall).toFixed(0).padStart(10)}`);
    }
    const ratio = (name: string, value: number, goal = '') => console.log(`${name.padEnd(50)}${Number.isNaN(value) ? 'not measured' : `${value.toFixed(2)} times${goal && ` (${goal})`}`}`);
    console.log('');
    ratio('text with positions against pdf.js', rate('text with positions') / rate('pdf.js, text alone'), 'goal 2.5');
    ratio('  PDFium by itself, the most there could be', rate('PDFium by itself') / rate('pdf.js, text alone'));
    ratio('import against recollindex', rate('import, one worker') / rate('recollindex'), 'goal 1.3');
    ratio('  like with like: text and index alone', rate('text and index alone') / rate('recollindex'));
    const wall = (name: string): number => best.get(name)?.wall ?? Number.NaN;
    ratio('two workers against one, by the clock', wall('import, one worker') / wall('import, two workers'), 'goal 1.6');
    // Beside its worker an import has the application's thread, which writes, and V8's own, which compile and collect.
    const busy = Math.max(1, (best.get('import, one worker')?.cpu ?? Number.NaN) / wall('import, one worker'));
    ratio(`  at most, as one keeps ${busy.toFixed(1)} of ${availableParallelism()} processors busy`, Math.min(2, availableParallelism() / busy));

    const mixed = join(place, 'mixed');
    mkdirSync(mixed);
    for (const name of names) copyFileSync(sharedPath('corpus', name), join(mixed, basename(name)));
    writeNotes(mixed, many - names.length);
    const still = answerOf('window.ts', [mixed, String(many)]) as Stillness | null;
    if (still === null) console.log('the window: not measured, the screen is not built (npm run build)');
    else console.log(`${many} files dropped on the window, imported in ${still.seconds.toFixed(0)} s: longest block of the window ${still.window.toFixed(0)} ms (${still.over} tasks over 50 ms), of the application ${still.application.toFixed(0)} ms (goal 50), at most ${still.busy.toFixed(0)} ms of processor time in one go`);
    const [load = 0] = loadavg();
    if (load > availableParallelism() + 1) console.log(`This machine has ${availableParallelism()} processors and ${load.toFixed(0)} programs that want them: figures by the clock mean little now.`);
  } finally {
    rmSync(place, { recursive: true });
  }
}

if (!sharedPresent) console.log('skipped: the real documents do not lie beside the project');
else await run();
