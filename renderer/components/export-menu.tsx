// A menu of files to make: hands the file over and says what its format could not carry.

import { Download } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '../../shared/rpc/contract.ts';
import type { Outcome } from '../backend/use-command.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Menu } from './menu.tsx';
import { saveFile } from './save-file.ts';
import { showToast } from './toasts.ts';
import './export-menu.css';

export type ExportEntry = { id: string; label: string; isDisabled?: boolean; make: () => Promise<Outcome<Output<'briefs.export'>>> };

export function ExportMenu({ label, kind, entries }: { label: string; kind: 'primary' | 'plain'; entries: readonly (ExportEntry | 'separator')[] }) {
  const [pending, setPending] = useState(false);
  const [told, setTold] = useState<{ fileName: string; losses: string[] } | null>(null);
  const save = async ({ make }: ExportEntry) => {
    setPending(true);
    const outcome = await make();
    setPending(false);
    if (!outcome.ok) return;
    const { bytes, fileName, mediaType, losses } = outcome.value;
    saveFile(new Blob([new Uint8Array(bytes)], { type: mediaType }), fileName);
    if (losses.length > 0) setTold({ fileName, losses });
    else showToast({ text: `Exported ${fileName}.` });
  };
  return (
    <>
      <Menu label={label} entries={entries.map((entry) => (entry === 'separator' ? entry : { id: entry.id, label: entry.label, isDisabled: entry.isDisabled ?? false, onAction: () => void save(entry) }))}>
        <Button kind={kind} icon={Download} isPending={pending}>
          {pending ? 'Exporting…' : 'Export'}
        </Button>
      </Menu>
      {told && (
        <Dialog title={`Exported ${told.fileName}`} isOpen onClose={() => setTold(null)} actions={<Button kind="primary" onPress={() => setTold(null)}>Close</Button>}>
          <p>The file is complete but for this:</p>
          <ul className="export-losses">
            {told.losses.map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
