// The channel between the two halves of pdf.js when both run in this thread. pdf.js's own copies every message; most of the time of
// reading a page went into copying its drawing instructions, which nobody changes after they are sent. Those are handed over as they are.

type Listener = (event: { data: unknown }) => void;

/** The part of a message that carries drawing instructions (pdf.js, OperatorList.flush). */
type OperatorChunk = { fnArray: unknown[]; argsArray: unknown[] };

function hasOperators(message: unknown): message is { chunk: OperatorChunk } {
  if (message === null || typeof message !== 'object' || !('chunk' in message)) return false;
  const { chunk } = message;
  return chunk !== null && typeof chunk === 'object' && 'fnArray' in chunk && Array.isArray(chunk.fnArray) && 'argsArray' in chunk && Array.isArray(chunk.argsArray);
}

/** A port whose messages come back to its own listeners; pdf.js tells its two halves apart by the names in the messages. */
export class LoopbackPort {
  private readonly listeners = new Set<Listener>();
  private readonly turn = Promise.resolve();

  postMessage(message: unknown, transfer?: ArrayBuffer[]): void {
    // Subtle: the sender empties its two arrays after posting, so they are copied; what they hold is not.
    const data: unknown = hasOperators(message)
      ? { ...message, chunk: { ...message.chunk, fnArray: message.chunk.fnArray.slice(), argsArray: message.chunk.argsArray.slice() } }
      : structuredClone(message, transfer === undefined ? undefined : { transfer });
    void this.turn.then(() => {
      for (const listener of this.listeners) listener({ data });
    });
  }

  addEventListener(_name: string, listener: Listener, options?: { signal?: AbortSignal }): void {
    this.listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.listeners.delete(listener));
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.listeners.delete(listener);
  }

  terminate(): void {
    this.listeners.clear();
  }
}
