// The documents of a country down the years: editions as stations, what lies between them indented. One of those between can be chosen.

import { formatDate } from '../../../../shared/core/citation.ts';
import type { TimelineDocument, TimelineEdition, TimelineGap } from '../../../../shared/core/source-timeline.ts';
import type { CountrySources } from '../../../../shared/rpc/contract/sources.ts';
import { classes } from '../../../components/button.tsx';
import { kindNames } from '../../../components/document-words.ts';
import { Link } from '../../../components/link.tsx';
import { link } from '../../../routes.ts';

export function TimelineList({ sources, chosen, onChoose }: { sources: CountrySources; chosen: string | null; onChoose: (documentId: string) => void }) {
  return (
    <ol className="sources-timeline" aria-label={`Documents of ${sources.countryName} by year`}>
      {sources.timeline.map((each) => (each.kind === 'edition' ? <Edition key={`edition ${each.year}`} edition={each} sources={sources} /> : <Gap key={`gap ${each.after} ${each.before}`} gap={each} chosen={chosen} onChoose={onChoose} />))}
    </ol>
  );
}

function Edition({ edition, sources }: { edition: TimelineEdition; sources: CountrySources }) {
  const [main, ...others] = edition.documents;
  const claims = sources.claims.find(({ year }) => year === edition.year);
  return (
    <li className="sources-edition">
      <p>{main && <Link to={link.reader(main.documentId)} className="figures"><strong>{edition.year}</strong> {kindNames[main.kind]}</Link>}{others.length > 0 && <span className="faint figures"> and {others.length} more</span>}</p>
      {claims && <p className="faint figures">{claims.claims} claims, {claims.single} on one source{claims.newest && `; newest source ${claims.newest.year}`}</p>}
    </li>
  );
}

function Gap({ gap, chosen, onChoose }: { gap: TimelineGap; chosen: string | null; onChoose: (documentId: string) => void }) {
  return (
    <li className="sources-gap">
      {gap.missing.length > 0 && <p className="faint figures">No edition of {gap.missing.join(', ')}</p>}
      {gap.documents.map((document) => (
        <button key={document.documentId} type="button" className={classes('sources-document', document.documentId === chosen && 'sources-chosen')} aria-pressed={document.documentId === chosen} onClick={() => onChoose(document.documentId)}>
          <span className="faint figures">{dateOf(document)} · {kindNames[document.kind]}</span>
          <span>{document.identifier ?? document.title}</span>
        </button>
      ))}
    </li>
  );
}

export function dateOf({ date, year }: TimelineDocument): string {
  return date === null ? String(year) : formatDate(date, 'short');
}
