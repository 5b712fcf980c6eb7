// Draws a chunk of the reading text as the elements its blocks are: headings, paragraphs, lists, tables, fields. Everything that
// is not canonical text (numbers in the margin, list signs) stands outside the elements marked data-start.

import { memo, useLayoutEffect, useRef } from 'react';
import type { Block, Cell, RunStyle, TextRange } from '../../../shared/core/document.ts';
import type { DocumentReading } from '../../../shared/core/library.ts';
import { classes } from '../../components/button.tsx';
import { CableMentionLink, isCableMention } from './cable-mentions.tsx';
import type { Chunk, ReadingLayout, Unit } from './layout.ts';
import { textPieces } from './passage-pieces.ts';
import type { TextMap } from './text-map.ts';

const headings = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

type Shown = { reading: DocumentReading; layout: ReadingLayout };

export const ReadingChunk = memo(function ReadingChunk({ reading, layout, chunk, map }: Shown & { chunk: Chunk; map: TextMap }) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (element.current ? map.attach(chunk.index, element.current) : undefined), [map, chunk]);
  return (
    <div ref={element} className="reader-chunk" data-chunk={chunk.index}>
      {chunk.units.map((unit) => (
        <UnitElement key={unit.from} unit={unit} reading={reading} layout={layout} />
      ))}
    </div>
  );
});

/** Holds the place of a chunk that is not drawn yet. */
export function ChunkPlace({ chunk }: { chunk: Chunk }) {
  return <div className="reader-chunk reader-chunk-place" data-chunk={chunk.index} style={{ height: chunk.height }} />;
}

function UnitElement({ unit, reading, layout }: Shown & { unit: Unit }) {
  const block = reading.blocks[unit.from];
  if (!block) return null;
  switch (unit.kind) {
    case 'heading': {
      const Heading = headings[unit.level - 2] ?? 'h6';
      return (
        <div className="reader-unit">
          <Margin block={block} label={block.kind === 'title' ? null : block.label} roleWord={null} />
          <Heading className={classes('reader-heading', `reader-heading-${String(unit.level)}`)} data-start={block.start}>
            <Words range={block} block={block} reading={reading} layout={layout} />
          </Heading>
        </div>
      );
    }
    case 'paragraph':
      return <Paragraph block={block} roleWord={layout.roleStarts[unit.from] ?? null} reading={reading} layout={layout} />;
    case 'list':
      return (
        <ul className="reader-unit reader-list">
          {blocksOf(unit, reading).map((item) => (
            <li key={item.start} dir="auto" className={`reader-item-${String(Math.min(5, Math.max(1, item.level)))}`}>
              <span className="reader-item-sign">{item.label === null ? '•' : printed(item.label)}</span>
              <span data-start={item.start}>
                <Words range={item} block={item} reading={reading} layout={layout} />
              </span>
            </li>
          ))}
        </ul>
      );
    case 'fields':
      return (
        <ul className="reader-unit reader-fields" aria-label="Header lines">
          {blocksOf(unit, reading).map((line) => (
            <li key={line.start} data-start={line.start}>
              <FieldWords block={line} reading={reading} layout={layout} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <TableElement blocks={blocksOf(unit, reading)} reading={reading} layout={layout} />;
  }
}

function Paragraph({ block, roleWord, reading, layout }: Shown & { block: Block; roleWord: string | null }) {
  const words = <Words range={block} block={block} reading={reading} layout={layout} />;
  const look = classes('reader-unit', block.role && block.role !== 'report' && `reader-role reader-role-${block.role}`);
  const margin = <Margin block={block} label={block.label} roleWord={roleWord} />;
  if (block.kind === 'quote') {
    return (
      <div className={look}>
        {margin}
        <blockquote className="reader-quote" data-start={block.start}>
          {words}
        </blockquote>
      </div>
    );
  }
  if (block.kind === 'code') {
    return (
      <div className={look}>
        {margin}
        <pre className="reader-code" data-start={block.start}>
          {words}
        </pre>
      </div>
    );
  }
  return (
    <div className={look}>
      {margin}
      <p className={classes('reader-paragraph', (block.kind === 'note' || block.kind === 'caption') && `reader-${block.kind}`)} data-start={block.start}>
        {words}
      </p>
    </div>
  );
}

/** The printed number of a passage and the word for its role, left of the text. */
function Margin({ block, label, roleWord }: { block: Block; label: string | null; roleWord: string | null }) {
  if (label === null && roleWord === null) return null;
  return (
    <span className="reader-margin">
      {label !== null && <span className="figures">{block.kind === 'paragraph' ? printed(label) : label}</span>}
      {roleWord !== null && <span className="reader-role-word">{roleWord}</span>}
    </span>
  );
}

/** "2" is printed "2." before a paragraph; "(a)" and "¶" stay. */
function printed(label: string): string {
  return /^[\p{L}\p{N}]{1,4}$/u.test(label) ? `${label}.` : label;
}

function TableElement({ blocks, reading, layout }: Shown & { blocks: readonly Block[] }) {
  const [first] = blocks;
  const caption = first?.kind === 'caption' ? first : null;
  const rows = caption ? blocks.slice(1) : blocks;
  // A head row is one made of head cells only; a table that begins with it is headed.
  const headRows = rows.findIndex((row) => row.cells.length === 0 || row.cells.some((cell) => !cell.header));
  const head = headRows < 0 ? 0 : headRows;
  return (
    <div className="reader-unit">
      {/* A wide table scrolls by itself; the text does not. */}
      <div className="reader-table-frame">
        <table className="reader-table">
          {caption && (
            <caption className="reader-caption" data-start={caption.start}>
              <Words range={caption} block={caption} reading={reading} layout={layout} />
            </caption>
          )}
          {head > 0 && (
            <thead>
              {rows.slice(0, head).map((row) => (
                <TableRow key={row.start} row={row} reading={reading} layout={layout} />
              ))}
            </thead>
          )}
          <tbody>
            {rows.slice(head).map((row) => (
              <TableRow key={row.start} row={row} reading={reading} layout={layout} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function TableRow({ row, reading, layout }: Shown & { row: Block }) {
  if (row.cells.length === 0) {
    return (
      <tr>
        <td data-start={row.start}>
          <Words range={row} block={row} reading={reading} layout={layout} />
        </td>
      </tr>
    );
  }
  const allHead = row.cells.every((cell) => cell.header);
  return <tr>{row.cells.map((cell, index) => cellElement(cell, index))}</tr>;

  function cellElement(cell: Cell, index: number) {
    const shared = { 'data-start': cell.start, ...(cell.colSpan > 1 ? { colSpan: cell.colSpan } : {}), ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}) };
    const words = <Words range={cell} block={row} reading={reading} layout={layout} />;
    // An empty head cell would announce nothing for its column; it is a plain one then.
    return cell.header && cell.end > cell.start ? (
      <th key={index} scope={allHead ? 'col' : 'row'} {...shared}>
        {words}
      </th>
    ) : (
      <td key={index} {...shared}>
        {words}
      </td>
    );
  }
}

/** "TAGS: ELAB" with its name set apart; a line without a name stands alone. */
function FieldWords({ block, reading, layout }: Shown & { block: Block }) {
  const [name] = /^[\p{L}][\p{L}\p{N}. ’'-]{0,28}:(?=\s)/u.exec(reading.text.slice(block.start, Math.min(block.end, block.start + 40))) ?? [];
  if (name === undefined) return <Words range={block} block={block} reading={reading} layout={layout} />;
  const end = block.start + name.length;
  return (
    <>
      <span className="reader-field-name">
        <Words range={{ start: block.start, end }} block={block} reading={reading} layout={layout} />
      </span>
      <Words range={{ start: end, end: block.end }} block={block} reading={reading} layout={layout} />
    </>
  );
}

function Words({ range, block, reading, layout }: Shown & { range: TextRange; block: Block }) {
  const pieces = textPieces(range, block.runs, layout.pageStarts);
  if (pieces.length === 1 && pieces[0]?.styles.length === 0 && pieces[0].page === null) return reading.text.slice(range.start, range.end);
  return pieces.map((piece) => (
    <span key={piece.start}>
      {piece.page !== null && <span className="reader-page-sign" data-page={`p. ${piece.page}`} />}
      {piece.styles.reduce<React.ReactNode>((inner, style) => styled(style, inner, piece.href), reading.text.slice(piece.start, piece.end))}
    </span>
  ));
}

function styled(style: RunStyle, inner: React.ReactNode, href: string | null): React.ReactNode {
  switch (style) {
    case 'strong':
      return <strong>{inner}</strong>;
    case 'emphasis':
      return <em>{inner}</em>;
    case 'code':
      return <code>{inner}</code>;
    case 'superscript':
      return <sup>{inner}</sup>;
    case 'link':
      if (isCableMention(href)) return <CableMentionLink href={href}>{inner}</CableMentionLink>;
      // Shown, never followed: reading a document asks nothing of the network.
      return (
        <span className="reader-link" title={href ?? undefined}>
          {inner}
        </span>
      );
  }
}

function blocksOf(unit: Unit, reading: DocumentReading): readonly Block[] {
  return reading.blocks.slice(unit.from, unit.to);
}
