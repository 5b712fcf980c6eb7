// Says how sure OCR was of the word under the pointer, or of the doubtful word that is selected. A note beside the text, not part
// of it; screen readers are told by the command that goes from word to word.

import { type RefObject, useEffect, useState } from 'react';
import type { TextRange } from '../../../shared/core/document.ts';
import type { WordConfidence } from '../../../shared/core/ocr.ts';
import type { TextMap } from './text-map.ts';
import { inWords, type useDoubts } from './use-doubts.ts';
import './doubt-tip.css';

type Tip = { word: WordConfidence; left: number; top: number };

export function DoubtTip({ page, map, doubts, passage }: { page: RefObject<HTMLDivElement | null>; map: TextMap; doubts: ReturnType<typeof useDoubts>; passage: TextRange | null }) {
  const [tip, setTip] = useState<Tip | null>(null);
  const { at } = doubts;

  useEffect(() => {
    const element = page.current;
    if (!element) return undefined;
    const show = (word: WordConfidence | null) => {
      const boxes = word && map.boxesOf(word);
      setTip((known) => (word && boxes ? (known?.word === word ? known : { word, left: boxes.first.left, top: boxes.first.top }) : null));
    };
    const onMove = (event: MouseEvent) => {
      if (event.buttons !== 0) return;
      const offset = map.offsetAtPoint(event.clientX, event.clientY);
      show(offset === null ? null : at(offset));
    };
    const hide = () => setTip(null);
    element.addEventListener('mousemove', onMove);
    element.addEventListener('mouseleave', hide);
    // The word moves away under the tip.
    document.addEventListener('scroll', hide, true);
    const selected = passage && at(passage.start);
    // Drawn after the text has scrolled to the word.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => show(selected)));
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('mousemove', onMove);
      element.removeEventListener('mouseleave', hide);
      document.removeEventListener('scroll', hide, true);
    };
  }, [page, map, at, passage]);

  if (!tip) return null;
  return (
    <div className="doubt-tip" style={{ left: tip.left, top: tip.top - 4 }} aria-hidden>
      {inWords(tip.word)}
    </div>
  );
}
