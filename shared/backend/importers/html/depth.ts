// Keeps the nesting of a page within what a tree can be built and walked for. Only tags are taken out, never text, and only
// from pages that nest beyond any that people write.

/** Pages people write nest some dozens of levels; generated ones a hundred or two. */
const deepest = 300;
/** Elements that bring others with them: a table its body, row and cell, a list its items. */
const weights = new Map([['table', 4], ['ul', 2], ['ol', 2], ['dl', 2], ['menu', 2], ['dir', 2]]);
/** Open formatting elements are copied into each new paragraph, so many of them at once multiply the tree. */
const mostFormatting = 30;

const pieces = /<!--(?:>|->|[\s\S]*?(?:-->|--!>|$))|<(script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>])[^>]*>|<(\/?)([a-zA-Z][^\s/>]*)[^>]*>?/gi;

/** Elements that hold nothing, or that the next of their kind ends: they add no lasting depth. */
const flat = new Set(
  'a nobr button area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot colgroup option optgroup html head body'.split(' '),
);
const formatting = new Set('b big code em font i s small strike strong tt u'.split(' '));

/** The page with the tags beyond the limits taken out, and whether there were any. */
export function boundDepth(html: string): { html: string; bounded: boolean } {
  if (!tooDeep(html)) return { html, bounded: false };
  const kept: string[] = [];
  let from = 0;
  const nesting = { depth: 0, formatting: 0 };
  /** For each open element, whether its tag was kept; its end tag shares its fate. */
  const open: { name: string; kept: boolean }[] = [];
  scan(html, (name, closing, start, end) => {
    let keep: boolean;
    if (closing) {
      const opened = takeOpen(open, name);
      keep = opened?.kept ?? nesting.depth < deepest;
      if (opened?.kept) count(nesting, name, -1);
    } else {
      keep = nesting.depth < deepest && (!formatting.has(name) || nesting.formatting < mostFormatting);
      open.push({ name, kept: keep });
      if (keep) count(nesting, name, 1);
    }
    if (keep) return;
    kept.push(html.slice(from, start), formatting.has(name) ? '' : '<br><br>');
    from = end;
  });
  kept.push(html.slice(from));
  return { html: kept.join(''), bounded: true };
}

type Nesting = { depth: number; formatting: number };

function count(nesting: Nesting, name: string, step: 1 | -1): void {
  nesting.depth = Math.max(0, nesting.depth + step * (weights.get(name) ?? 1));
  if (formatting.has(name)) nesting.formatting = Math.max(0, nesting.formatting + step);
}

function tooDeep(html: string): boolean {
  const nesting = { depth: 0, formatting: 0 };
  let found = false;
  scan(html, (name, closing) => {
    count(nesting, name, closing ? -1 : 1);
    found = nesting.depth > deepest || nesting.formatting > mostFormatting;
    return found;
  });
  return found;
}

/** End tags come in a wrong order now and then, but never far from their place. */
const furthestMisplaced = 20;

function takeOpen(open: { name: string; kept: boolean }[], name: string): { kept: boolean } | undefined {
  for (let i = open.length - 1; i >= 0 && i >= open.length - furthestMisplaced; i--) {
    if (open[i]?.name === name) return open.splice(i, 1)[0];
  }
  return undefined;
}

/** Calls `see` for each tag that can nest, until it answers true. */
function scan(html: string, see: (name: string, closing: boolean, start: number, end: number) => boolean | void): void {
  let foreign = 0;
  pieces.lastIndex = 0;
  for (let found = pieces.exec(html); found; found = pieces.exec(html)) {
    if (found[1]) {
      const end = new RegExp(`</${found[1]}`, 'gi');
      end.lastIndex = pieces.lastIndex;
      if (!end.test(html)) return;
      pieces.lastIndex = end.lastIndex;
      continue;
    }
    const name = found[3]?.toLowerCase();
    if (!name || flat.has(name)) continue;
    const closing = found[2] === '/';
    // Only in drawings and formulas does "/>" end an element.
    const isForeign = name === 'svg' || name === 'math';
    if ((foreign > 0 || isForeign) && found[0].endsWith('/>')) continue;
    if (isForeign) foreign = Math.max(0, foreign + (closing ? -1 : 1));
    if (see(name, closing, found.index, pieces.lastIndex)) return;
  }
}
