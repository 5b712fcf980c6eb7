// The kinds of document Annals understands, and the choice among them. To add one, write its file and a line in the list.

import type { Recognised, Recogniser, RecogniserInput } from '../../core/format.ts';
import type { DocumentKind } from '../../core/recognition.ts';
import { cableRecogniser } from './cable.ts';
import { genericRecogniser } from './generic.ts';
import { ilabDatasetRecogniser } from './ilab-dataset.ts';
import { ilabPageRecogniser } from './ilab-page.ts';
import { ilabReportRecogniser } from './ilab-report.ts';

export const recognisers: Recogniser[] = [cableRecogniser, ilabReportRecogniser, ilabPageRecogniser, ilabDatasetRecogniser, genericRecogniser];

/** A kind is believed from here on; below, a text only speaks of such documents, and is read as one of no known kind. */
const believable = 0.5;

/** Recognises a document as the kind that fits best, or as the kind asked for when a recogniser of it exists. */
export function recognise(input: RecogniserInput, asKind?: DocumentKind): Recognised {
  const asked = recognisers.find(({ id }) => id === asKind);
  if (asked) return asked.recognise(input);
  let best: Recogniser = genericRecogniser;
  let surest = believable;
  for (const recogniser of recognisers) {
    const certainty = recogniser.accepts(input);
    if (certainty >= surest) {
      surest = certainty;
      best = recogniser;
    }
  }
  return best.recognise(input);
}
