// The marking of a brief from the markings of its sources. A marking that is not understood is kept, never dropped.

/** From highest to lowest. The first group is the US scale and what it is written as; then what other issuers print. */
const scale: readonly (readonly string[])[] = [
  ['TOP SECRET', 'TS', 'TRÈS SECRET', 'COSMIC TOP SECRET', 'TRES SECRET UE/EU TOP SECRET'],
  ['SECRET', 'S', 'NATO SECRET'],
  ['CONFIDENTIAL', 'C', 'NATO CONFIDENTIAL', 'STRICTLY CONFIDENTIAL'],
  ['RESTRICTED', 'NATO RESTRICTED', 'OFFICIAL-SENSITIVE', 'OFFICIAL SENSITIVE'],
  ['CUI', 'CONTROLLED', 'SENSITIVE BUT UNCLASSIFIED', 'SBU', 'FOR OFFICIAL USE ONLY', 'FOUO', 'LIMITED OFFICIAL USE', 'UNCLASSIFIED//FOUO'],
  ['UNCLASSIFIED', 'UNCLAS', 'U', 'NATO UNCLASSIFIED', 'OFFICIAL'],
];

/**
 * The highest classification among the sources, written as that source writes it, followed by every caveat ("SECRET//NOFORN",
 * "UNCLAS SENSITIVE") and every marking that is on no known scale. Empty when no source is marked.
 */
export function highestMarkings(classifications: readonly (string | null)[]): string[] {
  let highest: { rank: number; text: string } | null = null;
  const others = new Map<string, string>();
  for (const classification of classifications) {
    const { rank, level, caveats } = read(plain(classification ?? ''));
    if (rank !== null && (highest === null || rank < highest.rank)) highest = { rank, text: spelledOut[level.toUpperCase()] ?? level };
    for (const other of rank === null ? [level, ...caveats] : caveats) {
      if (other !== '') others.set(other.toUpperCase(), other);
    }
  }
  return [...(highest ? [highest.text] : []), ...others.values()];
}

/** A single letter or abbreviation at the head of a page would not be understood. */
const spelledOut: Record<string, string> = { TS: 'TOP SECRET', S: 'SECRET', C: 'CONFIDENTIAL', U: 'UNCLASSIFIED', UNCLAS: 'UNCLASSIFIED' };

function read(marking: string): { rank: number | null; level: string; caveats: string[] } {
  const whole = rankOf(marking);
  if (whole !== null) return { rank: whole, level: marking, caveats: [] };
  const [first = '', ...caveats] = marking.split(/\s*\/\/\s*/).filter(Boolean);
  const level = leadingLevel(first) ?? first;
  return { rank: rankOf(level), level, caveats: [first.slice(level.length).trim(), ...caveats] };
}

function rankOf(marking: string): number | null {
  const rank = scale.findIndex((names) => names.includes(marking.toUpperCase()));
  return rank < 0 ? null : rank;
}

/** The level at the start of "SECRET NOFORN"; a lone letter counts only when nothing follows it. */
function leadingLevel(marking: string): string | null {
  const capitals = marking.toUpperCase();
  const name = scale
    .flat()
    .filter((each) => each.length > 2 && (capitals === each || capitals.startsWith(`${each} `)))
    .toSorted((one, other) => other.length - one.length)[0];
  return name === undefined ? rankOf(capitals) === null ? null : marking : marking.slice(0, name.length);
}

/** One line, without the brackets of paragraph markings, and "S E C R E T" drawn together. */
function plain(marking: string): string {
  const line = marking.replace(/\s+/gu, ' ').replace(/^[\s([]+|[\s)\]]+$/gu, '');
  return line.replace(/(?<!\S)\p{Lu}(?: \p{Lu}(?!\S)){4,}/gu, (letters) => letters.replaceAll(' ', ''));
}
