// Everything annotated in the project, by id: for chips, quotations and choosers.

import { useMemo } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import { useQuery } from '../../backend/use-query.ts';

const none: ReadonlyMap<string, ListedAnnotation> = new Map();

export function useAnnotations(): ReadonlyMap<string, ListedAnnotation> {
  const { data } = useQuery('annotations.list', {});
  return useMemo(() => (data ? new Map(data.map((each) => [each.id, each])) : none), [data]);
}
