// The text of one passage while its elements are read: blanks collapsed as a browser shows them, emphasis and links as runs.

import type { Run, RunStyle } from '../../../core/document.ts';

type OpenRun = { style: RunStyle; href: string | null; start: number };

export type InlineText = {
  /** Text as written in the page; any run of blanks is one blank. */
  add: (text: string) => void;
  /** A line break inside the passage; false when it only repeats one, as people do to part paragraphs. */
  breakLine: () => boolean;
  open: (style: RunStyle, href?: string | null) => void;
  close: () => void;
  /** The passage so far, emptied for the next; runs still open go on in it. */
  take: () => { text: string; runs: Run[] };
};

export function inlineText(): InlineText {
  let parts: string[] = [];
  let length = 0;
  let last = '';
  let runs: Run[] = [];
  const open: OpenRun[] = [];

  const append = (text: string): void => {
    if (text === '') return;
    parts.push(text);
    length += text.length;
    last = text.charAt(text.length - 1);
  };
  const finish = ({ style, href, start }: OpenRun): void => {
    if (length > start) runs.push({ style, start, end: length, ...(href ? { href } : {}) });
  };

  return {
    add: (raw) => {
      let text = raw.replace(/[\u00ad\u200b\u2060]/g, '').replace(/[\s\u00a0]+/g, ' ');
      if ((length === 0 || last === ' ' || last === '\n') && text.startsWith(' ')) text = text.slice(1);
      append(text);
    },
    breakLine: () => {
      if (length === 0) return true;
      if (last === '\n') return false;
      append('\n');
      return true;
    },
    open: (style, href = null) => {
      open.push({ style, href, start: length });
    },
    close: () => {
      const run = open.pop();
      if (run) finish(run);
    },
    take: () => {
      for (const run of open) {
        finish(run);
        run.start = 0;
      }
      const text = parts.join('').trimEnd();
      const kept = runs.map((run) => trimmed(run, text)).filter((run) => run.end > run.start);
      kept.sort((a, b) => a.start - b.start || b.end - a.end);
      parts = [];
      runs = [];
      length = 0;
      last = '';
      return { text, runs: kept };
    },
  };
}

/** A run without the blanks at its ends. */
function trimmed(run: Run, text: string): Run {
  let { start, end } = run;
  end = Math.min(end, text.length);
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  return { ...run, start, end };
}

const superscripts = new Map([...'0123456789+-=()'].map((sign, i) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾'.charAt(i)]));
const subscripts = new Map([...'0123456789+-=()'].map((sign, i) => [sign, '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'.charAt(i)]));

/**
 * Raised or lowered digits as the characters Unicode has for them, so that "1,234" with footnote 5 does not become 12345;
 * null when the text has others.
 */
export function raisedDigits(text: string, lowered = false): string | null {
  const digits = text.trim().replace(/^\[(\d{1,3})\]$/, '$1');
  const signs = lowered ? subscripts : superscripts;
  let raised = '';
  for (const sign of digits) {
    const own = sign === ',' || sign === '–' || sign === ' ' ? sign : signs.get(sign);
    if (own === undefined) return null;
    raised += own;
  }
  return raised === '' ? null : raised;
}
