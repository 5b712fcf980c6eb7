// A country at a glance: the questions as tiles, and below them what changed in the text of the editions chosen above.

import { useQuery } from '../../../backend/use-query.ts';
import { ErrorNote, Waiting } from '../../../components/notes.tsx';
import { Panels } from '../../../components/panels.tsx';
import { link, navigate } from '../../../routes.ts';
import type { CountryPartProps } from '../country-part.ts';
import { Overview } from '../overview.tsx';
import { QuestionTiles } from './question-tiles.tsx';

export function OverviewPart({ country, countryName, documentIds, saved }: CountryPartProps) {
  return (
    <Panels name="overview">
      <div className="compare-overview">
        <section className="overview-questions">
          <h2>{countryName} over the years</h2>
          <QuestionTiles country={country} go={(change) => link.compare({ country, documentIds, saved, ...change })} />
        </section>
        {documentIds.length < 2 ? <p className="faint">What changed in the words takes two editions: choose them above.</p> : <TextOverview documentIds={documentIds} country={country} saved={saved} />}
      </div>
    </Panels>
  );
}

function TextOverview({ country, documentIds, saved }: Pick<CountryPartProps, 'country' | 'documentIds' | 'saved'>) {
  const comparison = useQuery('compare.run', { documentIds }, { keepPrevious: false });
  if (comparison.errorSentence) return <ErrorNote onRetry={comparison.refetch}>{comparison.errorSentence}</ErrorNote>;
  if (!comparison.data) return <Waiting>Comparing…</Waiting>;
  const { columns } = comparison.data;
  const go = (change: { section?: string; row?: string }) => navigate(link.compare({ country, documentIds, saved, part: 'text', ...change }));
  return <Overview comparison={comparison.data} onRow={(index) => go({ row: `${index}.${columns.length - 1}` })} onSection={(section) => go({ section })} />;
}
