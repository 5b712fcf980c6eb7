// Which root element an XML text has, from its beginning, without parsing it.

/** The name of the first element after declaration, comments, instructions and document type; null when the text is no XML. */
export function rootOf(beginning: string): string | null {
  let at = 0;
  for (;;) {
    while (/\s/.test(beginning.charAt(at))) at++;
    if (beginning.startsWith('<?', at)) at = after(beginning, '?>', at);
    else if (beginning.startsWith('<!--', at)) at = after(beginning, '-->', at);
    else if (/^<!doctype/i.test(beginning.slice(at, at + 9))) at = afterDoctype(beginning, at);
    else break;
    if (at < 0) return null;
  }
  const name = /^<([\p{L}_][\p{L}\p{N}._:-]*)/u.exec(beginning.slice(at, at + 200));
  return name?.[1] ?? null;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** A document type may hold declarations in square brackets, and those quotes with any sign in them. */
function afterDoctype(text: string, from: number): number {
  let quote = '';
  let isInside = false;
  for (let at = from; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '[') isInside = true;
    else if (letter === ']') isInside = false;
    else if (letter === '>' && !isInside) return at + 1;
  }
  return -1;
}
