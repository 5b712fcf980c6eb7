// What narrows the list of highlights: a group of values for each thing they may be told apart by, with counts.

import { type ListFacet, type ListFilter, isWholeList, listFacets, wholeList } from '../../../shared/core/annotation-list.ts';
import { useQuery } from '../../backend/use-query.ts';
import { Button } from '../../components/button.tsx';
import { FacetList } from '../../components/facet-list.tsx';
import { Checkbox } from '../../components/fields.tsx';
import { Chip } from '../../components/marks.tsx';
import { PanelHead } from '../../components/panels.tsx';
import { chosenValues, groupNames, type Naming, valueName, withValues } from './words.ts';

type FilterProps = { filter: ListFilter; naming: Naming; onFilter: (filter: ListFilter) => void };

const afterTags = listFacets.filter((facet) => facet !== 'tags');

export function FilterPanel({ filter, naming, onFilter }: FilterProps) {
  const counts = useQuery('annotationList.facets', { filter }).data;
  const groups = (facets: readonly ListFacet[]) =>
    facets.map((facet) => {
      const counted = (counts?.[facet] ?? []).map(({ value, count }) => ({ value, count, label: valueName(facet, value, naming) }));
      // What is chosen stays to be taken off, also when it would leave nothing.
      const missing = filter[facet].filter((value) => !counted.some((each) => each.value === value)).map((value) => ({ value, count: 0, label: valueName(facet, value, naming) }));
      const values = [...counted, ...(counts ? missing : [])];
      return { id: facet, label: groupNames[facet], values: facet === 'years' ? values.toSorted((one, other) => other.value.localeCompare(one.value)) : values };
    });
  const change = (facet: string, values: string[]) => {
    const known = listFacets.find((each) => each === facet);
    if (known) onFilter(withValues(filter, known, values));
  };
  const chosen: Record<string, readonly string[]> = Object.fromEntries(listFacets.map((facet) => [facet, filter[facet]]));
  return (
    <>
      <PanelHead title="Filters">
        {!isWholeList(filter) && (
          <Button kind="quiet" onPress={() => onFilter({ ...wholeList, withBelow: filter.withBelow })}>
            Clear all
          </Button>
        )}
      </PanelHead>
      {counts && (
        <div className="annotations-facets">
          <FacetList facets={groups(['tags'])} selected={chosen} onChange={change} />
          {[...naming.tags.values()].some(({ parentId }) => parentId !== null) && counts.tags.length + filter.tags.length > 0 && (
            <Checkbox className="annotations-below" isOn={filter.withBelow} onChange={(withBelow) => onFilter({ ...filter, withBelow })}>
              With the tags below
            </Checkbox>
          )}
          <FacetList facets={groups(afterTags)} selected={chosen} onChange={change} />
        </div>
      )}
    </>
  );
}

/** What narrows now, each to be taken off by itself: seen also when the panel is folded. */
export function FilterChips({ filter, naming, onFilter }: FilterProps) {
  const values = chosenValues(filter);
  if (values.length === 0) return null;
  return (
    <div className="annotations-chips" role="group" aria-label="Filters in force">
      {values.map(({ facet, value }) => {
        const name = valueName(facet, value, naming);
        return (
          <Chip key={`${facet} ${value}`} onRemove={() => onFilter(withValues(filter, facet, filter[facet].filter((each) => each !== value)))} removeLabel={`Take off the filter ${name}`}>
            <span className="faint">{groupNames[facet]}</span> <bdi>{name}</bdi>
          </Chip>
        );
      })}
    </div>
  );
}
