// The row in hand: what happened to it, its words in each edition, and what can be made of them.

import { BookOpen, FileText, ListChecks, Tag } from 'lucide-react';
import { useState } from 'react';
import type { Comparison } from '../../../shared/core/comparison.ts';
import { Button } from '../../components/button.tsx';
import { useCommandHandler } from '../../components/commands.tsx';
import { ChangeSign, levelNames } from '../../components/marks.tsx';
import type { OtherPassage } from '../../components/other-passages.tsx';
import { PanelHead, PanelSection } from '../../components/panels.tsx';
import { link, navigate } from '../../routes.ts';
import type { Place } from './place.ts';
import { BriefDialog } from './brief-dialog.tsx';
import { EvidenceDialog } from '../../components/evidence-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';
import { CorrectionSection } from './correction-section.tsx';
import type { Corrections } from './use-corrections.ts';
import { columnName, natureNames } from './words.ts';

type RowPanelProps = { comparison: Comparison; place: Place | null; onPlace: (place: Place) => void; corrections: Corrections };

export function RowPanel({ comparison, place, onPlace, corrections }: RowPanelProps) {
  const [open, setOpen] = useState<'tag' | 'evidence' | 'brief' | null>(null);
  const row = place ? comparison.rows[place.row] : undefined;
  const cell = place ? row?.cells[place.column] : undefined;
  const column = place ? comparison.columns[place.column] : undefined;
  useCommandHandler('compare.tag', () => setOpen('tag'), Boolean(cell));
  useCommandHandler('compare.evidence', () => setOpen('evidence'), Boolean(cell));
  useCommandHandler('compare.addToBrief', () => setOpen('brief'), Boolean(row));

  if (!place || !row) {
    return (
      <>
        <PanelHead title="No row in hand" />
        <PanelSection>
          <p className="faint">Press J for the next change, or click a sentence. Then tag it, use it as evidence, or add it to a brief.</p>
        </PanelSection>
        <Editions comparison={comparison} />
      </>
    );
  }
  const passage = cell && column ? { documentId: column.documentId, start: cell.start, end: cell.end } : null;
  const others = othersOf(comparison, place);
  return (
    <>
      <PanelHead title="Row" />
      <PanelSection>
        <ul className="row-steps">
          {row.steps.map((step, index) => {
            const later = comparison.columns[index + 1];
            const name = later && columnName(later, comparison.columns);
            return (
              step && (
                <li key={index}>
                  <button type="button" className="row-step" onClick={() => onPlace({ row: place.row, column: index + 1 })}>
                    <strong className="figures">{name}</strong> {step.class === 'present' ? <span>side by side</span> : <ChangeSign change={step.class} withName />}
                    {step.numbersOnly ? <span className="faint"> numbers only</span> : step.nature && <span className="faint"> {natureNames[step.nature]}</span>}
                    {step.corrections && <span className="faint"> by hand</span>}
                    {step.class !== 'same' && !step.corrections && <span className="faint figures"> {confidenceWords(step.confidence)}</span>}
                  </button>
                </li>
              )
            );
          })}
        </ul>
        {row.section && <p className="faint">{row.section}</p>}
        <LevelStep comparison={comparison} place={place} />
      </PanelSection>
      {passage && column && (
        <PanelSection title={`In ${columnName(column, comparison.columns)}`}>
          <div className="row-actions">
            <Button icon={BookOpen} onPress={() => navigate(link.reader(passage.documentId, passage))}>Open in the reader</Button>
            <Button icon={Tag} onPress={() => setOpen('tag')}>Tag…</Button>
            <Button icon={ListChecks} onPress={() => setOpen('evidence')}>Use as evidence…</Button>
            <Button icon={FileText} onPress={() => setOpen('brief')}>Add to a brief…</Button>
          </div>
        </PanelSection>
      )}
      <CorrectionSection comparison={comparison} place={place} corrections={corrections} />
      {open === 'tag' && passage && <TagDialog passage={passage} others={others} onClose={() => setOpen(null)} />}
      {open === 'evidence' && passage && <EvidenceDialog passage={passage} others={others} onClose={() => setOpen(null)} />}
      {open === 'brief' && <BriefDialog comparison={comparison} section={row.section} passage={passage} others={others} onClose={() => setOpen(null)} />}
    </>
  );
}

/** Of the line of the level what it says in each edition. */
function LevelStep({ comparison: { rows, columns }, place }: { comparison: Comparison; place: Place }) {
  const levels = columns.flatMap((column, index) => {
    const cell = rows[place.row]?.cells[index];
    const { level } = column;
    return cell && level?.start !== undefined && level.start !== null && cell.start <= level.start && level.start < cell.end ? [{ column, level }] : [];
  });
  if (levels.length < 2) return null;
  return (
    <ol className="row-levels">
      {levels.map(({ column, level }, index) => (
        <li key={column.documentId}>
          <strong className="figures">{columnName(column, columns)}</strong> {levelNames[level.level]}
          {index > 0 && levels[index - 1]?.level.level !== level.level && <span className="compare-moved-level"> ⇅ moved</span>}
          {level.qualifier && <span className="faint"> {level.qualifier}</span>}
        </li>
      ))}
    </ol>
  );
}

/** The same sentence in the other editions. */
function othersOf({ rows, columns }: Comparison, place: Place): OtherPassage[] {
  return columns.flatMap((column, index) => {
    const cell = index === place.column ? null : rows[place.row]?.cells[index];
    return cell ? [{ name: columnName(column, columns), passage: { documentId: column.documentId, start: cell.start, end: cell.end } }] : [];
  });
}

function Editions({ comparison }: { comparison: Comparison }) {
  return (
    <PanelSection title="Side by side">
      <ul className="row-editions">
        {comparison.columns.map((column) => (
          <li key={column.documentId}>
            <strong className="figures">{columnName(column, comparison.columns)}</strong> {column.title}
            {column.level && <span className="faint"> {levelNames[column.level.level]}</span>}
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

/** How sure the alignment is that the sentences belong together, or that nothing belongs to this one. */
function confidenceWords(confidence: number): string {
  return confidence >= 0.8 ? 'sure' : confidence >= 0.55 ? 'probable' : 'doubtful';
}
