// Numbered citations that lead to the list of sources, and the way back from it.

import { sourceListParts } from '../../../core/citation.ts';
import type { Citation, Source } from '../../../core/brief.ts';
import { citationPieces, unbroken } from '../layout/wording.ts';
import { markup, type Markup } from './markup.ts';

/** Remembers where each source was cited, so that the list can lead back. */
export type CitationTargets = { nextId: () => string; cited: Map<number, string[]> };

/** More ways back than this help nobody find a place; the first ones are kept. */
const mostWaysBack = 26;

export function createTargets(): CitationTargets {
  let count = 0;
  return { nextId: () => `cited-${(count += 1)}`, cited: new Map() };
}

export function citationLinks(citations: readonly Citation[], targets: CitationTargets): Markup {
  const pieces = citationPieces(citations).map(({ text, source }) => {
    if (source === null) return markup`${text}`;
    const id = targets.nextId();
    const places = targets.cited.get(source) ?? [];
    if (places.length < mostWaysBack) targets.cited.set(source, [...places, id]);
    return markup`<a id="${id}" href="#source-${source}">${unbroken(text)}</a>`;
  });
  return markup`<span class="cite" dir="ltr">${pieces}</span>`;
}

export function sourceList(sources: readonly Source[], targets: CitationTargets): Markup {
  return markup`<ol class="sources">${sources.map((source) => sourceItem(source, targets.cited.get(source.number) ?? []))}</ol>\n`;
}

function sourceItem(source: Source, places: readonly string[]): Markup {
  const parts = sourceListParts(source).map((part) => (part.title ? markup`<cite dir="auto">${part.text}</cite>` : markup`<bdi>${part.text}</bdi>`));
  const back = places.map((id, index) => markup` <a href="#${id}" aria-label="Back to citation ${index + 1} of source ${source.number}">${String.fromCharCode(97 + index)}</a>`);
  return markup`<li id="source-${source.number}"><span>${source.number}.</span> <span>${parts}${places.length > 0 ? markup` <span class="back">↑${back}</span>` : null}</span></li>\n`;
}
