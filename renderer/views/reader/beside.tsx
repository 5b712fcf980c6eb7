// Two documents beside each other, each with its own view, outline and notes. Keys and menu go to the one worked in last.

import { ArrowLeftRight, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { TextRange } from '../../../shared/core/document.ts';
import type { DocumentSummary } from '../../../shared/core/library.ts';
import { classes, IconButton } from '../../components/button.tsx';
import { CommandScope } from '../../components/commands.tsx';
import { link, navigate, type ReaderShown } from '../../routes.ts';
import { DocumentReader } from './document-reader.tsx';
import { shortTitle } from './open-documents.tsx';
import './beside.css';

type BesideProps = { documentId: string; at: TextRange | null; shown: ReaderShown | null; other: DocumentSummary; tabs: ReactNode };

export function Beside({ documentId, at, shown, other, tabs }: BesideProps) {
  const [active, setActive] = useState<'left' | 'right'>('left');
  const head = (
    <div className="beside-head">
      <span className="truncate" title={other.title}>
        {shortTitle(other)}
      </span>
      <IconButton icon={ArrowLeftRight} label="Change sides" onPress={() => navigate(link.reader(other.id, null, { shown, beside: documentId }))} />
      <IconButton icon={X} label="Close this side" onPress={() => navigate(link.reader(documentId, null, { shown }))} />
    </div>
  );
  return (
    <div className="beside">
      <Side name="Left document" isActive={active === 'left'} onEnter={() => setActive('left')}>
        <DocumentReader key={documentId} documentId={documentId} at={at} shown={shown} tabs={tabs} />
      </Side>
      <Side name="Right document" isActive={active === 'right'} onEnter={() => setActive('right')}>
        <DocumentReader key={other.id} documentId={other.id} at={null} shown={shown} tabs={head} />
      </Side>
    </div>
  );
}

function Side({ name, isActive, onEnter, children }: { name: string; isActive: boolean; onEnter: () => void; children: ReactNode }) {
  return (
    <section className={classes('beside-side', isActive && 'beside-active')} aria-label={name} onPointerDownCapture={onEnter} onFocusCapture={onEnter}>
      <CommandScope value={isActive}>{children}</CommandScope>
    </section>
  );
}
