// Offsets for other programs: the web's annotation model and the exchange format of coding programs count code points where we count
// UTF-16 code units.

/** The offsets, in UTF-16 code units of `text`, as numbers of code points before them. An offset inside a pair counts the whole pair as after it. */
export function codePointOffsets(text: string, offsets: readonly number[]): Map<number, number> {
  const found = new Map<number, number>();
  const pairs = text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g);
  let pair = pairs.next();
  let before = 0;
  for (const offset of [...new Set(offsets)].toSorted((one, other) => one - other)) {
    while (!pair.done && pair.value.index + 2 <= offset) {
      before += 1;
      pair = pairs.next();
    }
    const isInside = !pair.done && pair.value.index + 1 === offset;
    found.set(offset, offset - before - (isInside ? 1 : 0));
  }
  return found;
}
