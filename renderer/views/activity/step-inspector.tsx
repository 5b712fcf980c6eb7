// One step of the journal: when and by whom, what it changed thing by thing, and the way back to it.

import { Undo2 } from 'lucide-react';
import type { ChangedThing } from '../../../shared/core/history-detail.ts';
import type { HistoryEntry } from '../../../shared/core/project.ts';
import { useQuery } from '../../backend/use-query.ts';
import { Button, KeyboardHint } from '../../components/button.tsx';
import { dateAndTime } from '../../components/dates.ts';
import { Link } from '../../components/link.tsx';
import { PanelHead, PanelSection } from '../../components/panels.tsx';
import { link } from '../../routes.ts';
import { stateReasons, stateWords, steps } from './step-words.ts';

export function StepInspector({ entry, newer, onGoBack }: { entry: HistoryEntry | undefined; newer: number; onGoBack: (entry: HistoryEntry) => void }) {
  if (!entry) {
    return (
      <>
        <PanelHead title="Nothing selected" />
        <PanelSection>
          <p className="faint">Select a step to see what it changed, and to go back to it.</p>
        </PanelSection>
      </>
    );
  }
  return (
    <>
      <PanelHead title="Step" />
      <PanelSection>
        <p className="activity-label">{entry.label}</p>
        <p>
          {stateWords[entry.state]}. <span className="faint">{stateReasons[entry.state]}</span>
        </p>
        <p className="faint figures">
          {dateAndTime(entry.madeAt)}
          {entry.author && `, by ${entry.author}`}
        </p>
      </PanelSection>
      {entry.state === 'done' && (
        <PanelSection>
          {newer === 0 ? (
            <p className="faint">This is the newest step; Undo takes it back.</p>
          ) : (
            <>
              <p>Undoing to here takes back the {steps(newer)} made after it. Redo brings them back until something new is done.</p>
              <div>
                <Button icon={Undo2} onPress={() => onGoBack(entry)}>
                  Undo to here <KeyboardHint command="activity.back" />
                </Button>
              </div>
            </>
          )}
        </PanelSection>
      )}
      <Changes step={entry.id} />
    </>
  );
}

function Changes({ step }: { step: string }) {
  const detail = useQuery('history.detail', { id: step }, { keepPrevious: false }).data;
  if (!detail) return null;
  return (
    <PanelSection title="What it changed">
      <ul className="activity-things">
        {detail.things.map((thing, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the things of a step never change their order
          <Thing key={index} thing={thing} />
        ))}
      </ul>
      {detail.more > 0 && <p className="faint">And {detail.more.toLocaleString('en')} more.</p>}
    </PanelSection>
  );
}

const signs = { added: '+', removed: '−', changed: '~' } as const;
const verbs = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const;

function Thing({ thing }: { thing: ChangedThing }) {
  const { noun, what, name, fields, place } = thing;
  return (
    <li className="activity-thing" data-what={what}>
      <p className="activity-thing-head">
        <span aria-hidden className="activity-sign">
          {signs[what]}
        </span>{' '}
        <span className="label">
          {verbs[what]} {noun}
        </span>
      </p>
      {name !== '' && <p className="activity-name">{place ? <Link to={link.reader(place.documentId, place)}>{name}</Link> : <bdi>{name}</bdi>}</p>}
      {fields.length > 0 && (
        <dl className="activity-fields">
          {fields.map(({ label, before, after }) => (
            <div key={label}>
              <dt className="label">{label}</dt>
              <dd>
                {before !== '' && <del>{before}</del>}
                {after === '' ? <span className="faint">emptied</span> : <ins>{after}</ins>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
