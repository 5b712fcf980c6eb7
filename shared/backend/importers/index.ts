// The formats Annals imports, and the choice among them. To add one, write its file and a line in the list.

import type { ParsedDocument } from '../../core/document.ts';
import type { RecognisedPage } from '../../core/ocr.ts';
import type { Importer, ImportInput } from '../../core/format.ts';
import { csvImporter } from './csv.ts';
import { detectType } from './detect.ts';
import { docxImporter } from './docx.ts';
import { emailImporter } from './email.ts';
import { epubImporter } from './epub.ts';
import { htmlImporter } from './html.ts';
import { markdownImporter } from './markdown.ts';
import { mhtmlImporter } from './mhtml.ts';
import { mboxImporter } from './mbox.ts';
import { odsImporter } from './ods.ts';
import { odtImporter } from './odt.ts';
import { pdfImporter } from './pdf.ts';
import { emptyFile, refusal } from './refusal.ts';
import { rtfImporter } from './rtf.ts';
import { textImporter } from './text.ts';
import { xmlImporter } from './xml.ts';
import { xlsxImporter } from './xlsx.ts';
import type { PageToRead } from './scan/recognise.ts';
import { zipImporter } from './zip.ts';

export { readCodebook } from './codebook.ts';
export { availableLanguages, missingLanguage } from './scan/data.ts';
export { readScannedPdf } from './scan/reading.ts';

export const importers: Importer[] = [
  xmlImporter,
  pdfImporter,
  docxImporter,
  odtImporter,
  odsImporter,
  rtfImporter,
  xlsxImporter,
  csvImporter,
  htmlImporter,
  mhtmlImporter,
  epubImporter,
  markdownImporter,
  mboxImporter,
  emailImporter,
  zipImporter,
  textImporter,
];

/** Reads one scanned page by OCR. Its program is loaded when first used: most threads recognise nothing. */
export async function recognisePage(page: PageToRead): Promise<RecognisedPage> {
  const { recognisePage: recognise } = await import('./scan/recognise.ts');
  return recognise(page);
}

/**
 * The importer that is surest of these bytes; what the content shows counts before the name.
 * Throws UserError 'unreadable-file' for an empty file and 'unsupported-file' when no importer accepts it.
 */
export async function chooseImporter({ name, bytes }: Pick<ImportInput, 'name' | 'bytes'>): Promise<Importer> {
  if (bytes.length === 0) throw emptyFile();
  const detected = await detectType(bytes);
  let best: Importer | null = null;
  let surest = 0;
  for (const importer of importers) {
    const certainty = importer.accepts({ name, bytes, detected });
    if (certainty > surest) {
      surest = certainty;
      best = importer;
    }
  }
  if (!best) throw refusal(name, detected);
  return best;
}

/** Reads a file. Throws UserError with a sentence for the analyst when it cannot be read. */
export async function importFile(input: ImportInput): Promise<ParsedDocument> {
  const importer = await chooseImporter(input);
  return importer.parse(input);
}
