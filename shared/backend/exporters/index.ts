// The list of formats a brief can be exported to, and the export itself. A new format is one file and one line here.

import { briefFormats, quoteWarnings, type BriefFormat, type ExportAbilities, type ExportedBrief, type Exporter, type ResolvedBrief } from '../../core/brief.ts';
import { UserError } from '../../core/user-error.ts';
import { docxExporter } from './docx.ts';
import { htmlExporter } from './html.ts';
import { fileNameFor } from './layout/file-name.ts';
import { words } from './layout/wording.ts';
import { markdownExporter } from './markdown.ts';
import { pdfExporter } from './pdf.ts';

export { annotationsMarkdown } from './annotations-markdown.ts';
export { csvBytes, workbookBytes } from './data-file.ts';
export { fileNameFor } from './layout/file-name.ts';
export { qdcBytes } from './qdc.ts';
export { exportRedline } from './redline.ts';
export { webAnnotationBytes } from './web-annotations.ts';

export const exporters: readonly Exporter[] = [docxExporter, pdfExporter, htmlExporter, markdownExporter];

/** The exporter of a format, by its name or extension ("markdown", "md"). Throws UserError('invalid-input'). */
export function exporterOf(format: string): Exporter {
  const found = exporters.find((each) => each.id === format || each.extension === format);
  if (!found) throw new UserError('invalid-input', `A brief cannot be exported as “${format}”.`, `The formats are ${briefFormats.join(', ')}.`);
  return found;
}

/**
 * Writes a brief. What the format cannot carry, and every quotation that was not confirmed, is in `losses`; the export marks
 * the latter too. Throws UserError('missing-program') when a PDF is asked for and nothing can print it.
 */
export async function exportBrief(brief: ResolvedBrief, format: BriefFormat, abilities: ExportAbilities = {}): Promise<ExportedBrief> {
  const exporter = exporterOf(format);
  const { bytes, losses } = await exporter.write(brief, abilities);
  return {
    bytes,
    fileName: fileNameFor(brief.title.trim() || words.untitled, exporter.extension),
    mediaType: exporter.mediaType,
    losses: [...losses, ...exportedWithWarning(brief)],
  };
}

const unconfirmed: ReadonlySet<string> = new Set([...Object.values(quoteWarnings).flatMap((warning) => warning?.code ?? []), 'citation-missing', 'block-missing']);

function exportedWithWarning(brief: ResolvedBrief): string[] {
  return brief.issues.filter((issue) => unconfirmed.has(issue.code)).map((issue) => `Exported with a warning in its place: ${issue.message}`);
}
