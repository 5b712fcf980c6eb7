// Importing what was handed in: over to the application, then told how it ended.

import { useCallback } from 'react';
import { useConnection } from '../../../backend/backend.tsx';
import { sentenceOf } from '../../../backend/error-sentence.ts';
import type { DropTaker } from '../../../components/drop-taker.ts';
import { showToast } from '../../../components/toasts.ts';
import { link, navigate } from '../../../routes.ts';
import type { HandedFiles } from './handed-files.ts';
import { type Handing, setHanding } from './handing.ts';
import { handOver, sentenceOfRun } from './import-run.ts';

const showLedger = { label: 'Show ledger', run: () => navigate(link.imports()) };

/** `taker`: what they were dropped on, to be told what became of them. */
export function useImport(): (given: HandedFiles, taker?: DropTaker | null) => Promise<void> {
  const connection = useConnection();
  return useCallback(
    async ({ files, leftOut, unreadable }, taker = null) => {
      if (files.length === 0 && unreadable.length === 0) {
        showToast({ text: leftOut.length > 0 ? 'There were only files of the system in it, no documents.' : 'There was no file in it.' });
        return;
      }
      const stop = new AbortController();
      let handing: Handing = { runId: null, handed: 0, total: files.length, stop: () => stop.abort() };
      setHanding(null, handing);
      const step = (runId: string, handed: number) => {
        const next = { ...handing, runId, handed };
        setHanding(handing, next);
        handing = next;
      };
      try {
        const over = await handOver(connection, files, stop.signal, step);
        setHanding(handing, null);
        tellUnreadable([...unreadable, ...over.unreadable]);
        if (over.runId === null) return;
        if (over.isStopped) await connection.call('imports.cancel', { runId: over.runId });
        const items = await connection.call('imports.wait', { runId: over.runId });
        if (await taker?.take(items)) return;
        const system = leftOut.length === 0 ? '' : ` ${String(leftOut.length)} ${leftOut.length === 1 ? 'file' : 'files'} of the system left out.`;
        showToast({ text: sentenceOfRun(items) + system, action: showLedger });
      } catch (error) {
        setHanding(handing, null);
        showToast({ text: `The import stopped. ${sentenceOf(error)}`, tone: 'error', action: showLedger });
      }
    },
    [connection],
  );
}

/** Names enough of them to find the rest. */
function tellUnreadable(names: readonly string[]): void {
  if (names.length === 0) return;
  const shown = names.slice(0, 3).join(', ');
  const more = names.length > 3 ? ` and ${String(names.length - 3)} more` : '';
  showToast({ text: `The system did not let Annals read ${shown}${more}. Nothing of ${names.length === 1 ? 'it' : 'them'} was imported; check that ${names.length === 1 ? 'it is' : 'they are'} still there.`, tone: 'error' });
}
