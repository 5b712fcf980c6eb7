// Rules of areas: each lies on a page that is there, keeps a description where a passage keeps its quote, and has a place in the text
// so that it is listed in document order.

import type { Annotation, PageArea } from '../../core/annotation.ts';
import { UserError } from '../../core/user-error.ts';
import { annotationById, insertAnnotation, insertLink, updateAnnotation } from '../store/annotations.ts';
import { documentRow } from '../store/documents.ts';
import { typingPause } from '../store/journal.ts';
import { pageOfReading, wordsOfPage } from '../store/readings.ts';
import { tagById } from '../store/tags.ts';
import type { Read } from '../store/write.ts';
import type { Command } from './handler.ts';
import { named } from './words.ts';

/** Points; less cannot be seen or hit. */
const smallest = 4;

export const create: Command<'areas.create'> = (write, input, context) => {
  const placed = placeOf(write, input.documentId, input.area);
  const tagIds = [...new Set(input.tagIds)];
  const names = tagIds.map((tagId) => {
    const tag = tagById(write, tagId);
    if (!tag) throw new UserError('not-found', 'This tag is not in the codebook any more.', 'It may have been merged or removed; undo brings it back.');
    if (!tag.isCodable) throw new UserError('conflict', `${named(tag.name)} is a heading only.`, 'Choose one of the tags below it.');
    return tag.name;
  });
  const now = context.now();
  const annotation: Annotation = {
    id: context.newId(),
    documentId: input.documentId,
    ...placed,
    quote: input.description === '' ? usual(placed.label, placed.area) : input.description,
    prefix: '',
    suffix: '',
    colour: input.colour,
    note: input.note,
    author: context.author,
    createdAt: now,
    updatedAt: now,
    anchorState: 'exact',
    tagIds,
  };
  insertAnnotation(write, annotation);
  tagIds.forEach((tagId, position) => insertLink(write, { id: context.newId(), annotationId: annotation.id, tagId, position }));
  return { value: annotation, label: names.length > 0 ? `Tag an area of a page ${named(names.join(', '))}` : 'Mark an area of a page' };
};

export const update: Command<'areas.update'> = (write, input, context) => {
  const annotation = annotationById(write, input.id);
  if (!annotation?.area) throw new UserError('not-found', 'This area is not there any more.', 'It may have been deleted; undo brings it back.');
  const placed = input.area && placeOf(write, annotation.documentId, input.area);
  const wasUsual = annotation.quote === usual(labelOf(write, annotation.documentId, annotation.area.page), annotation.area);
  const quote = input.description === undefined ? (placed && wasUsual ? usual(placed.label, placed.area) : undefined) : input.description === '' ? usual(labelOf(write, annotation.documentId, annotation.area.page), annotation.area) : input.description;
  updateAnnotation(write, input.id, {
    ...(placed ? { start: placed.start, end: placed.end, page: placed.page, area: placed.area } : {}),
    ...(quote === undefined ? {} : { quote }),
    updatedAt: context.now(),
  });
  return placed
    ? { value: null, label: 'Move an area', merge: { key: `extent:${input.id}`, within: typingPause } }
    : { value: null, label: 'Describe an area', merge: { key: `description:${input.id}`, within: typingPause } };
};

/** The area within its page, and the word before which it is listed: the first that stands at or below its upper edge. */
function placeOf(read: Read, documentId: string, wanted: PageArea): { area: PageArea; page: number; start: number; end: number; label: string | null } {
  const document = documentRow(read, documentId);
  if (!document) throw new UserError('not-found', 'This document is not in the project any more.', 'Undo its removal first.');
  const page = pageOfReading(read, document.readingId, wanted.page);
  if (!page) throw new UserError('invalid-input', `This document has no page ${String(wanted.page)}.`, 'Mark an area on one of its pages.');
  const area = within(wanted, page);
  if (area.width < smallest || area.height < smallest) throw new UserError('invalid-input', 'This area is too small, or lies outside the page.', 'Draw it again, at least as large as a letter.');
  const word = wordsOfPage(read, document.readingId, wanted.page).find((each) => each.y + each.height > area.y);
  const start = word?.start ?? Math.max(page.start, page.end - 1);
  return { area, page: wanted.page, start, end: start + 1, label: page.label };
}

/** A page that could not be read has no size to keep to. */
function within({ page, x, y, width, height }: PageArea, size: { width: number; height: number }): PageArea {
  if (size.width <= 0 || size.height <= 0) return { page, x, y, width, height };
  const left = Math.max(0, x);
  const top = Math.max(0, y);
  return { page, x: left, y: top, width: Math.min(size.width, x + width) - left, height: Math.min(size.height, y + height) - top };
}

function labelOf(read: Read, documentId: string, page: number): string | null {
  const document = documentRow(read, documentId);
  return document ? (pageOfReading(read, document.readingId, page)?.label ?? null) : null;
}

function usual(label: string | null, area: PageArea): string {
  return `Figure on page ${label ?? String(area.page)}`;
}
