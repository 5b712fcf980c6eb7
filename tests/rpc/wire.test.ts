// Messages as bytes: what goes in comes out, and what is no message is refused without harm.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../shared/rpc/wire.ts';

const name = fc.oneof(fc.string(), fc.constantFrom('$bytes', '$plain', '__proto__', 'constructor', 'toJSON', 'length', '0'));

const { message } = fc.letrec<{ message: unknown }>((tie) => ({
  message: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string({ unit: 'grapheme' }),
    fc.uint8Array(),
    fc.array(tie('message'), { maxLength: 4 }),
    fc.array(fc.tuple(name, tie('message')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

describe('a message as bytes', () => {
  it('comes out as it went in, whatever its fields are called', () => {
    const comesBack = (value: unknown): void => {
      expect(decode(encode(value))).toEqual(value);
    };
    fc.assert(fc.property(message, comesBack), { numRuns: 500 });
  });

  it('keeps "__proto__" a field, of no effect on anything', () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": true}, "a": {"__proto__": 1}}') as object;
    const decoded = decode(encode(hostile)) as object;
    expect(Object.hasOwn(decoded, '__proto__')).toBe(true);
    expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('gives bytes of their own, not a window on the message', () => {
    const whole = encode({ a: new Uint8Array([1, 2, 3]) });
    const { a } = decode(whole) as { a: Uint8Array };
    whole.fill(9);
    expect([...a]).toEqual([1, 2, 3]);
    expect(a.buffer.byteLength).toBe(3);
  });

  it('is refused, and only refused, when it is cut, changed or no message at all', () => {
    const refusedOrRead = (bytes: Uint8Array): void => {
      try {
        decode(bytes);
      } catch (error) {
        // TypeError: text that is no UTF-8.
        expect(error instanceof RangeError || error instanceof SyntaxError || error instanceof TypeError).toBe(true);
      }
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), refusedOrRead), { numRuns: 500 });
    fc.assert(
      fc.property(message, fc.nat(), fc.nat(255), (value, at, byte) => {
        const bytes = encode(value);
        refusedOrRead(bytes.subarray(0, at % bytes.length));
        bytes[at % bytes.length] = byte;
        refusedOrRead(bytes);
      }),
      { numRuns: 500 },
    );
    for (const bytes of [[], [1], [0, 0, 0], [4, 0, 0, 0, 110, 117], [255, 255, 255, 255]]) expect(() => decode(new Uint8Array(bytes))).toThrow();
  });

  it('does not take the length of a part on trust', () => {
    const head = (text: string): Uint8Array => new Uint8Array([text.length, 0, 0, 0, ...new TextEncoder().encode(text)]);
    for (const length of ['5', '-1', '1e99', '0.5', '9007199254740993']) expect(() => decode(head(`{"$bytes":${length}}`)), length).toThrow(RangeError);
  });
});
