// Bundled and run in a page of its own: paints 10,000 highlights over the same text as the reader does, as one element each, and by
// the browser's own highlights all at once. It measures nothing but the time until they are drawn.

import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { DocumentReading } from '../../../shared/core/library.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { looksOf } from '../../../renderer/views/reader/highlight-looks.ts';
import { HighlightPainter } from '../../../renderer/views/reader/highlight-painter.ts';
import { colourOf } from '../../../renderer/views/reader/highlight-words.ts';
import { Intervals } from '../../../renderer/views/reader/intervals.ts';
import { layOut } from '../../../renderer/views/reader/layout.ts';
import { nearChunks } from '../../../renderer/views/reader/near-chunks.ts';
import { TextMap } from '../../../renderer/views/reader/text-map.ts';

export type Given = { reading: DocumentReading; annotations: ListedAnnotation[]; tags: TagWithCount[] };
/** Milliseconds from applying to painted. */
export type Painting = { ours: number; elements: number; allAtOnce: number };

const style = 'body{margin:0}.scroller{position:fixed;inset:0;overflow:auto}.page{width:700px;margin:0 auto;font:17px/1.65 serif}p{margin:0 0 12px}mark,::highlight(reader-blue){background:#dde7f7;text-decoration:underline 2px #3b6fb6;color:inherit}';

function drawn(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
  });
}

/** The text of the document on an empty page, as elements the reader's map knows. */
async function lay({ reading }: Given): Promise<{ scroller: HTMLElement; map: TextMap }> {
  document.body.replaceChildren();
  CSS.highlights.clear();
  const { chunks } = layOut(reading);
  const map = new TextMap(chunks);
  const scroller = document.createElement('div');
  scroller.className = 'scroller';
  const page = document.createElement('div');
  page.className = 'page';
  for (const chunk of chunks) {
    const element = document.createElement('div');
    element.className = 'reader-chunk';
    element.dataset['chunk'] = String(chunk.index);
    for (const { from } of chunk.units) {
      const block = reading.blocks[from];
      if (!block) continue;
      const paragraph = document.createElement('p');
      paragraph.dataset['start'] = String(block.start);
      paragraph.textContent = reading.text.slice(block.start, block.end);
      element.append(paragraph);
    }
    page.append(element);
    map.attach(chunk.index, element);
  }
  scroller.append(page);
  document.body.append(scroller);
  await drawn();
  await drawn();
  return { scroller, map };
}

async function timed(work: () => void): Promise<number> {
  const begun = performance.now();
  work();
  return (await drawn()) - begun;
}

/** Without a live range: the browser keeps up every one of them at each change. */
function mark({ startContainer, startOffset, endContainer, endOffset }: StaticRange): void {
  const root = startContainer.parentElement?.closest('[data-start]');
  if (!root) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node: Node | null = startContainer, isOn = true; isOn && node instanceof Text; node = walker.nextNode()) {
    walker.currentNode = node;
    nodes.push(node);
    isOn = node !== endContainer;
  }
  for (const node of nodes) {
    if (node === endContainer && endOffset < node.length) node.splitText(endOffset);
    const own = node === startContainer && startOffset > 0 ? node.splitText(startOffset) : node;
    const element = document.createElement('mark');
    own.replaceWith(element);
    element.append(own);
  }
}

export async function paint(given: Given): Promise<Painting> {
  const sheet = new CSSStyleSheet();
  const tags = new Map(given.tags.map((tag) => [tag.id, tag]));
  const colours = [...new Set(given.annotations.map((annotation) => colourOf(annotation, tags)))];
  sheet.replaceSync(style + colours.map((colour) => `::highlight(reader-${colour}){background:#dde7f7;text-decoration:underline 2px #3b6fb6}`).join(''));
  document.adoptedStyleSheets = [sheet];

  const first = await lay(given);
  const ours = await timed(() => {
    const painter = new HighlightPainter(first.map);
    const near = nearChunks(first.scroller, 0.5);
    if (near) painter.paintNear(near.from, near.to);
    painter.draw('highlights', looksOf(new Intervals(given.annotations), tags));
  });

  const second = await lay(given);
  const elements = await timed(() => {
    // From the end, so that places before stay as they are.
    for (const annotation of given.annotations.toReversed()) for (const part of second.map.rangesOf(annotation)) mark(part);
  });

  const third = await lay(given);
  const allAtOnce = await timed(() => {
    const highlights = Map.groupBy(given.annotations, (annotation) => colourOf(annotation, tags));
    for (const [colour, own] of highlights) CSS.highlights.set(`reader-${colour}`, new Highlight(...own.flatMap((annotation) => third.map.rangesOf(annotation))));
  });
  document.body.replaceChildren();
  return { ours, elements, allAtOnce };
}
