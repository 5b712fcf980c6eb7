// Fetches one document with its highlights and hands them to the reading room. Until they are there its panels stand empty.

import { type ReactNode, useEffect, useMemo } from 'react';
import type { TextRange } from '../../../shared/core/document.ts';
import { useQuery } from '../../backend/use-query.ts';
import { isOneOf, useSetting } from '../../backend/use-setting.ts';
import { EmptyState, ErrorNote, Waiting } from '../../components/notes.tsx';
import { Panels } from '../../components/panels.tsx';
import { CableMentions, withCableMentions } from './cable-mentions.tsx';
import { notYet } from './inspector.tsx';
import { ReadingRoom } from './reading-room.tsx';
import { sameTags, useSteady } from './steady.ts';
import { useEarlyPdf } from './pages/use-pdf.ts';
import { type Mode, modes } from './use-views.ts';

/** As many are fetched in the time the text takes. */
const fewAnnotations = 500;

export function DocumentReader({ documentId, at, shown, tabs }: { documentId: string; at: TextRange | null; shown: Mode | null; tabs: ReactNode }) {
  const reading = useQuery('documents.reading', { id: documentId }, { keepPrevious: false });
  const tags = useQuery('tags.list', {});
  const annotations = useQuery('annotations.list', { documentId, limit: 100_000 }, { keepPrevious: false });
  const steadyTags = useSteady(tags.data, sameTags);
  // Where there are many the text does not wait for them, unless one of them may be gone to.
  const shownAnnotations = annotations.data ?? (at === null && (reading.data?.document.annotations ?? 0) > fewAnnotations ? notYet : undefined);
  const [kept] = useSetting<Mode>('reader.view', 'text', isOneOf(modes));
  const summary = useQuery('documents.list', {}).data?.find(({ id }) => id === documentId);
  useEarlyPdf(documentId, summary?.format === 'pdf' && (shown ?? kept) !== 'text');
  const linked = useMemo(() => reading.data && withCableMentions(reading.data), [reading.data]);
  useEffect(
    () => () => {
      document.getSelection()?.removeAllRanges();
    },
    [],
  );

  const failed = [reading, annotations, tags].find((query) => query.errorSentence !== null);
  if (failed) return <ErrorNote onRetry={failed.refetch}>{failed.errorSentence}</ErrorNote>;
  if (!reading.data || !shownAnnotations || !steadyTags) {
    return (
      <Panels name="reader" list={<></>} listLabel="Outline" inspector={<></>} inspectorLabel="Notes and data">
        {tabs}
        <Waiting />
      </Panels>
    );
  }
  if (reading.data.text === '' && (reading.data.document.format !== 'pdf' || reading.data.pages.length === 0)) {
    return (
      <Panels name="reader">
        {tabs}
        <EmptyState title="There is no text in this document">It may be a scan, or its text may lie in pictures. The import ledger says what was found.</EmptyState>
      </Panels>
    );
  }
  return (
    <CableMentions reading={reading.data}>
      <ReadingRoom reading={linked ?? reading.data} annotations={shownAnnotations} tags={steadyTags} at={at} shown={shown} tabs={tabs} />
    </CableMentions>
  );
}
