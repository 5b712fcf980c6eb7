// What stands under a field of a document: how sure it is and what says so, what else it could be, who confirmed or corrected it and
// what it was before. Each can be acted on; each act is one undoable step.

import { useMemo } from 'react';
import { confidenceOf, fieldNames, type FieldCandidate, type FieldReview } from '../../shared/core/metadata.ts';
import { useCommand } from '../backend/use-command.ts';
import { useQuery } from '../backend/use-query.ts';
import { useUndo } from '../backend/use-undo.ts';
import { link } from '../routes.ts';
import { Button } from './button.tsx';
import { dateAndTime } from './dates.ts';
import { Link } from './link.tsx';
import { changeOf, fieldText, percent } from './metadata-words.ts';
import { showToast } from './toasts.ts';
import './field-note.css';

/** The name of a country by its code, as soon as the names are there. */
export function useCountryName(): (iso3: string) => string {
  const countries = useQuery('countries.list', {}).data;
  return useMemo(() => {
    const names = new Map((countries ?? []).map(({ iso3, name }) => [iso3, name]));
    return (iso3: string) => names.get(iso3) ?? iso3;
  }, [countries]);
}

/** Short, for the place under a field; silent when nothing needs to be said. */
export function FieldNote({ review }: { review: FieldReview }) {
  const countryName = useCountryName();
  const act = useFieldActs();
  const { field, state, candidates, decision, recognised } = review;
  if (state === 'confirmed' || state === 'corrected') return <DecisionNote review={review} onReset={() => void act.reset([review])} />;
  const [first] = candidates;
  if (state === 'doubtful') {
    const confidence = confidenceOf(review);
    return (
      <p className="field-note">
        <span className="field-note-doubt">? {confidence === null ? 'Doubtful' : percent(confidence)}</span>
        {first?.place && recognised !== null && <Link to={link.reader(review.documentId, first.place)}>{quoted(first)}</Link>}
        <Button kind="quiet" onPress={() => void act.confirm([review])} aria-label={`Confirm ${fieldNames[field].toLowerCase()}`}>
          Confirm
        </Button>
      </p>
    );
  }
  if (state !== 'unknown' || !first || decision) return null;
  return (
    <p className="field-note">
      <span>Perhaps</span>
      {candidates.slice(0, 3).map((candidate) => (
        <Button key={candidate.value} kind="quiet" onPress={() => void act.use(review, candidate)}>
          {`${fieldText(field, candidate.value, countryName)}, ${percent(candidate.confidence)}`}
        </Button>
      ))}
    </p>
  );
}

/** "Corrected by R. Reader, 14:05; was Ghana." */
export function DecisionNote({ review, onReset }: { review: FieldReview; onReset: () => void }) {
  const countryName = useCountryName();
  const { field, state, decision, recognised } = review;
  const was = decision ? decision.was : recognised;
  const by = decision ? `${decision.author ? ` by ${decision.author}` : ''}, ${dateAndTime(decision.madeAt)}` : '';
  return (
    <p className="field-note">
      <span>
        {state === 'confirmed' ? '✓ Confirmed' : '✎ Corrected'}
        {by}
        {state === 'corrected' && `; was ${fieldText(field, was, countryName)}`}
      </span>
      <Button kind="quiet" onPress={onReset} aria-label={`Reset ${fieldNames[field].toLowerCase()} to what was recognised`}>
        Reset
      </Button>
    </p>
  );
}

/** Confirming, resetting and taking another value, with what a toast says of it. */
export function useFieldActs() {
  const confirm = useCommand('metadata.confirm');
  const reset = useCommand('metadata.reset');
  const update = useCommand('documents.update');
  const { undo } = useUndo();
  const tell = (text: string) => showToast({ text, action: { label: 'Undo', run: () => void undo() } });
  const places = (reviews: readonly FieldReview[]) => reviews.map(({ documentId, field }) => ({ documentId, field }));
  return {
    confirm: async (reviews: readonly FieldReview[]) => {
      const outcome = await confirm.run({ fields: places(reviews) });
      // One is seen to change; of many it is said.
      if (outcome.ok && reviews.length > 1) tell(`Confirmed ${reviews.length.toLocaleString('en')} fields.`);
      return outcome.ok;
    },
    reset: async (reviews: readonly FieldReview[]) => {
      const outcome = await reset.run({ fields: places(reviews) });
      if (outcome.ok) tell(reviews.length === 1 && reviews[0] ? `${fieldNames[reviews[0].field]} is again what was recognised.` : `${reviews.length.toLocaleString('en')} fields are again what was recognised.`);
      return outcome.ok;
    },
    use: async (review: FieldReview, candidate: FieldCandidate) => {
      const changes = changeOf(review.field, candidate.value);
      if ('error' in changes) return false;
      return (await update.run({ ids: [review.documentId], changes })).ok;
    },
  };
}

/** The words that say it, short enough for one line. */
function quoted({ quote, value }: FieldCandidate): string {
  if (!quote) return value;
  const before = quote.text.slice(0, quote.start).split(' ').slice(-3).join(' ');
  const behind = quote.text.slice(quote.end).split(' ').slice(0, 3).join(' ');
  const words = before + quote.text.slice(quote.start, quote.end) + behind;
  return `“${words === quote.text ? words : `…${words}…`}”`;
}
