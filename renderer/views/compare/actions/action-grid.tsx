// The ledger as bars over the years, by area. Up and down walk the actions, Enter opens the newest words in the report.

import { type KeyboardEvent, memo, useEffect, useMemo, useRef } from 'react';
import type { CountryActions } from '../../../../shared/core/actions/country-actions.ts';
import { classes } from '../../../components/button.tsx';
import { link, navigate } from '../../../routes.ts';
import { ageWords, isSuggested, type LedgerAction, ledgerYears, stateNames, stateSigns, shortVerdicts } from './action-words.ts';

type ActionGridProps = { ledger: CountryActions; actions: readonly LedgerAction[]; inHand: string | null; onPlace: (id: string) => void };

export function ActionGrid({ ledger, actions, inHand, onPlace }: ActionGridProps) {
  const frame = useRef<HTMLDivElement>(null);
  const years = useMemo(() => ledgerYears(ledger), [ledger]);
  const areas = useMemo(() => [...Map.groupBy(actions, ({ area }) => area)], [actions]);
  const editions = new Set(ledger.years);
  const entry = actions.find(({ id }) => id === inHand)?.id ?? actions[0]?.id;

  const begin = useRef(inHand);
  useEffect(() => {
    const row = begin.current === null ? null : frame.current?.querySelector<HTMLElement>(selectorOf(begin.current));
    if (row && frame.current) frame.current.scrollTop = row.offsetTop - frame.current.clientHeight / 2;
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const id = (event.target as HTMLElement).dataset['action'];
    const at = actions.findIndex((action) => action.id === id);
    const action = actions[at];
    if (!action || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      openNewest(action);
      return;
    }
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: actions.length - 1, PageDown: at + 12, PageUp: at - 12 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = actions[Math.max(0, Math.min(actions.length - 1, to))];
    if (next) frame.current?.querySelector<HTMLElement>(selectorOf(next.id))?.focus();
  };

  return (
    <div className="actions-scroller" ref={frame}>
      <table className="actions-grid" role="grid" aria-label={`Suggested actions for ${ledger.countryName}`} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className="actions-name">Suggested action</th>
            {years.map((year) => (
              <th key={year} scope="col" className={classes('figures', 'actions-year', !editions.has(year) && 'actions-year-without')} title={editions.has(year) ? undefined : `There is no edition of ${year} here; later editions speak of it.`}>
                <span aria-hidden>’{String(year).slice(2)}</span>
                <span className="visually-hidden">{year}{editions.has(year) ? '' : ', no edition here'}</span>
              </th>
            ))}
            <th scope="col" className="actions-age figures">Years</th>
          </tr>
        </thead>
        {areas.map(([area, own]) => (
          <tbody key={area}>
            <tr className="actions-area">
              <th scope="rowgroup" colSpan={years.length + 2}>
                <span>{area || 'No area'} <span className="faint figures">{own.filter(({ isOpen }) => isOpen).length} open of {own.length}</span></span>
              </th>
            </tr>
            {own.map((action) => (
              <Row key={action.id} action={action} years={years} isInHand={action.id === inHand} isEntry={action.id === entry} onPlace={onPlace} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

export function openNewest(action: LedgerAction): void {
  const newest = action.entries.at(-1);
  if (newest) navigate(link.reader(newest.documentId, newest.start !== null && newest.end !== null ? { start: newest.start, end: newest.end } : null));
}

function selectorOf(id: string): string {
  return `[data-action="${CSS.escape(id)}"]`;
}

type RowProps = { action: LedgerAction; years: readonly number[]; isInHand: boolean; isEntry: boolean; onPlace: (id: string) => void };

const Row = memo(function Row({ action, years, isInHand, isEntry, onPlace }: RowProps) {
  return (
    <tr
      className={classes('actions-row', !action.isOpen && 'actions-ended', isInHand && 'actions-in-hand')}
      data-action={action.id}
      tabIndex={isEntry ? 0 : -1}
      aria-selected={isInHand}
      onFocus={() => !isInHand && onPlace(action.id)}
      onClick={() => onPlace(action.id)}
      onDoubleClick={() => openNewest(action)}
    >
      <th scope="row" className="actions-name" title={action.text}>
        <span className="truncate">{action.text}</span>
      </th>
      {years.map((year) => {
        const state = action.states[year];
        const before = isSuggested(action.states[year - 1]);
        const after = isSuggested(action.states[year + 1]);
        return (
          <td key={year} className="actions-cell" title={state ? `${year}: ${stateNames[state]}` : undefined}>
            {state && (
              <span className={classes('actions-bar', `actions-${state}`, isSuggested(state) && !before && 'actions-begins', isSuggested(state) && !after && 'actions-ends')}>
                <span aria-hidden>{stateSigns[state]}</span>
                <span className="visually-hidden">{stateNames[state]}</span>
              </span>
            )}
          </td>
        );
      })}
      <td className="actions-age figures">
        {action.isOpen ? action.age : action.decision ? shortVerdicts[action.decision.verdict] : action.mergedInto ? 'Merged' : 'Ended'}
        <span className="visually-hidden"> {ageWords(action)}</span>
      </td>
    </tr>
  );
});
