// Buttons: with words, or with a sign alone and its name in a tooltip.

import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, ToggleButton as AriaToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { CommandId } from '../../shared/core/command-list.ts';
import { useKeysOf } from './key-changes.ts';
import { keyLabel } from './keys.ts';
import './button.css';

export type ButtonProps = {
  /** A verb. */
  children: ReactNode;
  /** primary: the one next step; plain: bordered; quiet: in toolbars and rows; danger: destroys. */
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: LucideIcon;
  onPress?: () => void;
  isDisabled?: boolean;
  isPending?: boolean;
  /** 'submit' inside a form. */
  type?: 'button' | 'submit';
  autoFocus?: boolean;
  /** For close buttons of dialogs made with react-aria-components. */
  slot?: 'close';
  className?: string;
  'aria-label'?: string;
  'aria-haspopup'?: 'menu' | 'listbox' | 'dialog';
  'aria-expanded'?: boolean;
  'aria-describedby'?: string;
};

export function Button({ children, kind = 'plain', icon: Icon, className, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classes('button', `button-${kind}`, className)}>
      {Icon && <Icon size={16} aria-hidden />}
      {children}
    </AriaButton>
  );
}

export type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> & {
  icon: LucideIcon;
  /** The name: read aloud, and shown in the tooltip. */
  label: string;
  /** The command that does the same: its key is shown. */
  command?: CommandId;
  /** The key that does the same where it is none of the command list, in its spelling. */
  keys?: string;
  /** When given, the button is a switch and says whether it is on. */
  isOn?: boolean;
};

export function IconButton({ icon: Icon, label, command, keys, kind = 'quiet', className, isOn, type: _type, ...rest }: IconButtonProps) {
  const shared = { 'aria-label': label, className: classes('button', 'icon-button', `button-${kind}`, className) };
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {isOn === undefined ? (
        <AriaButton {...rest} {...shared}>
          <Icon size={16} aria-hidden />
        </AriaButton>
      ) : (
        <AriaToggleButton
          {...shared}
          isSelected={isOn}
          {...(rest.onPress ? { onPress: rest.onPress } : {})}
          isDisabled={rest.isDisabled ?? false}
        >
          <Icon size={16} aria-hidden />
        </AriaToggleButton>
      )}
      <Tooltip className="tooltip" offset={6}>
        {label}
        <KeyboardHint className="tooltip-key" command={command} keys={keys} />
      </Tooltip>
    </TooltipTrigger>
  );
}

/** The keys in force of a command, or these keys, small, at the end of a menu line or beside a button; nothing where there are none. */
export function KeyboardHint({ command, keys, className = 'keyboard-hint' }: { command?: CommandId | undefined; keys?: string | undefined; className?: string }) {
  const shown = useKeysOf(command) ?? keys;
  return shown === undefined ? null : <kbd className={className}>{keyLabel(shown)}</kbd>;
}

/** Class names with a space between; what is missing is left out. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
