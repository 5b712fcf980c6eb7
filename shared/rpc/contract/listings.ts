// What a report lists beside its values.

import type { Listings, NamedBasis } from '../../core/listing.ts';
import { returns } from '../method.ts';
import { byId } from './inputs.ts';

export type DocumentListings = Omit<Listings, 'legalBases'> & { legalBases: NamedBasis[] };

export const listings = {
  'listings.ofDocument': returns<DocumentListings>().query('The activities, institutions, laws and references that a report lists, and which claim cites which reference, with places.', byId, ['document']),
};
