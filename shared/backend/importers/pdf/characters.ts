// What a glyph's Unicode value stands for as a typist would write it: ligatures opened, hyphens plain, bullets of symbol fonts named.

const ligatures: Record<string, string> = { 'ﬀ': 'ff', 'ﬁ': 'fi', 'ﬂ': 'fl', 'ﬃ': 'ffi', 'ﬄ': 'ffl', 'ﬅ': 'st', 'ﬆ': 'st' };
/** Hyphens that look like the one on the keyboard and are searched for by it. */
const hyphens: Record<string, string> = { '\u2010': '-', '\u2011': '-' };
/** Bullets of symbol fonts, which carry no Unicode meaning of their own. */
const symbols: Record<string, string> = { '\uf0b7': '•', '\uf0a7': '▪', '\uf0fc': '✓', '\uf0d8': '➢', '\uf0a8': '◆' };

/** Letters that dingbat fonts draw as bullets and check marks when the file maps them to nothing better. */
const dingbats: Record<string, string> = { n: '■', l: '●', u: '◆', q: '❑', o: '❑', p: '❑', s: '▲', '§': '▪', '·': '•', 'ü': '✓', '4': '✔', '3': '✓' };

/** The readable characters of a glyph; empty when it prints none. */
export function characterOf(unicode: string, symbolFont: boolean): string {
  if (symbolFont) return dingbats[unicode] ?? symbols[unicode] ?? unicode;
  const first = unicode.charCodeAt(0);
  if (first >= 0x20 && first < 0x7f) return unicode;
  // Control characters and the replacement for an unmapped glyph print nothing readable.
  if (first < 0x20 || (first >= 0x7f && first < 0xa0)) return '';
  return ligatures[unicode] ?? hyphens[unicode] ?? symbols[unicode] ?? unicode;
}

export const isBlank = (character: string): boolean => character <= ' ' || (character >= '\u00a0' && /^\s$/u.test(character));

/** A character of the private use area means nothing outside its font. */
export const isPrivate = (character: string): boolean => character >= '\ue000' && character <= '\uf8ff';
