// One field of one or many documents, to be typed or chosen. It only tells what was entered; who keeps it decides when.

import { useEffect, useMemo, useRef } from 'react';
import { fieldNames, type MetadataField } from '../../shared/core/metadata.ts';
import { useQuery } from '../backend/use-query.ts';
import { documentKinds, kindNames } from './document-words.ts';
import { type Choice, ComboBox, Select, TextField } from './fields.tsx';
import { languageName, languageTags } from './metadata-words.ts';

export type CorrectionFieldProps = {
  field: MetadataField;
  /** What stands there; null when it is not known. */
  value: string | null;
  /** Several documents say different things; then `value` is null. */
  isMixed?: boolean;
  /** Chosen, or typed so far. Null: not known. */
  onChange: (value: string | null) => void;
  /** Enter in a typed field. */
  onSubmit?: () => void;
  onCancel?: () => void;
  onBlur?: () => void;
  error?: string | null;
  autoFocus?: boolean;
};

const none = 'none';
const several = 'Several values';
const kindChoices = documentKinds.map((id) => ({ id, label: kindNames[id] }));

export function CorrectionField(props: CorrectionFieldProps) {
  const { field, value, isMixed = false, onChange } = props;
  if (field === 'country' || field === 'language') return <ChosenField {...props} />;
  if (field === 'kind') return <Select label={fieldNames.kind} choices={kindChoices} value={documentKinds.find((kind) => kind === value) ?? null} placeholder={several} onChange={onChange} />;
  return (
    <TextField
      label={fieldNames[field]}
      value={value ?? ''}
      onChange={onChange}
      placeholder={isMixed ? several : 'Unknown'}
      error={props.error ?? null}
      autoFocus={props.autoFocus ?? false}
      {...(field === 'title' ? { lines: 2 } : {})}
      {...(props.onSubmit ? { onSubmit: props.onSubmit } : {})}
      {...(props.onCancel ? { onCancel: props.onCancel } : {})}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
    />
  );
}

function ChosenField({ field, value, isMixed = false, onChange, autoFocus = false }: CorrectionFieldProps) {
  const countries = useQuery('countries.list', {}).data;
  const choices = useMemo((): Choice[] => {
    const own = field === 'country' ? (countries ?? []).map(({ iso3, name }) => ({ id: iso3, label: name, detail: iso3 })) : languageTags.map((tag) => ({ id: tag as string, label: languageName(tag), detail: tag as string }));
    const isListed = value === null || own.some(({ id }) => id === value);
    return [{ id: none, label: 'Unknown' }, ...own, ...(isListed ? [] : [{ id: value, label: field === 'language' ? languageName(value) : value }])];
  }, [field, countries, value]);
  const place = useRef<HTMLDivElement>(null);
  const isReady = field !== 'country' || countries !== undefined;
  useEffect(() => {
    if (!autoFocus || !isReady) return;
    // Subtle: a combo box that has the focus from its first moment never shows the choice it begins with.
    const frame = requestAnimationFrame(() => {
      const input = place.current?.querySelector('input');
      input?.focus();
      input?.select();
    });
    return () => cancelAnimationFrame(frame);
  }, [autoFocus, isReady]);
  if (!isReady) return null;
  const shown = isMixed ? null : (value ?? none);
  return (
    <div ref={place}>
      <ComboBox
        // The field keeps what is typed into it; another value makes another field.
        key={shown ?? several}
        label={fieldNames[field]}
        choices={choices}
        value={shown}
        placeholder={several}
        onChange={(choice) => {
          if (choice !== null && choice !== shown) onChange(choice === none ? null : choice);
        }}
      />
    </div>
  );
}
