// The lanes in the margin of the text: one line a highlight, so that those that overlap are told apart. Where there are more than the
// margin holds, the rest of them are one line with their number.

import { memo } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { classes } from '../../components/button.tsx';
import { colourOf } from './highlight-words.ts';
import { type SeenHighlight, type SeenHighlights, useFollowed } from './seen-highlights.ts';
import './lanes.css';

/** Lanes that the margin holds; the last takes all further ones. */
export const mostLanes = 6;
/** Pixels from one lane to the next. */
const laneWidth = 6;

/** Highlights in the last lane that overlap each other, as one line. */
export type Bundle = { top: number; bottom: number; members: SeenHighlight[] };

/** Puts what lies beyond the lanes into bundles; one alone keeps its line. `seen` ascends by top. */
export function bundled(seen: readonly SeenHighlight[]): { single: SeenHighlight[]; bundles: Bundle[] } {
  const bundles: Bundle[] = [];
  for (const each of seen) {
    if (each.lane < mostLanes - 1) continue;
    const last = bundles.at(-1);
    if (last && each.top < last.bottom) {
      last.members.push(each);
      last.bottom = Math.max(last.bottom, each.bottom);
    } else bundles.push({ top: each.top, bottom: each.bottom, members: [each] });
  }
  const many = bundles.filter(({ members }) => members.length > 1);
  const taken = new Set(many.flatMap(({ members }) => members));
  return { single: seen.filter((each) => !taken.has(each)), bundles: many };
}

type LanesProps = { seen: SeenHighlights; activeId: string | null; tags: ReadonlyMap<string, TagWithCount>; onOpen: (annotation: ListedAnnotation) => void };

export const Lanes = memo(function Lanes({ seen, activeId, tags, onOpen }: LanesProps) {
  const { single, bundles } = bundled(useFollowed(seen));
  return (
    <div className="reader-lanes" aria-hidden>
      {single.map(({ annotation, top, bottom, lane }) => (
        <div
          key={annotation.id}
          className={classes('reader-lane', `colour-${colourOf(annotation, tags)}`, annotation.id === activeId && 'reader-lane-active', annotation.note.trim() !== '' && 'reader-lane-noted')}
          style={{ top, height: bottom - top, left: Math.min(lane, mostLanes - 1) * laneWidth }}
          onClick={(event) => {
            event.stopPropagation();
            onOpen(annotation);
          }}
        />
      ))}
      {bundles.map(({ top, bottom, members }) => {
        const at = members.findIndex(({ annotation }) => annotation.id === activeId);
        return (
          <div
            key={members[0]?.annotation.id}
            className={classes('reader-lane-bundle', at >= 0 && 'reader-lane-active')}
            style={{ top, height: bottom - top, left: (mostLanes - 1) * laneWidth }}
            title={`${String(members.length)} more highlights overlap here`}
            onClick={(event) => {
              event.stopPropagation();
              // Each click opens the next of them.
              const next = members[(at + 1) % members.length];
              if (next) onOpen(next.annotation);
            }}
          >
            <span className="figures">+{members.length}</span>
          </div>
        );
      })}
    </div>
  );
});
