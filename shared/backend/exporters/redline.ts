// The forms in which a redline leaves the house.

import type { ExportAbilities } from '../../core/brief.ts';
import type { Redline, RedlineFormat } from '../../core/redline.ts';
import { redlineDocx } from './docx/redline.ts';
import { redlineHtml } from './html/redline.ts';
import { fileNameFor } from './layout/file-name.ts';
import { redlineTitle } from './layout/redline-wording.ts';
import { chromiumPrinter } from './pdf.ts';

export type ExportedFile = { bytes: Uint8Array; fileName: string; mediaType: string; losses: string[] };

const mediaTypes: Record<RedlineFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
};

/** Throws UserError('missing-program') when a PDF is asked for and nothing can print it. */
export async function exportRedline(redline: Redline, format: RedlineFormat, abilities: ExportAbilities = {}): Promise<ExportedFile> {
  const { bytes, losses } = await written(redline, format, abilities);
  return { bytes, fileName: fileNameFor(`Redline ${redlineTitle(redline).replaceAll(':', '')}`, format), mediaType: mediaTypes[format], losses };
}

async function written(redline: Redline, format: RedlineFormat, abilities: ExportAbilities): Promise<{ bytes: Uint8Array; losses: string[] }> {
  if (format === 'docx') return redlineDocx(redline);
  const { html, losses } = redlineHtml(redline, { paged: format === 'pdf' });
  if (format === 'html') return { bytes: new TextEncoder().encode(html), losses };
  return { bytes: await (abilities.printToPdf ?? chromiumPrinter())(html), losses };
}
