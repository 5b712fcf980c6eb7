// Adds what is in hand to a brief: the passage as a quotation, or the changes of its section as a table.

import type { Comparison } from '../../../shared/core/comparison.ts';
import { useConnection } from '../../backend/backend.tsx';
import { type Addition, AddToBrief } from '../../components/add-to-brief.tsx';
import type { Passage } from '../../components/annotation-of.ts';
import type { OtherPassage } from '../../components/other-passages.tsx';
import { QuoteDialog } from '../../components/quote-dialog.tsx';
import { isChange } from './lines.ts';

/** The contract's own limit. */
const mostRows = 1000;

function changesIn(comparison: Comparison, section: string | null): number {
  return comparison.rows.filter((row) => isChange(row) && (section === null || row.section === section)).length;
}

export function BriefDialog({ comparison, section, passage, others, onClose }: { comparison: Comparison; section: string | null; passage: Passage | null; others: readonly OtherPassage[]; onClose: () => void }) {
  const connection = useConnection();
  const years = [...new Set(comparison.columns.flatMap((column) => (column.year === null ? [] : [column.year])))];
  const table = (of: string | null, label: string): Addition => ({
    id: of === null ? 'all' : 'section',
    label,
    add: async (briefId) => {
      await connection.call('briefs.addBlock', {
        briefId,
        kind: 'comparison',
        text: [comparison.countryName, years.join(', '), of].filter(Boolean).join(': '),
        comparison: {
          country: comparison.country ?? '',
          years,
          documentIds: comparison.columns.map((column) => column.documentId),
          section: of,
          // What was asked for is shown whole; the brief can be told to show less.
          maxRows: Math.min(mostRows, Math.max(1, changesIn(comparison, of))),
        },
      });
    },
  });
  const canTable = comparison.country !== null && years.length > 0;
  const tables = [
    ...(canTable && section ? [table(section, `${changesIn(comparison, section)} changes of “${section}” as a table`)] : []),
    ...(canTable ? [table(null, `All ${changesIn(comparison, null)} changes as a table`)] : []),
  ];
  return passage ? <QuoteDialog passage={passage} others={others} further={tables} onClose={onClose} /> : <AddToBrief additions={tables} onClose={onClose} />;
}
