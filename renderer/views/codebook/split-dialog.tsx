// Splits a tag: its passages are dealt out to new tags one by one, by digit or by pointer. What is not dealt out stays.

import { Plus } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Checkbox, TextField } from '../../components/fields.tsx';
import { ErrorNote, Waiting } from '../../components/notes.tsx';
import { Quoted } from '../../components/quoted.tsx';
import { showToast } from '../../components/toasts.ts';
import { passagesWord } from './words.ts';

/** Digits choose among them; more parts are a second split. */
const mostParts = 9;
/** Listed; a tag with more is split in more than one go. */
const mostPassages = 500;

export function SplitDialog({ tag, onClose }: { tag: TagWithCount; onClose: () => void }) {
  const found = useQuery('tags.passages', { tagId: tag.id, withBelow: false, limit: mostPassages }, { keepPrevious: false });
  const split = useCommand('tags.split', { quiet: true });
  const { undo } = useUndo();
  const [names, setNames] = useState(['', '']);
  const [below, setBelow] = useState(false);
  /** Which part each passage goes to; those not in it stay. */
  const [dealt, setDealt] = useState<Readonly<Record<string, number>>>({});
  const [error, setError] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const passages = found.data?.passages;
  const parts = useMemo(() => names.map((name, index) => ({ name: name.trim(), annotationIds: Object.keys(dealt).filter((id) => dealt[id] === index) })), [names, dealt]);
  const count = Object.keys(dealt).length;

  const deal = (id: string, part: number | null) => {
    setError(null);
    setDealt((known) => {
      const { [id]: _, ...rest } = known;
      return part === null ? rest : { ...rest, [id]: part };
    });
  };
  const submit = async () => {
    const chosen = parts.filter(({ annotationIds }) => annotationIds.length > 0);
    if (chosen.some(({ name }) => name === '')) return setError('Name each new tag that gets passages.');
    const outcome = await split.run({ id: tag.id, below, parts: chosen });
    if (!outcome.ok) return setError(outcome.sentence);
    onClose();
    showToast({ text: `Split ${passagesWord(count)} off “${tag.name}”.`, action: { label: 'Undo', run: () => void undo() } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-passage]') : null;
    if (!row || !/^[0-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    const part = Number(event.key) - 1;
    if (part >= names.length) return;
    event.preventDefault();
    deal(row.dataset['passage'] ?? '', part < 0 ? null : part);
    // On to the next, so that dealing out is one key a passage.
    row.nextElementSibling?.querySelector<HTMLElement>('input[tabindex="0"], input:checked, input')?.focus();
  };
  return (
    <Dialog
      title={`Split “${tag.name}”`}
      isOpen
      onClose={onClose}
      width={720}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isDisabled={count === 0} isPending={split.pending} onPress={() => void submit()}>
            {count === 0 ? 'Split off' : `Split ${passagesWord(count)} off`}
          </Button>
        </>
      }
    >
      <div className="codebook-split">
      {error && <ErrorNote>{error}</ErrorNote>}
      <div className="codebook-split-names">
        {names.map((name, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a part is its place: passages are dealt to it by number
          <TextField key={index} label={`New tag ${String(index + 1)}`} value={name} onChange={(text) => setNames(names.with(index, text.slice(0, 500)))} autoFocus={index === 0} />
        ))}
        {names.length < mostParts && (
          <Button icon={Plus} onPress={() => setNames([...names, ''])}>
            Another
          </Button>
        )}
      </div>
      <Checkbox isOn={below} onChange={setBelow}>
        Put the new tags below “{tag.name}”, not beside it
      </Checkbox>
      {found.errorSentence && <ErrorNote onRetry={found.refetch}>{found.errorSentence}</ErrorNote>}
      {!passages && !found.errorSentence && <Waiting />}
      {passages && (
        <>
          <p className="faint">
            Deal the passages out: with a passage in focus, a digit gives it to that tag and goes on; 0 lets it stay.
            {found.data && found.data.total > passages.length && ` The first ${String(mostPassages)} of ${found.data.total.toLocaleString('en')} are listed.`}
          </p>
          <ul className="codebook-split-list" ref={list} onKeyDownCapture={onKeyDown}>
            {passages.map((passage) => (
              <li key={passage.id} data-passage={passage.id}>
                <RadioGroup className="codebook-split-choice" aria-label={`“${passage.quote.slice(0, 60)}” goes to`} orientation="horizontal" value={String(dealt[passage.id] ?? -1)} onChange={(value) => deal(passage.id, Number(value) < 0 ? null : Number(value))}>
                  {[-1, ...names.keys()].map((part) => (
                    <Radio key={part} value={String(part)} className="codebook-split-radio" aria-label={part < 0 ? 'Stays' : (names[part] ?? '').trim() || `New tag ${String(part + 1)}`}>
                      {part < 0 ? 'stays' : String(part + 1)}
                    </Radio>
                  ))}
                </RadioGroup>
                <div className="codebook-split-words">
                  <Quoted annotation={passage} className="codebook-quote" />
                  <span className="faint codebook-place">{[passage.documentTitle, passage.year].filter(Boolean).join(' · ')}</span>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      </div>
    </Dialog>
  );
}
