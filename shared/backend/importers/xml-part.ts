// Reads an XML part of a package as events. Entities are never resolved beyond the five of XML itself; a damaged part is read
// past its faults, as far as it goes. It knows no format.

import { SaxesParser } from 'saxes';

export type XmlEvents = {
  /** Names with their prefix, as written. */
  open?: (name: string, attributes: Record<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

/** A part with more faults is noise. */
const mostFaults = 100;
/** Elements nested deeper than this are no document of people. */
const deepest = 400;
/** The parser is fed in pieces, so that a fault is met before everything is copied. */
const pieceLength = 256 * 1024;

const strayEntity = /&(?!(?:#\d{1,7}|#x[\da-fA-F]{1,6}|[A-Za-z][\w.-]{0,60});)/g;

class Stop extends Error {}

/** Answers whether the part is whole; otherwise the events that could be made out were told. */
export function readXml(part: string, events: XmlEvents): boolean {
  const parser = new SaxesParser();
  // After a stray sign the parser would look for the end of an entity through all that follows.
  const xml = part.replace(strayEntity, '&amp;');
  let depth = 0;
  let faults = xml.length === part.length ? 0 : 1;
  parser.on('error', () => {
    faults++;
    if (faults > mostFaults) throw new Stop('too many faults');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth++;
    if (depth > deepest) throw new Stop('nested too deep');
    events.open?.(name, attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    events.close?.(name);
  });
  if (events.text) {
    parser.on('text', (text) => events.text?.(text));
    parser.on('cdata', (text) => events.text?.(text));
  }
  try {
    for (let at = 0; at < xml.length; at += pieceLength) parser.write(xml.slice(at, at + pieceLength));
    parser.close();
    return faults === 0;
  } catch (error) {
    if (error instanceof Stop) return false;
    throw error;
  }
}

/** The text of a part: UTF-8, or UTF-16 when it begins with that mark. */
export function xmlText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** The name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Attributes by their names without prefix. */
export function localAttributes(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
}
