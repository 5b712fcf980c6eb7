// A chart in a brief: which indicator of which country over which years it draws. The drawing itself is in the preview.

import type { ChartSpec } from '../../../shared/core/brief.ts';
import { levelIndicator } from '../../../shared/core/observation.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { ComboBox, TextField } from '../../components/fields.tsx';
import { Link } from '../../components/link.tsx';
import { useAutosave } from '../../components/use-autosave.ts';
import { link } from '../../routes.ts';
import type { BlockBodyProps } from './block-props.ts';

const rowId = ({ indicator, territory }: Pick<ChartSpec, 'indicator' | 'territory'>) => [indicator, territory ?? ''].join('\n');

export function ChartBlock({ block, save }: BlockBodyProps) {
  const { run } = useCommand('briefs.updateBlock');
  const editions = useQuery('compare.editions', {}).data ?? [];
  const title = useAutosave(block.text, save);
  const spec = block.chart;
  const matrix = useQuery('observations.matrix', { country: spec?.country ?? '' }, { enabled: spec !== null, keepPrevious: false }).data;
  const rows = matrix?.groups.flatMap((group) => group.rows.map((row) => ({ row, group: group.name }))) ?? [];
  const change = (changes: Partial<ChartSpec>) => void run({ id: block.id, chart: { country: '', indicator: levelIndicator, territory: null, years: [], ...spec, ...changes } });
  const firstOf = (from: number | null) => matrix?.years.filter((year) => from === null || year >= from) ?? [];
  return (
    <div className="brief-comparison">
      <TextField className="brief-comparison-title" label="Title of the chart" value={title.text} onChange={title.setText} onBlur={title.flush} placeholder="Inspectors, 2014 to 2021" />
      <ComboBox
        key={`${spec?.country ?? ''} ${editions.length}`}
        label="Country"
        choices={editions.map((each) => ({ id: each.country, label: each.countryName }))}
        value={spec?.country ?? null}
        onChange={(iso3) => iso3 !== null && iso3 !== spec?.country && change({ country: iso3, territory: null, years: [] })}
        error={editions.length === 0 ? 'A chart needs a report of a country.' : null}
      />
      {spec && matrix && (
        <ComboBox
          key={rowId(spec)}
          label="Indicator"
          choices={rows.map(({ row, group }) => ({ id: rowId(row), label: [row.name, row.territory].filter(Boolean).join(', '), detail: group }))}
          value={rowId(spec)}
          onChange={(id) => {
            const chosen = rows.find(({ row }) => rowId(row) === id)?.row;
            if (chosen && id !== rowId(spec)) change({ indicator: chosen.indicator, territory: chosen.territory });
          }}
        />
      )}
      {spec && matrix && (
        <ComboBox
          key={spec.years.join()}
          label="Since"
          choices={[{ id: 'all', label: 'All years' }, ...matrix.years.map((year) => ({ id: String(year), label: String(year) }))]}
          value={spec.years.length === 0 ? 'all' : String(spec.years[0])}
          onChange={(since) => since !== null && change({ years: since === 'all' ? [] : firstOf(Number(since)) })}
        />
      )}
      {spec && (
        <Link className="brief-comparison-link" to={link.compare({ country: spec.country, part: 'indicators', row: [spec.indicator, ...(spec.territory === null ? [] : [spec.territory]), String(matrix?.years.at(-1) ?? '')].join(':'), show: 'chart' })}>
          Open in Compare
        </Link>
      )}
    </div>
  );
}
