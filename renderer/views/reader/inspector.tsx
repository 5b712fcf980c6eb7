// The panel at the right of the reader: notes in step with what is read, what is known of the document, its values.

import type { RefObject } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { TextRange } from '../../../shared/core/document.ts';
import type { DocumentReading } from '../../../shared/core/library.ts';
import { KeyboardHint } from '../../components/button.tsx';
import { DataCard } from '../../components/data-card/data-card.tsx';
import { WaitingNote } from '../../components/versions/anchor-note.tsx';
import { Waiting } from '../../components/notes.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { DocumentCard } from './document-card.tsx';
import { type CardContext, HighlightMargin, type OpenedCard } from './highlight-margin.tsx';
import type { SeenHighlights } from './seen-highlights.ts';

/** Stands for highlights that are on their way. */
export const notYet: readonly ListedAnnotation[] = [];

export type InspectorTab = 'notes' | 'document' | 'values';

type InspectorProps = {
  reading: DocumentReading;
  tab: InspectorTab;
  onTab: (tab: InspectorTab) => void;
  /** Highlights in the document, those without a place among them. */
  annotations: readonly ListedAnnotation[];
  onGo: (range: TextRange) => void;
  /** What the cards stand beside. */
  margin: { scroller: RefObject<HTMLElement | null>; page: RefObject<HTMLElement | null>; seen: SeenHighlights };
  opened: OpenedCard | null;
  context: CardContext;
};

export function Inspector({ reading, tab, onTab, annotations, onGo, margin, opened, context }: InspectorProps) {
  const count = annotations.length;
  const { observations, tables } = reading.recognition;
  const hasValues = observations.length > 0 || tables.length > 0;
  return (
    <Tabs
      label="Notes and data"
      className="reader-inspector"
      selected={tab === 'values' && !hasValues ? 'document' : tab}
      onSelect={onTab}
      tabs={[
        { id: 'notes', label: `Notes${count > 0 ? ` ${count.toLocaleString('en')}` : ''}`, content: annotations === notYet ? <Waiting /> : count === 0 ? <FirstSteps /> : <><WaitingNote annotations={annotations} /><HighlightMargin {...margin} opened={opened} {...context} /></> },
        { id: 'document', label: 'Document', content: <DocumentCard reading={reading} onGo={onGo} /> },
        ...(hasValues ? [{ id: 'values' as const, label: observations.length > 0 ? 'Values' : 'Tables', content: <DataCard documentId={reading.document.id} tables={tables} /> }] : []),
      ]}
    />
  );
}

function FirstSteps() {
  return (
    <div className="reader-first-steps faint">
      <p>Nothing is highlighted here yet.</p>
      <p>
        Select a passage, or press <KeyboardHint command="reader.sentence" /> for a sentence and <KeyboardHint command="reader.paragraph" /> for a paragraph; then a digit or Enter tags it, <KeyboardHint command="reader.note" /> writes a note.
      </p>
    </div>
  );
}
