// Words of the text that OCR was not sure of: painted with a dotted line, and gone through by key. What is known of a word is said
// by the tip beside it (doubt-tip.tsx) and to screen readers.

import { useCallback, useEffect, useMemo } from 'react';
import type { TextRange } from '../../../shared/core/document.ts';
import type { DocumentReading } from '../../../shared/core/library.ts';
import type { WordConfidence } from '../../../shared/core/ocr.ts';
import { useQuery } from '../../backend/use-query.ts';
import { useCommandHandler } from '../../components/commands.tsx';
import { percent } from '../../components/pictures-section.tsx';
import type { HighlightPainter } from './highlight-painter.ts';
import { lastStarting } from './layout.ts';

const none: readonly WordConfidence[] = [];

type Doubts = {
  /** The doubtful word at an offset; null when there is none. */
  at: (offset: number) => WordConfidence | null;
};

type Steps = { painter: HighlightPainter; passage: TextRange | null; top: () => number; select: (range: TextRange) => void; say: (message: string) => void };

export function useDoubts(reading: DocumentReading, { painter, passage, top, select, say }: Steps): Doubts {
  const isRecognised = reading.pages.some((page) => page.picture === 'recognised');
  const words = useQuery('ocr.doubts', { id: reading.document.id }, { enabled: isRecognised, keepPrevious: false }).data;
  const doubts = isRecognised ? (words ?? none) : none;
  useEffect(() => painter.show('doubt', doubts), [painter, doubts]);

  const step = (direction: 1 | -1) => {
    const from = passage?.start ?? top();
    const next = direction === 1 ? doubts.findIndex(({ start }) => start > from || (passage === null && start === from)) : doubts.findLastIndex(({ start }) => start < from);
    const word = doubts[next];
    if (!word) return say(direction === 1 ? 'No further word in doubt.' : 'No word in doubt before this one.');
    select(word);
    return say(`“${reading.text.slice(word.start, word.end)}”, ${inWords(word)}. ${String(next + 1)} of ${String(doubts.length)}.`);
  };
  useCommandHandler('reader.nextDoubt', () => step(1), doubts.length > 0);
  useCommandHandler('reader.previousDoubt', () => step(-1), doubts.length > 0);

  const at = useCallback(
    (offset: number) => {
      const word = doubts[lastStarting(doubts, offset, ({ start }) => start)];
      return word && offset >= word.start && offset < word.end ? word : null;
    },
    [doubts],
  );
  return useMemo(() => ({ at }), [at]);
}

export function inWords({ confidence }: WordConfidence): string {
  return `read by OCR, ${percent(confidence)} sure`;
}
