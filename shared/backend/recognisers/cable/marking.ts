// Classification words and portion marks: how they are written, what level and caveats they mean, which is higher.

/** Levels from low to high. Sensitive-but-unclassified is a handling caveat of UNCLASSIFIED, not a level. */
const LEVELS = ['UNCLASSIFIED', 'LIMITED OFFICIAL USE', 'CONFIDENTIAL', 'SECRET', 'TOP SECRET'] as const;

/** What may stand in the brackets of a portion mark. */
export const MARK = '(?:TS|LOU|FOUO|SBU|[UCS])(?:\\/{1,2} ?[A-Z]{1,6}|-[A-Z]{1,4}|, ?[A-Z]{2,6})?';
const MARK_LEVELS: Readonly<Record<string, number>> = { U: 0, SBU: 0, FOUO: 0, LOU: 1, C: 2, S: 3, TS: 4 };

/** Classification words as banners write them, letters perhaps spaced; anchored by the caller. */
export const CLASSIFICATION_WORDS =
  '(?:T ?O ?P {1,3}S ?E ?C ?R ?E ?T|L ?I ?M ?I ?T ?E ?D {1,3}O ?F ?F ?I ?C ?I ?A ?L {1,3}U ?S ?E|U ?N ?C ?L ?A ?S(?: ?S ?I ?F ?I ?E ?D)?|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T)';

const CAVEATS: Readonly<Record<string, string>> = {
  NOFORN: 'NOFORN',
  NF: 'NOFORN',
  FOUO: 'FOUO',
  'FOR OFFICIAL USE ONLY': 'FOUO',
  SBU: 'SBU',
  SENSITIVE: 'SBU',
  'SENSITIVE BUT UNCLASSIFIED': 'SBU',
  NODIS: 'NODIS',
  EXDIS: 'EXDIS',
  LIMDIS: 'LIMDIS',
  STADIS: 'STADIS',
  ROGER: 'ROGER',
  'ROGER CHANNEL': 'ROGER',
};

/** The level of a classification in any spelling ("U N C L A S", "SECRET//NOFORN"); null when it names none. */
export function levelOf(classification: string): string | null {
  const letters = (classification.split('//')[0] ?? '').toUpperCase().replace(/[^A-Z]/g, '');
  if (letters.startsWith('UNCLAS')) return 'UNCLASSIFIED';
  return LEVELS.find((level) => level.replace(/ /g, '') === letters) ?? null;
}

/** Rank of a level, 0 lowest; -1 when unknown. */
export function levelRank(level: string | null): number {
  return LEVELS.findIndex((known) => known === level);
}

/** Rank of a portion mark such as "C/NF". */
export function markRank(mark: string): number {
  return MARK_LEVELS[mark.toUpperCase().split(/[^A-Z]/)[0] ?? ''] ?? -1;
}

/** The caveat a word of a classification or caption stands for; null when it is none. */
export function caveatOf(word: string): string | null {
  return CAVEATS[word.trim().toUpperCase()] ?? null;
}

/** A published classification in one spelling: upper case, parts divided by two slashes. */
export function canonicalClassification(printed: string): string {
  return printed
    .toUpperCase()
    .split('//')
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .map((part, index) => (index === 0 ? (levelOf(part) ?? part) : part))
    .join('//');
}
