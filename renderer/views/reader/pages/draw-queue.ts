// Draws one page at a time, the most wanted first, so that scrolling through hundreds of pages draws only those that stay. It knows
// nothing of pages: jobs have a rank and can be withdrawn.

type Job = { rank: number; order: number; signal: AbortSignal; run: () => Promise<void> };

export class DrawQueue {
  readonly #waiting: Job[] = [];
  #isBusy = false;
  #count = 0;

  /** `rank` 0 is what is seen now; higher ones wait. Rejects with AbortError when withdrawn before its turn. */
  add<Value>(rank: number, signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
    return new Promise<Value>((resolve, reject) => {
      this.#count += 1;
      const run = async () => {
        try {
          signal.throwIfAborted();
          resolve(await work());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      this.#waiting.push({ rank, order: this.#count, signal, run });
      void this.#next();
    });
  }

  async #next(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    // Those asked for in the same frame are all there before the first is chosen.
    await new Promise((resolve) => setTimeout(resolve));
    for (let job = this.#take(); job; job = this.#take()) await job.run();
    this.#isBusy = false;
  }

  #take(): Job | undefined {
    this.#waiting.sort((one, other) => Number(other.signal.aborted) - Number(one.signal.aborted) || one.rank - other.rank || one.order - other.order);
    return this.#waiting.shift();
  }
}
