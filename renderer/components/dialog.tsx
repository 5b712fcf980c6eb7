// What floats over the work: dialogs, confirmations, and small panels at a button.

import { X } from 'lucide-react';
import { type FormEvent, type ReactElement, type ReactNode, useState } from 'react';
import { Dialog as AriaDialog, DialogTrigger, Heading, Modal, ModalOverlay, Popover as AriaPopover } from 'react-aria-components';
import { Button, classes, IconButton } from './button.tsx';
import './menu.css';
import './dialog.css';

export type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the bottom, the main one last. */
  actions?: ReactNode;
  /** Pixels; 480 unless told. */
  width?: number;
  /** 'top' hangs from the top with no heading shown, for a palette. */
  place?: 'middle' | 'top';
};

export function Dialog({ title, isOpen, onClose, children, actions, width = 480, place = 'middle' }: DialogProps) {
  return (
    <ModalOverlay className={classes('modal-backdrop', `modal-${place}`)} isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="modal" style={{ width }}>
        <AriaDialog className="dialog" aria-label={title}>
          {place === 'middle' && (
            <header className="dialog-head">
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              <IconButton icon={X} label="Close" onPress={onClose} />
            </header>
          )}
          <div className="dialog-body">{children}</div>
          {actions && <footer className="dialog-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export type ConfirmDialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** What will happen, and what stays. */
  children: ReactNode;
  /** The verb on the button. */
  verb: string;
  isDanger?: boolean;
  onConfirm: () => void;
};

/** Asks only for what undo cannot take back; everything else is done at once, with Undo in a toast. */
export function ConfirmDialog({ title, isOpen, onClose, children, verb, isDanger, onConfirm }: ConfirmDialogProps) {
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind={isDanger ? 'danger' : 'primary'}
            autoFocus
            onPress={() => {
              onClose();
              onConfirm();
            }}
          >
            {verb}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

export type FormDialogProps = { title: string; isOpen: boolean; onClose: () => void; verb: string; children: ReactNode; onSubmit: () => void; isDisabled?: boolean; width?: number };

/** A dialog whose fields are sent by Enter or by its button. */
export function FormDialog({ title, isOpen, onClose, verb, children, onSubmit, isDisabled, width = 420 }: FormDialogProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isDisabled) onSubmit();
  };
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} width={width}>
      <form className="dialog-form" onSubmit={submit}>
        {children}
        <footer className="dialog-actions">
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={isDisabled ?? false}>
            {verb}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** A small panel at the button given as `trigger`. `children` may be a function that receives `close`. */
export function Popover({ label, trigger, children }: { label: string; trigger: ReactElement; children: ReactNode | ((close: () => void) => ReactNode) }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      {trigger}
      <AriaPopover className="popover" offset={4}>
        <AriaDialog className="popover-content" aria-label={label}>
          {typeof children === 'function' ? children(() => setOpen(false)) : children}
        </AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
