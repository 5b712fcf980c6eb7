// Which page is in sight and how large it is drawn, for the bar above and the thumbnails: looked at some times a second, because a number
// that changes more often cannot be read, and drawing with each line scrolled would cost more than it tells.

import { useEffect, useState } from 'react';
import { actualSize } from './page-geometry.ts';
import type { Pages } from './use-pages.ts';

/** Milliseconds. */
const pause = 120;

/** `page` is an index; `percent` as it is drawn. `place` answers the offset one reads at, where no pages are shown. */
export function useShownPage({ map, scroller }: Pages, place: () => number): { page: number; percent: number } {
  const [shown, setShown] = useState({ page: map.pageOf(place()), percent: 100 });
  useEffect(() => {
    const read = () => {
      const view = scroller.current;
      // The page that fills most of the upper half, which need not have words.
      const page = view && view.clientHeight > 0 ? map.pageInSight(view.scrollTop + view.clientHeight / 3) : map.pageOf(place());
      const percent = Math.round((map.layout.scale / actualSize) * 100);
      setShown((known) => (known.page === page && known.percent === percent ? known : { page, percent }));
    };
    read();
    const timer = setInterval(read, pause);
    return () => clearInterval(timer);
  }, [map, scroller, place]);
  return shown;
}
