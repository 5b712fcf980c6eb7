// Fields to type in and to choose from. Each has a visible or spoken label and shows its error under itself.

import { ChevronDown, Search, X } from 'lucide-react';
import { type Ref, useRef } from 'react';
import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  ComboBox as AriaComboBox,
  SearchField as AriaSearchField,
  Select as AriaSelect,
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  TextArea,
} from 'react-aria-components';
import type { ReactNode } from 'react';
import { classes } from './button.tsx';
import './fields.css';

type Labelled = {
  label: string;
  /** The label is spoken only, because the place explains the field. */
  hideLabel?: boolean;
  isDisabled?: boolean;
  className?: string;
};

export type TextFieldProps = Labelled & {
  value: string;
  onChange: (value: string) => void;
  /** Enter (in a field of one line) or Ctrl/Cmd+Enter (in one of many). */
  onSubmit?: () => void;
  onCancel?: () => void;
  onBlur?: () => void;
  placeholder?: string;
  /** What is wrong; shown under the field. */
  error?: string | null;
  /** Number of lines for a long text. */
  lines?: number;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
};

export function TextField({ label, hideLabel, value, onChange, onSubmit, onCancel, onBlur, placeholder, error, lines, autoFocus, isDisabled, className, inputRef }: TextFieldProps) {
  return (
    <AriaTextField
      className={classes('field', className)}
      value={value}
      onChange={onChange}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled ?? false}
      autoFocus={autoFocus ?? false}
      {...(onBlur ? { onBlur } : {})}
      {...(hideLabel ? { 'aria-label': label } : {})}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && onSubmit && (!lines || event.ctrlKey || event.metaKey)) onSubmit();
        else if (event.key === 'Escape' && onCancel) onCancel();
        else event.continuePropagation();
      }}
    >
      {!hideLabel && <Label className="label">{label}</Label>}
      {lines ? (
        <TextArea className="field-input field-text" rows={lines} placeholder={placeholder} />
      ) : (
        <Input className="field-input" {...(placeholder ? { placeholder } : {})} {...(inputRef ? { ref: inputRef } : {})} />
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}

export type SearchFieldProps = Labelled & {
  value: string;
  onChange: (value: string) => void;
  onSubmit?: (value: string) => void;
  placeholder?: string;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
};

/** A field that filters or finds; Escape empties it. */
export function SearchField({ label, value, onChange, onSubmit, placeholder, autoFocus, isDisabled, className, inputRef }: SearchFieldProps) {
  return (
    <AriaSearchField
      className={classes('field search-field', className)}
      aria-label={label}
      value={value}
      onChange={onChange}
      isDisabled={isDisabled ?? false}
      autoFocus={autoFocus ?? false}
      {...(onSubmit ? { onSubmit } : {})}
    >
      <Search size={14} aria-hidden className="search-field-sign" />
      <Input className="field-input" placeholder={placeholder ?? label} {...(inputRef ? { ref: inputRef } : {})} />
      <AriaButton className="search-field-clear" aria-label="Clear">
        <X size={14} aria-hidden />
      </AriaButton>
    </AriaSearchField>
  );
}

export type Choice<Id extends string = string> = {
  id: Id;
  label: string;
  /** Fainter, after the label. */
  detail?: string;
  /** Before the label: a swatch, a sign. */
  sign?: ReactNode;
};

export type SelectProps<Id extends string> = Labelled & {
  choices: readonly Choice<Id>[];
  /** Null: nothing chosen; the placeholder shows. */
  value: Id | null;
  onChange: (value: Id) => void;
  placeholder?: string;
};

export function Select<Id extends string>({ label, hideLabel, choices, value, onChange, placeholder, isDisabled, className }: SelectProps<Id>) {
  return (
    <AriaSelect
      className={classes('field', className)}
      value={value}
      onChange={(key) => {
        const choice = choices.find((known) => known.id === key);
        if (choice) onChange(choice.id);
      }}
      isDisabled={isDisabled ?? false}
      placeholder={placeholder ?? 'Choose…'}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className="label">{label}</Label>}
      <AriaButton className="field-input select-button">
        <SelectValue className="truncate" />
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      <Popover className="popover choices" offset={4}>
        <ListBox className="choice-list" items={choices}>
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export type ComboBoxProps<Id extends string> = Labelled & {
  choices: readonly Choice<Id>[];
  value: Id | null;
  /** Null when the field was emptied. */
  onChange: (value: Id | null) => void;
  /** When given, text that is no choice is handed over on Enter (to make a new tag, say). */
  onCreate?: (text: string) => void;
  placeholder?: string;
  autoFocus?: boolean;
  error?: string | null;
};

/** A field with type-ahead: typing narrows the choices, arrows walk them, Enter takes one. */
export function ComboBox<Id extends string>({ label, hideLabel, choices, value, onChange, onCreate, placeholder, isDisabled, autoFocus, error, className }: ComboBoxProps<Id>) {
  const typed = useRef<HTMLInputElement>(null);
  return (
    <AriaComboBox
      className={classes('field', className)}
      defaultItems={choices}
      value={value}
      onChange={(key) => onChange(choices.find((choice) => choice.id === key)?.id ?? null)}
      allowsCustomValue={onCreate !== undefined}
      menuTrigger="focus"
      isDisabled={isDisabled ?? false}
      isInvalid={Boolean(error)}
      autoFocus={autoFocus ?? false}
      onKeyDown={(event) => {
        const text = typed.current?.value.trim() ?? '';
        const isOpenOnItem = typed.current?.getAttribute('aria-activedescendant');
        if (event.key === 'Enter' && onCreate && text && !isOpenOnItem) onCreate(text);
      }}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className="label">{label}</Label>}
      <div className="combo-box">
        <Input ref={typed} className="field-input" {...(placeholder ? { placeholder } : {})} />
        <AriaButton className="combo-box-button" aria-label={`Show choices for ${label}`}>
          <ChevronDown size={14} aria-hidden />
        </AriaButton>
      </div>
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover choices" offset={4}>
        <ListBox<Choice<Id>> className="choice-list" renderEmptyState={() => <p className="choice-none">{onCreate ? 'Enter makes a new one.' : 'Nothing like it.'}</p>}>
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

function ChoiceItem({ choice }: { choice: Choice }) {
  return (
    <ListBoxItem id={choice.id} textValue={choice.label} className="choice">
      {choice.sign}
      <span className="truncate">{choice.label}</span>
      {choice.detail && <span className="choice-detail">{choice.detail}</span>}
    </ListBoxItem>
  );
}

export type CheckboxProps = { children: ReactNode; isOn: boolean; onChange: (isOn: boolean) => void; isDisabled?: boolean; className?: string };

export function Checkbox({ children, isOn, onChange, isDisabled, className }: CheckboxProps) {
  return (
    <AriaCheckbox className={classes('checkbox', className)} isSelected={isOn} onChange={onChange} isDisabled={isDisabled ?? false}>
      <span className="checkbox-box" aria-hidden />
      {children}
    </AriaCheckbox>
  );
}
