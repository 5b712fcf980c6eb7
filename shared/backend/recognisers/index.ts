// The list of recognisers, and the choice among them.

import { emptyRecognition, type DocumentKind } from '../../core/recognition.ts';
import type { Recogniser, RecogniserInput, Recognised } from '../../core/format.ts';
import { ilabReportRecogniser } from './ilab-report.ts';

const plain: Recogniser = {
  id: 'generic',
  accepts: () => 0.1,
  recognise: ({ name, parsed }) => ({ parsed, recognition: { ...emptyRecognition, title: parsed.properties['title'] ?? name } }),
};

export const recognisers: Recogniser[] = [ilabReportRecogniser, plain];

export function recognise(input: RecogniserInput, asKind?: DocumentKind): Recognised {
  const [best = plain] = recognisers
    .map((recogniser) => ({ recogniser, sure: recogniser.id === asKind ? 2 : recogniser.accepts(input) }))
    .toSorted((one, other) => other.sure - one.sure)
    .map(({ recogniser }) => recogniser);
  return best.recognise(input);
}
