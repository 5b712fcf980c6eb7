// Texts changed in known ways: each letter of the old text is known to stand at a place of the new one or to be gone. For scores and tests
// of placing annotations again.

export type Edited = { text: string; /** By offset of the old text: offset in the new one, or -1. */ places: Int32Array };
export type Random = () => number;

type Piece = { from: number; to: number } | { added: string };

/** The new text of pieces of the old one in any order, with added words between them. A piece used twice counts where it comes first. */
export function ofPieces(text: string, pieces: readonly Piece[]): Edited {
  const places = new Int32Array(text.length).fill(-1);
  const parts: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    const part = 'added' in piece ? piece.added : text.slice(piece.from, piece.to);
    if ('from' in piece) for (let at = piece.from; at < piece.to; at++) if (places[at] === -1) places[at] = length + at - piece.from;
    parts.push(part);
    length += part.length;
  }
  return { text: parts.join(''), places };
}

export function after(first: Edited, second: Edited): Edited {
  return { text: second.text, places: first.places.map((place) => (place < 0 ? -1 : (second.places[place] ?? -1))) };
}

/** Printed anew: lines broken at a width, words hyphenated, a running head on every page. */
export function reflowed(text: string, width: number, next: Random): Edited {
  const pieces: Piece[] = [];
  let line = 0;
  let page = 0;
  for (const { index, 0: word } of text.matchAll(/\s*\S+/g)) {
    line += word.length;
    page += word.length;
    const end = index + word.length;
    if (page > 2800) {
      pieces.push({ from: index, to: end }, { added: `\n${Math.floor(next() * 900)} | ANNUAL REPORT OF SOMETHING ELSE\n` });
      [line, page] = [0, 0];
    } else if (line > width && word.length > 9 && /^\s*[a-z]+$/.test(word) && next() < 0.6) {
      const cut = end - 4;
      pieces.push({ from: index, to: cut }, { added: '-\n' }, { from: cut, to: end });
      line = 4;
    } else if (line > width) {
      pieces.push({ from: index, to: end }, { added: '\n' });
      line = 0;
    } else pieces.push({ from: index, to: end });
  }
  return ofPieces(text, pieces);
}

const confusions: Record<string, string> = { l: '1', '1': 'l', o: '0', '0': 'O', e: 'c', c: 'e', h: 'b', n: 'u', i: 'í', m: 'rn', S: '5', '5': 'S', B: '8', a: 'o', t: 'f', ' ': '', r: 'n', '.': ',', ',': '.' };

/** As a careless recogniser reads it: `rate` of the letters taken for others, dropped or doubled. */
export function misread(text: string, rate: number, next: Random): Edited {
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (next() >= rate) continue;
    const added = confusions[text[at] ?? ''];
    if (added === undefined) continue;
    pieces.push({ from, to: at }, { added });
    from = at + 1;
  }
  return ofPieces(text, [...pieces, { from, to: text.length }]);
}

export type Editing = { /** Shares of sentences. */ deleted: number; reworded: number; inserted: number; /** Shares of paragraphs. */ moved: number; doubled: number };

/** As an editor changes it; what is inserted comes from `other`, so that it speaks of the same things. */
export function rewritten(text: string, other: string, rates: Editing, next: Random): Edited {
  const strange = sentencesOf(other);
  const paragraphs = linesOf(text).map(({ start, end }): Piece[] =>
    sentencesOf(text.slice(start, end), start).flatMap((sentence): Piece[] => {
      const pieces: Piece[] = [];
      const chance = next();
      if (chance < rates.deleted) return [];
      if (chance < rates.deleted + rates.reworded) {
        const words = [...text.slice(sentence.start, sentence.end).matchAll(/\p{L}{4,}/gu)];
        const word = words[Math.floor(next() * words.length)];
        const at = sentence.start + (word?.index ?? 0);
        pieces.push({ from: sentence.start, to: at }, { added: 'considerable' }, { from: at + (word?.[0].length ?? 0), to: sentence.end });
      } else pieces.push({ from: sentence.start, to: sentence.end });
      const added = strange[Math.floor(next() * strange.length)];
      if (next() < rates.inserted && added) pieces.push({ added: ` ${other.slice(added.start, added.end)} ` });
      return pieces;
    }),
  );
  const order = paragraphs.map((_, index) => index);
  for (let index = 0; index < order.length; index++) {
    if (next() >= rates.moved) continue;
    const [taken = 0] = order.splice(index, 1);
    order.splice(Math.floor(next() * order.length), 0, taken);
  }
  const pieces = order.flatMap((index) => [...(paragraphs[index] ?? []), { added: '\n' }]);
  // Copies come after the text they copy, at the end, so that the first place is the true one.
  const copies = paragraphs.filter(() => next() < rates.doubled).flatMap((paragraph) => [...paragraph, { added: '\n' }]);
  return ofPieces(text, [...pieces, ...copies]);
}

export function linesOf(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({ start: index, end: index + line.length }));
}

export function sentencesOf(text: string, offset = 0): { start: number; end: number }[] {
  return [...text.matchAll(/[^.!?\n]+[.!?]*\s*/g)].map(({ index, 0: sentence }) => ({ start: offset + index, end: offset + index + sentence.length }));
}

/** Where a range of the old text stands in the new one: whole and unchanged, changed within, or gone. */
export function truthOf(old: string, { text, places }: Edited, { start, end }: { start: number; end: number }): { kind: 'same' | 'changed'; start: number; end: number } | { kind: 'gone' } {
  let first = -1;
  let last = -1;
  let kept = 0;
  let isWhole = true;
  for (let at = start; at < end; at++) {
    const place = places[at] ?? -1;
    if (/[\s-]/.test(old[at] ?? '')) continue;
    if (place < 0) {
      isWhole = false;
      continue;
    }
    if (last >= 0 && (place <= last || !/^(?:[\s-]|\n\d+ \| ANNUAL REPORT OF SOMETHING ELSE\n)*$/.test(text.slice(last + 1, place)))) isWhole = false;
    if (first < 0) first = place;
    last = Math.max(last, place);
    kept += 1;
  }
  if (kept === 0) return { kind: 'gone' };
  return { kind: isWhole ? 'same' : 'changed', start: Math.min(first, last), end: last + 1 };
}
