// What the claims of an edition rest on: those that lean on one source only, those whose sources are old, each with its sources.

import { Quote } from 'lucide-react';
import { useMemo } from 'react';
import { oldSource, type SourcedClaim } from '../../../../shared/core/source-claims.ts';
import type { CountrySources } from '../../../../shared/rpc/contract/sources.ts';
import { useQuery } from '../../../backend/use-query.ts';
import { isOneOf, useSetting } from '../../../backend/use-setting.ts';
import { Button } from '../../../components/button.tsx';
import { Select } from '../../../components/fields.tsx';
import { Link } from '../../../components/link.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../../components/notes.tsx';
import { PanelHead, Panels, PanelSection } from '../../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../../components/tabs.tsx';
import { link, navigate } from '../../../routes.ts';
import { PassageTools } from '../ledger/passage-tools.tsx';
import { RowList } from '../ledger/row-list.tsx';
import type { SectionProps } from './section-buttons.tsx';

const filters = ['single', 'old', 'all'] as const;
type Filter = (typeof filters)[number];
/** Old sources stand oldest first, the others as in the text. */
const filterNames: Record<Filter, string> = { single: 'On one source', old: 'On old sources', all: 'All' };

export function ClaimsSection({ countryName, sources, row, onRow, buttons }: SectionProps & { sources: CountrySources }) {
  // In the address: the document, and behind a colon where the claim in hand begins.
  const [chosenId, start] = (row ?? '').split(':');
  const summary = sources.claims.find(({ documentId }) => documentId === chosenId) ?? sources.claims.at(-1) ?? null;
  const [filter, setFilter] = useSetting<Filter>('compare.claims.filter', 'single', isOneOf(filters));
  const claims = useQuery('sources.claims', { documentId: summary?.documentId ?? '' }, { enabled: summary !== null, keepPrevious: false });
  const { data } = claims;
  const groups = useMemo(() => {
    const own = (data?.claims ?? []).filter((claim) => filter === 'all' || (filter === 'single' ? claim.sources.length === 1 : claim.newest !== null && (data?.year ?? 0) - claim.newest >= oldSource));
    const ordered = filter !== 'old' ? own : own.toSorted((one, other) => (one.newest ?? 9999) - (other.newest ?? 9999) || one.start - other.start);
    const documentId = data?.documentId ?? '';
    return ordered.length === 0 ? [] : [{
      id: 'claims',
      name: null,
      rows: ordered.map((claim) => ({
        id: `${documentId}:${claim.start}`,
        cells: [<span key="words" className="sources-words">{claim.text}</span>, <span key="sources" className="sources-clamped">{sourceWords(claim)}</span>, <span key="year" className="figures">{claim.newest ?? 'no year'}</span>],
        open: link.reader(documentId, claim),
      })),
    }];
  }, [data, filter]);
  const inHand = data?.claims.find((claim) => String(claim.start) === start && data.documentId === chosenId) ?? null;
  return (
    <Panels name="sources-claims" keepsInspector inspector={data && summary ? <ClaimPanel claim={inHand} documentId={data.documentId} summary={summary} /> : null} inspectorLabel="Claim" workWidth={560}>
      <Toolbar label="Sources">
        {buttons}
        <ToolbarSpace />
        {summary && <Select label="Edition" hideLabel className="sources-edition-choice" choices={sources.claims.map(({ documentId, year }) => ({ id: documentId, label: String(year) }))} value={summary.documentId} onChange={(id) => onRow(id)} />}
        {summary && <Select label="Show" hideLabel className="ledger-filter" choices={filters.map((id) => ({ id, label: filterNames[id] }))} value={filter} onChange={(id) => setFilter(filters.find((each) => each === id) ?? 'single')} />}
      </Toolbar>
      {summary === null ? (
        <EmptyState title={`No edition of ${countryName} numbers its sources`} icon={Quote} action={<Button onPress={() => navigate(link.library())}>Go to the library</Button>}>Claims and their sources are read from reports that print reference numbers and a list of references.</EmptyState>
      ) : claims.errorSentence ? (
        <ErrorNote onRetry={claims.refetch}>{claims.errorSentence}</ErrorNote>
      ) : !data ? (
        <Waiting />
      ) : groups.length === 0 ? (
        <EmptyState title={filter === 'single' ? `No claim of ${summary.year} leans on one source only` : `No claim of ${summary.year} fits this filter`} action={<Button onPress={() => setFilter('all')}>Show all claims</Button>} />
      ) : (
        <RowList label={`Claims of ${summary.year}`} heads={['Claim', filter === 'single' ? 'Its only source' : 'Sources', 'Newest']} groups={groups} className="sources-claims" inHand={row} onRow={onRow} />
      )}
    </Panels>
  );
}

function sourceWords({ sources }: SourcedClaim): string {
  const [first] = sources;
  return first && sources.length === 1 ? `${first.number}. ${first.text}` : sources.map(({ number }) => number).join(', ');
}

function ClaimPanel({ claim, documentId, summary }: { claim: SourcedClaim | null; documentId: string; summary: CountrySources['claims'][number] }) {
  if (!claim) {
    return (
      <>
        <PanelHead title={<>Sources of <span className="figures">{summary.year}</span></>} />
        <PanelSection>
          <p className="figures">{summary.claims} claims with a source, {summary.single} of them on one source only, {summary.old} on sources of {summary.year - oldSource} or before. {summary.references} sources are listed.</p>
          {summary.newest && <p className="figures">Newest source: {summary.newest.year}. <Link to={link.reader(documentId, summary.newest)}>{summary.newest.text}</Link></p>}
          <p className="faint">The year is the one the source prints, or that of the data it is made from; not the day on which it was looked up.</p>
        </PanelSection>
      </>
    );
  }
  return (
    <>
      <PanelHead title={claim.sources.length === 1 ? 'One source only' : `${claim.sources.length} sources`} />
      <PanelSection>
        {claim.page !== null && <p className="faint figures">{summary.year}, p. {claim.page}</p>}
        <p className="ledger-said">{claim.text}</p>
        <PassageTools passage={{ documentId, start: claim.start, end: claim.end }} />
      </PanelSection>
      <PanelSection title="Sources">
        <ol className="ledger-list">
          {claim.sources.map((source) => <li key={source.number}><p><span className="figures">{source.number}.</span> <Link to={link.reader(documentId, source)}>{source.text}</Link></p><p className="faint figures">{source.year ?? 'It names no year.'}</p></li>)}
        </ol>
      </PanelSection>
    </>
  );
}
