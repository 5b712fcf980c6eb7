// What can be made of a passage in hand of a ledger: open it, tag it, use it as evidence, quote it in a brief; by button and by key.

import { BookOpen, FileText, ListChecks, Tag } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { useCommandHandler } from '../../../components/commands.tsx';
import { EvidenceDialog } from '../../../components/evidence-dialog.tsx';
import type { Passage } from '../../../components/annotation-of.ts';
import { link, navigate } from '../../../routes.ts';
import { TagDialog } from '../tag-dialog.tsx';
import { BriefDialog } from '../../reader/brief-dialog.tsx';

export function PassageTools({ passage, none = 'These words have no place of their own in the document.' }: { passage: Passage | null; none?: string }) {
  const [open, setOpen] = useState<'tag' | 'evidence' | 'brief' | null>(null);
  useCommandHandler('compare.tag', () => setOpen('tag'), passage !== null);
  useCommandHandler('compare.evidence', () => setOpen('evidence'), passage !== null);
  useCommandHandler('compare.addToBrief', () => setOpen('brief'), passage !== null);
  if (!passage) return <p className="faint">{none}</p>;
  const close = () => setOpen(null);
  return (
    <div className="row-actions">
      <Button icon={BookOpen} onPress={() => navigate(link.reader(passage.documentId, passage))}>Open in the reader</Button>
      <Button icon={Tag} onPress={() => setOpen('tag')}>Tag…</Button>
      <Button icon={ListChecks} onPress={() => setOpen('evidence')}>Use as evidence…</Button>
      <Button icon={FileText} onPress={() => setOpen('brief')}>Add to a brief…</Button>
      {open === 'tag' && <TagDialog passage={passage} onClose={close} />}
      {open === 'evidence' && <EvidenceDialog passage={passage} onClose={close} />}
      {open === 'brief' && <BriefDialog passage={passage} onClose={close} />}
    </div>
  );
}
