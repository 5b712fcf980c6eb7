// The whole window as a place to drop files and folders, and the two pickers behind the import commands.

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useCommandHandler } from '../../components/commands.tsx';
import { dropTaker } from '../../components/drop-taker.ts';
import { showToast } from '../../components/toasts.ts';
import { link, navigate } from '../../routes.ts';
import { openVersionSheet } from '../../components/versions/version-sheets.ts';
import { DropChoice } from './imports/drop-choice.tsx';
import { fromDrop, fromPicker, type HandedFiles } from './imports/handed-files.ts';
import { useImport } from './imports/use-import.ts';
import './import-area.css';

export function ImportArea({ isEnabled, children }: { isEnabled: boolean; children: ReactNode }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = useImport();
  const [asked, setAsked] = useState<{ given: HandedFiles; file: File; document: OpenDocument } | null>(null);
  const over = useFileDrop(isEnabled, (transfer, document) => {
    const taker = dropTaker();
    void fromDrop(transfer).then((given) => {
      const [only] = given.files;
      // A folder or several files can be no new version of one document.
      if (document && only && given.files.length === 1 && !only.name.includes('/')) setAsked({ given, file: only.file, document });
      else void take(given, taker);
    });
  });
  useCommandHandler('import.files', () => files.current?.click(), isEnabled);
  useCommandHandler('import.folder', () => folder.current?.click(), isEnabled);
  useCommandHandler('import.ledger', () => navigate(link.imports()), isEnabled);
  useCommandHandler('import.pairs', () => navigate(link.pairs()), isEnabled);

  const picker = (ref: typeof files, label: string, isFolder: boolean) => (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      aria-label={label}
      {...(isFolder ? { webkitdirectory: '' } : {})}
      onChange={(event) => {
        const given = fromPicker(event.target.files ?? []);
        // Choosing the same file again must be a change.
        event.target.value = '';
        void take(given);
      }}
    />
  );
  return (
    <>
      {children}
      {picker(files, 'Files to import', false)}
      {picker(folder, 'Folder to import', true)}
      {over && (
        <div className="drop-sheet" aria-hidden>
          <p>{over.document ? `Drop one file to import it, or to put it in place of “${over.document.title}”.` : `${dropTaker()?.words ?? 'Drop to import.'} Folders are read with everything in them.`}</p>
        </div>
      )}
      {asked && (
        <DropChoice
          name={asked.file.name}
          document={asked.document}
          onClose={() => setAsked(null)}
          onImport={() => {
            setAsked(null);
            void take(asked.given);
          }}
          onReplace={() => {
            setAsked(null);
            openVersionSheet({ kind: 'replace', documentId: asked.document.id, title: asked.document.title, file: asked.file });
          }}
        />
      )}
    </>
  );
}

/** The document in the reader that a file is held over. */
type OpenDocument = { id: string; title: string };

function documentUnder(event: DragEvent): OpenDocument | null {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-document]') : null;
  const { document: id, title } = element?.dataset ?? {};
  return id === undefined ? null : { id, title: title ?? '' };
}

/** Tells whether files hover over the window, and over which document; hands over what is dropped. Without a project a drop only says why nothing happens. */
function useFileDrop(isEnabled: boolean, onDrop: (transfer: DataTransfer, document: OpenDocument | null) => void): { document: OpenDocument | null } | null {
  const [over, setOver] = useState<{ document: OpenDocument | null } | null>(null);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const hover = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = isEnabled ? 'copy' : 'none';
      const document = documentUnder(event);
      setOver((known) => (!isEnabled ? null : known && known.document?.id === document?.id ? known : { document }));
    };
    const leave = (event: DragEvent) => {
      // Leaving the window; between two elements of it there is always a next one.
      if (event.relatedTarget === null) setOver(null);
    };
    const drop = (event: DragEvent) => {
      setOver(null);
      if (!holdsFiles(event) || !event.dataTransfer) return;
      // Without this the browser would leave Annals and show the file.
      event.preventDefault();
      if (isEnabled) latest.current(event.dataTransfer, documentUnder(event));
      else showToast({ text: 'Open or make a project first; documents are kept in a project.' });
    };
    window.addEventListener('dragenter', hover);
    window.addEventListener('dragover', hover);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', hover);
      window.removeEventListener('dragover', hover);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [isEnabled]);
  return over;
}
