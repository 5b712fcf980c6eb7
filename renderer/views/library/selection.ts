// Which documents are selected in the library. Kept while other views are shown, so that coming back finds the place again.

import { useState } from 'react';

let remembered: ReadonlySet<string> = new Set();

export function rememberSelection(ids: ReadonlySet<string>): void {
  remembered = ids;
}

export function useSelection(): [ReadonlySet<string>, (ids: ReadonlySet<string>) => void] {
  const [selected, setSelected] = useState(remembered);
  return [
    selected,
    (ids) => {
      rememberSelection(ids);
      setSelected(ids);
    },
  ];
}
