// How a highlight looks and is spoken of.

import type { ListedAnnotation, TagColour } from '../../../shared/core/annotation.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';

/** Its own colour, else that of its first tag, else yellow: the colour of a pen. */
export function colourOf(annotation: Pick<ListedAnnotation, 'colour' | 'tagIds'>, tags: ReadonlyMap<string, TagWithCount>): TagColour {
  return annotation.colour ?? (annotation.tagIds[0] === undefined ? undefined : tags.get(annotation.tagIds[0])?.colour) ?? 'yellow';
}

export function tagNames(annotation: Pick<ListedAnnotation, 'tagIds'>, tags: ReadonlyMap<string, TagWithCount>): string {
  return annotation.tagIds.flatMap((id) => tags.get(id)?.name ?? []).join(', ');
}

/** For the ear: tags, the words, the page, the note. */
export function spoken(annotation: ListedAnnotation, tags: ReadonlyMap<string, TagWithCount>): string {
  const names = tagNames(annotation, tags);
  const note = annotation.note.trim() === '' ? '' : ` Note: ${shortened(annotation.note, 200)}`;
  if (annotation.area) return `Area of page ${String(annotation.area.page)}, ${shortened(annotation.quote, 160)}${names === '' ? '' : `: ${names}`}.${note}`;
  return `${names === '' ? 'Highlight without a tag' : names}: “${shortened(annotation.quote, 160)}”${annotation.page === null ? '' : ` Page ${String(annotation.page)}.`}${note}`;
}

export function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= length ? line : `${[...line].slice(0, length - 1).join('')}…`;
}
