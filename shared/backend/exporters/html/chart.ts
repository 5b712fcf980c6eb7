// A chart in a page: the drawing itself, what its marks mean, and the table of its values with their citations.

import type { ChartBlock } from '../../../core/brief.ts';
import { citationLinks, type CitationTargets } from './citations.ts';
import { markup, type Markup } from './markup.ts';

export function chartMarkup({ title, unit, picture, notes, rows }: ChartBlock, targets: CitationTargets): Markup {
  const table = rows.map(
    (row) => markup`<tr>${row.isFirst ? markup`<th scope="row" class="year">${row.year}</th>` : markup`<td class="year"></td>`}<td>${row.value}</td><td>${row.sources.map(({ name, citation }, index) => markup`${index > 0 ? ', ' : ''}${name} ${citationLinks([citation], targets)}`)}</td></tr>\n`,
  );
  // The drawing is ours and escaped where it was made (core/chart-file.ts); without its outer name it would be a file of its own.
  const drawing: Markup | null = picture && { markup: picture.svg.replace(' xmlns="http://www.w3.org/2000/svg"', '') };
  return markup`<figure class="chart"><figcaption dir="auto">${title}</figcaption>
${drawing}${notes.length > 0 ? markup`<p class="legend">${notes.join(' ')}</p>\n` : null}<table><thead><tr><th scope="col" class="year">Year</th><th scope="col">${unit || 'Value'}</th><th scope="col">Source</th></tr></thead>
<tbody>${table}</tbody></table></figure>\n`;
}
