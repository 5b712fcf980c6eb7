// One brief: its head, its blocks, and what adds to them. The preview is beside it (index.tsx puts them together).

import { Plus } from 'lucide-react';
import { type ClipboardEvent, useState } from 'react';
import { type Brief, type BriefBlock, type BriefBlockKind, briefBlockKinds, type BriefIssue } from '../../../shared/core/brief.ts';
import { useCommand } from '../../backend/use-command.ts';
import { Button, classes } from '../../components/button.tsx';
import { useCommandHandler } from '../../components/commands.tsx';
import { type CarriedPassage, carriedPassage } from '../../components/passage-transfer.ts';
import { usePassageDrop, useTakePassage } from '../../components/use-take-passage.ts';
import { Menu } from '../../components/menu.tsx';
import { BlockList, blockPlace } from './block-list.tsx';
import { BriefHead } from './brief-head.tsx';
import { ChooseFinding } from './choose-finding.tsx';
import { ChoosePassage } from './choose-passage.tsx';
import { blockIcons, blockNames } from './words.ts';

export function BriefEditor({ brief, problems }: { brief: Brief & { blocks: BriefBlock[] }; problems: readonly BriefIssue[] }) {
  const { run } = useCommand('briefs.addBlock');
  const take = useTakePassage();
  const [made, setMade] = useState<string | null>(null);
  const [choosing, setChoosing] = useState<{ kind: 'quote' | 'finding'; position: number | null } | null>(null);

  /** Null is the end, wherever that is when it is added: what was added a moment ago may not be on the screen yet. */
  const add = async (kind: BriefBlockKind, position: number | null) => {
    if (kind === 'quote' || kind === 'finding') {
      setChoosing({ kind, position });
      return;
    }
    const outcome = await run({ briefId: brief.id, kind, ...(position === null ? {} : { position }), ...(kind === 'heading' ? { level: 1 } : {}), ...(kind === 'sources' ? { text: 'Sources' } : {}) });
    if (outcome.ok) setMade(outcome.value.id);
  };
  const addChosen = async (ids: string[]) => {
    if (!choosing) return;
    const { kind, position } = choosing;
    setChoosing(null);
    for (const [index, id] of ids.entries()) {
      const outcome = await run({ briefId: brief.id, kind, ...(position === null ? {} : { position: position + index }), ...(kind === 'quote' ? { annotationId: id } : { findingId: id }) });
      if (!outcome.ok) return;
    }
  };
  const addPassage = async (passage: CarriedPassage, position: number) => {
    const annotationId = await take(passage);
    if (annotationId === null) return;
    const outcome = await run({ briefId: brief.id, kind: 'quote', position, annotationId });
    if (outcome.ok) setMade(outcome.value.id);
  };
  const drop = usePassageDrop((passage) => void addPassage(passage, brief.blocks.length));
  const onPaste = (event: ClipboardEvent) => {
    if (event.defaultPrevented || event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const passage = carriedPassage(event.clipboardData);
    if (!passage) return;
    event.preventDefault();
    const at = brief.blocks.findIndex(({ id }) => event.target instanceof Node && document.getElementById(blockPlace(id))?.contains(event.target));
    void addPassage(passage, at < 0 ? brief.blocks.length : at + 1);
  };
  const addAtEnd = (kind: BriefBlockKind) => () => void add(kind, null);
  useCommandHandler('briefs.addHeading', addAtEnd('heading'));
  useCommandHandler('briefs.addText', addAtEnd('text'));
  useCommandHandler('briefs.addQuote', addAtEnd('quote'));
  useCommandHandler('briefs.addFinding', addAtEnd('finding'));
  useCommandHandler('briefs.addComparison', addAtEnd('comparison'));
  useCommandHandler('briefs.addSources', addAtEnd('sources'));
  const entries = briefBlockKinds.map((kind) => ({ id: kind, label: blockNames[kind], icon: blockIcons[kind], onAction: addAtEnd(kind) }));
  return (
    <div className={classes('brief-editor', drop.isOver && 'passage-over')} {...drop.place} onPaste={onPaste}>
      <BriefHead brief={brief} />
      <BlockList blocks={brief.blocks} problems={problems} made={made} onAdd={(kind, position) => void add(kind, position)} onPassage={(passage, position) => void addPassage(passage, position)} />
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
