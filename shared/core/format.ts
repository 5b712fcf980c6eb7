// The interfaces a format plugs in behind: importers, recognisers. Registered in one list each.

import type { ParsedDocument } from './document.ts';
import type { Recognition } from './recognition.ts';

export type ImportInput = {
  /** File name as the analyst knows it, perhaps with folders; never used to read from disk. */
  name: string;
  bytes: Uint8Array;
  /** Called now and then with done and total (pages, rows); long imports should call it. */
  onProgress?: (done: number, total: number) => void;
};

/** Bytes in, ParsedDocument out. Throws UserError('unreadable-file' | 'encrypted-file' | 'unsupported-file' | 'too-large') with a sentence. */
export type Importer = {
  /** "pdf", "docx", "html", "csv", "email" and so on. */
  id: string;
  name: string;
  /** Extensions without dot, in lower case. */
  extensions: string[];
  /** 0..1: how sure the importer is that these bytes are its own; looks at content first, name second. */
  accepts: (input: { name: string; bytes: Uint8Array; detected: { mime: string; ext: string } | null }) => number;
  parse: (input: ImportInput) => Promise<ParsedDocument>;
};

export type RecogniserInput = { name: string; parsed: ParsedDocument };

/** May rearrange the parsed document (fold a repeated header, drop page furniture into leftOut); offsets refer to the document it returns. */
export type Recognised = { parsed: ParsedDocument; recognition: Recognition };

export type Recogniser = {
  id: string;
  /** 0..1; the generic recogniser answers 0.1. Cheap: reads the first few thousand characters. */
  accepts: (input: RecogniserInput) => number;
  /** Never throws, never hangs, never drops text silently. */
  recognise: (input: RecogniserInput) => Recognised;
  /** For kinds that come several in a file: the file with each as a part, its own text the list of them; null when it holds one. */
  divide?: (input: RecogniserInput) => ParsedDocument | null;
};
