// A country at a glance: the questions as tiles, asked of the years chosen above, and below them what changed in the text of those editions.

import { useQuery } from '../../../backend/use-query.ts';
import { Panels } from '../../../components/panels.tsx';
import { link, navigate } from '../../../routes.ts';
import { ComparisonWaiting } from '../comparison-waiting.tsx';
import type { CountryPartProps } from '../country-part.ts';
import { Overview } from '../overview.tsx';
import type { Span } from './tile-words.ts';
import { QuestionTiles } from './question-tiles.tsx';

export function OverviewPart({ country, countryName, documentIds, chosenYears, saved }: CountryPartProps) {
  const span = spanOf(chosenYears);
  return (
    <Panels name="overview">
      <div className="compare-overview">
        <section className="overview-questions">
          <h2>{countryName}{span.from < span.to && <span className="figures">, {span.from} to {span.to}</span>}</h2>
          <QuestionTiles country={country} span={span} go={(change) => link.compare({ country, documentIds, saved, ...change })} />
        </section>
        {documentIds.length < 2 ? <p className="faint">What changed in the words takes two editions: choose them above.</p> : <TextOverview documentIds={documentIds} country={country} saved={saved} />}
      </div>
    </Panels>
  );
}

/** Of the years chosen above; all there are when fewer than two are chosen. */
function spanOf({ chosen, all }: CountryPartProps['chosenYears']): Span {
  const years = new Set(chosen).size > 1 ? chosen : all;
  return { from: Math.min(...years), to: Math.max(...years) };
}

function TextOverview({ country, documentIds, saved }: Pick<CountryPartProps, 'country' | 'documentIds' | 'saved'>) {
  const comparison = useQuery('compare.run', { documentIds }, { keepPrevious: false });
  if (!comparison.data) return <ComparisonWaiting query={comparison} documentIds={documentIds} />;
  const { columns } = comparison.data;
  const go = (change: { section?: string; row?: string }) => navigate(link.compare({ country, documentIds, saved, part: 'text', ...change }));
  return <Overview comparison={comparison.data} onRow={(index) => go({ row: `${index}.${columns.length - 1}` })} onSection={(section) => go({ section })} />;
}
