// Opens the ZIP package of an Office document or book under limits, and takes from it only the parts that hold text.
// Pictures and other media stay packed.

import { unzipSync, zipSync } from 'fflate';
import { UserError } from '../../../core/user-error.ts';

export type OfficePackage = {
  /** The text parts by their path in the package. */
  parts: ReadonlyMap<string, Uint8Array>;
  /** Paths of everything in the package. */
  paths: readonly string[];
};

const megabyte = 1024 * 1024;
/** Documents of a thousand pages with pictures have a few hundred parts. */
const mostEntries = 10_000;
/** A thousand pages of text are about 15 MB of XML. */
const largestPart = 100 * megabyte;
const largestText = 150 * megabyte;
/** Word's XML packs 10 to 50 times; a bomb packs a thousand times. Small parts may pack anyhow. */
const largestRatio = 300;
const smallPart = 2 * megabyte;

const textPart = /\.(?:xml|rels)$/i;

export type PackageOptions = {
  /** Paths of the parts that hold text. */
  wanted?: RegExp;
  /** Books are made of web pages, which begin with a document type; their reader resolves no entities. */
  hasDoctypes?: boolean;
};

/** Throws UserError 'unreadable-file' for a damaged package and 'too-large' beyond the limits. */
export function openPackage(bytes: Uint8Array, { wanted = textPart, hasDoctypes = false }: PackageOptions = {}): OfficePackage {
  const paths: string[] = [];
  let total = 0;
  let unpacked: Record<string, Uint8Array>;
  try {
    unpacked = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        paths.push(name);
        if (paths.length > mostEntries) throw tooLarge(`more than ${mostEntries.toLocaleString('en')} parts`);
        if (!wanted.test(name) || name.includes('/media/') || name.includes('/embeddings/')) return false;
        if (originalSize > largestPart) throw tooLarge(`a part of ${Math.round(originalSize / megabyte)} MB`);
        if (originalSize > smallPart && originalSize > size * largestRatio) throw tooLarge('a part that unpacks to hundreds of times its size');
        total += originalSize;
        if (total > largestText) throw tooLarge(`more than ${largestText / megabyte} MB of text parts`);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('unreadable-file', 'The file is damaged: its package cannot be unpacked.', 'Open it in the program that made it and save it again, or get a fresh copy.');
  }
  const parts = new Map(Object.entries(unpacked));
  if (hasDoctypes) return { parts, paths };
  for (const part of parts.values()) {
    // Office never writes a document type declaration; it is how entities that multiply are declared.
    if (Buffer.from(part.buffer, part.byteOffset, Math.min(part.length, 1_000)).includes('<!DOCTYPE')) {
      throw new UserError('unreadable-file', 'The file is not a proper Office document: it declares XML entities, which Office programs never do.');
    }
  }
  return { parts, paths };
}

/** The text parts packed again, without compression, for a reader that wants a package. */
export function packParts(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(parts), { level: 0 });
}

export function partText(office: Pick<OfficePackage, 'parts'>, path: string): string | null {
  const part = office.parts.get(path);
  return part ? new TextDecoder().decode(part) : null;
}

function tooLarge(what: string): UserError {
  return new UserError('too-large', `The document has ${what}; such a file is made to exhaust memory, not to be read.`);
}
