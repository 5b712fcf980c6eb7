// The library: the documents of the project, what is to be confirmed of them, the ledger of their imports, and those that may be versions of each other. Which of
// them is shown is in the address.

import { useQuery } from '../../backend/use-query.ts';
import { Link } from '../../components/link.tsx';
import { Badge, CountBadge } from '../../components/marks.tsx';
import { link, type LibraryFilter, type ReviewFilter } from '../../routes.ts';
import { DocumentsPart } from './documents-part.tsx';
import type { LedgerFilter } from './imports/ledger.ts';
import { LedgerPart } from './imports/ledger-part.tsx';
import { PairsPart } from './imports/pairs-part.tsx';
import { DoubtsPart } from '../review/doubts-part.tsx';
import { MetadataPart } from './metadata/metadata-part.tsx';
import './library.css';

type LibraryViewProps = { part: 'documents'; filter: LibraryFilter } | ({ part: 'imports' } & LedgerFilter) | { part: 'pairs'; decided: boolean } | { part: 'doubts'; doubtId: string | null } | { part: 'metadata'; filter: ReviewFilter };

export function LibraryView(props: LibraryViewProps) {
  const parts = <LibraryParts part={props.part} />;
  switch (props.part) {
    case 'documents':
      return <DocumentsPart filter={props.filter} parts={parts} />;
    case 'imports':
      return <LedgerPart filter={{ status: props.status, formats: props.formats, runs: props.runs, text: props.text }} parts={parts} />;
    case 'metadata':
      return <MetadataPart filter={props.filter} parts={parts} />;
    case 'doubts':
      return <DoubtsPart doubtId={props.doubtId} parts={parts} />;
    case 'pairs':
      return <PairsPart isDecided={props.decided} parts={parts} />;
  }
}

/** The parts, at the left of their toolbars. */
function LibraryParts({ part }: { part: LibraryViewProps['part'] }) {
  const summary = useQuery('projects.summary', {}).data;
  const counts = useQuery('imports.counts', {}).data;
  const toConfirm = useQuery('metadata.open', {}).data?.documents ?? 0;
  const doubts = (useQuery('doubts.counts', {}).data ?? []).reduce((sum, { doubtful, lost }) => sum + doubtful + lost, 0);
  const pairs = useQuery('pairs.list', {}).data?.length ?? 0;
  const cables = useQuery('documents.list', {}).data?.filter((document) => document.kind === 'cable').length ?? 0;
  const lines = counts ? counts.waiting + counts.ok + counts.warnings + counts.duplicate + counts.failed + counts.cancelled : 0;
  return (
    <nav className="library-parts" aria-label="Parts of the library">
      <Link to={link.library()} className="library-part" aria-current={part === 'documents' ? 'page' : undefined}>
        Documents <CountBadge count={summary?.documents ?? 0} />
      </Link>
      <Link to={link.metadata()} className="library-part" aria-current={part === 'metadata' ? 'page' : undefined} title="Documents with a field that asks for a look">
        To confirm <CountBadge count={toConfirm} />
      </Link>
      <Link to={link.imports()} className="library-part" aria-current={part === 'imports' ? 'page' : undefined}>
        Imports <CountBadge count={lines} />
        {counts && counts.failed > 0 && <Badge tone="gone">✗ {counts.failed.toLocaleString('en')} failed</Badge>}
      </Link>
      {(doubts > 0 || part === 'doubts') && (
        <Link to={link.doubts()} className="library-part" aria-current={part === 'doubts' ? 'page' : undefined} title="Highlights whose place is doubtful or lost">
          To place <CountBadge count={doubts} />
        </Link>
      )}
      {(pairs > 0 || part === 'pairs') && (
        <Link to={link.pairs()} className="library-part" aria-current={part === 'pairs' ? 'page' : undefined} title="Revised editions, and the same text in another form">
          Possible versions <CountBadge count={pairs} />
        </Link>
      )}
      {cables > 0 && (
        <Link to={link.cables()} className="library-part" title="Which cables cite which">
          Cables <CountBadge count={cables} />
        </Link>
      )}
    </nav>
  );
}
