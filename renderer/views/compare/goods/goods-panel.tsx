// The good or activity in hand: what each source of the year marks, what changed, its words in each edition, and what can be made of them.

import type { ActivityEntry, FollowedActivity } from '../../../../shared/core/activity-ledger.ts';
import { type Good, goodMarks, markOf } from '../../../../shared/core/goods.ts';
import type { GoodsAndActivities } from '../../../../shared/rpc/contract/country-changes.ts';
import { ObservedValue, placeLink, placeOf } from '../../../components/data-card/observed-value.tsx';
import { whichEdition } from '../../../components/data-card/source-entry.tsx';
import { Link } from '../../../components/link.tsx';
import { PanelHead, PanelSection } from '../../../components/panels.tsx';
import { ChangedWords } from '../ledger/changed-words.tsx';
import type { LedgerPlace } from '../ledger/ledger-place.ts';
import { LedgerLegend } from '../ledger/ledger-legend.tsx';
import { entryBefore, EntryHead, passageOfEntry } from '../ledger/listed-entry.tsx';
import { PassageTools } from '../ledger/passage-tools.tsx';
import { activityStateNames, activityStateSigns, goodChangeWords, markLetters, markNames, marksInWords } from './goods-rows.tsx';

export function GoodsPanel({ data, place, onPlace }: { data: GoodsAndActivities; place: LedgerPlace | null; onPlace: (place: LedgerPlace) => void }) {
  const good = data.goods.goods.find(({ id }) => place?.id === `good ${id}`);
  const activity = data.activities.activities.find(({ id }) => place?.id === id);
  if (place && good) return <GoodFacts good={good} years={data.goods.years} year={place.year} onYear={(year) => onPlace({ ...place, year })} />;
  if (place && activity) return <ActivityFacts data={data} activity={activity} year={place.year} onPlace={onPlace} />;
  return <LedgerLegend signs={signs} />;
}

function GoodFacts({ good, years, year, onYear }: { good: Good; years: readonly number[]; year: number; onYear: (year: number) => void }) {
  const cell = good.cells[years.indexOf(year)] ?? null;
  const said = goodMarks.flatMap((mark) => (cell?.marks[mark]?.values ?? []).map((value) => ({ mark, value })));
  const first = goodMarks.map((mark) => markOf(cell, mark)).find((value) => value && placeOf(value));
  const at = first ? placeOf(first) : null;
  return (
    <>
      <PanelHead title={<>{good.name}, <span className="figures">{year}</span></>} />
      <PanelSection>
        {good.sector && <p className="faint">{good.sector}</p>}
        <p>{cell ? marksInWords(cell) : years.includes(year) ? `Not listed in ${year}.` : `No source of ${year} lists goods.`}</p>
        <PassageTools passage={first && at ? { documentId: first.documentId, ...at } : null} none="Nothing of this year to open." />
      </PanelSection>
      {said.length > 0 && (
        <PanelSection title="Sources">
          <ul className="ledger-list">
            {said.map(({ mark, value }, index) => (
              <li key={index}>
                <p className="ledger-head"><span className="faint">{markNames[mark]}</span> <strong><ObservedValue value={value} /></strong></p>
                <p className="faint"><Link to={placeLink(value)}>{value.documentTitle}</Link>, {whichEdition(value)}</p>
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      <PanelSection title="Over the years">
        {good.changes.length === 0 ? <p className="faint">Nothing changed.</p> : (
          <ol className="ledger-list">
            {good.changes.toReversed().map((change, index) => <li key={index}><p><button type="button" className="compare-inline figures" onClick={() => onYear(change.year)}>{change.year}</button> {goodChangeWords(change)}</p></li>)}
          </ol>
        )}
      </PanelSection>
    </>
  );
}

function ActivityFacts({ data, activity, year, onPlace }: { data: GoodsAndActivities; activity: FollowedActivity; year: number; onPlace: (place: LedgerPlace) => void }) {
  const entry = activity.entries.find((each) => each.year === year) ?? activity.entries.at(-1);
  const others = [['Went into', activity.mergedInto], ['Taken out of', activity.splitFrom]].flatMap(([words, id]) => {
    const found = data.activities.activities.find((each) => each.id === id);
    return found ? [{ words, found }] : [];
  });
  return (
    <>
      <PanelHead title={activity.sector || 'Work of children'} />
      <PanelSection>
        <p>{entry?.activity ?? activity.activity}</p>
        {activity.territory && <p className="faint">{activity.territory}</p>}
        {others.map(({ words, found }) => (
          <p key={found.id}><span className="faint">{words}</span> <button type="button" className="compare-inline" onClick={() => onPlace({ id: found.id, year })}>{found.activity}</button></p>
        ))}
        <PassageTools passage={passageOfEntry(entry)} others={entryBefore(activity.entries, entry)} />
      </PanelSection>
      <PanelSection title="In each edition">
        <ol className="ledger-list">
          {activity.entries.toReversed().map((each) => <Entry key={each.year} entry={each} state={activity.states[each.year]} />)}
        </ol>
      </PanelSection>
    </>
  );
}

function Entry({ entry, state }: { entry: ActivityEntry; state: FollowedActivity['states'][number] | undefined }) {
  return (
    <li>
      <EntryHead entry={entry}>{state && activityStateNames[state]}{entry.hazardous && ' · hazardous by national law'}{entry.limitedEvidence && ' · evidence is limited'}</EntryHead>
      <ChangedWords differences={entry.differences} whole={state === 'carried' ? null : entry.activity} />
      {entry.hazard && <p>{entry.hazard === 'now' ? 'National law calls it hazardous now.' : 'It is not marked as hazardous any more.'}</p>}
    </li>
  );
}

const signs = [
  ...goodMarks.map((mark) => ({ sign: markLetters[mark], meaning: markNames[mark] })),
  { sign: '+ ×', meaning: 'Listed for the first time; not listed any more.' },
  { sign: '~', meaning: 'Other marks, or other words for the same work.' },
  { sign: 'H h', meaning: 'National law calls it hazardous now; not any more.' },
  ...(['split', 'merged', 'returned'] as const).map((state) => ({ sign: activityStateSigns[state], meaning: `${activityStateNames[state]}.` })),
];
