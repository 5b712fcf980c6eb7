// Numbers that an action asks for: "from 189 to 969 inspectors". Only what is written as a target is read; nothing is reckoned.

/** A quantity that an action wants changed. */
export type ActionTarget = {
  /** What is counted, in the action's words ("labor inspectors"). */
  what: string;
  from: number | null;
  to: number;
  /** Indicator that measures it; null when none is known to. */
  indicator: string | null;
  /** Offsets into the text of the action. */
  start: number;
  end: number;
};

const number = String.raw`(?<!\d)(\d{1,3}(?:,\d{3})+|\d+)(?![\d,]*\d)`;
const things = String.raw`(?:[\p{L}-]+\s+){0,3}?(?:inspectors?|investigators?|inspections?|officers?|judges?|prosecutors?|children|shelters?|years?|percent)`;

/** "from 189 to 969 inspectors", "inspectors from 189 to at least 969". */
const fromTo = new RegExp(String.raw`(?:(${things})\s+)?from\s+(?:approximately\s+|about\s+)?${number}\s+to\s+(?:at\s+least\s+|approximately\s+|about\s+)?${number}(?:\s+(${things}))?`, 'giu');
/** "to at least 969 inspectors", "a minimum of 969 inspectors". */
const atLeast = new RegExp(String.raw`(?:(?:to\s+)?at\s+least|a\s+minimum\s+of|to\s+a\s+total\s+of)\s+${number}\s+(${things})`, 'giu');

/** What an indicator measures; the first that fits. */
const indicators: readonly [RegExp, string][] = [
  [/\binspectors?\b/iu, 'enforcement.labor_inspectors'],
  [/\binspections?\b/iu, 'enforcement.labor_inspections'],
];

/** No action is as long; a longer text is some other thing, and is read so far only. */
const longest = 5000;

/** Targets in the order of the text. */
export function targetsOf(action: string): ActionTarget[] {
  const text = action.slice(0, longest);
  const found: ActionTarget[] = [];
  for (const match of text.matchAll(fromTo)) {
    const [whole, before, from = '', to = '', after] = match;
    found.push(targetOf(text, after ?? before ?? nounBefore(text, match.index), readNumber(from), readNumber(to), match.index, whole.length));
  }
  for (const match of text.matchAll(atLeast)) {
    const [whole, to = '', after = ''] = match;
    if (found.some(({ start, end }) => match.index < end && match.index + whole.length > start)) continue;
    found.push(targetOf(text, after, null, readNumber(to), match.index, whole.length));
  }
  // "from 2019 to 2021" is a time.
  return found.filter(({ from, to }) => !(isYear(from ?? to) && isYear(to))).toSorted((one, other) => one.start - other.start);
}

function targetOf(text: string, what: string, from: number | null, to: number, start: number, length: number): ActionTarget {
  const words = what.replace(/\s+/gu, ' ').replace(/^(?:the )?number of /iu, '').trim();
  const indicator = indicators.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  return { what: words === '' ? text.slice(start, start + length) : words, from, to, indicator, start, end: start + length };
}

/** "the number of labor inspectors to meet …, from 189 to 969": the thing stands earlier in the sentence. */
function nounBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 200), at);
  return [...before.matchAll(new RegExp(things, 'giu'))].at(-1)?.[0] ?? '';
}

function readNumber(digits: string): number {
  return Number(digits.replaceAll(',', ''));
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1900 && value <= 2100;
}
