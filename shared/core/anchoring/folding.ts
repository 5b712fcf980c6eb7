// Folds a text to the letters that count when a passage is looked for again: without white space, hyphens and invisible signs, in lower
// case, ligatures and quotation marks in one form. Each folded unit knows where it came from. It looks for nothing.

import type { TextRange } from '../document.ts';

/** UTF-16 units of the folded text, and by unit the range of the original character it came from. */
export type Folded = { units: Uint16Array; starts: Int32Array; ends: Int32Array };

const space = 0x20;
const hyphen = 0x2d;
const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;

/** Soft hyphen, zero-width signs and joiners, direction marks, variation selectors, tatweel, bullets. */
const invisible = /[\u00ad\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff•●▪◦‣]|\p{Variation_Selector}/gu;
const white = /\s/;
const dash = /[\p{Pd}\u2212]/u;
const mark = /\p{M}/u;
/** Letters that were joined or widened for print; superscripts and fractions are not among them, since they change what a number says. */
const printed = /[\ufb00-\ufdff\ufe70-\ufefe\uff00-\uffef]/;

const forms: Record<string, string> = {
  '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '″': '"', '‟': '"',
  '‘': "'", '’': "'", '‚': "'", '‛': "'", '´': "'", '`': "'", '′': "'", 'ʼ': "'",
  '…': '...', 'ς': 'σ',
};

/**
 * Two passages have the same words when their folded units are equal. White space counts between two digits only and a hyphen before a
 * digit only, because there they change a number. `leaveOut` are ranges in order that do not count, such as running heads.
 */
export function fold(text: string, leaveOut: readonly TextRange[] = []): Folded {
  const writer = new UnitWriter(text.length);
  let gap = -1;
  let dashed = -1;
  let out = 0;
  for (let at = 0; at < text.length; ) {
    const range = leaveOut[out];
    if (range && at >= range.start) {
      if (gap < 0) gap = range.start;
      at = Math.max(at, range.end);
      out += 1;
      continue;
    }
    const unit = text.charCodeAt(at);
    if (unit === space || (unit >= 9 && unit <= 13)) {
      if (gap < 0) gap = at;
      at += 1;
      continue;
    }
    if (unit === hyphen) {
      dashed = at;
      at += 1;
      continue;
    }
    let end = at + 1;
    let letters = '';
    let first = unit;
    const plain = unit < 0x80 && !(text.charCodeAt(end) >= 0x300 && mark.test(text.charAt(end)));
    if (plain) {
      if (unit >= 0x41 && unit <= 0x5a) first = unit + 32;
      else if (unit === 0x60) first = 0x27;
    } else {
      end = clusterEnd(text, at);
      const source = text.slice(at, end);
      if (white.test(source.charAt(0))) {
        if (gap < 0) gap = at;
        at = end;
        continue;
      }
      const visible = source.replace(invisible, '');
      if (visible !== source) {
        letters = letterForm(visible);
        if (letters === '') {
          at = end;
          continue;
        }
      } else if (dash.test(source)) {
        dashed = at;
        at = end;
        continue;
      } else letters = letterForm(source);
      first = letters.charCodeAt(0);
    }
    if (isDigit(first)) {
      if (dashed >= 0) writer.push(hyphen, dashed, dashed + 1);
      else if (gap >= 0 && isDigit(writer.last())) writer.push(space, gap, gap + 1);
    }
    gap = -1;
    dashed = -1;
    if (plain) writer.push(first, at, end);
    else for (let index = 0; index < letters.length; index++) writer.push(letters.charCodeAt(index), at, end);
    at = end;
  }
  return writer.done();
}

/** Folded positions of an original range: of the units that come from inside it. Empty when nothing of it counts. */
export function foldedRange({ starts, ends }: Folded, { start, end }: TextRange): TextRange {
  return { start: firstAtLeast(ends, start + 1), end: firstAtLeast(starts, end) };
}

/** Original range of folded positions, which must not be empty. */
export function originalRange({ starts, ends }: Folded, { start, end }: TextRange): TextRange {
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 };
}

/** Index of the first value that is `least` or more; the values do not fall. */
export function firstAtLeast(values: Int32Array, least: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function letterForm(source: string): string {
  const known = forms[source];
  if (known !== undefined) return known;
  const normal = printed.test(source) ? source.normalize('NFKC').replace(/\s+/g, '') : source.normalize('NFC');
  const lower = normal.toLowerCase();
  return forms[lower] ?? lower;
}

/** End of the character that begins at `at`, with its combining marks. Hostile stacks of marks are cut after 32. */
function clusterEnd(text: string, at: number): number {
  let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  for (let marks = 0; marks < 32 && end < text.length; marks++) {
    const code = text.codePointAt(end) ?? 0;
    if (code < 0x300 || !mark.test(String.fromCodePoint(code))) break;
    end += code > 0xffff ? 2 : 1;
  }
  return end;
}

/** Collects units with their places; grows when ligatures unfold. */
class UnitWriter {
  private units: Uint16Array;
  private starts: Int32Array;
  private ends: Int32Array;
  private length = 0;

  constructor(expected: number) {
    this.units = new Uint16Array(expected + 16);
    this.starts = new Int32Array(expected + 16);
    this.ends = new Int32Array(expected + 16);
  }

  push(unit: number, start: number, end: number): void {
    if (this.length === this.units.length) {
      this.units = grown(this.units, new Uint16Array(this.length * 2));
      this.starts = grown(this.starts, new Int32Array(this.length * 2));
      this.ends = grown(this.ends, new Int32Array(this.length * 2));
    }
    this.units[this.length] = unit;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length += 1;
  }

  last(): number {
    return this.units[this.length - 1] ?? 0;
  }

  done(): Folded {
    return { units: this.units.subarray(0, this.length), starts: this.starts.subarray(0, this.length), ends: this.ends.subarray(0, this.length) };
  }
}

function grown<Numbers extends Uint16Array | Int32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
