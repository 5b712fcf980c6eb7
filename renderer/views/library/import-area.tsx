// The whole window as a place to drop files and folders, and the two pickers behind the import commands.

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useCommandHandler } from '../../components/commands.tsx';
import { showToast } from '../../components/toasts.ts';
import { link, navigate } from '../../routes.ts';
import { fromDrop, fromPicker } from './imports/handed-files.ts';
import { useImport } from './imports/use-import.ts';
import './import-area.css';

export function ImportArea({ isEnabled, children }: { isEnabled: boolean; children: ReactNode }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = useImport();
  const isOver = useFileDrop(isEnabled, (transfer) => void fromDrop(transfer).then(take));
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
      {isOver && (
        <div className="drop-sheet" aria-hidden>
          <p>Drop to import. Folders are read with everything in them.</p>
        </div>
      )}
    </>
  );
}

/** Tells whether files hover over the window, and hands over what is dropped. Without a project a drop only says why nothing happens. */
function useFileDrop(isEnabled: boolean, onDrop: (transfer: DataTransfer) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = isEnabled ? 'copy' : 'none';
      setOver(isEnabled);
    };
    const leave = (event: DragEvent) => {
      // Leaving the window; between two elements of it there is always a next one.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!holdsFiles(event) || !event.dataTransfer) return;
      // Without this the browser would leave Annals and show the file.
      event.preventDefault();
      if (isEnabled) latest.current(event.dataTransfer);
      else showToast({ text: 'Open or make a project first; documents are kept in a project.' });
    };
    window.addEventListener('dragenter', over);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', over);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [isEnabled]);
  return isOver;
}
