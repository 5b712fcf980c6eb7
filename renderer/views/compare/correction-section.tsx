// The part of the row panel that corrects which sentences belong together and shows who did.

import { Equal, Link2, RotateCcw, Unlink2 } from 'lucide-react';
import type { Comparison, PairCorrection } from '../../../shared/core/comparison.ts';
import { Button, KeyboardHint } from '../../components/button.tsx';
import { dateAndTime } from '../../components/dates.ts';
import { PanelSection } from '../../components/panels.tsx';
import type { Place } from './place.ts';
import type { Corrections } from './use-corrections.ts';
import { columnName } from './words.ts';
import './correction-section.css';

const verdictWords: Record<PairCorrection['verdict'], string> = { paired: 'Paired by hand', same: 'Said to be the same by hand', apart: 'Parted by hand' };

type CorrectionSectionProps = { comparison: Comparison; place: Place; corrections: Corrections };

export function CorrectionSection({ comparison, place, corrections }: CorrectionSectionProps) {
  const { pair, same, apart, takeBack, made, waiting, stopWaiting } = corrections;
  const from = waiting && comparison.rows[waiting.row]?.cells[waiting.column];
  const fromColumn = waiting && comparison.columns[waiting.column];
  const isTarget = waiting !== null && waiting.column !== place.column;
  if (!pair && !same && !apart && made.length === 0 && !waiting) return null;
  return (
    <PanelSection title="Belongs together?">
      {made.length > 0 && (
        <ul className="correction-list">
          {made.map((correction) => (
            <li key={correction.id}>
              <strong>{verdictWords[correction.verdict]}</strong>
              <span className="faint"> {[correction.author, dateAndTime(correction.madeAt)].filter(Boolean).join(', ')}</span>
              {correction.verdict === 'apart' && <q className="correction-quote faint">{otherQuote(comparison, place, correction)}</q>}
            </li>
          ))}
        </ul>
      )}
      {waiting && from && fromColumn && (
        <p className="correction-waiting" role="status">
          To be paired, of {columnName(fromColumn, comparison.columns)}: <q>{from.text.length > longQuote ? `${from.text.slice(0, longQuote)}…` : from.text}</q> Choose its sentence in the edition beside it, then press <KeyboardHint command="compare.pair" />.
        </p>
      )}
      <div className="row-actions">
        {pair && (isTarget || !waiting) && <Button icon={Link2} kind={isTarget ? 'primary' : 'plain'} onPress={pair}>{isTarget ? 'Pair with this sentence' : 'Pair with another…'}</Button>}
        {waiting && <Button kind="quiet" onPress={stopWaiting}>Pair nothing</Button>}
        {same && <Button icon={Equal} onPress={same}>Says the same</Button>}
        {apart && <Button icon={Unlink2} onPress={apart}>Not the same sentence</Button>}
        {takeBack && <Button icon={RotateCcw} onPress={takeBack}>Take back</Button>}
      </div>
    </PanelSection>
  );
}

/** Characters of a sentence that say which it is. */
const longQuote = 160;

/** Of passages held apart the one that is not in this row's cell. */
function otherQuote(comparison: Comparison, place: Place, { olderDocumentId, olderQuote, newerQuote }: PairCorrection): string {
  const column = comparison.columns.findIndex((each) => each.documentId === olderDocumentId);
  return comparison.rows[place.row]?.cells[column]?.text === olderQuote ? newerQuote : olderQuote;
}
