// A redline as one HTML page: running text with insertions and deletions, the pages of both editions in the margin. Printed, it is the PDF.

import type { Redline } from '../../../core/redline.ts';
import { isChanged, type RedlineParagraph, type RedlinePart, redlineParagraphs } from '../layout/redline.ts';
import { placeWords, redlineLegend, redlineLosses, redlineMarkings, redlineSources, redlineTitle } from '../layout/redline-wording.ts';
import { markup, type Markup } from './markup.ts';
import { htmlPage } from './page.ts';
import { pageStyle, screenStyle } from './style.ts';

const redlineStyle = `
body { max-width: 58rem; }
.lines > div { display: grid; grid-template-columns: minmax(0, 1fr) 9.5rem; column-gap: 1.4rem; }
.lines > div > .where { color: var(--soft); font-size: .78rem; line-height: 1.4; padding-top: .25rem; }
.lines h2, .lines h3, .lines h4 { margin-top: 1.4rem; }
.lines .row, .lines .cell { white-space: pre-wrap; tab-size: 4; }
.lines .row { font-size: .88rem; margin-bottom: .3rem; border-bottom: 1px solid var(--line); }
.lines .changed { border-inline-start: 2px solid var(--changed); padding-inline-start: .8rem; margin-inline-start: -.9rem; }
.lines .only-newer { border-color: var(--new); } .lines .only-older { border-color: var(--gone); }
ins { color: var(--new); text-decoration: underline; text-underline-offset: .15em; }
del { color: var(--gone); text-decoration: line-through; }
/* In running text lines under and through the words are sign enough. */
ins::before, del::before { content: none; }
.moved { border-bottom: 1px dotted currentColor; }
`;

export function redlineHtml(redline: Redline, { paged = false }: { paged?: boolean } = {}): { html: string; losses: string[] } {
  const paragraphs = redlineParagraphs(redline.rows, redline.older, redline.newer);
  const title = redlineTitle(redline);
  const marking = redlineMarkings(redline).join(' · ');
  const style = screenStyle + redlineStyle + pageStyle(marking, title);
  const page = markup`${marking ? markup`<p class="marking">${marking}</p>\n` : null}<main>
<header>
<h1 dir="auto">${title}</h1>
${redlineSources(redline).map((line) => markup`<p class="byline" dir="auto">${line}</p>\n`)}<p class="byline">${redlineLegend(redline)}</p>
</header>
<div class="lines">
${paragraphs.map((paragraph) => paragraphMarkup(redline, paragraph))}</div>
</main>
${marking && !paged ? markup`<footer><p class="marking">${marking}</p></footer>` : null}`;
  const html = htmlPage({ language: 'en', title, author: '', style, body: page });
  return { html, losses: redlineLosses(redline, paragraphs) };
}

function paragraphMarkup(redline: Redline, paragraph: RedlineParagraph): Markup {
  const { kind, level, presence } = paragraph;
  const changed = isChanged(paragraph);
  const look = changed ? `changed${presence === 'both' ? '' : ` only-${presence}`}` : '';
  const inner = paragraph.parts.map(partMarkup);
  const where = changed ? markup`<span class="where">${placeWords(redline, paragraph)}</span>` : null;
  if (kind === 'title' || kind === 'heading') {
    const tag = { markup: `h${Math.min(4, Math.max(2, level + 1))}` };
    return markup`<div><${tag} class="${look}" dir="auto">${inner}</${tag}>${where}</div>\n`;
  }
  const row = kind === 'table-row' || kind === 'field' ? 'row ' : 'cell ';
  return markup`<div><p class="${row}${look}" dir="auto">${inner}</p>${where}</div>\n`;
}

function partMarkup({ kind, text, emphasis, moved }: RedlinePart): Markup {
  const inner = emphasis === null ? markup`${text}` : markup`<strong>${text}</strong>`;
  const note = moved ? markup` class="moved" title="Moved"` : null;
  if (kind === 'added') return markup`<ins${note}>${inner}</ins>`;
  return kind === 'removed' ? markup`<del${note}>${inner}</del>` : inner;
}
