// Opens a ZIP archive in memory and unpacks its entries one by one, each under a limit. It decides nothing about what an
// entry is good for.

import iconv from 'iconv-lite';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { UserError } from '../../../core/user-error.ts';
import { isUtf8 } from '../encoding.ts';

export type ArchiveEntry = {
  /** As written in the archive. */
  name: string;
  isFolder: boolean;
  isEncrypted: boolean;
  isKnownMethod: boolean;
  /** In bytes, as stated by the archive. */
  size: number;
  packedSize: number;
  entry: Entry;
};

export type Archive = {
  entries: ArchiveEntry[];
  /** The list of entries breaks off. */
  isCut: boolean;
  /** The bytes of an entry; 'damaged' when they do not unpack or have another checksum, 'too-large' beyond `limit` bytes. */
  read: (entry: ArchiveEntry, limit: number) => Promise<Uint8Array | 'damaged' | 'too-large'>;
};

const stored = 0;
const deflated = 8;

/** Throws UserError 'unreadable-file' when there is no list of entries, 'too-large' when it is longer than `mostEntries`. */
export async function openArchive(bytes: Uint8Array, mostEntries: number): Promise<Archive> {
  const file = await openFile(bytes);
  if (file.entryCount > mostEntries) {
    throw new UserError('too-large', `The archive holds ${file.entryCount.toLocaleString('en')} files; Annals unpacks up to ${mostEntries.toLocaleString('en')}.`, 'Unpack it and import the files you need.');
  }
  const entries: ArchiveEntry[] = [];
  let isCut = false;
  try {
    for await (const entry of file.eachEntry()) entries.push(entryOf(entry));
  } catch {
    isCut = true;
  }
  return { entries, isCut, read: ({ entry }, limit) => unpack(file, entry, limit) };
}

async function openFile(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    // Sizes are counted while unpacking; a wrong one must not hide the entries after it.
    return await yauzl.fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: false });
  } catch {
    throw damagedArchive();
  }
}

export function damagedArchive(): UserError {
  return new UserError('unreadable-file', 'The archive is damaged or cut short: its list of files cannot be read.', 'Get a fresh copy, or unpack it with a program that repairs archives.');
}

function entryOf(entry: Entry): ArchiveEntry {
  const name = nameOf(entry);
  const { uncompressedSize, compressedSize, compressionMethod } = entry;
  return {
    name,
    isFolder: /[/\\]$/.test(name),
    isEncrypted: entry.isEncrypted(),
    isKnownMethod: compressionMethod === stored || compressionMethod === deflated,
    size: uncompressedSize,
    packedSize: compressedSize,
    entry,
  };
}

/** Names are in UTF-8 when the entry says so or when they are valid UTF-8; else in the code page of old DOS programs. */
function nameOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  const saysUtf8 = (generalPurposeBitFlag & 0x800) !== 0;
  const unicode = extraFields.find(({ id, data }) => id === 0x7075 && data.length > 5 && data[0] === 1 && data.readUInt32LE(1) === crc32(fileNameRaw));
  if (unicode) return unicode.data.toString('utf8', 5);
  return saysUtf8 || isUtf8(fileNameRaw) ? fileNameRaw.toString('utf8') : iconv.decode(fileNameRaw, 'cp437');
}

async function unpack(file: ZipFile, entry: Entry, limit: number): Promise<Uint8Array | 'damaged' | 'too-large'> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let checksum = 0;
  try {
    const stream = await file.openReadStreamPromise(entry);
    for await (const piece of stream) {
      length += piece.length;
      // Leaving the loop ends the stream.
      if (length > limit) return 'too-large';
      checksum = crc32(piece, checksum);
      pieces.push(piece);
    }
  } catch {
    return 'damaged';
  }
  return checksum === entry.crc32 ? new Uint8Array(Buffer.concat(pieces, length)) : 'damaged';
}
