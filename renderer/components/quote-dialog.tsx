// Adds a passage to a brief as a quotation, with those beside it when they are wanted, or what else it stands for in its place.

import { useConnection } from '../backend/backend.tsx';
import { type Addition, AddToBrief } from './add-to-brief.tsx';
import { type Passage, useAnnotationOf } from './annotation-of.ts';
import { type OtherPassage, useOtherPassages } from './other-passages.tsx';

type QuoteDialogProps = {
  passage: Passage;
  others?: readonly OtherPassage[];
  /** What else can be added in its place; `first` where that is meant. */
  further?: readonly Addition[];
  first?: boolean;
  onClose: () => void;
};

const noOthers: readonly OtherPassage[] = [];

export function QuoteDialog({ passage, others = noOthers, further = [], first = false, onClose }: QuoteDialogProps) {
  const connection = useConnection();
  const annotationOf = useAnnotationOf();
  const { passages, field } = useOtherPassages(passage, others);
  const quote = async (briefId: string) => {
    for (const each of passages) await connection.call('briefs.addBlock', { briefId, kind: 'quote', annotationId: await annotationOf(each) });
  };
  const words: Addition = { id: 'quote', label: 'The passage as a quotation', add: quote, field };
  return <AddToBrief additions={first ? [...further, words] : [words, ...further]} onClose={onClose} />;
}
