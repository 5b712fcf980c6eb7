// The parts of a comparison as tabs; which one is shown stands in the address.

import { type ComparePartName, compareParts } from '../../routes.ts';

const names: Record<ComparePartName, string> = { text: 'Text', overview: 'Overview', actions: 'Actions', indicators: 'Indicators' };

export function PartTabs({ part, onPart }: { part: ComparePartName; onPart: (part: ComparePartName) => void }) {
  return (
    <div className="compare-tabs" role="tablist" aria-label="Parts of the comparison">
      {compareParts.map((id) => (
        <button key={id} type="button" role="tab" className="compare-tab" aria-selected={part === id} onClick={() => onPart(id)}>
          {names[id]}
        </button>
      ))}
    </div>
  );
}
