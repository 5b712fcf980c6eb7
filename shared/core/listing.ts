// What a report lists beside its values: activities, institutions, laws, references. The words in which a remark on an institution's year is shown.

import type { InstitutionKind, LegalBasis, Recognition, YearRemark } from './recognition.ts';

export type Listings = Pick<Recognition, 'activities' | 'institutions' | 'legalBases' | 'references' | 'citations'>;

export const noListings: Listings = { activities: [], institutions: [], legalBases: [], references: [], citations: [] };

/** The legislation of a standard, with the standard's name in words. */
export type NamedBasis = LegalBasis & { name: string };

export const institutionNames: Record<InstitutionKind, string> = { agency: 'Agencies', body: 'Coordinating bodies', policy: 'Policies', program: 'Programs' };

const words: Record<YearRemark['kind'], { plain: string; dated: string }> = {
  started: { plain: 'new', dated: 'new in' },
  resumed: { plain: 'resumed', dated: 'resumed in' },
  ended: { plain: 'ended', dated: 'ended in' },
  active: { plain: 'active', dated: 'active in' },
  inactive: { plain: 'not active', dated: 'not active in' },
  'activity-unknown': { plain: 'activity unknown', dated: 'activity unknown in' },
  'government-funded': { plain: 'government funded', dated: 'government funded in' },
  'child-labor-missing': { plain: 'child labor not integrated', dated: 'child labor not integrated in' },
  'impact-unstudied': { plain: 'impact not studied', dated: 'impact not studied in' },
  other: { plain: 'note', dated: 'note of' },
};

/** "new in 2019", "government funded". */
export function remarkWords({ kind, year }: Pick<YearRemark, 'kind' | 'year'>): string {
  return year === null ? words[kind].plain : `${words[kind].dated} ${year}`;
}
