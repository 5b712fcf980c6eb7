// Which section of the newer edition continues which section of the older one. Titles are rewritten and numbers shift, so the
// role counts most, then an equal title, then the number, then a similar title. It looks at headings only, not at sentences.

import type { Section } from '../recognition.ts';
import type { SectionReference } from './pair.ts';
import { matchingKey, tokenise, type Vocabulary } from './normal-form.ts';
import { shareOfWords } from './similarity.ts';

export type SectionMap = {
  /** For each section of the older and newer edition, the innermost continued section it stands in; equal numbers belong together. */
  older: number[];
  newer: number[];
  /** The same for the outermost: only a change of this is a move to another section. */
  olderChapter: number[];
  newerChapter: number[];
};

/** Two titles with at least this share of common words are the same section renamed. */
const similarTitle = 0.5;
const mostComparisons = 100_000;

type Heading = { section: Section; index: number; key: string; stems: number[] };

export function mapSections(older: readonly Section[], newer: readonly Section[], vocabulary: Vocabulary): SectionMap {
  const from = older.map((section, index) => heading(section, index, vocabulary));
  const to = newer.map((section, index) => heading(section, index, vocabulary));
  const matched = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (a: Heading, b: Heading) => {
    matched.set(a.index, b.index);
    taken.add(b.index);
  };
  const rounds: ((heading: Heading) => string | null)[] = [
    ({ section, key }) => (section.role === null ? null : `${section.role}\n${key}`),
    ({ section }) => section.role,
    ({ section, key }) => (section.role !== null || key === '' ? null : key),
    ({ section }) => (section.role !== null || section.number === null ? null : `${section.level} ${section.number}`),
  ];
  for (const nameOf of rounds) {
    const waiting = Map.groupBy(
      to.filter((candidate) => !taken.has(candidate.index)),
      nameOf,
    );
    for (const a of from) {
      const name = nameOf(a);
      const b = name === null || matched.has(a.index) ? undefined : waiting.get(name)?.shift();
      if (b) pair(a, b);
    }
  }
  const restOlder = from.filter((a) => !matched.has(a.index));
  const restNewer = to.filter((b) => !taken.has(b.index));
  // A file of very many headings is a list of names, and comparing each with each would take minutes.
  const similar =
    restOlder.length * restNewer.length > mostComparisons
      ? []
      : restOlder.flatMap((a) => restNewer.filter((b) => compatible(a, b)).map((b) => ({ a, b, share: shareOfWords(a.stems, b.stems) })));
  for (const { a, b, share } of similar.toSorted((one, other) => other.share - one.share)) {
    if (share >= similarTitle && !matched.has(a.index) && !taken.has(b.index)) pair(a, b);
  }

  const groupOfNewer = new Map([...matched].map(([a, b]) => [b, a + 1]));
  return {
    older: inherit(older, (index) => (matched.has(index) ? index + 1 : undefined), -1, 'innermost'),
    newer: inherit(newer, (index) => groupOfNewer.get(index), -2, 'innermost'),
    olderChapter: inherit(older, (index) => (matched.has(index) ? index + 1 : undefined), -1, 'outermost'),
    newerChapter: inherit(newer, (index) => groupOfNewer.get(index), -2, 'outermost'),
  };
}

/** Sections whose roles are known and differ are never the same, however alike their titles. */
function compatible(a: Heading, b: Heading): boolean {
  return a.section.role === null || b.section.role === null;
}

function heading(section: Section, index: number, vocabulary: Vocabulary): Heading {
  const { ids } = tokenise(section.title, 0, section.title.length, vocabulary, { ids: [], starts: [], ends: [] });
  return { section, index, key: matchingKey(ids, vocabulary), stems: ids.map((id) => vocabulary.stems[id] ?? id) };
}

/** The group of each section; one without a group takes that of the sections around it, or else `none`. */
function inherit(sections: readonly Section[], group: (index: number) => number | undefined, none: number, which: 'innermost' | 'outermost'): number[] {
  const groups: number[] = [];
  for (const path of sectionPaths(sections)) {
    const found = path.map(group).filter((value) => value !== undefined);
    groups.push((which === 'innermost' ? found.at(-1) : found[0]) ?? none);
  }
  return groups;
}

/** For each section the indices from the outermost section around it down to itself. */
export function sectionPaths(sections: readonly Section[]): number[][] {
  const paths: number[][] = sections.map((_, index) => [index]);
  const open: number[] = [];
  const order = outermostFirst(sections);
  for (const index of order) {
    const section = sections[index];
    if (!section) continue;
    while (open.length > 0 && (sections[open.at(-1) ?? 0]?.end ?? 0) < section.end) open.pop();
    while (open.length > 0 && (sections[open.at(-1) ?? 0]?.end ?? 0) <= section.start) open.pop();
    open.push(index);
    paths[index] = [...open];
  }
  return paths;
}

function outermostFirst(sections: readonly Section[]): number[] {
  return sections
    .map((section, index) => ({ section, index }))
    .sort((one, other) => one.section.start - other.section.start || other.section.end - one.section.end || one.section.level - other.section.level)
    .map(({ index }) => index);
}

/** For positions asked in reading order: the sections around a position, outermost first. */
export function sectionsAround(sections: readonly Section[]): (start: number) => number[] {
  const order = outermostFirst(sections);
  let next = 0;
  let open: number[] = [];
  return (start) => {
    for (;;) {
      const index = order[next];
      if (index === undefined || (sections[index]?.start ?? 0) > start) break;
      open.push(index);
      next++;
    }
    open = open.filter((index) => (sections[index]?.end ?? 0) > start);
    return open;
  };
}

/** The section to name for a passage: the innermost with a role, or else the innermost. */
export function sectionReferences(sections: readonly Section[]): SectionReference[] {
  return sectionPaths(sections).map((path) => {
    const named = path.map((index) => sections[index]).filter((section) => section !== undefined);
    const section = named.findLast((candidate) => candidate.role !== null) ?? named.at(-1);
    return { role: section?.role ?? null, number: section?.number ?? null, title: section?.title ?? '' };
  });
}
