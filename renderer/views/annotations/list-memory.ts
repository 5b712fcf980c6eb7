// Which highlights were chosen when the list was left, so that going back shows them chosen. Forgotten when the window closes.

let kept: { list: string; chosen: ReadonlySet<string> } | null = null;

/** `list` is the address of the list without the one in hand. */
export function keepChosen(list: string, chosen: ReadonlySet<string>): void {
  kept = { list, chosen };
}

/** What was chosen in this list; else the one in hand. */
export function keptChosen(list: string, inHand: string | null): ReadonlySet<string> {
  if (kept?.list === list && (inHand === null || kept.chosen.size > 1)) return kept.chosen;
  return new Set(inHand === null ? [] : [inHand]);
}
