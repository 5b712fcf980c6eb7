// Annotations as Markdown: under a heading a document with its citation, each passage as a quotation with its locator, tags and
// note. Built as a tree and written by remark, so that nothing in a passage or a note turns into markup.

import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { FiledAnnotation } from '../../core/annotation-file.ts';
import { formatDate } from '../../core/citation.ts';
import { lines, proseNodes, text } from './markdown/prose.ts';
import { parseProse } from './prose/parse.ts';

const anchorNotes: Partial<Record<FiledAnnotation['anchorState'], string>> = {
  doubtful: 'The words of the source have changed since; its place is to be reviewed.',
  lost: 'These words are no longer in the source.',
};

/** Annotations in the order in which they are to stand; documents come in the order of their first one. `now` is an ISO 8601 time. */
export function annotationsMarkdown(annotations: readonly FiledAnnotation[], now: string): { bytes: Uint8Array; losses: string[] } {
  const losses = new Set<string>();
  const documents = Map.groupBy(annotations, ({ document }) => document.id);
  const children: RootContent[] = [
    heading(1, 'Highlights'),
    paragraph(text(`${counted(annotations.length, 'highlight')} in ${counted(documents.size, 'document')}, ${formatDate(now)}.`)),
    ...[...documents.values()].flatMap((own) => [heading(2, own[0]?.document.title ?? ''), paragraph(emphasis(own[0]?.document.citation ?? '')), ...own.flatMap((each) => annotationNodes(each, losses))]),
  ];
  const root: Root = { type: 'root', children };
  const markdown = unified().use(remarkGfm, { tablePipeAlign: false }).use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' }).stringify(root);
  return { bytes: new TextEncoder().encode(markdown), losses: [...losses] };
}

function annotationNodes(annotation: FiledAnnotation, losses: Set<string>): RootContent[] {
  const { quote, area, locator, tags, note, findings, anchorState, author, createdAt } = annotation;
  const warning = anchorNotes[anchorState];
  const cited = locator === '' ? '' : ` (${locator})`;
  const passage = area ? [paragraph(emphasis(`Area of page ${area.page}`), text(`${quote.trim() === '' ? '' : `: ${oneLine(quote)}`}${cited}`))] : [paragraph(...lines(`“${quote}”${cited}`))];
  const facts = [tags.map(({ path }) => path).join('; '), author, formatDate(createdAt, 'short')].filter((fact) => fact !== '');
  return [
    { type: 'blockquote', children: warning === undefined ? passage : [...passage, paragraph(emphasis(warning))] },
    ...(note.trim() === '' ? [] : noteNodes(note, losses)),
    paragraph(text(facts.join(' · '))),
    ...(findings.length === 0 ? [] : [paragraph(text(`→ ${findings.map(({ claim }) => oneLine(claim)).join('; ')}`))]),
  ];
}

/** A heading in a note must not end the document it stands under. */
function noteNodes(note: string, losses: Set<string>): BlockContent[] {
  const prose = parseProse({ markdown: note, citations: [] });
  for (const loss of prose.losses) losses.add(loss);
  return proseNodes(prose).map((node): BlockContent => (node.type === 'heading' ? { type: 'paragraph', children: [{ type: 'strong', children: node.children }] } : node));
}

function heading(depth: 1 | 2, words: string): RootContent {
  return { type: 'heading', depth, children: [text(oneLine(words))] };
}

function paragraph(...children: PhrasingContent[]) {
  return { type: 'paragraph' as const, children };
}

function emphasis(words: string): PhrasingContent {
  return { type: 'emphasis', children: [text(oneLine(words))] };
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}

function counted(count: number, one: string): string {
  return `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;
}
