// What was opened last through the palette on this machine.

import { useCallback } from 'react';
import { useSetting } from '../../backend/use-setting.ts';

const kept = 12;

export function useRecentEntries(): [string[], (key: string) => void] {
  const [recent, setRecent] = useSetting<string[]>('palette.recent', [], isKeys);
  const remember = useCallback((key: string) => setRecent([key, ...recent.filter((other) => other !== key)].slice(0, kept)), [recent, setRecent]);
  return [recent, remember];
}

function isKeys(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
