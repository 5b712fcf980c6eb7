// Groups of values with counts, to narrow a list by. Within a group values add up, between groups they narrow.

import { useState } from 'react';
import { CheckboxGroup } from 'react-aria-components';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { Button } from './button.tsx';
import { CountBadge } from './marks.tsx';
import './fields.css';
import './facet-list.css';

export type FacetValue = { value: string; label: string; count: number };
export type Facet = { id: string; label: string; values: readonly FacetValue[] };

export type FacetListProps = {
  facets: readonly Facet[];
  /** Chosen values by facet id. */
  selected: Readonly<Record<string, readonly string[]>>;
  onChange: (facet: string, values: string[]) => void;
};

/** More than a glance takes in; the rest is behind one button. Chosen values always show. */
const shownAtFirst = 8;

export function FacetList({ facets, selected, onChange }: FacetListProps) {
  const shown = facets.filter((facet) => facet.values.length > 0 || (selected[facet.id]?.length ?? 0) > 0);
  return (
    <div className="facets">
      {shown.map((facet) => (
        <FacetGroup key={facet.id} facet={facet} chosen={selected[facet.id] ?? []} onChange={(values) => onChange(facet.id, values)} />
      ))}
    </div>
  );
}

function FacetGroup({ facet, chosen, onChange }: { facet: Facet; chosen: readonly string[]; onChange: (values: string[]) => void }) {
  const [isLong, setLong] = useState(false);
  const values = isLong ? facet.values : facet.values.filter((value, index) => index < shownAtFirst || chosen.includes(value.value));
  const hidden = facet.values.length - values.length;
  return (
    <div className="facet">
      <div className="facet-head">
        <h3 id={`facet-${facet.id}`}>{facet.label}</h3>
        {chosen.length > 0 && (
          <Button kind="quiet" className="facet-clear" aria-label={`Clear ${facet.label}`} onPress={() => onChange([])}>
            Clear
          </Button>
        )}
      </div>
      <CheckboxGroup aria-labelledby={`facet-${facet.id}`} value={[...chosen]} onChange={onChange}>
        {values.map((value) => (
          <AriaCheckbox key={value.value} value={value.value} className="checkbox facet-value">
            <span className="checkbox-box" aria-hidden />
            <span className="truncate" title={value.label}>
              {value.label}
            </span>
            <CountBadge count={value.count} />
          </AriaCheckbox>
        ))}
      </CheckboxGroup>
      {(hidden > 0 || (isLong && facet.values.length > shownAtFirst)) && (
        <Button kind="quiet" className="facet-more" onPress={() => setLong(!isLong)}>
          {isLong ? 'Fewer' : `${String(hidden)} more`}
        </Button>
      )}
    </div>
  );
}
