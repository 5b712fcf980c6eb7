// Finds Markdown that nests beyond what people write, before a parser that descends into it is called.

/** Quotations and lists in real documents nest fewer than ten levels. */
const deepest = 100;
/** A run of opening signs this long without letters is noise that parsers compare pair by pair. */
const longestRun = 2_000;

const quotes = new RegExp(`^(?:[ \\t]*>){${deepest}}`, 'm');
const items = new RegExp(`^(?:[ \\t]*(?:[-+*]|\\d{1,9}[.)])[ \\t]+){${deepest}}`, 'm');
const indented = new RegExp(`^[ \\t]{${deepest * 2},}(?:[-+*>]|\\d{1,9}[.)])`, 'm');
const run = new RegExp(`[\\[\\]*_~\`!(<&]{${longestRun}}`);
/** Unclosed brackets and emphasis are remembered to the end of the paragraph and compared with each that follows. */
const opening = /\[|\*+|_+|~+|`+/g;
const mostOpening = 8_000;

export function hasHostileNesting(source: string): boolean {
  if (quotes.test(source) || items.test(source) || indented.test(source) || run.test(source)) return true;
  for (const paragraph of source.split(/\n\s*\n/)) {
    if (paragraph.length > mostOpening && (paragraph.match(opening)?.length ?? 0) > mostOpening) return true;
  }
  return false;
}
