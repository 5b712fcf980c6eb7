// The selected lines of the ledger: the whole reason, the documents a file became, and what can be done: open, try again, read as another kind.

import { RotateCw } from 'lucide-react';
import type { DocumentPair } from '../../../../shared/core/document-pair.ts';
import { pairWords, similarityInWords } from '../../../../shared/core/document-pair.ts';
import type { ImportItem } from '../../../../shared/core/library.ts';
import type { DocumentKind } from '../../../../shared/core/recognition.ts';
import { Button } from '../../../components/button.tsx';
import { dateAndTime, fileSize } from '../../../components/dates.ts';
import { documentKinds, kindNames } from '../../../components/document-words.ts';
import { Link } from '../../../components/link.tsx';
import { Menu } from '../../../components/menu.tsx';
import { PanelHead, PanelSection } from '../../../components/panels.tsx';
import { link, noFilter } from '../../../routes.ts';
import { canRetry } from './ledger.ts';
import { StatusMark } from './status-mark.tsx';

type LedgerInspectorProps = {
  items: readonly ImportItem[];
  pairs: readonly DocumentPair[];
  onOpen: (item: ImportItem) => void;
  onRetry: (items: readonly ImportItem[], as?: DocumentKind) => void;
};

export function LedgerInspector({ items, pairs, onOpen, onRetry }: LedgerInspectorProps) {
  const [only] = items;
  const retryable = items.filter(canRetry);
  if (!only) {
    return (
      <>
        <PanelHead title="Nothing selected" />
        <PanelSection>
          <p className="faint">Select a line to read the whole reason, and what can be done.</p>
        </PanelSection>
      </>
    );
  }
  const isOne = items.length === 1;
  return (
    <>
      <PanelHead title={isOne ? 'File' : `${items.length.toLocaleString('en')} files`} />
      {isOne && (
        <PanelSection>
          <p className="ledger-name">{only.fileName}</p>
          <p>
            <StatusMark status={only.status} /> <span className="faint figures">{fileSize(only.size)}, {dateAndTime(only.at)}</span>
          </p>
          {only.reason && <p>{only.reason}</p>}
          {only.hint && <p>{only.hint}</p>}
          {only.documentIds.length > 1 && (
            <p>
              <Link to={link.libraryFiltered({ ...noFilter, text: only.fileName })}>Show its {only.documentIds.length.toLocaleString('en')} documents in the library</Link>
            </p>
          )}
          <PossibleVersions item={only} pairs={pairs} />
        </PanelSection>
      )}
      {(only.documentId !== null || retryable.length > 0) && (
        <PanelSection>
          <div className="library-tag-list">
            {isOne && only.documentId && (
              <Button kind="plain" onPress={() => onOpen(only)}>
                {only.status === 'duplicate' ? 'Open the one already here' : only.documentIds.length > 1 ? 'Open the first document' : 'Open document'}
              </Button>
            )}
            {retryable.length > 0 && (
              <>
                <Button kind="plain" icon={RotateCw} onPress={() => onRetry(retryable)}>
                  {retryable.length === 1 ? 'Try again' : `Try ${retryable.length.toLocaleString('en')} again`}
                </Button>
                <Menu label="Try again, read as" entries={documentKinds.map((kind) => ({ id: kind, label: kindNames[kind], onAction: () => onRetry(retryable, kind) }))}>
                  <Button kind="plain">Read as…</Button>
                </Menu>
              </>
            )}
          </div>
        </PanelSection>
      )}
    </>
  );
}

/** What the documents of this file may be versions of. */
function PossibleVersions({ item, pairs }: { item: ImportItem; pairs: readonly DocumentPair[] }) {
  const own = pairs.filter((pair) => item.documentIds.includes(pair.document.id));
  const [first] = own;
  if (!first) return null;
  return (
    <p>
      {item.documentIds.length > 1 ? `“${first.document.title}”` : 'It'} {pairWords[first.kind].between} <Link to={link.reader(first.other.id)}>{first.other.title}</Link> ({similarityInWords(first.similarity)}). <Link to={link.pairs()}>Decide</Link>
      {own.length > 1 && <> this and {(own.length - 1).toLocaleString('en')} more</>}.
    </p>
  );
}
