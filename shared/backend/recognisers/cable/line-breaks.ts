// Undoes two accidents of copying in the working copy: line breaks that were lost, so that a whole cable stands on one line, and lines that
// were doubled, so that a blank line follows each. Blanks and newlines change places; the length never changes.

/** A line this long is no line of a cable: its breaks were lost. Unwrapped paragraphs, which are normal, hold none of the marks below. */
const LOST = 300;
/** What begins a line of the headers, in the order of the form. */
const LINE_BEGINNINGS = new RegExp(
  [
    '\\d{2}[A-Z]{3,17}\\d{1,7} \\d{4}-\\d\\d-\\d\\d',
    'VZCZ[A-Z]{1,8}\\d',
    '(?:ZZ|OO|PP|RR) R[A-Z]{3,7} ',
    'DE R[A-Z]{3,7} #',
    'ZN[RY] [A-Z]{5} ',
    '(?:[ZOPR] ){1,2}\\d{6}Z [A-Z]{3} \\d\\d',
    'FM (?:AM|US|SEC|CDR|REO|AIT)',
    '(?:TO|INFO) (?:R[A-Z]{3,7}\\/|AM|SECSTATE)',
    'R[A-Z]{4,7}\\/[A-Z]',
    '(?:UNCLAS|U N C L A S|CONFIDENTIAL|C O N F I D E N T I A L|SECRET|S E C R E T) (?:SECTION \\d\\d OF \\d\\d )?[A-Z]+(?: [A-Z]+){0,3} \\d{6}\\b',
    'E\\.O\\. \\d{5}',
    'SIPDIS\\b',
    '(?<=SIPDIS )[A-Z]',
    'T(?:AGS|ags):',
    'SUBJECT:',
    'REFS?:',
    'Classified By:',
    'Cable title:',
  ].join('|'),
  'g',
);
const NUMBER = /(?<=[.!?:)"”\d] {1,4})¶?(\d{1,2})\. (?=[A-Z("“])/g;

/** Offsets in a long line where a line of the form begins; empty when it shows fewer than two of them. */
function beginnings(line: string): number[] {
  const marks = [...line.matchAll(LINE_BEGINNINGS)].map((found) => found.index);
  if (marks.length < 2) return [];
  let last = 0;
  for (const found of line.matchAll(NUMBER)) {
    if (Number(found[1]) !== last + 1) continue;
    last += 1;
    marks.push(found.index);
  }
  return marks;
}

function restored(copy: string): string {
  const lines = copy.split('\n');
  if (lines.every((line) => line.length < LOST)) return copy;
  return lines
    .map((line) => {
      if (line.length < LOST) return line;
      const letters = beginnings(line).filter((at) => line[at - 1] === ' ');
      if (letters.length === 0) return line;
      const parts: string[] = [];
      let from = 0;
      for (const at of letters.sort((left, right) => left - right)) {
        parts.push(line.slice(from, at - 1), '\n');
        from = at;
      }
      parts.push(line.slice(from));
      return parts.join('');
    })
    .join('\n');
}

function closedUp(copy: string): string {
  const lines = copy.split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length < 12 || filled.some((line) => line.length > 120)) return copy;
  const followed = lines.filter((line, index) => line.trim() !== '' && (lines[index + 1] ?? '').trim() === '').length;
  return followed === filled.length ? copy.replace(/\n( *)\n/g, ' $1\n') : copy;
}

/** The working copy with the lines the sender had. */
export function withLineBreaks(copy: string): string {
  return closedUp(restored(copy));
}
