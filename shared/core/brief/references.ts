// Inline citations in the text of a brief. The syntax is ours, close to Pandoc's:
//
//   [@annotation:ID]                  the passage of an annotation, with its page or paragraph
//   [@document:ID]                    a document as a whole
//   [@document:ID, p. 4]              a document with a locator in the analyst's words
//   [@annotation:A; @document:B]      several in one pair of brackets
//
// A backslash before the bracket keeps it from being a citation; nothing in code spans or fenced code is one.
// Not here: what an id stands for (resolve.ts), and Markdown itself (the exporters).

export type ReferenceKind = 'annotation' | 'document' | 'citation';

export type Reference = {
  kind: ReferenceKind;
  id: string;
  /** What stands behind the comma; '' when nothing does. */
  locator: string;
};

/** References in one pair of brackets; offsets are UTF-16 code units into the Markdown, half-open. */
export type ReferenceGroup = { start: number; end: number; references: Reference[] };

/** 400 characters hold nine ids with locators; a longer bracket is text. */
const bracket = /\[(@(?:annotation|document|citation):[^[\]\n]{1,400})\]/g;
const member = /^@(annotation|document|citation):([\w-]{1,64})(?:\s*,\s*(.*))?$/su;

/** The citations of a Markdown text, in order. A bracket with a part that is no reference is text as a whole. */
export function parseReferences(markdown: string): ReferenceGroup[] {
  if (!markdown.includes('[@')) return [];
  const code = codeRanges(markdown);
  const groups: ReferenceGroup[] = [];
  let next = 0;
  for (const found of markdown.matchAll(bracket)) {
    const start = found.index;
    while (next < code.length && (code[next]?.end ?? 0) <= start) next += 1;
    if ((code[next]?.start ?? Infinity) <= start || isEscaped(markdown, start)) continue;
    const references = parseMembers(found[1] ?? '');
    if (references) groups.push({ start, end: start + found[0].length, references });
  }
  return groups;
}

/** The Markdown with each citation replaced by what `written` gives for it. */
export function replaceReferences(markdown: string, written: (group: ReferenceGroup) => string): string {
  let result = '';
  let from = 0;
  for (const group of parseReferences(markdown)) {
    result += markdown.slice(from, group.start) + written(group);
    from = group.end;
  }
  return result + markdown.slice(from);
}

/** How a reference is written, for inserting one at the cursor. */
export function writeReferences(references: readonly Reference[]): string {
  return `[${references.map(({ kind, id, locator }) => `@${kind}:${id}${locator ? `, ${locator}` : ''}`).join('; ')}]`;
}

function parseMembers(inside: string): Reference[] | null {
  const references: Reference[] = [];
  for (const part of inside.split(/;\s*(?=@)/)) {
    const [, kind, id, locator] = member.exec(part.trim()) ?? [];
    if (!kind || !id) return null;
    references.push({ kind: kind as ReferenceKind, id, locator: locator?.trim() ?? '' });
  }
  return references;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

/** Fenced code and code spans (CommonMark 0.31, 4.5 and 6.1), near enough to leave example text alone. */
function codeRanges(markdown: string): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  let fence: { mark: string; start: number } | null = null;
  let at = 0;
  let paragraphStart = 0;
  for (const line of markdown.split('\n')) {
    const end = at + line.length;
    const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence) {
      if (mark?.startsWith(fence.mark) && line.trim() === mark) {
        ranges.push({ start: fence.start, end });
        fence = null;
        paragraphStart = end + 1;
      }
    } else if (mark) {
      addSpans(markdown, paragraphStart, at, ranges);
      fence = { mark, start: at };
    } else if (line.trim() === '') {
      addSpans(markdown, paragraphStart, at, ranges);
      paragraphStart = end + 1;
    }
    at = end + 1;
  }
  if (fence) ranges.push({ start: fence.start, end: markdown.length });
  else addSpans(markdown, paragraphStart, markdown.length, ranges);
  return ranges;
}

/** Pairs runs of backticks of equal length within one paragraph. */
function addSpans(markdown: string, from: number, to: number, ranges: { start: number; end: number }[]): void {
  if (to <= from) return;
  const runs = Array.from(markdown.slice(from, to).matchAll(/`+/g), (found) => ({ start: from + found.index, end: from + found.index + found[0].length }));
  // The runs of each length, last first, so that finding the next one costs nothing however many there are.
  const waiting = Map.groupBy(runs.toReversed(), (run) => run.end - run.start);
  let at = from;
  for (const opening of runs) {
    if (opening.start < at || isEscaped(markdown, opening.start)) continue;
    const candidates = waiting.get(opening.end - opening.start) ?? [];
    let closing = candidates.pop();
    while (closing && closing.start <= opening.start) closing = candidates.pop();
    if (!closing) continue;
    ranges.push({ start: opening.start, end: closing.end });
    at = closing.end;
  }
}
