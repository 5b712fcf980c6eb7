// The versions a document had, newest first, and what can be done: a newer file, reading again, an earlier version, carrying highlights over.

import { CopyPlus, FileUp, RefreshCw } from 'lucide-react';
import type { DocumentVersion } from '../../../shared/core/version.ts';
import { useQuery } from '../../backend/use-query.ts';
import { Button } from '../button.tsx';
import { dateAndTime, fileSize } from '../dates.ts';
import { PanelSection } from '../panels.tsx';
import { reasonWords } from './placement-words.ts';
import { useReread } from './use-reread.ts';
import { chooseNewerFile, openVersionSheet } from './version-sheets.ts';
import './versions.css';

export function FileHistory({ document }: { document: { id: string; title: string; annotations: number } }) {
  const versions = useQuery('versions.ofDocument', { id: document.id }, { keepPrevious: false }).data ?? [];
  const outdated = useQuery('versions.outdated', {}).data?.ids.includes(document.id) ?? false;
  const reread = useReread();
  return (
    <PanelSection title="File and reading">
      {outdated && <p className="faint">It was read by an older recogniser. Reading it again keeps your highlights.</p>}
      <div className="file-history-actions">
        <Button icon={FileUp} onPress={() => chooseNewerFile(document)}>
          Replace by a newer file…
        </Button>
        <Button icon={RefreshCw} onPress={() => void reread([document.id])}>
          Read again
        </Button>
        {document.annotations > 0 && (
          <Button icon={CopyPlus} onPress={() => openVersionSheet({ kind: 'carry', documentId: document.id, title: document.title })}>
            Carry highlights over…
          </Button>
        )}
      </div>
      {versions.length > 1 && (
        <ol className="file-history" aria-label="Earlier versions">
          {versions.map((version) => (
            <Version key={version.id} version={version} document={document} />
          ))}
        </ol>
      )}
    </PanelSection>
  );
}

function Version({ version, document }: { version: DocumentVersion; document: { id: string; title: string } }) {
  const { reason, fileName, madeAt, author, size, isCurrent, id } = version;
  return (
    <li>
      <span>
        {reasonWords[reason]}
        {isCurrent && <strong> · in force</strong>}
      </span>
      <span className="faint file-history-file" title={fileName}>
        {fileName.split('/').at(-1)}, {fileSize(size)}
      </span>
      <span className="faint">
        {dateAndTime(madeAt)}
        {author && `, ${author}`}
      </span>
      {!isCurrent && (
        <Button kind="quiet" onPress={() => openVersionSheet({ kind: 'return', documentId: document.id, title: document.title, versionId: id })} aria-label={`Return to this… (the version of ${dateAndTime(madeAt)})`}>
          Return to this…
        </Button>
      )}
    </li>
  );
}
