// Words of a document with the value in them marked. Only text; where it leads is said around it.

import type { ValueQuote } from '../../../../shared/core/metadata.ts';

/** Characters before the value in a line that is cut off at its end. */
const shortLead = 24;

export function Quote({ quote, isShort = false }: { quote: ValueQuote; isShort?: boolean }) {
  const { text, start, end } = quote;
  const from = isShort && start > shortLead ? text.indexOf(' ', start - shortLead) + 1 || start - shortLead : 0;
  return (
    <span className="metadata-quote">
      {from > 0 && '…'}
      {text.slice(Math.min(from, start), start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </span>
  );
}
