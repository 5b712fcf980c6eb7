// Counts what each further value of a filter would leave of the list of annotations: each group among what the other groups leave.

import { type FacetCounts, type ListFacet, type ListFilter, listFacets, unknownValue } from './annotation-list.ts';
import type { AnchorState, TagColour } from './annotation.ts';
import { idsWithin, type Tag } from './tag.ts';

export type CountMaterial = {
  /** All that fit what is no group: the text. */
  annotations: readonly { id: string; documentId: string; author: string; anchorState: AnchorState; colour: TagColour | null; hasNote: number; isUsed: number }[];
  /** Tags of annotations, those of one in their order; may hold those of others. */
  links: readonly { annotationId: string; tagId: string }[];
  documents: readonly { id: string; country: string | null; year: number | null }[];
  tags: readonly Pick<Tag, 'id' | 'parentId' | 'colour'>[];
};

const none: readonly string[] = [];

export function countFacets({ annotations, links, documents, tags }: CountMaterial, filter: ListFilter): FacetCounts {
  const tagsOf = new Map<string, string[]>();
  for (const { annotationId, tagId } of links) {
    const known = tagsOf.get(annotationId);
    if (known) known.push(tagId);
    else tagsOf.set(annotationId, [tagId]);
  }
  const tagById = new Map(tags.map((tag) => [tag.id, tag]));
  const documentById = new Map(documents.map((document) => [document.id, document]));
  const upward = filter.withBelow ? ancestorsOf(tagById) : null;
  /** Null: the group narrows nothing. A tag that is gone has none below it. */
  const wanted = (facet: ListFacet) => (filter[facet].length === 0 ? null : new Set<string>(facet === 'tags' && filter.withBelow ? filter.tags.flatMap((id) => [id, ...idsWithin(tags, id)]) : filter[facet]));
  const groups = listFacets.map((facet) => ({ facet, wanted: wanted(facet), counts: new Map<string, number>() }));

  for (const annotation of annotations) {
    const own = tagsOf.get(annotation.id) ?? none;
    const document = documentById.get(annotation.documentId);
    // One left behind by damage is not listed either.
    if (!document) continue;
    const valueOf = (facet: Exclude<ListFacet, 'tags'>): string => {
      switch (facet) {
        case 'colours':
          return annotation.colour ?? tagById.get(own[0] ?? '')?.colour ?? 'yellow';
        case 'countries':
          return document.country ?? unknownValue;
        case 'years':
          return document.year?.toString() ?? unknownValue;
        case 'documents':
          return annotation.documentId;
        case 'authors':
          return annotation.author || unknownValue;
        case 'note':
          return annotation.hasNote ? 'with' : 'without';
        case 'tagged':
          return own.length > 0 ? 'with' : 'without';
        case 'used':
          return annotation.isUsed ? 'with' : 'without';
        case 'anchors':
          return annotation.anchorState;
      }
    };
    const misses = groups.filter((group) => group.wanted !== null && !(group.facet === 'tags' ? own.some((id) => group.wanted?.has(id)) : group.wanted.has(valueOf(group.facet))));
    if (misses.length > 1) continue;
    // What only one group turns away would come back by another value of that group.
    for (const { facet, counts } of misses.length === 1 ? misses : groups) {
      const values = facet !== 'tags' ? [valueOf(facet)] : upward && own.length > 0 ? [...new Set(own.flatMap((id) => upward(id)))] : own;
      for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }

  const counted = groups.map(({ facet, counts }) => [facet, [...counts].map(([value, count]) => ({ value, count })).toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))]);
  return Object.fromEntries(counted) as FacetCounts;
}

/** A tag and all above it, remembered: most annotations have one of few tags. */
function ancestorsOf(tagById: ReadonlyMap<string, Pick<Tag, 'id' | 'parentId'>>): (id: string) => readonly string[] {
  const known = new Map<string, string[]>();
  const find = (id: string): string[] => {
    const found = known.get(id);
    if (found) return found;
    const parentId = tagById.get(id)?.parentId ?? null;
    const path = parentId === null ? [id] : [id, ...find(parentId)];
    known.set(id, path);
    return path;
  };
  return find;
}
