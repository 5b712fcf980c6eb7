// What a report lists beside its values: activities, institutions, laws, references. Each entry leads to its words; the lists are folded until asked for.

import type { ReactNode } from 'react';
import { institutionNames, type NamedBasis, remarkWords } from '../../../shared/core/listing.ts';
import type { Citation, Institution, InstitutionKind, ListedActivity, Reference, YearRemark } from '../../../shared/core/recognition.ts';
import { useQuery } from '../../backend/use-query.ts';
import { link } from '../../routes.ts';
import { Link } from '../link.tsx';
import { Badge, type Tone } from '../marks.tsx';
import { ErrorNote } from '../notes.tsx';
import { placeOf } from './observed-value.tsx';
import './listings.css';

type Placed = { start: number | null; end: number | null };

const kinds: readonly InstitutionKind[] = ['agency', 'body', 'policy', 'program'];

export function ListingsCard({ documentId }: { documentId: string }) {
  const lists = useQuery('listings.ofDocument', { id: documentId }, { keepPrevious: false });
  if (lists.errorSentence) return <ErrorNote onRetry={lists.refetch}>{lists.errorSentence}</ErrorNote>;
  if (!lists.data) return null;
  const { activities, institutions, legalBases, references, citations } = lists.data;
  const placeLink = (placed: Placed, children: ReactNode) => (placeOf(placed) ? <Link to={link.reader(documentId, placeOf(placed))}>{children}</Link> : children);
  const folded: [string, number, ReactNode][] = [
    ['Activities', activities.length, <Activities key="activities" activities={activities} placeLink={placeLink} />],
    ['Legislation', legalBases.length, <Legislation key="legislation" bases={legalBases} placeLink={placeLink} />],
    ...kinds.map((kind): [string, number, ReactNode] => {
      const own = institutions.filter((institution) => institution.kind === kind);
      return [institutionNames[kind], own.length, <Institutions key={kind} institutions={own} placeLink={placeLink} />];
    }),
    ['References', references.length, <References key="references" references={references} citations={citations} placeLink={placeLink} />],
  ];
  const shown = folded.filter(([, count]) => count > 0);
  if (shown.length === 0) return null;
  return (
    <div className="listings">
      {shown.map(([title, count, content]) => (
        <details key={title} className="listings-part">
          <summary>
            {title} <span className="faint figures">{count}</span>
          </summary>
          {content}
        </details>
      ))}
    </div>
  );
}

type Linking = { placeLink: (placed: Placed, children: ReactNode) => ReactNode };

function Activities({ activities, placeLink }: { activities: ListedActivity[] } & Linking) {
  return [...Map.groupBy(activities, ({ sector }) => sector)].map(([sector, own]) => (
    <div key={sector}>
      <h4 className="data-card-area">{sector}</h4>
      <ul className="listings-list">
        {own.map((activity, index) => (
          <li key={index}>
            {placeLink(activity, activity.activity)}
            {activity.territory && <span className="faint"> {activity.territory}</span>} {activity.hazardous && <Badge title={markedWords(activity, /hazardous/iu)}>hazardous</Badge>} {activity.limitedEvidence && <Badge tone="unknown" title={markedWords(activity, /evidence/iu)}>limited evidence</Badge>}
          </li>
        ))}
      </ul>
    </div>
  ));
}

/** The words that a sign marks, for a list of which only some are meant. */
function markedWords({ marks }: ListedActivity, note: RegExp): string {
  return marks.filter((mark) => note.test(mark.note ?? '')).map(({ words }) => words).join('; ');
}

function Legislation({ bases, placeLink }: { bases: NamedBasis[] } & Linking) {
  return (
    <ul className="listings-list">
      {bases.map((basis, index) => (
        <li key={index}>
          <span className="listings-label">
            {basis.name}
            {basis.territory && `, ${basis.territory}`}
          </span>
          {basis.laws.map((law) => (
            <span key={law.start} className="listings-law">
              {placeLink(law, law.provision === null ? law.law : `${law.law}, ${law.provision}`)}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

const tones: Partial<Record<YearRemark['kind'], Tone>> = { started: 'new', resumed: 'new', ended: 'gone', inactive: 'gone', 'activity-unknown': 'unknown' };

function Institutions({ institutions, placeLink }: { institutions: Institution[] } & Linking) {
  return (
    <ul className="listings-list">
      {institutions.map((institution, index) => (
        <li key={index}>
          {placeLink(institution, institution.name)} {institution.years && <span className="faint figures">{institution.years}</span>}
          {distinctRemarks(institution).map((remark) => (
            <span key={remarkWords(remark)} className="listings-remark">
              {' '}
              <Badge tone={tones[remark.kind] ?? 'plain'} title={remark.text}>
                {remarkWords(remark)}
              </Badge>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** Each remark once; that a body was active says little beside what else is said of it. */
function distinctRemarks({ remarks }: Institution): YearRemark[] {
  const once = remarks.filter((remark, index) => remarks.findIndex((other) => remarkWords(other) === remarkWords(remark)) === index);
  return once.filter(({ kind }) => kind !== 'other' && (kind !== 'active' || once.length === 1));
}

function References({ references, citations, placeLink }: { references: Reference[]; citations: Citation[] } & Linking) {
  return (
    <ol className="listings-references">
      {references.map((reference, index) => {
        const claims = citations.filter((citation) => citation.references.includes(reference.number));
        return (
          <li key={index} value={reference.number}>
            {placeLink(reference, reference.text)}
            {claims.length > 0 && (
              <span className="listings-claims figures">
                {' '}
                cited
                {claims.map((claim, at) => (
                  <span key={claim.start}> {placeLink({ start: claim.claimStart, end: claim.end }, claim.page === null ? String(at + 1) : `p. ${claim.page}`)}</span>
                ))}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
