// Waits for keys to be pressed and says what stands in their way. One key, or two after each other.

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { wishFor } from '../../../../shared/core/command-keys.ts';
import type { CommandId } from '../../../../shared/core/command-list.ts';
import { Button } from '../../../components/button.tsx';
import { keyHost, keyLabel, keysOfEvent } from '../../../components/keys.ts';

type KeyRecorderProps = { id: CommandId; label: string; keys: readonly string[]; inForce: ReadonlyMap<CommandId, readonly string[]>; onSet: (keys: readonly string[]) => void; onEnd: () => void };

/** Milliseconds in which a second key makes a sequence of the first. */
const pause = 900;

export function KeyRecorder({ id, label, keys, inForce, onSet, onEnd }: KeyRecorderProps) {
  const field = useRef<HTMLInputElement>(null);
  const noteId = useId();
  /** What was pressed, and whether a second key may still follow. */
  const [pressed, setPressed] = useState<{ keys: string; isOpen: boolean } | null>(null);
  const wish = pressed && !pressed.isOpen ? wishFor(id, pressed.keys, inForce, keyHost()) : null;

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (!pressed?.isOpen) return undefined;
    const timer = setTimeout(() => setPressed({ keys: pressed.keys, isOpen: false }), pause);
    return () => clearTimeout(timer);
  }, [pressed]);
  const isFree = wish?.kind === 'free' || wish?.kind === 'own';
  useEffect(() => {
    if (!isFree || !pressed) return;
    onSet([...new Set([...keys, pressed.keys])]);
    onEnd();
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the wish turns out to be free
  }, [isFree]);

  const onKeyDown = (event: KeyboardEvent) => {
    // Tab leaves as everywhere; whoever cannot see the field must not be caught in it.
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape' && !event.ctrlKey && !event.altKey && !event.metaKey) {
      onEnd();
      return;
    }
    const now = keysOfEvent(event.nativeEvent);
    if (now === null || event.repeat) return;
    if (pressed?.isOpen) setPressed({ keys: `${pressed.keys} ${now}`, isOpen: false });
    else setPressed({ keys: now, isOpen: /^\p{Lu}$/u.test(now) });
  };
  const sentence =
    wish?.kind === 'refused'
      ? `${wish.sentence} Press others.`
      : wish?.kind === 'taken'
        ? `${keyLabel(pressed?.keys ?? '')} already gives ${wish.by.map((command) => `“${command.label}”`).join(' and ')}. Move it to “${label}”, or press others.`
        : '';
  return (
    <div className="key-recorder">
      <input
        ref={field}
        className="key-recorder-field"
        readOnly
        aria-label={`New keys of “${label}”`}
        aria-describedby={noteId}
        value={pressed ? `${keyLabel(pressed.keys)}${pressed.isOpen ? ' …' : ''}` : ''}
        placeholder="Press the keys"
        onKeyDown={onKeyDown}
      />
      {wish?.kind === 'taken' && pressed && (
        <Button
          kind="primary"
          onPress={() => {
            onSet([...keys, pressed.keys]);
            onEnd();
          }}
        >
          Move here
        </Button>
      )}
      <Button onPress={onEnd}>Cancel</Button>
      <p id={noteId} className="key-recorder-note" role="status">
        {sentence || <span className="faint">One key with or without Ctrl, Alt, Shift; or two letters after each other. Escape cancels.</span>}
      </p>
    </div>
  );
}
