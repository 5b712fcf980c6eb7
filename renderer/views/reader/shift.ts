// Moves an element up and down with every frame without a change of the page's tree: an animation that stands still and whose time is
// set. After a change of the tree, be it one style, the browser paints all highlights anew, which takes longer than a frame.

/** Pixels to each side; more than the longest text is high. Chromium knows no length beyond 33,554,431, and would cut it silently. */
const farthest = 16_000_000;

export class Shift {
  readonly #animation: Animation;

  constructor(element: Element) {
    this.#animation = element.animate([{ transform: `translateY(${String(-farthest)}px)` }, { transform: `translateY(${String(farthest)}px)` }], { duration: farthest * 2, fill: 'both' });
    this.#animation.pause();
    this.to(0);
  }

  /** Pixels below its own place. */
  to(y: number): void {
    this.#animation.currentTime = y + farthest;
  }

  end(): void {
    this.#animation.cancel();
  }
}
