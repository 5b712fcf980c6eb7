// Scores placing annotations again. The truth is known by construction: real reports are changed in known ways (printed anew, misread,
// rewritten with sentences of the next report, moved, doubled), and every letter is followed. A passage called exact or moved that is
// not at its own letters is a silent error: there must be none. Real pairs (a report published twice, another program's extraction, the next
// year) have no known truth; of them only the shares are printed. Run: npm run score -- anchoring

import { spawnSync } from 'node:child_process';
import { type Anchor, placeAnchors, type Placement } from '../../shared/core/anchoring.ts';
import { anchorOf, trimRange } from '../../shared/core/annotation.ts';
import { pdfImporter } from '../../shared/backend/importers/pdf.ts';
import { after, type Edited, linesOf, misread, reflowed, rewritten, sentencesOf, truthOf } from '../support/edited-text.ts';
import { reportCountries, reportEdition } from '../support/reports.ts';
import { randomFrom } from '../support/synthetic-editions.ts';
import { sharedBytes, sharedPath, sharedPresent } from '../support/shared.ts';

type Tally = { same: number; found: number; changed: number; offered: number; gone: number; goneRight: number; silent: number };

const verbose = process.argv.includes('--failures');
const anchorsOfText = 300;
/** Another seed makes other changes: `npm run score -- anchoring -- --seed=7`. */
const seed = Number(process.argv.find((each) => each.startsWith('--seed='))?.slice(7) ?? 0) * 100_000;

async function scoreConstructed(): Promise<number> {
  const total = emptyTally();
  console.log('Changed in known ways          unchanged  found     changed  offered   gone  right  silent errors');
  for (const [name, edit] of Object.entries(edits)) {
    const tally = emptyTally();
    for (const [index, key] of ['KAZ-2020', 'UZB-2019', 'GHA-2021', 'BRA-2016', 'CIV-2018', 'BGD-2014'].entries()) {
      const { text } = await reportEdition(key);
      const other = await reportEdition(`${key.slice(0, 4)}${Number(key.slice(4)) === 2021 ? 2020 : Number(key.slice(4)) + 1}`);
      const next = randomFrom(seed + index * 1000 + name.length);
      const edited = edit(text, other.text, next);
      const anchors = someAnchors(text, next);
      score(tally, key, text, edited, anchors, placeAnchors({ text }, { text: edited.text }, anchors).placements);
    }
    print(name, tally);
    for (const field of Object.keys(total) as (keyof Tally)[]) total[field] += tally[field];
  }
  print('all', total);
  return total.silent;
}

function score(tally: Tally, key: string, text: string, edited: Edited, anchors: Anchor[], placements: Placement[]): void {
  anchors.forEach((anchor, index) => {
    const placement = placements[index];
    if (!placement) return;
    const truth = truthOf(text, edited, anchor);
    const isTaken = placement.state === 'exact' || placement.state === 'moved';
    const isAtOwn = truth.kind !== 'gone' && lettersBetween(edited.text, placement.start, truth.start) === '' && lettersBetween(edited.text, placement.end, truth.end) === '';
    // Some of its own letters, and the words whole with letters put in beside them: no other place says it better.
    const isPartlyOwn = edited.places.subarray(anchor.start, anchor.end).some((place) => place >= placement.start - 40 && place < placement.end + 40);
    // A sentence taken out and the same one, word for word, put in elsewhere: then it was found there, as the rule says.
    const isSamePassage = truth.kind !== 'same' && (isPartlyOwn || anchor.quote.length >= 80 || lettersAround(text, anchor) === lettersAround(edited.text, placement) || letters(sentenceAround(text, anchor)) === letters(sentenceAround(edited.text, placement)));
    const overlaps = truth.kind !== 'gone' && placement.start < truth.end && placement.end > truth.start;
    if (truth.kind === 'same') {
      tally.same += 1;
      if (isTaken && isAtOwn) tally.found += 1;
    } else if (truth.kind === 'changed') {
      tally.changed += 1;
      if (placement.state === 'doubtful' && overlaps) tally.offered += 1;
    } else {
      tally.gone += 1;
      if (!isTaken) tally.goneRight += 1;
    }
    if (isTaken && !isAtOwn && !isSamePassage) {
      tally.silent += 1;
      if (verbose) console.log('  SILENT', key, truth.kind, truth.kind === 'gone' ? '' : `${truth.start}-${truth.end}`, `${placement.start}-${placement.end}`, placement.state, JSON.stringify(anchor.quote.slice(0, 80)), 'truth', truth.kind === 'gone' ? '' : JSON.stringify(edited.text.slice(truth.start, truth.end).slice(0, 80)), 'placed', JSON.stringify(edited.text.slice(placement.start - 30, placement.end + 30).slice(0, 140)), 'was', JSON.stringify(text.slice(anchor.start - 30, anchor.end + 30).slice(0, 140)));
    } else if (verbose && truth.kind === 'same' && !isTaken && index % 10 === 0) console.log('  missed', key, placement.state, JSON.stringify(anchor.quote.slice(0, 80)));
  });
}

function sentenceAround(text: string, { start, end }: { start: number; end: number }): string {
  const before = Math.max(...['. ', '\n', '.\n'].map((stop) => text.lastIndexOf(stop, start - 1)));
  const after = text.slice(end).search(/[.\n]/);
  return text.slice(Math.max(0, before + 1), after < 0 ? text.length : end + after);
}

function lettersAround(text: string, { start, end }: { start: number; end: number }): string {
  return `${letters(text.slice(start - 80, start)).slice(-25)} ${letters(text.slice(end, end + 80)).slice(0, 12)}`;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function lettersBetween(text: string, one: number, other: number): string {
  return letters(text.slice(Math.min(one, other), Math.max(one, other)));
}

const editing = { deleted: 0.08, reworded: 0.08, inserted: 0.08, moved: 0, doubled: 0 };

const edits: Record<string, (text: string, other: string, next: () => number) => Edited> = {
  'printed anew, with heads': (text, _other, next) => reflowed(text, 70, next),
  'misread, 0.5 % of letters': (text, _other, next) => misread(text, 0.005, next),
  'misread, 2 %': (text, _other, next) => misread(text, 0.02, next),
  'misread, 6 %': (text, _other, next) => misread(text, 0.06, next),
  'rewritten': (text, other, next) => rewritten(text, other, editing, next),
  'rewritten heavily': (text, other, next) => rewritten(text, other, { ...editing, deleted: 0.35, reworded: 0.3, inserted: 0.35 }, next),
  'paragraphs moved': (text, other, next) => rewritten(text, other, { ...editing, moved: 0.2 }, next),
  'paragraphs doubled': (text, other, next) => rewritten(text, other, { ...editing, deleted: 0, doubled: 0.3 }, next),
  'rewritten, moved, doubled': (text, other, next) => rewritten(text, other, { ...editing, moved: 0.2, doubled: 0.2 }, next),
  'rewritten and misread': (text, other, next) => {
    const first = rewritten(text, other, editing, next);
    return after(first, misread(first.text, 0.02, next));
  },
  'moved, printed anew, misread': (text, other, next) => {
    const first = rewritten(text, other, { ...editing, moved: 0.1 }, next);
    const second = after(first, reflowed(first.text, 60, next));
    return after(second, misread(second.text, 0.01, next));
  },
  'every second paragraph gone': (text, _other, next) => rewritten(text, text, { deleted: 0.5, reworded: 0, inserted: 0, moved: 0, doubled: 0 }, next),
};

if (!sharedPresent) console.log('The real reports are not beside the project: nothing is scored.');
else {
  const silent = await scoreConstructed();
  await scoreReal();
  if (silent > 0) process.exitCode = 1;
}

/** Words, phrases, cells, sentences, paragraphs and passages over several, at random. */
function someAnchors(text: string, next: () => number): Anchor[] {
  const lines = linesOf(text);
  const words = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
  const sentences = sentencesOf(text);
  const pick = <Item>(items: readonly Item[], at = next()) => items[Math.floor(at * items.length)];
  const anchors: Anchor[] = [];
  while (anchors.length < anchorsOfText) {
    const kind = anchors.length % 6;
    let range: { start: number; end: number } | undefined;
    if (kind < 2) {
      const at = Math.floor(next() * words.length);
      range = { start: words[at]?.start ?? 0, end: words[Math.min(words.length - 1, at + Math.floor(next() * (kind === 0 ? 3 : 9)))]?.end ?? 0 };
    } else if (kind < 4) range = pick(sentences);
    else if (kind === 4) range = pick(lines);
    else {
      const at = Math.floor(next() * sentences.length);
      range = { start: sentences[at]?.start ?? 0, end: sentences[Math.min(sentences.length - 1, at + 3)]?.end ?? 0 };
    }
    const trimmed = range && trimRange(text, range);
    if (trimmed && /[\p{L}\p{N}]/u.test(text.slice(trimmed.start, trimmed.end))) anchors.push({ id: String(anchors.length), ...trimmed, ...anchorOf(text, trimmed) });
  }
  return anchors;
}

async function scoreReal(): Promise<void> {
  console.log('\nReal pairs                       exact  moved  doubtful  lost   (of 300)');
  for (const [name, older, newer] of await realPairs()) {
    const placed = placeAnchors({ text: older }, { text: newer }, someAnchors(older, randomFrom(7))).placements;
    const share = (state: Placement['state']) => placed.filter((each) => each.state === state).length;
    console.log(`${name.padEnd(32)} ${[share('exact'), share('moved'), share('doubtful'), share('lost')].map((count) => String(count).padStart(6)).join(' ')}`);
  }
}

async function realPairs(): Promise<[string, string, string][]> {
  const pairs: [string, string, string][] = [];
  for (const key of ['CIV-2015', 'GHA-2015', 'KAZ-2014', 'UZB-2015']) {
    const first = await pdfImporter.parse({ name: `${key}-first.pdf`, bytes: sharedBytes('corpus', 'ilab', 'reissued', `${key}-first.pdf`) });
    pairs.push([`${key} published again`, first.text, (await reportEdition(key)).text]);
  }
  for (const country of reportCountries) {
    const key = `${country}-2020`;
    const { stdout, status } = spawnSync('pdftotext', ['-layout', sharedPath('corpus', 'ilab', `${key}.pdf`), '-'], { encoding: 'utf8', maxBuffer: 1e8 });
    if (status === 0) pairs.push([`${key} from pdftotext -layout`, (await reportEdition(key)).text, stdout]);
    pairs.push([`${key} to 2021`, (await reportEdition(key)).text, (await reportEdition(`${country}-2021`)).text]);
  }
  return pairs;
}

function emptyTally(): Tally {
  return { same: 0, found: 0, changed: 0, offered: 0, gone: 0, goneRight: 0, silent: 0 };
}

function print(name: string, { same, found, changed, offered, gone, goneRight, silent }: Tally): void {
  const share = (part: number, of: number) => (of === 0 ? '     -' : `${((part / of) * 100).toFixed(1).padStart(5)}%`);
  console.log(`${name.padEnd(30)} ${String(same).padStart(9)} ${share(found, same)}  ${String(changed).padStart(9)}  ${share(offered, changed)} ${String(gone).padStart(6)} ${share(goneRight, gone)}  ${String(silent).padStart(6)}`);
}
