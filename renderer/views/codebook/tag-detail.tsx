// What a tag means: its name, colour, definition and rules, kept as they are typed; where it is used; what can be done with it.

import { Archive, ArchiveRestore, Merge, Split, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { tagColours } from '../../../shared/core/annotation.ts';
import { type TagWithCount, tagPath } from '../../../shared/core/tag.ts';
import { useCommand } from '../../backend/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox, Select, TextField } from '../../components/fields.tsx';
import { TagSwatch } from '../../components/marks.tsx';
import { PanelHead, PanelSection } from '../../components/panels.tsx';
import { useAutosave } from '../../components/use-autosave.ts';
import type { UsePlace } from '../../routes.ts';
import { TagUse } from './tag-use.tsx';

export type TagDeeds = { merge: () => void; split: () => void; archive: () => void; remove: () => void };

type TagDetailProps = { tag: TagWithCount; tags: readonly TagWithCount[]; place: UsePlace; deeds: TagDeeds };

export function TagDetail({ tag, tags, place, deeds }: TagDetailProps) {
  const path = tagPath(tags, tag.id);
  return (
    <>
      <PanelHead title={<bdi>{tag.name}</bdi>} />
      <PanelSection>
        {tag.isArchived && <p className="codebook-warning">Archived: not offered any more, still counted.</p>}
        {path !== tag.name && (
          <p className="faint codebook-path">
            <TagSwatch colour={tag.colour} /> <bdi>{path}</bdi>
          </p>
        )}
        <NameField tag={tag} />
        <ColourField tag={tag} />
        <LongField tag={tag} name="definition" label="Definition" placeholder="What it means" lines={3} />
        <LongField tag={tag} name="whenToUse" label="When to use" placeholder="What a passage must say" lines={2} />
        <LongField tag={tag} name="whenNot" label="When not to use" placeholder="What looks like it, and the tag for that" lines={2} />
        <LongField tag={tag} name="example" label="Example" placeholder="A passage that shows it well" lines={2} />
        <AliasField tag={tag} />
      </PanelSection>
      <Rules tag={tag} tags={tags} />
      <TagUse tag={tag} place={place} />
      <PanelSection>
        <div className="codebook-actions">
          <Button icon={Merge} onPress={deeds.merge}>
            Merge into…
          </Button>
          <Button icon={Split} isDisabled={tag.annotations === 0} onPress={deeds.split}>
            Split…
          </Button>
          <Button icon={tag.isArchived ? ArchiveRestore : Archive} onPress={deeds.archive}>
            {tag.isArchived ? 'Bring back' : 'Archive'}
          </Button>
          <Button icon={Trash2} onPress={deeds.remove}>
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

function LongField({ tag, name, label, placeholder, lines }: { tag: TagWithCount; name: 'definition' | 'whenToUse' | 'whenNot' | 'example'; label: string; placeholder: string; lines: number }) {
  const { run } = useCommand('tags.update');
  const text = useAutosave(tag[name], (typed) => run({ id: tag.id, [name]: typed }));
  return <TextField label={label} value={text.text} onChange={text.setText} onBlur={text.flush} lines={lines} placeholder={placeholder} />;
}

/** One other name a line. */
function AliasField({ tag }: { tag: TagWithCount }) {
  const { run } = useCommand('tags.update');
  const text = useAutosave(tag.aliases.join('\n'), (typed) => {
    const aliases = typed.split('\n').map((line) => line.trim().slice(0, 500)).filter(Boolean).slice(0, 100);
    // A new line that is empty yet is no change; storing it would take it from under the cursor.
    return aliases.join('\n') === tag.aliases.join('\n') ? undefined : run({ id: tag.id, aliases });
  });
  return <TextField label="Other names, one a line" value={text.text} onChange={text.setText} onBlur={text.flush} lines={2} placeholder="It is found by these too" />;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
type Digit = (typeof digits)[number];

function Rules({ tag, tags }: { tag: TagWithCount; tags: readonly TagWithCount[] }) {
  const { run } = useCommand('tags.update');
  const holder = (digit: Digit) => tags.find((each) => each.shortcut === digit && each.id !== tag.id);
  const hasChildren = tags.some((each) => each.parentId === tag.id);
  const choices = [{ id: 'none' as const, label: 'By use' }, ...digits.map((digit) => ({ id: digit, label: digit, detail: holder(digit)?.name ?? '' }))];
  return (
    <PanelSection title="Rules">
      {tag.isCodable && (
        <Select
          label="Digit in the reader"
          choices={choices}
          value={digits.find((digit) => digit === tag.shortcut) ?? 'none'}
          onChange={(chosen) => void run({ id: tag.id, shortcut: chosen === 'none' ? null : chosen })}
        />
      )}
      <Checkbox isOn={!tag.isCodable} onChange={(isHeading) => void run({ id: tag.id, isCodable: !isHeading })}>
        Heading only: no passage carries it
      </Checkbox>
      <Checkbox isOn={tag.isExclusive} isDisabled={!hasChildren && !tag.isExclusive} onChange={(isExclusive) => void run({ id: tag.id, isExclusive })}>
        A passage carries one of the tags right below
      </Checkbox>
    </PanelSection>
  );
}
