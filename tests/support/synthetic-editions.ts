// Two editions made of our own sentences, the newer edited from the older in known ways, so that the right answer is known.

import type { EditionText } from '../../shared/core/alignment.ts';
import { editionOf } from './editions.ts';

/** A line of the newer edition and the lines of the older one it was made of; `moved` when it was carried elsewhere. */
export type KnownLine = { text: string; older: string[]; moved: boolean; section: number };
export type KnownEdit = { older: EditionText; newer: EditionText; lines: KnownLine[] };

/** A repeatable stream of numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const bodies = ['harbour council', 'coastal inspectorate', 'ministry of fisheries', 'island parliament', 'border patrol', 'teachers union', 'lighthouse board', 'district court', 'welfare office', 'customs bureau', 'school inspectorate', 'port police'];
const deeds = ['inspected', 'registered', 'trained', 'fined', 'visited', 'relocated', 'interviewed', 'licensed', 'audited', 'evacuated', 'vaccinated', 'compensated'];
const objects = ['trawler crews', 'net makers', 'pearl divers', 'kelp gatherers', 'ferry owners', 'cannery foremen', 'salt workers', 'oyster farms', 'boat builders', 'fish markets', 'dock labourers', 'rope factories'];
const places = ['on the northern reef', 'in the old town', 'along the mangrove coast', 'near the airport', 'at the eastern jetty', 'across the lagoon', 'in three villages', 'beyond the breakwater', 'around the bay', 'behind the dunes'];
const ends = ['after complaints from parents', 'with help from a charity', 'despite a lack of vehicles', 'under a new ordinance', 'following a storm', 'as part of a yearly campaign', 'at the request of the governor', 'to enforce the ban on night work', 'before the harvest festival', 'without prior notice'];
const syllables = ['ba', 'ren', 'to', 'li', 'sur', 'ka', 'mo', 'del', 'vi', 'nor', 'pa', 'shi', 'gul', 'fe', 'zan', 'or'];
const extras = ['and published a summary of its work', 'which had been postponed twice', 'although funds arrived late', 'and promised to return in winter'];
const swaps: [string, string][] = [['inspected', 'examined'], ['trained', 'instructed'], ['near', 'close to'], ['lack', 'shortage'], ['help', 'support'], ['new', 'recent'], ['old town', 'historic quarter'], ['complaints', 'reports']];

/** About `size` sentences in four sections. Each kind of edit is as frequent as in real reports, or more so. */
export function syntheticEdit(seed: number, size = 160): KnownEdit {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const name = () => `${pick(syllables)}${pick(syllables)}${pick(syllables)}`.replace(/^./, (first) => first.toUpperCase());
  const sentence = () =>
    `In ${2010 + Math.floor(random() * 9)}, the ${pick(bodies)} of ${name()} ${pick(deeds)} ${Math.floor(random() * 900) + 20} ${pick(objects)} ${pick(places)} of ${name()} ${pick(ends)}.`;
  const before = Array.from({ length: size }, (_, index) => ({ text: sentence(), section: Math.floor((index * titles.length) / size) }));
  const lines: KnownLine[] = [];
  for (const { text, section } of before) {
    const chance = random();
    const kept = (changed: string, moved = false) => lines.push({ text: changed, older: [text], moved, section });
    if (chance < 0.3) kept(text);
    else if (chance < 0.45) kept(text.replace(/ \d+ /, (found) => ` ${Number(found) + 7} `));
    else if (chance < 0.6) kept(swaps.reduce((result, [from, to]) => result.replace(from, to), text).replace('In 20', 'During 20'));
    else if (chance < 0.7) kept(text.replace('.', `, ${pick(extras)}.`));
    else if (chance < 0.75) lines.push(...splitLine(text, section));
    else if (chance < 0.8) kept(text, true);
    else if (chance < 0.9) lines.push({ text: sentence(), older: [], moved: false, section });
  }
  const newer = carry(lines, random);
  return { older: asReport(before), newer: asReport(newer), lines: newer };
}

const titles = ['# I. WORK', '# II. LAW', '# III. ENFORCEMENT', '# VII. ACTIONS'];

function splitLine(text: string, section: number): KnownLine[] {
  const at = Math.min(...places.map((place) => text.indexOf(` ${place}`)).filter((found) => found >= 0));
  return [`${text.slice(0, at)}.`, `This was done${text.slice(at)}`].map((part) => ({ text: part, older: [text], moved: false, section }));
}

/** Carries the moved lines somewhere else, into the section they then stand in; the others keep their order. */
function carry(lines: readonly KnownLine[], random: () => number): KnownLine[] {
  const carried = lines.filter((line) => !line.moved);
  for (const line of lines.filter(({ moved }) => moved)) {
    const home = lines.indexOf(line);
    const target = Math.floor(home + carried.length * (0.3 + 0.4 * random())) % carried.length;
    carried.splice(target, 0, { ...line, section: carried[target]?.section ?? line.section });
  }
  return carried;
}

function asReport(lines: readonly { text: string; section: number }[]): EditionText {
  return editionOf(titles.flatMap((title, index) => [title, ...paragraphs(lines.filter((line) => line.section === index).map((line) => line.text))]).join('\n'));
}

function paragraphs(sentences: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < sentences.length; at += 4) result.push(sentences.slice(at, at + 4).join(' '));
  return result;
}
