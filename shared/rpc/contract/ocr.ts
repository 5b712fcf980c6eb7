// Pages that are pictures, and having their text recognised (OCR).

import { z } from 'zod';
import type { DocumentPictures, OcrJob, WordConfidence } from '../../core/ocr.ts';
import { returns } from '../method.ts';
import { byId, byIds, ids, nothing } from './inputs.ts';

/** A code of Tesseract's language data, such as "eng" or "chi_sim". */
const language = z.string().regex(/^[a-z]{3,4}(?:_[A-Za-z]+)*$/, 'a language is given by its code, such as eng or fra');

export const ocr = {
  'ocr.languages': returns<string[]>().action('Codes of the languages whose text can be recognised on this machine.', nothing),
  'ocr.ofDocument': returns<DocumentPictures>().query('Which pages of a document are pictures, and how well their text was recognised.', byId, ['document', 'ocr_job']),
  'ocr.doubts': returns<WordConfidence[]>().query('Words that OCR was not sure of, in the order of the text.', byId, ['document']),
  'ocr.jobs': returns<OcrJob[]>().query('Recognitions asked for, newest first.', nothing, ['document', 'ocr_job']),
  'ocr.start': returns<{ jobs: string[] }>().action(
    'Recognises the text of pages that are pictures, in the background; each document gets a new reading that undo takes back.',
    z.strictObject({
      ids,
      /** Those of the settings when left out, else English. */
      languages: z.array(language).min(1).max(8).optional(),
      /** "every-picture" also reads pages anew that another program or an earlier recognition gave a text. */
      pages: z.enum(['without-text', 'every-picture']).default('without-text'),
    }),
  ),
  'ocr.pause': returns<null>().action('Holds a recognition; pages read so far are kept, also over a restart.', byId),
  'ocr.resume': returns<null>().action('Lets a held recognition go on with the next page.', byId),
  'ocr.cancel': returns<null>().action('Ends a recognition; the document stays as it is.', byId),
  'ocr.wait': returns<OcrJob[]>().action('Answers when these recognitions have ended or are held.', byIds),
};
