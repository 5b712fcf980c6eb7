// Selecting by key and moving the ends of what is in hand, by letter, word, sentence and paragraph: the selected passage, else the
// opened highlight. One rule for both: the arrows go where the text goes, also from right to left.

import { useMemo, useRef, useState } from 'react';
import type { TextRange } from '../../../shared/core/document.ts';
import type { DocumentReading } from '../../../shared/core/library.ts';
import { isRightToLeft, movedAlong, type Side, type Step, type SteppedText, type TextUnit, unitAt, unitFrom, withEndMoved } from '../../../shared/core/text-steps.ts';
import { useCommandHandler } from '../../components/commands.tsx';
import { shortened } from './highlight-words.ts';
import type { Extent } from './use-extent.ts';
import type { Find } from './use-find.ts';

type Steps = {
  reading: DocumentReading;
  passage: TextRange | null;
  extent: Extent;
  find: Find;
  /** Where one goes on when nothing is selected. */
  place: () => number;
  select: (range: TextRange) => void;
  say: (message: string) => void;
};

export type PassageSteps = {
  /** The end that the arrows move. */
  side: Side;
  /** Up and down after a selection by key: the unit before or after; false where nothing was selected by key. */
  walkUnit: (step: Step) => boolean;
};

export function usePassageSteps({ reading, passage, extent, find, place, select, say }: Steps): PassageSteps {
  const { text } = reading;
  const within: SteppedText = useMemo(() => ({ text: reading.text, blocks: reading.blocks, language: reading.document.language }), [reading]);
  /** The unit last selected by key; null after a selection by pointer. */
  const unit = useRef<TextUnit | null>(null);
  const [side, setSide] = useState<Side>('end');
  const held = passage ?? extent.shown;

  const selectAndSay = (range: TextRange | null) => {
    if (!range) return;
    select(range);
    say(`Selected: ${shortened(text.slice(range.start, range.end), 200)}`);
  };
  const next = (wanted: TextUnit) => {
    const isSame = unit.current === wanted && passage !== null;
    unit.current = wanted;
    setSide('end');
    if (passage && isSame) selectAndSay(unitFrom(within, wanted, passage.end, 1));
    else if (find.hit && find.isOpen) selectAndSay(unitAt(within, wanted, find.hit.start));
    else selectAndSay(unitAt(within, wanted, passage ? passage.start : place()));
  };
  const put = (range: TextRange) => {
    if (held && range.start === held.start && range.end === held.end) return;
    if (passage) {
      select(range);
      say(`Selected: ${shortened(text.slice(range.start, range.end), 200)}`);
    } else {
      extent.change(range);
      say(`Now: ${shortened(text.slice(range.start, range.end), 200)}`);
    }
  };
  const moveEnd = (wanted: TextUnit, step: Step, end: Side = side) => {
    if (!held) next(wanted);
    else {
      unit.current = wanted;
      put(withEndMoved(within, held, end, wanted, step));
    }
  };
  /** The right arrow goes on in most scripts and back in some. */
  const alongRow = (arrow: Step): Step => (held && isRightToLeft(text.slice(held.start, held.start + 200)) ? (arrow === 1 ? -1 : 1) : arrow);
  const shift = (step: Step) => held && put(movedAlong(within, held, step));

  useCommandHandler('reader.word', () => next('word'));
  useCommandHandler('reader.sentence', () => next('sentence'));
  useCommandHandler('reader.paragraph', () => next('paragraph'));
  useCommandHandler('reader.letterMore', () => moveEnd('letter', alongRow(1)));
  useCommandHandler('reader.letterLess', () => moveEnd('letter', alongRow(-1)), held !== null);
  useCommandHandler('reader.wordMore', () => moveEnd('word', alongRow(1)));
  useCommandHandler('reader.wordLess', () => moveEnd('word', alongRow(-1)), held !== null);
  useCommandHandler('reader.extendSentence', () => moveEnd('sentence', 1));
  useCommandHandler('reader.sentenceLess', () => moveEnd('sentence', -1), held !== null);
  useCommandHandler('reader.extendParagraph', () => moveEnd('paragraph', 1));
  useCommandHandler('reader.paragraphLess', () => moveEnd('paragraph', -1), held !== null);
  useCommandHandler('reader.beginLater', () => moveEnd('word', alongRow(1), 'start'), held !== null);
  useCommandHandler('reader.beginEarlier', () => moveEnd('word', alongRow(-1), 'start'), held !== null);
  useCommandHandler('reader.moveLater', () => shift(1), held !== null);
  useCommandHandler('reader.moveEarlier', () => shift(-1), held !== null);
  useCommandHandler(
    'reader.otherEnd',
    () => {
      const other = side === 'end' ? 'start' : 'end';
      setSide(other);
      say(other === 'start' ? 'The keys now move the beginning.' : 'The keys now move the end.');
    },
    held !== null,
  );

  const walkUnit = (step: Step) => {
    if (!unit.current || !passage) return false;
    selectAndSay(unitFrom(within, unit.current, step === 1 ? passage.end : passage.start, step));
    return true;
  };
  return { side, walkUnit };
}
