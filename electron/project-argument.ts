// Reads the project file from the words the program was started with. Chromium adds words of its own; they are passed over.

import { resolve } from 'node:path';

/** The absolute path after --project, or null. A relative one is relative to `directory`, where the words were typed. */
export function projectArgument(words: readonly string[], directory: string): string | null {
  for (const [index, word] of words.entries()) {
    const value = word === '--project' ? words[index + 1] : word.startsWith('--project=') ? word.slice('--project='.length) : undefined;
    if (value !== undefined && value !== '' && !value.startsWith('--')) return resolve(directory, value);
  }
  return null;
}
