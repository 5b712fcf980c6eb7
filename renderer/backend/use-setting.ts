// One setting of this machine, read once and written through. A setting never changes the project.

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useConnection } from './backend.tsx';
import { useQuery } from './use-query.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * The value kept under `key`, or `fallback` when there is none or `accepts` refuses it (another version may have written it).
 * Setting shows at once and is written behind.
 */
export function useSetting<Value extends Json>(key: string, fallback: Value, accepts: (value: unknown) => value is Value): [Value, (value: Value) => void] {
  const connection = useConnection();
  const cache = useQueryClient();
  const settings = useQuery('settings.get', {});
  const kept = settings.data?.[key];
  const set = useCallback(
    (value: Value) => {
      cache.setQueryData(['settings.get', {}], (all: Record<string, unknown> | undefined) => (all ? { ...all, [key]: value } : all));
      // A setting that cannot be written is worth no interruption; it holds until the window closes.
      connection.call('settings.set', { key, value }).catch(() => undefined);
    },
    [cache, connection, key],
  );
  return [accepts(kept) ? kept : fallback, set];
}

export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
export const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
export const isText = (value: unknown): value is string => typeof value === 'string';
/** Accepts one of the given words. */
export const isOneOf =
  <Word extends string>(words: readonly Word[]) =>
  (value: unknown): value is Word =>
    words.some((word) => word === value);
