// A few choices side by side, of which one holds.

import { Label, Radio, RadioGroup } from 'react-aria-components';

type ChoiceGroupProps<Id extends string> = { label: string; choices: readonly Id[]; names: Readonly<Record<Id, string>>; value: Id; onChange: (value: Id) => void };

export function ChoiceGroup<Id extends string>({ label, choices, names, value, onChange }: ChoiceGroupProps<Id>) {
  return (
    <RadioGroup
      className="choice-group"
      value={value}
      onChange={(chosen) => {
        const choice = choices.find((known) => known === chosen);
        if (choice) onChange(choice);
      }}
    >
      <Label className="label">{label}</Label>
      <div className="choice-group-row">
        {choices.map((choice) => (
          <Radio key={choice} value={choice} className="choice-group-item">
            {names[choice]}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
