// The institution in hand: its description in each edition with what changed, what the reports say of its years, and what can be made of it.

import type { FollowedInstitution, InstitutionEntry, InstitutionState } from '../../../../shared/core/institution-ledger.ts';
import { institutionNames, remarkWords } from '../../../../shared/core/listing.ts';
import { PanelHead, PanelSection } from '../../../components/panels.tsx';
import { ChangedWords } from '../ledger/changed-words.tsx';
import { LedgerLegend } from '../ledger/ledger-legend.tsx';
import { entryBefore, EntryHead, passageOfEntry } from '../ledger/listed-entry.tsx';
import { PassageTools } from '../ledger/passage-tools.tsx';
import { entryWords, stateNames, stateSigns } from './institution-rows.tsx';

export function InstitutionPanel({ institution, year }: { institution: FollowedInstitution | null; year: number }) {
  if (!institution) {
    return (
      <LedgerLegend signs={signs}>
        <p className="faint">They are matched over the editions by name and description; a bar without a sign may still hold other words.</p>
      </LedgerLegend>
    );
  }
  const entry = institution.entries.find((each) => each.year === year) ?? institution.entries.at(-1);
  const [first, last] = [institution.entries[0], institution.entries.at(-1)];
  return (
    <>
      <PanelHead title={institutionNames[institution.kind]} />
      <PanelSection>
        <p><strong>{entry?.name ?? institution.name}</strong>{entry?.years && <span className="faint figures"> {entry.years}</span>}</p>
        <p className="faint figures">Listed in {institution.entries.length === 1 ? first?.year : `${institution.entries.length} editions from ${first?.year} to ${last?.year}`}{institution.isListed ? '' : '; not in the newest one'}.</p>
        {entry && <p className="ledger-said">{entry.description}</p>}
        <PassageTools passage={passageOfEntry(entry)} others={entryBefore(institution.entries, entry)} />
      </PanelSection>
      <PanelSection title="In each edition">
        <ol className="ledger-list">
          {institution.entries.toReversed().map((each) => <Entry key={each.year} entry={each} state={institution.states[each.year] ?? 'carried'} isOpen={each === entry} />)}
        </ol>
      </PanelSection>
    </>
  );
}

/** The difference is long: it is shown for the year in hand, and on demand for the others. */
function Entry({ entry, state, isOpen }: { entry: InstitutionEntry; state: InstitutionState; isOpen: boolean }) {
  const changed = entry.differences.some(({ kind }) => kind !== 'same');
  return (
    <li>
      <EntryHead entry={entry}>{entryWords(entry, state)}{entry.years && ` · ${entry.years}`}</EntryHead>
      {entry.formerName !== null && <p><del>{entry.formerName}</del> <ins>{entry.name}</ins></p>}
      {entry.remarks.length > 0 && <p className="faint">{[...new Set(entry.remarks.map(remarkWords))].join(', ')}</p>}
      {changed && (
        <details open={isOpen}>
          <summary>What changed in its description</summary>
          <ChangedWords differences={entry.differences} whole={null} />
        </details>
      )}
    </li>
  );
}

const signs = [
  ...(['new', 'gone', 'renamed', 'renewed', 'role', 'returned'] as const).map((state) => ({ sign: stateSigns[state], meaning: `${stateNames[state]}.` })),
  { sign: '◦', meaning: 'The report says that it was not active, or that it ended.' },
];
