// The action in hand: its words in each edition with what changed, its targets beside what was observed, and why it may have ended.

import { useState } from 'react';
import type { ActionEntry } from '../../../../shared/core/action-ledger.ts';
import { actionVerdicts, type ActionVerdict, type CountryActions } from '../../../../shared/core/actions/country-actions.ts';
import { formatObservation } from '../../../../shared/core/observation.ts';
import { useCommand } from '../../../backend/use-command.ts';
import { useQuery } from '../../../backend/use-query.ts';
import { useUndo } from '../../../backend/use-undo.ts';
import { Button } from '../../../components/button.tsx';
import { placeLink } from '../../../components/data-card/observed-value.tsx';
import { Link } from '../../../components/link.tsx';
import { PanelHead, PanelSection } from '../../../components/panels.tsx';
import { showToast } from '../../../components/toasts.ts';
import { link } from '../../../routes.ts';
import { ChangedWords } from '../ledger/changed-words.tsx';
import { entryBefore, EntryHead, passageOfEntry } from '../ledger/listed-entry.tsx';
import { PassageTools } from '../ledger/passage-tools.tsx';
import { ageWords, type LedgerAction, stateNames, stateSigns, verdictNames } from './action-words.ts';

export function ActionPanel({ ledger, action, onPlace }: { ledger: CountryActions; action: LedgerAction | null; onPlace: (id: string) => void }) {
  if (!action) return <Legend />;
  const newest = action.entries.at(-1);
  const other = (id: string | null) => ledger.actions.find((each) => each.id === id);
  const related = [
    { words: 'Went into', action: other(action.mergedInto) },
    { words: 'Taken out of', action: other(action.splitFrom) },
    ...action.mergedFrom.map((id) => ({ words: 'Took in', action: other(id) })),
  ].flatMap(({ words, action: found }) => (found ? [{ words, action: found }] : []));
  return (
    <>
      <PanelHead title={action.area || 'Suggested action'} />
      <PanelSection>
        <p>{action.text}</p>
        <p className="faint figures">{ageWords(action)}{action.firstYears.length > 1 && `; the editions do not agree on its first year: ${action.firstYears.join(', ')}`}</p>
        {related.map(({ words, action: found }) => (
          <p key={found.id} className="actions-related">
            <span className="faint">{words}</span> <button type="button" onClick={() => onPlace(found.id)}>{found.text}</button>
          </p>
        ))}
        <PassageTools passage={passageOfEntry(newest)} others={entryBefore(action.entries, newest)} />
      </PanelSection>
      <Targets ledger={ledger} action={action} />
      {!action.isOpen && <Ended key={action.id} ledger={ledger} action={action} />}
      <PanelSection title="In each edition">
        <ol className="ledger-list">
          {action.entries.toReversed().map((entry) => (
            <Entry key={entry.year} entry={entry} state={action.states[entry.year]} />
          ))}
        </ol>
      </PanelSection>
    </>
  );
}

function Entry({ entry, state }: { entry: ActionEntry; state: LedgerAction['states'][number] | undefined }) {
  return (
    <li>
      <EntryHead entry={entry}>{state && stateNames[state]}{entry.years && ` · printed “${entry.years}”`}</EntryHead>
      <ChangedWords differences={entry.differences} whole={entry.confidence === 1 && state !== 'carried' ? entry.text : null} />
      {entry.byYears && <p className="faint">The words hardly stayed; that it is the same action is taken from the years printed beside it.</p>}
    </li>
  );
}

function Targets({ ledger, action }: { ledger: CountryActions; action: LedgerAction }) {
  if (action.targets.length === 0) return null;
  return (
    <PanelSection title="Target">
      {action.targets.map((target) => {
        const observed = ledger.observed.filter(({ indicator }) => indicator === target.indicator);
        const latest = observed.findLast(({ value }) => typeof value.value === 'number')?.value.value;
        return (
          <div key={target.start} className="actions-target">
            <p className="figures">
              {target.what}: {target.from !== null && `${target.from.toLocaleString('en')} → `}<strong>{target.to.toLocaleString('en')}</strong>
              {typeof latest === 'number' && <span className="faint"> {latest >= target.to ? 'reached' : `${(target.to - latest).toLocaleString('en')} short`}</span>}
            </p>
            {observed.length > 0 && (
              <ul className="actions-observed">
                {observed.map(({ year, value }) => (
                  <li key={year} className="figures"><span className="faint">{year}</span> <Link to={placeLink(value)}>{formatObservation(value)}</Link></li>
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </PanelSection>
  );
}

/** Sentences of the next edition that may say why, and the analyst's word. */
function Ended({ ledger, action }: { ledger: CountryActions; action: LedgerAction }) {
  const last = action.entries.at(-1);
  const [chosen, setChosen] = useState<number | null>(null);
  const reasons = useQuery('suggestedActions.reasons', { documentId: last?.documentId ?? '', text: last?.text ?? '' }, { enabled: last !== undefined, keepPrevious: false });
  const decide = useCommand('suggestedActions.decide');
  const undecide = useCommand('suggestedActions.undecide');
  const { undo } = useUndo();
  if (!last) return null;
  const { decision } = action;
  const choose = async (verdict: ActionVerdict) => {
    const reason = chosen === null ? undefined : reasons.data?.reasons[chosen];
    const evidence = reason && reasons.data ? { documentId: reasons.data.documentId, start: reason.start, end: reason.end } : null;
    const outcome = await decide.run({ documentId: last.documentId, area: last.area, text: last.text, verdict, note: decision?.note ?? '', evidence });
    if (outcome.ok) showToast({ text: `Marked as ${verdictNames[verdict].toLowerCase()}.`, action: { label: 'Undo', run: () => void undo() } });
  };
  const found = reasons.data?.reasons ?? [];
  return (
    <PanelSection title="Why did it end?">
      {decision && (
        <p>
          <strong>{verdictNames[decision.verdict]}</strong> <span className="faint">{decision.author && `${decision.author}, `}{decision.madeAt.slice(0, 10)}</span>{' '}
          <button type="button" className="actions-take-back" onClick={() => void undecide.run({ id: decision.id })}>Take back</button>
        </p>
      )}
      {decision?.evidence && <p><Link to={link.reader(decision.evidence.documentId, decision.evidence)}>“{decision.evidence.quote}”</Link></p>}
      {reasons.data === null && <p className="faint">No later edition of {ledger.countryName} is here, so nothing can say why.</p>}
      {reasons.data && !decision && (
        <p className="faint">{found.length > 0 ? `Sentences of ${reasons.data.year} that may say why. Choose one, or none, and decide.` : `Nothing in ${reasons.data.year} speaks of it.`}</p>
      )}
      {!decision && found.length > 0 && (
        <ul className="actions-reasons">
          {found.map((reason, index) => (
            <li key={reason.start}>
              <label>
                <input type="checkbox" checked={chosen === index} onChange={() => setChosen(chosen === index ? null : index)} />
                <span>{reason.quote}</span>
              </label>
              <p className="faint">
                {reason.section && `${reason.section} · `}
                <Link to={link.reader(reasons.data?.documentId ?? '', reason)}>{reason.page === null ? 'open' : `p. ${reason.page}`}</Link>
              </p>
            </li>
          ))}
        </ul>
      )}
      {!decision && reasons.data !== undefined && (
        <div className="actions-verdicts">
          {actionVerdicts.map((verdict) => (
            <Button key={verdict} isDisabled={decide.pending} onPress={() => void choose(verdict)}>{verdictNames[verdict]}</Button>
          ))}
        </div>
      )}
    </PanelSection>
  );
}

function Legend() {
  return (
    <>
      <PanelHead title="No action in hand" />
      <PanelSection>
        <p className="faint">Walk the actions with ↑ and ↓ or click one. Enter opens its newest words in the report.</p>
      </PanelSection>
      <PanelSection title="Signs">
        <dl className="actions-legend">
          {(['new', 'carried', 'reworded', 'said', 'split', 'returned', 'merged', 'gone'] as const).map((state) => (
            <div key={state}>
              <dt><LegendSign state={state} /></dt>
              <dd>{stateNames[state]}</dd>
            </div>
          ))}
        </dl>
      </PanelSection>
    </>
  );
}

function LegendSign({ state }: { state: keyof typeof stateNames }) {
  return <span className={`actions-bar actions-begins actions-ends actions-${state}`} aria-hidden>{stateSigns[state]}</span>;
}
