// Where the keyboard goes on: behind what was coded or gone to last as long as that is near, else where one reads.

import { useMemo, useRef } from 'react';

/** Characters below the top of the window within which the last place still counts. */
const near = 4000;

export type Going = {
  /** The next thing selected by key stands at or after this offset. */
  place: () => number;
  /** Something was done up to here: go on behind it. */
  from: (offset: number) => void;
  /** One went elsewhere, by the outline, a page, an address: go on there. */
  jumped: (offset: number) => void;
  /** True after a jump, until something is done. */
  hasLeft: () => boolean;
};

export function useGoingOn(top: () => number): Going {
  const last = useRef<{ offset: number; top: number; isJump: boolean } | null>(null);
  return useMemo(() => {
    const keep = (offset: number, isJump: boolean) => {
      last.current = { offset, top: top(), isJump };
    };
    return {
      place: () => {
        const known = last.current;
        const now = top();
        // Nothing has scrolled since, or the place is still in sight.
        return known && (known.top === now || (known.offset >= now && known.offset < now + near)) ? known.offset : now;
      },
      from: (offset) => keep(offset, false),
      jumped: (offset) => keep(offset, true),
      hasLeft: () => last.current?.isJump ?? false,
    };
  }, [top]);
}
