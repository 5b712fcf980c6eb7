// What a tag means: its name, colour, definition and example, kept as they are typed; where it is used; what can be done with it.

import { Merge, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { tagColours } from '../../../shared/core/annotation.ts';
import { type TagWithCount, tagPath } from '../../../shared/core/tag.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox, TextField } from '../../components/fields.tsx';
import { TagSwatch } from '../../components/marks.tsx';
import { PanelHead, PanelSection } from '../../components/panels.tsx';
import { useAutosave } from '../../components/use-autosave.ts';
import { useTagSlots } from '../reader/tag-slots.ts';
import { passagesWord } from './words.ts';

type TagDetailProps = { tag: TagWithCount; tags: readonly TagWithCount[]; onMerge: () => void; onRemove: () => void };

export function TagDetail({ tag, tags, onMerge, onRemove }: TagDetailProps) {
  return (
    <>
      <PanelHead title={<bdi>{tag.name}</bdi>} />
      <PanelSection>
        <NameField tag={tag} />
        <ColourField tag={tag} />
        <LongField tag={tag} name="definition" label="Definition" placeholder="When to use it, and when not" lines={4} />
        <LongField tag={tag} name="example" label="Example" placeholder="A passage that shows it well" lines={3} />
        <PinField tag={tag} tags={tags} />
      </PanelSection>
      <Use tag={tag} tags={tags} />
      <PanelSection>
        <div className="codebook-actions">
          <Button icon={Merge} onPress={onMerge}>
            Merge into…
          </Button>
          <Button icon={Trash2} onPress={onRemove}>
            Remove
          </Button>
        </div>
      </PanelSection>
    </>
  );
}

function NameField({ tag }: { tag: TagWithCount }) {
  const { run } = useCommand('tags.update', { quiet: true });
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const keep = async () => {
    const name = typed?.trim();
    if (name === undefined || name === '' || name === tag.name) {
      setTyped(null);
      setError(null);
      return;
    }
    const outcome = await run({ id: tag.id, name });
    if (outcome.ok) setTyped(null);
    setError(outcome.ok ? null : outcome.sentence);
  };
  return (
    <TextField
      label="Name"
      value={typed ?? tag.name}
      onChange={setTyped}
      onBlur={() => void keep()}
      onSubmit={() => void keep()}
      onCancel={() => {
        setTyped(null);
        setError(null);
      }}
      error={error}
    />
  );
}

function ColourField({ tag }: { tag: TagWithCount }) {
  const { run } = useCommand('tags.update');
  return (
    <RadioGroup
      className="codebook-colours"
      aria-label="Colour"
      orientation="horizontal"
      value={tag.colour}
      onChange={(chosen) => {
        const colour = tagColours.find((each) => each === chosen);
        if (colour && colour !== tag.colour) void run({ id: tag.id, colour });
      }}
    >
      {tagColours.map((colour) => (
        <Radio key={colour} value={colour} className={`codebook-colour colour-${colour}`} aria-label={colour}>
          <span className="codebook-colour-swatch" title={colour} />
        </Radio>
      ))}
    </RadioGroup>
  );
}

function LongField({ tag, name, label, placeholder, lines }: { tag: TagWithCount; name: 'definition' | 'example'; label: string; placeholder: string; lines: number }) {
  const { run } = useCommand('tags.update');
  const text = useAutosave(tag[name], (typed) => run({ id: tag.id, [name]: typed }));
  return <TextField label={label} value={text.text} onChange={text.setText} onBlur={text.flush} lines={lines} placeholder={placeholder} />;
}

function PinField({ tag, tags }: { tag: TagWithCount; tags: readonly TagWithCount[] }) {
  const { slots, pinned, setPinned } = useTagSlots(tags);
  const slot = slots.indexOf(tag.id) + 1;
  const isPinned = pinned.includes(tag.id);
  return (
    <Checkbox isOn={isPinned} onChange={(isOn) => setPinned(tag.id, isOn)}>
      <span>
        Keep on a digit in the reader{slot > 0 && <span className="faint"> {isPinned ? `(key ${String(slot)})` : `(now on ${String(slot)}, until another needs it)`}</span>}
      </span>
    </Checkbox>
  );
}

/** Where the tag and those below it are used, by country and year. */
function Use({ tag, tags }: { tag: TagWithCount; tags: readonly TagWithCount[] }) {
  const passages = useQuery('annotations.list', { tagId: tag.id }).data;
  const editions = useMemo(() => {
    const counts = Map.groupBy(passages ?? [], (each) => [each.country ?? 'No country', each.year ?? 'no year'].join(' '));
    return [...counts].map(([edition, own]) => ({ edition, count: own.length })).toSorted((one, other) => one.edition.localeCompare(other.edition));
  }, [passages]);
  const path = tagPath(tags, tag.id);
  return (
    <PanelSection title="Use">
      {path !== tag.name && (
        <p className="faint codebook-path">
          <TagSwatch colour={tag.colour} /> <bdi>{path}</bdi>
        </p>
      )}
      <p>
        {passagesWord(tag.annotations)} in {tag.documents === 1 ? '1 document' : `${tag.documents.toLocaleString('en')} documents`}
        {passages && passages.length !== tag.annotations && <span className="faint">; with the tags below {passagesWord(passages.length)}</span>}
      </p>
      {editions.length > 0 && (
        <ul className="codebook-editions">
          {editions.map(({ edition, count }) => (
            <li key={edition}>
              <span>{edition}</span> <span className="faint figures">{count.toLocaleString('en')}</span>
            </li>
          ))}
        </ul>
      )}
    </PanelSection>
  );
}
