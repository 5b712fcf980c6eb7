// Buttons: with words, or with a sign alone and its name in a tooltip.

import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, ToggleButton as AriaToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';
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
  /** The key that does the same, in the command list's spelling. */
  keys?: string;
  /** When given, the button is a switch and says whether it is on. */
  isOn?: boolean;
};

export function IconButton({ icon: Icon, label, keys, kind = 'quiet', className, isOn, type: _type, ...rest }: IconButtonProps) {
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
        {keys && <kbd className="tooltip-key">{keyLabel(keys)}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** The keys of a command, small, at the end of a menu line or beside a button. */
export function KeyboardHint({ keys }: { keys: string }) {
  return <kbd className="keyboard-hint">{keyLabel(keys)}</kbd>;
}

/** Class names with a space between; what is missing is left out. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
