// The library: the documents of the project, and the ledger of their imports. Which of the two is shown is in the address.

import { useQuery } from '../../backend/use-query.ts';
import { Link } from '../../components/link.tsx';
import { Badge, CountBadge } from '../../components/marks.tsx';
import { link, type LibraryFilter } from '../../routes.ts';
import { DocumentsPart } from './documents-part.tsx';
import { LedgerPart } from './imports/ledger-part.tsx';
import './library.css';

type LibraryViewProps = { part: 'documents'; filter: LibraryFilter } | { part: 'imports'; status: string[] };

export function LibraryView(props: LibraryViewProps) {
  const parts = <LibraryParts part={props.part} />;
  return props.part === 'documents' ? <DocumentsPart filter={props.filter} parts={parts} /> : <LedgerPart status={props.status} parts={parts} />;
}

/** The two parts, at the left of both toolbars. */
function LibraryParts({ part }: { part: 'documents' | 'imports' }) {
  const summary = useQuery('projects.summary', {}).data;
  const ledger = useQuery('imports.list', { limit: 100_000 }).data;
  const failed = ledger?.filter((item) => item.status === 'failed').length ?? 0;
  return (
    <nav className="library-parts" aria-label="Parts of the library">
      <Link to={link.library()} className="library-part" aria-current={part === 'documents' ? 'page' : undefined}>
        Documents <CountBadge count={summary?.documents ?? 0} />
      </Link>
      <Link to={link.imports()} className="library-part" aria-current={part === 'imports' ? 'page' : undefined}>
        Imports <CountBadge count={ledger?.length ?? 0} />
        {failed > 0 && <Badge tone="gone">✗ {failed.toLocaleString('en')} failed</Badge>}
      </Link>
    </nav>
  );
}
