// Briefs: the list, the outline and the editor of one, and beside it the brief as it will be printed.

import { FileText, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { BriefSummary } from '../../../shared/rpc/contract/briefs.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { useCommandHandler } from '../../components/commands.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../components/notes.tsx';
import { PanelHead, Panels } from '../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../components/tabs.tsx';
import { showToast } from '../../components/toasts.ts';
import { link, navigate } from '../../routes.ts';
import { showBlock } from './block-list.tsx';
import { BriefEditor } from './brief-editor.tsx';
import { BriefList, Outline } from './brief-list.tsx';
import { BriefExportMenu } from './export-menu.tsx';
import { NameBrief } from './name-brief.tsx';
import type { PreviewHandle } from './preview.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { TextTools } from './text-tools.ts';
import './briefs.css';
import './brief-blocks.css';
import './brief-side.css';

export function BriefsView({ briefId }: { briefId: string | null }) {
  const briefs = useQuery('briefs.list', {});
  const brief = useQuery('briefs.get', { id: briefId ?? '' }, { enabled: briefId !== null, keepPrevious: false });
  const preview = useQuery('briefs.preview', { id: briefId ?? '' }, { enabled: briefId !== null, keepPrevious: false });
  const remove = useCommand('briefs.remove');
  const { undo } = useUndo();
  const [naming, setNaming] = useState<'new' | BriefSummary | null>(null);
  const [tools, setTools] = useState<HTMLElement | null>(null);
  const page = useRef<PreviewHandle>(null);
  useCommandHandler('briefs.create', () => setNaming('new'));

  const removeBrief = async (doomed: BriefSummary) => {
    const outcome = await remove.run({ ids: [doomed.id] });
    if (!outcome.ok) return;
    if (doomed.id === briefId) navigate(link.briefs());
    showToast({ text: 'Removed the brief; its findings and passages stay.', action: { label: 'Undo', run: () => void undo() } });
  };

  const all = briefs.data;
  const shown = all?.find((each) => each.id === briefId);
  useCommandHandler('briefs.remove', () => shown && void removeBrief(shown), shown !== undefined);
  // Without an address of its own the brief worked on last is meant.
  const last = briefId === null ? all?.[0]?.id : undefined;
  useEffect(() => {
    if (last !== undefined) navigate(link.briefs(last), { replace: true });
  }, [last]);
  if (briefs.errorSentence) return <ErrorNote onRetry={briefs.refetch}>{briefs.errorSentence}</ErrorNote>;
  if (!all) return <Waiting />;
  const dialog = naming && <NameBrief brief={naming === 'new' ? null : naming} onClose={() => setNaming(null)} />;
  const make = (
    <Button kind="primary" icon={Plus} onPress={() => setNaming('new')}>
      New brief
    </Button>
  );
  if (all.length === 0) {
    return (
      <>
        <EmptyState title="No briefs yet" icon={FileText} action={make}>
          A brief is built from text, quotations, findings and comparisons; every sentence leads back to its page.
        </EmptyState>
        {dialog}
      </>
    );
  }

  const summary = all.find((each) => each.id === briefId);
  const chosen = summary && brief.data;
  const problems = (chosen && preview.data?.problems) ?? [];
  const show = (index: number) => {
    const block = chosen?.blocks[index];
    if (!block) return;
    showBlock(block.id);
    page.current?.showBlock(index);
  };
  return (
    <Panels
      name="briefs"
      listLabel="Briefs"
      listWidth={250}
      inspectorLabel="Preview"
      inspectorWidth={460}
      list={
        <>
          <PanelHead title={all.length === 1 ? '1 brief' : `${all.length.toLocaleString('en')} briefs`}>
            <IconButton icon={Plus} label="New brief" onPress={() => setNaming('new')} />
          </PanelHead>
          <BriefList briefs={all} chosenId={briefId} onRename={setNaming} onRemove={(each) => void removeBrief(each)} />
          {chosen && chosen.blocks.length > 0 && <Outline blocks={chosen.blocks} problems={problems} onShow={show} />}
        </>
      }
      {...(summary
        ? {
            inspector: (
              <PreviewPanel
                key={summary.id}
                preview={preview.data}
                errorSentence={preview.errorSentence}
                onRetry={preview.refetch}
                onShow={(index) => {
                  const block = chosen?.blocks[index];
                  if (block) showBlock(block.id);
                }}
                handle={page}
              />
            ),
          }
        : {})}
    >
      {summary ? (
        <>
          <Toolbar label="Brief">
            <h2 className="truncate brief-toolbar-title">{summary.title}</h2>
            <div ref={setTools} className="brief-tools" />
            <ToolbarSpace />
            <Button kind="quiet" icon={Trash2} onPress={() => void removeBrief(summary)}>
              Remove
            </Button>
            <BriefExportMenu id={summary.id} />
          </Toolbar>
          {brief.errorSentence ? (
            <ErrorNote onRetry={brief.refetch}>{brief.errorSentence}</ErrorNote>
          ) : chosen ? (
            <TextTools value={tools}>
              <BriefEditor key={chosen.id} brief={chosen} problems={problems} />
            </TextTools>
          ) : (
            <Waiting />
          )}
        </>
      ) : briefId === null ? (
        <Waiting />
      ) : (
        <EmptyState title="This brief is not there any more" action={<Button onPress={() => navigate(link.briefs())}>Show all briefs</Button>}>
          It may have been removed; undo brings it back.
        </EmptyState>
      )}
      {dialog}
    </Panels>
  );
}
