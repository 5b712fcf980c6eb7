// Chooses passages for a finding from everything that is annotated: type to narrow, mark several, add them at once.

import { useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { FindingWithEvidence, Stance } from '../../../shared/core/finding.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SearchField } from '../../components/fields.tsx';
import { Waiting } from '../../components/notes.tsx';
import { passagePlace } from '../../components/passage-place.ts';
import { stanceNames } from '../../components/finding-words.ts';

/** More than can be looked over; the filter finds the others. */
const mostShown = 300;

export function AddEvidence({ finding, stance, onClose }: { finding: FindingWithEvidence; stance: Stance; onClose: () => void }) {
  const annotations = useQuery('annotations.list', {});
  const add = useCommand('findings.addEvidence');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const taken = useMemo(() => new Set(finding.evidence.map((each) => each.annotationId)), [finding]);
  const shown = useMemo(() => {
    const wanted = text.trim().toLocaleLowerCase();
    return (annotations.data ?? [])
      .filter((each) => !taken.has(each.id) && `${each.quote} ${each.note} ${each.documentTitle} ${each.year ?? ''}`.toLocaleLowerCase().includes(wanted))
      .slice(0, mostShown);
  }, [annotations.data, taken, text]);

  const submit = async () => {
    const outcome = await add.run({ id: finding.id, annotationIds: [...chosen], stance });
    if (outcome.ok) onClose();
  };
  return (
    <Dialog
      title={`Add evidence: ${stanceNames[stance].toLowerCase()}`}
      isOpen
      onClose={onClose}
      width={720}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isDisabled={chosen.size === 0} onPress={() => void submit()}>
            {chosen.size > 1 ? `Add ${chosen.size} passages` : 'Add passage'}
          </Button>
        </>
      }
    >
      <div className="add-evidence">
        <SearchField label="Find a passage by its words, note or document" value={text} onChange={setText} autoFocus />
        {!annotations.data ? (
          <Waiting />
        ) : shown.length === 0 ? (
          <p className="faint">{annotations.data.length === 0 ? 'Nothing is annotated yet. Select a passage in the reader first.' : 'No passage fits, or all that fit are here already.'}</p>
        ) : (
          <ListBox
            aria-label="Annotated passages"
            className="add-evidence-list"
            selectionMode="multiple"
            selectedKeys={chosen}
            onSelectionChange={(keys) => setChosen(keys === 'all' ? new Set(shown.map((each) => each.id)) : new Set([...keys].map(String)))}
          >
            {shown.map((each) => (
              <ListBoxItem key={each.id} id={each.id} textValue={each.quote} className="add-evidence-row">
                <span className="checkbox-box" aria-hidden />
                <span className="add-evidence-words">
                  <span className="add-evidence-quote">{each.quote}</span>
                  <span className="faint">{passagePlace(each)}</span>
                </span>
              </ListBoxItem>
            ))}
          </ListBox>
        )}
      </div>
    </Dialog>
  );
}
