// Signs of what evidence does for a finding: a sign and a word each, never colour alone.

import { EqualNot } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FindingSummary, Stance } from '../../shared/core/finding.ts';
import { stanceNames } from './finding-words.ts';
import './stance.css';

/** One is drawn: the bundled typefaces lack it (see components/marks.tsx). */
const signs: Readonly<Record<Stance, ReactNode>> = { supporting: '+', contradicting: <EqualNot size={12} strokeWidth={2.5} className="change-drawn" />, context: '○' };

export function StanceSign({ stance }: { stance: Stance }) {
  return (
    <span className={`stance stance-${stance}`} aria-hidden>
      {signs[stance]}
    </span>
  );
}

/** "+ 3  ≠ 1  ○ 0" with the words for those who listen. */
export function StanceCounts({ finding }: { finding: Pick<FindingSummary, Stance> }) {
  const stances: readonly Stance[] = ['supporting', 'contradicting', 'context'];
  return (
    <span className="stance-counts figures">
      {stances.map((stance) => (
        <span key={stance} title={`${stanceNames[stance]}: ${finding[stance]}`} className={finding[stance] === 0 ? 'faint' : undefined}>
          <StanceSign stance={stance} /> {finding[stance]}
          <span className="visually-hidden"> {stanceNames[stance].toLowerCase()} </span>
        </span>
      ))}
    </span>
  );
}
