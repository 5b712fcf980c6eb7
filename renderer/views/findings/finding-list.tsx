// The findings as a narrow list beside the chosen one, by status; up and down walk it.

import type { KeyboardEvent } from 'react';
import { type FindingSummary, findingStatuses } from '../../../shared/core/finding.ts';
import { Link } from '../../components/link.tsx';
import { link } from '../../routes.ts';
import { StanceCounts } from '../../components/stance.tsx';
import { useEvidenceDrop } from './use-evidence-drop.ts';
import { statusNames, yearsWords } from '../../components/finding-words.ts';

export function FindingList({ findings, chosenId }: { findings: readonly FindingSummary[]; chosenId: string }) {
  return (
    <nav className="finding-list" aria-label="Findings" onKeyDown={walk}>
      {findingStatuses.map((status) => {
        const own = findings.filter((finding) => finding.status === status);
        if (own.length === 0) return null;
        return (
          <section key={status}>
            <h3 className="label">{statusNames[status]}</h3>
            <ul>
              {own.map((finding) => (
                <FindingRow key={finding.id} finding={finding} isChosen={finding.id === chosenId} />
              ))}
            </ul>
          </section>
        );
      })}
      {findings.length === 0 && <p className="faint finding-list-none">No finding fits this filter.</p>}
    </nav>
  );
}

/** Opens its finding; a passage dropped on it becomes evidence. */
function FindingRow({ finding, isChosen }: { finding: FindingSummary; isChosen: boolean }) {
  const { drop } = useEvidenceDrop(finding.id);
  return (
    <li className={drop.isOver ? 'passage-over' : undefined} {...drop.place}>
      <Link to={link.findings(finding.id)} className="finding-row" aria-current={isChosen ? 'page' : undefined}>
        <span className="finding-row-claim">{finding.claim}</span>
        <span className="finding-row-facts faint">
          {[finding.countryName, finding.years.length > 0 ? yearsWords(finding.years) : null].filter(Boolean).join(' ')}
          <StanceCounts finding={finding} />
        </span>
      </Link>
    </li>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  const next = rows[rows.findIndex((row) => row === document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
