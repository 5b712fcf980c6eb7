// Messages of the contract, and their form as bytes for channels that carry no objects.
// Layout: 4 bytes little-endian length of the JSON head, the head (UTF-8), then the byte strings one after another.
// In the head a byte string is {"$bytes": length}; an object that has such a key of its own is wrapped as {"$plain": ...}.

import type { BackendEvent } from './contract.ts';

export type Request = { id: number; method: string; input: unknown };
export type ErrorReply = { code: string; message: string; hint: string };
export type Reply = { id: number; value: unknown } | { id: number; error: ErrorReply };
export type Push = { push: BackendEvent };

/** A message may carry as much as a file that is handed in; more is a mistake or an attack. */
export const maximumMessageBytes = 1024 * 1024 * 1024;

export function encode(message: unknown): Uint8Array {
  const parts: Uint8Array[] = [];
  const head = new TextEncoder().encode(JSON.stringify(isPlain(message) ? message : pack(message, parts)));
  const whole = new Uint8Array(4 + head.length + parts.reduce((sum, part) => sum + part.length, 0));
  new DataView(whole.buffer).setUint32(0, head.length, true);
  whole.set(head, 4);
  let at = 4 + head.length;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Throws a RangeError or SyntaxError on bytes that are no message. */
export function decode(bytes: Uint8Array): unknown {
  if (bytes.length < 4) throw new RangeError('message too short');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headEnd = 4 + view.getUint32(0, true);
  if (headEnd > bytes.length) throw new RangeError('message head is cut off');
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(4, headEnd));
  const head: unknown = JSON.parse(text);
  // Most messages are nothing but JSON; of a long document's reading that spares two thirds of the time.
  return text.includes('"$bytes"') || text.includes('"$plain"') || text.includes('\\u0024') ? unpack(head, { bytes, at: headEnd }) : head;
}

/** True when nothing in it needs another form than JSON's. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (value instanceof Uint8Array) return false;
  if (Array.isArray(value)) return value.every(isPlain);
  for (const key in value) if (key === '$bytes' || key === '$plain' || !isPlain((value as Record<string, unknown>)[key])) return false;
  return true;
}

function pack(value: unknown, parts: Uint8Array[]): unknown {
  if (value instanceof Uint8Array) {
    parts.push(value);
    return { $bytes: value.length };
  }
  if (Array.isArray(value)) return value.map((item) => pack(item, parts));
  if (value === null || typeof value !== 'object') return value;
  const packed = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pack(item, parts)]));
  return Object.hasOwn(value, '$bytes') || Object.hasOwn(value, '$plain') ? { $plain: packed } : packed;
}

type Cursor = { bytes: Uint8Array; at: number };

function unpack(value: unknown, cursor: Cursor): unknown {
  if (Array.isArray(value)) return value.map((item) => unpack(item, cursor));
  if (value === null || typeof value !== 'object') return value;
  if ('$bytes' in value && typeof value.$bytes === 'number') {
    const end = cursor.at + value.$bytes;
    if (!Number.isInteger(end) || value.$bytes < 0 || end > cursor.bytes.length) throw new RangeError('message body is cut off');
    const part = cursor.bytes.slice(cursor.at, end);
    cursor.at = end;
    return part;
  }
  const plain = '$plain' in value ? value.$plain : value;
  return unpackFields(plain, cursor);
}

/** Own fields only, so that "__proto__" in a message is a field and never a prototype. */
function unpackFields(value: unknown, cursor: Cursor): unknown {
  if (value === null || typeof value !== 'object') return value;
  const fields: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const unpacked = unpack(item, cursor);
    // Assigning makes a list of documents readable in about half the time of defining; only this one name does something else when assigned.
    if (key === '__proto__') Object.defineProperty(fields, key, { value: unpacked, enumerable: true, writable: true, configurable: true });
    else fields[key] = unpacked;
  }
  return fields;
}
