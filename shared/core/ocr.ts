// Pages that are pictures, and what optical character recognition (OCR) read on them. Types and the two numbers that decide what
// is marked as doubtful; recognises nothing.

/**
 * What a page is beside printed text. 'no-text': a picture whose words are not in the file. 'hidden-text': a picture under which
 * another program laid the text it recognised. 'recognised': a picture whose words were read by OCR here.
 */
export type PagePicture = 'no-text' | 'hidden-text' | 'recognised';

/** Boxes in points on the straightened page; see RecognisedPage. */
export type RecognisedWord = {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Of the line the word stands on. */
  baseline: number;
  /** Height of the line's type, in points. */
  size: number;
  /** How thick its strokes are, in points: bold type is told by it. */
  stroke: number;
  /** 0..100, as the recogniser gives it. */
  confidence: number;
};

/** A page as OCR read it. Kept for good: the same picture read in the same languages by the same version gives the same words. */
export type RecognisedPage = {
  /** 1-based. */
  number: number;
  /** Codes of Tesseract's language data, such as "eng". */
  languages: string[];
  /** In points, after the rotation the file asks for. */
  width: number;
  height: number;
  /** Quarter turns clockwise by which the text is rotated on the page. */
  turn: 0 | 1 | 2 | 3;
  /** Degrees clockwise by which its lines lean after that turn; the words' boxes stand as if they did not. */
  skew: number;
  words: RecognisedWord[];
  /** Ruled lines of tables, straightened like the words. */
  rules: { x0: number; y0: number; x1: number; y1: number }[];
  /** Mean over its words, 0..100; null when there are none. */
  confidence: number | null;
  /** Why the page could not be read; null when it was. */
  failure: string | null;
};

/** A word of the canonical text that was read by OCR. */
export type WordConfidence = { start: number; end: number; confidence: number };

/** How well the words of a page were read. */
export type PageConfidence = { number: number; label: string | null; confidence: number | null; doubtful: number };

/** Raised when the same picture would be read otherwise: kept pages of an older version are read again. */
export const ocrVersion = 1;

/** Below this a word is marked in the text. On clean scans of 300 dpi fewer than one word in a hundred lies below; on faint ones they are where the errors are. */
export const doubtfulBelow = 70;

export type OcrJobStatus = 'waiting' | 'paused' | 'done' | 'failed' | 'cancelled';

/** The recognition of one document's pictures. */
export type OcrJob = {
  id: string;
  documentId: string;
  title: string;
  languages: string[];
  status: OcrJobStatus;
  /** Pages to read, and those read already; a job that goes on later begins with the next. */
  pages: number;
  done: number;
  /** Why it failed, or what was not read; '' when all went well. */
  reason: string;
  hint: string;
  at: string;
};

/** What there is to know of a document's pictures. */
export type DocumentPictures = {
  documentId: string;
  pageCount: number;
  /** 1-based page numbers. */
  withoutText: number[];
  withHiddenText: number[];
  recognised: PageConfidence[];
  /** The newest job of the document; null when there was none. */
  job: OcrJob | null;
};

/** "3", "3 and 4", "3–5, 8 and 11": page numbers as a reader writes them. */
export function pageRanges(numbers: readonly number[]): string {
  const runs: string[] = [];
  const sorted = [...new Set(numbers)].toSorted((one, other) => one - other);
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (sorted[to + 1] === (sorted[to] as number) + 1) to += 1;
    if (to - from >= 2) runs.push(`${sorted[from]}–${sorted[to]}`);
    else for (let at = from; at <= to; at += 1) runs.push(String(sorted[at]));
    from = to + 1;
  }
  return runs.length < 2 ? runs.join('') : `${runs.slice(0, -1).join(', ')} and ${runs.at(-1)}`;
}
