// Search over every passage: one box, counts by country, year and kind, and hits that open at their words.

import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useQuery } from '../../backend/use-query.ts';
import { Button } from '../../components/button.tsx';
import { useCommandHandler } from '../../components/commands.tsx';
import { isDocumentKind } from '../../components/document-words.ts';
import { FacetList } from '../../components/facet-list.tsx';
import { SearchField } from '../../components/fields.tsx';
import { EmptyState } from '../../components/notes.tsx';
import { PanelHead, PanelSection, Panels } from '../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../components/tabs.tsx';
import { link, navigate, type Route } from '../../routes.ts';
import { HitList } from './hit-list.tsx';
import { QueryHelp } from './query-help.tsx';
import { useRecentQueries } from './recent-queries.ts';
import './search.css';

/** Milliseconds after the last letter before the question is asked. */
const typingPause = 180;
const pageSize = 50;

type SearchRoute = Extract<Route, { view: 'search' }>;

export function SearchView({ query, countries, years, kinds }: SearchRoute) {
  const chosenKinds = kinds.filter(isDocumentKind);
  const asked = query.trim();
  const [shown, setShown] = useState({ for: '', count: pageSize });
  const address = link.search({ query: asked, countries, years, kinds });
  const limit = shown.for === address ? shown.count : pageSize;
  const answer = useQuery('search.find', { query: asked, countries, years, kinds: chosenKinds, limit }, { enabled: asked !== '' });
  const [recent, remember] = useRecentQueries();
  const hits = useRef<HTMLOListElement>(null);

  const go = (change: { query?: string; countries?: string[]; years?: number[]; kinds?: string[] }) => navigate(link.search({ query, countries, years, kinds, ...change }), { replace: true });
  const facets = answer.data?.facets;
  const found = asked === '' || answer.errorSentence ? null : (answer.data ?? null);

  return (
    <Panels
      name="search"
      listLabel="Narrow the hits"
      list={
        <>
          <PanelHead title="Narrow" />
          {found && facets ? (
            <FacetList
              facets={[
                { id: 'country', label: 'Country', values: facets.country },
                { id: 'year', label: 'Year', values: facets.year },
                { id: 'kind', label: 'Kind', values: facets.kind },
              ]}
              selected={{ country: countries, year: years.map(String), kind: kinds }}
              onChange={(facet, values) => go(facet === 'country' ? { countries: values } : facet === 'year' ? { years: values.map(Number) } : { kinds: values })}
            />
          ) : (
            <PanelSection>
              <p className="faint">Countries, years and kinds of the hits are counted here.</p>
            </PanelSection>
          )}
        </>
      }
    >
      <Toolbar label="Search">
        <QuestionField query={query} onAsk={(text) => go({ query: text })} onSubmit={remember} onDown={() => focusHit(hits.current, 0)} />
        <ToolbarSpace />
        <p className="faint figures search-count" aria-live="polite">
          {found && countWords(found.total, found.documents)}
        </p>
      </Toolbar>
      {answer.errorSentence && asked !== '' && (
        <p className="search-problem" role="alert">
          {answer.errorSentence}
        </p>
      )}
      {asked === '' ? (
        <QueryHelp recent={recent} onChoose={(text) => go({ query: text })} />
      ) : found && found.total === 0 ? (
        <EmptyState title="No passage has these words" icon={Search} action={countries.length + years.length + kinds.length > 0 ? <Button onPress={() => go({ countries: [], years: [], kinds: [] })}>Search all documents</Button> : undefined}>
          Try fewer words, OR between them, or the beginning of a word with a star: inspect*
        </EmptyState>
      ) : (
        found && (
          <div className="search-hits" onKeyDown={(event) => walkHits(event, hits.current)}>
            <HitList ref={hits} hits={found.hits} onOpen={() => remember(asked)} />
            {found.hits.length < found.total && (
              <p className="search-more">
                <span className="faint figures">
                  {found.hits.length.toLocaleString('en')} of {found.total.toLocaleString('en')}
                </span>
                {limit < 1000 && <Button onPress={() => setShown({ for: address, count: Math.min(1000, limit + 4 * pageSize) })}>Show more</Button>}
              </p>
            )}
          </div>
        )
      )}
    </Panels>
  );
}

/** Keeps what is being typed to itself until the pause, so that the letters never wait for the answer. */
function QuestionField({ query, onAsk, onSubmit, onDown }: { query: string; onAsk: (text: string) => void; onSubmit: (text: string) => void; onDown: () => void }) {
  const [text, setText] = useState(query);
  const [address, setAddress] = useState(query);
  const input = useRef<HTMLInputElement>(null);
  // The address changed by itself (back, a recent question): the field follows.
  if (address !== query) {
    setAddress(query);
    if (query !== text.trim()) setText(query);
  }
  useEffect(() => {
    if (text.trim() === query) return undefined;
    const timer = setTimeout(() => onAsk(text.trim()), typingPause);
    return () => clearTimeout(timer);
  });
  useCommandHandler('edit.find', () => input.current?.select());
  return (
    <div
      className="search-question"
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') {
          event.preventDefault();
          onDown();
        }
      }}
    >
      <SearchField
        label="Search every passage"
        placeholder="Words, “a phrase”, begin*, OR, NOT"
        value={text}
        onChange={setText}
        onSubmit={(value) => {
          onAsk(value.trim());
          onSubmit(value.trim());
        }}
        inputRef={input}
        autoFocus
      />
    </div>
  );
}

function countWords(total: number, documents: number): string {
  if (total === 0) return 'No passages';
  return `${total.toLocaleString('en')} ${total === 1 ? 'passage' : 'passages'} in ${documents.toLocaleString('en')} ${documents === 1 ? 'document' : 'documents'}`;
}

function focusHit(list: HTMLElement | null, index: number): void {
  const links = [...(list?.querySelectorAll<HTMLElement>('a.search-hit') ?? [])];
  links[Math.max(0, Math.min(links.length - 1, index))]?.focus();
}

function walkHits(event: KeyboardEvent, list: HTMLElement | null): void {
  const links = [...(list?.querySelectorAll<HTMLElement>('a.search-hit') ?? [])];
  const current = links.findIndex((each) => each === document.activeElement);
  const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: links.length - 1, PageDown: current + 8, PageUp: current - 8 }[event.key];
  if (current < 0 || next === undefined) return;
  event.preventDefault();
  focusHit(list, next);
}

