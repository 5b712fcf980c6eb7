// The keys of all commands, to be changed: grouped, searched, set by pressing, set back. What stands in the way is said by the row.

import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { labelInView, viewOf, withKeys, withListedKeys } from '../../../../shared/core/command-keys.ts';
import { type CommandId, commands } from '../../../../shared/core/command-list.ts';
import { Button } from '../../../components/button.tsx';
import { SearchField } from '../../../components/fields.tsx';
import { useKeyChanges, useKeysInForce } from '../../../components/key-changes.ts';
import { keyLabel } from '../../../components/keys.ts';
import { showToast } from '../../../components/toasts.ts';
import { KeyRow } from './key-row.tsx';
import './key-settings.css';

const groups = [...Map.groupBy(commands, (command) => viewOf(command) ?? command.menu ?? 'Go')];
const headingOf = (group: string) => `keys-${group.replaceAll(' ', '-')}`;

export function KeySettings() {
  const [changes, setChanges] = useKeyChanges();
  const inForce = useKeysInForce();
  /** Keys that hold in the desktop program only are not shown in a browser, and not lost there. */
  const keptElsewhere = ({ id, keys }: (typeof commands)[number]) => (changes[id] ?? keys ?? []).filter((each) => !inForce.get(id)?.includes(each));
  const [text, setText] = useState('');
  const [recording, setRecording] = useState<CommandId | null>(null);
  const words = text.trim().toLowerCase();
  const fits = (group: string, command: (typeof commands)[number]) =>
    `${group} ${command.label}`.toLowerCase().includes(words) || (inForce.get(command.id) ?? []).some((keys) => keyLabel(keys).toLowerCase().split(' then ').join(' ') === words || keys.toLowerCase() === words);
  const shown = groups.map(([name, own]) => ({ name, own: own.filter((command) => fits(name, command)) })).filter(({ own }) => own.length > 0);
  const changed = Object.keys(changes).length;

  const reset = () => {
    const before = changes;
    setChanges({});
    showToast({ text: 'All keys are as they were at first.', action: { label: 'Undo', run: () => setChanges(before) } });
  };
  return (
    <div className="key-settings">
      <p className="settings-note">Choose a command’s keys and press others. They hold on this machine, in all projects. A key without Ctrl or Alt does nothing while you type in a field.</p>
      <div className="key-settings-head">
        <SearchField label="Find a command or a key" className="key-settings-search" value={text} onChange={setText} />
        <span className="faint" role="status">
          {changed === 0 ? 'All as at first' : changed === 1 ? '1 command changed' : `${String(changed)} commands changed`}
        </span>
        <Button icon={RotateCcw} onPress={reset} isDisabled={changed === 0}>
          Set all back
        </Button>
      </div>
      {shown.length === 0 && <p className="faint">No command and no key fits “{text.trim()}”.</p>}
      {shown.map(({ name, own }) => (
        <section key={name} className="key-settings-group" aria-labelledby={headingOf(name)}>
          <h3 id={headingOf(name)}>{name}</h3>
          <ul>
            {own.map((command) => (
              <KeyRow
                key={command.id}
                id={command.id}
                label={labelInView(command)}
                keys={inForce.get(command.id) ?? []}
                inForce={inForce}
                isChanged={command.id in changes}
                isRecording={recording === command.id}
                onRecord={(isOn) => setRecording(isOn ? command.id : null)}
                onSet={(keys) => setChanges(withKeys(changes, command.id, [...keys, ...keptElsewhere(command)]))}
                onReset={() => setChanges(withListedKeys(changes, command.id))}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
