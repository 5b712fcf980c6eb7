// Making an annotation of a passage shown in a comparison; the one that is there already is used again.

import { useCallback } from 'react';
import { useConnection } from '../backend/backend.tsx';

export type Passage = { documentId: string; start: number; end: number; /** When it is known already: an area of a page has no words to be found by. */ annotationId?: string };

/** Answers the id of the annotation of exactly this passage, made when there is none. Rejects with what the application says. */
export function useAnnotationOf(): (passage: Passage, tagIds?: string[], note?: string) => Promise<string> {
  const connection = useConnection();
  return useCallback(
    async ({ annotationId, ...passage }, tagIds = [], note = '') => {
      const own = await connection.call('annotations.list', { documentId: passage.documentId });
      const known = own.find((annotation) => (annotationId === undefined ? annotation.area === null && annotation.start === passage.start && annotation.end === passage.end : annotation.id === annotationId));
      if (!known) return (await connection.call('annotations.create', { ...passage, tagIds, note })).id;
      if (tagIds.length > 0) await connection.call('annotations.tag', { ids: [known.id], tagIds });
      if (note !== '') await connection.call('annotations.update', { id: known.id, note: [known.note, note].filter(Boolean).join('\n\n') });
      return known.id;
    },
    [connection],
  );
}
