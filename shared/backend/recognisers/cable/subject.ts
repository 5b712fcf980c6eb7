// Reads the SUBJECT of a cable: where it ends, and its words without the portion mark. Title case for display is title-case.ts's work.

import type { TextRange } from '../../../core/document.ts';
import type { HeaderLabel } from './labels.ts';
import { MARK } from './marking.ts';
import { linesOf, oneLine, trimmed } from './source.ts';

const ENDS_SUBJECT = new RegExp(
  [
    '^\\s*[-=_*]{4,}',
    `^\\s*¶?1(?: ?[.)] ?(?:[A-Z(]|$)| ?\\(${MARK}\\))`,
    '^\\s*[-=* ]*(?:EXECUTIVE )?SUMM?A?RY\\s*(?:[-:.=/]|AND |$)',
    '^\\s*THIS IS AN? ACTION REQUEST',
    '^\\s*SENSITIVE BUT',
    '^\\s*C ?O ?R ?R ?E ?C ?T ?E ?D +COPY',
    '^\\s*(?:SIPDIS|NOFORN|SENSITIVE|NODIS|EXDIS)\\s*$',
  ].join('|'),
  'i',
);
const MARK_IN_FRONT = new RegExp(`^\\(${MARK}\\)\\s*`, 'i');
const MARK_AT_END = new RegExp(`\\(${MARK}\\)$`, 'i');

/** Words of handling that a copy without line breaks runs on after the subject. */
const HANDLING_INSIDE = /(?<=\S\s{1,8})SENSITIVE BUT UNCLASSIFIED\b/;

/** The first SUBJECT label at a line's start, else the first inside a line. */
export function subjectLabel(work: string, labels: readonly HeaderLabel[]): HeaderLabel | null {
  const subjects = labels.filter((label) => label.kind === 'subject');
  return subjects.find((label) => label.start === 0 || work[label.start - 1] === '\n') ?? subjects[0] ?? null;
}

/**
 * The range of the subject's words after its label, which may begin after blank lines and run over several lines; empty when the cable
 * prints none. limit is where the body begins.
 */
export function subjectRange(work: string, label: HeaderLabel, labels: readonly HeaderLabel[], limit: number): TextRange {
  const next = labels.find((other) => other.start >= label.valueStart && other.kind !== 'subject');
  const stop = Math.min(limit, next?.start ?? limit);
  let start = -1;
  let end = label.valueStart;
  for (const line of linesOf(work, label.valueStart, stop)) {
    if (line.blank) {
      if (start === -1) continue;
      break;
    }
    if (line.start > label.valueStart && ENDS_SUBJECT.test(line.text.slice(0, 120))) break;
    if (start === -1) start = line.start;
    const handling = HANDLING_INSIDE.exec(line.text);
    if (handling !== null && line.start + handling.index > start) {
      end = line.start + handling.index;
      break;
    }
    end = line.end;
  }
  return start === -1 ? { start: label.valueStart, end: label.valueStart } : trimmed(work, { start, end });
}

/** The range without a portion mark in front or at the end. Other brackets belong to the subject. */
export function withoutMark(work: string, range: TextRange): TextRange {
  const text = work.slice(range.start, range.end);
  const front = MARK_IN_FRONT.exec(text)?.[0].length ?? 0;
  const back = MARK_AT_END.exec(text.slice(front))?.[0].length ?? 0;
  return trimmed(work, { start: range.start + front, end: range.end - back });
}

/** The subject as one line. */
export function subjectText(work: string, range: TextRange): string {
  return oneLine(work.slice(range.start, range.end));
}
