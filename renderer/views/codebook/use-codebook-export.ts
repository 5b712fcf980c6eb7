// The codebook as a file by command; the menu with its account of losses is export-menu.tsx's.

import { useCallback } from 'react';
import { useCommand } from '../../backend/use-command.ts';
import { saveFile } from '../../components/save-file.ts';
import { showToast } from '../../components/toasts.ts';

export function useCodebookExport() {
  const { run } = useCommand('codebook.export');
  return useCallback(
    async (format: 'csv' | 'qdc') => {
      const outcome = await run({ format });
      if (!outcome.ok) return;
      const { bytes, fileName, mediaType, losses } = outcome.value;
      saveFile(new Blob([new Uint8Array(bytes)], { type: mediaType }), fileName);
      showToast({ text: [`Exported ${fileName}.`, ...losses].join(' ') });
    },
    [run],
  );
}
