// Words that changed against the edition before: taken out struck through, put in underlined. The whole when nothing stands before it.

import type { WordDifference } from '../../../../shared/core/alignment.ts';

export function ChangedWords({ differences, whole }: { differences: readonly WordDifference[]; whole: string | null }) {
  if (differences.some(({ kind }) => kind !== 'same')) return <p>{differences.map((part, index) => (part.kind === 'added' ? <ins key={index}>{part.text}</ins> : part.kind === 'removed' ? <del key={index}>{part.text}</del> : part.text))}</p>;
  return whole === null ? null : <p>{whole}</p>;
}
