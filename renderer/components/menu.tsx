// Menus: behind a button, or at the pointer (and at the focused thing, by the menu key or Shift+F10).

import { Check, type LucideIcon } from 'lucide-react';
import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import type { CommandId } from '../../shared/core/command-list.ts';
import { KeyboardHint } from './button.tsx';
import './menu.css';

export type MenuEntry =
  | {
      id: string;
      label: string;
      icon?: LucideIcon;
      /** The command that does the same: its key is shown. */
      command?: CommandId;
      /** The key that does the same where it is none of the command list. */
      keys?: string;
      /** True shows a check mark, false its place. */
      isOn?: boolean;
      isDisabled?: boolean;
      /** Destroys something. */
      isDanger?: boolean;
      onAction: () => void;
    }
  | 'separator';

/** `children` is the button (Button or IconButton) that opens the menu. */
export function Menu({ label, entries, children }: { label: string; entries: readonly MenuEntry[]; children: ReactElement }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover menu-popover" offset={4}>
        <Entries label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  );
}

function Entries({ label, entries, onClose }: { label: string; entries: readonly MenuEntry[]; onClose?: () => void }) {
  return (
    <AriaMenu className="menu" aria-label={label} autoFocus="first" {...(onClose ? { onClose } : {})}>
      {entries.map((entry, index) =>
        entry === 'separator' ? (
          <Separator key={`separator-${String(index)}`} className="menu-separator" />
        ) : (
          <MenuItem key={entry.id} id={entry.id} textValue={entry.label} className="menu-item" isDisabled={entry.isDisabled ?? false} onAction={entry.onAction} {...(entry.isDanger ? { 'data-danger': true } : {})}>
            <span className="menu-sign">{entry.isOn ? <Check size={14} aria-label="on" /> : entry.icon && <entry.icon size={14} aria-hidden />}</span>
            <span className="truncate">{entry.label}</span>
            <KeyboardHint command={entry.command} keys={entry.keys} />
          </MenuItem>
        ),
      )}
    </AriaMenu>
  );
}

/**
 * Opens a menu at the pointer for whatever is inside. `entries` is asked when it opens, with the element that was meant,
 * so that a list needs one ContextMenu, not one a row; an empty answer opens nothing.
 */
export function ContextMenu({ label, entries, children, className }: { label: string; entries: (target: Element) => readonly MenuEntry[]; children: ReactNode; className?: string }) {
  const place = useRef<HTMLSpanElement>(null);
  const [shown, setShown] = useState<{ x: number; y: number; entries: readonly MenuEntry[] } | null>(null);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the menu key on the focused child fires the same event
    <div
      className={className}
      onContextMenu={(event) => {
        if (!(event.target instanceof Element)) return;
        const list = entries(event.target);
        if (list.length === 0) return;
        event.preventDefault();
        const box = event.target.getBoundingClientRect();
        // The menu key reports no useful place; the thing itself is one.
        const atPointer = event.clientX !== 0 || event.clientY !== 0;
        setShown({ x: atPointer ? event.clientX : box.left + 24, y: atPointer ? event.clientY : box.bottom, entries: list });
      }}
    >
      {children}
      <span ref={place} className="menu-place" style={{ left: shown?.x ?? 0, top: shown?.y ?? 0 }} />
      <Popover className="popover menu-popover" aria-label={label} triggerRef={place} isOpen={shown !== null} onOpenChange={(isOpen) => !isOpen && setShown(null)} placement="bottom start" offset={0}>
        <Entries label={label} entries={shown?.entries ?? []} onClose={() => setShown(null)} />
      </Popover>
    </div>
  );
}
