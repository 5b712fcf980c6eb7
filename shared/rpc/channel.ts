// A channel carries messages between a client and the application: a MessagePort, a WebSocket, or two functions in a test.

export type Channel = {
  post: (message: unknown) => void;
  onMessage: (listener: (message: unknown) => void) => void;
  onClose: (listener: () => void) => void;
};

/** Two ends joined in memory; messages are cloned and arrive later, as over a real channel. */
export function channelPair(): [Channel, Channel] {
  const ends = [new End(), new End()] as const;
  ends[0].peer = ends[1];
  ends[1].peer = ends[0];
  return [ends[0], ends[1]];
}

class End implements Channel {
  peer: End | null = null;
  private readonly listeners: ((message: unknown) => void)[] = [];

  post(message: unknown): void {
    const copy: unknown = structuredClone(message);
    queueMicrotask(() => {
      for (const listener of this.peer?.listeners ?? []) listener(copy);
    });
  }

  onMessage(listener: (message: unknown) => void): void {
    this.listeners.push(listener);
  }

  onClose(): void {
    // A pair in memory lives as long as the test that made it.
  }
}
