// The parts of a comparison as tabs on a line of their own, so that a part's filters never take their room; which one is shown stands in
// the address. Where the line is too short they go on in a second one.

import { EqualNot } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { useQuery } from '../../backend/use-query.ts';
import { useCommandHandler } from '../../components/commands.tsx';
import { type ComparePartName, compareParts } from '../../routes.ts';

const names: Record<ComparePartName, string> = { overview: 'Overview', text: 'Text', actions: 'Actions', indicators: 'Indicators', law: 'Law', goods: 'Goods', institutions: 'Institutions', sources: 'Sources' };

type PartTabsProps = { part: ComparePartName; country: string | null; onPart: (part: ComparePartName) => void };

export function PartTabs({ part, country, onPart }: PartTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const queue = useQuery('contradictions.ofCountry', { country: country ?? '' }, { enabled: country !== null, keepPrevious: false });
  const open = queue.data?.counts.open ?? 0;
  const openWords = open === 1 ? 'open contradiction' : 'open contradictions';
  const step = (by: 1 | -1) => onPart(compareParts[(compareParts.indexOf(part) + by + compareParts.length) % compareParts.length] ?? part);
  useCommandHandler('compare.nextPart', () => step(1));
  useCommandHandler('compare.previousPart', () => step(-1));
  // As in every list of tabs: one stop for Tab, arrows between them.
  const onKeyDown = (event: KeyboardEvent) => {
    const at = compareParts.indexOf(part);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: compareParts.length - 1 }[event.key];
    const next = to === undefined ? undefined : compareParts[(to + compareParts.length) % compareParts.length];
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onPart(next);
    list.current?.querySelector<HTMLElement>(`[data-part="${next}"]`)?.focus();
  };
  return (
    <div className="compare-tabs" role="tablist" aria-label="Parts of the comparison" ref={list} onKeyDown={onKeyDown}>
      {compareParts.map((id) => (
        <button key={id} type="button" role="tab" data-part={id} tabIndex={part === id ? 0 : -1} className="compare-tab" aria-selected={part === id} onClick={() => onPart(id)}>
          {names[id]}
          {id === 'sources' && open > 0 && <span className="compare-tab-count figures" title={openWords}><EqualNot size={12} aria-hidden /> {open}<span className="visually-hidden"> {openWords}</span></span>}
        </button>
      ))}
    </div>
  );
}
