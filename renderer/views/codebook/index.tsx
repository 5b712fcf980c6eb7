// The codebook: its tags, what they are counted against, and how far two analysts agree. Each is a part of its own.

import { useState } from 'react';
import { useQuery } from '../../backend/use-query.ts';
import { useCommandHandler } from '../../components/commands.tsx';
import { ErrorNote, Waiting } from '../../components/notes.tsx';
import { type CodebookPartName, link, navigate, type UsePlace } from '../../routes.ts';
import { AgreementPart } from './agreement-part.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { MatrixPart } from './matrix-part.tsx';
import { PartLinks } from './part-links.tsx';
import { TagsPart } from './tags-part.tsx';
import { useCodebookExport } from './use-codebook-export.ts';
import './codebook.css';
import './codebook-matrix.css';

export function CodebookView({ tagId, part, place }: { tagId: string | null; part: CodebookPartName; place: UsePlace }) {
  const query = useQuery('tags.list', {});
  const [isImporting, setImporting] = useState(false);
  const hasTags = (query.data?.length ?? 0) > 0;
  const exportAs = useCodebookExport();
  useCommandHandler('codebook.import', () => setImporting(true));
  useCommandHandler('codebook.exportCsv', () => void exportAs('csv'), hasTags);
  useCommandHandler('codebook.exportQdc', () => void exportAs('qdc'), hasTags);
  useCommandHandler('codebook.together', () => navigate(link.codebookPart('together')), hasTags);
  useCommandHandler('codebook.years', () => navigate(link.codebookPart('years')), hasTags);
  useCommandHandler('codebook.countries', () => navigate(link.codebookPart('countries')), hasTags);
  useCommandHandler('codebook.agreement', () => navigate(link.codebookPart('agreement')), hasTags);

  if (query.errorSentence) return <ErrorNote onRetry={query.refetch}>{query.errorSentence}</ErrorNote>;
  if (!query.data) return <Waiting />;
  const tags = query.data;
  const shown = part === 'tags' || !hasTags ? 'tags' : part;
  return (
    <div className="codebook-view">
      {hasTags && <PartLinks part={shown} />}
      <div className="codebook-part">
        {shown === 'tags' ? (
          <TagsPart tags={tags} tagId={tagId} place={place} onImport={() => setImporting(true)} />
        ) : shown === 'agreement' ? (
          <AgreementPart tags={tags} />
        ) : (
          <MatrixPart key={shown} across={shown === 'together' ? 'tags' : shown} tags={tags} />
        )}
      </div>
      {isImporting && <ImportDialog onClose={() => setImporting(false)} />}
    </div>
  );
}
