// A narrow picture of the whole comparison at its edge: where changes stand, and where the reader is. Clicking goes there.

import { classes } from '../../components/button.tsx';
import type { Line } from './lines.ts';
import { mainClass } from './words.ts';

/** More marks than this would lie on one another. */
const mostMarks = 240;

export function DensityStrip({ lines, active, onLine }: { lines: readonly Line[]; active: number; onLine: (index: number) => void }) {
  const size = Math.max(1, Math.ceil(lines.length / mostMarks));
  const marks: { from: number; change: string }[] = [];
  for (let from = 0; from < lines.length; from += size) {
    const changes = lines.slice(from, from + size).flatMap((line) => (line.kind === 'row' && line.isChange ? [mainClass(line.row)] : []));
    if (changes[0]) marks.push({ from, change: changes[0] });
  }
  // The same can be done by J and K, so those who listen are spared it.
  return (
    <div
      className="density-strip"
      aria-hidden
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        onLine(Math.min(lines.length - 1, Math.floor(((event.clientY - box.top) / box.height) * lines.length)));
      }}
    >
      {marks.map((mark) => (
        <span key={mark.from} className={classes('density-mark', `compare-${mark.change}`)} style={{ top: `${(mark.from / lines.length) * 100}%` }} />
      ))}
      {active >= 0 && <span className="density-place" style={{ top: `${(active / lines.length) * 100}%` }} />}
    </div>
  );
}
