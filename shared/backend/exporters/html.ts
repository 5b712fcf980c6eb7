// A brief as one HTML file: no script, no request to anywhere, readable in any browser, and the page that is printed as PDF.

import type { CitedText, Exporter, FindingBlock, QuoteBlock, QuotedPassage, ResolvedBlock, ResolvedBrief } from '../../core/brief.ts';
import { chartMarkup } from './html/chart.ts';
import { citationLinks, createTargets, sourceList, type CitationTargets } from './html/citations.ts';
import { comparisonMarkup } from './html/comparison.ts';
import { markup, type Markup } from './html/markup.ts';
import { htmlPage } from './html/page.ts';
import { headingMarkup, proseMarkup } from './html/prose.ts';
import { pageStyle, screenStyle } from './html/style.ts';
import { byline, findingFacts, markingLine, quoted, quoteWarning, stanceWords, verificationLine, words } from './layout/wording.ts';
import { parseProse } from './prose/parse.ts';

export const htmlExporter: Exporter = {
  id: 'html',
  name: 'Web page (one file)',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  write: async (brief) => {
    const { html, losses } = briefHtml(brief);
    return { bytes: new TextEncoder().encode(html), losses };
  },
};

export type HtmlOptions = {
  /** It is printed at once: its markings stand in the margins of each page then. */
  paged?: boolean;
  /** It is shown beside its editor, never printed or kept: each block has a place named "block-0", "block-1" … to scroll to. */
  preview?: boolean;
};

/** The page and what it could not carry. */
export function briefHtml(brief: ResolvedBrief, { paged = false, preview = false }: HtmlOptions = {}): { html: string; losses: string[] } {
  const losses = new Set<string>();
  const targets = createTargets();
  const title = brief.title.trim() || words.untitled;
  const list = brief.blocks.findIndex((block) => block.kind === 'sources');
  const body = brief.blocks.map((block, index) => (block.kind === 'sources' && index !== list ? null : () => markup`${preview ? markup`<span id="block-${index}"></span>` : null}${blockMarkup(block, brief, targets, losses)}`));
  // The list of sources leads back to citations that may stand below it: it is written last and put in its place.
  const written = body.map((write, index) => (index === list ? null : (write?.() ?? null)));
  if (list >= 0) written[list] = body[list]?.() ?? null;
  const appended = list < 0 && (brief.sources.length > 0 || verificationLine(brief)) ? sourcesMarkup('', brief, targets) : null;
  const marking = markingLine(brief);
  const style = preview ? screenStyle : screenStyle + pageStyle(marking, title);
  const page = markup`${marking ? markup`<p class="marking">${marking}</p>\n` : null}<main>
<header>
<h1 dir="auto">${title}</h1>
${brief.subtitle.trim() ? markup`<p class="subtitle" dir="auto">${brief.subtitle}</p>\n` : null}${byline(brief) ? markup`<p class="byline" dir="auto">${byline(brief)}</p>\n` : null}</header>
${brief.blocks.length === 0 ? markup`<p>${words.empty}</p>\n` : null}${written}${appended}</main>
${marking && !paged ? markup`<footer><p class="marking">${marking}</p></footer>` : null}`;
  const html = htmlPage({ language: brief.language, title, author: brief.author, style, body: page });
  return { html, losses: [...losses] };
}

function blockMarkup(block: ResolvedBlock, brief: ResolvedBrief, targets: CitationTargets, losses: Set<string>): Markup {
  const prose = (text: CitedText): Markup[] => {
    const parsed = parseProse(text);
    for (const loss of parsed.losses) losses.add(loss);
    return proseMarkup(parsed, targets);
  };
  switch (block.kind) {
    case 'heading':
      return headingMarkup(block.level, block.text);
    case 'text':
      return markup`${prose(block.text)}`;
    case 'quote':
      return quoteMarkup(block, prose, targets);
    case 'finding':
      return findingMarkup(block, prose, targets);
    case 'comparison':
      return comparisonMarkup(block, targets);
    case 'chart':
      return chartMarkup(block, targets);
    case 'sources':
      return sourcesMarkup(block.heading, brief, targets);
    case 'missing':
      return markup`<p class="warning"><strong>${words.check}</strong> ${block.message}</p>\n`;
  }
}

function quoteMarkup(block: QuoteBlock, prose: (text: CitedText) => Markup[], targets: CitationTargets): Markup {
  return markup`<div class="quote"><blockquote dir="auto">${passageMarkup(block.passage, targets)}</blockquote>${warningMarkup(block.passage)}${prose(block.remark)}</div>\n`;
}

function passageMarkup(passage: QuotedPassage, targets: CitationTargets): Markup {
  if (passage.quote === '') return markup`<p>${words.evidenceGone}</p>`;
  return markup`<p><span class="passage">${quoted(passage)}</span> ${passage.citation ? citationLinks([passage.citation], targets) : null}</p>`;
}

function warningMarkup(passage: QuotedPassage): Markup | null {
  const warning = passage.quote === '' ? null : quoteWarning(passage);
  return warning === null ? null : markup`<p class="warning"><strong>${words.check}</strong> ${warning}</p>\n`;
}

function findingMarkup(block: FindingBlock, prose: (text: CitedText) => Markup[], targets: CitationTargets): Markup {
  const evidence = block.evidence.map((each) => {
    const { sign, word } = stanceWords[each.stance];
    const note = each.note.trim() ? markup`<p class="note" dir="auto">${words.analyst}: ${each.note}</p>` : null;
    return markup`<li class="${each.stance}"><span class="stance"><span class="sign" aria-hidden="true">${sign}</span> ${word}</span><div><div dir="auto">${passageMarkup(each, targets)}</div>${warningMarkup(each)}${note}</div></li>\n`;
  });
  const list = evidence.length > 0 ? markup`<ul class="evidence">${evidence}</ul>\n` : markup`<p class="warning"><strong>${words.check}</strong> ${words.noEvidence}</p>\n`;
  const remark = block.remark.markdown.trim() ? markup`<div class="remark">${prose(block.remark)}</div>` : null;
  return markup`<section class="finding">
<p class="claim" dir="auto">${block.claim}</p>
<p class="facts">${findingFacts(block).map((fact) => markup`<span>${fact}</span>`)}</p>
${list}${remark}</section>\n`;
}

function sourcesMarkup(heading: string, brief: ResolvedBrief, targets: CitationTargets): Markup {
  const verified = verificationLine(brief);
  return markup`<section>${headingMarkup(1, heading.trim() || words.sources)}${verified ? markup`<p class="verified">${verified}</p>\n` : null}${brief.sources.length > 0 ? sourceList(brief.sources, targets) : markup`<p>${words.noSources}</p>\n`}</section>\n`;
}
