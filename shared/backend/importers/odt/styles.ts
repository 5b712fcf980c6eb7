// The styles of an OpenDocument text that change what a passage is: what paragraphs are called, what is bold or raised, how
// lists are numbered. It is filled by the events of the style part and the content part.

import type { XmlEvents } from '../xml-part.ts';

export type ListLevel = { format: string; prefix: string; suffix: string; start: number; shownLevels: number };
type Style = { parent: string | null; name: string; bold?: boolean; italic?: boolean; position?: 'sup' | 'sub' };

export type ParagraphRole = 'title' | 'subtitle' | 'quote' | 'caption' | 'preformatted' | 'plain';

const roles: [RegExp, ParagraphRole][] = [
  [/^Title$/i, 'title'],
  [/^Subtitle$/i, 'subtitle'],
  [/^(?:Quotations?|Quote|Intense Quote|Block Text)$/i, 'quote'],
  [/^(?:Caption|Illustration|Table|Figure|Drawing|Text)$/i, 'caption'],
  [/^Preformatted Text$/i, 'preformatted'],
];

/** Styles are based on styles; nobody goes deeper. */
const longestChain = 20;

export class StyleSheet implements XmlEvents {
  private readonly styles = new Map<string, Style>();
  private readonly lists = new Map<string, Map<number, ListLevel>>();
  readonly outline = new Map<number, ListLevel>();
  private current: Style | null = null;
  private list: Map<number, ListLevel> | null = null;

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'style:style') {
      const own = attributes['style:name'] ?? '';
      this.current = {
        parent: attributes['style:parent-style-name'] ?? null,
        name: attributes['style:display-name'] ?? own.replace(/_([\da-f]{2})_/gi, (_found, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
      };
      this.styles.set(`${attributes['style:family'] ?? ''} ${own}`, this.current);
    } else if (name === 'style:text-properties' && this.current) {
      const weight = attributes['fo:font-weight'];
      const slant = attributes['fo:font-style'];
      const position = attributes['style:text-position'] ?? '';
      if (weight !== undefined) this.current.bold = weight === 'bold' || Number(weight) >= 600;
      if (slant !== undefined) this.current.italic = slant === 'italic' || slant === 'oblique';
      if (/^super|^[1-9]/.test(position)) this.current.position = 'sup';
      else if (/^sub|^-/.test(position)) this.current.position = 'sub';
    } else if (name === 'text:list-style') {
      this.list = new Map();
      this.lists.set(attributes['style:name'] ?? '', this.list);
    } else if (name === 'text:outline-style') this.list = this.outline;
    else if (/^text:(?:list-level-style-(?:number|bullet|image)|outline-level-style)$/.test(name)) {
      this.list?.set(Number(attributes['text:level'] ?? 1), {
        format: /number|outline/.test(name) ? (attributes['style:num-format'] ?? '') : '',
        prefix: attributes['style:num-prefix'] ?? '',
        suffix: attributes['style:num-suffix'] ?? '',
        start: Number(attributes['text:start-value'] ?? 1) || 0,
        shownLevels: Number(attributes['text:display-levels'] ?? 1) || 1,
      });
    }
  }

  close(name: string): void {
    if (name === 'style:style') this.current = null;
    else if (name === 'text:list-style' || name === 'text:outline-style') this.list = null;
  }

  paragraphRole(name: string): ParagraphRole {
    return this.first('paragraph', name, (style) => roles.find(([pattern]) => pattern.test(style.name))?.[1]) ?? 'plain';
  }

  emphasis(name: string): { bold: boolean; italic: boolean; position: 'sup' | 'sub' | null } {
    return {
      bold: this.first('text', name, (style) => style.bold) ?? false,
      italic: this.first('text', name, (style) => style.italic) ?? false,
      position: this.first('text', name, (style) => style.position) ?? null,
    };
  }

  listLevels(name: string): ReadonlyMap<number, ListLevel> {
    return this.lists.get(name) ?? new Map<number, ListLevel>();
  }

  private first<Value>(family: string, name: string, read: (style: Style) => Value | undefined): Value | undefined {
    let at: string | null = name;
    for (let steps = 0; at !== null && steps < longestChain; steps++) {
      // A style that is not declared still has its name.
      const style: Style = this.styles.get(`${family} ${at}`) ?? { parent: null, name: at };
      const value = read(style);
      if (value !== undefined) return value;
      at = style.parent;
    }
    return undefined;
  }
}
