// What reading a file gives: its text, what was recognised in it, and the files found inside it.

import type { HeldFile, ParsedDocument } from '../../core/document.ts';
import type { Recognition } from '../../core/recognition.ts';

export type Understood = { parsed: ParsedDocument; recognition: Recognition };

/** `parts` when the file is a collection: its documents, each under a name of its own. */
export type FileRead = Understood & { format: string; files: HeldFile[]; parts?: (Understood & { name: string })[] };
