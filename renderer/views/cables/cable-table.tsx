// The same cables as a table: for reading by ear, for sorting, for copying.

import { useMemo } from 'react';
import { timeOf, type CableGraph, type CableNode } from '../../../shared/core/cable-graph.ts';
import { cableName, isMissing, whenSent } from '../../components/cable-words.ts';
import { type Column, DataGrid } from '../../components/data-grid.tsx';
import { unknown } from '../../components/document-words.ts';
import { EmptyState } from '../../components/notes.tsx';

type Row = { node: CableNode; cites: number; citedBy: number };

const faintUnknown = <span className="faint">{unknown}</span>;

const columns: Column<Row>[] = [
  { id: 'cable', label: 'Cable', width: 150, cell: ({ node }) => cableName(node), title: ({ node }) => node.identifier ?? node.id, compare: (one, other) => one.node.id.localeCompare(other.node.id) },
  { id: 'sent', label: 'Sent', width: 230, cell: ({ node }) => whenSent(node), title: ({ node }) => whenSent(node), compare: (one, other) => timeOf(one.node).localeCompare(timeOf(other.node)) },
  { id: 'here', label: 'In this project', width: 104, cell: ({ node }) => (isMissing(node) ? 'No' : 'Yes'), compare: (one, other) => one.node.documents.length - other.node.documents.length },
  { id: 'cites', label: 'Cites', width: 80, align: 'end', cell: ({ node, cites }) => (isMissing(node) ? faintUnknown : cites), compare: (one, other) => one.cites - other.cites },
  { id: 'citedBy', label: 'Cited by', width: 76, align: 'end', cell: ({ citedBy }) => citedBy, compare: (one, other) => one.citedBy - other.citedBy },
  { id: 'subject', label: 'Subject', width: 260, isFlexible: true, cell: ({ node }) => node.title ?? faintUnknown, title: ({ node }) => node.title ?? '', compare: (one, other) => (one.node.title ?? '').localeCompare(other.node.title ?? '') },
  { id: 'country', label: 'Country', width: 120, cell: ({ node }) => node.country?.name ?? faintUnknown, compare: (one, other) => (one.node.country?.name ?? '').localeCompare(other.node.country?.name ?? '') },
];

type CableTableProps = { graph: CableGraph; selectedId: string | null; onSelect: (id: string | null) => void; onOpen: (id: string) => void };

export function CableTable({ graph, selectedId, onSelect, onOpen }: CableTableProps) {
  const rows = useMemo(() => {
    const cites = Map.groupBy(graph.edges, (edge) => edge.from);
    const citedBy = Map.groupBy(graph.edges, (edge) => edge.to);
    const others = (edges: CableGraph['edges'] | undefined, end: 'from' | 'to') => new Set(edges?.map((edge) => edge[end])).size;
    return graph.nodes.map((node): Row => ({ node, cites: others(cites.get(node.id), 'to'), citedBy: others(citedBy.get(node.id), 'from') }));
  }, [graph]);
  const selected = useMemo(() => new Set(selectedId === null ? [] : [selectedId]), [selectedId]);
  return (
    <DataGrid
      label="Cables"
      name="cables"
      rows={rows}
      rowId={({ node }) => node.id}
      columns={columns}
      defaultSort="sent"
      selected={selected}
      onSelect={(ids) => onSelect([...ids].at(-1) ?? null)}
      onOpen={({ node }) => onOpen(node.id)}
      typeAhead={({ node }) => cableName(node)}
      emptyState={<EmptyState title="No cable fits this filter" />}
    />
  );
}
