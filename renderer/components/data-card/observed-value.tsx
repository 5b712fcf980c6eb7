// One value as it is shown everywhere: written with its unit, its mark above, a hatch when it is unknown, and a word when it is doubtful.

import { type MatrixCell, formatObservation, isDoubtful, restatementWords, type SourcedValue } from '../../../shared/core/observation.ts';
import { link } from '../../routes.ts';
import { classes } from '../button.tsx';
import { Link } from '../link.tsx';
import './data-card.css';

/** Leads to the words when they have a place; the value itself is the link. */
export function ObservedValue({ value, isLink = true, tabIndex }: { value: SourcedValue; isLink?: boolean; tabIndex?: number }) {
  const content = (
    <>
      {formatObservation(value)}
      {value.mark && <sup title={value.note ?? undefined}>{value.mark}</sup>}
    </>
  );
  return (
    <span className={classes('observed', `observed-${value.status}`, value.source === 'analyst' && 'observed-analyst')}>
      {isLink && placeOf(value) ? <Link to={placeLink(value)} {...(tabIndex === undefined ? {} : { tabIndex })}>{content}</Link> : <span>{content}</span>}
      {isDoubtful(value) && (
        <span className="observed-doubt" title="The program is not sure that it read this right.">
          ?<span className="visually-hidden"> doubtful</span>
        </span>
      )}
    </span>
  );
}

export function placeOf({ start, end }: Pick<SourcedValue, 'start' | 'end'>): { start: number; end: number } | null {
  return start !== null && end !== null && start < end ? { start, end } : null;
}

/** The reader at the words of a value. */
export function placeLink(value: SourcedValue): string {
  return link.reader(value.documentId, placeOf(value));
}

/** A small triangle for a value that a later report gives differently. */
export function RestatedSign({ restated }: { restated: NonNullable<MatrixCell['restated']> }) {
  return (
    <span className="observed-restated" title={`This value is ${restatementWords[restated]}.`}>
      <span className="visually-hidden"> {restatementWords[restated]}</span>
    </span>
  );
}
