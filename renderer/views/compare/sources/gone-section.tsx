// What the editions no longer say: sentences dropped without a successor, by year and section, each at its last words.

import { Eraser } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { GoneSentence } from '../../../../shared/core/gone-sentences.ts';
import { useQuery } from '../../../backend/use-query.ts';
import { Button } from '../../../components/button.tsx';
import { SearchField, Select } from '../../../components/fields.tsx';
import { Link } from '../../../components/link.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../../components/notes.tsx';
import { PanelHead, Panels, PanelSection } from '../../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../../components/tabs.tsx';
import { link, navigate } from '../../../routes.ts';
import { PassageTools } from '../ledger/passage-tools.tsx';
import { RowList } from '../ledger/row-list.tsx';
import type { SectionProps } from './section-buttons.tsx';

const idOf = ({ documentId, cell }: GoneSentence) => `${documentId}:${cell.start}`;

export function GoneSection({ country, countryName, row, onRow, buttons }: SectionProps) {
  const gone = useQuery('sources.gone', { country }, { keepPrevious: false });
  const { data } = gone;
  const [year, setYear] = useState('all');
  const [words, setWords] = useState('');
  const years = useMemo(() => [...new Set(data?.sentences.map(({ goneYear }) => goneYear) ?? [])], [data]);
  const groups = useMemo(() => {
    const wanted = words.toLocaleLowerCase('en').split(/\s+/u).filter(Boolean);
    const shown = (data?.sentences ?? []).filter((each) => (year === 'all' || String(each.goneYear) === year) && wanted.every((word) => `${each.section ?? ''} ${each.cell.text}`.toLocaleLowerCase('en').includes(word)));
    return [...Map.groupBy(shown, (each) => `${each.goneYear} ${each.section ?? ''}`)].map(([id, own]) => ({
      id,
      name: <><span className="figures">{own[0]?.goneYear}</span> {own[0]?.section ?? 'Before the first heading'} <span className="faint figures">{own.length}</span></>,
      rows: own.map((each) => ({ id: idOf(each), cells: [<span key="words" className="sources-words">{each.cell.text}</span>, <span key="year" className="figures">{each.lastYear}</span>], open: link.reader(each.documentId, each.cell) })),
    }));
  }, [data, year, words]);
  const inHand = data?.sentences.find((each) => idOf(each) === row) ?? null;
  return (
    <Panels name="sources-gone" keepsInspector inspector={data && data.sentences.length > 0 ? <GonePanel sentence={inHand} country={country} /> : null} inspectorLabel="Sentence" workWidth={560}>
      <Toolbar label="Sources">
        {buttons}
        <ToolbarSpace />
        {years.length > 1 && <Select label="Gone in" hideLabel className="ledger-filter" choices={[{ id: 'all', label: 'All years' }, ...years.map((each) => ({ id: String(each), label: `Gone in ${each}` }))]} value={year} onChange={setYear} />}
        <SearchField label="Filter sentences" value={words} onChange={setWords} className="indicator-filter" />
      </Toolbar>
      {gone.errorSentence ? (
        <ErrorNote onRetry={gone.refetch}>{gone.errorSentence}</ErrorNote>
      ) : !data ? (
        <Waiting>Comparing the editions…</Waiting>
      ) : data.years.length < 2 ? (
        <EmptyState title={data.years.length === 1 ? `Only ${data.years[0]} is here for ${countryName}` : `There is no edition of ${countryName} with text`} icon={Eraser} action={<Button onPress={() => navigate(link.library())}>Import another edition</Button>}>What is no longer said takes two editions to see.</EmptyState>
      ) : data.sentences.length === 0 ? (
        <EmptyState title="Nothing was dropped without a successor" icon={Eraser}>Every sentence of the editions from {data.years[0]} to {data.years.at(-1)} stands in the newest one, or was reworded.</EmptyState>
      ) : groups.length === 0 ? (
        <EmptyState title="No sentence fits this filter" action={<Button onPress={() => (setYear('all'), setWords(''))}>Show all</Button>} />
      ) : (
        <RowList label={`What the editions of ${countryName} no longer say`} heads={['No longer said', 'Last']} groups={groups} className="sources-gone" inHand={row} onRow={onRow} />
      )}
    </Panels>
  );
}

function GonePanel({ sentence, country }: { sentence: GoneSentence | null; country: string }) {
  if (!sentence) {
    return (
      <>
        <PanelHead title="Nothing in hand" />
        <PanelSection><p className="faint">A sentence is here when the next edition has nothing that belongs to it and no later one brings it back. That it is gone does not say that it is no longer true.</p></PanelSection>
      </>
    );
  }
  const { documentId, cell, lastYear, goneYear, goneDocumentId, confidence, section } = sentence;
  return (
    <>
      <PanelHead title={<>Said until <span className="figures">{lastYear}</span></>} />
      <PanelSection>
        <p className="faint figures">{section}{cell.page !== null && `, p. ${cell.page}`}</p>
        <p className="ledger-said">{cell.text}</p>
        <p className="faint">{confidence >= 0.8 ? 'Nothing like it stands in the next edition.' : 'A distant likeness stands in the next edition: look before you rely on it.'}</p>
        <PassageTools passage={{ documentId, start: cell.start, end: cell.end }} />
      </PanelSection>
      <PanelSection title={`In ${goneYear}`}>
        <p><Link to={link.compare({ country, documentIds: [documentId, goneDocumentId], section })}>See what {goneYear} says in its place</Link></p>
      </PanelSection>
    </>
  );
}
