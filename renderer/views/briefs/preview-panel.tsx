// Beside the editor: what to look at before the brief leaves the house, each line leading to its block, and the brief as it will be printed.

import { ChevronDown, ChevronRight } from 'lucide-react';
import type { Ref } from 'react';
import type { BriefIssue } from '../../../shared/core/brief.ts';
import { isBoolean, useSetting } from '../../backend/use-setting.ts';
import { classes } from '../../components/button.tsx';
import { ErrorNote, Waiting } from '../../components/notes.tsx';
import { PanelHead } from '../../components/panels.tsx';
import { Preview, type PreviewHandle } from './preview.tsx';
import { problemCounts } from './words.ts';

export type PreviewPanelProps = { preview: { html: string; problems: BriefIssue[] } | undefined; errorSentence: string | null; onRetry: () => void; onShow: (index: number) => void; handle: Ref<PreviewHandle> };

export function PreviewPanel({ preview, errorSentence, onRetry, onShow, handle }: PreviewPanelProps) {
  const [isOpen, setOpen] = useSetting('briefs.problems', true, isBoolean);
  const problems = preview?.problems ?? [];
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <>
      <PanelHead title="Preview">
        {problems.length > 0 && (
          <button type="button" className="brief-problems-switch" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <Chevron size={14} aria-hidden /> {problemCounts(problems)}
          </button>
        )}
      </PanelHead>
      {errorSentence && <ErrorNote onRetry={onRetry}>{errorSentence}</ErrorNote>}
      {isOpen && problems.length > 0 && (
        <ul className="brief-problems" aria-label="To look at before the brief leaves the house">
          {problems.map((problem) => (
            <li key={`${problem.block} ${problem.code} ${problem.message}`}>
              <button type="button" onClick={() => onShow(problem.block)}>
                <span className={classes('brief-problem-sign', `brief-problem-${problem.severity}`)}>{problem.severity === 'warning' ? 'Check' : 'Notice'}</span>
                {problem.message}
              </button>
            </li>
          ))}
        </ul>
      )}
      {preview ? <Preview ref={handle} html={preview.html} onBlock={onShow} /> : !errorSentence && <Waiting>Drawing the preview…</Waiting>}
    </>
  );
}
