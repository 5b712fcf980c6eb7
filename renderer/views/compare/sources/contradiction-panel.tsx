// The contradiction in hand: both sides at their words, what was decided and by whom, and a finding that takes both as evidence.

import { BookOpen } from 'lucide-react';
import { useState } from 'react';
import { type ContradictionState, contradictionStates, type QueuedContradiction } from '../../../../shared/core/contradiction-queue.ts';
import { type SourcedValue, sourceNames } from '../../../../shared/core/observation.ts';
import { useCommand } from '../../../backend/use-command.ts';
import { useUndo } from '../../../backend/use-undo.ts';
import { Button } from '../../../components/button.tsx';
import { ObservedValue, placeLink, placeOf } from '../../../components/data-card/observed-value.tsx';
import { whichEdition } from '../../../components/data-card/source-entry.tsx';
import { dateAndTime } from '../../../components/dates.ts';
import { TextField } from '../../../components/fields.tsx';
import { Link } from '../../../components/link.tsx';
import type { OtherPassage } from '../../../components/other-passages.tsx';
import { PanelHead, PanelSection } from '../../../components/panels.tsx';
import { showToast } from '../../../components/toasts.ts';
import { navigate } from '../../../routes.ts';
import { PassageTools } from '../ledger/passage-tools.tsx';
import { FindingDialog } from './finding-dialog.tsx';
import { stateMeanings, stateNames } from './contradiction-words.ts';

export function ContradictionPanel({ country, contradiction }: { country: string; contradiction: QueuedContradiction | null }) {
  if (!contradiction) return <Legend />;
  const { name, year, territory, sides, how } = contradiction;
  const [first, ...others] = sides.flatMap((side): OtherPassage[] => {
    const at = placeOf(side);
    return at ? [{ name: `“${side.documentTitle}”`, passage: { documentId: side.documentId, ...at } }] : [];
  });
  return (
    <>
      <PanelHead title={<>{name}, <span className="figures">{year}</span></>} />
      <PanelSection>
        {territory && <p>{territory}</p>}
        <ul className="ledger-list">
          {sides.map((side) => <Side key={side.documentId} side={side} />)}
        </ul>
        {how && <p className="faint">{how}</p>}
        <PassageTools passage={first?.passage ?? null} others={others} none="Neither side has words of its own to open." evidence={{ label: 'Make a finding…', dialog: (onClose) => <FindingDialog contradiction={contradiction} onClose={onClose} /> }} />
      </PanelSection>
      <Decision country={country} contradiction={contradiction} />
    </>
  );
}

function Side({ side }: { side: SourcedValue }) {
  return (
    <li>
      <p className="ledger-head"><strong className="figures"><ObservedValue value={side} /></strong> <span className="faint">{sourceNames[side.source]}, {whichEdition(side)}</span></p>
      <p><Link to={placeLink(side)}>{side.documentTitle}</Link></p>
      {side.quote && <p className="ledger-said">{side.quote}</p>}
      {placeOf(side) && <div className="row-actions"><Button kind="quiet" icon={BookOpen} onPress={() => navigate(placeLink(side))}>Open at the words</Button></div>}
    </li>
  );
}

function Decision({ country, contradiction }: { country: string; contradiction: QueuedContradiction }) {
  const { key, state, decision, isStale } = contradiction;
  const decide = useCommand('contradictions.decide');
  const { undo } = useUndo();
  const [note, setNote] = useState(decision?.note ?? '');
  const [error, setError] = useState<string | null>(null);
  const choose = async (next: ContradictionState) => {
    if (next === 'explained' && note.trim() === '') {
      setError('Write why they differ.');
      return;
    }
    setError(null);
    const outcome = await decide.run({ country, key, state: next, note: note.trim() });
    if (outcome.ok) showToast({ text: next === 'open' ? 'It is open again.' : `Marked as ${stateNames[next].toLowerCase()}.`, action: { label: 'Undo', run: () => void undo() } });
  };
  return (
    <PanelSection title="What became of it">
      <p><strong>{stateNames[state]}</strong> <span className="faint">{isStale ? 'again: a source says something else than when it was decided.' : stateMeanings[state]}</span></p>
      {decision && <p className="faint">{isStale && `${stateNames[decision.state]} of ${decision.said}. `}{decision.author && `${decision.author}, `}{dateAndTime(decision.madeAt)}</p>}
      <TextField label="Note" value={note} onChange={setNote} lines={3} error={error} />
      <div className="row-actions">
        {contradictionStates.filter((each) => each !== state || (each !== 'open' && note.trim() !== (decision?.note ?? ''))).map((each) => (
          <Button key={each} isDisabled={decide.pending} onPress={() => void choose(each)}>{each === state ? 'Keep the note' : each === 'open' ? 'Open again' : stateNames[each]}</Button>
        ))}
      </div>
    </PanelSection>
  );
}

function Legend() {
  return (
    <>
      <PanelHead title="Nothing in hand" />
      <PanelSection>
        <p className="faint">Walk the rows with the arrow keys or click one; Enter opens the words of the first side. What a later report restates is no contradiction, and what was corrected by hand is settled.</p>
      </PanelSection>
      <PanelSection title="States">
        <dl className="sources-states">{contradictionStates.map((each) => <div key={each}><dt>{stateNames[each]}</dt><dd className="faint">{stateMeanings[each]}</dd></div>)}</dl>
      </PanelSection>
    </>
  );
}
