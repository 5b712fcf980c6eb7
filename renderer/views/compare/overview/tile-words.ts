// What a tile of the overview says: a figure, what it counts, and the two or three lines that tell most, each with its place. No screen.

export type TileLine = { text: string; to: string };
export type TileAnswer = {
  /** Null where a number would say nothing. */
  figure: number | string | null;
  /** What the figure counts, or why there is none. */
  says: string;
  lines: TileLine[];
  /** The part that shows it all; null when there is nothing to show. */
  all: string | null;
};

/** As many as are read at a glance. */
export const mostLines = 3;

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

export const shortened = (text: string, length = 110) => (text.length > length ? `${text.slice(0, length).replace(/\s+\S*$/u, '')}…` : text);
