// A passage with its citation as text for the clipboard.

import { placeOf } from '../../../shared/core/brief.ts';
import { citeSource, formatLocator } from '../../../shared/core/citation.ts';
import type { TextRange } from '../../../shared/core/document.ts';
import type { DocumentReading } from '../../../shared/core/library.ts';

/** “words”, in one line. */
export function quotedWords({ text }: Pick<DocumentReading, 'text'>, range: TextRange): string {
  return `“${text.slice(range.start, range.end).replace(/\s+/gu, ' ').trim().replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** “words” (source, place): quotation marks inside become single ones. */
export function quoteWithCitation(reading: DocumentReading, range: TextRange): string {
  return `${quotedWords(reading, range)} (${citeSource(reading.document, formatLocator(placeOf(reading, range)))})`;
}
