// What a block of a brief shows and lets edit, by its kind.

import type { BriefBlock } from '../../../shared/core/brief.ts';
import { useCommand } from '../../backend/use-command.ts';
import { Select, TextField } from '../../components/fields.tsx';
import { useAutosave } from '../../components/use-autosave.ts';
import type { BlockBodyProps } from './block-props.ts';
import { ChartBlock } from './chart-block.tsx';
import { CitedText } from './cited-text.tsx';
import { ComparisonBlock } from './comparison-block.tsx';
import { FindingBlock } from './finding-block.tsx';
import { QuoteBlock } from './quote-block.tsx';

export function BlockBody({ block, autoFocus }: { block: BriefBlock; autoFocus: boolean }) {
  const { run } = useCommand('briefs.updateBlock');
  const save = (text: string) => run({ id: block.id, text });
  const own = { block, save, autoFocus };
  switch (block.kind) {
    case 'heading':
      return <HeadingBlock {...own} />;
    case 'text':
      return <CitedText label="Text" stored={block.text} save={save} placeholder="Write here; @ cites a passage" autoFocus={autoFocus} />;
    case 'quote':
      return <QuoteBlock {...own} />;
    case 'finding':
      return <FindingBlock {...own} />;
    case 'comparison':
      return <ComparisonBlock {...own} />;
    case 'chart':
      return <ChartBlock {...own} />;
    case 'sources':
      return <SourcesBlock {...own} />;
  }
}

const levels = [
  { id: '1', label: 'Level 1' },
  { id: '2', label: 'Level 2' },
  { id: '3', label: 'Level 3' },
] as const;

function HeadingBlock({ block, save, autoFocus }: BlockBodyProps) {
  const { run } = useCommand('briefs.updateBlock');
  const text = useAutosave(block.text, save);
  const level = block.level === 2 || block.level === 3 ? block.level : 1;
  return (
    <div className="brief-heading">
      <TextField label="Heading" hideLabel className={`brief-heading-text brief-heading-${level}`} lines={1} value={text.text} onChange={(typed) => text.setText(typed.replace(/\s*\n\s*/g, ' '))} onBlur={text.flush} placeholder="Heading" autoFocus={autoFocus} />
      <Select label="Level of the heading" hideLabel className="brief-heading-level" choices={levels} value={`${level}`} onChange={(chosen) => void run({ id: block.id, level: Number(chosen) })} />
    </div>
  );
}

function SourcesBlock({ block, save, autoFocus }: BlockBodyProps) {
  const text = useAutosave(block.text, save);
  return (
    <div className="brief-sources">
      <TextField label="Title of the list of sources" hideLabel value={text.text} onChange={text.setText} onBlur={text.flush} placeholder="Sources" autoFocus={autoFocus} />
      <p className="faint">Every cited source is listed here, numbered in the order of its first citation.</p>
    </div>
  );
}
