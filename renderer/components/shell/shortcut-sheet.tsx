// The sheet of keyboard shortcuts: every command with the keys in force, the view one is in first, and the keys of lists and text.

import { labelInView, viewOf } from '../../../shared/core/command-keys.ts';
import { commands } from '../../../shared/core/command-list.ts';
import { link, navigate } from '../../routes.ts';
import { Button, KeyboardHint } from '../button.tsx';
import { useCommandHandler, useEnabledCommands } from '../commands.tsx';
import { Dialog } from '../dialog.tsx';
import { useKeysInForce } from '../key-changes.ts';
import { fixedKeys } from './fixed-keys.ts';
import { closeSheet, openSheet, useOpenSheet } from './sheets.ts';

/** The commands by the view they belong to, else by their menu, in the order of the list. */
const groups = [...Map.groupBy(commands, (command) => viewOf(command) ?? command.menu ?? 'Go')].map(([name, own]) => ({ name, own, isView: own.some((command) => viewOf(command) !== null) }));

export function ShortcutSheet() {
  const isOpen = useOpenSheet() === 'shortcuts';
  const change = () => {
    closeSheet();
    navigate(link.settings('keys'));
  };
  useCommandHandler('help.shortcuts', () => openSheet('shortcuts'));
  useCommandHandler('help.keys', change);
  return (
    <Dialog title="Keyboard shortcuts" isOpen={isOpen} onClose={closeSheet} width={960} actions={<Button onPress={change}>Change keys…</Button>}>
      <ShortcutTable />
    </Dialog>
  );
}

function ShortcutTable() {
  const keys = useKeysInForce();
  const enabled = useEnabledCommands();
  // What can be done where one is stands first.
  const isHere = ({ own, isView }: (typeof groups)[number]) => isView && own.some((command) => enabled.has(command.id));
  const ordered = [...groups.filter(isHere), ...groups.filter((group) => !group.isView), ...groups.filter((group) => group.isView && !isHere(group))];
  const bare = commands.filter((command) => (keys.get(command.id) ?? []).length === 0);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- longer than a small window, and nothing in it takes the focus: it does itself, so that keys scroll it
    <div className="shortcuts" role="region" aria-label="Keys" tabIndex={0}>
      {ordered.map(({ name, own, isView }) => {
        const withKeys = own.filter((command) => (keys.get(command.id) ?? []).length > 0);
        if (withKeys.length === 0) return null;
        return <Section key={name} title={isView ? `In ${name}` : name} rows={withKeys.map((command) => ({ label: labelInView(command), keys: (keys.get(command.id) ?? []).map((each) => <KeyboardHint key={each} keys={each} />) }))} />;
      })}
      {fixedKeys.map(({ title, keys: rows }) => (
        <Section key={title} title={title} rows={rows.map(({ label, keys: shown }) => ({ label, keys: <kbd className="keyboard-hint">{shown}</kbd> }))} />
      ))}
      <section>
        <h3>
          Without a key: by the palette <KeyboardHint command="palette.open" />
        </h3>
        <ul className="shortcuts-bare">
          {bare.map((command) => (
            <li key={command.id}>{command.label}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Section({ title, rows }: { title: string; rows: { label: string; keys: React.ReactNode }[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map(({ label, keys }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{keys}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
