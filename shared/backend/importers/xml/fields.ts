// Takes the known fields out of a record and remembers which, so that what nobody asked for can be kept and told, never dropped.

import { oneLine, type XmlElement } from './elements.ts';

export type Field = { path: string; text: string };

export class RecordFields {
  readonly record: XmlElement;
  private readonly taken = new Set<XmlElement>();

  constructor(record: XmlElement) {
    this.record = record;
  }

  /** The first element at the path ("A/B/C", '' for the record itself) below `from`; null when there is none. */
  find(path: string, from: XmlElement = this.record): XmlElement | null {
    let at: XmlElement | null = from;
    if (path === '') return at;
    for (const name of path.split('/')) at = at?.children.find((child) => child.name === name) ?? null;
    return at;
  }

  /** The text of the element at the path, on one line, and '' for an empty one; null when there is none or it holds elements. */
  take(path: string, from: XmlElement = this.record): string | null {
    const raw = this.takeRaw(path, from);
    return raw === null ? null : oneLine(raw);
  }

  /** As `take`, with its line breaks. */
  takeRaw(path: string, from: XmlElement = this.record): string | null {
    const element = this.find(path, from);
    if (!element || element.children.length > 0) return null;
    this.taken.add(element);
    return element.text;
  }

  /**
   * The children of an element as sets: a name that comes again begins the next set. Files repeat the same fields for several
   * territories without naming them.
   */
  sets(element: XmlElement): XmlElement[] {
    const sets: XmlElement[] = [];
    let names = new Set<string>();
    for (const child of element.children) {
      const current = sets.at(-1);
      if (current && !names.has(child.name)) current.children.push(child);
      else {
        sets.push({ ...element, children: [child] });
        names = new Set();
      }
      names.add(child.name);
    }
    return sets;
  }

  /** What was not taken: texts, attributes and unknown elements. Containers without any content say nothing and are passed over. */
  further(known: ReadonlySet<string>): Field[] {
    const rest: Field[] = [];
    const named = (path: string): string => (path === '' ? this.record.name : path);
    const visit = (element: XmlElement, path: string): void => {
      for (const [name, value] of Object.entries(element.attributes)) rest.push({ path: `${named(path)} ${name}`, text: oneLine(value) });
      if (this.taken.has(element)) return;
      const text = oneLine(element.text);
      const isSilent = element === this.record || element.children.length > 0 || known.has(element.name);
      if (text !== '' || !isSilent) rest.push({ path: named(path), text });
      for (const child of element.children) visit(child, path === '' ? child.name : `${path}/${child.name}`);
    };
    visit(this.record, '');
    return rest;
  }
}
