// The few globals that Node and the web platform share and the contract's wire needs; rpc knows nothing else of either.

export {};

declare global {
  function structuredClone<Value>(value: Value): Value;
  function queueMicrotask(callback: () => void): void;
  class TextEncoder {
    encode(text: string): Uint8Array;
  }
  class TextDecoder {
    constructor(label: string, options: { fatal: boolean });
    decode(bytes: Uint8Array): string;
  }
}
