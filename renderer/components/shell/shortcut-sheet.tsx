// The sheet of keyboard shortcuts, made from the command list.

import { commands } from '../../../shared/core/command-list.ts';
import { KeyboardHint } from '../button.tsx';
import { keysOf, useCommandHandler } from '../commands.tsx';
import { Dialog } from '../dialog.tsx';
import { closeSheet, openSheet, useOpenSheet } from './sheets.ts';

const groups = ['Go', 'File', 'Edit', 'View', 'Help', null] as const;

/** Keys that belong to lists and grids, not to a command. */
const listKeys = [
  { label: 'Next, previous row', keys: '↑ ↓' },
  { label: 'First, last row', keys: 'Home End' },
  { label: 'Select more', keys: 'Shift+↑ ↓' },
  { label: 'Add or take off a row', keys: 'Space' },
  { label: 'Open', keys: 'Enter' },
  { label: 'Jump to a row by its first letters', keys: 'letters' },
  { label: 'Menu of the row', keys: 'Shift+F10' },
];

export function ShortcutSheet() {
  const isOpen = useOpenSheet() === 'shortcuts';
  useCommandHandler('help.shortcuts', () => openSheet('shortcuts'));
  return (
    <Dialog title="Keyboard shortcuts" isOpen={isOpen} onClose={closeSheet} width={880}>
      <ShortcutTable />
    </Dialog>
  );
}

export function ShortcutTable() {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- longer than a small window, and nothing in it takes the focus: it does itself, so that keys scroll it
    <div className="shortcuts" role="region" aria-label="Keys" tabIndex={0}>
      {groups.map((menu) => (
        <section key={menu ?? 'views'}>
          <h3>{menu ?? 'In a view'}</h3>
          <dl>
            {commands
              .filter((command) => command.menu === menu && command.keys)
              .map((command) => (
                <div key={command.id}>
                  <dt>{command.label}</dt>
                  <dd>
                    {keysOf(command).map((keys) => (
                      <KeyboardHint key={keys} keys={keys} />
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <section>
        <h3>In lists</h3>
        <dl>
          {listKeys.map(({ label, keys }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <kbd className="keyboard-hint">{keys}</kbd>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
