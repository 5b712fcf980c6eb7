// Small signs that carry meaning: badges, tags, counts, levels of advancement, kinds of change. Colour is never their only sign.

import { ArrowUpDown, EqualNot, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { TagColour } from '../../shared/core/annotation.ts';
import type { ComparisonClass } from '../../shared/core/comparison.ts';
import type { AdvancementLevel } from '../../shared/core/recognition.ts';
import { classes } from './button.tsx';
import './marks.css';

export type Tone = 'plain' | 'accent' | 'new' | 'gone' | 'reworded' | 'moved' | 'contradiction' | 'unknown';

/** A word in a thin frame: a status, a marking, a kind. */
export function Badge({ children, tone = 'plain', title }: { children: ReactNode; tone?: Tone; title?: string }) {
  return (
    <span className={classes('badge', tone !== 'plain' && `badge-${tone}`)} title={title}>
      {children}
    </span>
  );
}

/** A chosen filter or value that can be taken off. */
export function Chip({ children, onRemove, removeLabel }: { children: ReactNode; onRemove?: () => void; removeLabel?: string }) {
  return (
    <span className="chip">
      <span className="truncate">{children}</span>
      {onRemove && (
        <AriaButton className="chip-remove" aria-label={removeLabel ?? 'Remove'} onPress={onRemove}>
          <X size={12} aria-hidden />
        </AriaButton>
      )}
    </span>
  );
}

/** A tag: its colour as a swatch, its name in words. With `onPress` it is a button. */
export function TagChip({ name, colour, onPress, onRemove }: { name: string; colour: TagColour; onPress?: () => void; onRemove?: () => void }) {
  const content = (
    <>
      <TagSwatch colour={colour} />
      <span className="truncate">{name}</span>
    </>
  );
  return (
    <span className={classes('chip', 'tag-chip', `colour-${colour}`)}>
      {onPress ? (
        <AriaButton className="tag-chip-name" onPress={onPress}>
          {content}
        </AriaButton>
      ) : (
        <span className="tag-chip-name">{content}</span>
      )}
      {onRemove && (
        <AriaButton className="chip-remove" aria-label={`Take off ${name}`} onPress={onRemove}>
          <X size={12} aria-hidden />
        </AriaButton>
      )}
    </span>
  );
}

export function TagSwatch({ colour }: { colour: TagColour }) {
  return <span className={classes('tag-swatch', `colour-${colour}`)} aria-hidden />;
}

/** A number at the right of a row. Zero is written, not hidden. */
export function CountBadge({ count, label }: { count: number; label?: string }) {
  return (
    <span className="count-badge figures">
      {count.toLocaleString('en')}
      {label && <span className="visually-hidden"> {label}</span>}
    </span>
  );
}

const levelSteps = { no: 1, minimal: 2, moderate: 3, significant: 4, 'no-assessment': 0 } as const;

export const levelNames: Record<AdvancementLevel['level'], string> = {
  no: 'No advancement',
  minimal: 'Minimal advancement',
  moderate: 'Moderate advancement',
  significant: 'Significant advancement',
  'no-assessment': 'No assessment',
};

/** One ordinal scale as filled steps (0 hatched: no assessment), with a small mark when a qualifier follows. Null: not known. */
export function LevelMark({ level, withName = false }: { level: AdvancementLevel | null; withName?: boolean }) {
  const name = level ? levelNames[level.level] + (level.qualifier ? ` – ${level.qualifier}` : '') : 'Level unknown';
  const step = level ? levelSteps[level.level] : 0;
  return (
    <span className="level" title={name}>
      <span className={classes('level-steps', step === 0 && 'hatch', level && `level-${level.level}`)} role="img" aria-label={name}>
        {!level && <span className="level-unknown">?</span>}
        {step > 0 && [1, 2, 3, 4].map((at) => <span key={at} className={classes('level-step', at <= step && 'level-filled')} />)}
      </span>
      {level?.qualifier && (
        <span className="level-qualifier" aria-hidden>
          *
        </span>
      )}
      {withName && (
        <span className="truncate" aria-hidden>
          {name}
        </span>
      )}
    </span>
  );
}

export type Change = ComparisonClass | 'contradiction' | 'unknown';

/** Two of the signs (⇅ and ≠) are drawn: the bundled typefaces lack them, and what a system puts in their place may be illegible. */
const moved = <ArrowUpDown size={12} strokeWidth={2.5} className="change-drawn" />;
const opposed = <EqualNot size={12} strokeWidth={2.5} className="change-drawn" />;

const changeSigns: Record<Change, { sign: ReactNode; name: string; tone: string }> = {
  same: { sign: '=', name: 'unchanged', tone: 'same' },
  present: { sign: '·', name: 'present', tone: 'same' },
  new: { sign: '+', name: 'new', tone: 'new' },
  gone: { sign: '−', name: 'gone', tone: 'gone' },
  reworded: { sign: '~', name: 'reworded', tone: 'reworded' },
  split: { sign: '~', name: 'reworded, split in two', tone: 'reworded' },
  joined: { sign: '~', name: 'reworded, joined', tone: 'reworded' },
  moved: { sign: moved, name: 'moved', tone: 'moved' },
  'moved-reworded': { sign: moved, name: 'moved and reworded', tone: 'moved' },
  contradiction: { sign: opposed, name: 'contradiction', tone: 'contradiction' },
  unknown: { sign: '?', name: 'unknown', tone: 'unknown' },
};

export function changeName(change: Change): string {
  return changeSigns[change].name;
}

/** The sign of a change in its hue; with a count it reads "+ 18". */
export function ChangeSign({ change, count, withName = false }: { change: Change; count?: number; withName?: boolean }) {
  const { sign, name, tone } = changeSigns[change];
  return (
    <span className={classes('change-sign', `change-${tone}`)} title={name}>
      <span aria-hidden>{sign}</span>
      {withName ? <span className="change-name">{name}</span> : <span className="visually-hidden">{name}</span>}
      {count !== undefined && <span className="figures">{count.toLocaleString('en')}</span>}
    </span>
  );
}
