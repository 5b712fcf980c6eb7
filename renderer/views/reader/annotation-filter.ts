// Which highlights of the open document are shown: by tag, author, words and note. Pure.

import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import { idsWithin, type TagWithCount } from '../../../shared/core/tag.ts';

export const noteChoices = ['any', 'with', 'without'] as const;
export type NoteChoice = (typeof noteChoices)[number];

/** Stands for having no tag at all. */
export const untagged = 'untagged';

export type AnnotationFilter = {
  /** One of these or of the tags below them; empty for any. */
  tagIds: readonly string[];
  /** Null for any. */
  author: string | null;
  /** Words of the passage or of the note, without regard to case. */
  text: string;
  note: NoteChoice;
};

export const showAll: AnnotationFilter = { tagIds: [], author: null, text: '', note: 'any' };

export function isNarrow(filter: AnnotationFilter): boolean {
  return filter.tagIds.length > 0 || filter.author !== null || filter.text.trim() !== '' || filter.note !== 'any';
}

/** Says of an annotation whether the filter lets it through. */
export function fits(filter: AnnotationFilter, tags: readonly TagWithCount[]): (annotation: ListedAnnotation) => boolean {
  const wanted = new Set(filter.tagIds.flatMap((id) => (id === untagged ? [] : idsWithin(tags, id))));
  const words = filter.text.trim().toLocaleLowerCase();
  return ({ tagIds, author, quote, note }) =>
    (filter.tagIds.length === 0 || (filter.tagIds.includes(untagged) && tagIds.length === 0) || tagIds.some((id) => wanted.has(id))) &&
    (filter.author === null || author === filter.author) &&
    (filter.note === 'any' || (note.trim() !== '') === (filter.note === 'with')) &&
    (words === '' || quote.replace(/\s+/gu, ' ').toLocaleLowerCase().includes(words) || note.toLocaleLowerCase().includes(words));
}
