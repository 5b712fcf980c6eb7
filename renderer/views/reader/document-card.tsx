// What is known of the open document: its edition and level, where it comes from, what the importer warned of and left out, and
// the fields that correct it.

import type { ReactNode } from 'react';
import type { TextRange } from '../../../shared/core/document.ts';
import type { DocumentReading } from '../../../shared/core/library.ts';
import { dateAndTime, documentDate, fileSize } from '../../components/dates.ts';
import { editionOf, formatNames, kindNames, unknown } from '../../components/document-words.ts';
import { FileHistory } from '../../components/versions/file-history.tsx';
import { DocumentVersions } from '../../components/document-versions.tsx';
import { Badge, LevelMark } from '../../components/marks.tsx';
import { PanelSection } from '../../components/panels.tsx';
import { PicturesSection, startOfPage } from '../../components/pictures-section.tsx';
import { CorrectionFields } from '../../components/correction-fields.tsx';
import { CableFacts } from './cable-card.tsx';

type Going = { onGo: (range: TextRange) => void };

export function DocumentCard({ reading, onGo }: { reading: DocumentReading } & Going) {
  const { document, recognition } = reading;
  return (
    <div className="document-card">
      <PanelSection title={document.title}>
        <dl className="facts">
          <Fact label="Edition">{editionOf(document)}</Fact>
          <Fact label="Kind">{kindNames[document.kind]}</Fact>
          {(document.kind === 'ilab-report' || document.kind === 'ilab-page') && <Level reading={reading} onGo={onGo} />}
          {document.classification && document.kind !== 'cable' && (
            <Fact label="Marking">
              <Badge>{document.classification}</Badge>
            </Fact>
          )}
          <Fact label="Issuer">{document.issuer ?? unknown}</Fact>
          {document.kind !== 'cable' && <Fact label="Date">{document.date === null ? unknown : documentDate(document.date)}</Fact>}
          {document.author && <Fact label="Author">{document.author}</Fact>}
        </dl>
      </PanelSection>
      {recognition.cable && <CableFacts documentId={document.id} cable={recognition.cable} onGo={onGo} />}
      {recognition.goods.length > 0 && <Goods reading={reading} onGo={onGo} />}
      {recognition.facts.length > 0 && !recognition.cable && (
        <PanelSection title="Said of itself">
          <dl className="facts">
            {recognition.facts.map((fact) => (
              <Fact key={`${fact.label} ${fact.value}`} label={fact.label}>
                <Place range={fact} onGo={onGo}>
                  {fact.value}
                </Place>
              </Fact>
            ))}
          </dl>
        </PanelSection>
      )}
      <PicturesSection documentId={document.id} onGo={(number) => onGoToPage(reading, number, onGo)} />
      <DocumentVersions documentId={document.id} />
      <FileHistory document={document} />
      <Warnings reading={reading} />
      <PanelSection title="Correct">
        <CorrectionFields key={document.id} documents={[document]} />
      </PanelSection>
      <PanelSection title="File">
        <dl className="facts">
          <Fact label="File">{document.fileName}</Fact>
          <Fact label="Format">
            {formatNames[document.format] ?? document.format}, {fileSize(document.size)}
          </Fact>
          <Fact label="Length">
            {document.pages > 0 && `${document.pages.toLocaleString('en')} ${document.pages === 1 ? 'page' : 'pages'}, `}
            {document.characters.toLocaleString('en')} characters
          </Fact>
          <Fact label="Imported">{dateAndTime(document.importedAt)}</Fact>
        </dl>
      </PanelSection>
      {reading.leftOut.length > 0 && <LeftOutList reading={reading} />}
    </div>
  );
}

function onGoToPage(reading: DocumentReading, number: number, onGo: Going['onGo']): void {
  const range = startOfPage(reading.pages, number);
  if (range) onGo(range);
}

function Level({ reading, onGo }: { reading: DocumentReading } & Going) {
  const { level } = reading.recognition;
  return (
    <Fact label="Level">
      {level ? (
        <Place range={level} onGo={onGo}>
          <span className="document-card-level">
            <LevelMark level={{ ...level, qualifier: null }} withName />
            {level.qualifier && <span className="document-card-qualifier">– {level.qualifier}</span>}
          </span>
        </Place>
      ) : (
        unknown
      )}
    </Fact>
  );
}

function Goods({ reading, onGo }: { reading: DocumentReading } & Going) {
  return (
    <PanelSection title="Goods on its lists">
      <ul className="document-card-goods">
        {reading.recognition.goods.map((good) => (
          <li key={good.name}>
            <Place range={good} onGo={onGo}>
              {good.name}
            </Place>
            {good.childLabor && <Badge>child labor</Badge>}
            {good.forcedLabor && <Badge>forced labor</Badge>}
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

function Warnings({ reading }: { reading: DocumentReading }) {
  const messages = [...new Set([...reading.warnings, ...reading.recognition.warnings].map((warning) => warning.message))];
  if (messages.length === 0) return null;
  return (
    <PanelSection title="Warnings at import">
      <ul className="document-card-list">
        {messages.map((message) => (
          <li key={message}>! {message}</li>
        ))}
      </ul>
    </PanelSection>
  );
}

/** More are counted, not listed: the running head of 1,000 pages is the same line each time. */
const mostListed = 60;

function LeftOutList({ reading }: { reading: DocumentReading }) {
  const { leftOut } = reading;
  const reasons = Map.groupBy(leftOut, (each) => each.reason);
  return (
    <PanelSection title="Left out of the text">
      {[...reasons].map(([reason, each]) => (
        <details key={reason} className="document-card-left-out">
          <summary>
            {reason} <span className="faint figures">{each.length.toLocaleString('en')}</span>
          </summary>
          <ul className="document-card-list">
            {each.slice(0, mostListed).map((left, index) => (
              <li key={`${String(index)} ${left.text.slice(0, 40)}`}>
                {left.page !== null && <span className="faint figures">p. {left.page} </span>}
                {left.text.slice(0, 300)}
              </li>
            ))}
            {each.length > mostListed && <li className="faint">and {(each.length - mostListed).toLocaleString('en')} more</li>}
          </ul>
        </details>
      ))}
    </PanelSection>
  );
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A value that leads to its passage, when it has one. */
export function Place({ range, onGo, children }: { range: { start: number | null; end: number | null }; children: ReactNode } & Going) {
  const { start, end } = range;
  if (start === null || end === null || end <= start) return children;
  return (
    <button type="button" className="document-card-place" onClick={() => onGo({ start, end })}>
      {children}
    </button>
  );
}
