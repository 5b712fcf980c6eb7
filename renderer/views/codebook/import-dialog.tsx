// Brings a codebook in: one of ours or a file. What would be added, put together and dropped is shown in full before anything is done.

import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { CodebookPreview } from '../../../shared/core/codebook.ts';
import type { Input } from '../../../shared/rpc/contract.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorNote } from '../../components/notes.tsx';
import { showToast } from '../../components/toasts.ts';
import { tagsWord } from './words.ts';

type Source = Input<'codebook.import'>['source'];
type Read = { name: string; source: Source; preview: CodebookPreview };

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const starters = useQuery('codebook.starters', {}).data ?? [];
  const look = useCommand('codebook.preview', { quiet: true });
  const bring = useCommand('codebook.import', { quiet: true });
  const { undo } = useUndo();
  const picker = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<Read | null>(null);
  const [error, setError] = useState<string | null>(null);

  const show = async (name: string, source: Source) => {
    const outcome = await look.run({ source });
    setError(outcome.ok ? null : outcome.sentence);
    setRead(outcome.ok ? { name, source, preview: outcome.value } : null);
  };
  const take = async ({ name, source }: Read) => {
    const outcome = await bring.run({ source });
    if (!outcome.ok) return setError(outcome.sentence);
    onClose();
    showToast({ text: `Added ${tagsWord(outcome.value.added)} from ${name}.`, action: { label: 'Undo', run: () => void undo() } });
  };
  const changes = read ? read.preview.added.length + read.preview.merged.filter(({ fills }) => fills.length > 0).length : 0;
  return (
    <Dialog
      title={read ? `Import ${read.name}` : 'Import a codebook'}
      isOpen
      onClose={onClose}
      width={620}
      actions={
        read && (
          <>
            <Button onPress={() => setRead(null)}>Back</Button>
            <Button kind="primary" isDisabled={changes === 0} isPending={bring.pending} onPress={() => void take(read)}>
              {read.preview.added.length > 0 || changes === 0 ? `Add ${tagsWord(read.preview.added.length)}` : 'Fill what is empty'}
            </Button>
          </>
        )
      }
    >
      {error && <ErrorNote>{error}</ErrorNote>}
      {read ? (
        <Account preview={read.preview} />
      ) : (
        <div className="codebook-sources">
          <ul>
            {starters.map((starter) => (
              <li key={starter.id}>
                <Button onPress={() => void show(starter.name, { starter: starter.id })}>{starter.name}</Button>
                <p className="faint">
                  {tagsWord(starter.tags)}. {starter.description}
                </p>
              </li>
            ))}
            <li>
              <Button icon={FileUp} isPending={look.pending} onPress={() => picker.current?.click()}>
                From a file…
              </Button>
              <p className="faint">CSV with a column “Tag”, “Name” or “Code”, or a REFI-QDA codebook (.qdc) from another program.</p>
            </li>
          </ul>
          <input
            ref={picker}
            type="file"
            hidden
            accept=".csv,.tsv,.txt,.qdc,.xml"
            aria-label="Codebook to import"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) void file.arrayBuffer().then((bytes) => show(file.name, { fileName: file.name, bytes: new Uint8Array(bytes) }));
              // Choosing the same file again must be a change.
              event.target.value = '';
            }}
          />
        </div>
      )}
    </Dialog>
  );
}

/** Everything, not a sample: what is dropped must be seen. */
function Account({ preview: { origin, added, merged, losses } }: { preview: CodebookPreview }) {
  const filled = merged.filter(({ fills }) => fills.length > 0);
  return (
    <div className="codebook-account">
      {origin !== '' && <p className="faint">Written by {origin}.</p>}
      <Lines title={`Added: ${added.length.toLocaleString('en')}`} lines={added} none="Nothing: every tag is there already." />
      {merged.length > 0 && (
        <Lines title={`Already there: ${merged.length.toLocaleString('en')}`} lines={filled.map(({ path, fills }) => `${path}: ${fills.join(', ')} filled`)} none="They stay as they are." />
      )}
      <Lines title={`Not taken over: ${losses.length.toLocaleString('en')}`} lines={losses} none="Everything is taken over." />
    </div>
  );
}

function Lines({ title, lines, none }: { title: string; lines: readonly string[]; none: string }) {
  return (
    <section>
      <h3>{title}</h3>
      {lines.length === 0 ? (
        <p className="faint">{none}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by key
        <ul className="codebook-lines" tabIndex={0} aria-label={title}>
          {lines.map((line, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- lines may repeat and never move
            <li key={index}>
              <bdi>{line}</bdi>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
