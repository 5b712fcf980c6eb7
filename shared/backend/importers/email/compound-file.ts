// Checks that a compound file (MS-CFB 2.3) can be walked: its chains of sectors end, and its list of entries is finite. It
// reads no contents; it keeps a reader from running in circles.

const headerLength = 512;
const special = 0xffff_fffa;
const endOfChain = 0xffff_fffe;

export function hasSoundChains(bytes: Uint8Array): boolean {
  if (bytes.length < headerLength) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return false;
  const size = 1 << shift;
  const count = Math.ceil(bytes.length / size);
  const table = sectorTable(view, size, count);
  if (table === null || !chainsEnd(table)) return false;
  // The short chains have a table of the same form, which lies in a chain of its own.
  const short = chained(view, table, view.getUint32(60, true), size, count);
  const entries = chained(view, table, view.getUint32(48, true), size, count);
  return short !== null && chainsEnd(short) && entries !== null && entries.length > 0 && treeEnds(entries);
}

/** Which sector follows each; null when the table itself runs in circles or out of the file. */
function sectorTable(view: DataView, size: number, count: number): number[] | null {
  const sectors: number[] = [];
  for (let at = 76; at < headerLength; at += 4) sectors.push(view.getUint32(at, true));
  let next = view.getUint32(68, true);
  for (let steps = 0; next < special; steps++) {
    const start = (next + 1) * size;
    if (steps > count || start + size > view.byteLength) return null;
    for (let at = 0; at < size - 4; at += 4) sectors.push(view.getUint32(start + at, true));
    next = view.getUint32(start + size - 4, true);
  }
  const table: number[] = [];
  for (const sector of sectors) {
    if (sector >= special) continue;
    const start = (sector + 1) * size;
    if (start + size > view.byteLength || table.length > count + size) return null;
    for (let at = 0; at < size; at += 4) table.push(view.getUint32(start + at, true));
  }
  return table;
}

/** No sector is followed by two, and no chain by itself. */
function chainsEnd(table: readonly number[]): boolean {
  /** 0 not seen, 1 on the chain being followed, 2 known to end. */
  const seen = new Uint8Array(table.length);
  for (let start = 0; start < table.length; start++) {
    const path: number[] = [];
    let at = start;
    while (at < table.length && seen[at] === 0) {
      seen[at] = 1;
      path.push(at);
      at = table[at] ?? endOfChain;
    }
    if (at < table.length && seen[at] === 1) return false;
    for (const step of path) seen[step] = 2;
  }
  return true;
}

/** The numbers in the sectors of a chain; null when it leads out of the file. */
function chained(view: DataView, table: readonly number[], first: number, size: number, count: number): number[] | null {
  const numbers: number[] = [];
  let steps = 0;
  for (let at = first; at < special; at = table[at] ?? endOfChain) {
    const start = (at + 1) * size;
    if (start + size > view.byteLength || steps++ > count) return null;
    for (let offset = 0; offset < size; offset += 4) numbers.push(view.getUint32(start + offset, true));
  }
  return numbers;
}

/** Entries of 128 bytes; their neighbours and children form a tree, in which none comes twice. */
function treeEnds(numbers: readonly number[]): boolean {
  const length = Math.floor(numbers.length / 32);
  const seen = new Uint8Array(length);
  const waiting = [0];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at >= length) continue;
    if (seen[at] === 1) return false;
    seen[at] = 1;
    // Left and right neighbour and first child, at bytes 68, 72 and 76.
    for (const link of [17, 18, 19]) {
      const next = numbers[at * 32 + link] ?? endOfChain;
      if (next < special) waiting.push(next);
    }
  }
  return true;
}
