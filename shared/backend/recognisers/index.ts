// The kinds of document Annals understands, and the choice among them. To add one, write its file and a line in the list.

import type { ParsedDocument } from '../../core/document.ts';
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

/** The file with a part for each document, when it turns out to hold several of a kind; else as it is. */
export function divided(input: RecogniserInput, asKind?: DocumentKind): ParsedDocument {
  if (input.parsed.parts) return input.parsed;
  const recogniser = recognisers.find(({ id, divide, accepts }) => divide && (asKind === undefined ? accepts(input) >= believable : id === asKind));
  return recogniser?.divide?.(input) ?? input.parsed;
}

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
