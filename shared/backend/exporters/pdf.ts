// A brief as PDF: the HTML page, printed by whatever the host can print with, or else by an installed Chromium.

import type { Exporter } from '../../core/brief.ts';
import { briefHtml } from './html.ts';
import { chromiumPrinter } from './pdf/chromium.ts';

export { chromiumPrinter, findChromium } from './pdf/chromium.ts';

export const pdfExporter: Exporter = {
  id: 'pdf',
  name: 'PDF',
  extension: 'pdf',
  mediaType: 'application/pdf',
  write: async (brief, abilities) => {
    const printToPdf = abilities.printToPdf ?? chromiumPrinter();
    const { html, losses } = briefHtml(brief, { paged: true });
    return { bytes: await printToPdf(html), losses };
  },
};
