// What a cable says of itself, decoded: identifier, time, addressees, tags, references, and the cross-checks between its parts.

import type { ReactNode } from 'react';
import type { TextRange } from '../../../shared/core/document.ts';
import type { Cable, CableAddressee, CableReference } from '../../../shared/core/recognition.ts';
import { useQuery } from '../../backend/use-query.ts';
import { documentDate } from '../../components/dates.ts';
import { unknown } from '../../components/document-words.ts';
import { CitedCables } from '../../components/cited-cables.tsx';
import { Link } from '../../components/link.tsx';
import { Badge } from '../../components/marks.tsx';
import { PanelSection } from '../../components/panels.tsx';
import { link } from '../../routes.ts';

export function CableFacts({ documentId, cable, onGo }: { documentId: string; cable: Cable; onGo: (range: TextRange) => void }) {
  const failed = cable.checks.filter((check) => !check.ok);
  return (
    <>
      <PanelSection title="Cable">
        <dl className="facts">
          <Line label="Identifier">
            <code>{cable.id ?? unknown}</code>
            {cable.publishedId !== null && cable.publishedId !== cable.id && <span className="faint"> published as {cable.publishedId}</span>}
          </Line>
          <Line label="Sent">{sent(cable)}</Line>
          {cable.released !== null && <Line label="Released">{documentDate(cable.released)}</Line>}
          {precedence(cable) !== null && <Line label="Precedence">{precedence(cable)}</Line>}
          <Line label="Marking">
            <Badge>{cable.classification ?? unknown}</Badge> {cable.captions.join(', ')}
          </Line>
          <Line label="From">{cable.from ?? cable.origin ?? unknown}</Line>
          <Line label="To">{addressees(cable.to)}</Line>
          {cable.info.length > 0 && <Line label="Info">{addressees(cable.info)}</Line>}
          {cable.attention.length > 0 && (
            <Line label="Attention">
              <Lines>{cable.attention.map(({ office, for: whom }) => [office, whom].filter(Boolean).join(' for '))}</Lines>
            </Line>
          )}
          {cable.eo && (
            <Line label={`E.O. ${cable.eo.order}`}>
              {cable.eo.decl ?? cable.eo.raw}
            </Line>
          )}
          {cable.classifiedBy !== null && <Line label="Classified by">{cable.classifiedBy}</Line>}
          {cable.signature.length > 0 && (
            <Line label="Signed">
              {cable.signature.join(', ')} <span className="faint">as chief of mission or acting, not as the writer</span>
            </Line>
          )}
        </dl>
      </PanelSection>
      {cable.tagMeanings.length > 0 && (
        <PanelSection title="Tags decoded">
          <dl className="facts">
            {cable.tagMeanings.map(({ tag, meaning }) => (
              <Line key={tag} label={tag}>
                {meaning ?? unknown}
              </Line>
            ))}
          </dl>
        </PanelSection>
      )}
      <References documentId={documentId} cable={cable} onGo={onGo} />
      <PanelSection title={failed.length === 0 ? 'Cross-checks: all agree' : `Cross-checks: ${String(failed.length)} of ${String(cable.checks.length)} differ`}>
        <ul className="cable-checks">
          {[...failed, ...cable.checks.filter((check) => check.ok)].map((check) => (
            <li key={check.check} className={check.ok ? 'cable-check-ok' : 'cable-check-off'}>
              <span className="cable-check-sign" aria-hidden>
                {check.ok ? '✓' : '!'}
              </span>
              <span>
                <span className="visually-hidden">{check.ok ? 'Agrees: ' : 'Differs: '}</span>
                <span className="cable-check-name">{check.check}</span> <span className="faint">{check.detail}</span>
              </span>
            </li>
          ))}
        </ul>
      </PanelSection>
    </>
  );
}

/** What it cites, with the paragraphs that do, and what cites it; before that is known, REF as printed. */
function References({ documentId, cable, onGo }: { documentId: string; cable: Cable; onGo: (range: TextRange) => void }) {
  const citations = useQuery('cables.ofDocument', { id: documentId }).data;
  const others = cable.references.filter(({ value }) => citations === undefined || value === null);
  return (
    <>
      {citations && <CitedCables title="Cites" cables={citations.cites} documentId={documentId} goTo="reader" nameOfPlace={(place) => placeName(cable, place)} />}
      {others.length > 0 && (
        <PanelSection title={citations ? 'Also refers to' : 'References'}>
          <ul className="cable-references">
            {others.map((reference, index) => (
              <li key={`${String(index)} ${reference.raw}`}>
                <span className="cable-reference-letter">{reference.bullet ?? '·'}</span>
                <span>
                  {reference.value ?? reference.raw} <span className="faint">{about(reference)}</span>
                  {typeof reference.start === 'number' && typeof reference.end === 'number' && <PlaceButton place={{ start: reference.start, end: reference.end }} onGo={onGo} />}
                </span>
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      {citations && <CitedCables title="Cited by" cables={citations.citedBy} documentId={null} goTo="reader" />}
      {citations && citations.copies.length > 0 && (
        <PanelSection title="Another copy of this cable">
          <ul>
            {citations.copies.map((copy) => (
              <li key={copy.id}>
                <Link to={link.reader(copy.id)}>{copy.title}</Link>
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      {citations && (
        <p className="cable-map">
          <Link to={link.cables(citations.identifier ?? documentId)}>Show among all cables</Link>
        </p>
      )}
    </>
  );
}

function placeName(cable: Cable, place: TextRange): string | null {
  if (cable.references.some(({ start, end }) => start === place.start && end === place.end)) return 'in REF';
  const paragraph = cable.paragraphs.find(({ start, end }) => start <= place.start && place.end <= end);
  return paragraph ? `para. ${String(paragraph.n)}` : null;
}

function PlaceButton({ place, onGo }: { place: TextRange; onGo: (range: TextRange) => void }) {
  return (
    <button type="button" className="document-card-place faint" onClick={() => onGo(place)}>
      in REF
    </button>
  );
}

function about(reference: CableReference): string {
  return reference.kind === 'cable' ? (reference.yearInferred ? 'year not printed' : '') : reference.kind === 'other' ? 'not a cable' : reference.kind;
}

function sent(cable: Cable): string {
  const at = cable.dtg?.utc ?? cable.created;
  if (at === null) return unknown;
  const time = /T(\d{2}:\d{2})/.exec(at)?.[1];
  return `${documentDate(at)}${time === undefined ? '' : `, ${time} UTC`}`;
}

const precedences: Readonly<Record<string, string>> = { Z: 'Flash', O: 'Immediate', P: 'Priority', R: 'Routine' };

/** "Immediate; for information priority": one for those who act, perhaps another for those who are informed. */
function precedence(cable: Cable): string | null {
  const letters = (cable.dtg?.precedence ?? cable.precedence ?? '').split(/\s+/).filter(Boolean);
  const words = letters.map((group) => precedences[group[0] ?? ''] ?? group);
  const [action, information] = words;
  if (action === undefined) return null;
  return information === undefined ? action : `${action}; for information ${information.toLowerCase()}`;
}

function addressees(list: readonly CableAddressee[]): ReactNode {
  if (list.length === 0) return unknown;
  return <Lines>{list.map((each) => [each.name, each.precedence?.toLowerCase(), each.excluded ? 'excluded' : null].filter(Boolean).join(', '))}</Lines>;
}

function Lines({ children }: { children: readonly string[] }) {
  return (
    <ul>
      {children.map((line, index) => (
        <li key={`${String(index)} ${line}`}>{line}</li>
      ))}
    </ul>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
