// Reads texts and values out of Office XML by pattern, for the parts whose shape does not matter. Not an XML parser: the
// document itself is read by one.

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g, (found, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name) return entities[name] ?? found;
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : found;
  });
}

/**
 * The elements of that name from begin to end tag, in order; one inside another of the same name ends the outer one early.
 * Each character is looked at once, however broken the XML is.
 */
export function elementRanges(xml: string, name: string): { start: number; innerStart: number; innerEnd: number; end: number }[] {
  const found: { start: number; innerStart: number; innerEnd: number; end: number }[] = [];
  const opening = `<${name}`;
  const closing = `</${name}>`;
  let at = 0;
  for (;;) {
    const start = xml.indexOf(opening, at);
    if (start === -1) return found;
    const tagEnd = xml.indexOf('>', start);
    if (tagEnd === -1) return found;
    at = tagEnd + 1;
    if (!/[\s>/]/.test(xml.charAt(start + opening.length))) continue;
    if (xml.charAt(tagEnd - 1) === '/') {
      found.push({ start, innerStart: at, innerEnd: at, end: at });
      continue;
    }
    const innerEnd = xml.indexOf(closing, at);
    if (innerEnd === -1) return found;
    found.push({ start, innerStart: at, innerEnd, end: innerEnd + closing.length });
    at = innerEnd + closing.length;
  }
}

export function elementsOf(xml: string, name: string): string[] {
  return elementRanges(xml, name).map(({ start, end }) => xml.slice(start, end));
}

/** The texts of the paragraphs of a part, without empty ones; `element` is the one that holds text ("w:t" or "w:delText"). */
export function paragraphTexts(xml: string, element: 'w:t' | 'w:delText' = 'w:t'): string[] {
  const text = new RegExp(`<${element}(?:\\s[^>]*)?>([^<]*)</${element}>|<w:(?:tab|br)\\s*/>`, 'g');
  return xml
    .split('</w:p>')
    .map((paragraph) => {
      let read = '';
      for (const found of paragraph.matchAll(text)) read += found[1] === undefined ? ' ' : decodeEntities(found[1]);
      return read.replace(/\s+/g, ' ').trim();
    })
    .filter((read) => read !== '');
}

/** The text of the first element of that name, or null. */
export function elementText(xml: string, name: string): string | null {
  const found = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1];
  const text = found ? decodeEntities(found).trim() : '';
  return text === '' ? null : text;
}

export function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? null : decodeEntities(value);
}
