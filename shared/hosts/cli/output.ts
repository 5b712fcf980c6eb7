// How the command line speaks: aligned columns for people, JSON for programs. It never prints to standard error.

/** Prints one JSON value on a line of its own. Bytes become {"$base64": "..."}. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, bytesAsText) ?? 'null');
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function bytesAsText(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? { $base64: Buffer.from(value).toString('base64') } : value;
}

/** Prints rows with a heading; the last column takes what is left of the line. Nothing at all for no rows. */
export function printTable(heading: readonly string[], rows: readonly (readonly (string | number | null)[])[]): void {
  if (rows.length === 0) return;
  const cells = [heading, ...rows].map((row) => row.map((cell) => (cell === null ? '–' : String(cell).replace(/\s+/g, ' '))));
  const last = heading.length - 1;
  const widths = heading.map((_, column) => Math.min(process.stdout.isTTY ? columnLimit : Infinity, Math.max(...cells.map((row) => displayWidth(row[column] ?? '')))));
  const rest = lineWidth() - widths.slice(0, last).reduce((sum, width) => sum + width + 2, 0);
  cells.forEach((row, index) => {
    const line = row.map((cell, column) => (column === last ? shorten(cell, Math.max(20, rest)) : pad(shorten(cell, widths[column] ?? 0), widths[column] ?? 0)));
    print(index === 0 ? bold(line.join('  ').trimEnd()) : line.join('  ').trimEnd());
  });
}

/** Widest column but the last on a terminal, in characters: a title may be long, and other columns matter too. */
const columnLimit = 48;

export function bold(text: string): string {
  return process.stdout.isTTY && !process.env['NO_COLOR'] ? `\u001b[1m${text}\u001b[22m` : text;
}

/** Into a pipe nothing is cut: a program or a search reads it. */
function lineWidth(): number {
  return process.stdout.isTTY ? process.stdout.columns : 10_000;
}

function shorten(text: string, width: number): string {
  if (!process.stdout.isTTY || displayWidth(text) <= width) return text;
  return `${[...text].slice(0, width - 1).join('')}…`;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

const segmenter = new Intl.Segmenter();

/** Characters as a reader counts them. */
function displayWidth(text: string): number {
  return /^[\u0020-\u007e]*$/.test(text) ? text.length : [...segmenter.segment(text)].length;
}

/** "1 file", "3 files". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
