// Word keeps the numbers of numbered paragraphs out of the text and counts them when it prints. This file counts them the
// same way (ISO/IEC 29500-1, 17.9 Numbering) and writes them into the paragraphs, so that they can be cited.

import { romanNumber } from '../roman-number.ts';
import { attribute, elementRanges, elementsOf } from './xml-text.ts';

/** The character style under which a counted number is written into its paragraph. */
export const numberStyle = 'AnnalsPrintedNumber';

type Level = { start: number; format: string; text: string; legal: boolean };
type Numbering = { list: string; levels: Map<number, Level>; starts: Map<number, number> };

const deepest = 9;
const decimal: Level = { start: 1, format: 'decimal', text: '', legal: false };

/** The document part with the printed number at the beginning of each numbered paragraph. */
export function writeNumbers(document: string, numberingPart: string | null, stylesPart: string | null): string {
  if (!numberingPart) return document;
  const numberings = readNumberings(numberingPart);
  const styles = styleNumberings(stylesPart ?? '', numberingPart);
  const counters = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();
  const pieces: string[] = [];
  let from = 0;
  for (const { innerStart, innerEnd, end } of elementRanges(document, 'w:pPr')) {
    // Properties changed under tracking hold the old ones inside, which number nothing; this range then ends with those.
    const inner = document.slice(innerStart, innerEnd).split('<w:pPrChange')[0] ?? '';
    const printed = countedNumber(inner);
    if (printed === '') continue;
    const after = document.startsWith('</w:pPrChange></w:pPr>', end) ? end + '</w:pPrChange></w:pPr>'.length : end;
    pieces.push(document.slice(from, after), `<w:r><w:rPr><w:rStyle w:val="${numberStyle}"/></w:rPr><w:t xml:space="preserve">${escaped(printed)}</w:t></w:r>`);
    from = after;
  }
  return pieces.join('') + document.slice(from);

  function countedNumber(properties: string): string {
    const own = numberingOf(properties);
    const style = styles.get(attribute(/<w:pStyle\s[^>]*>/.exec(properties)?.[0] ?? '', 'w:val') ?? '');
    const id = own?.id ?? style?.id ?? '0';
    const numbering = id === '0' ? undefined : numberings.get(id);
    const isDeleted = elementsOf(properties, 'w:rPr').some((mark) => mark.includes('<w:del '));
    if (!numbering || isDeleted) return '';
    const depth = Math.min(own?.depth ?? style?.depth ?? 0, deepest - 1);
    if (!started.has(id)) {
      // A new start of the same list sets its counter back once.
      started.add(id);
      if (numbering.starts.size > 0) counters.delete(numbering.list);
    }
    const counts = counters.get(numbering.list) ?? [];
    counters.set(numbering.list, counts);
    const start = (level: number) => numbering.starts.get(level) ?? numbering.levels.get(level)?.start ?? 1;
    counts[depth] = (counts[depth] ?? start(depth) - 1) + 1;
    counts.length = depth + 1;
    for (let level = 0; level < depth; level++) counts[level] ??= start(level);
    return printedNumber(numbering, depth, counts);
  }
}

/** The style that `numberStyle` names, for a reader that knows styles only when they are declared. */
export function declareNumberStyle(stylesPart: string): string {
  const style = `<w:style w:type="character" w:customStyle="1" w:styleId="${numberStyle}"><w:name w:val="${numberStyle}"/></w:style>`;
  return stylesPart.replace(/<\/w:styles>\s*$/, `${style}</w:styles>`);
}

function printedNumber({ levels }: Numbering, depth: number, counts: (number | undefined)[]): string {
  const own = levels.get(depth) ?? decimal;
  if (own.format === 'bullet' || own.format === 'none') return '';
  const text = own.text || `%${depth + 1}.`;
  const printed = text.replace(/%([1-9])/g, (_found, digit: string) => {
    const level = levels.get(Number(digit) - 1) ?? decimal;
    return formatted(counts[Number(digit) - 1] ?? level.start, own.legal ? 'decimal' : level.format);
  });
  return printed.trim().replace(/(\w)\.$/, '$1');
}

function readNumberings(part: string): Map<string, Numbering> {
  const lists = new Map<string, Map<number, Level>>();
  for (const whole of elementsOf(part, 'w:abstractNum')) {
    lists.set(attribute(whole, 'w:abstractNumId') ?? '', readLevels(whole));
  }
  const numberings = new Map<string, Numbering>();
  for (const whole of elementsOf(part, 'w:num')) {
    const list = attribute(/<w:abstractNumId\s[^>]*>/.exec(whole)?.[0] ?? '', 'w:val') ?? '';
    const levels = new Map(lists.get(list) ?? []);
    const starts = new Map<number, number>();
    for (const override of elementsOf(whole, 'w:lvlOverride')) {
      const level = Number(attribute(override, 'w:ilvl') ?? 0);
      const start = attribute(/<w:startOverride\s[^>]*>/.exec(override)?.[0] ?? '', 'w:val');
      if (start !== null) starts.set(level, Number(start) || 0);
      for (const [at, own] of readLevels(override)) levels.set(at, own);
    }
    numberings.set(attribute(whole, 'w:numId') ?? '', { list, levels, starts });
  }
  return numberings;
}

function readLevels(part: string): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const whole of elementsOf(part, 'w:lvl')) {
    const value = (name: string): string | null => attribute(new RegExp(`<w:${name}\\s[^>]*>`).exec(whole)?.[0] ?? '', 'w:val');
    levels.set(Number(attribute(whole, 'w:ilvl') ?? 0), {
      start: Number(value('start') ?? 1) || 0,
      format: value('numFmt') ?? 'decimal',
      text: value('lvlText') ?? '',
      legal: whole.includes('<w:isLgl'),
    });
  }
  return levels;
}

type StyleNumbering = { id: string | null; depth: number | null; base: string | null };

/** Styles that number their paragraphs, through themselves or a style they are based on. */
function styleNumberings(stylesPart: string, numberingPart: string): Map<string, { id: string; depth: number }> {
  const own = new Map<string, StyleNumbering>();
  for (const whole of elementsOf(stylesPart, 'w:style')) {
    const numbering = numberingOf(whole);
    const base = attribute(/<w:basedOn\s[^>]*>/.exec(whole)?.[0] ?? '', 'w:val');
    own.set(attribute(whole, 'w:styleId') ?? '', { id: numbering?.id ?? null, depth: numbering?.depth ?? null, base });
  }
  const depths = levelsOfStyles(numberingPart);
  const found = new Map<string, { id: string; depth: number }>();
  for (const style of own.keys()) {
    let at: string | null = style;
    for (let steps = 0; at !== null && steps < 20; steps++) {
      const entry: StyleNumbering | undefined = own.get(at);
      if (entry?.id) {
        found.set(style, { id: entry.id, depth: depths.get(at) ?? entry.depth ?? 0 });
        break;
      }
      at = entry?.base ?? null;
    }
  }
  return found;
}

/** A level of a list may name the style that stands for it ("Heading 2" for the second level). */
function levelsOfStyles(part: string): Map<string, number> {
  const depths = new Map<string, number>();
  for (const whole of elementsOf(part, 'w:lvl')) {
    const style = attribute(/<w:pStyle\s[^>]*>/.exec(whole)?.[0] ?? '', 'w:val');
    if (style) depths.set(style, Number(attribute(whole, 'w:ilvl') ?? 0));
  }
  return depths;
}

function numberingOf(xml: string): { id?: string; depth?: number } | null {
  const properties = elementsOf(xml, 'w:numPr')[0];
  if (properties === undefined) return null;
  const id = attribute(/<w:numId\s[^>]*>/.exec(properties)?.[0] ?? '', 'w:val');
  const depth = attribute(/<w:ilvl\s[^>]*>/.exec(properties)?.[0] ?? '', 'w:val');
  return { ...(id === null ? {} : { id }), ...(depth === null ? {} : { depth: Number(depth) || 0 }) };
}

function formatted(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
    case 'upperLetter': {
      // Word goes on after z with aa, bb, cc.
      const letter = String.fromCharCode(97 + ((Math.max(number, 1) - 1) % 26)).repeat(Math.min(Math.ceil(Math.max(number, 1) / 26), 10));
      return format === 'upperLetter' ? letter.toUpperCase() : letter;
    }
    case 'lowerRoman':
      return romanNumber(number).toLowerCase();
    case 'upperRoman':
      return romanNumber(number);
    case 'decimalZero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
