// The four sections of Sources as buttons of which one is pressed. Which one stands in the address.

import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';

export const sourceSections = ['topics', 'contradictions', 'gone', 'claims'] as const;
export type SourceSection = (typeof sourceSections)[number];

const names: Record<SourceSection, string> = { topics: 'Side by side', contradictions: 'Contradictions', gone: 'No longer said', claims: 'Claims' };

/** What every section gets. */
export type SectionProps = { country: string; countryName: string; row: string | null; onRow: (row: string | null) => void; buttons: ReactNode };

export function readSection(section: string | null): SourceSection {
  return sourceSections.find((each) => each === section) ?? 'topics';
}

export function SectionButtons({ shown, onSection }: { shown: SourceSection; onSection: (section: SourceSection) => void }) {
  return (
    <div className="sources-sections" role="group" aria-label="Sections of the sources">
      {sourceSections.map((id) => (
        <ToggleButton key={id} className="sources-section" isSelected={shown === id} onChange={() => onSection(id)}>
          {names[id]}
        </ToggleButton>
      ))}
    </div>
  );
}
