// Compare: a country's editions side by side, sentence by sentence. The address says which documents, section and row are shown.

import { GitCompareArrows } from 'lucide-react';
import type { ComponentType } from 'react';
import type { CountryEditions } from '../../../shared/core/comparison.ts';
import { useQuery } from '../../backend/use-query.ts';
import { Button } from '../../components/button.tsx';
import { Link } from '../../components/link.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../components/notes.tsx';
import { type ComparePartName, link, navigate, type Route } from '../../routes.ts';
import { ActionsPart } from './actions/actions-part.tsx';
import { chosenDocuments } from './choice.ts';
import { ComparePart } from './compare-part.tsx';
import type { CountryPartProps } from './country-part.ts';
import { EditionBar } from './edition-bar.tsx';
import { GoodsPart } from './goods/goods-part.tsx';
import { IndicatorsPart } from './indicators-part.tsx';
import { InstitutionsPart } from './institutions/institutions-part.tsx';
import { LawPart } from './law/law-part.tsx';
import { OverviewPart } from './overview/overview-part.tsx';
import { PartTabs } from './part-tabs.tsx';
import { SavedMenu, type ShownComparison } from './saved-menu.tsx';
import { SavedStrip } from './saved-strip.tsx';
import { SourcesPart } from './sources/sources-part.tsx';
import { useDroppedEdition } from './use-dropped-edition.ts';
import { useFilter, useSaved } from './use-saved.ts';
import './compare.css';
import './compare-rows.css';
import './compare-overview.css';

/** Parts that speak of the whole country, whichever editions are chosen above. */
const countryParts: Partial<Record<ComparePartName, ComponentType<CountryPartProps>>> = { overview: OverviewPart, actions: ActionsPart, law: LawPart, goods: GoodsPart, institutions: InstitutionsPart, sources: SourcesPart };

const noDocuments: string[] = [];

type CompareRoute = Extract<Route, { view: 'compare' }>;

export function CompareView({ country, documentIds, part, section, row, show: indicatorShow, saved: savedId }: CompareRoute) {
  const editions = useQuery('compare.editions', {});
  const documents = useQuery('documents.list', {});
  const saved = useSaved(savedId, documentIds);
  const [filter, setFilter] = useFilter(documentIds, saved);
  const found = editions.data && documents.data ? chosenDocuments(editions.data, documents.data, country, documentIds) : null;
  useDroppedEdition(found?.countryEditions, found?.chosen ?? noDocuments, (ids) => navigate(link.compare({ country: found?.countryEditions?.country ?? country, documentIds: ids, part, saved: savedId })));
  if (editions.errorSentence) return <ErrorNote onRetry={editions.refetch}>{editions.errorSentence}</ErrorNote>;
  if (!editions.data || !found) return <Waiting />;
  if (editions.data.length === 0) {
    return (
      <EmptyState title="Nothing to compare yet" icon={GitCompareArrows} action={<Button kind="primary" onPress={() => navigate(link.library())}>Go to the library</Button>}>
        Import two editions of a country's report. Documents without a country or a year can be given both in the library.
      </EmptyState>
    );
  }

  const { countryEditions, chosen } = found;
  const allEditions = countryEditions?.editions ?? [];
  const chosenYears = { chosen: allEditions.filter((edition) => chosen.includes(edition.documentId)).map(({ year }) => year), all: allEditions.map(({ year }) => year) };
  const shown: ShownComparison = { countryName: countryEditions?.countryName ?? null, years: chosenYears.chosen, documentIds: chosen, part, section, filter };
  const show = (change: { country?: string; documentIds?: string[]; saved?: string | null }) => navigate(link.compare({ country: countryEditions?.country ?? country, documentIds: chosen, part, ...change }));
  const CountryPart = countryParts[part];
  return (
    <div className="compare">
      <EditionBar
        countries={editions.data}
        country={countryEditions?.country ?? null}
        editions={countryEditions?.editions ?? []}
        chosen={chosen}
        onCountry={(iso3) => show({ country: iso3, documentIds: [] })}
        onChoose={(ids) => show({ documentIds: ids, saved: savedId })}
        end={<SavedMenu shown={shown} saved={saved} />}
      />
      <PartTabs part={part} country={countryEditions?.country ?? null} onPart={(next) => navigate(link.compare({ country: countryEditions?.country ?? country, documentIds: chosen, saved: savedId, part: next, section: sharesSection(part, next) ? section : null, row: sharesSection(part, next) ? row : null }))} />
      {saved && <SavedStrip saved={saved} shown={shown} onAdd={(id) => show({ documentIds: [...chosen, id], saved: savedId })} />}
      {countryEditions && CountryPart ? (
        <CountryPart key={countryEditions.country} country={countryEditions.country} countryName={countryEditions.countryName} documentIds={chosen} chosenYears={chosenYears} section={section} row={row} saved={savedId} />
      ) : part === 'indicators' && countryEditions ? (
        <IndicatorsPart key={countryEditions.country} country={countryEditions.country} countryName={countryEditions.countryName} documentIds={chosen} chosenYears={chosenYears} section={section} row={row} saved={savedId} show={indicatorShow} />
      ) : chosen.length < 2 ? (
        <TooFew editions={countryEditions} chosen={chosen.length} />
      ) : (
        <ComparePart key={chosen.join(' ')} documentIds={chosen} saved={savedId} filter={filter} onFilter={setFilter} part={part} section={section} row={row} />
      )}
    </div>
  );
}

/** The text and its overview speak of the same rows. */
function sharesSection(one: ComparePartName, other: ComparePartName): boolean {
  return [one, other].every((each) => each === 'text' || each === 'overview');
}

function TooFew({ editions, chosen }: { editions: CountryEditions | undefined; chosen: number }) {
  if (editions && editions.editions.length > 1) {
    return <EmptyState title={chosen === 0 ? 'Choose two editions above' : 'Choose one more edition above'}>Two to nine can stand side by side.</EmptyState>;
  }
  const [only] = editions?.editions ?? [];
  return (
    <EmptyState title={only ? `Only ${only.year} is here for ${editions?.countryName ?? 'this country'}` : 'Choose a country above'} action={<Button onPress={() => navigate(link.library())}>Import another edition</Button>}>
      A comparison needs a second edition. Drop its report here, or import it in the library.{only && <> The values of one edition are under <Link to={link.compare({ country: editions?.country ?? null, part: 'indicators' })}>Indicators</Link>.</>}
    </EmptyState>
  );
}
