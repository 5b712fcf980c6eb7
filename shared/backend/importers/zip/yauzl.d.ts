// yauzl comes without type declarations; this is the little that is used of it.

declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export type Entry = {
    fileNameRaw: Buffer;
    generalPurposeBitFlag: number;
    compressionMethod: number;
    compressedSize: number;
    uncompressedSize: number;
    crc32: number;
    extraFields: { id: number; data: Buffer }[];
    isEncrypted: () => boolean;
  };

  export type ZipFile = {
    entryCount: number;
    eachEntry: () => AsyncIterable<Entry>;
    openReadStreamPromise: (entry: Entry) => Promise<AsyncIterable<Buffer> & Readable>;
  };

  const yauzl: { fromBufferPromise: (buffer: Buffer, options: { decodeStrings?: boolean; validateEntrySizes?: boolean }) => Promise<ZipFile> };
  export default yauzl;
}
