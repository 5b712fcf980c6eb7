// The large chart of an indicator of a country, its table beside it, the value in hand on the right. It leaves as SVG or
// PNG, or into a brief; of a group all charts leave together.

import { ArrowLeft, Download, FileText, Globe, LayoutGrid } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { chartInWords, chartOf, documentsOf, keyOf, sourcesOf, unitName } from '../../../../shared/core/chart.ts';
import { drawingOf } from '../../../../shared/core/chart-drawing.ts';
import { chartsSvg, chartSvg } from '../../../../shared/core/chart-file.ts';
import type { Matrix, MatrixRow } from '../../../../shared/core/indicator.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import { placeLink } from '../../../components/data-card/observed-value.tsx';
import { runCommand } from '../../../components/commands.tsx';
import { ComboBox } from '../../../components/fields.tsx';
import { Menu } from '../../../components/menu.tsx';
import { Panels } from '../../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../../components/tabs.tsx';
import { showToast } from '../../../components/toasts.ts';
import { type IndicatorShow, navigate } from '../../../routes.ts';
import { IndicatorPanel } from '../indicator-panel.tsx';
import { type CellPlace, isRowOf, shownValue } from '../indicator-place.ts';
import { ChartFigure } from './chart-figure.tsx';
import { ChartTable } from './chart-table.tsx';
import { savePng, saveSvg } from './save-chart.ts';
import { groupCharts, SmallCharts } from './small-charts.tsx';
import './charts.css';

type ChartPartProps = { matrix: Matrix; place: CellPlace; /** All indicators of its group, small. */ isGroup: boolean; onPlace: (place: CellPlace, show?: IndicatorShow) => void; onShow: (show: IndicatorShow | null) => void };

/** Pixels of a drawing: on the screen it takes the width there is, in a file always the same. */
const drawnHeight = 320;
const fileWidth = 720;

const rowId = (row: Pick<MatrixRow, 'indicator' | 'territory'>): string => [row.indicator, row.territory ?? ''].join('\n');

export function ChartPart({ matrix, place, isGroup, onPlace, onShow }: ChartPartProps) {
  const rows = useMemo(() => matrix.groups.flatMap((group) => group.rows.map((row) => ({ row, group: group.name }))), [matrix]);
  const row = rows.find((each) => isRowOf(each.row, place))?.row ?? null;
  const choices = useMemo(() => rows.map((each) => ({ id: rowId(each.row), label: [each.row.name, each.row.territory].filter(Boolean).join(', '), detail: each.group })), [rows]);
  const year = matrix.years.includes(place.year) ? place.year : (matrix.years.at(-1) ?? place.year);
  const choose = (id: string | null) => {
    const chosen = rows.find((each) => rowId(each.row) === id)?.row;
    if (chosen) onPlace({ indicator: chosen.indicator, territory: chosen.territory, year });
  };
  return (
    <Panels name="indicators" keepsInspector inspector={<IndicatorPanel matrix={matrix} place={{ ...place, year }} isChart />} inspectorLabel="Value" workWidth={560}>
      <Toolbar label="Chart">
        <IconButton icon={ArrowLeft} label="Back to the matrix" command="compare.chart" onPress={() => onShow(null)} />
        <ComboBox key={rowId(place)} label="Indicator" hideLabel className="chart-indicator" choices={choices} value={row ? rowId(row) : null} onChange={choose} />
        <IconButton icon={LayoutGrid} label="All of its group, small" isOn={isGroup} onPress={() => onShow(isGroup ? 'chart' : 'group')} />
        <ToolbarSpace />
        <Button kind="quiet" icon={Globe} onPress={() => onShow('countries')}>
          Across countries
        </Button>
        {row && !isGroup && (
          <Button kind="quiet" icon={FileText} onPress={() => runCommand('compare.addToBrief')}>
            Add to a brief…
          </Button>
        )}
        {row && <SaveMenu matrix={matrix} row={row} isGroup={isGroup} />}
      </Toolbar>
      {row && isGroup ? <SmallCharts matrix={matrix} row={row} year={year} onPlace={onPlace} /> : row ? <LargeChart matrix={matrix} row={row} year={year} onYear={(next) => onPlace({ ...place, year: next })} /> : <p className="faint chart-none">{matrix.countryName} has no values of this indicator. Choose another above.</p>}
    </Panels>
  );
}

function titleOf(matrix: Matrix, row: MatrixRow): string {
  return [row.name, row.territory, matrix.countryName].filter(Boolean).join(', ');
}

function LargeChart({ matrix, row, year, onYear }: { matrix: Matrix; row: MatrixRow; year: number; onYear: (year: number) => void }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const chart = useMemo(() => chartOf(row, matrix.years, matrix.editions), [row, matrix]);
  const drawing = useMemo(() => drawingOf(chart, row.unit, width, drawnHeight), [chart, row.unit, width]);
  const title = titleOf(matrix, row);
  const open = (of: number) => {
    const value = shownValue(row, matrix.years.indexOf(of));
    if (value) navigate(placeLink(value));
  };
  const sources = sourcesOf(chart);
  return (
    <div className="chart-work">
      <figure className="chart-figure">
        <figcaption>
          <h2>{title}</h2>
          {unitName(row.unit) && <p className="faint">{unitName(row.unit)}</p>}
        </figcaption>
        <div className="chart-frame" ref={frame}>
          {chart.kind === 'words' || chart.points.length === 0 ? (
            <p className="faint chart-none">{chart.kind === 'words' ? 'These values are words and are not drawn. They stand in the table.' : 'No year has a value to draw.'}</p>
          ) : (
            width > 0 && <ChartFigure chart={chart} row={row} drawing={drawing} label={`${title}. ${chartInWords(chart, row.unit)}`} year={year} onYear={onYear} onOpen={open} />
          )}
        </div>
        <ul className="chart-key faint">
          {keyOf(chart, drawing.isCut).map((words) => (
            <li key={words}>{words}</li>
          ))}
          {sources.length > 0 && <li>Source: {sources.join('; ')}.</li>}
        </ul>
      </figure>
      <ChartTable chart={chart} row={row} label={title} year={year} onYear={onYear} />
    </div>
  );
}

function SaveMenu({ matrix, row, isGroup }: { matrix: Matrix; row: MatrixRow; isGroup: boolean }) {
  const charts = isGroup ? groupCharts(matrix, row) : [];
  const group = matrix.groups.find(({ rows }) => rows.includes(row));
  const name = isGroup ? [group?.name, matrix.countryName].filter(Boolean).join(', ') : titleOf(matrix, row);
  const picture = () => {
    if (isGroup) return chartsSvg(charts.map(({ row: each, drawing }) => ({ name: [each.name, each.territory].filter(Boolean).join(', '), drawing })), { title: name, sources: [...new Set(charts.flatMap(({ chart }) => documentsOf(chart)))] });
    const chart = chartOf(row, matrix.years, matrix.editions);
    const drawing = drawingOf(chart, row.unit, fileWidth, drawnHeight);
    return chartSvg(drawing, { title: name, unit: unitName(row.unit), key: keyOf(chart, drawing.isCut), sources: sourcesOf(chart) });
  };
  const isDrawn = isGroup ? charts.length > 0 : chartOf(row, matrix.years, matrix.editions).points.length > 0;
  const told = (fileName: string) => showToast({ text: `Exported ${fileName}.` });
  return (
    <Menu
      label="Export the chart"
      entries={[
        { id: 'svg', label: isGroup ? 'All charts of the group, SVG' : 'Chart, SVG', isDisabled: !isDrawn, onAction: () => told(saveSvg(picture(), name)) },
        { id: 'png', label: isGroup ? 'All charts of the group, PNG' : 'Chart, PNG', isDisabled: !isDrawn, onAction: () => void savePng(picture(), name).then(told, () => showToast({ text: 'The picture could not be drawn. Export the chart as SVG instead.' })) },
      ]}
    >
      <Button icon={Download}>Export</Button>
    </Menu>
  );
}

function useWidth(element: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return undefined;
    setWidth(element.current.clientWidth);
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
