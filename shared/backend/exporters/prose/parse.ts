// Reads the Markdown of a text block (CommonMark with tables, strike-through, task lists and footnotes) into the tree the
// exporters write. HTML in it is shown as written, never passed on; pictures and unsafe links are left out and reported.

import type { Definition, FootnoteDefinition, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { replaceReferences, type Citation, type CitedText } from '../../../core/brief.ts';
import { citationText } from '../layout/wording.ts';
import { printable } from './characters.ts';
import type { Inline, Prose, ProseBlock } from './tree.ts';

const reader = unified().use(remarkParse).use(remarkGfm);

/** Lists in lists and quotes in quotes deeper than this are shown as plain text; a person writes four or five. */
const deepest = 24;

/** The time to read one paragraph grows with the square of its length: 20,000 characters (ten pages) may take 2 s. */
const longestParagraph = 20_000;

export const proseLosses = {
  pictures: 'A picture in the text was left out; its description stands in its place.',
  links: 'A link in the text was left out because it is not a web or mail address; its words stand.',
  tooLong: 'A text has a paragraph of more than 20,000 characters; it was exported without its Markdown formatting.',
  tooDeep: 'A text has more than 24 levels of lists or quotes; the deeper ones were exported as plain text.',
} as const;

/**
 * Citations travel through the Markdown parser between two noncharacters, which printable() has removed from the text:
 * as brackets, "[@citation:1]: yes" at the start of a line would be read as a link definition and vanish.
 */
const [markStart, markEnd] = ['\ufdd0', '\ufdd1'];
const mark = new RegExp(`${markStart}(\\d+)${markEnd}`, 'g');

/** Never throws: text that cannot be read as Markdown is given back as plain paragraphs, and the losses say so. */
export function parseProse({ markdown, citations }: CitedText): Prose {
  const groups: Citation[][] = [];
  const source = printable(markdown);
  const text = replaceReferences(source, ({ start, end, references }) => {
    const known = references.flatMap(({ kind, id }) => (kind === 'citation' ? (citations[Number(id) - 1] ?? []) : []));
    if (known.length < references.length) return source.slice(start, end);
    groups.push(known);
    return `${markStart}${groups.length - 1}${markEnd}`;
  });
  if (hasLongParagraph(text)) return plainProse(text, groups, proseLosses.tooLong);
  let root: Root;
  try {
    root = reader.parse(text);
  } catch (error) {
    // Thousands of nested lists exhaust the parser's stack.
    if (error instanceof RangeError) return plainProse(text, groups, proseLosses.tooDeep);
    throw error;
  }
  const conversion = createConversion(groups, definitionsOf(root));
  return { blocks: [...conversion.blocks(root.children, 0), ...conversion.notes(root)], losses: [...conversion.losses] };
}

function createConversion(groups: readonly Citation[][], definitions: ReadonlyMap<string, Definition>) {
  const losses = new Set<string>();

  function blocks(nodes: readonly Nodes[], depth: number): ProseBlock[] {
    return nodes.flatMap((node) => block(node, depth));
  }

  function block(node: Nodes, depth: number): ProseBlock[] {
    if (depth > deepest && 'children' in node) {
      losses.add(proseLosses.tooDeep);
      return [{ kind: 'paragraph', children: cited(plainText(node)) }];
    }
    switch (node.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', children: inlines(node.children, depth) }];
      case 'heading':
        return [{ kind: 'heading', level: node.depth, children: inlines(node.children, depth) }];
      case 'blockquote':
        return [{ kind: 'quote', children: blocks(node.children, depth + 1) }];
      case 'list':
        return [
          {
            kind: 'list',
            start: node.ordered ? (node.start ?? 1) : null,
            items: node.children.map((item) => ({ checked: item.checked ?? null, children: blocks(item.children, depth + 1) })),
          },
        ];
      case 'code':
        return [{ kind: 'code', text: restored(node.value) }];
      case 'table':
        return [
          {
            kind: 'table',
            align: (node.align ?? []).map((each) => each ?? null),
            rows: node.children.map((row) => row.children.map((cell) => inlines(cell.children, depth))),
          },
        ];
      case 'thematicBreak':
        return [{ kind: 'rule' }];
      case 'html':
        return [{ kind: 'paragraph', children: lines(node.value) }];
      case 'definition':
      case 'footnoteDefinition':
        return [];
      default:
        return [{ kind: 'paragraph', children: inlines([node as PhrasingContent], depth) }];
    }
  }

  function inlines(nodes: readonly PhrasingContent[], depth: number): Inline[] {
    return nodes.flatMap((node) => inline(node, depth));
  }

  function inline(node: PhrasingContent, depth: number): Inline[] {
    if (depth > deepest && 'children' in node) {
      losses.add(proseLosses.tooDeep);
      return cited(plainText(node));
    }
    switch (node.type) {
      case 'text':
        return cited(node.value);
      case 'strong':
      case 'emphasis':
        return [{ kind: node.type, children: inlines(node.children, depth + 1) }];
      case 'delete':
        return [{ kind: 'deleted', children: inlines(node.children, depth + 1) }];
      case 'inlineCode':
        return [{ kind: 'code', text: restored(node.value) }];
      case 'break':
        return [{ kind: 'break' }];
      case 'link':
        return link(node.url, node.children, depth);
      case 'linkReference':
        return link(definitions.get(node.identifier)?.url ?? '', node.children, depth);
      case 'image':
      case 'imageReference':
        losses.add(proseLosses.pictures);
        return [{ kind: 'text', text: node.alt ? `[picture: ${restored(node.alt)}]` : '[picture]' }];
      case 'footnoteReference':
        return [{ kind: 'text', text: ` (note ${node.label ?? node.identifier})` }];
      case 'html':
        return cited(node.value);
    }
  }

  function link(url: string, children: readonly PhrasingContent[], depth: number): Inline[] {
    const safe = webAddress(url);
    if (safe !== null) return [{ kind: 'link', url: safe, children: inlines(children, depth + 1) }];
    losses.add(proseLosses.links);
    // A bare file address would print the folders of somebody's machine.
    const [only] = children;
    if (children.length === 1 && only?.type === 'text' && only.value === url) return [{ kind: 'text', text: url.split(/[/\\]/).at(-1) ?? '' }];
    return inlines(children, depth + 1);
  }

  function cited(text: string): Inline[] {
    return text.split(mark).flatMap((part, index): Inline[] => {
      if (index % 2 === 1) return [{ kind: 'citation', citations: groups[Number(part)] ?? [] }];
      return part === '' ? [] : [{ kind: 'text', text: part }];
    });
  }

  /** Where only plain characters can stand. */
  function restored(text: string): string {
    return text.replace(mark, (_mark, index: string) => citationText(groups[Number(index)] ?? []));
  }

  function lines(text: string): Inline[] {
    return text.split('\n').flatMap((line, index): Inline[] => (index === 0 ? cited(line) : [{ kind: 'break' }, ...cited(line)]));
  }

  /** Footnotes of the text, below it: their numbers would collide with those of other blocks at the foot of a page. */
  function notes(root: Root): ProseBlock[] {
    return footnotesOf(root).flatMap((note): ProseBlock[] => {
      const [first, ...rest] = blocks(note.children, 1);
      const label: Inline = { kind: 'text', text: `Note ${note.label ?? note.identifier}: ` };
      return first?.kind === 'paragraph' ? [{ kind: 'paragraph', children: [label, ...first.children] }, ...rest] : [{ kind: 'paragraph', children: [label] }, ...(first ? [first] : []), ...rest];
    });
  }

  return { losses, blocks, notes, lines };
}

function plainProse(text: string, groups: readonly Citation[][], loss: string): Prose {
  const { lines } = createConversion(groups, new Map());
  const passages = text.split(/\n[ \t]*\n/).filter((passage) => passage.trim() !== '');
  return { blocks: passages.map((passage) => ({ kind: 'paragraph', children: lines(passage) })), losses: [loss] };
}

/** Lines that open a list item, table row, quote or heading begin a paragraph of their own. */
function hasLongParagraph(text: string): boolean {
  if (text.length <= longestParagraph) return false;
  let length = 0;
  for (const line of text.split('\n')) {
    length = line.trim() === '' ? 0 : /^\s*(?:[-*+>|#]|\d+[.)])/.test(line) ? line.length : length + line.length;
    if (length > longestParagraph) return true;
  }
  return false;
}

function definitionsOf(root: Root): Map<string, Definition> {
  const found = new Map<string, Definition>();
  for (const node of allBlocks(root)) if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
  return found;
}

function footnotesOf(root: Root): FootnoteDefinition[] {
  return [...allBlocks(root)].filter((node) => node.type === 'footnoteDefinition');
}

/** Definitions may stand inside quotes and lists. Iterative, so that deep nesting cannot exhaust the stack. */
function* allBlocks(root: Root): Generator<RootContent> {
  const waiting: RootContent[] = root.children.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem' || node.type === 'footnoteDefinition') waiting.push(...node.children.toReversed());
  }
}

function plainText(node: Nodes | Parents): string {
  const words: string[] = [];
  const waiting: Nodes[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if ('value' in next) words.push(next.value);
    if ('children' in next) waiting.push(...next.children.toReversed());
  }
  return words.join(' ');
}

/** The address in the form a program will read it, when it is one that may leave the brief; else null. */
function webAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  return ['http:', 'https:', 'mailto:'].includes(parsed.protocol) ? parsed.href : null;
}
