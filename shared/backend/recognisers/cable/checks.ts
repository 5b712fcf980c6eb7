// Compares the parts of a cable with each other: a copy that was damaged, forged or mixed up shows here. A check is made only when both
// sides are there; it changes nothing.

import type { Cable } from '../../../core/recognition.ts';
import { sectionNumbers } from './banner.ts';
import { identifierParts } from './identifier.ts';
import { levelOf, levelRank, markRank } from './marking.ts';
import { postOf, postOfOffice } from './post.ts';
import { otherCodesOf, postName, postOfRoute } from './tables.ts';
import { plainTime } from './time-group.ts';

type Check = Cable['checks'][number];

/** Levels that the group after ZNR or ZNY stands for (general practice of ACP 127). */
const CRYPTO_LEVELS: Readonly<Record<string, string>> = {
  UUUUU: 'UNCLASSIFIED',
  CCCCC: 'CONFIDENTIAL',
  SSSSS: 'SECRET',
  TTTTT: 'TOP SECRET',
  EEEEE: 'UNCLASSIFIED',
};

function number(serial: string): number {
  return Number(serial.replace(/\D/g, ''));
}

function sameValues(name: string, what: string, values: readonly [string, string | number | null][]): Check | null {
  const known = values.filter((value): value is [string, string | number] => value[1] !== null);
  if (known.length < 2) return null;
  const ok = new Set(known.map(([, value]) => value)).size === 1;
  return {
    check: name,
    ok,
    detail: ok
      ? `${known.map(([source]) => source).join(', ')}: ${String(known[0]?.[1] ?? '')}`
      : `${what} differ: ${known.map(([source, value]) => `${source} ${value}`).join(', ')}`,
  };
}

function serialCheck(cable: Cable): Check | null {
  const parts = cable.id === null || cable.publishedId === null ? null : identifierParts(cable.id);
  return sameValues('serial number', 'The serial numbers', [
    ['identifier', parts === null ? null : number(parts.serial)],
    ['banner', cable.banner === null ? null : number(cable.banner.serial)],
    ['DE line', cable.de?.serial ?? null],
  ]);
}

function postCheck(cable: Cable): Check | null {
  const own = cable.id === null || cable.publishedId === null ? null : (identifierParts(cable.id)?.post ?? null);
  const canonical = (post: string | null): string | null => (post !== null && own !== null && otherCodesOf(own).includes(post) ? own : post);
  return sameValues('post', 'The posts', [
    ['identifier', own],
    ['banner', canonical(cable.banner === null ? null : postOf(cable.banner.post))],
    ['FM line', canonical(cable.from === null ? null : postOfOffice(cable.from))],
    ['origin', canonical(cable.origin === null ? null : postOfOffice(cable.origin))],
  ]);
}

function stationCheck(cable: Cable): Check | null {
  const station = cable.de === null ? null : postOfRoute(cable.de.station);
  const from = cable.from === null ? null : postOfOffice(cable.from);
  if (cable.de === null || station === null || from === null) return null;
  const ok = station === from || otherCodesOf(from).includes(station);
  return {
    check: 'sending station',
    ok,
    detail: ok
      ? `${cable.de.station} is ${postName(from)}`
      : `${cable.de.station} is listed for ${postName(station)}, the FM line says ${postName(from)}; routing indicators were reassigned over the years`,
  };
}

function timeChecks(cable: Cable): (Check | null)[] {
  const minute = (time: string | null): string | null => (time === null || time.length < 16 ? null : time.slice(0, 16));
  const dtg = minute(cable.dtg?.utc ?? null);
  return [
    sameValues('time sent', 'The times', [
      ['created', minute(cable.created)],
      ['date-time group', dtg],
    ]),
    sameValues('day of the year', 'The times', [
      ['DE line', minute(cable.deDate)],
      ['date-time group', dtg],
    ]),
  ];
}

function classificationChecks(cable: Cable): (Check | null)[] {
  const group = /\b([A-Z])\1{4}\b/.exec(cable.zn ?? '')?.[0];
  const printed = cable.classification === null ? null : levelOf(cable.classification);
  const banner = cable.banner === null ? null : levelOf(cable.banner.classification);
  const same = sameValues('classification', 'The classifications', [
    ['page', printed],
    ['banner', banner],
    ['ZN line', group === undefined ? null : (CRYPTO_LEVELS[group] ?? null)],
  ]);
  const marked = cable.paragraphs.filter((paragraph) => paragraph.marking !== null);
  const level = banner ?? printed;
  if (marked.length === 0 || level === null) return [same];
  const over = marked.filter((paragraph) => markRank(paragraph.marking ?? '') > levelRank(level));
  const ok = over.length === 0;
  return [
    same,
    {
      check: 'paragraph markings',
      ok,
      detail: ok
        ? `No paragraph is marked above ${level}`
        : `Paragraphs marked above ${level}: ${over.map(({ n, marking }) => `${n} (${marking ?? ''})`).join(', ')}`,
    },
  ];
}

function numberingCheck(cable: Cable): Check | null {
  const numbers = cable.paragraphs.map(({ n }) => n);
  if (numbers.length === 0) return null;
  const gap = numbers.find((n, index) => n !== index + 1);
  const last = numbers.at(-1) ?? 0;
  return {
    check: 'paragraph numbers',
    ok: gap === undefined,
    detail: gap === undefined ? `Paragraphs 1 to ${last}, none missing` : `Paragraph numbers do not run on: ${numbers.slice(0, 60).join(', ')}`,
  };
}

function letterCheck(cable: Cable): Check | null {
  const mentioned = [...new Set(cable.inTextReftels.flatMap(({ letters }) => letters))];
  if (mentioned.length === 0) return null;
  const bullets = new Set(cable.references.map(({ bullet }) => bullet));
  const missing = mentioned.filter((letter) => !bullets.has(letter));
  return {
    check: 'reference letters',
    ok: missing.length === 0,
    detail:
      missing.length === 0
        ? `Every letter in the text is in REF: ${mentioned.join(', ')}`
        : `The text refers to ${missing.join(', ')}, which REF does not list`,
  };
}

function sectionCheck(sections: readonly string[]): Check | null {
  const numbered = sections.flatMap((text) => sectionNumbers(text) ?? []);
  const total = numbered[0]?.total;
  if (total === undefined) return null;
  const found = new Set(numbered.map((section) => section.number));
  const missing = Array.from({ length: Math.min(total, 99) }, (_, index) => index + 1).filter((section) => !found.has(section));
  // Copies often keep only the first section's banner while the text is whole; then nothing can be said.
  if (found.size === 1 && total > 1) return null;
  return {
    check: 'sections',
    ok: missing.length === 0,
    detail: missing.length === 0 ? `Sections 1 to ${total}` : `Section ${missing.join(', ')} of ${total} is missing`,
  };
}

function pageChecks(cable: Cable, pageTags: string | null): (Check | null)[] {
  const found: Check[] = [];
  if (pageTags !== null && cable.tags.length > 0) {
    const printed = new Set(
      pageTags
        .toUpperCase()
        .split(/[\s,]+/)
        .filter((word) => word !== ''),
    );
    const words = new Set(cable.tags.flatMap((tag) => tag.split(/[\s,]+/)));
    const differing = [...printed, ...words].filter((word) => !printed.has(word) || !words.has(word));
    found.push({
      check: 'tags',
      ok: differing.length === 0,
      detail: differing.length === 0 ? 'Tags of the page and of the cable agree' : `Tags of the page and of the cable differ in: ${differing.join(', ')}`,
    });
  }
  if (cable.titleLabel !== null && cable.subject !== null) {
    const ok = cable.subject.startsWith(cable.titleLabel) || cable.titleLabel.includes(cable.subject);
    found.push({
      check: 'title',
      ok,
      detail: ok ? 'The title of the page is the beginning of the subject' : `The page is titled "${cable.titleLabel.slice(0, 120)}"`,
    });
  }
  return found;
}

/** Other catalogues write the year in full, noughts before the number and a letter after it; that is no damage. */
function plainSpelling(published: string): string {
  return published
    .toUpperCase()
    .replace(/_[A-Z]$/, '')
    .replace(/^(?:19|20)(?=\d\d[A-Z])/, '')
    .replace(/(?<=[A-Z])0+(?=\d+$)/, '');
}

function identifierCheck(cable: Cable): Check | null {
  if (cable.publishedId === null || cable.id === null || plainSpelling(cable.publishedId) === cable.id) return null;
  return { check: 'identifier spelling', ok: false, detail: `Published as ${cable.publishedId}, read as ${cable.id}` };
}

function tagSpellingCheck(tags: Printed['tags']): Check | null {
  const repaired = tags.filter(({ printed, tag }) => printed !== tag);
  if (repaired.length === 0) return null;
  return { check: 'tag spelling', ok: false, detail: repaired.map(({ printed, tag }) => `Tag ${printed} read as ${tag}`).join('; ') };
}

/** What the checks need beside the Cable: the section counts of every banner, the tags line of the web page, tags as printed and as read. */
export type Printed = { sections: readonly string[]; pageTags: string | null; tags: readonly { printed: string; tag: string }[] };

/** All checks that can be made. */
export function checksOf(cable: Cable, { sections, pageTags, tags }: Printed): Check[] {
  return [
    identifierCheck(cable),
    tagSpellingCheck(tags),
    serialCheck(cable),
    postCheck(cable),
    stationCheck(cable),
    ...timeChecks(cable).map((check) => check && { ...check, detail: check.detail.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d/g, (time) => plainTime(time)) }),
    ...classificationChecks(cable),
    ...pageChecks(cable, pageTags),
    numberingCheck(cable),
    letterCheck(cable),
    sectionCheck(sections),
  ].filter((check) => check !== null);
}
