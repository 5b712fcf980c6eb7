// Lets calls that come together run one after another with a turn of the event loop between them: after a change the screen asks
// several queries at once, and a key press must not wait for all of them.

export class Turns {
  private isTaken = false;
  private readonly waiting: (() => void)[] = [];

  /** Answers when it is the caller's turn; at once when nobody had one in this turn of the loop. First come, first served. */
  async take(): Promise<void> {
    if (this.isTaken) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.isTaken = true;
    setImmediate(() => {
      this.isTaken = false;
      this.waiting.shift()?.();
    });
  }
}
