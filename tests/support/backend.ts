// The real application on a fresh workspace in a temporary folder, closed and removed when the test ends.

import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Backend, type BackendOptions, openBackend } from '../../shared/backend/backend.ts';
import { temporaryFolder } from './folder.ts';

export const resourcesDirectory = join(import.meta.dirname, '..', '..', 'resources');

export type TestBackend = Backend & { folder: string; file: string };

/** Opens a project in a fresh workspace; pass a folder to open the same one again. */
export async function openTestBackend(options: Partial<BackendOptions> & { folder?: string } = {}): Promise<TestBackend> {
  const folder = options.folder ?? temporaryFolder();
  const file = join(folder, 'test.annals');
  const backend = await openBackend({ workspaceDirectory: join(folder, 'workspace'), projectFile: file, resourcesDirectory, workers: 1, ...options });
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    await backend.close();
  };
  onTestFinished(close);
  return { ...backend, close, folder, file };
}

/** Imports texts under their names and answers the ids of the documents, in the same order. */
export async function importTexts(backend: Backend, texts: Record<string, string>): Promise<string[]> {
  const files = Object.entries(texts).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
  const { runId } = await backend.call('imports.add', { files });
  const items = await backend.call('imports.wait', { runId });
  return Object.keys(texts).map((name) => {
    const item = items.find((each) => each.fileName === name);
    if (!item?.documentId) throw new Error(`${name} was not imported: ${item?.reason ?? 'no ledger line'}`);
    return item.documentId;
  });
}

/** Start and end of words in a document's canonical text. */
export async function placeOf(backend: Backend, documentId: string, words: string): Promise<{ documentId: string; start: number; end: number }> {
  const { text } = await backend.call('documents.reading', { id: documentId });
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`these words are not in the document: ${words}`);
  return { documentId, start, end: start + words.length };
}
