// The cables of the project and which cites which, over time, with those that are cited and missing. The chosen cable is in the address.

import { Minus, Plus, Waypoints } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { CableGraph } from '../../../shared/core/cable-graph.ts';
import { useQuery } from '../../backend/use-query.ts';
import { isBoolean, isNumber, isOneOf, useSetting } from '../../backend/use-setting.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { useCommandHandler } from '../../components/commands.tsx';
import { cableName, isMissing } from '../../components/cable-words.ts';
import { Checkbox, SearchField, Select } from '../../components/fields.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../components/notes.tsx';
import { Panels } from '../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../components/tabs.tsx';
import { link, navigate } from '../../routes.ts';
import { CablePanel } from './cable-panel.tsx';
import { CableTable } from './cable-table.tsx';
import { CableTimeline } from './timeline.tsx';
import './cables.css';

const shapes = [
  { id: 'map' as const, label: 'Over time' },
  { id: 'table' as const, label: 'Table' },
];
const rowChoices = [
  { id: 'post' as const, label: 'Rows by post' },
  { id: 'country' as const, label: 'Rows by country' },
];
const zooms = [1, 1.5, 2, 3, 4, 6, 8, 12, 16] as const;

export function CablesView({ cableId }: { cableId: string | null }) {
  const graph = useQuery('cables.graph', {});
  const [shape, setShape] = useSetting<'map' | 'table'>('cables.shape', 'map', isOneOf(['map', 'table']));
  const [rowsBy, setRowsBy] = useSetting<'post' | 'country'>('cables.rows', 'post', isOneOf(['post', 'country']));
  const [showsMissing, setShowsMissing] = useSetting('cables.missing', true, isBoolean);
  const [zoomIndex, setZoomIndex] = useSetting('cables.zoom', 0, isNumber);
  const [text, setText] = useState('');
  const shown = useMemo(() => (graph.data ? narrowed(graph.data, text, showsMissing) : null), [graph.data, text, showsMissing]);

  const nodes = graph.data?.nodes;
  const open = useCallback(
    (id: string) => {
      const document = nodes?.find((node) => node.id === id)?.documents[0];
      if (document) navigate(link.reader(document.id));
    },
    [nodes],
  );

  const zoom = Math.min(zooms.length - 1, Math.max(0, Math.round(zoomIndex)));
  const stretch = (step: 1 | -1) => setZoomIndex(Math.min(zooms.length - 1, Math.max(0, zoom + step)));
  useCommandHandler('cables.wider', () => stretch(1), shape === 'map');
  useCommandHandler('cables.narrower', () => stretch(-1), shape === 'map');

  if (graph.errorSentence) return <ErrorNote onRetry={graph.refetch}>{graph.errorSentence}</ErrorNote>;
  if (!graph.data || !shown) return <Waiting />;
  if (graph.data.nodes.length === 0) {
    return (
      <EmptyState title="No cables in this project" icon={Waypoints} action={<Button kind="primary" onPress={() => navigate(link.library())}>Go to the library</Button>}>
        Import diplomatic cables as text, HTML or CSV; here you then see which cites which, and which cited ones are missing.
      </EmptyState>
    );
  }
  const all = graph.data;
  const chosen = cableId === null ? null : (all.nodes.find((node) => node.id === cableId) ?? null);
  const missing = all.nodes.filter(isMissing).length;

  return (
    <Panels name="cables" inspector={<CablePanel graph={all} node={chosen} />} inspectorLabel="Chosen cable" workWidth={520}>
      <Toolbar label="Cables" className="cables-toolbar">
        <h2 className="cables-title">Cables</h2>
        <span className="faint figures" role="status">
          {(all.nodes.length - missing).toLocaleString('en')} here, {missing.toLocaleString('en')} cited and missing
          {shown.nodes.length < all.nodes.length ? `; ${shown.nodes.length.toLocaleString('en')} shown` : ''}
        </span>
        <ToolbarSpace />
        <SearchField label="Filter cables" className="cables-filter" value={text} onChange={setText} />
        <Checkbox isOn={showsMissing} onChange={setShowsMissing}>
          Missing ones
        </Checkbox>
        <Select label="Shown as" hideLabel choices={shapes} value={shape} onChange={setShape} />
        {shape === 'map' && (
          <>
            <Select label="Rows" hideLabel choices={rowChoices} value={rowsBy} onChange={setRowsBy} />
            <IconButton icon={Minus} label="Narrower" command="cables.narrower" onPress={() => stretch(-1)} isDisabled={zoom === 0} />
            <IconButton icon={Plus} label="Wider" command="cables.wider" onPress={() => stretch(1)} isDisabled={zoom === zooms.length - 1} />
          </>
        )}
      </Toolbar>
      {cableId !== null && !chosen && <p className="cables-gone">No cable here cites or is {cableId}; it may have been removed.</p>}
      {shape === 'table' ? (
        <CableTable graph={shown} selectedId={chosen?.id ?? null} onSelect={select} onOpen={open} />
      ) : shown.nodes.length === 0 ? (
        <EmptyState title="No cable fits this filter" />
      ) : (
        <CableTimeline graph={shown} rowsBy={rowsBy} zoom={zooms[zoom] ?? 1} selectedId={chosen?.id ?? null} onSelect={select} onOpen={open} onZoom={stretch} />
      )}
    </Panels>
  );
}

function select(id: string | null): void {
  navigate(link.cables(id), { replace: true });
}

/** The cables whose name, subject, post or country hold the words, and the citations between them. */
function narrowed({ nodes, edges }: CableGraph, text: string, showsMissing: boolean): CableGraph {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const kept = nodes.filter((node) => {
    if (!showsMissing && isMissing(node)) return false;
    const said = `${cableName(node)} ${node.id} ${node.title ?? ''} ${node.country?.name ?? ''}`.toLocaleLowerCase();
    return words.every((word) => said.includes(word));
  });
  if (kept.length === nodes.length) return { nodes, edges };
  const ids = new Set(kept.map(({ id }) => id));
  return { nodes: kept, edges: edges.filter(({ from, to }) => ids.has(from) && ids.has(to)) };
}
