// ZIP archives: the files in them are handed on, each to be imported by itself. Nothing is written to disk. What cannot or
// must not be unpacked (under a password, damaged, out of all proportion) is said, and the rest is still handed on.

import type { HeldFile, LeftOut, Warning } from '../../core/document.ts';
import type { Importer } from '../../core/format.ts';
import { UserError } from '../../core/user-error.ts';
import { extensionOf } from './detect.ts';
import { parsedDocument } from './parsed-document.ts';
import { damagedArchive, openArchive, type ArchiveEntry } from './zip/archive.ts';
import { cleanPath, isSystemFile, uniquePath } from './zip/path.ts';

const megabyte = 1024 * 1024;
const mostEntries = 10_000;
/** As much as can be handed on at once beside the archive itself. */
const largestTotal = 1024 * megabyte;
const largestFile = 512 * megabyte;
/** Texts pack 3 to 20 times, sparse tables a hundred times; a bomb packs a thousand times. Small files may pack anyhow. */
const largestRatio = 300;
const smallFile = 4 * megabyte;
/** Together the files may be this large whatever the size of the archive; beyond, the ratio holds for the whole. */
const smallTotal = 64 * megabyte;
/** Files that were not unpacked are told by name, so many of them. */
const mostTold = 5;

export const zipImporter: Importer = {
  id: 'zip',
  name: 'ZIP archive',
  extensions: ['zip'],
  // Office documents and books are archives too; their own importers know what to say about damaged ones.
  accepts: ({ name, detected }) => (detected?.ext !== 'zip' ? 0 : extensionOf(name) === 'zip' ? 1 : 0.4),
  parse: async ({ bytes, onProgress }) => {
    const archive = await openArchive(bytes, mostEntries);
    const files: HeldFile[] = [];
    const refused: { name: string; why: string }[] = [];
    const leftOut: LeftOut[] = [];
    const taken = new Map<string, number>();
    const mostTotal = Math.min(largestTotal, Math.max(smallTotal, bytes.length * largestRatio));
    let total = 0;
    for (const [at, entry] of archive.entries.entries()) {
      if (entry.isFolder) continue;
      const name = uniquePath(cleanPath(entry.name), taken);
      if (isSystemFile(name)) {
        leftOut.push({ text: name, reason: 'file of the system, not a document', page: null });
        continue;
      }
      const limit = Math.min(largestFile, mostTotal - total);
      const why = refusalOf(entry, limit);
      const read = why === null ? await archive.read(entry, Math.min(limit, allowed(entry))) : null;
      if (read instanceof Uint8Array) {
        total += read.length;
        files.push({ name, bytes: read });
      } else refused.push({ name, why: why ?? (read === 'damaged' ? 'is damaged' : 'unpacks to more than it says or to hundreds of times its size') });
      onProgress?.(at + 1, archive.entries.length);
    }
    if (files.length === 0) throw nothingToHandOn(refused, archive.isCut);
    for (const { name, why } of refused) leftOut.push({ text: name, reason: `not unpacked: it ${why}`, page: null });
    const warnings: Warning[] = refused.length > 0 ? [{ code: 'not-unpacked', message: toldRefusals(refused) }] : [];
    if (archive.isCut) warnings.push({ code: 'file-cut-short', message: 'The list of files of this archive is damaged; there may be more files in it.' });
    return { ...parsedDocument([], { leftOut, source: '' }), warnings, files };
  },
};

/** Why a file is not even begun to be unpacked; null when it may be. */
function refusalOf(entry: ArchiveEntry, limit: number): string | null {
  if (entry.isEncrypted) return 'is protected with a password';
  if (!entry.isKnownMethod) return 'is packed by a method Annals does not know';
  if (entry.size > smallFile && entry.size > entry.packedSize * largestRatio) return 'unpacks to hundreds of times its size, as files do that are made to exhaust memory';
  if (entry.size > limit) return `has ${Math.round(entry.size / megabyte).toLocaleString('en')} MB unpacked, more than Annals takes from one archive`;
  return null;
}

/** What is stated of an entry may be a lie; unpacking stops here. */
function allowed({ size, packedSize }: ArchiveEntry): number {
  return Math.max(size, Math.min(smallFile, packedSize * largestRatio));
}

function toldRefusals(refused: readonly { name: string; why: string }[]): string {
  const told = refused.slice(0, mostTold).map(({ name, why }) => `“${name}” ${why}`);
  const more = refused.length > mostTold ? `; ${(refused.length - mostTold).toLocaleString('en')} more` : '';
  return `${refused.length === 1 ? 'One file was' : `${refused.length.toLocaleString('en')} files were`} not unpacked: ${told.join('; ')}${more}.`;
}

function nothingToHandOn(refused: readonly { name: string; why: string }[], isCut: boolean): UserError {
  if (refused.length === 0 && isCut) return damagedArchive();
  if (refused.length === 0) return new UserError('unreadable-file', 'The archive holds no documents.', 'It is empty, or has only files of the system in it.');
  if (refused.every(({ why }) => why.includes('password'))) return new UserError('encrypted-file', 'The archive is protected with a password.', 'Unpack it with the password and import the files inside.');
  return new UserError(refused.some(({ why }) => why.includes('MB') || why.includes('times')) ? 'too-large' : 'unreadable-file', `Nothing of the archive could be unpacked. ${toldRefusals(refused)}`);
}
