// The panel at the left of the reader: the outline, and for a document with pages their thumbnails.

import { useState } from 'react';
import type { TextRange } from '../../../shared/core/document.ts';
import { Tabs } from '../../components/tabs.tsx';
import { Outline, type OutlineEntry } from './outline.tsx';
import { Thumbnails } from './pages/thumbnails.tsx';
import type { Pages } from './pages/use-pages.ts';

type OutlinePanelProps = {
  entries: readonly OutlineEntry[];
  highlights: readonly TextRange[];
  current: number;
  onGo: (entry: OutlineEntry) => void;
  /** Null in a document without pages. */
  pages: Pages | null;
  place: () => number;
  onGoToPage: (pageNumber: number, start: number) => void;
};

export function OutlinePanel({ entries, highlights, current, onGo, pages, place, onGoToPage }: OutlinePanelProps) {
  const [tab, setTab] = useState<'outline' | 'pages'>('outline');
  const outline = <Outline hasHead={pages === null} entries={entries} highlights={highlights} current={current} onGo={onGo} />;
  if (!pages) return outline;
  return (
    <Tabs
      label="Outline and pages"
      className="reader-inspector"
      selected={tab}
      onSelect={setTab}
      tabs={[
        { id: 'outline', label: 'Outline', content: outline },
        { id: 'pages', label: 'Pages', content: <Thumbnails pages={pages} place={place} onGo={onGoToPage} /> },
      ]}
    />
  );
}
