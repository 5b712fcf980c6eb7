// The dialogs about versions, drawn once in the frame: what a newer file or an earlier version would do to the highlights before it is done; and
// carrying highlights over to another edition.

import { useEffect, useRef, useState } from 'react';
import type { PreparedVersion } from '../../../shared/core/version.ts';
import { useConnection } from '../../backend/backend.tsx';
import { sentenceOf } from '../../backend/error-sentence.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useProgress } from '../../backend/use-progress.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { ErrorNote } from '../notes.tsx';
import { showToast } from '../toasts.ts';
import { CarryDialog } from './carry-dialog.tsx';
import { highlights, waitingInWords } from './placement-words.ts';
import { closeVersionSheet, useVersionSheet, type VersionSheet } from './version-sheets.ts';
import './versions.css';

export function VersionDialogs() {
  const sheet = useVersionSheet();
  if (!sheet) return null;
  if (sheet.kind === 'carry') return <CarryDialog key={sheet.documentId} documentId={sheet.documentId} title={sheet.title} onClose={closeVersionSheet} />;
  return <PrepareDialog key={sheet.kind === 'replace' ? sheet.file.name : sheet.versionId} sheet={sheet} />;
}

type Preparation = { state: 'reading' } | { state: 'failed'; sentence: string } | { state: 'ready'; prepared: PreparedVersion };

function PrepareDialog({ sheet }: { sheet: Exclude<VersionSheet, { kind: 'carry' }> }) {
  const connection = useConnection();
  const { undo } = useUndo();
  const apply = useCommand('versions.apply', { quiet: true });
  const [job] = useState(() => crypto.randomUUID());
  const [preparation, setPreparation] = useState<Preparation>({ state: 'reading' });
  const progress = useProgress().find(({ id }) => id === job);
  const begun = useRef(false);

  useEffect(() => {
    // Once, also where effects run twice.
    if (begun.current) return;
    begun.current = true;
    const prepare = async () => {
      if (sheet.kind === 'return') return connection.call('versions.prepareReturn', { versionId: sheet.versionId, jobId: job });
      const bytes = new Uint8Array(await sheet.file.arrayBuffer());
      return connection.call('versions.prepare', { documentId: sheet.documentId, file: { name: sheet.file.name, bytes }, jobId: job });
    };
    prepare().then(
      (prepared) => setPreparation({ state: 'ready', prepared }),
      (error: unknown) => setPreparation({ state: 'failed', sentence: sentenceOf(error instanceof Error ? error : new Error('The file could not be read.')) }),
    );
  }, [connection, job, sheet]);

  const close = () => {
    // Nothing was kept; what is still being read is given up.
    if (preparation.state === 'reading') connection.call('jobs.cancel', { id: job }).catch(() => undefined);
    if (preparation.state === 'ready') connection.call('versions.discard', { token: preparation.prepared.token }).catch(() => undefined);
    closeVersionSheet();
  };
  const confirm = async (prepared: PreparedVersion) => {
    const outcome = await apply.run({ token: prepared.token });
    if (!outcome.ok) return setPreparation({ state: 'failed', sentence: outcome.sentence });
    closeVersionSheet();
    showToast({ text: `${sheet.kind === 'replace' ? 'Replaced' : 'Returned to an earlier version of'} “${prepared.documentTitle}”.${waitingInWords(outcome.value)}`, action: { label: 'Undo', run: () => void undo() } });
  };

  const title = sheet.kind === 'replace' ? 'Replace by a newer file' : 'Return to an earlier version';
  const prepared = preparation.state === 'ready' ? preparation.prepared : null;
  return (
    <Dialog
      title={title}
      isOpen
      onClose={close}
      actions={
        <>
          <Button onPress={close}>Cancel</Button>
          {prepared && (
            <Button kind={prepared.warning ? 'danger' : 'primary'} autoFocus={!prepared.warning} isDisabled={apply.pending} onPress={() => void confirm(prepared)}>
              {sheet.kind === 'replace' ? (prepared.warning ? 'Replace anyway' : 'Replace') : 'Return'}
            </Button>
          )}
        </>
      }
    >
      <p>
        <strong>{sheet.title}</strong>
      </p>
      {sheet.kind === 'replace' && <p className="faint">by {sheet.file.name}</p>}
      {preparation.state === 'failed' && <ErrorNote>{preparation.sentence}</ErrorNote>}
      {preparation.state === 'reading' && (
        <p role="status" className="versions-reading">
          Reading it and looking for your highlights…
          {progress && progress.total > 1 && <span className="figures faint"> {Math.min(progress.done, progress.total).toLocaleString('en')} of {progress.total.toLocaleString('en')}</span>}
        </p>
      )}
      {prepared && <Prospect prepared={prepared} />}
    </Dialog>
  );
}

function Prospect({ prepared }: { prepared: PreparedVersion }) {
  const { counts, warning, isSameText, title, documentTitle, year, documentYear } = prepared;
  const isOtherEdition = year !== null && documentYear !== null && year !== documentYear;
  const all = counts.exact + counts.moved + counts.doubtful + counts.lost;
  const lines: [number, string, string][] = [
    [counts.exact, '✓', 'stay at their place'],
    [counts.moved, '→', 'are found elsewhere in the text, word for word'],
    [counts.doubtful, '?', 'are to be reviewed: the words have changed'],
    [counts.lost, '✗', 'have no place in the new text; they keep their words and notes'],
  ];
  return (
    <div role="status" className="versions-outlook">
      {warning && <ErrorNote>{warning} Look whether it is the right file before you go on.</ErrorNote>}
      {isSameText && <p>The text is the same, letter by letter.</p>}
      {isOtherEdition && !warning && (
        <p>
          It is of {String(year)}, and the document of {String(documentYear)}. To keep both editions, cancel, import the file, and carry the highlights over.
        </p>
      )}
      {title !== documentTitle && <p className="faint">It calls itself “{title}”.</p>}
      {all === 0 ? (
        <p>There are no highlights in this document.</p>
      ) : (
        <>
          <p>Of {highlights(all)}</p>
          <ul className="versions-prospect">
            {lines.map(
              ([count, sign, words]) =>
                count > 0 && (
                  <li key={sign}>
                    <span aria-hidden className="versions-sign">
                      {sign}
                    </span>
                    <strong className="figures">{count.toLocaleString('en')}</strong> {words}
                  </li>
                ),
            )}
          </ul>
        </>
      )}
      <p className="faint">The file it has now is kept; this is one step, and undo takes it back.</p>
    </div>
  );
}
