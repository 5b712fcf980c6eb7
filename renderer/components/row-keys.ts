// Walking rows by keyboard: which row a key leads to, and type-ahead. Pure, shared by grids and lists.

/** The row a key leads to, or null when it is no key of movement. `active` is -1 before the first. */
export function rowAfterKey(key: string, active: number, count: number, pageSize: number): number | null {
  if (count === 0) return null;
  const within = (index: number) => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return within(active + 1);
    case 'ArrowUp':
      return within(active - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return within(active + Math.max(1, pageSize));
    case 'PageUp':
      return within(active - Math.max(1, pageSize));
    default:
      return null;
  }
}

/** The rows from one index to another, both included, in order. */
export function rowsBetween<Row>(rows: readonly Row[], from: number, to: number): readonly Row[] {
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** Milliseconds after which typing begins anew. */
const typingPause = 800;

/** Finds the row whose text begins with what is typed; one letter again and again walks the rows that begin with it. */
export class TypeAhead {
  private text = '';
  private lastAt = Number.NEGATIVE_INFINITY;

  static accepts(key: string): boolean {
    return /^[\p{L}\p{N} ]$/u.test(key);
  }

  /** True while a space belongs to the text being typed. */
  isTyping(at: number): boolean {
    return this.text !== '' && at - this.lastAt < typingPause;
  }

  /** `at` in milliseconds; answers the index, or -1. */
  find(key: string, at: number, texts: readonly string[], active: number): number {
    this.text = at - this.lastAt < typingPause ? this.text + key : key;
    this.lastAt = at;
    const isRepeated = [...this.text].every((letter) => letter === this.text[0]);
    const wanted = (isRepeated ? key : this.text).toLocaleLowerCase();
    // A single letter moves on; more letters may keep the row they already found.
    const start = isRepeated ? active + 1 : Math.max(0, active);
    for (let step = 0; step < texts.length; step++) {
      const index = (start + step) % texts.length;
      if (texts[index]?.toLocaleLowerCase().startsWith(wanted)) return index;
    }
    return -1;
  }
}
