// Reads a codebook another program or a person has written: CSV or REFI-QDA .qdc. It changes nothing; the plan of an import is core's.

import type { CodebookFile } from '../../core/codebook.ts';
import { UserError } from '../../core/user-error.ts';
import { readCodebookTable } from './codebook/table.ts';
import { readQdc } from './codebook/qdc.ts';
import { decodeText } from './encoding.ts';
import { emptyFile } from './refusal.ts';

const megabyte = 1024 * 1024;
/** A codebook of 2,000 tags with a page of text each has 6 MB. */
const longest = 20;

/** Throws UserError for a file that is empty, too large, no codebook, or damaged. */
export function readCodebook({ fileName, bytes }: { fileName: string; bytes: Uint8Array }): CodebookFile {
  if (bytes.length === 0) throw emptyFile();
  if (bytes.length > longest * megabyte) throw new UserError('too-large', `The file has ${Math.round(bytes.length / megabyte)} MB; Annals reads codebooks up to ${longest} MB.`, 'Check that it is a codebook and no project.');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new UserError('unsupported-file', 'This is a package (.qdpx, .xlsx or .zip) and no codebook.', 'Export the codebook alone, as .qdc or CSV.');
  const { text, warnings } = decodeText(bytes);
  if (/\.(?:qdc|xml)$/i.test(fileName) || /^\s*<(?:\?xml|CodeBook|Project)/i.test(text)) return readQdc(text);
  const file = readCodebookTable(text);
  return { ...file, losses: [...warnings.map(({ message }) => message), ...file.losses] };
}
