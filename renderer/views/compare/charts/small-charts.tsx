// The indicators of one group as small charts beside each other, each to its own scale. Each leads to its large chart; words are not drawn.

import { useMemo } from 'react';
import { type Chart, chartInWords, chartOf } from '../../../../shared/core/chart.ts';
import { type ChartDrawing, drawingOf } from '../../../../shared/core/chart-drawing.ts';
import type { Matrix, MatrixRow } from '../../../../shared/core/indicator.ts';
import type { CellPlace } from '../indicator-place.ts';
import { Shapes } from './chart-figure.tsx';

type SmallChartsProps = { matrix: Matrix; /** The one in hand. */ row: MatrixRow; year: number; onPlace: (place: CellPlace, show: 'chart') => void };

/** Pixels. */
const width = 218;
const height = 132;

/** Of those with values to draw. */
export function groupCharts(matrix: Matrix, row: MatrixRow): { row: MatrixRow; chart: Chart; drawing: ChartDrawing }[] {
  return (matrix.groups.find(({ rows }) => rows.includes(row))?.rows ?? []).flatMap((each) => {
    const chart = chartOf(each, matrix.years, matrix.editions);
    return chart.points.length === 0 ? [] : [{ row: each, chart, drawing: drawingOf(chart, each.unit, width, height) }];
  });
}

export function SmallCharts({ matrix, row, year, onPlace }: SmallChartsProps) {
  const group = matrix.groups.find(({ rows }) => rows.includes(row));
  const charts = useMemo(() => groupCharts(matrix, row), [matrix, row]);
  if (charts.length === 0) return <p className="faint chart-none">No indicator of this group has values to draw.</p>;
  return (
    <ul className="small-charts" aria-label={`${group?.name ?? ''}, ${matrix.countryName}`}>
      {charts.map(({ row: each, chart, drawing }) => (
        <li key={`${each.indicator}\n${each.territory ?? ''}`}>
          <button type="button" className="small-chart" aria-current={each === row ? true : undefined} onClick={() => onPlace({ indicator: each.indicator, territory: each.territory, year }, 'chart')}>
            <span className="small-chart-name truncate" title={each.name}>
              {each.name}
              {each.territory && <span className="faint"> {each.territory}</span>}
            </span>
            <svg className="chart-drawing" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden>
              <Shapes drawing={drawing} />
            </svg>
            <span className="visually-hidden">. {chartInWords(chart, each.unit)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
