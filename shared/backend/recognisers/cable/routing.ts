// Reads the routing header above a cable (lines in the style of ACP 127): transmission number, relays, sending station, time, from, to, info.

import type { TextRange } from '../../../core/document.ts';
import type { Cable } from '../../../core/recognition.ts';
import { readAddressees } from './addressees.ts';
import type { PlacedAddressee } from './addressees.ts';
import { linesOf } from './source.ts';
import type { Line } from './source.ts';
import { dateTimeGroup } from './time-group.ts';

export type Routing = Pick<Cable, 'transmissionId' | 'precedence' | 'relayedTo' | 'de' | 'zn' | 'dtg' | 'from'> & {
  to: PlacedAddressee[];
  info: PlacedAddressee[];
  /** Places of the values that have one. */
  places: Partial<Record<'dtg' | 'from', TextRange>>;
};

const TRANSMISSION = /^\s{0,40}(VZCZ[A-Z]{1,8}\d{1,6})\b/;
const RELAYS = /^\s{0,40}((?:ZZ|OO|PP|RR|[ZOPR])(?: {1,3}(?:ZZ|OO|PP|RR|[ZOPR]))?)((?: {1,3}R[A-Z]{3,7}){1,40})\s*$/;
const MORE_RELAYS = /^\s{0,40}R[A-Z]{3,7}(?: {1,3}R[A-Z]{3,7}){0,40}\s*$/;
const STATION = /^\s{0,40}DE {1,4}([A-Z]{4,8}) {1,4}#?(\d{1,7})(?:[/-]\d{1,3})? {1,4}(\d{3})(\d{4})\b/;
const CRYPTO = /^\s{0,40}(ZN[RY] {1,3}[A-Z]{5}(?: {1,3}[A-Z]{2,5})?)/;
const FROM = /^\s{0,40}FM {1,4}(\S.*)$/;

/** True for a line that only a routing header has. */
export function isRoutingLine(text: string): boolean {
  const line = text.slice(0, 300);
  return (
    TRANSMISSION.test(line) ||
    RELAYS.test(line) ||
    STATION.test(line) ||
    CRYPTO.test(line) ||
    dateTimeGroup(line) !== null ||
    /^\s{0,40}FM {1,4}(?:AM|US|SEC|CDR|REO|AIT|DEPT|[A-Z]{3,})/.test(line) ||
    /^\s{0,40}(?:TO|INFO) {1,4}(?:RU?[A-Z]{3,7}\/|AM(?:EMBASSY|CONSUL)|SECSTATE|ALL |US)/.test(line)
  );
}

/** Reads the routing lines of a range. Every value is null or empty when its line is missing. */
export function readRouting(work: string, range: TextRange): Routing {
  const routing: Routing = { transmissionId: null, precedence: null, relayedTo: [], de: null, zn: null, dtg: null, from: null, to: [], info: [], places: {} };
  let relaying = false;
  for (const line of linesOf(work, range.start, range.end)) {
    const text = line.text.slice(0, 400);
    const relays = RELAYS.exec(text);
    if (relays !== null && routing.precedence === null) {
      routing.precedence = (relays[1] ?? '').replace(/\s+/g, ' ');
      routing.relayedTo.push(...(relays[2] ?? '').trim().split(/\s+/));
      relaying = true;
      continue;
    }
    if (relaying && MORE_RELAYS.test(text)) {
      routing.relayedTo.push(...text.trim().split(/\s+/));
      continue;
    }
    if (!line.blank) relaying = false;
    readLine(routing, line, text);
  }
  routing.to = readAddressees(work, range, 'TO');
  routing.info = readAddressees(work, range, 'INFO');
  return routing;
}

function readLine(routing: Routing, line: Line, text: string): void {
  routing.transmissionId ??= TRANSMISSION.exec(text)?.[1] ?? null;
  const station = STATION.exec(text);
  if (station !== null) routing.de ??= { station: station[1] ?? '', serial: Number(station[2]), julian: station[3] ?? '', time: station[4] ?? '' };
  routing.zn ??= CRYPTO.exec(text)?.[1]?.replace(/\s+/g, ' ') ?? null;
  const group = routing.dtg === null ? dateTimeGroup(text) : null;
  if (group !== null) {
    routing.dtg = group;
    routing.places.dtg = { start: line.start, end: line.end };
  }
  const from = routing.from === null ? FROM.exec(text) : null;
  if (from !== null) {
    routing.from = (from[1] ?? '').replace(/\s+/g, ' ').trim();
    routing.places.from = { start: line.start, end: line.end };
  }
}
