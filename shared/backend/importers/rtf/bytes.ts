// Characters of Rich Text that are written as bytes of a code page: collected while the code page stays the same, then decoded
// together, because East Asian characters take two.

import iconv from 'iconv-lite';

export class TextBytes {
  /** Of the document; fonts may have their own. */
  encoding = 'windows-1252';
  private pending = '';
  private pendingEncoding: string | null = null;

  /** `run` has one character for each byte. */
  add(run: string, encoding: string | null, write: (text: string) => void): void {
    if (this.pending !== '' && encoding !== this.pendingEncoding) this.flush(write);
    this.pending += run;
    this.pendingEncoding = encoding;
  }

  flush(write: (text: string) => void): void {
    if (this.pending === '') return;
    const run = this.pending;
    this.pending = '';
    // oxlint-disable-next-line no-control-regex -- anything beyond ASCII is what is looked for
    if (/^[\u0000-\u007f]*$/.test(run)) {
      write(run);
      return;
    }
    const wanted = this.pendingEncoding ?? this.encoding;
    write(iconv.decode(Buffer.from(run, 'latin1'), iconv.encodingExists(wanted) ? wanted : 'windows-1252'));
  }
}
