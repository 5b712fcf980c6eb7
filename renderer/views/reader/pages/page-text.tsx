// The text of one page for the ear: real text in reading order, block by block, lying where it is printed. It is not seen (the page
// is) and not selected (page-selection does that); running heads and feet are not in it because they are not in the text.

import { memo } from 'react';
import type { Block, TextRange } from '../../../../shared/core/document.ts';
import type { DocumentReading } from '../../../../shared/core/library.ts';
import { lastStarting } from '../layout.ts';
import type { Box, SheetLayout } from './page-geometry.ts';
import type { PageMap } from './page-map.ts';
import type { PageWords } from './page-words.ts';
import { clipped } from './word-store.ts';

/** A page has some dozens; one with thousands of table rows is not read cell by cell. */
const mostBlocks = 600;

type PageTextProps = { index: number; map: PageMap; words: PageWords | null; layout: SheetLayout; reading: DocumentReading };

export const PageText = memo(function PageText({ index, map, words, layout, reading }: PageTextProps) {
  const page = map.pages[index];
  if (!page || words === null) return null;
  return (
    <div className="page-text" lang={reading.document.language ?? undefined}>
      {blocksOn(page, reading.blocks).map((block) => {
        const own = clipped(block, page);
        if (!own) return null;
        const box = around(map.boxesOn(index, own, layout));
        const text = reading.text.slice(own.start, own.end);
        const place = box ? { left: box.x, top: box.y, width: box.width, height: box.height } : undefined;
        return block.kind === 'title' || block.kind === 'heading' ? (
          <div key={own.start} role="heading" aria-level={3} style={place}>
            {text}
          </div>
        ) : (
          <p key={own.start} style={place}>
            {block.label === null ? '' : `${block.label} `}
            {block.cells.length > 0 ? block.cells.map((cell) => reading.text.slice(Math.max(cell.start, own.start), Math.max(own.start, Math.min(cell.end, own.end)))).join('; ') : text}
          </p>
        );
      })}
    </div>
  );
});

function blocksOn(page: TextRange, blocks: readonly Block[]): Block[] {
  const from = Math.max(0, lastStarting(blocks, page.start, (block) => block.start));
  const to = lastStarting(blocks, page.end - 1, (block) => block.start);
  return blocks.slice(from, Math.min(to + 1, from + mostBlocks)).filter((block) => block.end > page.start);
}

function around(boxes: readonly Box[]): Box | null {
  const [first] = boxes;
  if (!first) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return { x, y, width: Math.max(...boxes.map((box) => box.x + box.width)) - x, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
}
