// Rules of the lists that a report prints: they belong to its document.

import groups from '../../../resources/ilab/indicator-groups.json' with { type: 'json' };
import { indicatorNames } from '../../core/indicator.ts';
import { noListings } from '../../core/listing.ts';
import { UserError } from '../../core/user-error.ts';
import { documentRow } from '../store/documents.ts';
import { listingsOfReading } from '../store/listings.ts';
import type { Query } from './handler.ts';

const nameOf = indicatorNames(groups);

export const ofDocument: Query<'listings.ofDocument'> = (read, { id }) => {
  const document = documentRow(read, id);
  if (!document) throw new UserError('not-found', 'This document is not in the project any more.', 'It may have been removed; undo brings it back.');
  const lists = listingsOfReading(read, document.readingId) ?? noListings;
  return { ...lists, legalBases: lists.legalBases.map((basis) => ({ ...basis, name: nameOf(`${basis.standard}.meets`).name })) };
};
