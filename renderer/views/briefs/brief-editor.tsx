// One brief: its head, its blocks, and what adds to them. The preview is beside it (index.tsx puts them together).

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { type Brief, type BriefBlock, type BriefBlockKind, briefBlockKinds, type BriefIssue } from '../../../shared/core/brief.ts';
import { useCommand } from '../../backend/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { BlockList } from './block-list.tsx';
import { BriefHead } from './brief-head.tsx';
import { ChooseFinding } from './choose-finding.tsx';
import { ChoosePassage } from './choose-passage.tsx';
import { blockIcons, blockNames } from './words.ts';

export function BriefEditor({ brief, problems }: { brief: Brief & { blocks: BriefBlock[] }; problems: readonly BriefIssue[] }) {
  const { run } = useCommand('briefs.addBlock');
  const [made, setMade] = useState<string | null>(null);
  const [choosing, setChoosing] = useState<{ kind: 'quote' | 'finding'; position: number } | null>(null);

  const add = async (kind: BriefBlockKind, position: number) => {
    if (kind === 'quote' || kind === 'finding') {
      setChoosing({ kind, position });
      return;
    }
    const outcome = await run({ briefId: brief.id, kind, position, ...(kind === 'heading' ? { level: 1 } : {}), ...(kind === 'sources' ? { text: 'Sources' } : {}) });
    if (outcome.ok) setMade(outcome.value.id);
  };
  const addChosen = async (ids: string[]) => {
    if (!choosing) return;
    const { kind, position } = choosing;
    setChoosing(null);
    for (const [index, id] of ids.entries()) {
      const outcome = await run({ briefId: brief.id, kind, position: position + index, ...(kind === 'quote' ? { annotationId: id } : { findingId: id }) });
      if (!outcome.ok) return;
    }
  };
  const entries = briefBlockKinds.map((kind) => ({ id: kind, label: blockNames[kind], icon: blockIcons[kind], onAction: () => void add(kind, brief.blocks.length) }));
  return (
    <div className="brief-editor">
      <BriefHead brief={brief} />
      <BlockList blocks={brief.blocks} problems={problems} made={made} onAdd={(kind, position) => void add(kind, position)} />
      {brief.blocks.length === 0 ? (
        <div className="brief-start">
          <p className="faint">Build the brief from blocks: headings and text of your own, and the quotations, findings and comparisons that carry it.</p>
          <div className="brief-start-kinds">
            {briefBlockKinds.map((kind) => (
              <Button key={kind} icon={blockIcons[kind]} onPress={() => void add(kind, 0)}>
                {blockNames[kind]}
              </Button>
            ))}
          </div>
        </div>
      ) : (
        <div className="brief-end">
          <Menu label="Add a block" entries={entries}>
            <Button kind="quiet" icon={Plus}>
              Add a block
            </Button>
          </Menu>
        </div>
      )}
      {choosing?.kind === 'quote' && <ChoosePassage title="Add a quotation" verb="Add" onChoose={(ids) => void addChosen(ids)} onClose={() => setChoosing(null)} />}
      {choosing?.kind === 'finding' && <ChooseFinding onChoose={(ids) => void addChosen(ids)} onClose={() => setChoosing(null)} />}
    </div>
  );
}
