// Places cards beside their passages so that none covers another: each as near to its passage as the others let it. Pure.

export type Stackable = { top: number; height: number };

/** Pixels between two cards. */
const gap = 6;

/**
 * The tops of the cards, in their order. The card at `fixed` stands exactly at its passage and the others yield to both sides;
 * without one (-1) each yields downwards to those before it.
 */
export function stack(cards: readonly Stackable[], fixed: number): number[] {
  const tops = cards.map((card) => card.top);
  const anchor = fixed >= 0 && fixed < cards.length ? fixed : 0;
  for (let index = anchor + 1; index < cards.length; index += 1) {
    tops[index] = Math.max(cards[index]?.top ?? 0, (tops[index - 1] ?? 0) + (cards[index - 1]?.height ?? 0) + gap);
  }
  for (let index = anchor - 1; index >= 0; index -= 1) {
    tops[index] = Math.min(cards[index]?.top ?? 0, (tops[index + 1] ?? 0) - (cards[index]?.height ?? 0) - gap);
  }
  return tops;
}
