// The difference between an old passage and the new one, word by word; deletions and insertions are <del> and <ins>, so that they are heard too.

import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';

/** Beyond so many characters together the work is long and nobody reads the marks. */
const longest = 12_000;

/** `side`: only what the old one has (with what is gone marked), only the new one, or both in one text. */
export function WordChanges({ older, newer, side }: { older: string; newer: string; side: 'older' | 'newer' | 'both' }) {
  const parts = useMemo(() => (older.length + newer.length > longest ? null : diffWordsWithSpace(older, newer, { intlSegmenter: new Intl.Segmenter(undefined, { granularity: 'word' }) })), [older, newer]);
  if (!parts) return side === 'older' ? older : newer;
  return (
    <span className="word-changes">
      {parts.map((part, index) => {
        const key = `${String(index)} ${part.value.slice(0, 20)}`;
        if (part.added) return side === 'older' ? null : <ins key={key}>{part.value}</ins>;
        if (part.removed) return side === 'newer' ? null : <del key={key}>{part.value}</del>;
        return <span key={key}>{part.value}</span>;
      })}
    </span>
  );
}
