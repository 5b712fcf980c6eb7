import { describe, expect, it } from 'vitest';
import type { ComparisonColumn, CountryEditions } from '../../../../shared/core/comparison.ts';
import { missingYears } from '../../../../renderer/views/compare/missing-years-note.tsx';

const column = (year: number | null, kind: ComparisonColumn['kind'] = 'ilab-report'): ComparisonColumn => ({ documentId: `${kind} ${year}`, year, title: 't', kind, level: null, identifier: null, classification: null });
const here = (...years: number[]): CountryEditions['editions'] => years.map((year) => ({ documentId: String(year), year, title: 't', kind: 'ilab-report', level: null }));

describe('years between compared editions', () => {
  it('are missing when the project has no edition of them, not when one was merely left out', () => {
    expect(missingYears({ columns: [column(2018), column(2021)] }, here(2018, 2020, 2021))).toEqual([2019]);
    expect(missingYears({ columns: [column(2018), column(2021)] }, here(2018, 2019, 2020, 2021))).toEqual([]);
  });

  it('are not counted between a cable and a report, for one edition, or for two of one year', () => {
    expect(missingYears({ columns: [column(2007, 'cable'), column(2021)] }, here(2021))).toEqual([]);
    expect(missingYears({ columns: [column(2021), column(2021)] }, here(2021))).toEqual([]);
    expect(missingYears({ columns: [column(null), column(2021)] }, here(2021))).toEqual([]);
  });
});
