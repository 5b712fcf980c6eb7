// Reads the addressee lines of a routing header (TO, INFO, XMT): who is to act, who is informed, who is left out of a collective.

import type { TextRange } from '../../../core/document.ts';
import type { CableAddressee } from '../../../core/recognition.ts';
import { linesOf } from './source.ts';
import type { Line } from './source.ts';

export type PlacedAddressee = TextRange & { addressee: CableAddressee };
export type AddresseeField = 'TO' | 'INFO';

const KEYWORD = /^\s{0,40}(TO|INFO|XMT)\b[ /]{0,4}/;
const PRECEDENCE = /\s(NIACT IMMEDIATE|FLASH|IMMEDIATE|PRIORITY|PIORITY|ROUTINE)$/;

/** One addressee: [ROUTE/]NAME [PRECEDENCE] [number of messages to it]; null for a line of signs. */
function readAddressee(text: string): CableAddressee | null {
  let rest = text.replace(/\s+/g, ' ').trim();
  const route = /^([A-Z]{4,8})\/(?!\/)/.exec(rest)?.[1] ?? null;
  if (route !== null) rest = rest.slice(route.length + 1);
  const mcn = /\s(\d{4,})$/.exec(rest)?.[1] ?? null;
  if (mcn !== null) rest = rest.slice(0, -mcn.length).trimEnd();
  const printed = PRECEDENCE.exec(rest)?.[1] ?? null;
  if (printed !== null) rest = rest.slice(0, -printed.length).trimEnd();
  if (!/[A-Z]/i.test(rest)) return null;
  return { route, name: rest, precedence: printed === 'PIORITY' ? 'PRIORITY' : printed, mcn, excluded: false };
}

function excludedNames(line: Line, from: number): PlacedAddressee[] {
  const found: PlacedAddressee[] = [];
  for (const name of line.text.slice(from).matchAll(/[^,;]+/g)) {
    const text = name[0].replace(/\s+/g, ' ').trim();
    if (text === '') continue;
    const start = line.start + from + name.index;
    found.push({ start, end: start + name[0].length, addressee: { route: null, name: text, precedence: null, mcn: null, excluded: true } });
  }
  return found;
}

/**
 * Addressees of one field: those on the keyword's line and on the lines after it, which have no keyword, up to the next keyword or a blank
 * line that no routed addressee follows. Names after XMT ("except") follow the addressee they are left out of, marked excluded; an XMT with nothing before it is ignored.
 * A keyword alone on its line, its value below, is legal.
 */
export function readAddressees(work: string, range: TextRange, field: AddresseeField): PlacedAddressee[] {
  const found: PlacedAddressee[] = [];
  let current: 'TO' | 'INFO' | null = null;
  let excluding = false;
  let afterBlank = false;
  for (const line of linesOf(work, range.start, range.end)) {
    if (line.blank) {
      afterBlank = true;
      continue;
    }
    const keyword = KEYWORD.exec(line.text);
    const word = keyword?.[1];
    // After a blank line only a line with a route still belongs to the field.
    if (afterBlank && word === undefined && found.length > 0 && !/^\s*[A-Z]{4,8}\/\S/.test(line.text)) current = null;
    afterBlank = false;
    if (word === 'TO' || word === 'INFO') {
      current = word;
      excluding = false;
    } else if (word === undefined && /^\s*(?:FM|DE|ZN[RY])\b/.test(line.text)) current = null;
    if (current !== field) continue;
    let from = keyword?.[0].length ?? 0;
    const exceptAfterKeyword = word === 'XMT' ? null : /^XMT\b[ /]{0,4}/.exec(line.text.slice(from));
    if (exceptAfterKeyword !== null) from += exceptAfterKeyword[0].length;
    if (word === 'XMT' || exceptAfterKeyword !== null) excluding = true;
    else if (excluding && /^\s*[A-Z]{4,8}\//.test(line.text)) excluding = false;
    if (excluding) {
      if (found.length > 0) found.push(...excludedNames(line, from));
      continue;
    }
    const addressee = readAddressee(line.text.slice(from));
    if (addressee !== null) found.push({ start: line.start + from, end: line.end, addressee });
  }
  return found;
}
