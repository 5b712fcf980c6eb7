// The last step of an importer without pages: passages to a parsed document.

import { assemble, type DraftBlock } from '../../core/canonical-text.ts';
import type { LeftOut, ParsedDocument, Warning } from '../../core/document.ts';

export type DocumentParts = { properties?: Record<string, string>; warnings?: Warning[]; leftOut?: LeftOut[]; source: string };

export function parsedDocument(drafts: Iterable<DraftBlock>, { properties = {}, warnings = [], leftOut = [], source }: DocumentParts): ParsedDocument {
  const { text, blocks } = assemble(drafts);
  const told = text === '' ? [...warnings, noText] : warnings;
  return { text, blocks, pages: [], properties, warnings: told, leftOut, source };
}

const noText: Warning = { code: 'no-text', message: 'No text was found in the file.' };
