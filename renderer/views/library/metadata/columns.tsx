// The columns of the review: document, field, value, how sure it is, and the words that say it.

import { confidenceOf, fieldNames } from '../../../../shared/core/metadata.ts';
import type { Column } from '../../../components/data-grid.tsx';
import { fieldText, originWords, percent, stateWords } from '../../../components/metadata-words.ts';
import { Badge } from '../../../components/marks.tsx';
import { Quote } from './quote.tsx';
import type { ReviewRow } from './review.ts';

export function reviewColumns(countryName: (iso3: string) => string): Column<ReviewRow>[] {
  return [
    { id: 'document', label: 'Document', width: 140, isFlexible: true, cell: (row) => row.documentTitle, title: (row) => row.documentTitle },
    { id: 'field', label: 'Field', width: 82, cell: (row) => fieldNames[row.field] },
    {
      id: 'value',
      label: 'Value',
      width: 110,
      isFlexible: true,
      title: (row) => fieldText(row.field, row.value, countryName),
      cell: (row) => {
        const [first] = row.candidates;
        if (row.value !== null) return <strong className="metadata-value">{fieldText(row.field, row.value, countryName)}</strong>;
        return <span className="faint">{first && row.state === 'unknown' ? `Unknown, perhaps ${fieldText(row.field, first.value, countryName)}` : 'Unknown'}</span>;
      },
    },
    { id: 'state', label: 'How sure', width: 134, cell: (row) => <StateMark row={row} /> },
    {
      id: 'passage',
      label: 'What says so',
      width: 140,
      isFlexible: true,
      title: (row) => shownCandidate(row)?.quote?.text ?? '',
      cell: (row) => {
        const candidate = shownCandidate(row);
        if (!candidate) return <span className="faint">{row.decision ? 'The analyst' : 'Nothing'}</span>;
        return candidate.quote ? <Quote quote={candidate.quote} isShort /> : <span className="faint">{originWords[candidate.from]}</span>;
      },
    },
  ];
}

/** The candidate whose words are shown: the one that stands, else the likeliest while nothing stands. */
export function shownCandidate(row: ReviewRow) {
  return row.candidates.find(({ value }) => value === row.value) ?? (row.value === null ? row.candidates[0] : undefined);
}

export function StateMark({ row }: { row: ReviewRow }) {
  const { sign, word, tone } = stateWords[row.state];
  const confidence = row.state === 'doubtful' || row.state === 'recognised' ? confidenceOf(row) : row.state === 'unknown' ? (row.candidates[0]?.confidence ?? null) : null;
  return (
    <Badge tone={tone}>
      <span aria-hidden>{sign}</span> {word} {confidence !== null && <span className="figures">{percent(confidence)}</span>}
    </Badge>
  );
}
