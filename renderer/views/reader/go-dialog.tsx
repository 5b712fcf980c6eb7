// Goes to a page or a numbered paragraph by what is printed on it: "iv", "12", "¶ 4".

import { useState } from 'react';
import type { Block } from '../../../shared/core/document.ts';
import type { DocumentReading } from '../../../shared/core/library.ts';
import { FormDialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/fields.tsx';

export type Goal = { kind: 'page'; number: number; start: number } | { kind: 'paragraph'; start: number };

/** What was meant; null when there is no such page or paragraph. A printed number goes before the count of pages; "p 3" and "¶3" choose. */
export function goalOf(typed: string, { pages, blocks }: Pick<DocumentReading, 'pages' | 'blocks'>): Goal | null {
  const [, sign = '', rest = ''] = /^\s*(p\.?|page|¶|§|para(?:graph)?\.?)?\s*(.+?)\s*$/iu.exec(typed) ?? [];
  const wanted = rest.toLowerCase();
  if (wanted === '') return null;
  const isParagraph = /^(¶|§|para)/iu.test(sign);
  const isPage = sign !== '' && !isParagraph;
  const page = isParagraph ? undefined : (pages.find(({ label }) => label?.toLowerCase() === wanted) ?? pages.find(({ number }) => String(number) === wanted));
  if (page) return { kind: 'page', number: page.number, start: page.start };
  const block = isPage ? undefined : blocks.find((each) => numberOf(each) === wanted);
  return block ? { kind: 'paragraph', start: block.start } : null;
}

function numberOf(block: Block): string | null {
  if (block.kind === 'list-item' || block.label === null) return null;
  return block.label.replace(/[¶§().\s]+/gu, ' ').trim().replaceAll(' ', '.').toLowerCase();
}

export function GoDialog({ reading, onGo, onClose }: { reading: DocumentReading; onGo: (goal: Goal) => void; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const hasPages = reading.pages.length > 0;
  const submit = () => {
    const goal = goalOf(typed, reading);
    if (goal) onGo(goal);
    else setError(hasPages ? `There is no page or paragraph with this number; the last page is ${String(reading.pages.length)}.` : 'There is no paragraph with this number.');
  };
  return (
    <FormDialog title="Go to" isOpen onClose={onClose} verb="Go" onSubmit={submit} width={360}>
      <TextField label={hasPages ? 'Page, or numbered paragraph (¶ 4)' : 'Numbered paragraph'} value={typed} onChange={setTyped} autoFocus error={error} />
    </FormDialog>
  );
}
