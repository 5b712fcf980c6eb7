// The questions asked last on this machine, newest first.

import { useCallback } from 'react';
import { useSetting } from '../../backend/use-setting.ts';

const kept = 8;

export function useRecentQueries(): [string[], (query: string) => void] {
  const [recent, setRecent] = useSetting<string[]>('search.recent', [], isTexts);
  const remember = useCallback(
    (query: string) => {
      if (query !== '' && recent[0] !== query) setRecent([query, ...recent.filter((other) => other !== query)].slice(0, kept));
    },
    [recent, setRecent],
  );
  return [recent, remember];
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
