// The folder whose new files are imported by themselves: off by default. The page learns its name, never its path.

import { FolderSync } from 'lucide-react';
import { electron } from '../../../backend/electron.ts';
import { useCommand } from '../../../backend/use-command.ts';
import { useQuery } from '../../../backend/use-query.ts';
import { Button } from '../../../components/button.tsx';
import { useCommandHandler } from '../../../components/commands.tsx';
import { PanelSection } from '../../../components/panels.tsx';
import { showToast } from '../../../components/toasts.ts';

export function WatchPanel() {
  const state = useQuery('watch.state', {}).data;
  const stop = useCommand('watch.stop');
  const choose = electron()?.chooseWatchedFolder;
  const start = () => void choose?.().then((name) => name && showToast({ text: `“${name}” is watched: what is in it and what appears in it is imported.` }));
  useCommandHandler('import.watch', start, choose !== undefined);
  if (!state) return null;
  return (
    <PanelSection title="Watched folder">
      {state.folder === null ? (
        <p className="faint">{choose ? 'None. Files that appear in a folder you choose are imported by themselves.' : 'None. A page in a browser cannot choose a folder of this machine: the desktop window can, and so can the command line (annals watch FOLDER).'}</p>
      ) : (
        <>
          <p className="ledger-name">{state.folder}</p>
          {state.state === 'unreadable' ? (
            <p role="alert">{state.fault}</p>
          ) : (
            <p className="faint figures">
              {state.files.toLocaleString('en')} {state.files === 1 ? 'file' : 'files'}; new and changed ones are imported. Deleting one there removes nothing here.
            </p>
          )}
        </>
      )}
      <div className="library-tag-list">
        {choose && (
          <Button kind="plain" icon={FolderSync} onPress={start}>
            {state.folder === null ? 'Watch a folder…' : 'Watch another…'}
          </Button>
        )}
        {state.folder !== null && (
          <Button kind="plain" onPress={() => void stop.run({}).then((outcome) => outcome.ok && showToast({ text: 'The folder is watched no longer. Documents imported from it stay.' }))}>
            Stop watching
          </Button>
        )}
      </div>
    </PanelSection>
  );
}
