// The briefs by name, and below them the outline of the chosen one: its blocks by their first words.

import { Pencil, Trash2 } from 'lucide-react';
import type { BriefBlock, BriefIssue } from '../../../shared/core/brief.ts';
import type { BriefSummary } from '../../../shared/rpc/contract/briefs.ts';
import { useQuery } from '../../backend/use-query.ts';
import { classes } from '../../components/button.tsx';
import { dateAndTime } from '../../components/dates.ts';
import { Link } from '../../components/link.tsx';
import { ContextMenu } from '../../components/menu.tsx';
import { PanelHead } from '../../components/panels.tsx';
import { link } from '../../routes.ts';
import { walkRows } from './walk-rows.ts';
import { useAnnotations } from './use-annotations.ts';
import { blockIcons, blockNames, blockWords } from './words.ts';

export type BriefListProps = { briefs: readonly BriefSummary[]; chosenId: string | null; onRename: (brief: BriefSummary) => void; onRemove: (brief: BriefSummary) => void };

export function BriefList({ briefs, chosenId, onRename, onRemove }: BriefListProps) {
  return (
    <ContextMenu
      label="Brief"
      className="brief-list"
      entries={(target) => {
        const brief = briefs.find((each) => each.id === target.closest<HTMLElement>('[data-brief]')?.dataset['brief']);
        if (!brief) return [];
        return [
          { id: 'rename', label: 'Rename', icon: Pencil, keys: 'F2', onAction: () => onRename(brief) },
          { id: 'remove', label: 'Remove', icon: Trash2, keys: 'Delete', onAction: () => onRemove(brief) },
        ];
      }}
    >
      <nav aria-label="Briefs">
        <ul onKeyDown={walkRows}>
          {briefs.map((brief) => (
            <li
              key={brief.id}
              data-brief={brief.id}
              onKeyDown={(event) => {
                if (event.key === 'Delete') onRemove(brief);
                else if (event.key === 'F2') onRename(brief);
              }}
            >
              <Link to={link.briefs(brief.id)} className="brief-row" aria-current={brief.id === chosenId ? 'page' : undefined}>
                <span className="brief-row-title">{brief.title}</span>
                <span className="faint">
                  {brief.blocks === 1 ? '1 block' : `${brief.blocks.toLocaleString('en')} blocks`} · {dateAndTime(brief.updatedAt)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </ContextMenu>
  );
}

export function Outline({ blocks, problems, onShow }: { blocks: readonly BriefBlock[]; problems: readonly BriefIssue[]; onShow: (index: number) => void }) {
  const annotations = useAnnotations();
  const findings = new Map((useQuery('findings.list', {}).data ?? []).map((finding) => [finding.id, finding.claim]));
  return (
    <section className="brief-outline" aria-label="Outline">
      <PanelHead title="Outline" />
      <ol onKeyDown={walkRows}>
        {blocks.map((block, index) => {
          const Icon = blockIcons[block.kind];
          const words = blockWords(block, { annotations, findings });
          const hasWarning = problems.some((problem) => problem.block === index && problem.severity === 'warning');
          return (
            <li key={block.id}>
              <button type="button" className={classes('brief-outline-row', block.kind === 'heading' && `brief-outline-${block.level || 1}`)} title={words} onClick={() => onShow(index)}>
                <Icon size={14} aria-hidden />
                <span className="visually-hidden">{blockNames[block.kind]}: </span>
                <span className="truncate">{words}</span>
                {hasWarning && (
                  <span className="brief-outline-warning" title="Something to check">
                    !<span className="visually-hidden"> something to check</span>
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
