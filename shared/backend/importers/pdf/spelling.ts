// Small repairs a careful typist would make: hyphens and spaces where a line or a font broke a word. Pure text rules.

/** Ends of sentences and opening brackets that were set without a space: "labor.The", "labor.(4)". */
const joint = /^(.*?(?:\p{Ll}{2}["”’)\]]?[.!?;:]["”’)]?|\p{Ll}{2},|\)[.,;]?|\d[.,;](?=\(\d)|\d{4},(?=\p{Lu}\p{Ll})|\p{Ll}{3}(?=\(\d{1,3}(?:[,;–-]\d{1,3})*\)[.,;]?$)))((?:\p{Lu}\p{Ll}*\S*|\(\d[\d\s,;–-]*\)?\S*)|\(\d\S*)$/u;
const noJoint = /[@/\\]|www\.|https?:|\.(?:com|org|net|gov|pdf|html?|php|asp)\b/iu;

/** What stands after a missing space; nearly no word has it, and looking for it is quick. */
const second = /.[\p{Lu}(]/u;

/** Where in a word a space is missing, as an index; 0 when nowhere. */
export function missingSpace(text: string): number {
  if (text.length < 4 || !second.test(text) || noJoint.test(text)) return 0;
  const match = joint.exec(text);
  const before = match?.[1];
  return before === undefined || before.length >= text.length ? 0 : before.length;
}

const hyphen = /[-\u2010\u00ad]$/u;
const addressLike = /:\/\/|(?:^|[(["“])www\.|^[\w.-]+\.(?:com|org|net|gov|int|edu)(?:\/|$)/iu;

export type LineJoin =
  /** A space goes between. */
  | 'space'
  /** The parts are one word as they stand: compound or address. */
  | 'close'
  /** The hyphen may be one that only the line end asked for; the document's other words decide. */
  | 'hyphen'
  /** A soft hyphen: it goes. */
  | 'drop';

/** Signs at which an address is broken over lines: after some, before others. */
const addressGoesOn = /(?:[/\-_=?&%#]|%[0-9A-F]{2})$/u;
const addressContinues = /^[/?=&_%#.:]/u;

function joinOfAddress(last: string, next: string): LineJoin {
  if (addressContinues.test(next)) return 'close';
  if (/^[[(]/u.test(next)) return 'space';
  if (last.endsWith('.')) return /^\p{Lu}/u.test(next) ? 'space' : 'close';
  return addressGoesOn.test(last) ? 'close' : 'space';
}

/** How the last word of a line, with all that was already joined to it, and the first of the next belong together. */
export function joinOfLines(last: string, next: string): LineJoin {
  if (last.endsWith('\u00ad')) return 'drop';
  if (addressLike.test(last)) return joinOfAddress(last, next);
  const wordFollows = /^[\p{L}\p{N}]/u.test(next);
  if (hyphen.test(last) && last.length > 1) {
    if (/^\p{Ll}/u.test(next) && /\p{Ll}[-\u2010]$/u.test(last)) return 'hyphen';
    return wordFollows ? 'close' : 'space';
  }
  return wordFollows && /\p{L}[/–—]$/u.test(last) ? 'close' : 'space';
}

const wordBefore = /[\p{L}\p{M}'’]+$/u;
const wordAfter = /^[\p{L}\p{M}'’]+/u;

/**
 * Which line-end hyphens (offsets of the hyphen in `text`) to leave out. A hyphen goes when the document writes the closed word
 * elsewhere and never the hyphenated one; where it writes neither, when most decided hyphens went.
 */
export function hyphensToDrop(text: string, candidates: readonly number[]): number[] {
  if (candidates.length === 0) return [];
  const isCandidate = new Set(candidates);
  const closed = new Set<string>();
  const hyphenated = new Set<string>();
  for (const match of text.matchAll(/[\p{L}\p{M}'’]+(?:[-\u2010][\p{L}\p{M}'’]+)*/gu)) {
    const word = match[0];
    const at = word.search(/[-\u2010]/u);
    if (at < 0) closed.add(word.toLowerCase());
    else if (!isCandidate.has(match.index + at)) hyphenated.add(word.toLowerCase().replaceAll('\u2010', '-'));
  }
  // Hyphens of addresses and of chains of words are their own.
  const ownHyphen = (at: number): boolean => {
    const token = (/\S*$/u.exec(text.slice(Math.max(0, at - 200), at))?.[0] ?? '') + (/^\S*/u.exec(text.slice(at + 1, at + 200))?.[0] ?? '');
    return /[/\\=&%?_@]|-|\p{L}\.\p{L}/u.test(token);
  };
  const undecided: number[] = [];
  const drop: number[] = [];
  let kept = 0;
  for (const at of candidates) {
    const before = wordBefore.exec(text.slice(Math.max(0, at - 40), at))?.[0].toLowerCase() ?? '';
    const after = wordAfter.exec(text.slice(at + 1, at + 41))?.[0].toLowerCase() ?? '';
    if (ownHyphen(at)) continue;
    if (hyphenated.has(`${before}-${after}`)) kept++;
    else if (closed.has(before + after)) drop.push(at);
    // Two whole words of the document are more likely a compound than one broken word.
    else if (closed.has(before) && closed.has(after)) kept++;
    else undecided.push(at);
  }
  if (drop.length >= 3 && drop.length > 2 * kept) drop.push(...undecided);
  return drop.sort((a, b) => a - b);
}
