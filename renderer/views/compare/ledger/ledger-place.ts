// The cell in hand of a ledger (things down, years across) as it stands in the address, and where a key leads from it. No screen.

export type LedgerPlace = { id: string; year: number };

/** "2019:conventions.palermo" */
export function writePlace({ id, year }: LedgerPlace): string {
  return `${year}:${id}`;
}

export function readPlace(text: string | null): LedgerPlace | null {
  const match = /^(\d{4}):(.+)$/su.exec(text ?? '');
  return match?.[2] ? { id: match[2], year: Number(match[1]) } : null;
}

/** Rows that a page moves by. */
const pageRows = 12;

/** Null when the key leads nowhere. */
export function placeAfter(key: string, isWide: boolean, place: LedgerPlace, ids: readonly string[], years: readonly number[]): LedgerPlace | null {
  const at = ids.indexOf(place.id);
  const column = years.indexOf(place.year);
  const moves: Record<string, [row: number, column: number]> = {
    ArrowDown: [isWide ? ids.length : at + 1, column],
    ArrowUp: [isWide ? 0 : at - 1, column],
    PageDown: [at + pageRows, column],
    PageUp: [at - pageRows, column],
    ArrowRight: [at, isWide ? years.length : column + 1],
    ArrowLeft: [at, isWide ? 0 : column - 1],
    Home: [isWide ? 0 : at, 0],
    End: [isWide ? ids.length : at, years.length],
  };
  const move = moves[key];
  if (!move || at < 0 || column < 0) return null;
  const id = ids[Math.min(ids.length - 1, Math.max(0, move[0]))];
  const year = years[Math.min(years.length - 1, Math.max(0, move[1]))];
  return id === undefined || year === undefined ? null : { id, year };
}
