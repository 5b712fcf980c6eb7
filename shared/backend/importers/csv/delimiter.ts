// Finds the sign that divides the cells of a separated text, by the habits of its first lines. It does not read the cells.

export type Division = {
  delimiter: string;
  /** Where the table begins: after the line by which some spreadsheets name the sign. */
  start: number;
};

const candidates = [',', ';', '\t', '|'];
const sampleLength = 64 * 1024;
/** Of the lines this share must have as many cells as most have; prose with commas has not. */
const regular = 0.6;
/** One column of longer lines is prose. */
const longestValue = 60;

/** Null when the text is no table. */
export function divide(source: string): Division | null {
  const named = /^sep=([^\n])[ \t]*\n/i.exec(source);
  if (named?.[1] !== undefined) return { delimiter: named[1], start: named[0].length };
  const sample = wholeLines(source);
  let best: { delimiter: string; score: number } | null = null;
  for (const delimiter of candidates) {
    const counts = cellCounts(sample, delimiter);
    const usual = mostFrequent(counts.filter((count) => count > 1));
    if (usual === null || isProse(sample, delimiter)) continue;
    const share = counts.filter((count) => count === usual).length / counts.length;
    const divided = counts.filter((count) => count > 1).length / counts.length;
    // Titles and notes around a table have no separators; rows of it have nearly all as many.
    const score = Math.max(share, divided > 0.3 ? counts.filter((count) => count === usual).length / counts.filter((count) => count > 1).length - 0.1 : 0);
    if (score >= regular && (best === null || score > best.score + 0.05)) best = { delimiter, score };
  }
  if (best !== null) return { delimiter: best.delimiter, start: 0 };
  // Rows of different lengths, but with cells in quotation marks.
  const quoting = candidates.find((delimiter) => sample.split(`"${delimiter}`).length + sample.split(`${delimiter}"`).length - 2 >= Math.max(2, cellCounts(sample, delimiter).length));
  if (quoting !== undefined) return { delimiter: quoting, start: 0 };
  const lines = sample.split('\n').filter((line) => line.trim() !== '');
  const isColumn = lines.length > 1 && lines.every((line) => line.length <= longestValue && !/[,;\t|]/.test(line));
  return isColumn ? { delimiter: ',', start: 0 } : null;
}

/** Sentences have their commas before blanks, and their lines end as sentences do. */
function isProse(sample: string, delimiter: string): boolean {
  if (delimiter !== ',' && delimiter !== ';') return false;
  const lines = sample.split('\n').filter((line) => line.trim() !== '');
  const sentences = lines.filter((line) => /[.!?]["”’)]?\s*$/.test(line) && !new RegExp(`${delimiter}\\S`).test(line));
  return sentences.length >= lines.length * regular;
}

function wholeLines(source: string): string {
  if (source.length <= sampleLength) return source;
  const end = source.lastIndexOf('\n', sampleLength);
  return source.slice(0, end > 0 ? end : sampleLength);
}

/** Cells of each line that is not blank; separators and line ends in quotations do not count. */
function cellCounts(sample: string, delimiter: string): number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let blank = true;
  const endLine = (): void => {
    if (!blank) counts.push(cells);
    cells = 1;
    blank = true;
  };
  for (let at = 0; at < sample.length; at++) {
    const sign = sample.charAt(at);
    if (sign === '"') {
      const opens = !quoted && (at === 0 || sample.charAt(at - 1) === delimiter || sample.charAt(at - 1) === '\n');
      if (opens) quoted = true;
      else if (quoted && sample.charAt(at - 1) !== '\\') quoted = false;
      else if (!quoted && sample.charAt(at - 1) === '"') quoted = true;
      blank = false;
    } else if (sign === '\n' && !quoted) endLine();
    else if (sign === delimiter && !quoted) cells++;
    else if (sign.trim() !== '') blank = false;
  }
  endLine();
  return counts;
}

function mostFrequent(numbers: readonly number[]): number | null {
  const times = new Map<number, number>();
  let best: number | null = null;
  for (const number of numbers) {
    const count = (times.get(number) ?? 0) + 1;
    times.set(number, count);
    if (best === null || count > (times.get(best) ?? 0)) best = number;
  }
  return best;
}
