// The codebook as REFI-QDA .qdc (specification 1.5, section 5), written so that it always validates: GUIDs of 8-4-4-4-12 digits, no empty
// wrapper, colours as #rrggbb, one description a code. What the format has no place for is told.

import { descriptionOf } from '../../core/codebook-text.ts';
import type { Tag } from '../../core/tag.ts';
import { colourValues } from '../../core/tag-colours.ts';
import { printable } from './prose/characters.ts';

const namespace = 'urn:QDA-XML:codebook:1.0';

/** `tags` in tree order, at least one; ids are GUIDs already. `losses` are sentences. */
export function qdcBytes(tags: readonly Tag[]): { bytes: Uint8Array; losses: string[] } {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<CodeBook xmlns="${namespace}" origin="Annals">`, '<Codes>'];
  const parents = new Set(tags.map((tag) => tag.parentId));
  const open: string[] = [];
  for (const tag of tags) {
    while (open.length > 0 && open.at(-1) !== tag.parentId) {
      open.pop();
      lines.push('</Code>');
    }
    const description = printable(descriptionOf(tag));
    const start = `<Code guid="${tag.id.toUpperCase()}" name="${escaped(printable(tag.name))}" isCodable="${String(tag.isCodable)}" color="${colourValues[tag.colour]}"`;
    if (description === '' && !parents.has(tag.id)) lines.push(`${start}/>`);
    else {
      lines.push(`${start}>`);
      if (description !== '') lines.push(`<Description>${escaped(description)}</Description>`);
      open.push(tag.id);
    }
  }
  lines.push(...open.map(() => '</Code>'), '</Codes>', '</CodeBook>', '');
  return { bytes: new TextEncoder().encode(lines.join('\n')), losses: lossesOf(tags) };
}

function lossesOf(tags: readonly Tag[]): string[] {
  const told = (count: number, one: string, many: string) => (count === 0 ? [] : [count === 1 ? one : many.replace('#', count.toLocaleString('en'))]);
  const counted = (test: (tag: Tag) => boolean) => tags.filter(test).length;
  return [
    ...told(counted((tag) => tag.shortcut !== null), 'The digit of 1 tag is left out: the format has no place for it.', 'The digits of # tags are left out: the format has no place for them.'),
    ...told(counted((tag) => tag.isExclusive), 'The rule of 1 tag, that a passage carries one of those below it, is left out.', 'The rule of # tags, that a passage carries one of those below them, is left out.'),
    ...told(counted((tag) => tag.isArchived), '1 archived tag is written like the others.', '# archived tags are written like the others.'),
    ...told(counted((tag) => [tag.whenToUse, tag.whenNot, tag.example].some((text) => text.trim() !== '') || tag.aliases.length > 0), 'When to use, when not, example and other names of 1 tag stand as paragraphs of its description.', 'When to use, when not, example and other names of # tags stand as paragraphs of their descriptions.'),
  ];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
