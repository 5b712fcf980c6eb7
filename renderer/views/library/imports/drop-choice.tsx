// Asks what a file dropped on the open document is: its newer version, or a document of its own.

import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';

type DropChoiceProps = { name: string; document: { title: string }; onReplace: () => void; onImport: () => void; onClose: () => void };

export function DropChoice({ name, document, onReplace, onImport, onClose }: DropChoiceProps) {
  return (
    <Dialog
      title="A file for this document?"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button onPress={onImport}>Import as a document of its own</Button>
          <Button kind="primary" autoFocus onPress={onReplace}>
            Replace by this file…
          </Button>
        </>
      }
    >
      <p>
        <strong>{name}</strong> was dropped on “{document.title}”. It can take its place: you then see where your highlights would stand before anything is changed.
      </p>
    </Dialog>
  );
}
