// What can be made of a passage in hand of a ledger: open it, tag it, use it as evidence, quote it in a brief; by button and by key.

import { BookOpen, FileText, ListChecks, Tag } from 'lucide-react';
import { useState } from 'react';
import { type Addition, AddToBrief } from '../../../components/add-to-brief.tsx';
import type { Passage } from '../../../components/annotation-of.ts';
import { Button } from '../../../components/button.tsx';
import { useCommandHandler } from '../../../components/commands.tsx';
import { EvidenceDialog } from '../../../components/evidence-dialog.tsx';
import type { OtherPassage } from '../../../components/other-passages.tsx';
import { QuoteDialog } from '../../../components/quote-dialog.tsx';
import { link, navigate } from '../../../routes.ts';
import { TagDialog } from '../tag-dialog.tsx';

type PassageToolsProps = {
  passage: Passage | null;
  /** Said where there is no passage. */
  none?: string;
  /** What stands beside it, such as the other side of a contradiction. */
  others?: readonly OtherPassage[];
  /** What of it can be added to a brief besides its words; `first` where that is meant rather than the words. */
  further?: readonly Addition[];
  first?: boolean;
  /** Another way to evidence than adding the passage to a finding. */
  evidence?: { label: string; dialog: (onClose: () => void) => React.ReactNode };
};

const noAdditions: readonly Addition[] = [];
const noOthers: readonly OtherPassage[] = [];

export function PassageTools({ passage, none = 'These words have no place of their own in the document.', others = noOthers, further = noAdditions, first = false, evidence }: PassageToolsProps) {
  const [open, setOpen] = useState<'tag' | 'evidence' | 'brief' | null>(null);
  useCommandHandler('compare.tag', () => setOpen('tag'), passage !== null);
  useCommandHandler('compare.evidence', () => setOpen('evidence'), passage !== null);
  useCommandHandler('compare.addToBrief', () => setOpen('brief'), passage !== null || further.length > 0);
  const close = () => setOpen(null);
  const brief = <Button icon={FileText} onPress={() => setOpen('brief')}>Add to a brief…</Button>;
  if (!passage) {
    return (
      <>
        <p className="faint">{none}</p>
        {further.length > 0 && <div className="row-actions">{brief}</div>}
        {open === 'brief' && <AddToBrief additions={further} onClose={close} />}
      </>
    );
  }
  return (
    <div className="row-actions">
      <Button icon={BookOpen} onPress={() => navigate(link.reader(passage.documentId, passage))}>Open in the reader</Button>
      <Button icon={Tag} onPress={() => setOpen('tag')}>Tag…</Button>
      <Button icon={ListChecks} onPress={() => setOpen('evidence')}>{evidence?.label ?? 'Use as evidence…'}</Button>
      {brief}
      {open === 'tag' && <TagDialog passage={passage} others={others} onClose={close} />}
      {open === 'evidence' && (evidence?.dialog(close) ?? <EvidenceDialog passage={passage} others={others} onClose={close} />)}
      {open === 'brief' && <QuoteDialog passage={passage} others={others} further={further} first={first} onClose={close} />}
    </div>
  );
}
