// What leaves a comparison as a file: the redline of two editions, the pairs, and the indicators with their sources.

import type { CountryEditions } from '../../../shared/core/comparison.ts';
import { redlineFormats, type RedlineFormat } from '../../../shared/core/redline.ts';
import { useCommand } from '../../backend/use-command.ts';
import { ExportMenu } from '../../components/export-menu.tsx';

const redlineNames: Record<RedlineFormat, string> = { docx: 'Redline, Word with tracked changes', html: 'Redline, web page in one file', pdf: 'Redline, PDF' };

export function ComparisonExportMenu({ country, editions, chosen }: { country: string; editions: CountryEditions['editions']; chosen: readonly string[] }) {
  const redline = useCommand('compare.redline');
  const pairs = useCommand('compare.pairs');
  const matrix = useCommand('compare.matrix');
  const documents = editions.filter(({ documentId }) => chosen.includes(documentId));
  const [older, newer] = documents;
  const canRedline = documents.length === 2 && older !== undefined && newer !== undefined && (older.kind === 'cable') === (newer.kind === 'cable');
  return (
    <ExportMenu
      label="Export the comparison"
      kind="plain"
      entries={[
        ...redlineFormats.map((format) => ({ id: `redline-${format}`, label: redlineNames[format], isDisabled: !canRedline, make: () => redline.run({ olderId: older?.documentId ?? '', newerId: newer?.documentId ?? '', format }) })),
        'separator',
        ...(['csv', 'json'] as const).map((format) => ({ id: `pairs-${format}`, label: `Pairs of sentences, ${format.toUpperCase()}`, isDisabled: documents.length < 2, make: () => pairs.run({ documentIds: [...chosen], format }) })),
        'separator',
        { id: 'matrix-xlsx', label: 'Indicators with sources, workbook', make: () => matrix.run({ country, format: 'xlsx' }) },
        { id: 'matrix-csv', label: 'Indicators with sources, CSV', make: () => matrix.run({ country, format: 'csv' }) },
      ]}
    />
  );
}
