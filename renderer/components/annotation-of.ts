// Making an annotation of a passage shown in a comparison; the one that is there already is used again.

import { useCallback } from 'react';
import { useConnection } from '../backend/backend.tsx';

export type Passage = { documentId: string; start: number; end: number };

/** Answers the id of the annotation of exactly this passage, made when there is none. Rejects with what the application says. */
export function useAnnotationOf(): (passage: Passage, tagIds?: string[], note?: string) => Promise<string> {
  const connection = useConnection();
  return useCallback(
    async (passage, tagIds = [], note = '') => {
      const own = await connection.call('annotations.list', { documentId: passage.documentId });
      const known = own.find((annotation) => annotation.start === passage.start && annotation.end === passage.end);
      if (!known) return (await connection.call('annotations.create', { ...passage, tagIds, note })).id;
      if (tagIds.length > 0) await connection.call('annotations.tag', { ids: [known.id], tagIds });
      if (note !== '') await connection.call('annotations.update', { id: known.id, note: [known.note, note].filter(Boolean).join('\n\n') });
      return known.id;
    },
    [connection],
  );
}
