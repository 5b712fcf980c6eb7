// What a cable, an NGO's note or another document says, beside the edition that follows it, by topic; no rewording is claimed.

import { FileStack } from 'lucide-react';
import { useMemo } from 'react';
import type { CountrySources, SourceTopics } from '../../../../shared/rpc/contract/sources.ts';
import { useQuery } from '../../../backend/use-query.ts';
import { Button } from '../../../components/button.tsx';
import { Link } from '../../../components/link.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../../components/notes.tsx';
import { PanelHead, Panels, PanelSection } from '../../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../../components/tabs.tsx';
import { link, navigate } from '../../../routes.ts';
import { PassageTools } from '../ledger/passage-tools.tsx';
import { RowList } from '../ledger/row-list.tsx';
import type { SectionProps } from './section-buttons.tsx';
import { dateOf, TimelineList } from './timeline-list.tsx';

/** In the address: the document, and behind a colon where the passage in hand begins in it. */
const readRow = (row: string | null) => {
  const match = /^([^:]+)(?::(\d{1,10}))?$/u.exec(row ?? '');
  return { documentId: match?.[1] ?? null, start: match?.[2] === undefined ? null : Number(match[2]) };
};

export function TopicsSection({ countryName, sources, row, onRow, buttons }: SectionProps & { sources: CountrySources }) {
  const between = useMemo(() => sources.timeline.flatMap((each) => (each.kind === 'gap' ? each.documents : [])), [sources]);
  const place = readRow(row);
  const chosen = between.find(({ documentId }) => documentId === place.documentId) ?? between.at(-1) ?? null;
  const topics = useQuery('sources.topics', { documentId: chosen?.documentId ?? '' }, { enabled: chosen !== null, keepPrevious: false });
  const { data } = topics;
  const groups = useMemo(() => (data ? topicGroups(data) : []), [data]);
  const inHand = place.start === null ? null : String(place.start);
  return (
    <Panels
      name="sources"
      keepsInspector
      listLabel="Documents by year"
      list={<TimelineList sources={sources} chosen={chosen?.documentId ?? null} onChoose={(documentId) => onRow(documentId)} />}
      inspector={data ? <TopicPanel topics={data} start={place.start} /> : null}
      inspectorLabel="Passage"
      workWidth={560}
    >
      <Toolbar label="Sources">
        {buttons}
        <ToolbarSpace />
        {data && data.edition && <span className="faint figures ledger-summary">{data.shared.length} shared {data.shared.length === 1 ? 'topic' : 'topics'}, {data.alone.length} of its own</span>}
      </Toolbar>
      {chosen === null ? (
        <EmptyState title={`Nothing lies between the editions of ${countryName}`} icon={FileStack} action={<Button onPress={() => navigate(link.library())}>Go to the library</Button>}>
          Cables, reports of NGOs, laws and other documents of the country stand here between its editions, each beside the one that follows. Import one, and give it country and year.
        </EmptyState>
      ) : topics.errorSentence ? (
        <ErrorNote onRetry={topics.refetch}>{topics.errorSentence}</ErrorNote>
      ) : !data ? (
        <Waiting>Putting topics side by side…</Waiting>
      ) : data.edition === null ? (
        <EmptyState title="No edition to stand beside it" action={<Button onPress={() => navigate(link.reader(chosen.documentId))}>Open the document</Button>}>There is no yearly report of {countryName} with text in this project.</EmptyState>
      ) : groups.length === 0 ? (
        <EmptyState title="This document has no sentences" />
      ) : (
        <RowList label={`${data.document.title} beside ${data.edition.title}`} heads={[`${data.document.identifier ?? data.document.title}, ${dateOf(data.document)}`, `Edition ${data.edition.year}`]} groups={groups} className="sources-topics" inHand={inHand} onRow={(id) => onRow(`${chosen.documentId}:${id}`)} />
      )}
    </Panels>
  );
}

function topicGroups({ document, edition, shared, alone }: SourceTopics) {
  const cell = (text: string) => <span className="sources-words">{text}</span>;
  const none = <span className="faint">Nothing on this in {edition?.year}.</span>;
  return [
    ...(shared.length > 0 ? [{ id: 'shared', name: 'On the same topic', rows: shared.map((pair) => ({ id: String(pair.document.start), cells: [cell(pair.document.text), cell(pair.edition.text)], open: link.reader(document.documentId, pair.document) })) }] : []),
    ...(alone.length > 0 ? [{ id: 'alone', name: 'In this document only', rows: alone.map((own) => ({ id: String(own.start), cells: [cell(own.text), none], open: link.reader(document.documentId, own) })) }] : []),
  ];
}

function TopicPanel({ topics, start }: { topics: SourceTopics; start: number | null }) {
  const pair = topics.shared.find(({ document }) => document.start === start);
  const own = pair?.document ?? topics.alone.find((each) => each.start === start);
  if (!own) {
    return (
      <>
        <PanelHead title="Nothing in hand" />
        <PanelSection>
          <p className="faint">Each row puts what the document says beside the words of the edition that speak of the same things. They are found by rare words in common; no rewording and no agreement is claimed.</p>
        </PanelSection>
      </>
    );
  }
  return (
    <>
      <PanelHead title={topics.document.identifier ?? topics.document.title} />
      <PanelSection>
        <p className="faint figures">{dateOf(topics.document)}{own.page !== null && `, p. ${own.page}`}{own.label !== null && `, para. ${own.label}`}{topics.document.classification && ` · ${topics.document.classification}`}</p>
        <p className="ledger-said">{own.text}</p>
        <PassageTools passage={{ documentId: topics.document.documentId, start: own.start, end: own.end }} />
      </PanelSection>
      {pair && topics.edition && (
        <PanelSection title={`Edition ${topics.edition.year}`}>
          <p className="ledger-said"><Link to={link.reader(topics.edition.documentId, pair.edition)}>{pair.edition.text}</Link></p>
          <p className="faint figures">{pair.edition.page !== null && `p. ${pair.edition.page} · `}{pair.similarity >= 0.35 ? 'probably the same topic' : 'perhaps the same topic'}</p>
        </PanelSection>
      )}
    </>
  );
}
