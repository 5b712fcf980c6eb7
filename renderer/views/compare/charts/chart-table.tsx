// The chart as a table: the same years and values with the sources of each. A value leads to its words.

import { type Chart } from '../../../../shared/core/chart.ts';
import type { MatrixRow } from '../../../../shared/core/indicator.ts';
import { sourceNames } from '../../../../shared/core/observation.ts';
import { classes } from '../../../components/button.tsx';
import { ObservedValue, RestatedSign } from '../../../components/data-card/observed-value.tsx';
import { whichEdition } from '../../../components/data-card/source-entry.tsx';

type ChartTableProps = { chart: Chart; row: MatrixRow; label: string; year: number; onYear: (year: number) => void };

export function ChartTable({ chart, row, label, year, onYear }: ChartTableProps) {
  return (
    <table className="chart-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Year</th>
          <th scope="col" className="chart-value">
            Value
          </th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      {chart.years.map((each, column) => {
        const cell = row.cells[column] ?? null;
        const isBroken = chart.breaks.some((one) => one.year === each);
        // What is shown first; of a corrected value what it corrects stays beside.
        const order = cell ? [cell.shown, ...[...cell.values.keys()].filter((index) => index !== cell.shown)] : [];
        return (
          <tbody key={each} className={classes(each === year && 'chart-row-in-hand', isBroken && 'chart-row-break')} onClick={() => onYear(each)}>
            {order.length === 0 && (
              <tr>
                <th scope="row" className="figures">{each}</th>
                <td colSpan={2} className="faint">{chart.gaps.find((gap) => gap.year === each)?.words}</td>
              </tr>
            )}
            {order.map((index, line) => {
              const value = cell?.values[index];
              return (
                value && (
                  <tr key={index} className={line > 0 ? 'chart-row-other' : undefined}>
                    <th scope="row" className="figures">{line === 0 ? each : <span className="visually-hidden">{each}</span>}</th>
                    <td className="figures chart-value">
                      <ObservedValue value={value} />
                      {line === 0 && cell.restated && <RestatedSign restated={cell.restated} />}
                    </td>
                    <td className="chart-source">
                      {sourceNames[value.source]} <span className="faint figures">{whichEdition(value)}</span>
                    </td>
                  </tr>
                )
              );
            })}
          </tbody>
        );
      })}
    </table>
  );
}
