// The control words of Rich Text that stand for characters or name destinations (RTF 1.9.1), and its code pages.

export const characters: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'], ['emdash', '—'], ['endash', '–'], ['bullet', '•'], ['lquote', '‘'], ['rquote', '’'], ['ldblquote', '“'], ['rdblquote', '”'],
  ['emspace', ' '], ['enspace', ' '], ['qmspace', ' '], ['zwj', '\u200d'], ['zwnj', '\u200c'], ['ltrmark', ''], ['rtlmark', ''], ['nestcell', '\t'],
]);

/** Destinations whose text is no text of the document. */
export const skipped: ReadonlySet<string> = new Set([
  'colortbl', 'pict', 'objdata', 'objclass', 'objname', 'themedata', 'colorschememapping', 'datastore', 'latentstyles', 'listtable', 'listoverridetable', 'rsidtbl', 'generator', 'xmlnstbl', 'revtbl',
  'mmathPr', 'filetbl', 'bkmkstart', 'bkmkend', 'xe', 'tc', 'tcn', 'rxe', 'txe', 'atnid', 'atrfstart', 'atrfend', 'atndate', 'atnref', 'atnparent', 'atntime', 'formfield', 'datafield', 'nonshppict', 'sp', 'sn', 'sv', 'htmltag', 'mhtmltag',
  'passwordhash', 'protusertbl', 'pnseclvl', 'listpicture', 'shppict', 'wgrffmtfilter', 'pgptbl', 'fontemb', 'falt', 'panose', 'userprops', 'template', 'ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn', 'do', 'private', 'background', 'nesttableprops',
]);

/** Destinations whose text is kept as left out. */
export const asides: ReadonlyMap<string, string> = new Map([
  ...['header', 'headerl', 'headerr', 'headerf'].map((name): [string, string] => [name, 'head of the pages']),
  ...['footer', 'footerl', 'footerr', 'footerf'].map((name): [string, string] => [name, 'foot of the pages']),
  ['annotation', 'comment'],
  ['atnauthor', 'author of a comment'],
]);

/** Properties the document states of itself, by the names they have in Annals. */
export const informations: ReadonlyMap<string, string> = new Map([
  ['title', 'title'], ['author', 'author'], ['subject', 'subject'], ['keywords', 'keywords'], ['category', 'category'], ['doccomm', 'description'], ['company', 'publisher'],
]);

/** Optional destinations ("\*") that are read nevertheless. */
export const readOptional: ReadonlySet<string> = new Set(['shpinst', 'shptxt', 'fldinst', 'ud', 'pn', 'pnseclvl', 'listtext', 'footnote', 'annotation', 'atnauthor', 'cs', 'ds', 'ts']);

const charsets = new Map([
  [77, 'macintosh'], [128, 'cp932'], [129, 'cp949'], [130, 'cp949'], [134, 'gb18030'], [136, 'cp950'], [161, 'windows-1253'], [162, 'windows-1254'], [163, 'windows-1258'], [177, 'windows-1255'],
  [178, 'windows-1256'], [186, 'windows-1257'], [204, 'windows-1251'], [222, 'windows-874'], [238, 'windows-1250'], [254, 'cp437'], [255, 'cp850'],
]);

/** The encoding of a font's character set; null for those that follow the document (ANSI, default, symbols). */
export function charsetEncoding(number: number): string | null {
  return charsets.get(number) ?? null;
}

export function codePageEncoding(number: number): string {
  if (number === 65001) return 'utf-8';
  if (number === 936) return 'gb18030';
  if (number === 10000) return 'macintosh';
  return number >= 1250 && number <= 1258 ? `windows-${number}` : `cp${number}`;
}
