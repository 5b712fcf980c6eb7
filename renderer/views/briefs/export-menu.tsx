// The forms in which a brief leaves the house.

import { briefFormats } from '../../../shared/core/brief.ts';
import { useCommand } from '../../backend/use-command.ts';
import { ExportMenu } from '../../components/export-menu.tsx';
import { formatNames } from './words.ts';

export function BriefExportMenu({ id }: { id: string }) {
  const make = useCommand('briefs.export');
  return (
    <ExportMenu
      label="Formats"
      kind="primary"
      entries={briefFormats.map((format) => ({ id: format, label: [formatNames[format].name, formatNames[format].detail].filter(Boolean).join(', '), make: () => make.run({ id, format }) }))}
    />
  );
}
