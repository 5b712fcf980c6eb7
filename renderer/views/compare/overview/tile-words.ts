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

/** The years that are asked about: what changed from the first chosen one to the last. */
export type Span = { from: number; to: number };

/** The years of `all` in which a step of the span ends, and those the span reaches over. Both ascending. */
export function yearsOf(all: readonly number[], { from, to }: Span): { steps: number[]; covered: number[] } {
  const covered = all.filter((year) => from <= year && year <= to);
  return { steps: covered.slice(1), covered };
}

/** ", 2 of them in 2021": how much of it is the last step; nothing when the span is that step. */
export function ofLast(steps: readonly number[], inLast: number): string {
  return steps.length < 2 ? '' : `, ${inLast === 0 ? 'none' : inLast} of them in ${steps.at(-1)}`;
}

/** As many as are read at a glance. */
export const mostLines = 3;

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

export const shortened = (text: string, length = 110) => (text.length > length ? `${text.slice(0, length).replace(/\s+\S*$/u, '')}…` : text);
