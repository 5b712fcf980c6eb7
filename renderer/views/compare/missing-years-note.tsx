// Says when years lie between two compared editions of which the project has none: what changed may have changed in any of them.

import { Info } from 'lucide-react';
import type { Comparison, CountryEditions } from '../../../shared/core/comparison.ts';
import { useQuery } from '../../backend/use-query.ts';
import './unlike-note.css';

/** Years between neighbouring reports of which there is no edition, cables aside. Ascending. */
export function missingYears({ columns }: Pick<Comparison, 'columns'>, editions: CountryEditions['editions']): number[] {
  const years = columns.filter(({ kind }) => kind !== 'cable').flatMap(({ year }) => year ?? []);
  const here = new Set(editions.filter(({ kind }) => kind !== 'cable').map(({ year }) => year));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return years.length < 2 ? [] : Array.from({ length: last - first }, (_, index) => first + index).filter((year) => !here.has(year));
}

export function MissingYearsNote({ comparison }: { comparison: Comparison }) {
  const editions = useQuery('compare.editions', {}).data?.find(({ country }) => country === comparison.country)?.editions;
  const missing = editions ? missingYears(comparison, editions) : [];
  if (missing.length === 0) return null;
  return (
    <p className="unlike-note" role="note">
      <Info size={14} aria-hidden />
      There is no edition of {missing.join(', ')} here. What changed may have changed in {missing.length === 1 ? 'that year' : 'any of these years'} already.
    </p>
  );
}
