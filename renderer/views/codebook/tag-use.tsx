// Where a tag and those below it are used: by country, year and document, each opening its passages.

import { useMemo, useState } from 'react';
import type { TagUse as Counts } from '../../../shared/core/codebook.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { useQuery } from '../../backend/use-query.ts';
import { Button } from '../../components/button.tsx';
import { Link } from '../../components/link.tsx';
import { PanelSection } from '../../components/panels.tsx';
import { link, type UsePlace } from '../../routes.ts';
import { passagesWord } from './words.ts';

/** Documents listed at first. */
const firstShown = 12;

export function TagUse({ tag, place }: { tag: TagWithCount; place: UsePlace }) {
  const use = useQuery('tags.use', { id: tag.id }, { keepPrevious: false }).data;
  const countries = useQuery('countries.list', {}).data;
  const nameOf = (iso3: string) => countries?.find((each) => each.iso3 === iso3)?.name ?? iso3;
  return (
    <PanelSection title="Use">
      <p>
        {passagesWord(tag.annotations)} in {tag.documents === 1 ? '1 document' : `${tag.documents.toLocaleString('en')} documents`}
        {use && use.passages !== tag.annotations && <span className="faint">; with the tags below {passagesWord(use.passages)}</span>}
      </p>
      {use && use.several > 0 && <p className="codebook-warning">{passagesWord(use.several)} {use.several === 1 ? 'carries' : 'carry'} several of the tags below, from before the rule.</p>}
      {use && use.passages > 0 && <Places id={tag.id} use={use} place={place} nameOf={nameOf} />}
    </PanelSection>
  );
}

function Places({ id, use, place, nameOf }: { id: string; use: Counts; place: UsePlace; nameOf: (iso3: string) => string }) {
  const [most, setMost] = useState(firstShown);
  const { countries, years } = useMemo(() => ({ countries: summed(use, ({ country }) => country), years: summed(use, ({ year }) => year) }), [use]);
  const documents = use.documents.toSorted((one, other) => other.passages - one.passages);
  return (
    <>
      <UseList title="Countries" entries={countries.map(([country, count]) => ({ key: country ?? '', name: country === null ? 'No country' : nameOf(country), count, to: link.codebook(id, { country }), isChosen: place.country === country }))} />
      <UseList title="Years" entries={years.toSorted(([one], [other]) => Number(one ?? 9999) - Number(other ?? 9999)).map(([year, count]) => ({ key: String(year), name: year === null ? 'No year' : String(year), count, to: link.codebook(id, { year }), isChosen: place.year === year }))} />
      <UseList title="Documents" entries={documents.slice(0, most).map((each) => ({ key: each.id, name: each.title, count: each.passages, to: link.codebook(id, { documentId: each.id }), isChosen: place.documentId === each.id }))} isLong />
      {documents.length > most && (
        <Button kind="quiet" onPress={() => setMost(most + 100)}>
          {(documents.length - most).toLocaleString('en')} more documents
        </Button>
      )}
    </>
  );
}

type Entry = { key: string; name: string; count: number; to: string; isChosen: boolean };

function UseList({ title, entries, isLong = false }: { title: string; entries: readonly Entry[]; isLong?: boolean }) {
  return (
    <div className="codebook-use">
      <h4 className="label">{title}</h4>
      <ul className={isLong ? 'codebook-use-long' : 'codebook-use-short'}>
        {entries.map(({ key, name, count, to, isChosen }) => (
          <li key={key}>
            <Link to={to} className="codebook-use-link" title={name} aria-current={isChosen ? 'page' : undefined}>
              <bdi className="truncate">{name}</bdi> <span className="faint figures">{count.toLocaleString('en')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function summed<Value>(use: Counts, of: (document: Counts['documents'][number]) => Value): [Value, number][] {
  const counts = new Map<Value, number>();
  for (const document of use.documents) counts.set(of(document), (counts.get(of(document)) ?? 0) + document.passages);
  return [...counts].toSorted(([, one], [, other]) => other - one);
}
