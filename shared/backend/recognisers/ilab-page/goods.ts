// The goods of a report page with their marks. A copy of the page shows each as lines: the picture's alternative text, the
// name, and a line for each mark ("Child Labor Icon").

export type PageLine = { text: string; /** Position among the passages of the page. */ index: number };

export type PageGood = { name: string; childLabor: boolean; forcedLabor: boolean; forcedChildLabor: boolean; /** The passages of name and marks. */ from: number; to: number };

export type PageGoods = {
  goods: PageGood[];
  /** Passages that only repeat a name as the text of its picture. */
  alternatives: number[];
};

const marks = /(?:^|\s)(forced\s+child\s+labor|child\s+labor|forced\s+labor)(?:\s+icon)?\s*[,;.]?$/i;
const longestName = 80;

type Marks = Pick<PageGood, 'childLabor' | 'forcedLabor' | 'forcedChildLabor'>;
type Entry = { name: string; index: number };

/** `lines` are the passages between the country's name and the findings, in order; those that are no good are skipped. */
export function readGoods(lines: PageLine[], isOther: (text: string) => boolean): PageGoods {
  const goods: PageGood[] = [];
  const alternatives: number[] = [];
  let names: Entry[] = [];
  let current: PageGood | null = null;

  const startGood = (): PageGood | null => {
    const own = names.at(-1);
    if (!own) return null;
    // Pictures and names come in pairs; a name that repeats the line before it belongs to that picture.
    addUnmarked(names.slice(0, -1), own);
    const good = unmarked(own);
    goods.push(good);
    names = [];
    return good;
  };
  const addUnmarked = (before: Entry[], next: Entry | null): void => {
    for (let i = 0; i < before.length; i++) {
      const entry = before[i] as Entry;
      const following = before[i + 1] ?? next;
      if (following && isSameName(entry.name, following.name)) alternatives.push(entry.index);
      else if (i > 0 && isSameName((before[i - 1] as Entry).name, entry.name)) goods.push(unmarked(entry));
    }
  };

  for (const { text, index } of lines) {
    const { name, found } = withoutMarks(text);
    if (name !== '') {
      current = null;
      if (isOther(name) || name.length > longestName || /[.!?]$/.test(name)) {
        addUnmarked(names, null);
        names = [];
        if (found === null) continue;
      } else names.push({ name, index });
    }
    if (found === null) continue;
    current ??= startGood();
    if (!current) continue;
    current.childLabor ||= found.childLabor;
    current.forcedLabor ||= found.forcedLabor;
    current.forcedChildLabor ||= found.forcedChildLabor;
    current.to = index;
  }
  addUnmarked(names, null);
  return { goods, alternatives };
}

function unmarked({ name, index }: Entry): PageGood {
  return { name, childLabor: false, forcedLabor: false, forcedChildLabor: false, from: index, to: index };
}

/** Whether a passage holds a mark at all. */
export function isMark(text: string): boolean {
  const { name, found } = withoutMarks(text);
  return name === '' && found !== null;
}

function withoutMarks(text: string): { name: string; found: Marks | null } {
  let name = text.replace(/\s+/g, ' ').trim();
  let found: Marks | null = null;
  for (let mark = marks.exec(name); mark; mark = marks.exec(name)) {
    const kind = (mark[1] ?? '').toLowerCase();
    found ??= { childLabor: false, forcedLabor: false, forcedChildLabor: false };
    if (kind.includes('child')) found.childLabor = true;
    if (kind.includes('forced')) found.forcedLabor = true;
    if (kind.startsWith('forced') && kind.includes('child')) found.forcedChildLabor = true;
    name = name.slice(0, mark.index).replace(/(?:[\s,;:–—(-]|\band)+$/i, '').trim();
  }
  return { name, found };
}

function isSameName(one: string, other: string): boolean {
  const fold = (name: string) => name.toLowerCase().replace(/\b(?:icon|image|picture|photo)\b/g, '').replace(/[^\p{L}\p{N}]/gu, '');
  return fold(one) === fold(other);
}

/** A good's part of an indicator key: "Brazil Nuts/Chestnuts" -> "brazil_nuts_chestnuts". */
export function goodKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
}
