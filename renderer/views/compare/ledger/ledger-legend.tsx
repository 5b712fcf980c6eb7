// What the inspector of a ledger says while nothing is in hand: how to walk it, and what its signs mean.

import type { ReactNode } from 'react';
import { PanelHead, PanelSection } from '../../../components/panels.tsx';

export type LegendSign = { sign: string; meaning: string };

export function LedgerLegend({ walk = 'Walk the cells with the arrow keys or click one. Enter opens the words of the year.', signs, children }: { walk?: string; signs: readonly LegendSign[]; children?: ReactNode }) {
  return (
    <>
      <PanelHead title="Nothing in hand" />
      <PanelSection>
        <p className="faint">{walk}</p>
      </PanelSection>
      <PanelSection title="Signs">
        <dl className="ledger-signs">
          {signs.map(({ sign, meaning }) => <div key={sign}><dt>{sign}</dt><dd>{meaning}</dd></div>)}
        </dl>
        {children}
      </PanelSection>
    </>
  );
}
