// Makes the file of a brief and hands it to the analyst; says what the format could not carry.

import { Download } from 'lucide-react';
import { useState } from 'react';
import { type BriefFormat, briefFormats } from '../../../shared/core/brief.ts';
import { useCommand } from '../../backend/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Menu } from '../../components/menu.tsx';
import { showToast } from '../../components/toasts.ts';
import { formatNames } from './words.ts';

export function ExportMenu({ id }: { id: string }) {
  const make = useCommand('briefs.export');
  const [told, setTold] = useState<{ fileName: string; losses: string[] } | null>(null);
  const save = async (format: BriefFormat) => {
    const outcome = await make.run({ id, format });
    if (!outcome.ok) return;
    const { bytes, fileName, mediaType, losses } = outcome.value;
    download(new Blob([new Uint8Array(bytes)], { type: mediaType }), fileName);
    if (losses.length > 0) setTold({ fileName, losses });
    else showToast({ text: `Exported ${fileName}.` });
  };
  return (
    <>
      <Menu label="Formats" entries={briefFormats.map((format) => ({ id: format, label: [formatNames[format].name, formatNames[format].detail].filter(Boolean).join(', '), onAction: () => void save(format) }))}>
        <Button kind="primary" icon={Download} isPending={make.pending}>
          {make.pending ? 'Exporting…' : 'Export'}
        </Button>
      </Menu>
      {told && (
        <Dialog title={`Exported ${told.fileName}`} isOpen onClose={() => setTold(null)} actions={<Button kind="primary" onPress={() => setTold(null)}>Close</Button>}>
          <p>The file is complete but for this:</p>
          <ul className="brief-losses">
            {told.losses.map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}

/** Milliseconds after which the browser surely holds the bytes itself. */
const keptFor = 60_000;

function download(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = fileName;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), keptFor);
}
