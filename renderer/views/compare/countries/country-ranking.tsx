// The countries of a year by value: numbers as bars, highest first; words and yes or no by how many say so; what is not known apart, unranked.
// Arrow keys walk the countries, Enter opens the page at the words.

import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { type CountryGroup, type CountryRow, rankingOf } from '../../../../shared/core/country-ranking.ts';
import type { IndicatorMatrix } from '../../../../shared/core/indicator.ts';
import type { SourcedValue } from '../../../../shared/core/observation.ts';
import { classes } from '../../../components/button.tsx';
import { ObservedValue, placeLink } from '../../../components/data-card/observed-value.tsx';
import { Link } from '../../../components/link.tsx';
import { rowAfterKey } from '../../../components/row-keys.ts';
import { navigate } from '../../../routes.ts';
import type { CountryEntry } from './country-entry.ts';

type CountryRankingProps = { matrix: IndicatorMatrix; entries: readonly CountryEntry[]; year: number; selected: string | null; onSelect: (id: string) => void };

/** Rows that a page moves by. */
const pageRows = 15;

export function CountryRanking({ matrix, entries, year, selected, onSelect }: CountryRankingProps) {
  const ranking = useMemo(() => rankingOf({ ...matrix, rows: entries.map(({ row }) => row) }, year), [matrix, entries, year]);
  const entryOf = useMemo(() => new Map(entries.map((entry) => [entry.row, entry])), [entries]);
  const { ranked, groups, apart, silent } = ranking;
  const highest = Math.max(0, ...ranked.map(({ number }) => number));
  const table = useRef<HTMLTableElement>(null);
  const ids = ranked.map(({ row }) => entryOf.get(row)?.id ?? '');
  const entry = selected !== null && ids.includes(selected) ? selected : ids[0];
  const begin = useRef(entry);
  useEffect(() => {
    const frame = table.current?.parentElement;
    const row = [...(table.current?.querySelectorAll<HTMLElement>('[data-country]') ?? [])].find((each) => each.dataset['country'] === begin.current);
    // By hand: scrollIntoView would move the panels around it as well.
    if (frame && row) frame.scrollTop = row.offsetTop - frame.clientHeight / 2;
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = ids.indexOf((event.target as HTMLElement).dataset['country'] ?? '');
    const value = ranked[at]?.value;
    if (!value || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') return navigate(placeLink(value));
    const next = rowAfterKey(event.key, at, ids.length, pageRows);
    if (next === null) return;
    event.preventDefault();
    table.current?.querySelectorAll<HTMLElement>('[data-country]')[next]?.focus();
  };
  return (
    <div className="ranking" role="region" aria-label={`${matrix.name}, ${year}`}>
      {ranked.length > 0 && (
        <table className="ranking-bars" role="grid" aria-label={`Countries by ${matrix.name}, ${year}`} ref={table} onKeyDown={onKeyDown}>
          <colgroup>
            <col className="ranking-rank" />
            <col className="ranking-name" />
            <col />
          </colgroup>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">Rank</th>
              <th scope="col">Country</th>
              <th scope="col">Value</th>
            </tr>
          </thead>
          <tbody>
            {ranked.map(({ row, value, number, rank }) => {
              const { id = '', name = '' } = entryOf.get(row) ?? {};
              return (
                <tr key={id} data-country={id} tabIndex={id === entry ? 0 : -1} aria-selected={id === selected} className={classes('ranking-row', id === selected && 'ranking-selected')} onFocus={() => onSelect(id)} onClick={() => onSelect(id)}>
                  <td className="faint figures ranking-rank">{rank}</td>
                  <th scope="row" className="ranking-name" title={name}>
                    <span className="truncate">{name}</span>
                  </th>
                  <td className="ranking-value figures">
                    <span className="ranking-line">
                      <span className="ranking-bar" style={{ width: `${highest > 0 ? Math.max(0, (number / highest) * 100) : 0}%` }} aria-hidden />
                      <ObservedValue value={value} tabIndex={-1} />
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {groups.map((group) => (
        <Group key={group.words} group={group} entryOf={entryOf} />
      ))}
      {apart.map((group) => (
        <Group key={group.words} group={group} entryOf={entryOf} isApart />
      ))}
      {silent.length > 0 && (
        <section className="ranking-group ranking-apart">
          <h3>
            No source for {year} <span className="faint figures">{silent.length}</span>
          </h3>
          <p className="faint">{silent.map((row) => entryOf.get(row)?.name).join(' · ')}</p>
        </section>
      )}
    </div>
  );
}

function Group({ group: { words, rows }, entryOf, isApart = false }: { group: CountryGroup; entryOf: ReadonlyMap<CountryRow, CountryEntry>; isApart?: boolean }) {
  return (
    <section className={classes('ranking-group', isApart && 'ranking-apart')}>
      <h3>
        <span className={classes(isApart && words === 'Unknown' && 'hatch ranking-unknown')}>
          <span>{words}</span>
        </span>{' '}
        <span className="faint figures">{rows.length}</span>
      </h3>
      <ul>
        {rows.map(({ row, value }) => (
          <li key={entryOf.get(row)?.id}>
            <CountryLink name={entryOf.get(row)?.name ?? row.countryName} value={value} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CountryLink({ name, value }: { name: string; value: SourcedValue }) {
  return (
    <Link to={placeLink(value)}>
      {name}
      {value.mark && <sup title={value.note ?? undefined}>{value.mark}</sup>}
    </Link>
  );
}
