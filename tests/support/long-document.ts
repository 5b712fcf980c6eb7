// Long documents with many highlights for benchmarks and tests: made up of our own words, kept by the application's own store, the
// same each time. It opens no application.

import { anchorOf, tagColours } from '../../shared/core/annotation.ts';
import { assemble, type DraftBlock } from '../../shared/core/canonical-text.ts';
import type { Page, ParsedDocument, WordBox } from '../../shared/core/document.ts';
import { emptyRecognition, type Recognition } from '../../shared/core/recognition.ts';
import { plainTag } from '../../shared/core/tag.ts';
import { insertAnnotation, insertLink } from '../../shared/backend/store/annotations.ts';
import { insertDocument } from '../../shared/backend/store/documents.ts';
import { insertContent, insertReading } from '../../shared/backend/store/readings.ts';
import { Store } from '../../shared/backend/store/store.ts';
import { insertTag } from '../../shared/backend/store/tags.ts';

export type LongDocument = { id: string; pages: number; wordsAPage: number; highlights: number };

const now = '2026-01-01T00:00:00.000Z';
const paragraphWords = 90;
/** Words between the beginnings of two highlights that follow one another where there are 10,000 on 100,000 words. */
const highlightWords = 7;
const vocabulary = 'the of children in inspectors and farms to a work was that their region report visited found seven under school program ministry without notice during season harvest which wages paid district council review data collected each year published before agreement families support services trained officers complaints received cotton brick quarry market transport'.split(' ');

/** Fills a project file (which must not exist) with the documents; each gets as many highlights as told, evenly over its text, every tenth across the one before. */
export function fillProject(file: string, documents: readonly LongDocument[]): void {
  const store = new Store(file, { create: true });
  const parsed = documents.map((document) => readingOf(document));
  store.keep((database) => {
    insertContent(database, 'content', new Uint8Array([1]), now);
    documents.forEach(({ id }, index) => {
      const made = parsed[index];
      if (made) insertReading(database, `reading-${id}`, 'content', 'pdf', made.document, made.recognition, now);
    });
  });
  store.command({ id: 'fill', author: '', now: new Date(now) }, (write) => {
    tagColours.forEach((colour, index) =>
      insertTag(write, { ...plainTag, id: `tag-${colour}`, parentId: null, name: `about ${colour}`, colour, aliases: [], position: index, createdAt: now }),
    );
    documents.forEach(({ id, highlights }, index) => {
      insertDocument(write, { id, contentId: 'content', readingId: `reading-${id}`, fileName: `${id}.pdf`, title: `Long report ${id}`, kind: 'generic', country: null, year: 2020, date: null, issuer: null, author: null, language: 'en', identifier: null, classification: null, importedAt: now });
      const text = parsed[index]?.document.text ?? '';
      for (let each = 0; each < highlights; each += 1) {
        const range = highlightAt(text, Math.floor((text.length / highlights) * each), each);
        const annotationId = `${id}-${String(each).padStart(6, '0')}`;
        const colour = tagColours[each % tagColours.length] ?? 'blue';
        insertAnnotation(write, { id: annotationId, documentId: id, ...range, ...anchorOf(text, range), area: null, page: null, colour: null, note: each % 5 === 0 ? 'To be compared with the figures of the year before.' : '', author: '', createdAt: now, updatedAt: now, anchorState: 'exact' });
        insertLink(write, { id: `link-${annotationId}`, annotationId, tagId: `tag-${colour}`, position: 0 });
      }
    });
    return { value: null, label: 'Fill' };
  });
  store.forgetHistory();
  store.close();
}

/** Whole words from the first that begins after `near`; every tenth is long enough to overlap those after it. */
function highlightAt(text: string, near: number, each: number): { start: number; end: number } {
  const start = near === 0 ? 0 : text.slice(near, near + 40).search(/\s\S/) + near + 1;
  return { start, end: endAfter(text, start, each % 10 === 0 ? highlightWords * 3 : highlightWords) };
}

function endAfter(text: string, start: number, words: number): number {
  let end = start;
  for (let word = 0; word < words; word += 1) {
    while (end < text.length && /\s/.test(text.charAt(end))) end += 1;
    while (end < text.length && !/\s/.test(text.charAt(end))) end += 1;
  }
  return end;
}

function readingOf({ id, pages, wordsAPage }: LongDocument): { document: ParsedDocument; recognition: Recognition } {
  const word = wordsFrom(id);
  const drafts: DraftBlock[] = [{ kind: 'title', text: `Long report ${id}` }];
  for (let page = 1; page <= pages; page += 1) {
    drafts.push({ kind: 'heading', level: 1 + (page % 3), page, text: `${String(page)} ${sentence(word, 5)}` });
    for (let left = wordsAPage; left > 0; left -= paragraphWords) {
      const text = sentence(word, Math.min(left, paragraphWords));
      // Some words stand out, as in any report.
      drafts.push({ kind: 'paragraph', page, text, runs: left % 4 === 0 ? [{ start: 0, end: text.indexOf(' '), style: 'strong' }] : [] });
    }
  }
  const { text, blocks } = assemble(drafts);
  const recognition: Recognition = {
    ...emptyRecognition,
    sections: blocks.flatMap((block, index) => (block.kind === 'heading' ? [{ start: block.start, end: blocks[index + 1]?.end ?? block.end, number: String(block.page), title: text.slice(block.start, block.end), level: block.level, page: block.page, role: null }] : [])),
  };
  return { document: { text, blocks, pages: pagesOf(text, blocks, pages), properties: {}, warnings: [], leftOut: [] }, recognition };
}

function pagesOf(text: string, blocks: ParsedDocument['blocks'], count: number): Page[] {
  const starts = Array.from({ length: count }, () => text.length);
  for (const { page, start } of blocks) if (page !== null) starts[page - 1] = Math.min(starts[page - 1] ?? start, start);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? text.length;
    return { number: index + 1, label: String(index + 1), start, end, width: 612, height: 792, words: boxesOf(text, start, end) };
  });
}

/** Lines of a page of usual measure, seventy letters each. */
function boxesOf(text: string, from: number, to: number): WordBox[] {
  return [...text.slice(from, to).matchAll(/\S+/g)].map((match) => {
    const line = Math.floor(match.index / 70);
    return { start: from + match.index, end: from + match.index + match[0].length, x: 72 + (match.index % 70) * 6.6, y: 72 + line * 14, width: match[0].length * 6.6, height: 11 };
  });
}

/** Words of the vocabulary in an order that only the name decides. */
function wordsFrom(name: string): () => string {
  let state = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2_147_483_647, 7);
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return vocabulary[state % vocabulary.length] ?? 'the';
  };
}

function sentence(word: () => string, count: number): string {
  const text = Array.from({ length: count }, (_, index) => (index > 0 && index % 15 === 0 ? `${word()}.` : word())).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
