// The evidence of a finding by what it does for the claim. Each passage opens at its words; its stance changes by its menu or the keys + - o.

import { Ellipsis, Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { type FindingWithEvidence, type Stance, stances } from '../../../shared/core/finding.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { useCommandHandler } from '../../components/commands.tsx';
import { Quoted } from '../../components/quoted.tsx';
import { Link } from '../../components/link.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { TagChip } from '../../components/marks.tsx';
import { Menu } from '../../components/menu.tsx';
import { showToast } from '../../components/toasts.ts';
import { link, navigate } from '../../routes.ts';
import { AddEvidence } from './add-evidence.tsx';
import { passagePlace } from '../../components/passage-place.ts';
import { StanceSign } from '../../components/stance.tsx';
import { stanceNames } from '../../components/finding-words.ts';

type Evidence = FindingWithEvidence['evidence'][number];

const groupTitles: Readonly<Record<Stance, string>> = { supporting: 'Supporting', contradicting: 'Contradicting', context: 'Context' };
const stanceCommands = { supporting: 'findings.support', contradicting: 'findings.contradict', context: 'findings.context' } as const;
const stanceKeys: Readonly<Record<string, Stance>> = { '+': 'supporting', '=': 'supporting', '-': 'contradicting', o: 'context' };

export function EvidencePart({ finding }: { finding: FindingWithEvidence }) {
  const setStance = useCommand('findings.setStance');
  const remove = useCommand('findings.removeEvidence');
  const { undo } = useUndo();
  const [adding, setAdding] = useState<Stance | null>(null);
  useCommandHandler('findings.support', () => setAdding('supporting'));
  useCommandHandler('findings.contradict', () => setAdding('contradicting'));
  useCommandHandler('findings.context', () => setAdding('context'));

  const removeOne = async (evidence: Evidence) => {
    const outcome = await remove.run({ evidenceIds: [evidence.id] });
    if (outcome.ok) showToast({ text: 'Took the passage off the finding.', action: { label: 'Undo', run: () => void undo() } });
  };
  const change = (evidence: Evidence, stance: Stance) => {
    if (stance !== evidence.stance) void setStance.run({ evidenceIds: [evidence.id], stance });
  };

  return (
    <section className="finding-evidence" aria-label="Evidence">
      {stances.map((stance) => {
        const own = finding.evidence.filter((evidence) => evidence.stance === stance);
        return (
          <section key={stance} className="evidence-group">
            <h3>
              <StanceSign stance={stance} /> {groupTitles[stance]} <span className="faint figures">{own.length}</span>
              <IconButton icon={Plus} label={`Add ${groupTitles[stance].toLowerCase()} evidence`} command={stanceCommands[stance]} onPress={() => setAdding(stance)} />
            </h3>
            {own.length === 0 ? (
              <p className="faint evidence-none">{stance === 'contradicting' ? 'Nothing speaks against it yet. Have you looked?' : 'None yet.'}</p>
            ) : (
              <ul>
                {own.map((evidence) => (
                  <EvidenceRow key={evidence.id} evidence={evidence} onStance={(next) => change(evidence, next)} onRemove={() => void removeOne(evidence)} />
                ))}
              </ul>
            )}
          </section>
        );
      })}
      {finding.evidence.length === 0 && (
        <p>
          <Button icon={Plus} onPress={() => setAdding('supporting')}>
            Add a passage
          </Button>
        </p>
      )}
      {adding && <AddEvidence finding={finding} stance={adding} onClose={() => setAdding(null)} />}
    </section>
  );
}

function EvidenceRow({ evidence, onStance, onRemove }: { evidence: Evidence; onStance: (stance: Stance) => void; onRemove: () => void }) {
  const { annotation } = evidence;
  const tags = useQuery('tags.list', {}).data ?? [];
  const own = annotation.tagIds.flatMap((id) => tags.find((tag) => tag.id === id) ?? []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const stance = stanceKeys[event.key];
    if (stance) onStance(stance);
    else if (event.key === 'Delete') onRemove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <li className="evidence" onKeyDown={onKeyDown}>
      <Link to={link.reader(annotation.documentId, annotation)} className="evidence-passage">
        <Quoted annotation={annotation} className="evidence-quote" />
        <span className="faint evidence-place">{passagePlace(annotation)}</span>
      </Link>
      <div className="evidence-side">
        <Menu
          label="Evidence"
          entries={[
            ...stances.map((stance) => ({ id: stance, label: stanceNames[stance], isOn: stance === evidence.stance, onAction: () => onStance(stance) })),
            'separator',
            { id: 'remove', label: 'Take off the finding', icon: Trash2, onAction: onRemove },
          ]}
        >
          <IconButton icon={Ellipsis} label="Change or remove this evidence" />
        </Menu>
      </div>
      {(own.length > 0 || annotation.note !== '') && (
        <div className="evidence-notes">
          {own.map((tag) => (
            <TagChip key={tag.id} name={tag.name} colour={tag.colour} onPress={() => navigate(link.codebook(tag.id))} />
          ))}
          {annotation.note !== '' && <Markdown text={annotation.note} />}
        </div>
      )}
    </li>
  );
}
