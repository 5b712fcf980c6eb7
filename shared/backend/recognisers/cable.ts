export function recogniseCableFragment(_kind: string, _input: string, _hints: Record<string, unknown>): unknown {
  return null;
}
