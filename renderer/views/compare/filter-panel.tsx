// What of a comparison is shown: kinds of change and tags with their counts, numbers only, and its sections.

import { natures } from '../../../shared/core/alignment.ts';
import { changeClasses, type Comparison, type ComparisonClass } from '../../../shared/core/comparison.ts';
import type { ComparisonFilter } from '../../../shared/core/saved-comparison.ts';
import { type Tag, tagPaths } from '../../../shared/core/tag.ts';
import { classes as names } from '../../components/button.tsx';
import { FacetList } from '../../components/facet-list.tsx';
import { Checkbox } from '../../components/fields.tsx';
import { changeName } from '../../components/marks.tsx';
import { PanelHead } from '../../components/panels.tsx';
import { type AnnotatedRows, tagCounts } from './annotated-rows.ts';
import { type Filter, sectionCounts } from './lines.ts';
import { natureNames } from './words.ts';

type FilterPanelProps = {
  comparison: Comparison;
  annotated: AnnotatedRows;
  tags: readonly Tag[];
  filter: Filter;
  onFilter: (change: Partial<ComparisonFilter>) => void;
  onSection: (title: string | null) => void;
};

export function FilterPanel({ comparison, annotated, tags, filter, onFilter, onSection }: FilterPanelProps) {
  const classes: ComparisonClass[] = [...changeClasses, ...(comparison.byTopic ? (['present'] as const) : []), 'same'];
  const values = classes.filter((each) => comparison.counts[each] > 0).map((each) => ({ value: each, label: each === 'present' ? 'side by side' : changeName(each), count: comparison.counts[each] }));
  const named = natures.map((each) => ({ value: each, label: natureNames[each], count: comparison.rows.reduce((sum, row) => sum + row.steps.filter((step) => step?.nature === each).length, 0) })).filter(({ count }) => count > 0);
  const sections = sectionCounts(comparison);
  const paths = tagPaths(tags);
  const lying = tagCounts(annotated);
  // One that was chosen stays to be seen when its last annotation goes.
  const tagged = [...lying, ...filter.tagIds.filter((id) => !lying.some(({ tagId }) => tagId === id)).map((tagId) => ({ tagId, rows: 0 }))].map(({ tagId, rows }) => ({ value: tagId, label: paths.get(tagId) ?? 'a removed tag', count: rows }));
  const choose = (facet: string, chosen: readonly string[]) => {
    if (facet === 'nature') onFilter({ natures: natures.filter((each) => chosen.includes(each)) });
    else if (facet === 'tag') onFilter({ tagIds: [...chosen] });
    else onFilter({ classes: classes.filter((each) => chosen.includes(each)) });
  };
  return (
    <>
      <PanelHead title="Show" />
      <FacetList
        facets={[{ id: 'class', label: 'Change', values }, ...(named.length > 0 ? [{ id: 'nature', label: 'What a rewording does', values: named }] : []), ...(tagged.length > 0 ? [{ id: 'tag', label: 'Tag', values: tagged }] : [])]}
        selected={{ class: filter.classes, nature: filter.natures, tag: [...filter.tagIds] }}
        onChange={choose}
      />
      <Checkbox className="compare-numbers" isOn={filter.numbersOnly} onChange={(numbersOnly) => onFilter({ numbersOnly })}>
        Only numbers changed
      </Checkbox>
      <nav className="compare-sections" aria-label="Sections">
        <h3>Sections</h3>
        <ul>
          {sections.map((section) => (
            <li key={section.title}>
              <button type="button" className={names('compare-section-link', filter.section === section.title && 'compare-section-chosen')} aria-pressed={filter.section === section.title} onClick={() => onSection(filter.section === section.title ? null : section.title)}>
                <span className="compare-section-title">{section.title}</span>
                <span className="faint figures" title={`${section.changes} of ${section.rows} rows changed`}>
                  {section.changes}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
