// A drawn chart. Arrow keys walk its years, Enter opens the page of the year in hand.

import { type KeyboardEvent, useRef } from 'react';
import { type Chart, yearInWords } from '../../../../shared/core/chart.ts';
import { type ChartDrawing, type ChartShape } from '../../../../shared/core/chart-drawing.ts';
import { markPath } from '../../../../shared/core/chart-file.ts';
import type { MatrixRow } from '../../../../shared/core/indicator.ts';
import { toneColour } from './chart-tones.ts';

type ChartFigureProps = { chart: Chart; row: MatrixRow; drawing: ChartDrawing; label: string; year: number; onYear: (year: number) => void; onOpen: (year: number) => void };

export function ChartFigure({ chart, row, drawing, label, year, onYear, onOpen }: ChartFigureProps) {
  const svg = useRef<SVGSVGElement>(null);
  const { columns, top, bottom } = drawing;
  const entry = columns.some((column) => column.year === year) ? year : columns.at(-1)?.year;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = columns.findIndex((column) => column.year === entry);
    if (event.key === 'Enter' && entry !== undefined) return onOpen(entry);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: columns.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    svg.current?.querySelectorAll<SVGGElement>('[data-year]')[Math.min(columns.length - 1, Math.max(0, to))]?.focus();
  };
  return (
    <svg className="chart-drawing" ref={svg} width={drawing.width} height={drawing.height} viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="listbox" aria-orientation="horizontal" aria-label={label} onKeyDown={onKeyDown}>
      <g aria-hidden>
        <Shapes drawing={drawing} />
      </g>
      {columns.map((column) => (
        <g key={column.year} data-year={column.year} role="option" aria-selected={column.year === year} aria-label={yearInWords(chart, row, column.year)} tabIndex={column.year === entry ? 0 : -1} className="chart-year" onFocus={() => column.year !== year && onYear(column.year)} onClick={() => onYear(column.year)} onDoubleClick={() => onOpen(column.year)}>
          <title>{yearInWords(chart, row, column.year)}</title>
          <rect x={column.x} y={top - 8} width={column.width} height={bottom - top + 30} rx={3} />
        </g>
      ))}
    </svg>
  );
}

/** The drawing alone. */
export function Shapes({ drawing }: { drawing: ChartDrawing }) {
  return drawing.shapes.map((shape, index) => <Shape key={index} shape={shape} />);
}

function Shape({ shape }: { shape: ChartShape }) {
  const colour = toneColour(shape.tone);
  if (shape.kind === 'line') return <line x1={shape.x1} y1={shape.y1} x2={shape.x2} y2={shape.y2} style={{ stroke: colour }} strokeWidth={shape.tone === 'grid' ? 1 : 1.75} {...(shape.isDashed ? { strokeDasharray: '4 3' } : {})} />;
  if (shape.kind === 'box') return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} style={{ fill: colour }} />;
  if (shape.kind === 'mark') return <path d={markPath(shape)} style={{ fill: shape.isHollow ? (shape.form === 'square' ? 'none' : toneColour('paper')) : colour, stroke: colour }} strokeWidth={1.75} />;
  return (
    <text x={shape.x} y={shape.y} textAnchor={shape.anchor} style={{ fill: colour }} {...(shape.isTurned ? { transform: `rotate(-90 ${shape.x} ${shape.y})` } : {})}>
      {shape.words}
    </text>
  );
}
