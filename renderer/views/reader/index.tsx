// The reader: one document with its outline, highlights and what is known of it, or two beside each other; the others that are open
// stand as tabs.

import { BookOpen } from 'lucide-react';
import type { TextRange } from '../../../shared/core/document.ts';
import { useQuery } from '../../backend/use-query.ts';
import { Button } from '../../components/button.tsx';
import { editionOf } from '../../components/document-words.ts';
import { Link } from '../../components/link.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../components/notes.tsx';
import { link, navigate, type ReaderShown } from '../../routes.ts';
import { DocumentReader } from './document-reader.tsx';
import { Beside } from './beside.tsx';
import { OpenDocuments, useOpenDocuments } from './open-documents.tsx';
import './reader.css';
import './reader-text.css';
import './reader-highlights.css';
import './reader-margin.css';

/** Documents offered where none is open. */
const mostOffered = 8;

export function ReaderView({ documentId, at, shown, beside }: { documentId: string | null; at: TextRange | null; shown: ReaderShown | null; beside: string | null }) {
  const documents = useQuery('documents.list', {});
  const { open, close } = useOpenDocuments(documentId, documents.data);
  if (documents.errorSentence) return <ErrorNote onRetry={documents.refetch}>{documents.errorSentence}</ErrorNote>;
  if (!documents.data) return <Waiting />;
  const other = documents.data.find((document) => document.id === beside) ?? null;
  const tabs = <OpenDocuments open={open} documents={documents.data} shownId={documentId} besideId={other?.id ?? null} onClose={close} />;

  if (documentId !== null && documents.data.some((document) => document.id === documentId)) {
    if (other) return <Beside documentId={documentId} at={at} shown={shown} other={other} tabs={tabs} />;
    return <DocumentReader key={documentId} documentId={documentId} at={at} shown={shown} tabs={tabs} />;
  }
  const offered = documents.data.slice(0, mostOffered);
  return (
    <div className="reader-none">
      {tabs}
      <EmptyState
        title={documentId !== null ? 'This document is not in the project any more' : documents.data.length === 0 ? 'No documents yet' : 'No document is open'}
        icon={BookOpen}
        action={<Button kind="primary" onPress={() => navigate(link.library())}>Go to the library</Button>}
      >
        {documentId !== null && <p>It may have been removed; undo brings it back.</p>}
        {documents.data.length === 0 && documentId === null && <p>Drop files or a folder anywhere in this window to import them.</p>}
        {offered.length > 0 && (
          <ul className="reader-offered">
            {offered.map((document) => (
              <li key={document.id}>
                <Link to={link.reader(document.id)}>{document.title}</Link> <span className="faint">{editionOf(document)}</span>
              </li>
            ))}
          </ul>
        )}
      </EmptyState>
    </div>
  );
}
