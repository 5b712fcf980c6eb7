// One command with its keys: each can be taken away, others can be added, and it can be set back.

import { Plus, RotateCcw, X } from 'lucide-react';
import { useRef } from 'react';
import type { CommandId } from '../../../../shared/core/command-list.ts';
import { IconButton, KeyboardHint } from '../../../components/button.tsx';
import { keyLabel } from '../../../components/keys.ts';
import { KeyRecorder } from './key-recorder.tsx';

type KeyRowProps = {
  id: CommandId;
  label: string;
  keys: readonly string[];
  inForce: ReadonlyMap<CommandId, readonly string[]>;
  isChanged: boolean;
  isRecording: boolean;
  onRecord: (isOn: boolean) => void;
  onSet: (keys: readonly string[]) => void;
  onReset: () => void;
};

export function KeyRow({ id, label, keys, inForce, isChanged, isRecording, onRecord, onSet, onReset }: KeyRowProps) {
  const row = useRef<HTMLLIElement>(null);
  /** Whoever worked by keyboard goes on where they were. */
  const backToRow = () => requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('.key-row-add')?.focus());
  const end = () => {
    onRecord(false);
    backToRow();
  };
  return (
    <li ref={row} className="key-row">
      <span className="key-row-label">
        {label}
        {isChanged && <span className="faint"> · changed</span>}
      </span>
      <span className="key-row-keys">
        {keys.length === 0 && <span className="faint">none</span>}
        {keys.map((each) => (
          <span key={each} className="key-row-key">
            <KeyboardHint keys={each} />
            <IconButton
              icon={X}
              label={`Take ${keyLabel(each)} from “${label}”`}
              onPress={() => {
                onSet(keys.filter((other) => other !== each));
                backToRow();
              }}
            />
          </span>
        ))}
        <IconButton icon={Plus} className="key-row-add" label={`Set keys of “${label}”`} onPress={() => onRecord(true)} />
        {isChanged ? (
          <IconButton
            icon={RotateCcw}
            label={`Set “${label}” back`}
            onPress={() => {
              onReset();
              backToRow();
            }}
          />
        ) : (
          <span className="key-row-place" />
        )}
      </span>
      {isRecording && <KeyRecorder id={id} label={label} keys={keys} inForce={inForce} onSet={onSet} onEnd={end} />}
    </li>
  );
}
