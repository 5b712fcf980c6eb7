// What a cable says of itself, decoded: identifier, time, addressees, tags, references, and the cross-checks between its parts.

import type { ReactNode } from 'react';
import type { TextRange } from '../../../shared/core/document.ts';
import type { Cable, CableAddressee, CableReference } from '../../../shared/core/recognition.ts';
import { useQuery } from '../../backend/use-query.ts';
import { documentDate } from '../../components/dates.ts';
import { unknown } from '../../components/document-words.ts';
import { Link } from '../../components/link.tsx';
import { Badge } from '../../components/marks.tsx';
import { PanelSection } from '../../components/panels.tsx';
import { link } from '../../routes.ts';

export function CableFacts({ cable, onGo }: { cable: Cable; onGo: (range: TextRange) => void }) {
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
          {cable.signature.length > 0 && <Line label="Signed">{cable.signature.join(', ')}</Line>}
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
      {cable.references.length > 0 && <References cable={cable} onGo={onGo} />}
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

function References({ cable, onGo }: { cable: Cable; onGo: (range: TextRange) => void }) {
  const documents = useQuery('documents.list', {}).data ?? [];
  const used = (letter: string | null) => cable.inTextReftels.filter((each) => letter !== null && each.letters.includes(letter)).flatMap((each) => cable.paragraphs.find((paragraph) => paragraph.n === each.paragraph) ?? []);
  return (
    <PanelSection title="References">
      <ul className="cable-references">
        {cable.references.map((reference, index) => {
          const cited = documents.find((document) => reference.value !== null && document.identifier === reference.value);
          return (
            <li key={`${String(index)} ${reference.raw}`}>
              <span className="cable-reference-letter">{reference.bullet ?? '·'}</span>
              <span>
                {cited ? (
                  <Link to={link.reader(cited.id)} title={cited.title}>
                    <code>{reference.value}</code>
                  </Link>
                ) : (
                  <code>{reference.value ?? reference.raw}</code>
                )}{' '}
                <span className="faint">{about(reference, cited !== undefined)}</span>
                {used(reference.bullet).map((paragraph) => (
                  <button key={paragraph.n} type="button" className="document-card-place faint" onClick={() => onGo(paragraph)}>
                    para. {paragraph.n}
                  </button>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </PanelSection>
  );
}

function about(reference: CableReference, isHere: boolean): string {
  const kind = reference.kind === 'cable' || reference.kind === 'other' ? '' : reference.kind;
  const year = reference.yearInferred ? 'year inferred' : '';
  return [kind, year, isHere ? '' : 'not in this project'].filter(Boolean).join(', ');
}

function sent(cable: Cable): string {
  const at = cable.dtg?.utc ?? cable.created;
  if (at === null) return unknown;
  const time = /T(\d{2}:\d{2})/.exec(at)?.[1];
  return `${documentDate(at)}${time === undefined ? '' : `, ${time} UTC`}`;
}

function addressees(list: readonly CableAddressee[]): ReactNode {
  if (list.length === 0) return unknown;
  return <Lines>{list.map((each) => `${each.name}${each.excluded ? ' (excluded)' : ''}`)}</Lines>;
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
