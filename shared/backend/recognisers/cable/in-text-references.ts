// Finds what the body refers to by letter ("reftel A", "refs B, C and D"). The letters resolve through the bullets of the header's REF.

/** One mention and its letters, in reading order. */
export type LetterMention = { letters: string[]; offset: number };

const MENTION =
  /\bref(?:s|tels?|erences?)?\s{1,4}\(?([A-Z](?![A-Za-z'’.]\w|[a-z]))((?:\)?\s{0,4}(?:,|&|and|or|-|through|thru|\/)\s{0,4}(?:and\s{1,4}|or\s{1,4})?(?:ref(?:tel)?\s{1,4})?\(?[A-Z](?![A-Za-z'’]))*)/gi;
/** Longest list of letters read after one "refs". */
const LONGEST = 120;

/** Mentions in a stretch of text. A range (A-D, A through D) gives every letter in it. */
export function letterMentions(text: string): LetterMention[] {
  const mentions: LetterMention[] = [];
  for (const found of text.matchAll(MENTION)) {
    const first = found[1] ?? '';
    if (first !== first.toUpperCase()) continue;
    const letters = [first];
    for (const next of (found[2] ?? '').slice(0, LONGEST).matchAll(/(-|through|thru)?\s{0,4}\(?(?:ref(?:tel)?\s{1,4})?\b([A-Z])(?![A-Za-z])/g)) {
      const letter = next[2] ?? '';
      const before = letters.at(-1) ?? first;
      if (next[1] !== undefined) for (let code = before.charCodeAt(0) + 1; code < letter.charCodeAt(0); code += 1) letters.push(String.fromCharCode(code));
      if (!letters.includes(letter)) letters.push(letter);
    }
    mentions.push({ letters, offset: found.index });
  }
  return mentions;
}
